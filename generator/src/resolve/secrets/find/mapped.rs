//! Texts within texts: a decoded text that knows where each of its bytes was written.

use super::Finding;

/// A decoded text.
pub struct Mapped {
    /// The text.
    pub text: String,
    /// For each byte of the text and for its end, where it was written.
    at: Vec<usize>,
}

impl Mapped {
    fn with_room(length: usize) -> Mapped {
        Mapped { text: String::with_capacity(length), at: Vec::with_capacity(length + 1) }
    }

    fn push(&mut self, letter: char, at: usize) {
        self.text.push(letter);
        self.at.resize(self.text.len(), at);
    }

    /// The content of a JSON string (between its quotes) with its escapes undone.
    pub fn json(raw: &str) -> Mapped {
        let mut mapped = Mapped::with_room(raw.len());
        let mut at = 0;
        while let Some(letter) = raw[at..].chars().next() {
            let (meant, length) = match letter {
                '\\' => escape(&raw[at..]),
                _ => (letter, letter.len_utf8()),
            };
            mapped.push(meant, at);
            at += length;
        }
        mapped.at.push(raw.len());
        mapped
    }

    /// The content of an element or attribute with its entities undone.
    pub fn xml(raw: &str) -> Mapped {
        const ENTITIES: [(&str, char); 5] =
            [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&apos;", '\'')];
        let mut mapped = Mapped::with_room(raw.len());
        let mut at = 0;
        while let Some(letter) = raw[at..].chars().next() {
            let entity = ENTITIES.iter().find(|(entity, _)| raw[at..].starts_with(entity));
            let (meant, length) = match entity {
                Some((entity, meant)) => (*meant, entity.len()),
                None => (letter, letter.len_utf8()),
            };
            mapped.push(meant, at);
            at += length;
        }
        mapped.at.push(raw.len());
        mapped
    }

    /// A part of a URL or form with its percent-escapes undone; `+` is a space.
    pub fn percent(raw: &str) -> Mapped {
        let (mut bytes, mut at) =
            (Vec::with_capacity(raw.len()), Vec::with_capacity(raw.len() + 1));
        let (source, mut next) = (raw.as_bytes(), 0);
        while let Some(&byte) = source.get(next) {
            let code = source
                .get(next + 1..next + 3)
                .and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
            at.push(next);
            let (meant, length) = match (byte, code) {
                (b'%', Some(code)) => (code, 3),
                (b'+', _) => (b' ', 1),
                _ => (byte, 1),
            };
            bytes.push(meant);
            next += length;
        }
        at.push(raw.len());
        match String::from_utf8(bytes) {
            Ok(text) => Mapped { text, at },
            Err(_) => Mapped { text: raw.to_owned(), at: (0..=raw.len()).collect() },
        }
    }

    /// Findings in the decoded text as findings of the text as written.
    pub fn back(&self, found: Vec<Finding>) -> Vec<Finding> {
        let place = |at: usize| self.at.get(at).copied().unwrap_or_default();
        let back = |finding: Finding| Finding {
            span: place(finding.span.start)..place(finding.span.end),
            ..finding
        };
        found.into_iter().map(back).collect()
    }
}

/// The character that an escape at the start of a text means, and the length of the escape.
fn escape(raw: &str) -> (char, usize) {
    let simple = |letter: char| match letter {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\u{8}',
        'f' => '\u{c}',
        other => other,
    };
    match raw[1..].chars().next() {
        None => ('\\', 1),
        Some('u') => {
            let code = raw.get(2..6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
            match code {
                Some(code) => (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), 6),
                None => ('u', 2),
            }
        }
        Some(letter) => (simple(letter), 1 + letter.len_utf8()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_lead_back() {
        let mapped = Mapped::json(r#"a\"b\u00e9c"#);
        assert_eq!(mapped.text, "a\"béc");
        assert_eq!(mapped.at, [0, 1, 3, 4, 4, 10, 11]);
        let mapped = Mapped::percent("a%22+b");
        assert_eq!((mapped.text.as_str(), mapped.at.as_slice()), ("a\" b", &[0, 1, 4, 5, 6][..]));
    }
}
