//! Lenient reading of JSON: what a person reads as JSON although a parser refuses it.
//!
//! People write the saved responses of a collection by hand: with comments, a comma too many or too few, `...` for
//! more of the same, words and variables without quotes. [`mend`] makes valid JSON of such a text and reports the
//! first fault with its line and column. It keeps the layout, so that the result can be shown in documentation.
//!
//! It never invents structure: a text that does not read as one object or list (prose in braces, code, two documents
//! in a row) is not mended. Crates that do this either read a fixed dialect (JSON5, JSONC: no missing commas, no
//! ellipses, no bare words) or repair any text whatsoever, which would make types of prose.

mod strings;
mod words;

use std::fmt;

use super::DEEPEST;

/// A text made valid, with the first thing that was wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// Valid JSON.
    pub text: String,
    /// The first fault.
    pub fault: Fault,
}

/// A fault and its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// What makes a text invalid JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// `// …`, `/* … */`, `# …`
    Comment,
    /// White space other than JSON's four characters.
    WhiteSpace,
    /// A comma without a value before or after it.
    ExtraComma,
    /// No comma between two values.
    MissingComma,
    /// `...`
    Ellipsis,
    /// A word without quotes.
    BareWord,
    /// A `{{variable}}` without quotes.
    BareVariable,
    /// Quotes other than `"`.
    Quotes,
    /// A quote within a string that is not escaped.
    InnerQuote,
    /// A line break or another control character within a string.
    ControlCharacter,
    /// An escape that JSON does not have, or half of a surrogate pair.
    Escape,
    /// `=` for `:`.
    Colon,
    /// A key without a value.
    MissingValue,
    /// The text ends before its brackets close.
    Unclosed,
    /// Brackets or commas after the end.
    Trailing,
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            FaultKind::Comment => "a comment",
            FaultKind::WhiteSpace => "white space that JSON does not allow",
            FaultKind::ExtraComma => "an extra comma",
            FaultKind::MissingComma => "a missing comma",
            FaultKind::Ellipsis => "an ellipsis",
            FaultKind::BareWord => "a word without quotes",
            FaultKind::BareVariable => "a variable without quotes",
            FaultKind::Quotes => "quotes other than `\"`",
            FaultKind::InnerQuote => "an unescaped quote in a string",
            FaultKind::ControlCharacter => "a line break or control character in a string",
            FaultKind::Escape => "an invalid escape",
            FaultKind::Colon => "a missing `:`",
            FaultKind::MissingValue => "a key without a value",
            FaultKind::Unclosed => "a missing closing bracket",
            FaultKind::Trailing => "text after the end",
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at line {} column {}", self.kind, self.line, self.column)
    }
}

/// Returns valid JSON for a text that reads as an object or a list; `None` if it does not, or needs no mending.
///
/// `value_of` is asked for the value of each variable that stands without quotes; without one it is `null`.
pub fn mend(text: &str, value_of: &dyn Fn(&str) -> Option<String>) -> Option<Mended> {
    let mut mender = Mender {
        text,
        at: 0,
        out: String::with_capacity(text.len()),
        fault: None,
        depth: 0,
        in_call: false,
        value_of,
    };
    mender.document()?;
    let (at, kind) = mender.fault?;
    let line_start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = 1 + text[..at].matches('\n').count();
    let column = 1 + text[line_start..at].chars().count();
    super::check(&mender.out).ok()?;
    Some(Mended { text: mender.out, fault: Fault { kind, line, column } })
}

/// A position in the text, and what was written so far.
struct Mender<'a> {
    text: &'a str,
    at: usize,
    out: String,
    fault: Option<(usize, FaultKind)>,
    depth: usize,
    /// A closing parenthesis ends a string, too.
    in_call: bool,
    value_of: &'a dyn Fn(&str) -> Option<String>,
}

/// What separates the entries of a list or an object.
#[derive(Default)]
struct Entries {
    /// Where the last entry ends in the output; a comma belongs there.
    end: Option<usize>,
    /// The commas since then.
    commas: usize,
}

