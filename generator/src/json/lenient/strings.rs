//! Strings and keys.

use super::{FaultKind, Mender, comment, ellipsis};

/// How far to look for the quote that really ends a string.
const FAR: usize = 300;

/// The quote that closes a string, by the one that opens it.
pub(super) fn closing(open: char) -> Option<&'static [char]> {
    Some(match open {
        '"' => &['"'],
        '\'' => &['\''],
        '`' => &['`', '\''],
        '“' | '”' | '„' => &['”', '“', '"'],
        '‘' | '’' => &['’', '‘', '\''],
        _ => return None,
    })
}

impl Mender<'_> {
    /// A key: a string, a word or a variable.
    pub(super) fn key(&mut self) -> Option<()> {
        let first = self.next()?;
        if closing(first).is_some() {
            return self.string();
        }
        let end = match self.variable_end() {
            Some(end) => end,
            None => {
                let rest = self.rest();
                let in_key = |c: char| c.is_alphanumeric() || "_-$@.".contains(c);
                rest.find(|c| !in_key(c)).unwrap_or(rest.len())
            }
        };
        if end == 0 {
            return None;
        }
        self.fault(FaultKind::BareWord);
        let key = &self.rest()[..end];
        self.at += end;
        self.quote(key);
        Some(())
    }

    /// Writes a text as a JSON string.
    pub(super) fn quote(&mut self, text: &str) {
        // Writing to a string cannot fail.
        self.out.push_str(&serde_json::to_string(text).unwrap_or_default());
    }

    /// The string that opens here.
    pub(super) fn string(&mut self) -> Option<()> {
        let open = self.next()?;
        let close = closing(open)?;
        if open != '"' {
            self.fault(FaultKind::Quotes);
        }
        self.at += open.len_utf8();
        self.out.push('"');
        loop {
            let Some(letter) = self.next() else {
                self.fault(FaultKind::Unclosed);
                break;
            };
            if close.contains(&letter) {
                let behind = &self.rest()[letter.len_utf8()..];
                let closes = self.in_call && behind.trim_start().starts_with(')');
                if closes || is_end(behind) || !has_end(behind, close) {
                    self.at += letter.len_utf8();
                    break;
                }
                self.fault(FaultKind::InnerQuote);
            }
            self.letter(letter);
        }
        self.out.push('"');
        Some(())
    }

    /// One character of a string.
    fn letter(&mut self, letter: char) {
        if letter == '\\' {
            return self.escape();
        }
        match letter {
            '"' => self.out.push_str("\\\""),
            control if control < ' ' => {
                self.fault(FaultKind::ControlCharacter);
                let escaped = serde_json::to_string(&control).unwrap_or_default();
                self.out.push_str(escaped.trim_matches('"'));
            }
            plain => self.out.push(plain),
        }
        self.at += letter.len_utf8();
    }

    /// The escape that starts here. A backslash that starts none stands for itself; half of a surrogate pair becomes
    /// U+FFFD.
    fn escape(&mut self) {
        let rest = self.rest();
        let letter = rest[1..].chars().next().unwrap_or_default();
        let mut length = 1 + if letter == '\0' { 0 } else { letter.len_utf8() };
        match (letter, code_unit(rest)) {
            ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't', _) => {
                self.out.push_str(&rest[..length])
            }
            ('u', Some(unit)) => {
                length = 6;
                let low = rest.get(6..).and_then(code_unit);
                match (unit, low) {
                    (0xd800..=0xdbff, Some(0xdc00..=0xdfff)) => {
                        length = 12;
                        self.out.push_str(&rest[..length]);
                    }
                    (0xd800..=0xdfff, _) => {
                        self.fault(FaultKind::Escape);
                        self.out.push_str("\\ufffd");
                    }
                    _ => self.out.push_str(&rest[..length]),
                }
            }
            ('\'', _) => {
                self.fault(FaultKind::Escape);
                self.out.push('\'');
            }
            _ => {
                self.fault(FaultKind::Escape);
                self.out.push_str("\\\\");
                length = 1;
            }
        }
        self.at += length;
    }
}

/// The code unit of the `\uXXXX` that starts a text.
fn code_unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    all.then(|| u32::from_str_radix(digits, 16).ok())?
}

/// Whether a string can end before this text: a delimiter, a line break, a comment or the next string follows.
fn is_end(behind: &str) -> bool {
    let rest = behind.trim_start_matches([' ', '\t']);
    let delimited =
        |letter: char| matches!(letter, ',' | ':' | '}' | ']' | '\n' | '\r' | '=' | ';' | '：');
    let apart = rest.len() < behind.len() && rest.starts_with('"');
    apart
        || comment(rest).is_some()
        || ellipsis(rest).is_some()
        || rest.chars().next().is_none_or(delimited)
}

/// Whether a quote further on in the line ends the string.
fn has_end(behind: &str, close: &[char]) -> bool {
    let line = behind.split('\n').next().unwrap_or_default();
    let quotes = line.char_indices().take(FAR).filter(|(_, letter)| close.contains(letter));
    quotes.map(|(at, letter)| &behind[at + letter.len_utf8()..]).any(is_end)
}
