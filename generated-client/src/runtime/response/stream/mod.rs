// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Responses that are streams of items: server-sent events, lines of JSON, JSON text sequences and multipart bodies.
//!
//! An endpoint whose saved responses are a stream returns an [`EventStream`] from `send` as soon as the headers are there:
//!
//! ```text
//! let mut deltas = Chat::new("Hi").send(&client).await?;
//! while let Some(delta) = deltas.next().await {
//!     print!("{}", delta?.text.unwrap_or_default());
//! }
//! ```
//!
//! * The `Content-Type` of the response decides on the format; without a known one, the first character of the body does.
//! * The data `[DONE]` of an event stream ends it, as the end of the body does.
//! * An item that does not decode is an error of its own; the stream goes on.
//! * `CallOptions::timeout` limits the time until the headers are there, `CallOptions::idle_timeout` the time between two
//!   pieces of the body. There is no limit to the whole stream.
//! * `Client::subscribe` reconnects with `Last-Event-ID`. Without it, a connection that breaks off is an error.

pub mod frames;
mod lines;
#[cfg(feature = "client")]
pub(crate) mod live;
mod multipart;
mod sse;

use self::frames::{Frame, Frames};
use super::super::{DecodeError, Error, Operation, RawResponse};
use super::Answer;
use http::header::CONTENT_TYPE;
use serde_core::{Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// The typed items of a response, as they arrive. Dropping it closes the connection.
///
/// It implements the `Stream` trait of `futures-core`; [`next`](Self::next) needs no further crate. With `blocking`, use
/// `blocking::Client::stream`.
pub struct EventStream<T> {
    operation: &'static Operation,
    head: RawResponse,
    frames: Frames,
    #[cfg(feature = "client")]
    live: Option<live::Live>,
    is_over: bool,
    item: PhantomData<fn() -> T>,
}

/// An item with what its event says besides the data.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// The `event` field; `None` if there is none, or in other formats.
    pub event: Option<String>,
    /// The last `id` field so far.
    pub id: Option<String>,
    /// The item.
    pub data: T,
}

impl<T: Answer> EventStream<T> {
    /// Reads the items of a body that is already in memory.
    pub(crate) fn buffered(response: &RawResponse) -> Result<Self, DecodeError> {
        response.unpacked()?;
        let mut stream = EventStream::begun(response.clone());
        // The body is in memory already: no item can be too long.
        let _ = stream.frames.push(response.body());
        stream.frames.end();
        Ok(stream)
    }

    fn begun(head: RawResponse) -> Self {
        let content_type = head.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        EventStream {
            operation: &ITEM,
            frames: Frames::new(content_type),
            head,
            #[cfg(feature = "client")]
            live: None,
            is_over: false,
            item: PhantomData,
        }
    }

    /// The status code.
    pub fn status(&self) -> http::StatusCode {
        self.head.status()
    }

    /// The headers.
    pub fn headers(&self) -> &http::HeaderMap {
        self.head.headers()
    }

    /// The next item that has arrived, without waiting for more: every item of a body that `Endpoint::decode` read.
    ///
    /// # Errors
    ///
    /// Fails when the item does not decode. The next call returns the next item.
    pub fn try_next(&mut self) -> Option<Result<T, Error>> {
        self.arrived().map(|event| event.map(|event| event.data))
    }

    fn arrived(&mut self) -> Option<Result<Event<T>, Error>> {
        if self.is_over {
            return None;
        }
        let frame = self.frames.pop()?;
        if frame.data == b"[DONE]" {
            self.is_over = true;
            return None;
        }
        Some(self.read(frame))
    }

    fn read(&self, frame: Frame) -> Result<Event<T>, Error> {
        let Frame { event, id, headers, data } = frame;
        let item = RawResponse::new(self.head.status(), headers, data.into());
        match T::of(&item) {
            Ok(data) => Ok(Event { event, id, data }),
            Err(error) => Err(Error::decode(self.operation, item, error)),
        }
    }
}

/// What errors name where no endpoint is known: a body that was decoded without a client.
static ITEM: Operation = Operation::new("GET", "item of a stream", "");

impl<T: Answer + 'static> Answer for EventStream<T> {
    const IS_STREAM: bool = true;

    fn of(response: &RawResponse) -> Result<Self, DecodeError> {
        EventStream::buffered(response)
    }

    #[cfg(feature = "client")]
    fn live(head: RawResponse, live: live::Live) -> Option<Self> {
        let operation = live.operation;
        Some(EventStream { operation, live: Some(live), ..EventStream::begun(head) })
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream")
            .field("status", &self.head.status())
            .field("is_over", &self.is_over)
            .finish_non_exhaustive()
    }
}

/// The items of a body in memory as a list. One that is still arriving has none.
impl<T: Answer + Serialize> Serialize for EventStream<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let content_type = self.head.headers().get(CONTENT_TYPE);
        let content_type = content_type.and_then(|value| value.to_str().ok());
        let frames = frames::all(content_type, self.head.body());
        let items = frames.into_iter().take_while(|frame| frame.data != b"[DONE]").map(|frame| {
            self.read(frame).map(|event| event.data).map_err(serde_core::ser::Error::custom)
        });
        let items: Vec<T> = items.collect::<Result<_, S::Error>>()?;
        serializer.collect_seq(items)
    }
}
