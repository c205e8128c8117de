// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Files that a request names.
//!
//! Paths are relative to the working directory. As in Postman:
//! * nothing chosen → an empty part with an empty file name;
//! * a file that cannot be read → no part (no body, when the file is the whole body);
//! * a list under one key → a part for each; of the keys after it no file of the form is loaded: they are sent as if nothing had
//!   been chosen. (A fault of Postman's runtime, which the replay repeats on purpose: see [`after_list`].)

use super::data;
use crate::client::runtime::File;

/// Whether Postman stopped loading files before the slot at `position`.
pub fn after_list(slots: &[data::Slot], position: usize) -> bool {
    slots.iter().take(position).any(|slot| slot.list && !slot.files.is_empty())
}

/// Loads a file whose templates are already filled in.
pub fn load(file: data::File) -> Option<File> {
    let mut loaded = match (file.path.filter(|path| !path.is_empty()), file.content) {
        (Some(path), _) => readable(&path).then(|| File::path(path))?,
        (None, Some(content)) => File::unnamed(base64(&content)),
        (None, None) => File::empty(),
    };
    if let Some(name) = file.file_name {
        loaded = loaded.file_name(name);
    }
    if let Some(content_type) = file.content_type {
        loaded = loaded.content_type(content_type);
    }
    Some(loaded)
}

fn readable(path: &str) -> bool {
    std::fs::File::open(path)
        .and_then(|file| file.metadata())
        .is_ok_and(|metadata| metadata.is_file())
}

/// Decodes Base64 as Node does: both alphabets, other characters are skipped, `=` ends it.
pub fn base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for byte in text.bytes().take_while(|byte| *byte != b'=') {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    bytes
}
