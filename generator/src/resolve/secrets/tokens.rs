//! Secrets within running text: descriptions, bodies that are no JSON, values that hold more than one thing.

use std::ops::Range;

use crate::hints::secrets;

/// A value that only its surroundings make a secret is no shorter.
const SHORTEST: usize = 8;

/// The places of all secrets in a text, in order.
pub(crate) fn find(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let length = bytes[at..].iter().take_while(|byte| secrets::is_token_byte(**byte)).count();
        if length > 0
            && found.last().is_none_or(|last| last.end <= at)
            && let Some(place) = secret_in(text, at..at + length)
        {
            found.push(place);
        }
        at += length + 1;
    }
    found
}

/// The secret in a run of letters that tokens are made of.
fn secret_in(text: &str, run: Range<usize>) -> Option<Range<usize>> {
    let (before, word) = (&text[..run.start], &text[run.clone()]);
    if let Some(end) = end_of_element(before, &text[run.start..]) {
        return Some(run.start..run.start + end);
    }
    if word.len() < SHORTEST {
        return None;
    }
    if word.len() >= secrets::SHORTEST_TOKEN && secrets::is_known_token(word) {
        return Some(run);
    }
    let (key, value) = word
        .trim_end_matches('=')
        .split_once('=')
        .map_or(("", word), |(key, _)| (key, &word[key.len() + 1..]));
    let start = run.end - value.len();
    let told = match key {
        "" => is_told(before),
        key => secrets::is_secret_name(key),
    };
    let known = value.len() >= secrets::SHORTEST_TOKEN && secrets::is_known_token(value);
    (known || told && is_varied(value)).then_some(start..run.end)
}

/// The length of what an element of XML holds, when its name is that of a secret: `<password>…</password>`.
fn end_of_element(before: &str, after: &str) -> Option<usize> {
    let tag = &before.strip_suffix('>')?;
    let tag = &tag[tag.rfind('<')? + 1..];
    let name =
        tag.split_ascii_whitespace().next().filter(|name| !name.starts_with(['/', '!', '?']))?;
    let end = after.find("</")?;
    let content = &after[..end];
    let plain = !content.contains(['<', '{']) && !secrets::is_harmless(content);
    (plain && secrets::is_secret_name(name.rsplit(':').next()?)).then_some(end)
}

/// Whether what stands before a value says that it is a secret: `Bearer x`, `password: x`, `token="x"`, `-u name:x`.
fn is_told(before: &str) -> bool {
    let last_word = |text: &str| {
        let start = text
            .rfind(|letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '-' | '_'))
            .map_or(0, |at| at + 1);
        text.get(start..).unwrap_or_default().to_owned()
    };
    if before.ends_with(' ')
        && ["bearer", "basic"].contains(&last_word(before.trim_end()).to_ascii_lowercase().as_str())
    {
        return true;
    }
    let quotes = [' ', '"', '\'', '`'];
    let Some(named) = before.trim_end_matches(quotes).strip_suffix([':', '=']) else {
        return false;
    };
    let name = last_word(named.trim_end_matches(quotes));
    let user = named.strip_suffix(name.as_str()).map(|rest| rest.trim_end_matches(quotes));
    secrets::is_secret_name(&name)
        || user.is_some_and(|rest| rest.ends_with("-u") || rest.ends_with("--user"))
}

/// Whether a value is no word: it has letters and digits, and says something.
fn is_varied(value: &str) -> bool {
    value.len() >= SHORTEST
        && !secrets::is_harmless(value)
        && value.bytes().any(|byte| byte.is_ascii_digit())
        && value.bytes().any(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::find;

    fn secrets(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn secrets_in_running_text() {
        assert_eq!(secrets("Authorization: Bearer abc-123456 ü."), ["abc-123456"]);
        assert_eq!(secrets("GET /a?api_key=0a1b2c3d4e&b=1"), ["0a1b2c3d4e"]);
        assert_eq!(secrets("X-Api-Key: '0a1b2c3d4e'"), ["0a1b2c3d4e"]);
        assert_eq!(secrets("curl -u ada:s3same-open http://h.test"), ["s3same-open"]);
        assert_eq!(secrets("<a:password x=\"1\">open sesame</a:password>"), ["open sesame"]);
        assert_eq!(secrets("ghp_0123456789abcdefghij is one"), ["ghp_0123456789abcdefghij"]);
        assert_eq!(secrets("token=ghp_0123456789abcdefghij"), ["ghp_0123456789abcdefghij"]);
    }

    #[test]
    fn words_are_none() {
        for text in [
            "Use a Bearer token or Basic authentication",
            "OAuth 2.0-compliant",
            "password: required",
            "<password>{{password}}</password><user>ada1234567</user>",
            "next_page_token=0a1b2c3d4e",
            "Bearer <token>, curl -u name:password",
            "/users/0a1b2c3d4e?page=2",
        ] {
            assert_eq!(secrets(text), [""; 0], "{text}");
        }
    }
}
