// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Connections of its own.

use super::super::super::{BuildError, Reason, TransportError};
#[cfg(any(feature = "rustls", feature = "native-tls"))]
use super::super::by_reqwest::Certificates;
use super::super::by_reqwest::{Setup, made, response};
use super::super::{Pending, Request, Response, Transport};
use bytes::Bytes;
use std::sync::Arc;
use std::time::Duration;

impl Setup {
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

/// The body of an answer that comes piece by piece.
pub(crate) struct Pieces(reqwest::Response);

impl Pieces {
    pub(crate) fn of(response: reqwest::Response) -> Self {
        Pieces(response)
    }

    /// The next piece; `None` at the end.
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
