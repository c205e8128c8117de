//! Comments in JSON, which Postman cuts out.

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

#[cfg(test)]
mod tests {
    use super::cut_comments;

    #[test]
    fn cuts_comments() {
        assert_eq!(
            cut_comments("{ // a\r\n\"u\": \"http://x\" /* x\n*/ }"),
            "{ \n\"u\": \"http://x\"  }"
        );
        assert_eq!(cut_comments("{\"a\":1} /* x"), "{\"a\":1} ");
    }
}
