// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Spans and events of `tracing`. They show what is fixed about a call; no argument, no header and no body.

use super::super::Operation;
use super::call::Failure;
use super::send::Answer;
use std::time::Duration;
use tracing::Instrument;
use tracing::field::Empty;

/// Does the work of a call in a span of its own.
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

/// Says that a request is sent again.
pub(crate) fn retry(already: u32, pause: Duration) {
    tracing::debug!(retry = already + 1, ?pause, "sent again");
}
