// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The target of a request under construction: the server's address, path and query in one string.

use super::super::{BuildError, Settings, Sink};
use super::encode::{self, Rest};
use super::location;

/// What is written so far.
#[derive(Debug)]
pub(crate) struct Target {
    text: String,
    /// Where the server's address ends.
    base: usize,
    /// Where the last segment of the path starts.
    segment: usize,
    /// The argument in that segment, whose text must not vanish.
    pending: Option<&'static str>,
    place: Place,
    escaping: Escaping,
    /// The first error.
    fault: Option<BuildError>,
    secrecy: Secrecy,
}

/// Whether the path may be shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Secrecy {
    /// It may be shown.
    #[default]
    Open,
    /// It contains a secret.
    Secret,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Path,
    Query,
    /// After a `#`: nothing more is sent.
    Fragment,
}

/// How raw text is handled.
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
            base: text.len(),
            segment: text.len(),
            text,
            pending: None,
            place: Place::Path,
            escaping,
            fault: fault_of(base),
            secrecy: Secrecy::Open,
        }
    }

    pub(crate) fn path(&mut self, encoded: &str) {
        if self.place == Place::Fragment {
            return;
        }
        self.begin(encoded);
        let Some(slash) = encoded.find('/') else {
            self.text.push_str(encoded);
            return;
        };
        self.text.push_str(&encoded[..slash]);
        self.end_path();
        self.text.push_str(&encoded[slash..]);
        self.segment = self.text.rfind('/').map_or(0, |position| position + 1);
    }

    /// Starts the path with a slash where `next`, its first text, does not: nothing else ends the authority of the URL.
    fn begin(&mut self, next: &str) {
        if self.text.len() == self.base && !next.starts_with('/') && !self.text.ends_with('/') {
            self.text.push('/');
            self.segment = self.text.len();
        }
    }

    /// A whole URL, or a path with its query, on the server that the request goes to anyway.
    fn location(&mut self, name: &'static str, location: &str) {
        match location::on_server(&self.text[..self.base], location) {
            Some(target) => {
                self.place = if target.contains('?') { Place::Query } else { Place::Path };
                self.base = 0;
                self.segment = target.rfind('/').map_or(0, |position| position + 1);
                self.text = target;
            }
            None => {
                self.fault.get_or_insert(BuildError::OtherServer { name });
            }
        }
    }

    /// Ends a segment. Fails if the caller's argument would make it vanish.
    pub(crate) fn end_path(&mut self) {
        if let Some(name) = self.pending.take()
            && vanishes(&self.text[self.segment..])
        {
            self.fault.get_or_insert(BuildError::PathArgument { name });
        }
    }

    /// Starts the next pair of the query.
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

    /// Returns the target, and whether its path may be shown.
    pub(crate) fn finish(mut self) -> Result<(String, Secrecy), BuildError> {
        self.end_path();
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        if self.text.starts_with("//") || self.text.starts_with("/\\") {
            return Err(BuildError::Url {
                reason: "without the address of a server, a path cannot start with two slashes"
                    .to_owned(),
            });
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

/// Checks the address of a server. Without a host, the path's first segment would become the host.
fn fault_of(base: &str) -> Option<BuildError> {
    let is_host = |rest: &str| {
        rest.chars().next().is_some_and(|first| first > ' ' && !"/\\?#@:".contains(first))
    };
    let has_host = base.is_empty()
        || base.split_once("://").is_some_and(|(scheme, rest)| !scheme.is_empty() && is_host(rest));
    (!has_host).then(|| BuildError::Url {
        reason:
            "its server has no scheme or no host: expected something like `https://example.com`"
                .to_owned(),
    })
}

/// Whether transports remove such a segment or merge the slashes around it.
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

/// Appends literal text, up to a `#`.
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

/// Writes the value of a path argument.
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
            self.target.begin("");
            encode::push_path_safe(&mut self.target.text, value);
            self.target.pending = Some(self.name);
        }
        Ok(())
    }

    fn raw(&mut self, value: &str) -> Result<(), BuildError> {
        self.values += 1;
        if self.target.place == Place::Path {
            self.target.begin(value);
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

/// Writes a value that is a whole URL.
pub(crate) struct LocationSink<'a> {
    pub(crate) target: &'a mut Target,
    pub(crate) name: &'static str,
}

impl Sink for LocationSink<'_> {
    fn text(&mut self, value: &str) -> Result<(), BuildError> {
        self.target.location(self.name, value);
        Ok(())
    }

    fn raw(&mut self, value: &str) -> Result<(), BuildError> {
        self.text(value)
    }

    fn bare(&mut self) -> Result<(), BuildError> {
        self.text("")
    }

    fn secret(&mut self) {
        self.target.secrecy = Secrecy::Secret;
    }
}

/// Writes the values of a query parameter.
pub(crate) struct QuerySink<'a> {
    pub(crate) target: &'a mut Target,
    pub(crate) key: &'static str,
}

impl QuerySink<'_> {
    /// Writes the key. Returns `None` if nothing of the query is sent any more.
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
