// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! `reqwest` with its own connections.

#[cfg(all(feature = "rustls", not(any(feature = "aws-lc", feature = "native-tls"))))]
mod tls;

use super::super::super::{BuildError, Error, Reason, TransportError};
#[cfg(any(feature = "aws-lc", feature = "native-tls", feature = "rustls"))]
use super::super::by_reqwest::Certificates;
use super::super::by_reqwest::{Setup, made, response};
use super::super::{Pending, Request, Response, Transport};
use bytes::Bytes;
use std::sync::Arc;
use std::time::Duration;

/// Returns a builder of `reqwest` with the TLS of this crate's features and without redirects, which the client follows
/// itself: for a [`ClientBuilder::reqwest_client`](super::super::super::ClientBuilder::reqwest_client) with proxies, root
/// certificates or pools of your own.
///
/// `reqwest::Client::builder()` alone has no TLS when only the feature `rustls` is on, and panics.
///
/// # Errors
///
/// Fails when the operating system's certificates cannot be loaded.
pub fn reqwest_builder() -> Result<reqwest::ClientBuilder, Error> {
    Setup::default().builder().map_err(Error::set_up)
}

impl Setup {
    pub(crate) fn transport(self) -> Result<Arc<dyn Transport>, BuildError> {
        let client = self.builder()?.build();
        Ok(Arc::new(client.map_err(|error| BuildError::Transport(error.into()))?))
    }

    fn builder(self) -> Result<reqwest::ClientBuilder, BuildError> {
        let mut builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        if let Some(timeout) = self.connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        #[cfg(any(feature = "aws-lc", feature = "native-tls", feature = "rustls"))]
        {
            builder = with_tls(builder, self.certificates)?;
        }
        Ok(builder)
    }
}

/// The features `aws-lc` and `native-tls` are explicit choices: they take precedence over `rustls`, which is on by default.
#[cfg(any(feature = "aws-lc", feature = "native-tls"))]
fn with_tls(
    builder: reqwest::ClientBuilder,
    certificates: Certificates,
) -> Result<reqwest::ClientBuilder, BuildError> {
    Ok(match certificates {
        Certificates::Valid => builder,
        Certificates::Any => builder.tls_danger_accept_invalid_certs(true),
    })
}

#[cfg(all(feature = "rustls", not(any(feature = "aws-lc", feature = "native-tls"))))]
fn with_tls(
    builder: reqwest::ClientBuilder,
    certificates: Certificates,
) -> Result<reqwest::ClientBuilder, BuildError> {
    Ok(builder.tls_backend_preconfigured(tls::config(certificates)?))
}

impl Transport for reqwest::Client {
    fn send(&self, request: Request) -> Pending<'_, Result<Response, TransportError>> {
        let answer = self.execute(made(request));
        Box::pin(async { Ok(response(answer.await?)) })
    }

    fn sleep(&self, time: Duration) -> Pending<'static, ()> {
        Box::pin(tokio::time::sleep(time))
    }
}

/// The body of a response, chunk by chunk.
pub(crate) struct Pieces(reqwest::Response);

impl Pieces {
    pub(crate) fn of(response: reqwest::Response) -> Self {
        Pieces(response)
    }

    /// Returns the next chunk, or `None` at the end.
    pub(crate) async fn next(&mut self) -> Result<Option<Bytes>, TransportError> {
        Ok(self.0.chunk().await?)
    }
}

pub(crate) fn reason(error: &reqwest::Error) -> Reason {
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
