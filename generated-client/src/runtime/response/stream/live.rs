// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Streams that are still arriving: the connection, the idle timeout, and connecting again.

use super::super::super::client::deadline::{Deadline, limited};
use super::super::super::transport::{Incoming, Pending, Response, Transport};
use super::super::super::{Answer, Error, Operation, RawResponse, Reason, TransportError};
use super::frames::{Frames, TooLong};
use super::{Event, EventStream};
use bytes::Bytes;
use futures_core::Stream;
use http::StatusCode;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

/// The pause before connecting again, unless a `retry` field says otherwise. It doubles with each attempt that fails.
const PAUSE: Duration = Duration::from_secs(3);
/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// How many attempts in a row may fail, or bring nothing, before the stream ends with an error.
const ATTEMPTS: u32 = 10;

/// What the next piece is waited for with, and what came.
type Waiting = Pending<'static, (Incoming, Result<Option<Bytes>, TransportError>)>;

/// Opens the stream again, after the event of this id.
pub(crate) type Reopen =
    Box<dyn Fn(Option<String>) -> Pending<'static, Result<Response, Error>> + Send + Sync>;

/// The connection of a stream.
pub struct Live {
    pub(super) operation: &'static Operation,
    transport: Arc<dyn Transport>,
    idle: Option<Duration>,
    state: State,
    reopen: Option<Reopen>,
    /// Attempts to connect since the last item.
    attempts: u32,
}

enum State {
    Waiting(Waiting),
    Reopening(Pending<'static, Result<Response, Error>>),
    Closed,
}

impl Live {
    pub(crate) fn new(
        operation: &'static Operation,
        transport: Arc<dyn Transport>,
        idle: Option<Duration>,
        body: Incoming,
    ) -> Self {
        let state = State::Waiting(wait(&transport, idle, body));
        Live { operation, transport, idle, state, reopen: None, attempts: 0 }
    }

    /// Connects again after the connection ends or breaks off.
    pub(crate) fn reopen_with(mut self, reopen: Reopen) -> Self {
        self.reopen = Some(reopen);
        self
    }

    /// Waits for more of the body and gives it to the parser. `None` is the end.
    fn poll_more(
        &mut self,
        frames: &mut Frames,
        head: &RawResponse,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<(), Error>>> {
        match &mut self.state {
            State::Closed => Poll::Ready(None),
            State::Waiting(waiting) => {
                let (body, piece) = ready!(waiting.as_mut().poll(context));
                self.state = State::Closed;
                Poll::Ready(match piece {
                    Ok(Some(piece)) => Some(self.take(frames, head, body, &piece)),
                    Ok(None) if self.reopen(frames) => Some(Ok(())),
                    Ok(None) => {
                        frames.end();
                        None
                    }
                    Err(_) if self.reopen(frames) => Some(Ok(())),
                    Err(error) => Some(Err(Error::broken(self.operation, head.clone(), error))),
                })
            }
            State::Reopening(reopening) => {
                let response = ready!(reopening.as_mut().poll(context));
                self.state = State::Closed;
                Poll::Ready(self.reopened(frames, response))
            }
        }
    }

    fn take(
        &mut self,
        frames: &mut Frames,
        head: &RawResponse,
        body: Incoming,
        piece: &[u8],
    ) -> Result<(), Error> {
        frames.push(piece).map_err(|TooLong| {
            let error = TransportError::new(Reason::Other, "an item of the stream is too long");
            Error::broken(self.operation, head.clone(), error)
        })?;
        self.state = State::Waiting(wait(&self.transport, self.idle, body));
        Ok(())
    }

    /// Starts to connect again, where that was asked for.
    fn reopen(&mut self, frames: &Frames) -> bool {
        let Some(reopen) = self.reopen.as_ref().filter(|_| self.attempts < ATTEMPTS) else {
            return false;
        };
        let first = frames.retry().unwrap_or(PAUSE);
        let pause = first.saturating_mul(2u32.saturating_pow(self.attempts)).min(LONGEST_PAUSE);
        let (asleep, opening) =
            (self.transport.sleep(pause), reopen(frames.last_id().map(str::to_owned)));
        self.attempts += 1;
        self.state = State::Reopening(Box::pin(async move {
            asleep.await;
            opening.await
        }));
        true
    }

    /// A response without content ends the stream, as the WHATWG says; so does an error that stays.
    fn reopened(
        &mut self,
        frames: &mut Frames,
        response: Result<Response, Error>,
    ) -> Option<Result<(), Error>> {
        match response {
            Ok(response) if response.status == StatusCode::NO_CONTENT => None,
            Ok(response) => {
                frames.reconnected();
                self.state = State::Waiting(wait(&self.transport, self.idle, response.body));
                Some(Ok(()))
            }
            Err(error) if error.is_retryable() && self.reopen(frames) => Some(Ok(())),
            Err(error) => Some(Err(error)),
        }
    }
}

/// Waits for the next piece, at most for the idle timeout.
fn wait(transport: &Arc<dyn Transport>, idle: Option<Duration>, mut body: Incoming) -> Waiting {
    let mut deadline = idle.map(|idle| Deadline::new(&**transport, idle));
    Box::pin(async move {
        let piece = limited(&mut deadline, body.chunk()).await;
        (body, piece)
    })
}

impl<T: Answer> EventStream<T> {
    /// The next item; `None` at the end.
    ///
    /// # Errors
    ///
    /// An item that does not decode is an error, after which the stream goes on. After any other error it is over.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        self.next_event().await.map(|event| event.map(|event| event.data))
    }

    /// The next item with the type and the id of its event; `None` at the end.
    ///
    /// # Errors
    ///
    /// As for [`next`](Self::next).
    pub async fn next_event(&mut self) -> Option<Result<Event<T>, Error>> {
        poll_fn(|context| self.poll_event(context)).await
    }

    fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Event<T>, Error>>> {
        loop {
            if let Some(event) = self.arrived() {
                if let Some(live) = &mut self.live {
                    live.attempts = 0;
                }
                return Poll::Ready(Some(event));
            }
            let Some(live) = self.live.as_mut().filter(|_| !self.is_over) else {
                self.live = None;
                return Poll::Ready(None);
            };
            match ready!(live.poll_more(&mut self.frames, &self.head, context)) {
                Some(Ok(())) => {}
                Some(Err(error)) => {
                    self.live = None;
                    return Poll::Ready(Some(Err(error)));
                }
                // What is complete only now comes first.
                None => self.live = None,
            }
        }
    }
}

impl<T: Answer> Stream for EventStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let event = ready!(self.get_mut().poll_event(context));
        Poll::Ready(event.map(|event| event.map(|event| event.data)))
    }
}
