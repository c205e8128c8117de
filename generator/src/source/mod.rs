//! A text of a run: its name, its encoding, and lines and columns in it.

mod lines;
mod tree;

use std::ops::Range;

pub use lines::Lines;
pub use tree::{Entry, EntryKind, Tree};

/// A file: its name for messages, and its bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// The path as it was given or found, with `/` as the separator.
    pub name: String,
    /// The contents.
    pub bytes: Vec<u8>,
}

/// The syntax of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// JSON.
    Json,
    /// YAML 1.2.
    Yaml,
}

impl Source {
    /// The file's name without its extensions: `zoom` for `collections/zoom.postman_collection.json`.
    pub fn stem(&self) -> &str {
        let name = self.name.rsplit('/').next().unwrap_or_default();
        let name = name.strip_suffix(".json").unwrap_or(name);
        name.strip_suffix(".postman_collection").unwrap_or(name)
    }

    /// The syntax of the file.
    pub fn syntax(&self) -> Syntax {
        Syntax::of(&self.name)
    }
}

impl Syntax {
    /// The syntax that a file name's extension stands for: YAML for `.yaml` and `.yml`, else JSON.
    pub fn of(name: &str) -> Syntax {
        match name.ends_with(".yaml") || name.ends_with(".yml") {
            true => Syntax::Yaml,
            false => Syntax::Json,
        }
    }
}

/// Bytes that are not UTF-8 text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EncodingError {
    /// Not UTF-8.
    #[error("the file is not UTF-8 text (byte {} is the first wrong one)", offset + 1)]
    NotUtf8 {
        /// The first wrong byte, counted from 0.
        offset: usize,
    },
    /// UTF-16 or UTF-32, as some Windows tools write it.
    #[error("the file is UTF-16 text, not UTF-8")]
    Utf16,
}

/// Decodes UTF-8 and strips the byte order mark.
///
/// # Errors
///
/// When the bytes are in another encoding.
pub fn decode(bytes: &[u8]) -> Result<&str, EncodingError> {
    if bytes.starts_with(&[0xFF, 0xFE])
        || bytes.starts_with(&[0xFE, 0xFF])
        || bytes.starts_with(b"{\0")
        || bytes.starts_with(b"$\0")
    {
        return Err(EncodingError::Utf16);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes)
        .map_err(|error| EncodingError::NotUtf8 { offset: error.valid_up_to() })?;
    // Some tools write a second byte order mark.
    Ok(text.trim_start_matches('\u{FEFF}'))
}

/// A location in a text, for people: line and column count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
    /// The line, or the part of a long line around the location.
    pub snippet: String,
    /// The bytes of [`Position::snippet`] that are meant.
    pub span: Range<usize>,
}

/// The line and column of a range of bytes.
pub fn position(text: &str, span: Range<usize>) -> Position {
    Lines::new(text).position(span)
}
