//! Saved texts with type placeholders replaced by values of their type (`"<integer>"` → `1`): what `replay` sends and what
//! the tests of the saved responses read.

use std::sync::Arc;

use crate::hints::{self, Placeholder};

/// A parameter's text. Placeholders that are texts themselves stay.
pub fn parameter(text: &str) -> String {
    match hints::placeholder(text).and_then(Placeholder::example) {
        Some(example) => example.to_owned(),
        None => text.to_owned(),
    }
}

/// A JSON text, which need not parse (it may hold bare variables). The bare words (`"integer"`) count where every text of it
/// is such a word.
pub fn json(text: &str) -> String {
    replaced(text).unwrap_or_else(|| text.to_owned())
}

/// As [`json`], of a text that is shared; it stays so when there is nothing to replace in it.
pub fn shared(text: &Arc<str>) -> Arc<str> {
    replaced(text).map_or_else(|| text.clone(), Arc::from)
}

/// The text with its placeholders replaced; `None` when it may be taken as it is.
fn replaced(text: &str) -> Option<String> {
    let bare = has_only_type_words(text);
    if !bare && !text.contains("\"<") {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, string, after)) = next_string(rest) {
        out.push_str(before);
        let content = &string[1..string.len() - 1];
        let is_key = after.trim_start().starts_with(':');
        let word = if bare { hints::type_word(content) } else { None };
        let example = hints::placeholder(content).or(word).and_then(Placeholder::example);
        out.push_str(example.filter(|_| !is_key).unwrap_or(string));
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

fn has_only_type_words(text: &str) -> bool {
    let mut any = false;
    let mut rest = text;
    while let Some((_, string, after)) = next_string(rest) {
        if !after.trim_start().starts_with(':') {
            match hints::type_word(&string[1..string.len() - 1]) {
                Some(word) => any |= word.example().is_some(),
                None => return false,
            }
        }
        rest = after;
    }
    any
}

/// The first string of a JSON text, with its quotes: what stands before it, the string, what follows.
fn next_string(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find('"')?;
    let mut escaped = false;
    for (offset, byte) in text.as_bytes()[start + 1..].iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => {
                let end = start + 1 + offset + 1;
                return Some((&text[..start], &text[start..end], &text[end..]));
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_become_values() {
        assert_eq!(
            json(r#"{"a": "<integer>", "<integer>": "<string>", "b": ["<boolean>"]}"#),
            r#"{"a": 1, "<integer>": "<string>", "b": [true]}"#
        );
        assert_eq!(json(r#"{"a": "integer", "b": "string"}"#), r#"{"a": 1, "b": "string"}"#);
        assert_eq!(json(r#"{"a": "integer", "b": "words"}"#), r#"{"a": "integer", "b": "words"}"#);
        assert_eq!(
            json(r#"{"a": {{x}}, "b": "\"<integer>"}"#),
            r#"{"a": {{x}}, "b": "\"<integer>"}"#
        );
        assert_eq!(parameter("<long>"), "1");
        assert_eq!(parameter("<uuid>"), "<uuid>");
        assert_eq!(parameter("<Error: Not supported>"), "<Error: Not supported>");
        assert_eq!(json(r#"["<Error: Not supported>"]"#), r#"["<Error: Not supported>"]"#);
    }
}
