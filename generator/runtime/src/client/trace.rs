//! Spans and events of `tracing`. They contain only constants of a call: no argument, header or
//! body.

use super::super::Operation;
use super::call::Failure;
use super::send::Answer;
use std::time::Duration;
use tracing::Instrument;
use tracing::field::Empty;

/// Runs a call in a span.
pub(crate) async fn call(
    operation: &'static Operation,
    work: impl Future<Output = Result<Answer, Failure>>,
) -> Result<Answer, Failure> {
    let Operation { name, method, path, .. } = operation;
    let span = tracing::debug_span!("call", operation = name, method, path, status = Empty);
    let done = work.instrument(span.clone()).await;
    match &done {
        Ok(response) => _ = span.record("status", response.status().as_u16()),
        Err(_) => span.in_scope(|| tracing::debug!("no answer")),
    }
    done
}

/// Records a retry.
pub(crate) fn retry(already: u32, pause: Duration) {
    tracing::debug!(retry = already + 1, ?pause, "sent again");
}
