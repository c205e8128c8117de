//! Texts that are code as a whole.

use super::clean;
use super::escape::Place;
use super::inline::{self, GLUE};
use super::tree::Inline;

/// A text as code on one line.
pub(super) fn span(text: &str, place: Place) -> String {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'`' | b'|');
    // nearly all names and values are
    let written = if text.bytes().all(is_plain) {
        quoted(text.trim())
    } else {
        let text = Inline::Code(clean::source(text).into_owned());
        inline::write(&[text], place).replace(GLUE, " ")
    };
    if written.is_empty() { "`—`".to_owned() } else { written }
}

fn quoted(text: &str) -> String {
    if text.is_empty() { String::new() } else { ["`", text, "`"].concat() }
}
