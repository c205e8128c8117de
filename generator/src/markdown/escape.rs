//! Plain text as Markdown that reads as the same text.

/// Where text is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// A paragraph or heading.
    Flow,
    /// A cell of a table, where `|` ends the text.
    Cell,
}

/// Appends text with the escapes that it needs inside a line; those of a line's start are [`line_start`]'s.
pub(super) fn text(text: &str, place: Place, out: &mut String) {
    let mut before = out.chars().next_back();
    let mut written = 0;
    for (index, char) in text.char_indices() {
        let rest = &text[index + char.len_utf8()..];
        let special = match char {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '~' => true,
            '_' => !(is_word(before) && is_word(rest.chars().next())),
            '&' => starts_entity(rest),
            '|' => place == Place::Cell,
            _ => false,
        };
        if special {
            out.push_str(&text[written..index]);
            // Parsers disagree about a backslash, itself escaped, before an escaped bar.
            let (escape, start) = match (before, char) {
                (Some('\\'), '|') => ("&#124;", index + 1),
                _ => ("\\", index),
            };
            out.push_str(escape);
            written = start;
        }
        before = Some(char);
    }
    out.push_str(&text[written..]);
}

/// Appends a word that starts a line, so that it starts no list, heading, quote, table or definition.
pub(super) fn line_start(word: &str, out: &mut String) {
    let second = word.chars().nth(1);
    let escaped = match word.chars().next() {
        Some('#' | '>' | '|') => true,
        Some('-' | '+' | '=' | ':') => !second.is_some_and(char::is_alphanumeric),
        _ => false,
    };
    if escaped {
        out.push('\\');
        out.push_str(word);
    } else if let Some(number) = word.strip_suffix(['.', ')']).filter(|number| is_number(number)) {
        out.push_str(number);
        out.push('\\');
        out.push_str(&word[number.len()..]);
    } else {
        out.push_str(word);
    }
}

/// Whether a paragraph can be broken before this word without a change of meaning.
pub(super) fn can_start_line(word: &str) -> bool {
    word.starts_with(|char: char| {
        char.is_alphabetic() || matches!(char, '`' | '[' | '<' | '(' | '"' | '\'')
    })
}

fn is_word(char: Option<char>) -> bool {
    char.is_some_and(char::is_alphanumeric)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether `&` and the text after it would be read as a character reference.
fn starts_entity(rest: &str) -> bool {
    let name = rest
        .find(|char: char| !(char.is_ascii_alphanumeric() || char == '#'))
        .unwrap_or(rest.len());
    name > 0 && rest[name..].starts_with(';')
}
