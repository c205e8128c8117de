// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The target of a request while it is written: the server's address, the path and the query in one text.

use super::super::{BuildError, Settings, Sink};
use super::encode;
use super::encode::Rest;

/// What is written so far.
#[derive(Debug)]
pub(crate) struct Target {
    text: String,
    /// Where the last segment of the path starts.
    segment: usize,
    /// The argument in that segment; its text must not vanish.
    pending: Option<&'static str>,
    place: Place,
    escaping: Escaping,
    /// The first argument that was refused.
    fault: Option<BuildError>,
    secrecy: Secrecy,
}

/// Whether the path may be shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Secrecy {
    /// It may.
    #[default]
    Open,
    /// It holds a secret.
    Secret,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Path,
    Query,
    /// After a `#`: nothing more is sent.
    Fragment,
}

/// What becomes of raw texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Escaping {
    Lenient,
    Verbatim,
}

impl Target {
    pub(crate) fn new(base: &str, settings: &Settings) -> Self {
        let mut text = String::with_capacity(base.len() + 96);
        text.push_str(base);
        let escaping = if settings.raw_url { Escaping::Verbatim } else { Escaping::Lenient };
        Target {
            segment: text.len(),
            text,
            pending: None,
            place: Place::Path,
            escaping,
            fault: None,
            secrecy: Secrecy::Open,
        }
    }

    pub(crate) fn path(&mut self, encoded: &str) {
        if self.place == Place::Fragment {
            return;
        }
        let Some(slash) = encoded.find('/') else {
            self.text.push_str(encoded);
            return;
        };
        self.text.push_str(&encoded[..slash]);
        self.end_path();
        self.text.push_str(&encoded[slash..]);
        self.segment = self.text.rfind('/').map_or(0, |position| position + 1);
    }

    /// The segment is complete: what a caller passed must not make it vanish.
    pub(crate) fn end_path(&mut self) {
        if let Some(name) = self.pending.take()
            && vanishes(&self.text[self.segment..])
        {
            self.fault.get_or_insert(BuildError::PathArgument { name });
        }
    }

    /// Starts the next piece of the query.
    fn separator(&mut self) {
        self.text.push(if self.place == Place::Query { '&' } else { '?' });
        self.place = Place::Query;
    }

    pub(crate) fn bare_query(&mut self) {
        if self.place == Place::Path {
            self.separator();
        }
    }

    fn cut(&mut self, rest: Rest) {
        if rest == Rest::Cut {
            self.place = Place::Fragment;
        }
    }

    /// The text, and whether its path may be shown.
    pub(crate) fn finish(mut self) -> Result<(String, Secrecy), BuildError> {
        self.end_path();
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        if self.escaping == Escaping::Verbatim
            && self.text.bytes().any(|byte| !byte.is_ascii_graphic())
        {
            return Err(BuildError::Url {
                reason: "it holds a character that only stands in URLs escaped".to_owned(),
            });
        }
        Ok((self.text, self.secrecy))
    }
}

/// Transports take such segments out of a path, or merge the slashes around them.
fn vanishes(segment: &str) -> bool {
    let dot = |text: &'_ str| {
        text.strip_prefix('.')
            .or_else(|| text.strip_prefix("%2e"))
            .or_else(|| text.strip_prefix("%2E"))
            .map(str::len)
    };
    match dot(segment) {
        None => segment.is_empty(),
        Some(0) => true,
        Some(left) => dot(&segment[segment.len() - left..]) == Some(0),
    }
}

/// Verbatim text, up to a `#`.
fn push_verbatim(out: &mut String, text: &str) -> Rest {
    match text.split_once('#') {
        Some((kept, _)) => {
            out.push_str(kept);
            Rest::Cut
        }
        None => {
            out.push_str(text);
            Rest::Kept
        }
    }
}

/// Takes the value of a path argument.
pub(crate) struct PathSink<'a> {
    target: &'a mut Target,
    name: &'static str,
    values: usize,
}

impl<'a> PathSink<'a> {
    pub(crate) fn new(target: &'a mut Target, name: &'static str) -> Self {
        PathSink { target, name, values: 0 }
    }

    pub(crate) fn finish(self) -> Result<(), BuildError> {
        if self.values == 1 { Ok(()) } else { Err(BuildError::PathValues { name: self.name }) }
    }
}

impl Sink for PathSink<'_> {
    fn text(&mut self, value: &str) -> Result<(), BuildError> {
        self.values += 1;
        if self.target.place == Place::Path {
            encode::push_path_safe(&mut self.target.text, value);
            self.target.pending = Some(self.name);
        }
        Ok(())
    }

    fn raw(&mut self, value: &str) -> Result<(), BuildError> {
        self.values += 1;
        if self.target.place == Place::Path {
            let out = &mut self.target.text;
            let rest = match self.target.escaping {
                Escaping::Lenient => encode::push_path_lenient(out, value),
                Escaping::Verbatim => push_verbatim(out, value),
            };
            self.target.cut(rest);
        }
        Ok(())
    }

    fn bare(&mut self) -> Result<(), BuildError> {
        self.text("")
    }

    fn secret(&mut self) {
        self.target.secrecy = Secrecy::Secret;
    }
}

/// Takes the values of a query parameter.
pub(crate) struct QuerySink<'a> {
    pub(crate) target: &'a mut Target,
    pub(crate) key: &'static str,
}

impl QuerySink<'_> {
    /// Writes the key; `None` when nothing of the query is sent any more.
    fn key(&mut self) -> Option<&mut String> {
        if self.target.place == Place::Fragment {
            return None;
        }
        self.target.separator();
        self.target.text.push_str(self.key);
        Some(&mut self.target.text)
    }
}

impl Sink for QuerySink<'_> {
    fn text(&mut self, value: &str) -> Result<(), BuildError> {
        if let Some(out) = self.key() {
            out.push('=');
            encode::push_query_safe(out, value);
        }
        Ok(())
    }

    fn raw(&mut self, value: &str) -> Result<(), BuildError> {
        let escaping = self.target.escaping;
        if let Some(out) = self.key() {
            out.push('=');
            let rest = match escaping {
                Escaping::Lenient => encode::push_query_lenient(out, value),
                Escaping::Verbatim => push_verbatim(out, value),
            };
            self.target.cut(rest);
        }
        Ok(())
    }

    fn bare(&mut self) -> Result<(), BuildError> {
        self.key();
        Ok(())
    }
}
