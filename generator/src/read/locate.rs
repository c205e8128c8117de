//! JSON pointers → places in the text. Only the lists and objects on the way to an asked place are looked into, each once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::error::Position;
use super::lines::Lines;
use super::text::decode;
use crate::postman::Place;

/// Finds places in the text of a file that was read.
pub struct Locator<'a> {
    text: &'a str,
    lines: Lines<'a>,
    /// For each list and object that was looked into: where its members start.
    members: HashMap<usize, HashMap<String, usize>>,
}

impl<'a> Locator<'a> {
    /// For the bytes of a file; one that is no text has no places.
    pub fn new(bytes: &'a [u8]) -> Locator<'a> {
        let text = decode(bytes).unwrap_or_default();
        Locator { text, lines: Lines::new(text), members: HashMap::new() }
    }

    /// Where a value stands.
    pub fn locate(&mut self, place: &Place) -> Option<Position> {
        let mut at = Scanner { text: self.text, at: 0 }.skip_blanks();
        for token in place.0.split('/').skip(1) {
            let token = token.replace("~1", "/").replace("~0", "~");
            let text = self.text;
            let members = self.members.entry(at).or_insert_with(|| Scanner { text, at }.members());
            at = *members.get(&token)?;
        }
        let end = Scanner { text: self.text, at }.skip_value();
        (at < self.text.len()).then(|| self.lines.position(Range { start: at, end }))
    }
}

/// Walks over JSON that is known to be well-formed but for characters in its strings. What it meets in other text is no
/// harm: it comes to the end.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
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

    /// The starts of the members of the list or object here. Of two with one key the last one counts.
    fn members(&mut self) -> HashMap<String, usize> {
        let mut members = HashMap::new();
        let object = match self.peek() {
            Some(b'{') => true,
            Some(b'[') => false,
            _ => return members,
        };
        self.at += 1;
        loop {
            self.skip_blanks();
            let key = match self.peek() {
                None | Some(b'}' | b']') => return members,
                Some(b',') => {
                    self.at += 1;
                    continue;
                }
                Some(b'"') if object => self.key().into_owned(),
                Some(_) if object => return members,
                Some(_) => members.len().to_string(),
            };
            members.insert(key, self.skip_blanks());
            self.skip_value();
        }
    }

    /// A key and the colon behind it.
    fn key(&mut self) -> Cow<'a, str> {
        let start = self.at;
        self.skip_string();
        let quoted = &self.text[start..self.at];
        self.skip_blanks();
        if self.peek() == Some(b':') {
            self.at += 1;
        }
        match serde_json::from_str(quoted) {
            Ok(key) if quoted.contains('\\') => Cow::Owned(key),
            _ => Cow::Borrowed(quoted.trim_matches('"')),
        }
    }

    fn skip_string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'"' => return,
                b'\\' => self.at = (self.at + 1).min(self.text.len()),
                _ => {}
            }
        }
    }

    /// Goes behind the value here, however deep it is.
    fn skip_value(&mut self) -> usize {
        let mut depth = 0usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => self.skip_string(),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' | b',' if depth == 0 => break,
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                _ => self.at += 1,
            }
            if depth == 0 && matches!(byte, b'"' | b'}' | b']') {
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
        let position = Locator::new(text.as_bytes()).locate(&Place(pointer.to_owned()))?;
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
