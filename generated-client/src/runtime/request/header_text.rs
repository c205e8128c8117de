// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Header values.

use super::super::BuildError;
use http::header::HeaderValue;

/// Encodes a value as UTF-8. Postman's transport writes headers that accompany text in the text's
/// charset.
pub(crate) fn recode(value: &mut HeaderValue) {
    let bytes = value.as_bytes();
    if !bytes.is_ascii()
        && let Ok(recoded) = HeaderValue::from_maybe_shared(
            bytes.iter().copied().map(char::from).collect::<String>(),
        )
    {
        let sensitive = value.is_sensitive();
        *value = recoded;
        value.set_sensitive(sensitive);
    }
}

/// Builds a header value. Characters up to U+00FF become one byte each (but see `recode`); others
/// cannot be sent.
pub fn header_value(name: &str, text: &str) -> Result<HeaderValue, BuildError> {
    let refused = || BuildError::HeaderValue { name: name.to_owned() };
    if text.is_ascii() {
        return HeaderValue::from_str(text).map_err(|_| refused());
    }
    let bytes: Option<Vec<u8>> =
        text.chars().map(|character| u8::try_from(character).ok()).collect();
    let value = bytes.map(HeaderValue::from_maybe_shared);
    value.and_then(Result::ok).ok_or_else(refused)
}
