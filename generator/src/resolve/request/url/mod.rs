//! A URL as Postman puts it together from its parts, taken apart again as Postman takes it apart before sending.
//!
//! While it is one text, three kinds of things stand in it as single private-use characters, so that nothing within
//! them counts as a delimiter: path variables, `{{variables}}` and the parameters of the query list.

mod text;

use std::borrow::Cow;

use crate::postman::{self, Parameter, Place, Query, Url, UrlParts};
use text::Text;

/// A URL taken apart.
#[derive(Debug, Default)]
pub(crate) struct Address<'a> {
    /// Scheme and authority, with their variables; without the user's credentials.
    pub(crate) server: String,
    /// User and password.
    pub(crate) userinfo: Option<(String, String)>,
    /// The path in pieces: what follows the server up to the query.
    pub(crate) path: Vec<PathPart<'a>>,
    /// The query, in order, with disabled entries.
    pub(crate) query: Vec<Entry<'a>>,
    /// It has a `?` though the query is empty.
    pub(crate) bare_query: bool,
}

impl Address<'_> {
    /// Whether all literal text of path and query can be sent without being encoded.
    pub(crate) fn is_plain(&self) -> bool {
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic());
        let path =
            self.path.iter().all(|part| !matches!(part, PathPart::Text(text) if !plain(text)));
        let sent =
            self.query.iter().filter(|entry| entry.enabled).map(|entry| entry.parameter.as_ref());
        path && sent.into_iter().all(|entry| {
            plain(entry.key.as_deref().unwrap_or_default())
                && entry.value.as_ref().and_then(|value| value.as_str()).is_none_or(plain)
        })
    }
}

/// A piece of a path.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum PathPart<'a> {
    /// Text, not encoded.
    Text(String),
    /// A variable with its braces.
    Variable(String),
    /// A variable that holds a whole URL, with its braces.
    Location(String),
    /// A path variable.
    PathVariable(PathVariable<'a>),
}

/// A path variable: `:name`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PathVariable<'a> {
    /// Its name.
    pub(crate) name: String,
    /// What replaces it; `None`: the text `:name` stays.
    pub(crate) value: Option<String>,
    /// Its description.
    pub(crate) description: Option<&'a str>,
    /// Where its entry, or else the URL, stands.
    pub(crate) place: Place,
}

/// An entry of the query.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    /// The entry.
    pub(crate) parameter: Cow<'a, Parameter>,
    /// It is sent.
    pub(crate) enabled: bool,
}

/// Takes a URL apart; `None` when it is missing or empty.
pub(crate) fn take_apart<'a>(url: &'a Url, place: &Place) -> Option<Address<'a>> {
    let (mut whole, variables) = match url {
        Url::Missing => return None,
        Url::Text(text) => (Text::of(text), None),
        Url::Parts(parts) => match whole_raw(parts) {
            Some(raw) => (Text::of(raw), None),
            None => (assemble(parts), Some(parts.as_ref())),
        },
    };
    whole.hide_variables();
    let text = std::mem::take(&mut whole.text);
    let text = text.trim_start();
    if text.is_empty() {
        return None;
    }
    let text = text.split('#').next().unwrap_or(text);
    let (head, query) =
        text.split_once('?').map_or((text, None), |(head, query)| (head, Some(query)));
    let head = head.replace('\\', "/");
    let (scheme, rest) = head.split_once("://").map_or((None, head.as_str()), |(scheme, rest)| {
        (Some(scheme), rest.trim_start_matches('/'))
    });
    let (authority, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let path = if variables.is_none() { whole.mark_segments(path, place) } else { path.to_owned() };
    let (userinfo, host) =
        authority.rsplit_once('@').map_or((None, authority), |(user, host)| (Some(user), host));
    let mut address = Address {
        server: server_text(scheme.map(|scheme| whole.show(scheme)).as_deref(), &whole.show(host)),
        userinfo: userinfo
            .map(|user| user.split_once(':').unwrap_or((user, "")))
            .map(|(user, password)| (whole.show(user), whole.show(password))),
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

/// `raw`, where the parts have neither host nor path nor query.
fn whole_raw(parts: &UrlParts) -> Option<&str> {
    let has_parts = has_host(parts) || parts.path.is_some() || parts.query.is_some();
    parts.raw.as_deref().filter(|raw| !has_parts && !raw.is_empty())
}

fn has_host(parts: &UrlParts) -> bool {
    parts.host.iter().any(|label| !label.is_empty())
}

/// The scheme and the host of `raw`, where the parts have no host.
fn raw_server(parts: &UrlParts) -> Option<&str> {
    let raw = parts.raw.as_deref().filter(|_| !has_host(parts))?;
    let authority = raw.find("://").map_or(0, |scheme| scheme + "://".len());
    let end = raw[authority..].find(['/', '\\', '?', '#']).map_or(raw.len(), |at| authority + at);
    Some(&raw[..end]).filter(|server| server.len() > authority && !server.starts_with(':'))
}

/// One text of the parts. `raw` counts only where they have no host.
fn assemble(parts: &UrlParts) -> Text<'_> {
    let mut whole = Text::default();
    if let Some(server) = raw_server(parts) {
        whole.text.push_str(server);
    } else {
        push_server(parts, &mut whole.text);
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
    let enabled: Vec<String> = (0..whole.entries.len())
        .filter(|index| !whole.entries[*index].disabled)
        .map(|index| text::entry_marker(index).to_string())
        .collect();
    if !enabled.is_empty() {
        whole.text.push('?');
        whole.text.push_str(&enabled.join("&"));
    }
    if let Some(hash) = &parts.hash {
        whole.text.push_str(&format!("#{hash}"));
    }
    whole
}

/// Scheme, user, host and port.
fn push_server(parts: &UrlParts, text: &mut String) {
    if let Some(protocol) = parts.protocol.as_deref().filter(|protocol| !protocol.is_empty()) {
        text.push_str(protocol.strip_suffix("://").unwrap_or(protocol));
        text.push_str("://");
    }
    if let Some((user, password)) = &parts.userinfo {
        text.push_str(&format!("{user}:{password}@"));
    }
    text.push_str(&parts.host.join("."));
    if let Some(port) = &parts.port {
        text.push_str(&format!(":{port}"));
    }
}

/// The segments of a path: a list without any is a slash all the same.
pub(crate) fn segments(parts: &UrlParts) -> Vec<&str> {
    match &parts.path {
        None => Vec::new(),
        Some(postman::Path::Segments(segments)) if segments.is_empty() => vec![""],
        Some(postman::Path::Segments(segments)) => segments.iter().map(String::as_str).collect(),
        Some(postman::Path::Text(text)) if text.is_empty() => Vec::new(),
        Some(postman::Path::Text(text)) => {
            text.strip_prefix('/').unwrap_or(text).split('/').collect()
        }
    }
}

/// A query that is one text, as entries.
pub(crate) fn parse_query(text: &str, place: &Place) -> Vec<Parameter> {
    text.split('&').map(|piece| parse_pair(piece, place)).collect()
}

fn parse_pair(piece: &str, place: &Place) -> Parameter {
    let (key, value) =
        piece.split_once('=').map_or((piece, None), |(key, value)| (key, Some(value)));
    Parameter {
        place: place.clone(),
        key: Some(key.to_owned()),
        value: value.map(serde_json::Value::from),
        ..Default::default()
    }
}
