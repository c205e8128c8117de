// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The identity that a server gives a request, which its operators ask for in a support case.

use http::HeaderMap;

/// Headers that identify a request, the most specific first.
const NAMES: [&str; 9] = [
    "x-request-id",
    "request-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "x-ms-request-id",
    "x-goog-request-id",
    "x-correlation-id",
    "x-trace-id",
    "cf-ray",
];

/// The identity of the request in the headers of its response.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    let mut values = NAMES.iter().filter_map(|name| headers.get(*name)?.to_str().ok());
    values.find(|value| !value.is_empty())
}
