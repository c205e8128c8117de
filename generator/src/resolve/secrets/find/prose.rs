//! Secrets within running text: descriptions, GraphQL documents, commands, headers, code.

use std::ops::Range;

use super::url::{self, is_varied};
use super::{Finding, Seek, finding, moved, variables};
use crate::hints::secrets::{self, Certainty};
use crate::template;

/// The secrets in running text.
pub fn prose(seek: Seek<'_>, text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    private_keys(text, &mut found);
    if let Some(seek) = seek.deeper() {
        urls(seek, text, &mut found);
    }
    tokens(text, &mut found);
    assigned(seek, text, &mut found);
    commands(seek, text, &mut found);
    super::settled(found)
}

/// Private keys in PEM, from the first line to the last.
fn private_keys(text: &str, found: &mut Vec<Finding>) {
    let mut at = 0;
    while let Some(start) = text[at..].find("-----BEGIN").map(|offset| at + offset) {
        let rest = &text[start..];
        let end = rest.find("-----END").and_then(|end| {
            let tail = &rest[end + 8..];
            Some(end + 8 + tail.find("-----")? + 5)
        });
        let end = start + end.unwrap_or(rest.len());
        if secrets::is_private_key(&text[start..end]) {
            found.push(finding(start..end, "private key"));
        }
        at = end;
    }
}

/// URLs with secrets in them.
fn urls(seek: Seek<'_>, text: &str, found: &mut Vec<Finding>) {
    let mut at = 0;
    while let Some(marked) = text[at..].find("://").map(|offset| at + offset) {
        let start = text[..marked]
            .rfind(|letter: char| !letter.is_ascii_alphanumeric())
            .map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8));
        let stop = |letter: char| letter.is_whitespace() || "\"'`<>)]\\|".contains(letter);
        let end = text[marked + 3..].find(stop).map_or(text.len(), |offset| marked + 3 + offset);
        found.extend(moved(url::find(seek, &text[start..end]), start, ""));
        at = end.max(marked + 3);
    }
}

/// Tokens with a known form.
fn tokens(text: &str, found: &mut Vec<Finding>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let run = bytes[at..].iter().take_while(|byte| secrets::is_token_byte(**byte)).count();
        if run < secrets::SHORTEST_TOKEN {
            at += run + 1;
            continue;
        }
        let word = text[at..at + run].trim_end_matches('.');
        let start = word.trim_end_matches('=').rfind('=').map_or(0, |equals| equals + 1);
        for start in [0, start] {
            let token = &word[start..];
            if token.len() >= secrets::SHORTEST_TOKEN && secrets::is_known_token(token) {
                found.push(finding(at + start..at + word.len(), "token"));
                break;
            }
        }
        at += run + 1;
    }
}

/// Values that a name before them makes secrets: `"password": "x"`, `password='x'`, `Authorization: Bearer x`,
/// `X-Api-Key: x`.
fn assigned(seek: Seek<'_>, text: &str, found: &mut Vec<Finding>) {
    let bytes = text.as_bytes();
    for (at, byte) in text.bytes().enumerate() {
        if !matches!(byte, b':' | b'=' | b',') {
            continue;
        }
        let Some((name, start)) = name_before(text, at) else { continue };
        let quoted_name = bytes.get(start.wrapping_sub(1)).is_some_and(|b| is_quote(*b));
        let called = start.checked_sub(2).is_some_and(|before| bytes[before] == b'(');
        if byte == b',' && !(quoted_name && called) {
            continue;
        }
        let Some(certainty) = seek.certainty(name) else { continue };
        let Some(value) = value_after(text, at + 1, byte, &text[line_start(text, start)..start])
        else {
            continue;
        };
        take(name, certainty, text, value, found);
    }
}

/// A value as it is written.
struct Written {
    span: Range<usize>,
    quoted: Quoted,
}

/// How sure it is that a value is one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quoted {
    /// In quotes, or right behind `=`.
    Yes,
    /// A word in a sentence.
    No,
}

/// Adds a value that is a secret.
fn take(name: &str, certainty: Certainty, text: &str, value: Written, found: &mut Vec<Finding>) {
    let mut span = value.span;
    let whole = &text[span.clone()];
    if let Some((scheme, rest)) = whole.split_once(' ')
        && secrets::is_scheme(scheme)
    {
        span.start = span.end - rest.len();
    }
    let secret = &text[span.clone()];
    if template::has_variable(secret) {
        let variables = variables(name, secret);
        return found.extend(moved(variables, span.start, ""));
    }
    let visible = secrets::is_harmless(secret)
        || secrets::is_stub(name, secret)
        || secrets::is_plain(certainty, secret)
        || value.quoted == Quoted::No && is_word_of_prose(secret);
    if !visible {
        found.push(finding(span, name));
    }
}

