//! A tolerant walk over JSON, also where the text is not quite JSON: holes, comments, trailing commas.

use std::ops::Range;

use super::mapped::Mapped;
use super::{Finding, Form, Seek, finding, moved, named, prose, value};
use crate::hints::secrets::Certainty;
use crate::pointer::token;
use crate::template::{self, Piece};

/// Keys below which the value of the key above is kept: `{"password": {"value": "…"}}`.
const VALUE: [&str; 9] =
    ["value", "values", "val", "stringValue", "default", "content", "$t", "#text", "_"];

/// Keys that name the sibling `value`: `{"key": "password", "value": "…"}`.
const NAME: [&str; 7] = ["key", "name", "field", "header", "param", "parameter", "variable"];

/// The secrets in a JSON text.
pub fn find(seek: Seek<'_>, text: &str) -> Vec<Finding> {
    let mut walk = Walk { seek, text, around: Vec::new(), found: Vec::new() };
    walk.run();
    walk.found
}

struct Walk<'a> {
    seek: Seek<'a>,
    text: &'a str,
    around: Vec<Around<'a>>,
    found: Vec<Finding>,
}

/// A list or an object around the current position.
enum Around<'a> {
    List { index: usize },
    Object { key: Option<&'a str>, name: Option<&'a str>, value: Option<Range<usize>> },
}

impl<'a> Walk<'a> {
    fn run(&mut self) {
        let holes = holes(self.text);
        let mut holes = holes.into_iter().peekable();
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            while holes.next_if(|hole| hole.end <= at).is_some() {}
            if holes.peek().is_some_and(|hole| hole.start == at) {
                let hole = holes.next().unwrap_or_default();
                self.hole(hole.clone());
                at = hole.end;
                continue;
            }
            at = match byte {
                b'"' => self.string(at),
                b'-' | b'0'..=b'9' => self.number(at),
                b'/' if matches!(bytes.get(at + 1), Some(b'/' | b'*')) => self.comment(at),
                _ => self.mark(*byte, at),
            };
        }
    }

    fn mark(&mut self, byte: u8, at: usize) -> usize {
        match byte {
            b'{' => self.around.push(Around::Object { key: None, name: None, value: None }),
            b'[' => self.around.push(Around::List { index: 0 }),
            b'}' | b']' => self.close(),
            b',' => match self.around.last_mut() {
                Some(Around::List { index }) => *index += 1,
                Some(Around::Object { key, .. }) => *key = None,
                None => {}
            },
            _ => {}
        }
        at + 1
    }

    /// The end of a list or object. The name beside a value may announce a secret.
    fn close(&mut self) {
        let Some(Around::Object { name: Some(name), value: Some(span), .. }) = self.around.pop()
        else {
            return;
        };
        let raw = &self.text[span.clone()];
        let known = |found: &Finding| found.span.start >= span.start && found.span.end <= span.end;
        if self.seek.certainty(name).is_some() && !self.found.iter().any(known) {
            let within = format!("{}/value", self.pointer());
            let found = value(self.seek, name, raw);
            self.found.extend(moved(found, span.start, &within));
        }
    }

    fn string(&mut self, at: usize) -> usize {
        let end = string_end(self.text.as_bytes(), at + 1);
        let raw = &self.text[at + 1..end];
        let after = self.text.as_bytes()[end..].iter().skip(1).find(|b| !b.is_ascii_whitespace());
        if after == Some(&b':') {
            match self.around.last_mut() {
                Some(Around::Object { key, .. }) => *key = Some(raw),
                _ => self.around.push(Around::Object { key: Some(raw), name: None, value: None }),
            }
            return end + 1;
        }
        if let Some(Around::Object { key: Some(key), name, value }) = self.around.last_mut() {
            if NAME.contains(key) {
                *name = name.or(Some(raw));
            } else if *key == "value" {
                *value = Some(at + 1..end);
            }
        }
        let found = match raw.contains('\\') {
            true => {
                let mapped = Mapped::json(raw);
                mapped.back(value(self.seek, self.key(), &mapped.text))
            }
            false => value(self.seek, self.key(), raw),
        };
        if !found.is_empty() {
            let within = self.pointer();
            self.found.extend(moved(found, at + 1, &within));
        }
        end + 1
    }

    fn number(&mut self, at: usize) -> usize {
        let length = self.text.as_bytes()[at..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || b"+-._".contains(byte))
            .count();
        let key = self.key();
        if self.seek.certainty(key) == Some(Certainty::Certain) {
            let span = at..at + length;
            let within = self.pointer();
            self.found.push(Finding { form: Form::Number, within, ..finding(span, key) });
        }
        at + length
    }

    /// A variable that is not in a string.
    fn hole(&mut self, hole: Range<usize>) {
        if self.seek.certainty(self.key()).is_some() {
            let within = self.pointer();
            let found = named(self.seek, self.key(), &self.text[hole.clone()]);
            self.found.extend(moved(found, hole.start, &within));
        }
    }

    fn comment(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let length = match rest.starts_with("//") {
            true => rest.find('\n').unwrap_or(rest.len()),
            false => rest.find("*/").map_or(rest.len(), |end| end + 2),
        };
        self.found.extend(moved(prose(self.seek, &rest[..length]), at, ""));
        at + length
    }

    /// The key that the current value belongs to.
    fn key(&self) -> &'a str {
        let keys = self.around.iter().rev().filter_map(|around| match around {
            Around::Object { key: Some(key), .. } => Some(*key),
            _ => None,
        });
        let mut keys = keys.peekable();
        let Some(own) = keys.next() else { return "" };
        match keys.peek() {
            Some(above) if VALUE.contains(&own) && self.seek.certainty(above).is_some() => above,
            _ => own,
        }
    }

    /// The JSON pointer of the current value.
    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for around in &self.around {
            pointer.push('/');
            match around {
                Around::List { index } => pointer.push_str(&index.to_string()),
                Around::Object { key, .. } => pointer.push_str(&token(key.unwrap_or_default())),
            }
        }
        pointer
    }
}

