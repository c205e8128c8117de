// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Spans and events of `tracing`, under OpenTelemetry's names for HTTP clients. They contain
//! constants of a call and how it ended: no argument, no header except the request id, no body.

use super::super::Operation;
use super::super::response::identity::request_id;
use super::call::Failure;
use super::send::Answer;
use std::time::Duration;
use tracing::field::Empty;
use tracing::{Instrument, Span};

/// Runs a call in a span.
pub(crate) async fn call(
    operation: &'static Operation,
    work: impl Future<Output = Result<Answer, Failure>>,
) -> Result<Answer, Failure> {
    let span = tracing::info_span!(
        "call",
        otel.kind = "client",
        operation = operation.name,
        http.request.method = operation.method,
        url.template = operation.path,
        http.request.resend_count = Empty,
        http.response.status_code = Empty,
        error.r#type = Empty,
        request_id = Empty,
    );
    let done = work.instrument(span.clone()).await;
    span.in_scope(|| ended(&span, &done));
    done
}

/// Records how a call ended. An error status is a warning, whoever made the mistake.
fn ended(span: &Span, done: &Result<Answer, Failure>) {
    let kind = match done {
        Ok(response) => {
            let (status, headers) = (response.status(), response.headers());
            span.record("http.response.status_code", status.as_u16());
            if let Some(id) = request_id(headers) {
                span.record("request_id", id);
            }
            if !status.is_client_error() && !status.is_server_error() {
                return;
            }
            tracing::warn!(status = status.as_u16(), "error response");
            status.as_str().to_owned()
        }
        Err(failure) => {
            let kind = match failure {
                Failure::Build(_) => "build".to_owned(),
                Failure::Transport(error) | Failure::Broken(_, error) => {
                    format!("{:?}", error.reason()).to_ascii_lowercase()
                }
            };
            tracing::warn!("no response");
            kind
        }
    };
    span.record("error.type", kind);
}

/// Records a retry.
pub(crate) fn retry(already: u32, pause: Duration) {
    Span::current().record("http.request.resend_count", already + 1);
    tracing::debug!(retry = already + 1, ?pause, "sent again");
}
