//! JSON as it stands: a tree that keeps the text of its numbers, the order of members and repeated keys.
//!
//! `serde_json` decides what is JSON; this walk only cuts a text that it has accepted.

use std::borrow::Cow;

/// A JSON value that borrows from its text.
#[derive(Debug, Clone, PartialEq)]
pub enum Json<'a> {
    /// `null`.
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
    serde_json::from_str::<serde::de::IgnoredAny>(text)?;
    // a text with few of them is not looked through
    let opened = text.bytes().filter(|byte| matches!(byte, b'{' | b'[')).count();
    match opened > DEEPEST && depth(text) > DEEPEST {
        true => Err(serde::de::Error::custom("it is nested too deeply")),
        false => Ok(()),
    }
}

/// How many lists and objects of a JSON text are in one another at most.
fn depth(text: &str) -> usize {
    let (mut deepest, mut depth, mut quoted) = (0, 0usize, false);
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => quoted = !quoted,
            b'\\' => drop(bytes.next()),
            b'{' | b'[' if !quoted => depth += 1,
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

impl<'a> Json<'a> {
    /// Reads a JSON text.
    pub fn parse(text: &'a str) -> Result<Json<'a>, serde_json::Error> {
        check(text)?;
        Walk { text, at: 0 }.value()
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

/// A place in a JSON text that is known to be valid (but for escapes that name no character).
struct Walk<'a> {
    text: &'a str,
    at: usize,
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

    /// Steps over the next byte that is no white space when it is this one.
    fn eat(&mut self, byte: u8) -> bool {
        let eaten = self.peek() == byte;
        self.at += usize::from(eaten);
        eaten
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
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut escaped = false;
        self.at += 1;
        while bytes[self.at] != b'"' {
            let escape = bytes[self.at] == b'\\';
            escaped |= escape;
            self.at += 1 + usize::from(escape);
        }
        self.at += 1;
        match escaped {
            true => serde_json::from_str(&self.text[start..self.at]).map(Cow::Owned),
            false => Ok(Cow::Borrowed(&self.text[start + 1..self.at - 1])),
        }
    }

    fn list(&mut self) -> Result<Json<'a>, serde_json::Error> {
        let mut elements = Vec::new();
        self.at += 1;
        while !self.eat(b']') {
            self.eat(b',');
            elements.push(self.value()?);
        }
        Ok(Json::List(elements))
    }

    fn object(&mut self) -> Result<Json<'a>, serde_json::Error> {
        let mut members = Vec::new();
        self.at += 1;
        while !self.eat(b'}') {
            self.eat(b',');
            self.peek();
            let key = self.string()?;
            self.eat(b':');
            members.push((key, self.value()?));
        }
        Ok(Json::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The value as `serde_json` has it.
    fn value(json: &Json) -> serde_json::Value {
        match json {
            Json::Null => serde_json::Value::Null,
            Json::Boolean(value) => (*value).into(),
            Json::Number(text) => serde_json::from_str(text).unwrap(),
            Json::Text(text) => text.as_ref().into(),
            Json::List(elements) => elements.iter().map(value).collect(),
            Json::Object(members) => members.iter().map(|(key, v)| (key.as_ref(), value(v))).collect(),
        }
    }

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
            let parsed = Json::parse(&text).ok().map(|json| value(&json));
            prop_assert_eq!(parsed, serde_json::from_str(&text).ok());
        }

        #[test]
        fn what_serde_json_writes_is_read_back(keys in prop::collection::vec(".{0,4}", 0..4), text in ".*", eighths: i32) {
            let object: serde_json::Map<_, _> = keys.into_iter().map(|key| (key, text.clone().into())).collect();
            let whole = serde_json::json!([object, f64::from(eighths) / 8.0, null, true, {"a": {"b": [[], {}]}}]);
            for text in [whole.to_string(), serde_json::to_string_pretty(&whole).unwrap()] {
                prop_assert_eq!(value(&Json::parse(&text).unwrap()), whole.clone());
            }
        }
    }
}
