//! Reading Rust text line by line: what of it is code, and how deep it nests.

/// A place in Rust text.
#[derive(Debug, Default)]
pub struct Code {
    depth: usize,
    within: Within,
}

/// What a place is in.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Within {
    #[default]
    Code,
    /// A text that goes on in the next line.
    Text,
    /// A raw text, with as many `#`.
    Raw(usize),
}

impl Code {
    /// How many brackets are open.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Reads a line: its last character of code.
    pub fn read(&mut self, line: &str) -> Option<char> {
        let mut last = None;
        self.pieces(line, &mut |piece| {
            if let Piece::Code(character) = piece
                && !character.is_whitespace()
            {
                last = Some(character);
            }
        });
        last
    }

    /// The line with each `from` in its code replaced. What stands before it must not be part of a name.
    pub fn replaced(&mut self, line: &str, from: &str, to: &str) -> String {
        let mut is_code = Vec::with_capacity(line.len());
        self.pieces(line, &mut |piece| {
            let (Piece::Code(character) | Piece::Other(character)) = piece;
            is_code
                .extend(std::iter::repeat_n(matches!(piece, Piece::Code(_)), character.len_utf8()));
        });
        let mut out = String::with_capacity(line.len());
        let mut rest = 0;
        for (at, _) in line.match_indices(from) {
            let before = line[..at].chars().next_back();
            let is_name = before.is_some_and(|before| {
                before.is_alphanumeric() || matches!(before, '_' | '$' | ':')
            });
            if is_code.get(at) == Some(&true) && !is_name {
                out.extend([&line[rest..at], to]);
                rest = at + from.len();
            }
        }
        out.push_str(&line[rest..]);
        out
    }

    /// Shows each character of a line, and whether it is code.
    fn pieces(&mut self, line: &str, show: &mut dyn FnMut(Piece)) {
        let mut rest = line;
        while let Some(character) = rest.chars().next() {
            let length = match self.within {
                Within::Text => self.in_text(rest),
                Within::Raw(hashes) => self.in_raw(rest, hashes),
                Within::Code if rest.starts_with("//") => rest.len(),
                Within::Code => match literal(rest) {
                    Some((length, within)) => {
                        self.within = within;
                        length
                    }
                    None => {
                        self.bracket(character);
                        show(Piece::Code(character));
                        rest = &rest[character.len_utf8()..];
                        continue;
                    }
                },
            };
            rest[..length].chars().for_each(|character| show(Piece::Other(character)));
            rest = &rest[length..];
        }
    }

    /// The length of a text's next piece.
    fn in_text(&mut self, rest: &str) -> usize {
        if rest.starts_with('"') {
            self.within = Within::Code;
        }
        let escaped =
            rest.strip_prefix('\\').and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        rest.chars().next().map_or(0, char::len_utf8) + escaped
    }

    fn in_raw(&mut self, rest: &str, hashes: usize) -> usize {
        let end = format!("\"{}", "#".repeat(hashes));
        if rest.starts_with(&end) {
            self.within = Within::Code;
            return end.len();
        }
        rest.chars().next().map_or(0, char::len_utf8)
    }

    fn bracket(&mut self, character: char) {
        match character {
            '(' | '[' | '{' => self.depth += 1,
            ')' | ']' | '}' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}

/// A character of a line.
enum Piece {
    /// It is code.
    Code(char),
    /// It is in a text or a comment.
    Other(char),
}

/// The start of a text, or a whole character: its length, and what it leads into.
fn literal(rest: &str) -> Option<(usize, Within)> {
    if rest.starts_with('"') {
        return Some((1, Within::Text));
    }
    if let Some(behind) = rest.strip_prefix('r') {
        let hashes = behind.len() - behind.trim_start_matches('#').len();
        if behind[hashes..].starts_with('"') {
            return Some((hashes + 2, Within::Raw(hashes)));
        }
    }
    // `'x'` and `'\…'` are characters, `'x` is a lifetime
    let behind = rest.strip_prefix('\'')?;
    let mut characters = behind.chars();
    let first = characters.next()?;
    if first == '\\' {
        let end = behind.char_indices().skip(2).find(|(_, character)| *character == '\'')?;
        return Some((end.0 + 2, Within::Code));
    }
    (characters.next() == Some('\'')).then_some((first.len_utf8() + 2, Within::Code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_is_replaced() {
        let replaced = |line: &str| Code::default().replaced(line, "crate::", "crate::zoom::");
        for (line, wanted) in [
            ("use crate::runtime;", "use crate::zoom::runtime;"),
            (
                "&'a crate::A, \"crate::A\" // crate::A",
                "&'a crate::zoom::A, \"crate::A\" // crate::A",
            ),
            (
                "r#\"crate::\"# + 'x' + '\\'' + crate::B",
                "r#\"crate::\"# + 'x' + '\\'' + crate::zoom::B",
            ),
            ("my_crate::A + $crate::B", "my_crate::A + $crate::B"),
        ] {
            assert_eq!(replaced(line), wanted);
        }
    }

    #[test]
    fn brackets_in_texts_do_not_count() {
        let mut code = Code::default();
        assert_eq!(code.read("fn f() { \"}\\\"}\"; '}'; '\\u{7d}' // }"), Some(';'));
        assert_eq!(code.depth(), 1);
        assert_eq!(code.read("} // end"), Some('}'));
        assert_eq!(code.depth(), 0);
    }
}
