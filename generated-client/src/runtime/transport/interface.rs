// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The trait that transports implement, with its request and response types.

use super::super::client::deadline::{Deadline, limited};
use super::super::request::body::{Body, ByteStream};
use super::super::{BuildError, Reason, TransportError};
use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use std::fmt;
use std::pin::Pin;
use std::time::Duration;
use url::Url;

/// A boxed future.
#[cfg(not(target_arch = "wasm32"))]
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// A boxed future.
#[cfg(target_arch = "wasm32")]
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

pub use super::super::maybe_send::MaybeSend;

/// Sends requests. A transport does not follow redirects, does not retry, and returns a response
/// for every status code: the client does the rest. Dropping a future cancels the request.
pub trait Transport: Send + Sync {
    /// Sends a request. The future completes when the headers of the response have arrived.
    fn send(&self, request: Request) -> Pending<'_, Result<Response, TransportError>>;

    /// Waits: before a retry, and until a time limit.
    fn sleep(&self, time: Duration) -> Pending<'static, ()>;
}

/// A request that is ready to be sent unchanged.
#[derive(Debug)]
#[non_exhaustive]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The address.
    pub url: Url,
    /// The headers. They include `Content-Length` if the body does not know its length.
    pub headers: HeaderMap,
    /// The body.
    pub body: Body,
}

impl Request {
    /// Creates a request.
    pub fn new(method: Method, url: Url, headers: HeaderMap, body: Body) -> Self {
        Request { method, url, headers, body }
    }
}

impl TryFrom<Request> for http::Request<Body> {
    type Error = TransportError;

    fn try_from(request: Request) -> Result<Self, TransportError> {
        let mut made = http::Request::new(request.body);
        *made.uri_mut() = request
            .url
            .as_str()
            .parse()
            .map_err(|error| TransportError::new(Reason::Other, error))?;
        *made.method_mut() = request.method;
        *made.headers_mut() = request.headers;
        Ok(made)
    }
}

/// A response whose body may still be arriving.
#[derive(Debug)]
#[non_exhaustive]
pub struct Response {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Incoming,
}

impl Response {
    /// Creates a response.
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Incoming>) -> Self {
        Response { status, headers, body: body.into() }
    }
}

impl From<http::Response<Bytes>> for Response {
    fn from(response: http::Response<Bytes>) -> Self {
        let (parts, body) = response.into_parts();
        Response::new(parts.status, parts.headers, body)
    }
}

/// The body of a response.
pub struct Incoming(Source);

enum Source {
    Whole(Bytes),
    Stream(ByteStream),
    #[cfg(feature = "reqwest")]
    Reqwest(super::by_reqwest::Pieces),
}

impl Incoming {
    /// Returns the next chunk, or `None` at the end.
    pub(crate) async fn chunk(&mut self) -> Result<Option<Bytes>, TransportError> {
        match &mut self.0 {
            Source::Whole(bytes) => {
                Ok(Some(std::mem::take(bytes)).filter(|bytes| !bytes.is_empty()))
            }
            Source::Stream(stream) => next(stream).await,
            #[cfg(feature = "reqwest")]
            Source::Reqwest(pieces) => pieces.next().await,
        }
    }

    /// Reads the rest of the body. If it is cut off, returns what arrived, and the error.
    pub(crate) async fn bytes(
        mut self,
        deadline: &mut Option<Deadline>,
    ) -> (Bytes, Option<TransportError>) {
        if let Source::Whole(bytes) = self.0 {
            return (bytes, None);
        }
        let mut all = Bytes::new();
        let mut joined = Vec::new();
        loop {
            match limited(deadline, self.chunk()).await {
                // A body that arrives in one chunk is not copied.
                Ok(Some(piece)) if all.is_empty() && joined.is_empty() => all = piece,
                Ok(Some(piece)) => {
                    joined.extend_from_slice(&std::mem::take(&mut all));
                    joined.extend_from_slice(&piece);
                }
                end => return (if joined.is_empty() { all } else { joined.into() }, end.err()),
            }
        }
    }
}

async fn next(stream: &mut ByteStream) -> Result<Option<Bytes>, TransportError> {
    let piece = std::future::poll_fn(|context| stream.as_mut().poll_next(context)).await;
    piece.transpose().map_err(|error| TransportError::new(Reason::Interrupted, error))
}

impl fmt::Debug for Incoming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Source::Whole(bytes) => write!(f, "Incoming({} bytes)", bytes.len()),
            _ => f.write_str("Incoming(…)"),
        }
    }
}

impl From<Bytes> for Incoming {
    fn from(bytes: Bytes) -> Self {
        Incoming(Source::Whole(bytes))
    }
}

impl From<ByteStream> for Incoming {
    fn from(stream: ByteStream) -> Self {
        Incoming(Source::Stream(stream))
    }
}

#[cfg(feature = "reqwest")]
impl From<reqwest::Response> for Incoming {
    fn from(response: reqwest::Response) -> Self {
        Incoming(Source::Reqwest(super::by_reqwest::Pieces::of(response)))
    }
}

/// Parses the address of a request.
pub(crate) fn url(target: &str) -> Result<Url, BuildError> {
    target.parse().map_err(|error| BuildError::Url { reason: format!("{error}") })
}
