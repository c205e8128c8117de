//! The walk over a text that makes the tree.

use std::borrow::Cow;

use super::{DEEPEST, Json, too_deep};

/// A place in a text, which is JSON but for escapes that name no character. In any other text the walk ends somewhere, mostly with
/// an error.
pub(super) struct Walk<'a> {
    text: &'a str,
    at: usize,
    /// How many lists and objects are around.
    depth: usize,
    /// Room for a string with escapes.
    unescaped: String,
}

impl<'a> Walk<'a> {
    /// At the start of a text.
    pub(super) fn new(text: &'a str) -> Walk<'a> {
        Walk { text, at: 0, depth: 0, unescaped: String::new() }
    }

    /// The value that starts here, white space skipped.
    pub(super) fn value(&mut self) -> Result<Json<'a>, serde_json::Error> {
        Ok(match self.peek() {
            b'{' => self.object()?,
            b'[' => self.list()?,
            b'"' => Json::Text(self.string()?),
            b't' => self.word("true", Json::Boolean(true)),
            b'f' => self.word("false", Json::Boolean(false)),
            b'n' => self.word("null", Json::Null),
            _ => self.number()?,
        })
    }

    /// The next byte that is no white space. JSON has one wherever one is asked for.
    fn peek(&mut self) -> u8 {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let blanks = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.at += blanks;
        rest.get(blanks).copied().unwrap_or_default()
    }

    fn rest(&self) -> Result<&'a str, serde_json::Error> {
        self.text.get(self.at..).ok_or_else(no_json)
    }

    fn word(&mut self, word: &str, value: Json<'a>) -> Json<'a> {
        self.at += word.len();
        value
    }

    fn number(&mut self) -> Result<Json<'a>, serde_json::Error> {
        let rest = self.rest()?;
        let in_number = |byte: &u8| byte.is_ascii_digit() || b"+-.eE".contains(byte);
        let length = rest.bytes().take_while(in_number).count();
        self.at += length;
        if length == 0 { Err(no_json()) } else { Ok(Json::Number(&rest[..length])) }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, serde_json::Error> {
        let start = self.at;
        self.at += 1;
        self.unescaped.clear();
        loop {
            let rest = self.rest()?;
            let length = rest.as_bytes().iter().position(is_marked).ok_or_else(no_json)?;
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
            let letter = rest.as_bytes().get(length + 1).copied().unwrap_or_default();
            let Some(meant) = meaning(letter) else { return self.coded(start) };
            self.unescaped.push(meant);
            self.at += 1;
        }
    }

    /// The string that starts there. It has escapes that name characters by their numbers.
    fn coded(&mut self, start: usize) -> Result<Cow<'a, str>, serde_json::Error> {
        self.at = end_of_string(self.text, start);
        serde_json::from_str(self.text.get(start..self.at).unwrap_or_default()).map(Cow::Owned)
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

/// The text is no JSON. Nobody reads this error: `serde_json` says more.
fn no_json() -> serde_json::Error {
    serde::de::Error::custom("no JSON")
}
