// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Reading JSON text whose syntax has been checked: only its shape is still open.

use super::{Misfit, Slot};
use std::borrow::Cow;

/// How deep lists and objects may nest.
const DEPTH: u32 = 128;

/// A place in a JSON text. A copy of it is a bookmark.
#[derive(Debug, Clone, Copy)]
pub struct Cursor<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
}

/// The kinds of JSON values, by the names that the variants of a union have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonKind {
    /// `null`
    Null,
    /// `true` and `false`
    Boolean,
    /// A number without fraction and exponent.
    Integer,
    /// Any number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
    /// Anything: the variant for what fits no other one.
    Other,
}

/// A value that is no list and no object.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number as it is written.
    Number(&'a str),
    /// A text.
    Text(Cow<'a, str>),
}

impl<'a> Cursor<'a> {
    /// The start of a text. It must be one JSON value; what comes of other texts is unspecified, but no panic.
    pub fn new(text: &'a str) -> Self {
        Cursor { text, at: 0, depth: 0 }
    }

    /// The next byte that is no blank; 0 at the end.
    fn peek(&mut self) -> u8 {
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b' ' | b'\t' | b'\r' | b'\n') => self.at += 1,
                Some(byte) => return *byte,
                None => return 0,
            }
        }
    }

    /// The kind of the next value.
    pub fn kind(&mut self) -> JsonKind {
        match self.peek() {
            b'n' => JsonKind::Null,
            b't' | b'f' => JsonKind::Boolean,
            b'"' => JsonKind::Text,
            b'[' => JsonKind::List,
            b'{' => JsonKind::Object,
            _ if self.clone().raw().contains(['.', 'e', 'E']) => JsonKind::Number,
            _ => JsonKind::Integer,
        }
    }

    /// Takes a `null`, if it is next.
    pub fn null(&mut self) -> bool {
        let found = self.peek() == b'n';
        if found {
            self.raw();
        }
        found
    }

    /// Takes what stands for nothing where no text is expected, if it is next: `null` or an empty text.
    pub fn nothing(&mut self) -> bool {
        match self.peek() {
            b'n' => self.null(),
            b'"' => self.literal("\"\""),
            _ => false,
        }
    }

    /// Takes what stands for nothing where a list or an object is expected, if it is next: that, or `false`.
    pub fn nothing_composed(&mut self) -> bool {
        match self.peek() {
            b'f' => self.literal("false"),
            _ => self.nothing(),
        }
    }

    /// Takes these bytes, if they are next.
    fn literal(&mut self, literal: &str) -> bool {
        let found = self
            .text
            .as_bytes()
            .get(self.at..)
            .is_some_and(|rest| rest.starts_with(literal.as_bytes()));
        if found {
            self.at += literal.len();
        }
        found
    }

    /// Takes the next value as it is written.
    pub fn raw(&mut self) -> &'a str {
        let first = self.peek();
        let start = self.at;
        match first {
            b'"' => self.skip_text(),
            b'[' | b'{' => self.skip_nested(),
            _ => {
                let rest = &self.text.as_bytes()[start..];
                let ends = |byte: &u8| {
                    matches!(byte, b',' | b']' | b'}' | b':' | b' ' | b'\t' | b'\r' | b'\n')
                };
                self.at += rest.iter().position(ends).unwrap_or(rest.len());
            }
        }
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// Goes from an opening quote behind the closing one.
    fn skip_text(&mut self) {
        let bytes = self.text.as_bytes();
        self.at += 1;
        while let Some(byte) = bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'"' => return,
                b'\\' => self.at += 1,
                _ => {}
            }
        }
        self.at = bytes.len();
    }

    /// Goes from an opening bracket behind its closing one, however deep it nests.
    fn skip_nested(&mut self) {
        let bytes = self.text.as_bytes();
        let mut open = 0_usize;
        while let Some(byte) = bytes.get(self.at) {
            match byte {
                b'"' => {
                    self.skip_text();
                    continue;
                }
                b'[' | b'{' => open += 1,
                b']' | b'}' => open = open.saturating_sub(1),
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return;
            }
        }
    }

    /// Takes a text.
    fn text(&mut self) -> Result<Cow<'a, str>, Misfit> {
        self.peek();
        let start = self.at + 1;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let length =
            rest.iter().position(|byte| matches!(byte, b'"' | b'\\')).unwrap_or(rest.len());
        if rest.get(length) != Some(&b'\\') {
            self.at = (start + length + 1).min(self.text.len());
            return Ok(Cow::Borrowed(self.text.get(start..start + length).unwrap_or_default()));
        }
        let decoded = serde_json::from_str::<String>(self.raw())
            .map_err(|error| Misfit::new(error.to_string()))?;
        Ok(Cow::Owned(decoded))
    }

    /// Takes a scalar; `expected` says what is read.
    pub fn scalar(&mut self, expected: &str) -> Result<Scalar<'a>, Misfit> {
        match self.kind() {
            JsonKind::Null => {
                self.raw();
                Ok(Scalar::Null)
            }
            JsonKind::Boolean => Ok(Scalar::Boolean(self.raw() == "true")),
            JsonKind::Text => self.text().map(Scalar::Text),
            JsonKind::List | JsonKind::Object => Err(self.misfit(expected)),
            JsonKind::Integer | JsonKind::Number | JsonKind::Other => {
                Ok(Scalar::Number(self.raw()))
            }
        }
    }

    /// The error that says what was expected in place of the next value.
    pub fn misfit(&mut self, expected: &str) -> Misfit {
        let found = match self.kind() {
            JsonKind::Null => "null",
            JsonKind::Boolean => "a boolean",
            JsonKind::Integer | JsonKind::Number | JsonKind::Other => "a number",
            JsonKind::Text => "a text",
            JsonKind::List => "a list",
            JsonKind::Object => "an object",
        };
        Misfit::new(format!("{expected} is expected, {found} is there"))
    }

    /// Enters a list or an object that starts with `bracket`.
    fn open(&mut self, bracket: u8, expected: &str) -> Result<(), Misfit> {
        if self.peek() != bracket {
            return Err(self.misfit(expected));
        }
        if self.depth == DEPTH {
            return Err(Misfit::new("the document nests too deeply".to_owned()));
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    fn is_empty_list(mut self) -> bool {
        self.peek() == b'[' && {
            self.at += 1;
            self.peek() == b']'
        }
    }

    /// Goes to the next item or member; `false` behind the last one.
    fn next(&mut self) -> bool {
        if self.peek() == b',' {
            self.at += 1;
        }
        match self.peek() {
            b']' | b'}' | 0 => {
                self.at += 1;
                self.depth = self.depth.saturating_sub(1);
                false
            }
            _ => true,
        }
    }

    /// Takes a list; `item` takes each of its items.
    pub fn list(
        &mut self,
        item: &mut dyn FnMut(&mut Self) -> Result<(), Misfit>,
    ) -> Result<(), Misfit> {
        self.open(b'[', "a list")?;
        let mut index = 0;
        while self.next() {
            item(self).map_err(|misfit| misfit.in_item(index))?;
            index += 1;
        }
        Ok(())
    }

    /// Takes an object; `member` takes the value of each key. An empty list is an empty object: so PHP writes it.
    pub fn members(
        &mut self,
        expected: &str,
        member: &mut dyn FnMut(&str, &mut Self) -> Result<(), Misfit>,
    ) -> Result<(), Misfit> {
        if self.is_empty_list() {
            self.raw();
            return Ok(());
        }
        self.open(b'{', expected)?;
        while self.next() {
            let key = self.text()?;
            if self.peek() == b':' {
                self.at += 1;
            }
            member(&key, self).map_err(|misfit| misfit.in_member(&key))?;
        }
        Ok(())
    }

    /// Takes an object with known members: the value of each key goes to its slot, others are skipped. What stands
    /// for nothing is an object without members.
    pub fn object(
        &mut self,
        name: &str,
        keys: &[&str],
        slots: &mut [&mut dyn Slot],
    ) -> Result<(), Misfit> {
        if self.nothing_composed() {
            return Ok(());
        }
        // Most servers write members in the documented order: look first behind the one before.
        let mut guess = 0;
        self.members(name, &mut |key, json| {
            let found = keys[guess..]
                .iter()
                .position(|known| *known == key)
                .map(|position| guess + position);
            let Some(index) = found.or_else(|| keys.iter().position(|known| *known == key)) else {
                json.raw();
                return Ok(());
            };
            guess = index + 1;
            slots.get_mut(index).map_or(Ok(()), |slot| slot.read(json))
        })
    }
}
