//! A URL as Postman puts it together from its parts, taken apart again as Postman takes it apart before sending.
//!
//! While it is one text, three kinds of things stand in it as single private-use characters, so that nothing within
//! them counts as a delimiter: path variables, `{{variables}}` and the parameters of the query list.

use std::borrow::Cow;

use super::scope;
use super::template::{Piece, pieces};
use crate::postman::{self, Parameter, Place, Query, Url, UrlParts};

const PATH_VARIABLES: u32 = 0xF_0000;
const ENTRIES: u32 = 0xF_8000;
const VARIABLES: u32 = 0x10_0000;
const END: u32 = 0x10_FFFE;

/// The character that stands for a thing.
fn marker(kind: u32, index: usize) -> char {
    u32::try_from(index).ok().and_then(|index| char::from_u32(kind + index)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// A URL taken apart.
#[derive(Debug, Default)]
pub(super) struct Address<'a> {
    /// Scheme and authority, with their variables; without the user's credentials.
    pub(super) server: String,
    /// User and password.
    pub(super) userinfo: Option<(String, String)>,
    /// The path in pieces: what follows the server up to the query.
    pub(super) path: Vec<PathPart<'a>>,
    /// The query, in order, with disabled entries.
    pub(super) query: Vec<Entry<'a>>,
    /// It has a `?` though the query is empty.
    pub(super) bare_query: bool,
}

impl Address<'_> {
    /// Whether all literal text of path and query can be sent without being encoded.
    pub(super) fn is_plain(&self) -> bool {
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic());
        let path = self.path.iter().all(|part| !matches!(part, PathPart::Text(text) if !plain(text)));
        let sent = self.query.iter().filter(|entry| entry.enabled).map(|entry| entry.parameter.as_ref());
        path && sent.into_iter().all(|entry| {
            plain(entry.key.as_deref().unwrap_or_default()) && entry.value.as_ref().and_then(|value| value.as_str()).is_none_or(plain)
        })
    }
}

/// A piece of a path.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum PathPart<'a> {
    /// Text, not encoded.
    Text(String),
    /// A variable with its braces.
    Variable(String),
    /// A path variable.
    PathVariable(PathVariable<'a>),
}

/// A path variable: `:name`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PathVariable<'a> {
    /// Its name.
    pub(super) name: String,
    /// What replaces it; `None`: the text `:name` stays.
    pub(super) value: Option<String>,
    /// Its description.
    pub(super) description: Option<&'a str>,
    /// Where its entry, or else the URL, stands.
    pub(super) place: Place,
}

/// An entry of the query.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// The entry.
    pub(super) parameter: Cow<'a, Parameter>,
    /// It is sent.
    pub(super) enabled: bool,
}

/// A URL while it is one text.
#[derive(Default)]
struct Text<'a> {
    text: String,
    path_variables: Vec<PathVariable<'a>>,
    variables: Vec<String>,
    entries: Cow<'a, [Parameter]>,
}

/// Takes a URL apart; `None` when it is missing or empty.
pub(super) fn take_apart<'a>(url: &'a Url, place: &Place) -> Option<Address<'a>> {
    let (mut whole, variables) = match url {
        Url::Missing => return None,
        Url::Text(text) => (Text { text: text.clone(), ..Default::default() }, None),
        Url::Parts(parts) => (assemble(parts), Some(parts.as_ref())),
    };
    whole.hide_variables();
    let text = std::mem::take(&mut whole.text);
    let text = text.trim_start();
    if text.is_empty() {
        return None;
    }
    let text = text.split('#').next().unwrap_or(text);
    let (head, query) = text.split_once('?').map_or((text, None), |(head, query)| (head, Some(query)));
    let head = head.replace('\\', "/");
    let (scheme, rest) = head.split_once("://").map_or((None, head.as_str()), |(scheme, rest)| (Some(scheme), rest.trim_start_matches('/')));
    let (authority, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let path = if variables.is_none() { whole.mark_segments(path, place) } else { path.to_owned() };
    let (userinfo, host) = authority.rsplit_once('@').map_or((None, authority), |(user, host)| (Some(user), host));
    let mut address = Address {
        server: server_text(scheme.map(|scheme| whole.show(scheme)).as_deref(), &whole.show(host)),
        userinfo: userinfo.map(|user| user.split_once(':').unwrap_or((user, ""))).map(|(user, password)| (whole.show(user), whole.show(password))),
        path: whole.path_parts(&path),
        ..Default::default()
    };
    whole.read_query(query, &mut address);
    Some(address)
}

