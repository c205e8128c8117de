//! Finds the secrets in a string: by the name of its location, by its form, and in whatever the string itself holds
//! (JSON, XML, a URL, a form, a GraphQL document, running text), however deeply these are nested.
//!
//! Nothing is replaced here. A finding names a part of the string as written, with all its escapes, so that a variable
//! can take its place.

mod json;
mod mapped;
mod prose;
mod url;
mod xml;

use std::ops::Range;

use crate::hints::secrets::{self, Certainty};
use crate::resolve::Secrets;
use crate::template::{self, Piece};

pub use json::number_stand_in;
pub use prose::prose;
pub use url::{find as url, is_varied, segments};

/// No string is looked at that is nested more deeply.
const DEEPEST: usize = 8;

/// A secret in a string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where in the string.
    pub span: Range<usize>,
    /// The name of its location: a key, an element, a parameter.
    pub key: String,
    /// The way to it within the string: `/user/password`. Empty for the whole string.
    pub within: String,
    /// What it is.
    pub form: Form,
}

/// What a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Text.
    Text,
    /// A number of JSON.
    Number,
    /// The password of a URL, with its percent-escapes.
    UserInfo,
    /// A `{{variable}}` where a secret belongs.
    Variable,
}

/// What guides the search.
#[derive(Debug, Clone, Copy)]
pub struct Seek<'a> {
    /// What the overrides tell of keys.
    said: &'a Secrets,
    place: Place,
    depth: usize,
}

/// Where a string belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In the path of a URL: a session or a credential there is a resource.
    Path,
    Elsewhere,
}

impl<'a> Seek<'a> {
    /// A search that heeds these overrides.
    pub fn new(said: &'a Secrets) -> Seek<'a> {
        Seek { said, place: Place::Elsewhere, depth: 0 }
    }

    /// For a parameter of a path.
    pub fn in_path(self) -> Seek<'a> {
        Seek { place: Place::Path, ..self }
    }

    /// For a string in a string; `None` when it is nested too deeply.
    fn deeper(self) -> Option<Seek<'a>> {
        (self.depth < DEEPEST).then_some(Seek { depth: self.depth + 1, ..self })
    }

    /// What the name of a location tells.
    pub fn certainty(self, key: &str) -> Option<Certainty> {
        match self.said.0.get(key) {
            Some(true) => Some(Certainty::Certain),
            Some(false) => None,
            None => secrets::certainty(key)
                .filter(|known| self.place != Place::Path || *known == Certainty::Certain),
        }
    }
}

/// The secrets in the value of `key`.
pub fn value(seek: Seek<'_>, key: &str, text: &str) -> Vec<Finding> {
    if seek.said.shown(key) || text.is_empty() {
        return Vec::new();
    }
    if secrets::is_harmless(text) && !template::has_variable(text) {
        return Vec::new();
    }
    match seek.certainty(key) {
        Some(certainty) if !secrets::is_plain(certainty, text) => named(seek, key, text),
        _ => nested(seek, key, text),
    }
}

/// The value of a key whose name announces a secret.
fn named(seek: Seek<'_>, key: &str, text: &str) -> Vec<Finding> {
    if template::has_variable(text) {
        let mut found = nested(seek, key, text);
        found.extend(variables(key, text));
        return found;
    }
    let start = match text.split_once(' ') {
        Some((scheme, rest)) if secrets::is_scheme(scheme) => text.len() - rest.len(),
        _ => 0,
    };
    let secret = &text[start..];
    let told = seek.said.0.get(key) == Some(&true);
    if secrets::is_harmless(secret) || !told && secrets::is_stub(key, secret) {
        return Vec::new();
    }
    vec![finding(start..text.len(), key)]
}

/// The variables of a text, used where a secret belongs.
pub fn variables(key: &str, text: &str) -> Vec<Finding> {
    let base = text.as_ptr() as usize;
    let pieces = template::pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Variable(variable) => {
            let start = variable.as_ptr() as usize - base;
            let span = start..start + variable.len();
            Some(Finding { form: Form::Variable, ..finding(span, key) })
        }
        Piece::Text(_) => None,
    });
    pieces.collect()
}

/// What a value holds whose name announces nothing.
fn nested(seek: Seek<'_>, key: &str, text: &str) -> Vec<Finding> {
    if text.len() < secrets::SHORTEST_TOKEN && !text.contains(['=', ':', '<', '{', '[']) {
        return Vec::new();
    }
    let Some(seek) = seek.deeper() else { return prose(seek, text) };
    let found = match text.trim_start().as_bytes().first() {
        Some(b'{' | b'[') if text.contains(['"', '\'']) => almost_json(seek, text),
        Some(b'"') if text.trim_end().ends_with('"') && text.len() > 2 => json::find(seek, text),
        Some(b'<') => xml::find(seek, text),
        _ if url::is_url(text) => url::find(seek, text),
        _ if url::is_form(text) => url::pairs(seek, text, 0),
        _ if !template::has_variable(text) && secrets::is_token(key, text) => {
            vec![finding(0..text.len(), key)]
        }
        _ => prose(seek, text),
    };
    // A token in running text is called like what holds it.
    let called = |found: Finding| match found.key == "token" && !key.is_empty() {
        true => Finding { key: key.to_owned(), ..found },
        false => found,
    };
    found.into_iter().map(called).collect()
}

/// JSON; where it is not quite that (other quotes, keys without quotes), it is running text too.
fn almost_json(seek: Seek<'_>, text: &str) -> Vec<Finding> {
    let mut found = json::find(seek, text);
    if crate::json::check(text).is_err() {
        found.extend(prose(seek, text));
    }
    found
}

/// A whole string as a finding.
pub fn whole(key: &str, text: &str) -> Finding {
    finding(0..text.len(), key)
}

/// The password before a host.
pub fn userinfo(text: &str) -> Vec<Finding> {
    url::userinfo(text, 0)
}

fn finding(span: Range<usize>, key: &str) -> Finding {
    Finding { span, key: key.to_owned(), within: String::new(), form: Form::Text }
}

/// The findings of a part of a text, as findings of the text.
fn moved(found: Vec<Finding>, by: usize, within: &str) -> impl Iterator<Item = Finding> {
    found.into_iter().map(move |finding| Finding {
        span: finding.span.start + by..finding.span.end + by,
        within: format!("{within}{}", finding.within),
        ..finding
    })
}

/// Sorts findings; of those that overlap the first counts.
pub fn settled(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by_key(|finding| (finding.span.start, std::cmp::Reverse(finding.span.end)));
    let mut end = 0;
    found.retain(|finding| {
        let free = finding.span.start >= end && !finding.span.is_empty();
        if free {
            end = finding.span.end;
        }
        free
    });
    found
}
