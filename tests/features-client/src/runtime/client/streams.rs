// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Calls whose responses are streams.

use super::super::response::stream::frames::Framing;
use super::super::response::stream::live::{Live, Reopen};
use super::super::transport::Response;
use super::super::{
    Answer, Api, Base, CallOptions, Client, DecodeError, Endpoint, Error, EventStream, Exchange,
    RawResponse,
};
use super::Call;
use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use std::sync::Arc;
use std::time::Duration;

/// How long a stream may be silent, unless [`CallOptions::idle_timeout`] says otherwise.
pub const IDLE_TIMEOUT: Duration = Duration::from_secs(60);

impl<A: Api> Client<A> {
    /// Sends a request and returns the items of its response as they arrive, whatever the endpoint documents: for servers
    /// that stream where a parameter asks for it.
    ///
    /// ```text
    /// let mut chunks = client.stream::<Chunk>(&CreateChat::new(prompt).stream(true)).await?;
    /// ```
    ///
    /// # Errors
    ///
    /// Fails when the request cannot be sent, or when its response is not a success.
    pub async fn stream<T: Answer + 'static>(
        &self,
        endpoint: &impl Endpoint<Api = A>,
    ) -> Result<EventStream<T>, Error> {
        let write = |base: Base<'_>| endpoint.write_to(base);
        let call = self.call(operation_of(endpoint), &write);
        let opened = call.open::<EventStream<T>>(None).await;
        opened.map(Exchange::into_body).map_err(|error| call.located(error))
    }

    /// Sends a request and returns the items of its response as they arrive. When the connection ends or breaks off, it
    /// sends the request again, with `Last-Event-ID`, after the pause that the server asks for with `retry` (by default 3
    /// seconds, doubling up to a minute while nothing arrives). The stream ends with `[DONE]`, with a 204, with an error
    /// that will stay, and after ten attempts in a row that bring nothing.
    ///
    /// # Errors
    ///
    /// Fails when the request cannot be sent the first time, or when its response is not a success.
    pub async fn subscribe<E, T>(&self, endpoint: E) -> Result<EventStream<T>, Error>
    where
        E: Endpoint<Api = A, Output = EventStream<T>> + 'static,
        T: Answer + 'static,
    {
        let endpoint = Arc::new(endpoint);
        let write = |base: Base<'_>| endpoint.write_to(base);
        let call = self.call(const { &E::OPERATION }, &write);
        let opened = call.open(Some(self.reopen(endpoint.clone()))).await;
        opened.map(Exchange::into_body).map_err(|error| call.located(error))
    }

    fn reopen<E: Endpoint<Api = A> + 'static>(&self, endpoint: Arc<E>) -> Reopen {
        let client = self.clone();
        Box::new(move |last_id| {
            let options = CallOptions::new();
            let options = match last_id {
                Some(id) => options.header("Last-Event-ID", id),
                None => options,
            };
            let (client, endpoint) = (client.with(options), endpoint.clone());
            Box::pin(async move {
                let write = |base: Base<'_>| endpoint.write_to(base);
                let call = client.call(const { &E::OPERATION }, &write);
                call.head().await.map_err(|error| call.located(error))
            })
        })
    }
}

fn operation_of<E: Endpoint>(_: &E) -> &'static super::super::Operation {
    const { &E::OPERATION }
}

impl Call<'_> {
    /// The response when its headers are there.
    pub(crate) async fn open<T: Answer>(
        &self,
        reopen: Option<Reopen>,
    ) -> Result<Exchange<T>, Error> {
        let Response { status, headers, body } = self.head().await?;
        let head = RawResponse::new(status, headers, Bytes::new());
        let idle = self.options.idle_timeout.unwrap_or(Some(IDLE_TIMEOUT));
        let live = Live::new(self.operation, self.client.transport.clone(), idle, body);
        let live = reopen.into_iter().fold(live, Live::reopen_with);
        T::live(head.clone(), live).map(|items| Exchange::new(head.clone(), items)).ok_or_else(
            || {
                let reason = "the endpoint does not return a stream".to_owned();
                Error::decode(self.operation, head, DecodeError::Unexpected { reason })
            },
        )
    }
}

/// Whether a body may never end.
pub(crate) fn is_endless(headers: &HeaderMap) -> bool {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    content_type.and_then(Framing::of) == Some(Framing::Events)
}
