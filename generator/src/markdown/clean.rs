//! Characters that a doc comment must not hold: control characters, text direction overrides, invisible ones, tabs.

use std::borrow::Cow;

const TAB: usize = 4;

/// A description with line ends of one kind and spaces for tabs, as the Markdown parser is to read it.
pub(super) fn source(description: &str) -> Cow<'_, str> {
    if is_plain(description) {
        return Cow::Borrowed(description);
    }
    let mut out = String::with_capacity(description.len());
    let mut rest = description;
    loop {
        let plain = rest.bytes().position(|byte| !is_plain_byte(byte));
        let (run, special) = rest.split_at(plain.unwrap_or(rest.len()));
        out.push_str(run);
        let mut chars = special.chars();
        match chars.next() {
            Some('\r') if chars.as_str().starts_with('\n') => {}
            Some('\r') => out.push('\n'),
            Some('\t') => {
                let width = TAB - column(&out) % TAB;
                out.extend(std::iter::repeat_n(' ', width));
            }
            Some(char) => out.extend(visible(char)),
            None => break,
        }
        rest = chars.as_str();
    }
    Cow::Owned(out)
}

/// Whether there is nothing to replace: so it is with most texts, and it is quickly seen.
fn is_plain(text: &str) -> bool {
    text.bytes().all(is_plain_byte)
}

fn is_plain_byte(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\n')
}

/// The length of the last line, for the sake of tabs; far from its start a tab means no more than a space.
fn column(text: &str) -> usize {
    const FAR: usize = 256;
    let near = &text.as_bytes()[text.len().saturating_sub(FAR)..];
    let end = near.iter().rposition(|byte| *byte == b'\n');
    let line = &near[end.map_or(0, |end| end + 1)..];
    String::from_utf8_lossy(line).chars().count()
}

/// Text without the characters that escapes (`&#8238;`) can bring in after [`source`] has removed them.
pub(super) fn text(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let chars = text.chars().filter_map(|char| match char {
        '\n' => Some('\n'),
        '\r' | '\t' => Some(' '),
        char => visible(char),
    });
    Cow::Owned(chars.collect())
}

/// The character as it may stand in a doc comment: spaces of every kind as the plain one, nothing for what cannot be seen.
fn visible(char: char) -> Option<char> {
    match char {
        ' '..='~' => Some(char),
        '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => None,
        // Zero-width space, direction marks and overrides, word joiner, invisible operators, isolates. The joiners
        // U+200C and U+200D stay: Persian, Hindi and emoji are written with them.
        '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' => None,
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => None,
        char if char.is_control() => None,
        char if char.is_whitespace() => Some(' '),
        char => Some(char),
    }
}
