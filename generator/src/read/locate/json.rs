//! Locations in JSON. The text is scanned once; only the lists and objects on the way to a location are looked into, each once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use crate::json::end_of_string;
use crate::pointer;
use crate::postman::Place;
use crate::source::{Lines, Position};

/// Lists and objects of at least this many bytes are scanned only once.
const LONG: usize = 1000;

/// Finds locations in the text of a file.
pub(super) struct Locator<'a> {
    lines: Lines<'a>,
    scanner: Scanner<'a>,
    /// The lists and objects that were looked into, by their start.
    inner: HashMap<usize, Inner<'a>>,
}

/// The starts of the members of a list or an object.
enum Inner<'a> {
    List(Vec<usize>),
    Object(Vec<(Cow<'a, str>, usize)>),
}

impl Inner<'_> {
    /// The start of a member. Of two with one key the last one counts.
    fn find(&self, token: &str) -> Option<usize> {
        match self {
            Inner::List(starts) => {
                let index =
                    token.parse().ok().filter(|index: &usize| index.to_string() == token)?;
                starts.get(index).copied()
            }
            Inner::Object(members) => {
                members.iter().rfind(|(key, _)| key == token).map(|(_, start)| *start)
            }
        }
    }
}

impl<'a> Locator<'a> {
    /// Prepares a text.
    pub(super) fn new(text: &'a str) -> Locator<'a> {
        Locator {
            lines: Lines::new(text),
            scanner: Scanner { text, at: 0, ends: HashMap::new() },
            inner: HashMap::new(),
        }
    }

    /// The location of a value.
    pub(super) fn locate(&mut self, place: &Place) -> Option<Position> {
        let scanner = &mut self.scanner;
        scanner.at = 0;
        let mut at = scanner.skip_blanks();
        for token in place.pointer.split('/').skip(1) {
            let inner = self.inner.entry(at).or_insert_with(|| {
                scanner.at = at;
                scanner.inner()
            });
            at = inner.find(&pointer::key(token))?;
        }
        scanner.at = at;
        let end = scanner.skip_value();
        (at < scanner.text.len()).then(|| self.lines.position(Range { start: at, end }))
    }
}

/// Scans JSON that is known to be well-formed, apart from characters in its strings. In any other text it reaches the end
/// without finding anything.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// The ends of the long lists and objects that were scanned, by their start.
    ends: HashMap<usize, usize>,
}

impl<'a> Scanner<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_blanks(&mut self) -> usize {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
        self.at
    }

    /// The contents of the list or object here; anything else counts as an empty list.
    fn inner(&mut self) -> Inner<'a> {
        match self.peek() {
            Some(b'{') => Inner::Object(self.members()),
            Some(b'[') => Inner::List(self.elements()),
            _ => Inner::List(Vec::new()),
        }
    }

    fn elements(&mut self) -> Vec<usize> {
        let mut starts = Vec::new();
        self.at += 1;
        while self.advance() {
            starts.push(self.at);
            self.skip_value();
        }
        starts
    }

    fn members(&mut self) -> Vec<(Cow<'a, str>, usize)> {
        let mut members = Vec::new();
        self.at += 1;
        while self.advance() && self.peek() == Some(b'"') {
            let key = self.key();
            members.push((key, self.skip_blanks()));
            self.skip_value();
        }
        members
    }

    /// Advances to the next member of a list or an object; false at its end.
    fn advance(&mut self) -> bool {
        while self.peek().is_some_and(|byte| byte == b',' || byte.is_ascii_whitespace()) {
            self.at += 1;
        }
        !matches!(self.peek(), None | Some(b'}' | b']'))
    }

    /// A key and the colon after it.
    fn key(&mut self) -> Cow<'a, str> {
        let start = self.at;
        self.skip_string();
        let quoted = &self.text[start..self.at];
        self.skip_blanks();
        if self.peek() == Some(b':') {
            self.at += 1;
        }
        match quoted.contains('\\').then(|| serde_json::from_str(quoted)) {
            Some(Ok(key)) => Cow::Owned(key),
            _ => Cow::Borrowed(quoted.trim_matches('"')),
        }
    }

    fn skip_string(&mut self) {
        self.at = end_of_string(self.text, self.at);
    }

    /// Skips the value here, however deep it is nested.
    fn skip_value(&mut self) -> usize {
        if let Some(end) = self.ends.get(&self.at) {
            self.at = *end;
            return self.at;
        }
        let mut open = Vec::new();
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => self.skip_string(),
                b'{' | b'[' => {
                    open.push(self.at);
                    self.at += 1;
                    continue;
                }
                b'}' | b']' => {
                    let Some(start) = open.pop() else { break };
                    self.at += 1;
                    if self.at - start >= LONG {
                        self.ends.insert(start, self.at);
                    }
                }
                b',' if open.is_empty() => break,
                _ => {
                    self.at += 1;
                    continue;
                }
            }
            if open.is_empty() {
                break;
            }
        }
        self.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, pointer: &str) -> Option<String> {
        let position = Locator::new(text)
            .locate(&Place { pointer: pointer.to_owned(), ..Place::default() })?;
        Some(position.snippet[position.span].to_owned())
    }

    #[test]
    fn finds_values_of_every_kind() {
        let text = r#" {"a": [1, {"b/c~": "x\"}]"}, []], "é\n": true, "a2": {}, "d": "e" }"#;
        let cases = [
            ("", &text[1..]),
            ("/a", r#"[1, {"b/c~": "x\"}]"}, []]"#),
            ("/a/0", "1"),
            ("/a/1/b~1c~0", r#""x\"}]""#),
            ("/a/2", "[]"),
            ("/é\n", "true"),
            ("/a2", "{}"),
            ("/d", "\"e\""),
        ];
        for (pointer, value) in cases {
            assert_eq!(found(text, pointer).as_deref(), Some(value), "{pointer}");
        }
        for pointer in ["/x", "/a/3", "/a/0/x", "/a/-1", "/d/0"] {
            assert_eq!(found(text, pointer), None, "{pointer}");
        }
    }

    #[test]
    fn the_last_of_two_members_counts_and_only_the_first_line_is_meant() {
        assert_eq!(found(r#"{"a": 1, "a": 2}"#, "/a").as_deref(), Some("2"));
        assert_eq!(found("{\"a\": {\n\"b\": 1}}", "/a").as_deref(), Some("{"));
    }

    #[test]
    fn broken_text_is_no_harm() {
        for text in ["", "{", "{\"a", "{\"a\"", "{\"a\":", "[1,,", "{a:1}", "\"\\", "]"] {
            for pointer in ["", "/a", "/0", "/1/0"] {
                let _ = found(text, pointer);
            }
        }
    }
}