/// Scheme and host as one text, in lower case when no variable stands there; without a scheme it is `http` where the
/// host is no variable that may bring its own.
fn server_text(scheme: Option<&str>, host: &str) -> String {
    if host.is_empty() {
        return String::new();
    }
    let scheme = scheme.map(|scheme| show_scheme(scheme, host));
    match scheme {
        Some(server) => server,
        None if host.starts_with("{{") => host.to_owned(),
        None => format!("http://{}", lower(host)),
    }
}

fn show_scheme(scheme: &str, host: &str) -> String {
    format!("{}://{}", lower(scheme), lower(host))
}

fn lower(text: &str) -> String {
    if text.contains("{{") { text.to_owned() } else { text.to_lowercase() }
}

/// One text of the parts. What stands in `raw` plays no role.
fn assemble(parts: &UrlParts) -> Text<'_> {
    let mut whole = Text::default();
    if let Some(protocol) = parts.protocol.as_deref().filter(|protocol| !protocol.is_empty()) {
        whole.text.push_str(protocol.strip_suffix("://").unwrap_or(protocol));
        whole.text.push_str("://");
    }
    if let Some((user, password)) = &parts.userinfo {
        whole.text.push_str(&format!("{user}:{password}@"));
    }
    whole.text.push_str(&parts.host.join("."));
    if let Some(port) = &parts.port {
        whole.text.push_str(&format!(":{port}"));
    }
    for segment in segments(parts) {
        whole.text.push('/');
        whole.push_segment(segment, parts.variables.as_slice(), &parts.place);
    }
    whole.entries = match &parts.query {
        None => Cow::Borrowed(&[]),
        Some(Query::List(entries)) => Cow::Borrowed(entries.as_slice()),
        Some(Query::Text(text)) => Cow::Owned(parse_query(text, &parts.place)),
    };
    let enabled: Vec<String> =
        (0..whole.entries.len()).filter(|index| !whole.entries[*index].disabled).map(|index| marker(ENTRIES, index).to_string()).collect();
    if !enabled.is_empty() {
        whole.text.push('?');
        whole.text.push_str(&enabled.join("&"));
    }
    if let Some(hash) = &parts.hash {
        whole.text.push_str(&format!("#{hash}"));
    }
    whole
}

/// The segments of a path.
pub(super) fn segments(parts: &UrlParts) -> Vec<&str> {
    match &parts.path {
        None => Vec::new(),
        Some(postman::Path::Segments(segments)) => segments.iter().map(String::as_str).collect(),
        Some(postman::Path::Text(text)) if text.is_empty() => Vec::new(),
        Some(postman::Path::Text(text)) => text.strip_prefix('/').unwrap_or(text).split('/').collect(),
    }
}

/// A query that is one text, as entries.
pub(super) fn parse_query(text: &str, place: &Place) -> Vec<Parameter> {
    text.split('&').map(|piece| parse_pair(piece, place)).collect()
}

fn parse_pair(piece: &str, place: &Place) -> Parameter {
    let (key, value) = piece.split_once('=').map_or((piece, None), |(key, value)| (key, Some(value)));
    Parameter { place: place.clone(), key: Some(key.to_owned()), value: value.map(serde_json::Value::from), ..Default::default() }
}

/// The name of the path variable at the start of a segment, which ends at the first `.`.
fn variable_name(segment: &str) -> Option<&str> {
    let rest = segment.strip_prefix(':')?;
    Some(rest.split('.').next().unwrap_or(rest)).filter(|name| !name.is_empty())
}

impl<'a> Text<'a> {
    /// Adds a segment; a path variable as its character.
    fn push_segment(&mut self, segment: &str, variables: &'a [postman::Variable], place: &Place) {
        let Some(name) = variable_name(segment) else {
            self.text.push_str(segment);
            return;
        };
        let entry = variables.iter().rev().find(|variable| variable.key.as_deref() == Some(name));
        self.text.push(marker(PATH_VARIABLES, self.path_variables.len()));
        self.text.push_str(&segment[name.len() + 1..]);
        self.path_variables.push(PathVariable {
            name: name.to_owned(),
            value: entry.and_then(scope::path_value),
            description: entry.and_then(|entry| entry.description.as_deref()),
            place: entry.map_or(place, |entry| &entry.place).clone(),
        });
    }

    /// Marks the path variables of a path that was part of a text.
    fn mark_segments(&mut self, path: &str, place: &Place) -> String {
        for (index, segment) in path.split('/').enumerate() {
            if index > 0 {
                self.text.push('/');
            }
            self.push_segment(segment, &[], place);
        }
        std::mem::take(&mut self.text)
    }

