// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! JSON with the positions of its values in the text, so that a text can be changed at one place and nowhere else.

use std::ops::Range;

/// A value and its position.
#[derive(Debug)]
pub struct Node {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Debug)]
pub enum Kind {
    /// An object: the text of each key, and its value.
    Object(Vec<(String, Node)>),
    /// A list.
    List(Vec<Node>),
    /// Text.
    Text,
    /// Anything else.
    Plain,
}

impl Node {
    /// Reads a text that is one JSON value. `None`: it is not JSON, or nested too deeply.
    pub fn read(text: &str) -> Option<Node> {
        let start = text.len() - text.trim_start_matches('\u{feff}').len();
        // It bounds the depth too: what comes after it calls itself for each level.
        serde_json::from_str::<serde_json::Value>(&text[start..]).ok()?;
        Some(Reader { text, at: start }.value())
    }

    /// A member of an object. Of two with one key the last one counts.
    pub fn member(&self, key: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Object(members) => {
                members.iter().rfind(|(name, _)| name == key).map(|(_, node)| node)
            }
            _ => None,
        }
    }

    /// The elements of a list.
    pub fn elements(&self) -> &[Node] {
        match &self.kind {
            Kind::List(elements) => elements,
            _ => &[],
        }
    }

    /// The text of a string.
    pub fn text(&self, whole: &str) -> Option<String> {
        match self.kind {
            Kind::Text => serde_json::from_str(&whole[self.span.clone()]).ok(),
            _ => None,
        }
    }
}

/// Reads JSON that is known to be valid.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(b' ')
    }

    fn skip_blanks(&mut self) {
        while self.at < self.text.len() && self.byte().is_ascii_whitespace() {
            self.at += 1;
        }
    }

    fn value(&mut self) -> Node {
        self.skip_blanks();
        let start = self.at;
        let kind = match self.byte() {
            b'{' => Kind::Object(self.object()),
            b'[' => Kind::List(self.list()),
            b'"' => {
                self.string();
                Kind::Text
            }
            _ => {
                let rest = &self.text[self.at..];
                let ends = |c: char| c.is_ascii_whitespace() || matches!(c, ',' | ']' | '}');
                self.at += rest.find(ends).unwrap_or(rest.len());
                Kind::Plain
            }
        };
        Node { span: start..self.at, kind }
    }

    fn object(&mut self) -> Vec<(String, Node)> {
        let mut members = Vec::new();
        self.at += 1;
        loop {
            self.skip_blanks();
            match self.byte() {
                b'"' => {
                    let start = self.at;
                    self.string();
                    let key = serde_json::from_str(&self.text[start..self.at]).unwrap_or_default();
                    self.skip_blanks();
                    self.at += 1;
                    members.push((key, self.value()));
                }
                b',' => self.at += 1,
                _ => break,
            }
        }
        self.at += 1;
        members
    }

    fn list(&mut self) -> Vec<Node> {
        let mut elements = Vec::new();
        self.at += 1;
        loop {
            self.skip_blanks();
            match self.byte() {
                b']' => break,
                b',' => self.at += 1,
                _ if self.at >= self.text.len() => break,
                _ => elements.push(self.value()),
            }
        }
        self.at += 1;
        elements
    }

    fn string(&mut self) {
        self.at += 1;
        while self.at < self.text.len() {
            match self.byte() {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
    }
}
