//! A tolerant walk over JSON text: it finds texts and numbers with their keys and spans, also where the text is not
//! quite JSON.

use std::ops::Range;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A text; its span is what stands between the quotes.
    Text,
    /// A number.
    Number,
}

/// Calls `visit` with the nearest key before each value, the value's span and kind.
pub(crate) fn scan<'a>(json: &'a str, mut visit: impl FnMut(&'a str, Range<usize>, Kind)) {
    let bytes = json.as_bytes();
    let mut key = "";
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                let end = text_end(bytes, at + 1);
                let after = bytes[end..].iter().skip(1).find(|byte| !byte.is_ascii_whitespace());
                if after == Some(&b':') {
                    key = &json[at + 1..end];
                } else {
                    visit(key, at + 1..end, Kind::Text);
                }
                at = end + 1;
            }
            b'-' | b'0'..=b'9' => {
                let length = bytes[at..]
                    .iter()
                    .take_while(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte))
                    .count();
                visit(key, at..at + length, Kind::Number);
                at += length;
            }
            _ => at += 1,
        }
    }
}

/// Where a text ends: at its closing quote, or at the end of everything.
fn text_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// Replaces values; `None` when `replace` replaces none.
pub(crate) fn replace(
    json: &str,
    mut replacement: impl FnMut(&str, &str, Kind) -> Option<String>,
) -> Option<String> {
    let mut result = String::new();
    let mut copied = 0;
    scan(json, |key, span, kind| {
        if let Some(text) = replacement(key, &json[span.clone()], kind) {
            result.push_str(&json[copied..span.start]);
            result.push_str(&text);
            copied = span.end;
        }
    });
    if copied == 0 {
        return None;
    }
    result.push_str(&json[copied..]);
    Some(result)
}

/// Cuts comments out as Postman does: `//` to the end of the line, `/* */`, not within texts.
pub(crate) fn cut_comments(json: &str) -> String {
    let bytes = json.as_bytes();
    let mut result = String::with_capacity(json.len());
    let (mut at, mut copied) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        match (byte, bytes.get(at + 1)) {
            (b'"', _) => at = text_end(bytes, at + 1) + 1,
            (b'/', Some(b'/')) => {
                result.push_str(&json[copied..at]);
                at += json[at..].find('\n').unwrap_or(json.len() - at);
                copied = at;
            }
            (b'/', Some(b'*')) => {
                result.push_str(&json[copied..at]);
                at = json[at + 2..].find("*/").map_or(json.len(), |end| at + 2 + end + 2);
                copied = at;
            }
            _ => at += 1,
        }
    }
    result.push_str(&json[copied..]);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_values_with_their_keys() {
        let mut found = Vec::new();
        let json = r#"{"a": "x\"y", "b": [1, "z", {"c": -2.5}],}"#;
        scan(json, |key, span, kind| found.push((key, &json[span], kind)));
        let expected = [
            ("a", "x\\\"y", Kind::Text),
            ("b", "1", Kind::Number),
            ("b", "z", Kind::Text),
            ("c", "-2.5", Kind::Number),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn cuts_comments() {
        assert_eq!(
            cut_comments("{ // a\r\n\"u\": \"http://x\" /* x\n*/ }"),
            "{ \n\"u\": \"http://x\"  }"
        );
        assert_eq!(cut_comments("{\"a\":1} /* x"), "{\"a\":1} ");
    }
}
