//! JSON as it stands: a tree that keeps the text of its numbers, the order of members and repeated keys.
//!
//! `serde_json` decides what is JSON; this walk only cuts a text that it has accepted.

use std::borrow::Cow;

use serde::de::IgnoredAny;
use serde_json::Value;

/// A JSON value that borrows from its text.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Json<'a> {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, as written.
    Number(&'a str),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Json<'a>>),
    /// An object: its members as they stand.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// The most lists and objects in one another: what `serde_json` reads into a type, here and in the clients.
const DEEPEST: usize = 127;

/// Whether a text is JSON, and can be read into a type; what the parser says when not.
pub fn check(text: &str) -> Result<(), serde_json::Error> {
    serde_json::from_str::<IgnoredAny>(text)?;
    // a text with few of them is not looked through
    let opened = text.bytes().filter(|byte| matches!(byte, b'{' | b'[')).count();
    match opened > DEEPEST && depth(text) > DEEPEST {
        true => Err(too_deep()),
        false => Ok(()),
    }
}

fn too_deep() -> serde_json::Error {
    serde::de::Error::custom("it is nested too deeply")
}

/// How many lists and objects of a JSON text are in one another at most.
fn depth(text: &str) -> usize {
    let (mut deepest, mut depth, mut at) = (0, 0usize, 0);
    while let Some(byte) = text.as_bytes().get(at) {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
        at = if *byte == b'"' { end_of_string(text, at) } else { at + 1 };
    }
    deepest
}

/// Behind the string whose first quote stands here; the end of the text when it has no last one.
pub(crate) fn end_of_string(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start + 1;
    while let Some(length) = bytes.get(at..).and_then(|rest| rest.iter().position(is_marked)) {
        at += length + 1;
        match bytes[at - 1] {
            b'"' => return at,
            // whatever is escaped is no quote
            _ => at += 1,
        }
    }
    bytes.len()
}

impl<'a> Json<'a> {
    /// Reads a JSON text.
    pub fn parse(text: &'a str) -> Result<Json<'a>, serde_json::Error> {
        serde_json::from_str::<IgnoredAny>(text)?;
        Walk { text, at: 0, depth: 0, unescaped: String::new() }.value()
    }

    /// A member of an object. Of two with one key the last one counts.
    pub fn get(&self, key: &str) -> Option<&Json<'a>> {
        match self {
            Json::Object(members) => members.iter().rfind(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Calls `visit` for this value and everything in it.
    pub fn visit(&self, visit: &mut impl FnMut(&Json<'a>)) {
        visit(self);
        match self {
            Json::List(elements) => elements.iter().for_each(|element| element.visit(visit)),
            Json::Object(members) => members.iter().for_each(|(_, value)| value.visit(visit)),
            _ => {}
        }
    }
}

/// As `serde_json` reads it; a number that it cannot hold is null.
impl From<Json<'_>> for Value {
    fn from(json: Json<'_>) -> Value {
        match json {
            Json::Null => Value::Null,
            Json::Boolean(value) => Value::Bool(value),
            Json::Number(text) => serde_json::from_str(text).unwrap_or_default(),
            Json::Text(text) => Value::String(text.into_owned()),
            Json::List(elements) => elements.into_iter().map(Value::from).collect(),
            Json::Object(members) => members.into_iter().map(|(key, value)| (key.into_owned(), Value::from(value))).collect(),
        }
    }
}

/// A place in a JSON text that is known to be valid (but for escapes that name no character).
struct Walk<'a> {
    text: &'a str,
    at: usize,
    /// How many lists and objects are around.
    depth: usize,
    /// Room for a string with escapes.
    unescaped: String,
}

impl<'a> Walk<'a> {
    /// The value that starts here, white space skipped.
    fn value(&mut self) -> Result<Json<'a>, serde_json::Error> {
        Ok(match self.peek() {
            b'{' => self.object()?,
            b'[' => self.list()?,
            b'"' => Json::Text(self.string()?),
            b't' => self.word("true", Json::Boolean(true)),
            b'f' => self.word("false", Json::Boolean(false)),
            b'n' => self.word("null", Json::Null),
            _ => self.number(),
        })
    }

    /// The next byte that is no white space. The text is valid: there is one wherever one is asked for.
    fn peek(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        while bytes[self.at].is_ascii_whitespace() {
            self.at += 1;
        }
        bytes[self.at]
    }

    fn word(&mut self, word: &str, value: Json<'a>) -> Json<'a> {
        self.at += word.len();
        value
    }

    fn number(&mut self) -> Json<'a> {
        let rest = &self.text[self.at..];
        let in_number = |byte: &u8| byte.is_ascii_digit() || b"+-.eE".contains(byte);
        let length = rest.bytes().take_while(in_number).count();
        self.at += length;
        Json::Number(&rest[..length])
    }

    fn string(&mut self) -> Result<Cow<'a, str>, serde_json::Error> {
        let start = self.at;
        self.at += 1;
        self.unescaped.clear();
        loop {
            let rest = &self.text[self.at..];
            let length = rest.as_bytes().iter().position(is_marked).unwrap_or(rest.len());
            let plain = &rest[..length];
            self.at += length + 1;
            let is_end = rest.as_bytes()[length] == b'"';
            if is_end && self.unescaped.is_empty() {
                return Ok(Cow::Borrowed(plain));
            }
            self.unescaped.push_str(plain);
            if is_end {
                return Ok(Cow::Owned(self.unescaped.as_str().to_owned()));
            }
            let Some(meant) = meaning(rest.as_bytes()[length + 1]) else { return self.coded(start) };
            self.unescaped.push(meant);
            self.at += 1;
        }
    }

