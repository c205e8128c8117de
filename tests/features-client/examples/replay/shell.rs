// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Quotes bytes for a POSIX shell, with secrets as `"$NAME"`.

/// Placeholders for secrets: while a command is printed, each secret's value is a mark that is
/// later recognized and printed as a shell variable.
#[derive(Debug, Default)]
pub struct Marks {
    /// Each mark with the name of its shell variable.
    marks: Vec<(String, String)>,
}

/// A piece of a text.
enum Piece<'a> {
    Bytes(&'a [u8]),
    /// A shell variable.
    Variable(&'a str),
}

impl Marks {
    /// Makes a mark for each name, of lower-case letters and digits only, so that no part of a
    /// request changes it.
    pub fn new(names: &[String]) -> Self {
        let mut marks: Vec<(String, String)> = Vec::new();
        for name in names {
            let mut variable: String =
                name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
            if variable.starts_with(|c: char| c.is_ascii_digit()) || variable.is_empty() {
                variable.insert(0, '_');
            }
            while marks.iter().any(|(_, taken)| *taken == variable) {
                variable.push('_');
            }
            marks.push((format!("zqsecret{}qz", marks.len()), variable));
        }
        Self { marks }
    }

    /// Returns the marks, in the order of the names.
    pub fn marks(&self) -> impl Iterator<Item = &str> {
        self.marks.iter().map(|(mark, _)| mark.as_str())
    }

    /// Whether `bytes` contain a mark.
    pub fn stand_in(&self, bytes: &[u8]) -> bool {
        self.pieces(bytes).iter().any(|piece| matches!(piece, Piece::Variable(_)))
    }

    /// Returns a word of a command that stands for `bytes`. They must not end with a line feed if
    /// they contain control characters or are not UTF-8.
    pub fn word(&self, bytes: &[u8]) -> String {
        if !plain(bytes) {
            return format!("\"$({})\"", self.printf(bytes));
        }
        let pieces = self.pieces(bytes);
        let variables = pieces.iter().any(|piece| matches!(piece, Piece::Variable(_)));
        match variables && pieces.iter().all(keeps_within_double_quotes) {
            true => format!("\"{}\"", within_double_quotes(&pieces)),
            false => pieces.iter().map(quoted).collect(),
        }
    }

    /// Returns a command that prints exactly `bytes`.
    pub fn printf(&self, bytes: &[u8]) -> String {
        let mut format = String::new();
        let mut arguments = String::new();
        for piece in self.pieces(bytes) {
            match piece {
                Piece::Bytes(bytes) => {
                    bytes.iter().for_each(|byte| format.push_str(&escaped(*byte)))
                }
                Piece::Variable(name) => {
                    format.push_str("%s");
                    arguments.push_str(&format!(" \"${name}\""));
                }
            }
        }
        if format.starts_with('-') {
            // Otherwise it would be taken for an option.
            format.replace_range(..1, "\\055");
        }
        format!("printf '{format}'{arguments}")
    }

    fn pieces<'a>(&'a self, bytes: &'a [u8]) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut done = 0;
        let mut at = 0;
        while at < bytes.len() {
            let found =
                self.marks.iter().find(|(mark, _)| bytes[at..].starts_with(mark.as_bytes()));
            let Some((mark, variable)) = found else {
                at += 1;
                continue;
            };
            if at > done {
                pieces.push(Piece::Bytes(&bytes[done..at]));
            }
            pieces.push(Piece::Variable(variable));
            at += mark.len();
            done = at;
        }
        if done < bytes.len() || pieces.is_empty() {
            pieces.push(Piece::Bytes(&bytes[done..]));
        }
        pieces
    }
}

/// Whether single quotes preserve all bytes: text without control characters except tab and line
/// feed.
pub fn plain(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes)
        .is_ok_and(|text| text.chars().all(|c| !c.is_control() || c == '\n' || c == '\t'))
}

/// Whether double quotes preserve all of it.
fn keeps_within_double_quotes(piece: &Piece<'_>) -> bool {
    match piece {
        Piece::Bytes(bytes) => !bytes.iter().any(|byte| b"\"$`\\!".contains(byte)),
        Piece::Variable(_) => true,
    }
}

/// Returns text with variables in it. Braces separate a name from a following letter, digit or `_`.
fn within_double_quotes(pieces: &[Piece<'_>]) -> String {
    let in_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let mut text = String::new();
    for (position, piece) in pieces.iter().enumerate() {
        match (piece, pieces.get(position + 1)) {
            (Piece::Bytes(bytes), _) => text.push_str(&String::from_utf8_lossy(bytes)),
            (Piece::Variable(name), Some(Piece::Bytes(next)))
                if next.first().is_some_and(in_name) =>
            {
                text.push_str(&format!("${{{name}}}"));
            }
            (Piece::Variable(name), _) => text.push_str(&format!("${name}")),
        }
    }
    text
}

fn quoted(piece: &Piece<'_>) -> String {
    match piece {
        Piece::Bytes(bytes) => {
            format!("'{}'", String::from_utf8_lossy(bytes).replace('\'', "'\\''"))
        }
        Piece::Variable(name) => format!("\"${name}\""),
    }
}

/// Returns a byte in the format of `printf`, inside single quotes.
fn escaped(byte: u8) -> String {
    match byte {
        b'%' => "%%".to_owned(),
        b'\\' => "\\\\".to_owned(),
        b'\n' => "\\n".to_owned(),
        b' '..=b'~' if byte != b'\'' => char::from(byte).to_string(),
        _ => format!("\\{byte:03o}"),
    }
}