/// The variables outside of strings and in them.
fn holes(text: &str) -> Vec<Range<usize>> {
    if !text.contains("{{") {
        return Vec::new();
    }
    let base = text.as_ptr() as usize;
    let spans = template::pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Variable(variable) => {
            let start = variable.as_ptr() as usize - base;
            Some(start..start + variable.len())
        }
        Piece::Text(_) => None,
    });
    spans.collect()
}

/// Where a string ends: at its closing quote, or at the end of the text.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// A harmless number of the same kind.
pub fn number_stand_in(number: &str) -> String {
    let digits = number.strip_prefix('-').unwrap_or(number);
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        "1".repeat(digits.len())
    } else {
        "1.5".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Seek, settled};
    use crate::resolve::Secrets;

    fn secrets(text: &str) -> Vec<(String, String)> {
        let said = Secrets::default();
        let found = settled(super::find(Seek::new(&said), text));
        found.into_iter().map(|found| (found.within, text[found.span].to_owned())).collect()
    }

    fn pair(within: &str, secret: &str) -> (String, String) {
        (within.to_owned(), secret.to_owned())
    }

    #[test]
    fn at_any_depth() {
        let text = r#"{"a": [{"password": "sesame"}], "b": "{\"password\": \"open\", \"c\": 1}",}"#;
        assert_eq!(secrets(text), [pair("/a/0/password", "sesame"), pair("/b/password", "open")]);
        assert_eq!(secrets(r#"{"password": {"value": "x1"}}"#), [pair("/password/value", "x1")]);
        assert_eq!(secrets(r#"[{"key": "token", "value": "x1"}]"#), [pair("/0/value", "x1")]);
        assert_eq!(secrets(r#"{"pin_token": 1234, "n": 5}"#), [pair("/pin_token", "1234")]);
        assert_eq!(
            secrets(
                r#"{"a": "x", // "password": "sesame"
            "b": {{x}}}"#
            ),
            [pair("", "sesame")]
        );
    }

    #[test]
    fn what_is_visible() {
        for text in [
            r#"{"secret": true, "session": "enabled", "token_type": "bearer", "max_tokens": 5}"#,
            r#"{"password": "<string>", "token": null, "credentials": "https://h.test/credentials"}"#,
            r#"{"secret_scanning": {"status": "enabled"}}"#,
        ] {
            assert_eq!(secrets(text), [], "{text}");
        }
    }
}
