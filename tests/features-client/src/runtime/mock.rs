// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! A transport for tests: a function answers in place of a server.

use super::{Api, Body, Bytes, ClientBuilder};
use std::sync::Arc;

/// Answers requests.
pub type Answer = Arc<dyn Fn(http::Request<Body>) -> http::Response<Bytes> + Send + Sync>;

impl<A: Api> ClientBuilder<A> {
    /// Answers every request by this function; nothing goes over the network.
    pub fn mock<F>(mut self, answer: F) -> Self
    where
        F: Fn(http::Request<Body>) -> http::Response<Bytes> + Send + Sync + 'static,
    {
        self.transport_setup().mock = Some(Arc::new(answer));
        self
    }
}