/// The name that ends before a mark, and where it starts.
fn name_before(text: &str, at: usize) -> Option<(&str, usize)> {
    let before = text[..at].trim_end_matches([' ', '\\', '"', '\'', '`', '*']);
    let in_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let start = before
        .rfind(|letter: char| !in_name(letter))
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let name = &before[start..];
    (name.len() >= 3 && before.len() + 4 >= at).then_some((name, start))
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |line| line + 1)
}

fn is_quote(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`')
}

/// The value behind a mark. `lead` is what precedes the name in its line.
fn value_after(text: &str, from: usize, mark: u8, lead: &str) -> Option<Written> {
    let rest = &text[from..];
    let mut start = from + (rest.len() - rest.trim_start_matches([' ', '\t', '>']).len());
    let spaced = start > from;
    let escaped = text[start..].starts_with('\\');
    start += usize::from(escaped);
    if let Some(triple) = text[start..].strip_prefix("\"\"\"") {
        let end = triple.find("\"\"\"")?;
        return Some(Written { span: start + 3..start + 3 + end, quoted: Quoted::Yes });
    }
    let first = *text.as_bytes().get(start)?;
    if is_quote(first) {
        let end = closing(text, start, escaped)?;
        return Some(Written { span: start + 1..end, quoted: Quoted::Yes });
    }
    // Without quotes, `x = y` is code and `x, y` a list.
    if mark == b',' || mark == b'=' && spaced {
        return None;
    }
    let stop = |letter: char| letter.is_whitespace() || "\"'`<>&;,)]}\\|".contains(letter);
    let word = |from: usize| text[from..].find(stop).map_or(text.len(), |offset| from + offset);
    let mut end = word(start);
    let scheme = &text[start..end];
    if secrets::is_scheme(scheme) && text[end..].starts_with(' ') {
        let next = end + 1;
        let after = word(next);
        if after > next {
            end = after;
            let quoted = if spaced && mark != b':' { Quoted::No } else { Quoted::Yes };
            let prose = quoted == Quoted::No || is_word_of_prose(&text[next..after]);
            return (!prose).then_some(Written { span: start..end, quoted: Quoted::No });
        }
    }
    let span = start..start + text[start..end].trim_end_matches('.').len();
    let ends_line = text[end..]
        .trim_start_matches([' ', '\t', '"', '\'', '`', '\r', '\\'])
        .chars()
        .next()
        .is_none_or(|letter| letter == '\n' || letter == '<');
    let starts_line = lead.bytes().all(|byte| !byte.is_ascii_alphanumeric());
    // `-H 'X-Api-Key: x'`: name and value are in the same quotes
    let around = lead.bytes().last().filter(|byte| is_quote(*byte));
    let in_quotes = around.is_some() && text.as_bytes().get(end).copied() == around;
    let alone = ends_line && starts_line || in_quotes;
    let sure = mark == b'=' && !spaced || alone || is_varied(&text[span.clone()]);
    (sure && !span.is_empty()).then_some(Written { span, quoted: Quoted::No })
}

/// Where a quoted value ends: at the same quote in the same line.
fn closing(text: &str, start: usize, escaped: bool) -> Option<usize> {
    let quote = text.as_bytes()[start];
    let mut at = start + 1;
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\n' => return None,
            b'\\' if escaped && bytes.get(at + 1) == Some(&quote) => return Some(at),
            b'\\' => at += 2,
            _ if byte == quote => return Some(at),
            _ => at += 1,
        }
    }
    None
}

/// Words that follow the name of a secret in sentences, and are not one.
fn is_word_of_prose(word: &str) -> bool {
    const WORDS: &str = "a an the this that your yours our my their its is are was be has have will \
        can may must should if when where what which who how and or not no none any all some \
        for from to in on at by with as it of use uses used using required optional string text \
        number integer boolean object array null default value values token tokens password \
        passwords secret secrets key keys bearer basic authentication authorization auth oauth \
        header headers cookie cookies session sessions api access yes true false n/a tbd see same \
        empty blank uuid url uri email date json jwt base64 hex file path id set get only minimum maximum min max at least plain hidden encrypted hashed";
    let lower = word.trim_end_matches(['.', ',', ':', ';', '!', '?', '*']).to_ascii_lowercase();
    lower.len() < 3 || WORDS.split_ascii_whitespace().any(|other| other == lower)
}

