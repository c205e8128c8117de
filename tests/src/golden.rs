//! Recordings of Postman's runtime for the project's own collections (`golden/*.jsonl`), and how to
//! compare a client with them.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

/// The value of a numeric dynamic variable in a recording.
const DYNAMIC_NUMBER: &str = "4242424242";
/// The prefix of any other dynamic variable in a recording.
const DYNAMIC_TEXT: &str = "dynamic-";
/// The boundary of every multipart body in a recording.
const BOUNDARY: &str = "multipart-boundary";

/// A line of a recording.
#[derive(Debug, Clone, Deserialize)]
pub struct Golden {
    /// The position of the request in its collection.
    pub index: usize,
    /// The names of its folders, and its own.
    pub path: Vec<String>,
    /// What Postman sends. `None` if it sends nothing.
    pub request: Option<Sent>,
}

/// A recorded request.
#[derive(Debug, Clone, Deserialize, PartialEq, Eq)]
pub struct Sent {
    /// The method.
    pub method: String,
    /// The whole URL.
    pub url: String,
    /// The headers in order.
    pub headers: Vec<(String, String)>,
    /// The body, or an empty string. All recorded bodies are text.
    pub body: String,
}

/// Reads the recording of a collection: `zoom` or `features`.
///
/// # Panics
///
/// If the recording is missing or malformed.
pub fn recording(collection: &str) -> Vec<Golden> {
    let file = folder().join("golden").join(format!("{collection}.jsonl"));
    let text = std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    text.lines().map(|line| serde_json::from_str(line).expect("a line of a recording")).collect()
}

/// Returns the folder of this crate, which contains the collections, fixtures and recordings.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

impl Sent {
    /// What tells `given` from this recorded request; empty when it is what Postman sends.
    ///
    /// Names of headers are compared without case, and the order of different headers does not count. Headers that the
    /// recording does not have are passed over, for a transport adds its own, but not `Authorization` and
    /// `Content-Type`. JSON is compared as a value, a dynamic variable takes any value.
    pub fn differences(&self, given: &Sent) -> Vec<String> {
        let given = &given.with_fixed_boundary();
        let mut found = Vec::new();
        let mut compare = |what: &str, wanted: &str, given: &str| {
            if !matches_text(wanted, given) {
                found.push(format!("{what}: {wanted:?} is wanted, {given:?} is sent"));
            }
        };
        compare("method", &self.method, &given.method);
        compare("url", &self.url, &given.url);
        let own = ["authorization".to_owned(), "content-type".to_owned()];
        for name in self.headers.iter().map(|(name, _)| name.to_lowercase()).chain(own) {
            compare(&name, &self.header_values(&name), &given.header_values(&name));
        }
        if !matches_body(&self.body, &given.body) {
            compare("body", &self.body, &given.body);
        }
        found
    }

    /// Returns the values of all headers with a name, one per line.
    fn header_values(&self, name: &str) -> String {
        let values = self
            .headers
            .iter()
            .filter(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str());
        values.collect::<Vec<_>>().join("\n")
    }

    fn with_fixed_boundary(&self) -> Sent {
        let content_type = self.header_values("content-type");
        let Some((_, boundary)) =
            content_type.split_once("boundary=").filter(|_| content_type.starts_with("multipart/"))
        else {
            return self.clone();
        };
        let boundary = boundary.trim_matches('"');
        let headers = self
            .headers
            .iter()
            .map(|(name, value)| (name.clone(), value.replace(boundary, BOUNDARY)));
        Sent {
            headers: headers.collect(),
            body: self.body.replace(boundary, BOUNDARY),
            ..self.clone()
        }
    }
}

fn matches_body(wanted: &str, given: &str) -> bool {
    match (serde_json::from_str(wanted), serde_json::from_str(given)) {
        (Ok(wanted), Ok(given)) => matches_json(&wanted, &given),
        _ => matches_text(wanted, given),
    }
}

fn matches_json(wanted: &Value, given: &Value) -> bool {
    match (wanted, given) {
        (Value::Object(wanted), Value::Object(given)) => {
            wanted.len() == given.len()
                && wanted.iter().all(|(key, value)| {
                    given.get(key).is_some_and(|other| matches_json(value, other))
                })
        }
        (Value::Array(wanted), Value::Array(given)) => {
            wanted.len() == given.len() && wanted.iter().zip(given).all(|(a, b)| matches_json(a, b))
        }
        (Value::String(wanted), Value::String(given)) => matches_text(wanted, given),
        (Value::Number(wanted), Value::Number(_)) if wanted.to_string() == DYNAMIC_NUMBER => true,
        (Value::Number(wanted), Value::Number(given)) => wanted.as_f64() == given.as_f64(),
        _ => wanted == given,
    }
}

/// Whether a text equals the recorded one, in which each marker of a dynamic variable matches any
/// text.
fn matches_text(wanted: &str, given: &str) -> bool {
    let mut pieces = literal_pieces(wanted).into_iter();
    let Some(mut rest) = pieces.next().and_then(|first| given.strip_prefix(first)) else {
        return false;
    };
    let Some(last) = pieces.next_back() else {
        return rest.is_empty();
    };
    for piece in pieces {
        let Some(at) = rest.find(piece) else {
            return false;
        };
        rest = &rest[at + piece.len()..];
    }
    rest.ends_with(last)
}

/// Returns the texts between the markers: one more than there are markers.
fn literal_pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = cut_at_marker(rest) {
        pieces.push(before);
        rest = after;
    }
    pieces.push(rest);
    pieces
}

fn cut_at_marker(text: &str) -> Option<(&str, &str)> {
    let named = text.find(DYNAMIC_TEXT).map(|at| {
        let name = &text[at + DYNAMIC_TEXT.len()..];
        let end = name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len());
        (&text[..at], &name[end..])
    });
    let number = text.split_once(DYNAMIC_NUMBER);
    [named, number].into_iter().flatten().min_by_key(|(before, _)| before.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(content_type: &str, body: &str) -> Sent {
        let headers = vec![("content-type".to_owned(), content_type.to_owned())];
        Sent {
            method: "POST".into(),
            url: "http://a.example/b?at=4242424242&c=d".into(),
            headers,
            body: body.into(),
        }
    }

    #[test]
    fn a_recording_matches_itself() {
        for line in ["zoom", "features"].into_iter().flat_map(recording) {
            let request = line.request.expect("Postman sends every request of these collections");
            assert_eq!(request.differences(&request), [""; 0], "{:?}", line.path);
        }
    }

    #[test]
    fn dynamic_values_may_be_anything() {
        let wanted = sent("application/json", r#"{"id":"x-dynamic-guid","n":4242424242,"f":1}"#);
        let mut given = sent("application/json", r#"{"f":1.0,"n":17,"id":"x-5c9e"}"#);
        given.url = "http://a.example/b?at=1700000000&c=d".into();
        assert_eq!(wanted.differences(&given), [""; 0]);
        given.body = given.body.replace("x-", "y-");
        assert_eq!(wanted.differences(&given).len(), 1);
    }

    #[test]
    fn boundaries_do_not_count() {
        let wanted =
            sent("multipart/form-data; boundary=multipart-boundary", "--multipart-boundary--\r\n");
        assert_eq!(
            wanted.differences(&sent("multipart/form-data; boundary=xYz", "--xYz--\r\n")),
            [""; 0]
        );
    }

    #[test]
    fn a_header_too_many_is_found() {
        let mut given = sent("text/plain", "a");
        given.headers.push(("Authorization".into(), "Bearer a".into()));
        assert_eq!(sent("text/plain", "a").differences(&given).len(), 1);
    }
}
