// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Bodies in character sets other than UTF-8.

use http::HeaderMap;
use http::header::CONTENT_TYPE;
use std::borrow::Cow;

/// The body in UTF-8, when its `Content-Type` declares another character set.
///
/// A body that is valid UTF-8 stays as it is, whatever is declared: servers declare their default more often than what they
/// send. ISO-8859-1 and US-ASCII need nothing; all others of the WHATWG's standard need the feature `charset`. A body
/// whose character set is unknown stays as it is, too.
pub(super) fn in_utf8<'a>(headers: &HeaderMap, body: &'a [u8]) -> Cow<'a, [u8]> {
    match declared(headers) {
        Some(label) if is_foreign(body) => decode(label, body),
        _ => Cow::Borrowed(body),
    }
}

/// The declared character set.
fn declared(headers: &HeaderMap) -> Option<&str> {
    let parameters = headers.get(CONTENT_TYPE)?.to_str().ok()?.split(';').skip(1);
    let mut named = parameters.filter_map(|parameter| parameter.split_once('='));
    let (_, label) = named.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    Some(label.trim().trim_matches('"'))
}

/// Not UTF-8, or with the zeros that UTF-16 has.
fn is_foreign(body: &[u8]) -> bool {
    std::str::from_utf8(body).is_err() || body.contains(&0)
}

#[cfg(feature = "charset")]
fn decode<'a>(label: &str, body: &'a [u8]) -> Cow<'a, [u8]> {
    match encoding_rs::Encoding::for_label(label.as_bytes()) {
        Some(encoding) => Cow::Owned(encoding.decode(body).0.into_owned().into_bytes()),
        None => Cow::Borrowed(body),
    }
}

#[cfg(not(feature = "charset"))]
fn decode<'a>(label: &str, body: &'a [u8]) -> Cow<'a, [u8]> {
    const LATIN: [&str; 5] = ["iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii"];
    if LATIN.iter().any(|known| label.eq_ignore_ascii_case(known)) {
        let text: String = body.iter().copied().map(char::from).collect();
        return Cow::Owned(text.into_bytes());
    }
    Cow::Borrowed(body)
}
