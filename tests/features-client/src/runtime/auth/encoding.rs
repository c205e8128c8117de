// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Encodings that signing schemes share.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Escapes all but RFC 3986's unreserved characters.
pub fn strict(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// The pairs of a query or an urlencoded body, decoded. Empty pieces are skipped; a key without `=` has no value.
pub fn form_pairs(text: &str) -> Vec<(String, Option<String>)> {
    let piece = |piece: &str| match piece.split_once('=') {
        Some((key, value)) => (form_decode(key), Some(form_decode(value))),
        None => (form_decode(piece), None),
    };
    text.split('&').filter(|text| !text.is_empty()).map(piece).collect()
}

/// Decodes `+` and percent escapes. What is no escape stays.
pub fn form_decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Decodes Base64 of either alphabet, with or without padding; what belongs to neither is skipped.
pub fn tolerant_base64(text: &str) -> Option<Vec<u8>> {
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true);
    let symbol = |character| match character {
        '-' => Some('+'),
        '_' => Some('/'),
        '+' | '/' => Some(character),
        other => other.is_ascii_alphanumeric().then_some(other),
    };
    let mut symbols: String =
        text.split('=').next().unwrap_or("").chars().filter_map(symbol).collect();
    // One symbol alone says nothing.
    if symbols.len() % 4 == 1 {
        symbols.pop();
    }
    GeneralPurpose::new(&STANDARD, config).decode(symbols).ok()
}
