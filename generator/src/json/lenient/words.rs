//! Values without quotes: words, variables, calls.

use super::{FaultKind, Mender, comment, ellipsis};

/// What a value is an entry of. In a list, several words in a row are prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    List,
    Object,
}

/// The longest text without quotes that is one value.
const LONGEST: usize = 120;

impl Mender<'_> {
    /// The length of the `{{variable}}` that starts here.
    pub(super) fn variable_end(&self) -> Option<usize> {
        let inside = self.rest().strip_prefix("{{")?;
        let end = inside.find("}}")?;
        let named = !inside[..end].is_empty() && !inside[..end].contains(['{', '"', '\n', ':']);
        named.then_some(end + 4)
    }

    /// A value that starts with neither a bracket nor a quote.
    pub(super) fn word(&mut self, within: Within) -> Option<()> {
        if let Some(end) = self.variable_end() {
            return self.variable(end);
        }
        if let Some(length) = ellipsis(self.rest()) {
            self.fault(FaultKind::Ellipsis);
            self.at += length;
            self.out.push_str("null");
            return Some(());
        }
        let length = length(self.rest());
        let word = self.rest()[..length].trim_end();
        if let Some((_, inside)) = word.split_once('(').filter(|(name, _)| is_name(name)) {
            return self.call(word.len() - inside.len());
        }
        let prose = within == Within::List && word.contains(char::is_whitespace);
        if word.is_empty() || prose || word.chars().count() > LONGEST {
            return None;
        }
        self.write(word);
        self.at += word.len();
        Some(())
    }

    /// Writes the value of a variable; `null` if it has none.
    fn variable(&mut self, end: usize) -> Option<()> {
        self.fault(FaultKind::BareVariable);
        let variable = &self.rest()[..end];
        self.at += end;
        // `{{a}}-{{b}}` is one value
        if self.next().is_some_and(|next| !next.is_whitespace() && !",}]/#.".contains(next)) {
            return None;
        }
        match (self.value_of)(variable) {
            Some(value) if super::super::check(&value).is_ok() => self.out.push_str(value.trim()),
            Some(value) => self.quote(&value),
            None => self.out.push_str("null"),
        }
        Some(())
    }

    /// `ISODate("2024-01-31")`, `NumberLong(5)`, as databases print them: the one value in parentheses.
    fn call(&mut self, opening: usize) -> Option<()> {
        self.fault(FaultKind::BareWord);
        self.at += opening;
        self.gap();
        match self.next()? {
            ')' => self.out.push_str("null"),
            letter if super::strings::closing(letter).is_some() => {
                self.in_call = true;
                self.string()?;
                self.in_call = false;
            }
            _ => {
                let inside = self.rest().split(')').next()?.trim_end();
                if inside.is_empty() || inside.contains(['(', '{', '[', '\n', ',']) {
                    return None;
                }
                self.write(inside);
                self.at += inside.len();
            }
        }
        self.gap();
        self.skip(")").then_some(())
    }

    /// Writes a word as the value that it stands for.
    fn write(&mut self, word: &str) {
        let plain = matches!(word, "true" | "false" | "null") || is_number(word);
        if plain {
            return self.out.push_str(word);
        }
        self.fault(FaultKind::BareWord);
        match known(word) {
            Some(value) => self.out.push_str(value),
            None => match number(word) {
                Some(number) => self.out.push_str(&number),
                None => self.quote(word),
            },
        }
    }
}

/// The length of the word that starts a text: up to a delimiter, a quote, a line break or a comment.
fn length(text: &str) -> usize {
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        if matches!(letter, ',' | '}' | ']' | '"' | '\n' | '\r' | '{' | '[') {
            break;
        }
        let apart = text[..at].ends_with(char::is_whitespace);
        if apart && (comment(rest).is_some() || rest.starts_with('…')) {
            break;
        }
        at += letter.len_utf8();
    }
    at
}

/// The name of a function: `ISODate`, `new Date`.
fn is_name(text: &str) -> bool {
    let name = text.strip_prefix("new ").unwrap_or(text);
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn is_number(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit() || letter == '-')
        && serde_json::from_str::<serde_json::Number>(word).is_ok()
}

/// `.5`, `5.` and `+5` as JSON writes them.
fn number(word: &str) -> Option<String> {
    let word = word.strip_prefix('+').unwrap_or(word);
    let (sign, digits) = word.strip_prefix('-').map_or(("", word), |digits| ("-", digits));
    let whole = if digits.starts_with('.') { "0" } else { "" };
    let fraction = if digits.ends_with('.') { "0" } else { "" };
    let number = format!("{sign}{whole}{digits}{fraction}");
    is_number(&number).then_some(number)
}

/// The words of other languages for JSON's values, and names of types, which become type placeholders.
fn known(word: &str) -> Option<&'static str> {
    Some(match word {
        "True" | "TRUE" => "true",
        "False" | "FALSE" => "false",
        "None" | "NULL" | "Null" | "nil" | "undefined" | "NaN" | "Infinity" | "-Infinity" => "null",
        "int" | "integer" | "Integer" | "Int" | "long" | "Long" => "\"<integer>\"",
        "float" | "double" | "decimal" | "number" | "Number" | "Float" => "\"<number>\"",
        "bool" | "boolean" | "Boolean" | "true|false" | "true/false" => "\"<boolean>\"",
        "string" | "String" | "str" | "text" => "\"<string>\"",
        _ => return None,
    })
}