/// Options of commands: `-u ada:sesame`, `--password sesame`; credentials without a name: `Bearer x`.
fn commands(seek: Seek<'_>, text: &str, found: &mut Vec<Finding>) {
    let mut words = spans(text).peekable();
    while let Some(span) = words.next() {
        let word = text[span.clone()].trim_start_matches(['"', '\'', '`', '(']);
        let Some(next) = words.peek().cloned() else { break };
        let start = next.start + quotes_before(&text[next.clone()]);
        let end = next.end - quotes_after(&text[start..next.end]);
        let value = &text[start..end];
        if matches!(word, "-u" | "--user") {
            if let Some((user, password)) = value.split_once(':')
                && !is_word_of_prose(password)
                && !secrets::is_harmless(password)
                && !secrets::is_stub("password", password)
                && !template::has_variable(password)
            {
                found.push(finding(start + user.len() + 1..end, "password"));
            }
        } else if let Some(option) = word.strip_prefix("--")
            && !value.starts_with('-')
            && let Some(certainty) = seek.certainty(option)
        {
            take(option, certainty, text, Written { span: start..end, quoted: Quoted::No }, found);
        } else if ["bearer", "basic"].contains(&word.to_ascii_lowercase().as_str())
            && is_varied(value)
            && !template::has_variable(value)
        {
            found.push(finding(start..end, "token"));
        }
    }
}

fn quotes_before(text: &str) -> usize {
    text.len() - text.trim_start_matches(['"', '\'', '`', '$']).len()
}

fn quotes_after(text: &str) -> usize {
    text.len() - text.trim_end_matches(['"', '\'', '`', '.', ',', ')', ';']).len()
}

/// The words of a text.
fn spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    let base = text.as_ptr() as usize;
    text.split_ascii_whitespace().map(move |word| {
        let start = word.as_ptr() as usize - base;
        start..start + word.len()
    })
}

#[cfg(test)]
mod tests {
    use super::super::Seek;
    use crate::resolve::Secrets;

    fn secrets(text: &str) -> Vec<&str> {
        let said = Secrets::default();
        super::prose(Seek::new(&said), text).into_iter().map(|found| &text[found.span]).collect()
    }

    #[test]
    fn secrets_in_running_text() {
        for (text, secret) in [
            ("Authorization: Bearer abc-123456 ü.", "abc-123456"),
            ("GET /a?api_key=0a1b2c3d4e&b=1", "0a1b2c3d4e"),
            ("GET /a?api_key=sesame&b=1", "sesame"),
            ("X-Api-Key: '0a1b2c3d4e'", "0a1b2c3d4e"),
            ("curl -u ada:sesame http://h.test", "sesame"),
            ("login --password sesame now", "sesame"),
            ("ghp_0123456789abcdefghij is one", "ghp_0123456789abcdefghij"),
            ("token=ghp_0123456789abcdefghij", "ghp_0123456789abcdefghij"),
            ("{ login(user: \"ada\", password: \"sesame\") { id } }", "sesame"),
            ("{ login(input: {password: \"\"\"open it\"\"\"}) { id } }", "open it"),
            ("Send `{\"password\": \"sesame\"}`.", "sesame"),
            ("pm.environment.set(\"token\", \"sesame\");", "sesame"),
            ("Sign in:\n\n    Password: sesame\n", "sesame"),
            ("Authorization: Bearer sesame", "sesame"),
            ("see https://ada:sesame@h.test/x for", "sesame"),
            ("\\\"password\\\": \\\"sesame\\\"", "sesame"),
        ] {
            assert_eq!(secrets(text), [secret], "{text}");
        }
    }

    #[test]
    fn words_are_none() {
        for text in [
            "Use a Bearer token or Basic authentication",
            "OAuth 2.0-compliant",
            "password: required",
            "The password: it must have eight characters.",
            "next_page_token=0a1b2c3d4e",
            "Bearer <token>, curl -u name:password",
            "/users/0a1b2c3d4e?page=2",
            "Authorization: Bearer YOUR_TOKEN",
            "Set the header Authorization: Bearer token",
            "session=<id>, cookie: string",
        ] {
            assert_eq!(secrets(text), [""; 0], "{text}");
        }
    }
}
