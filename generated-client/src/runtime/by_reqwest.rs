// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! `reqwest` as a transport.

use super::transport::{Pending, Request, Response, Transport};
use super::{BuildError, Reason, TransportError};
use std::sync::Arc;
use std::time::Duration;

/// How the transport is made when none is given.
#[derive(Default)]
pub(crate) struct Setup {
    pub(crate) connect_timeout: Option<Duration>,
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    pub(crate) certificates: Certificates,
}

/// Which certificates a server may have.
#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Certificates {
    /// Those that somebody vouches for.
    #[default]
    Valid,
    /// Any.
    Any,
}

impl Setup {
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn transport(self) -> Result<Arc<dyn Transport>, BuildError> {
        let mut builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        if let Some(timeout) = self.connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        #[cfg(any(feature = "rustls", feature = "native-tls"))]
        if self.certificates == Certificates::Any {
            builder = builder.danger_accept_invalid_certs(true);
        }
        Ok(Arc::new(builder.build().map_err(|error| BuildError::Transport(error.into()))?))
    }

    /// Redirects, connections and certificates are the browser's.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn transport(self) -> Result<Arc<dyn Transport>, BuildError> {
        Ok(Arc::new(reqwest::Client::new()))
    }
}

impl Transport for reqwest::Client {
    #[cfg(not(target_arch = "wasm32"))]
    fn send(&self, request: Request) -> Pending<'_, Result<Response, TransportError>> {
        let answer = self.execute(made(request));
        Box::pin(async { Ok(response(answer.await?)) })
    }

    /// A browser sends bodies in memory only: streams are read first.
    #[cfg(target_arch = "wasm32")]
    fn send(&self, mut request: Request) -> Pending<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            if request.body.as_bytes().is_none() {
                let (bytes, broken) = super::transport::Incoming::from(super::upload::stream(request.body)).bytes(&mut None).await;
                broken.map_or(Ok(()), Err)?;
                request.body = bytes.into();
            }
            Ok(response(self.execute(made(request)).await?))
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn sleep(&self, time: Duration) -> Pending<'static, ()> {
        Box::pin(tokio::time::sleep(time))
    }

    #[cfg(target_arch = "wasm32")]
    fn sleep(&self, time: Duration) -> Pending<'static, ()> {
        Box::pin(gloo_timers::future::sleep(time))
    }
}

fn made(request: Request) -> reqwest::Request {
    let mut made = reqwest::Request::new(request.method, request.url);
    *made.headers_mut() = request.headers;
    if !request.body.is_empty() {
        *made.body_mut() = Some(super::upload::body(request.body));
    }
    made
}

fn response(mut response: reqwest::Response) -> Response {
    let headers = std::mem::take(response.headers_mut());
    Response::new(response.status(), headers, response)
}

/// The address is left out: it would show what stands in the query.
impl From<reqwest::Error> for TransportError {
    fn from(error: reqwest::Error) -> Self {
        TransportError::new(reason(&error), error.without_url())
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn reason(error: &reqwest::Error) -> Reason {
    if error.is_timeout() {
        Reason::TimedOut
    } else if error.is_connect() {
        Reason::Connect
    } else if error.is_request() || error.is_body() || error.is_decode() {
        Reason::Interrupted
    } else {
        Reason::Other
    }
}

/// A browser does not tell.
#[cfg(target_arch = "wasm32")]
fn reason(error: &reqwest::Error) -> Reason {
    if error.is_timeout() { Reason::TimedOut } else { Reason::Interrupted }
}
