// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The one error of a client.

use super::client::retries;
use super::response::documented;
use super::response::documented::DocumentedError;
use super::{BuildError, DecodeError, Operation, RawResponse, Reason, TransportError};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_core::de::DeserializeOwned;
use std::fmt;
use std::time::Duration;

/// What went wrong with a call. Nothing that the server said is lost: see [`status`](Error::status),
/// [`headers`](Error::headers), [`body`](Error::body), [`json`](Error::json).
pub struct Error(Box<Inner>);

struct Inner {
    operation: Option<&'static Operation>,
    url: Option<String>,
    kind: ErrorKind,
}

/// The kinds of errors.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request could not be made: nothing was sent.
    Build(BuildError),
    /// The request was not answered, or the answer broke off.
    Transport(TransportError),
    /// The answer began, but broke off.
    Broken {
        /// The answer, with as much of its body as came.
        response: RawResponse,
        /// Why there is no more.
        error: TransportError,
    },
    /// The answer came, but could not be written to where it should go.
    Write(std::io::Error),
    /// The server answered with a status that is no success.
    Status(RawResponse),
    /// The server answered with success, but the answer is not what is documented.
    Decode {
        /// The answer.
        response: RawResponse,
        /// What is wrong with it.
        error: DecodeError,
    },
}

impl Error {
    /// What kind of error it is, with all that is known.
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// The kind alone, to take it apart.
    pub fn into_kind(self) -> ErrorKind {
        self.0.kind
    }

    /// The name of the endpoint.
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation.map(|operation| operation.name)
    }

    /// The method of the request.
    pub fn method(&self) -> Option<&'static str> {
        self.0.operation.map(|operation| operation.method)
    }

    /// The address that was called, without its query.
    pub fn url(&self) -> Option<&str> {
        self.0.url.as_deref()
    }

    /// What the server answered, when it did.
    pub fn response(&self) -> Option<&RawResponse> {
        match &self.0.kind {
            ErrorKind::Status(response)
            | ErrorKind::Decode { response, .. }
            | ErrorKind::Broken { response, .. } => Some(response),
            ErrorKind::Build(_) | ErrorKind::Transport(_) | ErrorKind::Write(_) => None,
        }
    }

    /// The status that the server answered, when it did.
    pub fn status(&self) -> Option<StatusCode> {
        self.response().map(RawResponse::status)
    }

    /// The headers that the server answered, when it did.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.response().map(RawResponse::headers)
    }

    /// The server's identity of the request, which its operators ask for: the value of `x-request-id`, `request-id`,
    /// `x-amzn-requestid`, `x-amz-request-id`, `x-ms-request-id`, `x-goog-request-id`, `x-correlation-id`, `x-trace-id` or
    /// `cf-ray`.
    pub fn request_id(&self) -> Option<&str> {
        self.response()?.request_id()
    }

    /// The body that the server answered; empty when it did not.
    pub fn body(&self) -> &Bytes {
        static NOTHING: Bytes = Bytes::new();
        self.response().map_or(&NOTHING, RawResponse::body)
    }

    /// The body as JSON of a type: the error shape of the API, for instance.
    pub fn json<T: DeserializeOwned>(&self) -> Option<T> {
        self.response()?.untyped().json().ok()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        self.response().and_then(|response| response.text().ok()).unwrap_or_default()
    }

    /// Where in the body reading it failed, such as `users[3].email`.
    pub fn path(&self) -> Option<&str> {
        match &self.0.kind {
            ErrorKind::Decode { error, .. } => error.path(),
            _ => None,
        }
    }

    /// What the collection says about this error: the entry of its status, and of its code where there are several.
    pub fn documented(&self) -> Option<DocumentedError> {
        documented::find(self.0.operation?.errors, self.status()?.as_u16(), self.code().as_deref())
    }

    /// The vendor's own code in the body, such as `2024` of `{"code": 2024, "message": "…"}`.
    pub fn code(&self) -> Option<String> {
        documented::code(self.response()?.body())
    }

    /// Whether the time of the call was up, or that for its connection.
    pub fn is_timeout(&self) -> bool {
        matches!(&self.0.kind, ErrorKind::Transport(error) | ErrorKind::Broken { error, .. } if error.reason() == Reason::TimedOut)
    }

    /// Whether the same request may succeed later: no answer, too many requests, or a server that is not up.
    pub fn is_retryable(&self) -> bool {
        match &self.0.kind {
            ErrorKind::Transport(error) | ErrorKind::Broken { error, .. } => {
                retries::may_pass(error.reason())
            }
            ErrorKind::Status(response) => {
                retries::is_passing(response.status())
                    || matches!(response.status().as_u16(), 425 | 500)
            }
            ErrorKind::Build(_) | ErrorKind::Write(_) | ErrorKind::Decode { .. } => false,
        }
    }

    /// How long the server asks to wait: by `Retry-After` (seconds, or a date), else by the reset of a limit that is used up
    /// (`x-ratelimit-reset`).
    pub fn retry_after(&self) -> Option<Duration> {
        retries::asked(self.status()?, self.headers()?)
    }
}

