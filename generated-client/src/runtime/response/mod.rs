// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Answers of servers.

mod charset;
pub(crate) mod decode_error;
pub mod documented;
#[cfg(feature = "client")]
pub(crate) mod download;
pub(crate) mod identity;
#[cfg(feature = "client")]
pub mod pages;
pub mod paginate;
pub mod stream;

use super::maybe_send::MaybeSend;
use super::{DecodeError, Slot, models};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderMap, StatusCode};
use serde_core::de::DeserializeOwned;
use serde_core::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// An answer, with its body in memory.
#[derive(Clone)]
pub struct RawResponse {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl RawResponse {
    /// An answer of these parts.
    pub fn new(status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        RawResponse { status, headers, body }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The server's identity of the request, which its operators ask for: the value of `x-request-id`, `request-id`,
    /// `x-amzn-requestid`, `x-amz-request-id`, `x-ms-request-id`, `x-goog-request-id`, `x-correlation-id`, `x-trace-id` or
    /// `cf-ray`.
    pub fn request_id(&self) -> Option<&str> {
        identity::request_id(&self.headers)
    }

    /// The body as JSON of a model: a struct of this crate, or a list or a map of them.
    pub fn json<T: Slot>(&self) -> Result<T, DecodeError> {
        models::from_json(&charset::in_utf8(&self.headers, &self.body))
    }

    /// The body as JSON of a model; `None` when there is no body.
    pub fn optional_json<T: Slot>(&self) -> Result<Option<T>, DecodeError> {
        if self.body.trim_ascii().is_empty() { Ok(None) } else { self.json() }
    }

    /// The body as text: in the character set that is declared (see the feature `charset`), else UTF-8, else latin-1.
    pub fn text(&self) -> Result<String, DecodeError> {
        self.unpacked().map(|body| text_of(&charset::in_utf8(&self.headers, body)))
    }

    /// The body, unless it is compressed: a transport that unpacks it says so by taking the header away.
    pub(crate) fn unpacked(&self) -> Result<&[u8], DecodeError> {
        match self.headers.get(CONTENT_ENCODING) {
            Some(encoding) if encoding != "identity" && !self.body.is_empty() => {
                Err(DecodeError::Compressed { encoding: encoding.clone() })
            }
            _ => Ok(&self.body),
        }
    }

    /// The body as it came.
    pub fn bytes(&self) -> Bytes {
        self.body.clone()
    }

    /// Nothing: the answer has no body that matters.
    pub fn empty(&self) {}

    /// The body of an answer whose type is not documented.
    pub fn untyped(&self) -> Untyped {
        let body = match charset::in_utf8(&self.headers, &self.body) {
            Cow::Borrowed(_) => self.body.clone(),
            Cow::Owned(text) => text.into(),
        };
        Untyped { content_type: self.headers.get(CONTENT_TYPE).cloned(), body }
    }
}

impl From<http::Response<Bytes>> for RawResponse {
    fn from(response: http::Response<Bytes>) -> Self {
        let (parts, body) = response.into_parts();
        RawResponse::new(parts.status, parts.headers, body)
    }
}

/// Headers are left out: they may hold session cookies and tokens.
impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("RawResponse");
        out.field("status", &self.status).field("bytes", &self.body.len()).finish_non_exhaustive()
    }
}

fn text_of(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    }
}

/// The body of an answer without a documented type.
#[derive(Clone, PartialEq, Eq)]
pub struct Untyped {
    content_type: Option<http::HeaderValue>,
    body: Bytes,
}

impl Untyped {
    /// Its `Content-Type`.
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_ref()?.to_str().ok()
    }

    /// The body as it came, but for its character set (see the feature `charset`).
    pub fn bytes(&self) -> &Bytes {
        &self.body
    }

    /// The body as text: UTF-8, else latin-1.
    pub fn text(&self) -> String {
        text_of(&self.body)
    }

    /// The body as JSON of a type.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, DecodeError> {
        serde_json::from_slice(&self.body)
            .map_err(|source| DecodeError::Json { path: String::new(), source })
    }
}

impl fmt::Debug for Untyped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Untyped({}, {} bytes)",
            self.content_type().unwrap_or("no type"),
            self.body.len()
        )
    }
}

/// The JSON that the body holds, to the letter; else its text; else base64; nothing is `null`.
impl Serialize for Untyped {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.body.is_empty() {
            return serializer.serialize_unit();
        }
        if let Ok(json) = serde_json::from_slice::<&RawValue>(&self.body) {
            return json.serialize(serializer);
        }
        match std::str::from_utf8(&self.body) {
            Ok(text) => serializer.serialize_str(text),
            Err(_) => serializer.serialize_str(&STANDARD.encode(&self.body)),
        }
    }
}

/// What an answer is read as, unless its endpoint reads it in a way of its own.
pub trait Answer: Sized + MaybeSend {
    /// Whether the items are returned as they arrive.
    const IS_STREAM: bool = false;

    /// Reads a response that is in memory.
    ///
    /// # Errors
    ///
    /// Fails when the body is not what the type expects.
    fn of(response: &RawResponse) -> Result<Self, DecodeError>;

    /// Reads a response whose body is still arriving. `None`, unless it is a stream.
    #[cfg(feature = "client")]
    fn live(head: RawResponse, live: stream::live::Live) -> Option<Self> {
        let _ = (head, live);
        None
    }
}

/// A model is read from JSON.
impl<T: Slot + Send> Answer for T {
    fn of(response: &RawResponse) -> Result<Self, DecodeError> {
        response.json()
    }
}

/// The body does not matter.
impl Answer for () {
    fn of(_: &RawResponse) -> Result<Self, DecodeError> {
        Ok(())
    }
}

impl Answer for Untyped {
    fn of(response: &RawResponse) -> Result<Self, DecodeError> {
        Ok(response.untyped())
    }
}

/// A typed answer with its status and headers.
#[derive(Debug, Clone)]
pub struct Exchange<T> {
    response: RawResponse,
    body: T,
}

impl<T> Exchange<T> {
    /// A typed body and the answer it was read from.
    pub fn new(response: RawResponse, body: T) -> Self {
        Exchange { response, body }
    }

    /// The server's identity of the request, which its operators ask for: the value of `x-request-id`, `request-id`,
    /// `x-amzn-requestid`, `x-amz-request-id`, `x-ms-request-id`, `x-goog-request-id`, `x-correlation-id`, `x-trace-id` or
    /// `cf-ray`.
    pub fn request_id(&self) -> Option<&str> {
        self.response.request_id()
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// The typed body.
    pub fn body(&self) -> &T {
        &self.body
    }

    /// The typed body alone.
    pub fn into_body(self) -> T {
        self.body
    }

    /// The answer as it came.
    pub fn response(&self) -> &RawResponse {
        &self.response
    }
}
