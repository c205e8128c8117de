//! A URL that is one text, with lists of query parameters and path variables beside it, as v1 and v3 write it.
//!
//! The result is what an export in v2.1 holds for the same URL: protocol, host, port, path, query and hash.

use serde_json::Value;

use crate::postman::{Parameter, Path, Place, Query, UrlParts, Variable};
use crate::template::{Piece, pieces};

/// What belongs to a URL besides its text.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// The list of query parameters. A name in it replaces all parameters of that name in the text.
    pub(super) query: Vec<Parameter>,
    /// The path variables.
    pub(super) variables: Vec<Variable>,
}

/// Takes a URL apart, and adds what is listed beside it.
pub(super) fn parts(place: Place, text: &str, beside: Beside) -> UrlParts {
    let hidden = Hidden::new(text.trim_start());
    let (rest, hash) = split(&hidden.text, '#');
    let (rest, query) = split(rest, '?');
    let (protocol, rest) = match rest.split_once("://") {
        Some((protocol, rest)) => (Some(hidden.show(protocol)), rest),
        None => (None, rest),
    };
    let (authority, path) = match rest.find(['/', '\\']) {
        Some(at) => (&rest[..at], Some(&rest[at + 1..])),
        None => (rest, None),
    };
    let (userinfo, host) = match authority.rsplit_once('@') {
        Some((user, host)) => (Some(user), host),
        None => (None, authority),
    };
    let (host, port) = port(host);
    let pair = |user: &str| {
        let (user, password) = user.split_once(':').unwrap_or((user, ""));
        (hidden.show(user), hidden.show(password))
    };
    let labels = host.split('.').filter(|_| !host.is_empty());
    let segments = |path: &str| path.split(['/', '\\']).map(|text| hidden.show(text)).collect();
    UrlParts {
        raw: Some(text.to_owned()),
        protocol,
        userinfo: userinfo.map(pair),
        host: labels.map(|label| hidden.show(label)).collect(),
        port: port.map(|port| hidden.show(port)),
        path: path.map(segments).map(Path::Segments),
        query: merged(query.map(|text| hidden.query(text, &place)), beside.query),
        hash: hash.map(|hash| hidden.show(hash)),
        variables: beside.variables,
        place,
    }
}

fn split(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at).map_or((text, None), |(before, behind)| (before, Some(behind)))
}

/// The host and its port. What follows the last colon is a port when it is a number or a variable.
fn port(host: &str) -> (&str, Option<&str>) {
    let is_port = |port: &str| {
        !port.is_empty() && port.chars().all(|c| c.is_ascii_digit() || Hidden::is_marker(c))
    };
    match host.rsplit_once(':') {
        Some((host, port)) if is_port(port) => (host, Some(port)),
        _ => (host, None),
    }
}

/// The query of a URL: what only the text has comes first, then the list in its order.
fn merged(text: Option<Vec<Parameter>>, list: Vec<Parameter>) -> Option<Query> {
    let listed: Vec<String> = list.iter().map(|entry| plain(entry.key.as_deref())).collect();
    let has_query = text.is_some();
    let texts = text.unwrap_or_default().into_iter();
    let mut all: Vec<Parameter> =
        texts.filter(|entry| !listed.contains(&plain(entry.key.as_deref()))).collect();
    all.extend(list);
    (has_query || !all.is_empty()).then_some(Query::List(all))
}

/// A name without percent-encoding.
fn plain(key: Option<&str>) -> String {
    let bytes = percent_encoding::percent_decode_str(key.unwrap_or_default());
    bytes.decode_utf8_lossy().into_owned()
}

/// A text in which each `{{variable}}` is one private-use character, so that nothing in it counts as a delimiter.
struct Hidden {
    text: String,
    variables: Vec<String>,
}

const FIRST: u32 = 0xF_0000;
const LAST: u32 = 0xF_FFFD;

