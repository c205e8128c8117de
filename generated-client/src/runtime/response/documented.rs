// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The errors that a collection documents.

use serde_json::Value;

/// An error that a collection documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct DocumentedError {
    /// The status.
    pub status: u16,
    /// The vendor's own error code, if there is one.
    pub code: Option<&'static str>,
    /// What the error means.
    pub text: &'static str,
}

/// An entry of [`Operation::errors`](super::super::Operation::errors): status code, the vendor's
/// own code, text.
pub type DocumentedEntry = (u16, Option<&'static str>, &'static str);

/// Finds the entry of a code, or else of the status alone, or the only one with that status.
pub(crate) fn find(
    errors: &[DocumentedEntry],
    status: u16,
    code: Option<&str>,
) -> Option<DocumentedError> {
    let of_status = || errors.iter().filter(|(of, ..)| *of == status);
    let coded = of_status().find(|(_, own, _)| own.is_some() && *own == code);
    let plain = || of_status().find(|(_, own, _)| own.is_none());
    let only = || of_status().next().filter(|_| of_status().count() == 1);
    let (status, code, text) = *coded.or_else(plain).or_else(only)?;
    Some(DocumentedError { status, code, text })
}

/// The names under which APIs send error codes.
const NAMES: [&str; 5] = ["code", "error_code", "errorCode", "ErrorCode", "Code"];

/// Returns the code of an error body: from the object itself, its `error`, or the first of its
/// `errors`.
pub(crate) fn code(body: &[u8]) -> Option<String> {
    let body: Value = serde_json::from_slice(body).ok()?;
    let places = [Some(&body), body.get("error"), body.pointer("/errors/0")];
    let found = places
        .into_iter()
        .flatten()
        .find_map(|place| NAMES.iter().find_map(|name| scalar(place.get(name)?)));
    found.or_else(|| body.get("error").and_then(Value::as_str).map(str::to_owned))
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
