// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What carries requests to a server: a trait, with `reqwest` as the one that is used unless another is given.

use super::super::client::deadline::{Deadline, limited};
use super::super::request::body::{Body, ByteStream};
use super::super::{BuildError, Reason, TransportError};
use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use std::fmt;
use std::pin::Pin;
use std::time::Duration;
use url::Url;

/// A future on the heap.
#[cfg(not(target_arch = "wasm32"))]
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// A future on the heap.
#[cfg(target_arch = "wasm32")]
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// What futures of calls are besides: `Send`, but for WebAssembly, where those of the browser are not.
#[cfg(not(target_arch = "wasm32"))]
pub trait MaybeSend: Send {}
#[cfg(not(target_arch = "wasm32"))]
impl<T: Send + ?Sized> MaybeSend for T {}
/// What futures of calls are besides: `Send`, but for WebAssembly, where those of the browser are not.
#[cfg(target_arch = "wasm32")]
pub trait MaybeSend {}
#[cfg(target_arch = "wasm32")]
impl<T: ?Sized> MaybeSend for T {}

/// Carries requests. It follows no redirects, repeats nothing and takes every status for an answer: all that is the
/// client's. A future that is dropped ends what it began.
pub trait Transport: Send + Sync {
    /// Sends a request. The answer is there when its headers are.
    fn send(&self, request: Request) -> Pending<'_, Result<Response, TransportError>>;

    /// Lets time pass: before a request is repeated, and until its time is up.
    fn sleep(&self, time: Duration) -> Pending<'static, ()>;
}

/// A request, ready to be sent as it is.
#[derive(Debug)]
#[non_exhaustive]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The address.
    pub url: Url,
    /// The headers. `Content-Length` is among them where the body does not tell it.
    pub headers: HeaderMap,
    /// The body.
    pub body: Body,
}

impl Request {
    /// A request of these parts.
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

/// An answer whose body may still be on its way.
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
    /// An answer of these parts.
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

/// The body of an answer.
pub struct Incoming(Source);

enum Source {
    Whole(Bytes),
    Stream(ByteStream),
    #[cfg(feature = "reqwest")]
    Reqwest(super::by_reqwest::Pieces),
}

impl Incoming {
    /// The next piece; `None` at the end.
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

    /// All that is still to come; where it breaks off, what came, and why there is no more.
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
                // A body that comes in one piece is not copied.
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

/// The address of a request, as URLs are read everywhere.
pub(crate) fn url(target: &str) -> Result<Url, BuildError> {
    target.parse().map_err(|error| BuildError::Url { reason: format!("{error}") })
}
