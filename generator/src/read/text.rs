//! Text → JSON, repairing the faults that Postman's own reader forgives.

use std::cell::OnceCell;

use serde_json::Value;

use super::error::ReadError;
use crate::json::Json;
use crate::source;

/// The deepest nesting that `serde_json` accepts.
const DEPTH: usize = 127;

/// Parses JSON. Two faults that JavaScript or text editors produce are repaired: control characters inside strings, and unpaired
/// surrogates (`"\ud83d"`), which encode no character. The repaired text is stored in `mended`.
pub(super) fn parse<'a>(
    text: &'a str,
    mended: &'a OnceCell<String>,
) -> Result<Json<'a>, ReadError> {
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let first = match tree(text) {
        Ok(tree) => return Ok(tree),
        Err(error) => error,
    };
    let Some(Mended { text: better, shifts }) = mend(text) else {
        return Err(describe(text, &first, offset_of(text, &first)));
    };
    let better = mended.get_or_init(|| better);
    tree(better).map_err(|error| {
        let offset = original_offset(&shifts, offset_of(better, &error));
        describe(text, &error, offset)
    })
}

/// The tree of a text. Errors are those of `serde_json` for the whole text, including numbers out of range.
fn tree(text: &str) -> Result<Json<'_>, serde_json::Error> {
    let tree = Json::parse(text);
    if tree.as_ref().map_or(true, has_vast_number) {
        serde_json::from_str::<Value>(text)?;
    }
    tree
}

fn has_vast_number(tree: &Json) -> bool {
    let mut found = false;
    tree.visit(&mut |json| {
        found |= matches!(json, Json::Number(text) if serde_json::from_str::<f64>(text).is_err())
    });
    found
}

fn offset_of(text: &str, error: &serde_json::Error) -> usize {
    let start = match error.line() {
        0 | 1 => 0,
        line => text.match_indices('\n').nth(line - 2).map_or(text.len(), |(at, _)| at + 1),
    };
    start + error.column().saturating_sub(1)
}

fn describe(text: &str, error: &serde_json::Error, offset: usize) -> ReadError {
    let position = source::position(text, offset..offset + 1);
    let said = error.to_string();
    // `serde_json` appends the location, which the error has anyway
    let problem = said.split(" at line ").next().unwrap_or(&said);
    let problem = problem
        .replace("expected ident", "expected a value")
        .replace("EOF while parsing", "the text ends within");
    if problem.starts_with("recursion limit") {
        return ReadError::TooDeep { limit: DEPTH, position };
    }
    ReadError::BrokenJson { problem, position }
}

struct Mended {
    text: String,
    /// `(offset in the repaired text, bytes added up to there)`, ascending.
    shifts: Vec<(usize, isize)>,
}

fn original_offset(shifts: &[(usize, isize)], offset: usize) -> usize {
    let before = shifts.partition_point(|(at, _)| *at <= offset);
    let shift = before.checked_sub(1).map_or(0, |last| shifts[last].1);
    offset.saturating_add_signed(-shift)
}

/// The text with its control characters escaped and its unpaired surrogates replaced by U+FFFD; `None` if it has
/// neither.
fn mend(text: &str) -> Option<Mended> {
    let bytes = text.as_bytes();
    let mut mended = Mended { text: String::new(), shifts: Vec::new() };
    let (mut kept, mut at, mut in_string) = (0, 0, false);
    while at < bytes.len() {
        let byte = bytes[at];
        let (length, replacement) = match byte {
            b'"' => {
                in_string = !in_string;
                (1, None)
            }
            b'\\' if in_string => escape(&bytes[at..]),
            0..0x20 if in_string => (1, Some(format!("\\u{byte:04x}"))),
            _ => (1, None),
        };
        if let Some(replacement) = replacement {
            mended.text.push_str(&text[kept..at]);
            mended.text.push_str(&replacement);
            kept = at + length;
            mended.shifts.push((mended.text.len(), mended.text.len() as isize - kept as isize));
        }
        at += length;
    }
    mended.text.push_str(&text[kept..]);
    (!mended.shifts.is_empty()).then_some(mended)
}

/// The length of the escape at the start, and its replacement if it is an unpaired surrogate.
fn escape(bytes: &[u8]) -> (usize, Option<String>) {
    match unit(bytes) {
        None => (bytes.len().min(2), None),
        Some(0xD800..=0xDBFF) => match unit(&bytes[6..]) {
            Some(0xDC00..=0xDFFF) => (12, None),
            _ => (6, Some("\\ufffd".to_owned())),
        },
        Some(0xDC00..=0xDFFF) => (6, Some("\\ufffd".to_owned())),
        Some(_) => (6, None),
    }
}

/// The UTF-16 code unit of the `\uXXXX` at the start.
fn unit(bytes: &[u8]) -> Option<u16> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    let digits = std::str::from_utf8(digits).ok()?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mends_control_characters_and_half_pairs() {
        let mended = OnceCell::new();
        let tree = parse("{\"a\": \"x\ty\n\\ud83d!\\ude00\\ud83d\\ude00\"}", &mended).unwrap();
        assert!(mended.get().is_some());
        assert_eq!(tree.get("a"), Some(&Json::Text("x\ty\n\u{fffd}!\u{fffd}\u{1F600}".into())));
    }

    #[test]
    fn names_the_place_of_a_fault_after_mended_ones() {
        let text = "{\n\"a\": \"x\n\ty\",\n\"b\": nope}";
        let Err(ReadError::BrokenJson { position, .. }) = parse(text, &OnceCell::new()) else {
            panic!("expected broken JSON")
        };
        assert_eq!((position.line, position.column), (4, 7));
        assert_eq!(position.snippet, "\"b\": nope}");
    }

    #[test]
    fn cuts_an_escape_at_the_end_of_the_text() {
        for text in ["\"\\", "\"\\u12", "\"\\ud83d", "\"\t\\"] {
            assert!(
                matches!(parse(text, &OnceCell::new()), Err(ReadError::BrokenJson { .. })),
                "{text:?}"
            );
        }
    }

    #[test]
    fn too_deep_nesting_is_named() {
        let text = "[".repeat(200_000);
        assert!(matches!(parse(&text, &OnceCell::new()), Err(ReadError::TooDeep { .. })));
    }
}