    /// Replaces each variable by its character.
    fn hide_variables(&mut self) {
        let text = std::mem::take(&mut self.text);
        for piece in pieces(&text) {
            match piece {
                Piece::Text(text) => self.text.push_str(text),
                Piece::Variable(variable) => {
                    self.text.push(marker(VARIABLES, self.variables.len()));
                    self.variables.push(variable.to_owned());
                }
            }
        }
    }

    /// What a character stands for, as a number within its kind.
    fn index(letter: char, kind: u32, end: u32) -> Option<usize> {
        let code = u32::from(letter);
        if (kind..end).contains(&code) { usize::try_from(code - kind).ok() } else { None }
    }

    fn variable(&self, letter: char) -> Option<&String> {
        self.variables.get(Self::index(letter, VARIABLES, END)?)
    }

    fn path_variable(&self, letter: char) -> Option<&PathVariable<'a>> {
        self.path_variables.get(Self::index(letter, PATH_VARIABLES, ENTRIES)?)
    }

    fn entry(&self, letter: char) -> Option<usize> {
        Self::index(letter, ENTRIES, VARIABLES).filter(|index| *index < self.entries.len())
    }

    /// A text with everything in it written out.
    fn show(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for letter in text.chars() {
            if let Some(variable) = self.variable(letter) {
                shown.push_str(variable);
            } else if let Some(variable) = self.path_variable(letter) {
                shown.push_str(&variable.value.clone().unwrap_or_else(|| format!(":{}", variable.name)));
            } else if let Some(index) = self.entry(letter) {
                let entry = &self.entries[index];
                shown.push_str(entry.key.as_deref().unwrap_or_default());
                if let Some(value) = entry.value.as_ref().and_then(serde_json::Value::as_str) {
                    shown.push('=');
                    shown.push_str(value);
                }
            } else {
                shown.push(letter);
            }
        }
        shown
    }

    fn path_parts(&self, path: &str) -> Vec<PathPart<'a>> {
        let mut parts = Vec::new();
        for letter in path.chars() {
            if let Some(variable) = self.variable(letter) {
                parts.push(PathPart::Variable(variable.clone()));
            } else if let Some(variable) = self.path_variable(letter) {
                parts.push(PathPart::PathVariable(variable.clone()));
            } else if let Some(PathPart::Text(text)) = parts.last_mut() {
                text.push(letter);
            } else {
                parts.push(PathPart::Text(letter.to_string()));
            }
        }
        parts
    }

    /// Reads the query: the enabled entries in the order of the text, the others where they stand in the list.
    fn read_query(self, query: Option<&str>, address: &mut Address<'a>) {
        let mut order: Vec<Result<usize, String>> = Vec::new();
        for piece in query.map(|query| query.split('&')).into_iter().flatten() {
            let mut letters = piece.chars();
            match (letters.next().and_then(|letter| self.entry(letter)), letters.next()) {
                (Some(index), None) => order.push(Ok(index)),
                _ => order.push(Err(self.show(piece))),
            }
        }
        address.bare_query = matches!(order.as_slice(), [Err(piece)] if piece.is_empty())
            || matches!(order.as_slice(), [Ok(index)] if is_blank(&self.entries[*index]));
        let sent: Vec<usize> = order.iter().filter_map(|piece| piece.as_ref().ok().copied()).collect();
        let mut entries: Vec<Option<Cow<'a, Parameter>>> = match self.entries {
            Cow::Borrowed(entries) => entries.iter().map(|entry| Some(Cow::Borrowed(entry))).collect(),
            Cow::Owned(entries) => entries.into_iter().map(|entry| Some(Cow::Owned(entry))).collect(),
        };
        let mut next = 0;
        let mut skip_to = |until: usize, found: &mut Vec<Entry<'a>>, entries: &mut Vec<Option<Cow<'a, Parameter>>>| {
            for index in next..until {
                if !sent.contains(&index) && let Some(parameter) = entries[index].take() {
                    found.push(Entry { parameter, enabled: false });
                }
            }
            next = next.max(until);
        };
        for piece in order {
            match piece {
                Ok(index) => {
                    skip_to(index, &mut address.query, &mut entries);
                    address.query.extend(entries[index].take().map(|parameter| Entry { parameter, enabled: true }));
                }
                Err(piece) => {
                    let parameter = Cow::Owned(parse_pair(&piece, &Place::default()));
                    address.query.push(Entry { parameter, enabled: true });
                }
            }
        }
        skip_to(entries.len(), &mut address.query, &mut entries);
        if address.bare_query {
            address.query.retain(|entry| !entry.enabled);
        }
    }
}

/// Whether an entry has neither key nor value.
fn is_blank(entry: &Parameter) -> bool {
    entry.key.as_deref().is_none_or(str::is_empty) && !entry.value.as_ref().is_some_and(serde_json::Value::is_string)
}