    /// The string that starts there. It has escapes that name characters by their numbers.
    fn coded(&mut self, start: usize) -> Result<Cow<'a, str>, serde_json::Error> {
        self.at = end_of_string(self.text, start);
        serde_json::from_str(&self.text[start..self.at]).map(Cow::Owned)
    }

    /// Steps into a list or an object.
    fn enter(&mut self) -> Result<(), serde_json::Error> {
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST { Err(too_deep()) } else { Ok(()) }
    }

    fn list(&mut self) -> Result<Json<'a>, serde_json::Error> {
        let mut elements = Vec::new();
        self.enter()?;
        let mut next = self.peek();
        while next != b']' {
            self.at += usize::from(next == b',');
            elements.push(self.value()?);
            next = self.peek();
        }
        self.leave();
        Ok(Json::List(elements))
    }

    fn object(&mut self) -> Result<Json<'a>, serde_json::Error> {
        let mut members = Vec::new();
        self.enter()?;
        let mut next = self.peek();
        while next != b'}' {
            self.at += usize::from(next == b',');
            self.peek();
            let key = self.string()?;
            self.peek();
            self.at += 1;
            members.push((key, self.value()?));
            next = self.peek();
        }
        self.leave();
        Ok(Json::Object(members))
    }

    fn leave(&mut self) {
        self.at += 1;
        self.depth -= 1;
    }
}

/// Whether something other than itself starts with a byte of a string.
fn is_marked(byte: &u8) -> bool {
    matches!(byte, b'"' | b'\\')
}

/// What the letter of an escape means; nothing for `u`, which needs more than a letter.
fn meaning(letter: u8) -> Option<char> {
    Some(match letter {
        b'"' | b'\\' | b'/' => char::from(letter),
        b'n' => '\n',
        b't' => '\t',
        b'r' => '\r',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::value::RawValue;

    #[test]
    fn what_is_nested_too_deeply_is_no_json() {
        let nested = |depth: usize| format!("{}\"[[\\\"[\"{}", "[".repeat(depth), "]".repeat(depth));
        assert!(Json::parse(&nested(DEEPEST)).is_ok());
        for depth in [DEEPEST + 1, 100_000] {
            assert!(Json::parse(&nested(depth)).is_err(), "{depth}");
        }
    }

    #[test]
    fn numbers_keep_their_text() {
        let json = Json::parse(" [1.0, -0,1e5 ,\t123456789012345678901] ").unwrap();
        let texts = ["1.0", "-0", "1e5", "123456789012345678901"];
        assert_eq!(json, Json::List(texts.map(Json::Number).to_vec()));
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for text in ["", " ", "{", "{'a': 1}", "[1,]", "{\"a\": 1} {\"b\": 2}", "ok", "\"\\ud800\"", "01"] {
            assert!(Json::parse(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_walk_agrees_with_serde_json(text in r#"[\[\]{}",:0-9a\\ntrue .-]{0,12}"#) {
            let parsed = Json::parse(&text).ok();
            prop_assert_eq!(parsed.is_some(), serde_json::from_str::<&RawValue>(&text).is_ok());
            // a number beyond what `Value` holds is no `Value`
            if let Ok(value) = serde_json::from_str::<Value>(&text) {
                prop_assert_eq!(parsed.map(Value::from), Some(value));
            }
        }

        #[test]
        fn what_serde_json_writes_is_read_back(keys in prop::collection::vec(".{0,4}", 0..4), text in ".*", eighths: i32) {
            let object: serde_json::Map<_, _> = keys.into_iter().map(|key| (key, text.clone().into())).collect();
            let whole = serde_json::json!([object, f64::from(eighths) / 8.0, null, true, {"a": {"b": [[], {}]}}]);
            for text in [whole.to_string(), serde_json::to_string_pretty(&whole).unwrap()] {
                prop_assert_eq!(Value::from(Json::parse(&text).unwrap()), whole.clone());
            }
        }
    }
}
