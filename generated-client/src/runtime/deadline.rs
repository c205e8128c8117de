// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The time that a call may take in all.

use super::call::Failure;
use super::transport::{Pending, Transport};
use super::{Reason, TransportError};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

/// A limit of time that has begun.
pub(crate) struct Deadline {
    timer: Pending<'static, ()>,
    #[cfg(not(target_arch = "wasm32"))]
    end: std::time::Instant,
}

impl Deadline {
    pub(crate) fn new(transport: &dyn Transport, limit: Duration) -> Self {
        Deadline {
            timer: transport.sleep(limit),
            #[cfg(not(target_arch = "wasm32"))]
            end: std::time::Instant::now() + limit,
        }
    }

    /// Whether it is really over: where a transport lets no time pass, as in tests, its timers ring at once.
    #[cfg(not(target_arch = "wasm32"))]
    fn is_over(&self) -> bool {
        std::time::Instant::now() >= self.end
    }

    /// WebAssembly by itself has no clock.
    #[cfg(target_arch = "wasm32")]
    fn is_over(&self) -> bool {
        true
    }

    /// Does some work, or as much of it as there is time for.
    pub(crate) async fn end<T>(&mut self, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
        let mut work = pin!(work);
        let mut rung = false;
        std::future::poll_fn(|context| {
            if let Poll::Ready(done) = work.as_mut().poll(context) {
                return Poll::Ready(done);
            }
            rung = rung || self.timer.as_mut().poll(context).is_ready();
            if rung && self.is_over() { Poll::Ready(Err(timed_out())) } else { Poll::Pending }
        })
        .await
    }
}

fn timed_out() -> Failure {
    TransportError::new(Reason::TimedOut, "the call timed out").into()
}