/// How errors come into being.
impl Error {
    fn new(operation: Option<&'static Operation>, kind: ErrorKind) -> Self {
        Error(Box::new(Inner { operation, url: None, kind }))
    }

    /// An error before anything was sent.
    pub(crate) fn build(operation: &'static Operation, error: BuildError) -> Self {
        Error::new(Some(operation), ErrorKind::Build(error))
    }

    /// A request that was not answered.
    #[cfg(feature = "client")]
    pub(crate) fn transport(operation: &'static Operation, error: TransportError) -> Self {
        Error::new(Some(operation), ErrorKind::Transport(error))
    }

    /// An answer that broke off.
    #[cfg(feature = "client")]
    pub(crate) fn broken(
        operation: &'static Operation,
        response: RawResponse,
        error: TransportError,
    ) -> Self {
        Error::new(Some(operation), ErrorKind::Broken { response, error })
    }

    /// An answer that could not be kept.
    #[cfg(feature = "client")]
    pub(crate) fn write(operation: &'static Operation, error: std::io::Error) -> Self {
        Error::new(Some(operation), ErrorKind::Write(error))
    }

    /// An answer that is no success.
    pub(crate) fn status_error(operation: &'static Operation, response: RawResponse) -> Self {
        Error::new(Some(operation), ErrorKind::Status(response))
    }

    /// A success that could not be read.
    pub(crate) fn decode(
        operation: &'static Operation,
        response: RawResponse,
        error: DecodeError,
    ) -> Self {
        Error::new(Some(operation), ErrorKind::Decode { response, error })
    }

    /// Settings of the client that cannot be used.
    pub(crate) fn set_up(error: BuildError) -> Self {
        Error::new(None, ErrorKind::Build(error))
    }

    /// The same error with the address that was called. Its query and its user name are left out: they may be secret.
    #[cfg(feature = "client")]
    pub(crate) fn at(mut self, url: &str) -> Self {
        let plain = url.split(['?', '#']).next().unwrap_or_default();
        let plain = match (plain.find("://"), plain.rfind('@')) {
            (Some(scheme), Some(at)) if at > scheme => {
                format!("{}{}", &plain[..scheme + 3], &plain[at + 1..])
            }
            _ => plain.to_owned(),
        };
        self.0.url = Some(plain);
        self
    }
}

/// The first characters of the body, on one line.
fn excerpt(response: &RawResponse) -> String {
    const LENGTH: usize = 200;
    let Ok(text) = response.text() else { return String::new() };
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = words.char_indices().nth(LENGTH) {
        words.truncate(end);
        words.push('…');
    }
    words
}

/// An error with its causes, on one line.
struct Causes<'a>(&'a TransportError);

impl fmt::Display for Causes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)?;
        let mut causes =
            std::iter::successors(std::error::Error::source(self.0), |cause| cause.source());
        causes.try_for_each(|cause| write!(f, ": {cause}"))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.0.operation {
            let place = self.url().unwrap_or(operation.path);
            write!(f, "{} ({} {place}): ", operation.name, operation.method)?;
        }
        match &self.0.kind {
            ErrorKind::Build(error) => write!(f, "not sent: {error}"),
            ErrorKind::Transport(error) => write!(f, "no answer: {}", Causes(error)),
            ErrorKind::Broken { response, error } => {
                write!(f, "{}, but the answer broke off: {}", response.status(), Causes(error))
            }
            ErrorKind::Write(error) => write!(f, "the answer could not be written: {error}"),
            ErrorKind::Status(response) => match excerpt(response).as_str() {
                "" => match self.documented() {
                    Some(documented)
                        if response.status().canonical_reason() != Some(documented.text) =>
                    {
                        write!(f, "{}: {}", response.status(), documented.text)
                    }
                    _ => write!(f, "{}", response.status()),
                },
                text => write!(f, "{}: {text}", response.status()),
            },
            ErrorKind::Decode { response, error } => {
                write!(f, "{}, but the body is not as documented: {error}", response.status())
            }
        }?;
        self.request_id().map_or(Ok(()), |id| write!(f, " (request id {id})"))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Error");
        out.field("operation", &self.operation())
            .field("method", &self.method())
            .field("url", &self.url());
        out.field("kind", &self.0.kind).finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.kind {
            ErrorKind::Build(error) => Some(error),
            ErrorKind::Transport(error) | ErrorKind::Broken { error, .. } => Some(error),
            ErrorKind::Write(error) => Some(error),
            ErrorKind::Decode { error, .. } => Some(error),
            ErrorKind::Status(_) => None,
        }
    }
}
