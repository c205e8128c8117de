// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! A transport for tests: a function takes the place of the server.

use super::super::{Api, Body, Bytes, ClientBuilder, TransportError};
use super::{Pending, Request, Response, Transport};
use std::future::ready;
use std::time::Duration;

/// Calls a function for every request. Nothing uses the network, and no time passes.
pub struct Mock<F>(pub F);

impl<F> Transport for Mock<F>
where
    F: Fn(http::Request<Body>) -> http::Response<Bytes> + Send + Sync,
{
    fn send(&self, request: Request) -> Pending<'_, Result<Response, TransportError>> {
        Box::pin(ready(request.try_into().map(|request| (self.0)(request).into())))
    }

    fn sleep(&self, _: Duration) -> Pending<'static, ()> {
        Box::pin(ready(()))
    }
}

impl<A: Api> ClientBuilder<A> {
    /// Uses this function as the transport. Nothing uses the network.
    pub fn mock<F>(self, answer: F) -> Self
    where
        F: Fn(http::Request<Body>) -> http::Response<Bytes> + Send + Sync + 'static,
    {
        self.transport(Mock(answer))
    }
}
