// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The browser's `fetch`, which manages connections and certificates, and follows redirects itself.

use super::super::super::{BuildError, Reason, TransportError};
use super::super::by_reqwest::{Setup, made, response};
use super::super::upload;
use super::super::{Incoming, Pending, Request, Response, Transport};
use bytes::Bytes;
use futures_core::Stream;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

impl Setup {
    pub(crate) fn transport(self) -> Result<Arc<dyn Transport>, BuildError> {
        Ok(Arc::new(reqwest::Client::new()))
    }
}

impl Transport for reqwest::Client {
    /// Browsers send bodies from memory only, so streams are read first.
    fn send(&self, mut request: Request) -> Pending<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            if request.body.as_bytes().is_none() {
                let (bytes, broken) =
                    Incoming::from(upload::stream(request.body)).bytes(&mut None).await;
                broken.map_or(Ok(()), Err)?;
                request.body = bytes.into();
            }
            Ok(response(self.execute(made(request)).await?))
        })
    }

    fn sleep(&self, time: Duration) -> Pending<'static, ()> {
        Box::pin(gloo_timers::future::sleep(time))
    }
}

/// The body of a response, chunk by chunk.
pub(crate) struct Pieces(Pin<Box<dyn Stream<Item = reqwest::Result<Bytes>>>>);

impl Pieces {
    pub(crate) fn of(response: reqwest::Response) -> Self {
        Pieces(Box::pin(response.bytes_stream()))
    }

    /// Returns the next chunk, or `None` at the end.
    pub(crate) async fn next(&mut self) -> Result<Option<Bytes>, TransportError> {
        let piece = std::future::poll_fn(|context| self.0.as_mut().poll_next(context)).await;
        Ok(piece.transpose()?)
    }
}

/// Browsers do not tell the reason.
pub(crate) fn reason(error: &reqwest::Error) -> Reason {
    if error.is_timeout() { Reason::TimedOut } else { Reason::Interrupted }
}