impl Hidden {
    fn new(text: &str) -> Hidden {
        let mut hidden = Hidden { text: String::new(), variables: Vec::new() };
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => hidden.text.push_str(text),
                Piece::Variable(variable) => hidden.push(variable),
            }
        }
        hidden
    }

    fn push(&mut self, variable: &str) {
        let marker = u32::try_from(self.variables.len()).ok().map(|index| FIRST + index);
        match marker.filter(|marker| *marker <= LAST).and_then(char::from_u32) {
            Some(marker) => {
                self.text.push(marker);
                self.variables.push(variable.to_owned());
            }
            None => self.text.push_str(variable),
        }
    }

    /// The parameters of a query. An empty part has neither name nor value.
    fn query(&self, text: &str, place: &Place) -> Vec<Parameter> {
        let parameter = |piece: &str| {
            let (key, value) = match piece.split_once('=') {
                Some((key, value)) => (key, Value::from(self.show(value))),
                None => (piece, Value::Null),
            };
            let key = (!piece.is_empty()).then(|| self.show(key));
            Parameter { place: place.clone(), key, value: Some(value), ..Parameter::default() }
        };
        text.split('&').map(parameter).collect()
    }

    fn is_marker(letter: char) -> bool {
        (FIRST..=LAST).contains(&u32::from(letter))
    }

    fn show(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for letter in text.chars() {
            let index = u32::from(letter).checked_sub(FIRST).filter(|_| Self::is_marker(letter));
            match index.and_then(|index| self.variables.get(usize::try_from(index).ok()?)) {
                Some(variable) => shown.push_str(variable),
                None => shown.push(letter),
            }
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_apart(text: &str) -> UrlParts {
        parts(Place::default(), text, Beside::default())
    }

    #[test]
    fn urls_are_taken_apart_as_exports_have_them() {
        let url = taken_apart("https://u:p@api.{{region}}.h.test:8080/a/:id/?x=1#part");
        assert_eq!(url.protocol.as_deref(), Some("https"));
        assert_eq!(url.userinfo, Some(("u".to_owned(), "p".to_owned())));
        assert_eq!(url.host, ["api", "{{region}}", "h", "test"]);
        assert_eq!(url.port.as_deref(), Some("8080"));
        let Some(Path::Segments(segments)) = url.path else { panic!("a path") };
        assert_eq!(segments, ["a", ":id", ""]);
        assert_eq!(url.hash.as_deref(), Some("part"));
    }

    #[test]
    fn delimiters_within_variables_do_not_count() {
        let url = taken_apart("{{a/b?c}}:{{port}}/x");
        assert_eq!(
            (url.host, url.port.as_deref()),
            (vec!["{{a/b?c}}".to_owned()], Some("{{port}}"))
        );
        let Some(Query::List(list)) = taken_apart("h?q={{a&b}}&{{#c}}=1").query else {
            panic!("a query")
        };
        assert_eq!(list[0].value, Some(Value::from("{{a&b}}")));
        assert_eq!(list[1].key.as_deref(), Some("{{#c}}"));
        let bare = taken_apart("{{baseUrl}}");
        assert!(bare.path.is_none() && bare.query.is_none());
    }

    /// URL, list (with `!` in front for disabled, without `=` for null), what is sent. From runs of Postman's own program.
    const MERGED: [(&str, &[&str], &str); 11] = [
        ("h?a=1", &["a=2"], "a=2"),
        ("h", &["a=1"], "a=1"),
        ("h?a=1", &["b=2"], "a=1&b=2"),
        ("h?a=1&b=2", &["!a=1"], "b=2"),
        ("h?a=1", &[], "a=1"),
        ("h?a=1&b=2", &["a=9"], "b=2&a=9"),
        ("h?a=1&b=2&c=3", &["c=3", "x=5", "a=7"], "b=2&c=3&x=5&a=7"),
        ("h?a=1&a=2", &["a=9"], "a=9"),
        ("h?a=1", &["a"], "a"),
        ("h?a%5B%5D=1", &["a[]=2"], "a[]=2"),
        ("h?a=1&&b=2", &["b=3"], "a=1&&b=3"),
    ];

    #[test]
    fn text_and_list_of_a_query_are_merged() {
        for (url, list, sent) in MERGED {
            let entries = list.iter().map(|entry| {
                let text = entry.trim_start_matches('!');
                let parameter = Hidden::new(text).query(text, &Place::default()).remove(0);
                Parameter { disabled: entry.starts_with('!'), ..parameter }
            });
            let beside = Beside { query: entries.collect(), ..Beside::default() };
            let Some(Query::List(all)) = parts(Place::default(), url, beside).query else {
                panic!("{url}")
            };
            let text = |entry: &Parameter| {
                let key = entry.key.clone().unwrap_or_default();
                match &entry.value {
                    Some(Value::String(value)) => format!("{key}={value}"),
                    _ => key,
                }
            };
            let enabled = all.iter().filter(|entry| !entry.disabled);
            assert_eq!(enabled.map(text).collect::<Vec<_>>().join("&"), sent, "{url}");
        }
    }
}