impl<'a> Mender<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn fault(&mut self, kind: FaultKind) {
        self.fault.get_or_insert((self.at, kind));
    }

    /// Goes on behind `prefix` if it comes next.
    fn skip(&mut self, prefix: &str) -> bool {
        let found = self.rest().starts_with(prefix);
        self.at += if found { prefix.len() } else { 0 };
        found
    }

    fn document(&mut self) -> Option<()> {
        self.gap();
        let starts_variable = self.rest().starts_with("{{") && self.variable_end().is_some();
        match self.next()? {
            '{' if !starts_variable => self.object()?,
            '[' => self.list()?,
            _ => return None,
        }
        self.gap();
        while self.next().is_some_and(|letter| matches!(letter, ',' | ';' | '}' | ']')) {
            self.fault(FaultKind::Trailing);
            self.at += 1;
            self.gap();
        }
        self.rest().is_empty().then_some(())
    }

    /// Copies white space and passes over comments.
    fn gap(&mut self) {
        while let Some(letter) = self.next() {
            if letter.is_ascii_whitespace() && letter != '\u{c}' {
                self.out.push(letter);
                self.at += 1;
            } else if letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}') {
                self.fault(FaultKind::WhiteSpace);
                self.out.push(' ');
                self.at += letter.len_utf8();
            } else if let Some(length) = comment(self.rest()) {
                self.fault(FaultKind::Comment);
                self.at += length;
            } else {
                return;
            }
        }
    }

    fn enter(&mut self, bracket: char) -> Option<()> {
        self.out.push(bracket);
        self.at += 1;
        self.depth += 1;
        (self.depth <= DEEPEST).then_some(())
    }

    fn leave(&mut self, bracket: char) -> Option<()> {
        if self.next() == Some(bracket) {
            self.at += 1;
        } else {
            self.fault(FaultKind::Unclosed);
        }
        self.out.push(bracket);
        self.depth -= 1;
        Some(())
    }

    fn list(&mut self) -> Option<()> {
        self.enter('[')?;
        let mut entries = Entries::default();
        while self.more(']', &mut entries) {
            self.separate(&mut entries);
            self.value(words::Within::List)?;
            entries.end = Some(self.out.len());
        }
        self.leave(']')
    }

    fn object(&mut self) -> Option<()> {
        self.enter('{')?;
        let mut entries = Entries::default();
        while self.more('}', &mut entries) {
            self.separate(&mut entries);
            self.key()?;
            self.gap();
            self.colon()?;
            self.gap();
            match self.next() {
                None | Some(',' | '}') => {
                    self.fault(FaultKind::MissingValue);
                    self.out.push_str("null");
                }
                Some(_) => self.value(words::Within::Object)?,
            }
            entries.end = Some(self.out.len());
        }
        self.leave('}')
    }

    /// Passes over what separates entries; whether there is another one.
    fn more(&mut self, bracket: char, entries: &mut Entries) -> bool {
        loop {
            self.gap();
            let Some(letter) = self.next() else { return false };
            if letter == bracket {
                if entries.commas > 0 {
                    self.fault(FaultKind::ExtraComma);
                }
                return false;
            }
            if matches!(letter, ',' | ';') {
                if entries.commas > 0 || entries.end.is_none() || letter == ';' {
                    self.fault(FaultKind::ExtraComma);
                }
                entries.commas += 1;
                self.at += 1;
            } else if let Some(length) = ellipsis(self.rest()) {
                self.fault(FaultKind::Ellipsis);
                self.at += length;
            } else {
                return !matches!(letter, '}' | ']');
            }
        }
    }

    /// Writes the comma before an entry that is not the first.
    fn separate(&mut self, entries: &mut Entries) {
        if let Some(end) = entries.end {
            if entries.commas == 0 {
                self.fault(FaultKind::MissingComma);
            }
            self.out.insert(end, ',');
        }
        entries.commas = 0;
    }

    fn colon(&mut self) -> Option<()> {
        if !self.skip(":") {
            self.fault(FaultKind::Colon);
            let found = ["=>", "=", "："].into_iter().any(|sign| self.skip(sign));
            found.then_some(())?;
        }
        self.out.push(':');
        Some(())
    }

    fn value(&mut self, within: words::Within) -> Option<()> {
        match self.next()? {
            '{' if self.variable_end().is_none() => self.object(),
            '[' => self.list(),
            letter if strings::closing(letter).is_some() => self.string(),
            _ => self.word(within),
        }
    }
}

/// The length of the comment that starts a text.
fn comment(text: &str) -> Option<usize> {
    let line = || Some(text.find('\n').unwrap_or(text.len()));
    if text.starts_with("//") || text.starts_with('#') {
        return line();
    }
    let block = text.strip_prefix("/*")?;
    Some(block.find("*/").map_or(text.len(), |end| end + 4))
}

/// The length of the ellipsis that starts a text: `...`, `…`, `[...]` aside.
fn ellipsis(text: &str) -> Option<usize> {
    let dots = text.bytes().take_while(|byte| *byte == b'.').count();
    match dots {
        2.. => Some(dots),
        _ => text.starts_with('…').then_some('…'.len_utf8()),
    }
}

#[cfg(test)]
mod tests;
