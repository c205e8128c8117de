// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The time limit of a call.

use super::super::clock;
use super::super::clock::Moment;
use super::super::transport::{Pending, Transport};
use super::super::{Reason, TransportError};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

/// A running time limit.
pub(crate) struct Deadline {
    timer: Pending<'static, ()>,
    rung: bool,
    end: Moment,
}

impl Deadline {
    pub(crate) fn new(transport: &dyn Transport, limit: Duration) -> Self {
        Deadline { timer: transport.sleep(limit), rung: false, end: clock::moment() + limit }
    }

    /// Whether the limit is more than `time` away.
    pub(crate) fn is_after(&self, time: Duration) -> bool {
        clock::moment() + time < self.end
    }
}

/// Runs a future until the limit.
pub(crate) async fn limited<T, E: From<TransportError>>(
    deadline: &mut Option<Deadline>,
    work: impl Future<Output = Result<T, E>>,
) -> Result<T, E> {
    let Some(deadline) = deadline else { return work.await };
    let mut work = pin!(work);
    std::future::poll_fn(|context| {
        if let Poll::Ready(done) = work.as_mut().poll(context) {
            return Poll::Ready(done);
        }
        deadline.rung = deadline.rung || deadline.timer.as_mut().poll(context).is_ready();
        // Where a transport takes no time, as in tests, its timers fire at once.
        if deadline.rung && !deadline.is_after(Duration::ZERO) {
            Poll::Ready(Err(timed_out().into()))
        } else {
            Poll::Pending
        }
    })
    .await
}

fn timed_out() -> TransportError {
    TransportError::new(Reason::TimedOut, "the call timed out")
}
