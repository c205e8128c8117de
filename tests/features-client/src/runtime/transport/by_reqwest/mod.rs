// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! `reqwest` as a transport, on a machine with sockets or in a browser.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
use browser as platform;
#[cfg(not(target_arch = "wasm32"))]
use native as platform;

pub(crate) use platform::Pieces;
#[cfg(not(target_arch = "wasm32"))]
pub use platform::reqwest_builder;

use super::super::TransportError;
use super::{Request, Response};
use std::time::Duration;

/// Settings of the default transport.
#[derive(Default)]
pub(crate) struct Setup {
    pub(crate) connect_timeout: Option<Duration>,
    #[cfg(any(feature = "aws-lc", feature = "native-tls", feature = "rustls"))]
    pub(crate) certificates: Certificates,
}

/// Which server certificates are accepted.
#[cfg(any(feature = "aws-lc", feature = "native-tls", feature = "rustls"))]
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Certificates {
    /// Valid certificates.
    #[default]
    Valid,
    /// All certificates.
    Any,
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

/// Leaves out the address, which would show the query.
impl From<reqwest::Error> for TransportError {
    fn from(error: reqwest::Error) -> Self {
        TransportError::new(platform::reason(&error), error.without_url())
    }
}
