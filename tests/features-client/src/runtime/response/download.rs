// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Responses whose bodies do not fit in memory.

use super::super::client::deadline::{Deadline, limited};
use super::super::transport::{Incoming, Response};
use super::super::{Error, Operation, RawResponse};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::fmt;
use std::io::Write;

/// A successful response whose body arrives chunk by chunk. Dropping it cancels the rest. The time
/// limit of the call still applies.
pub struct Download {
    operation: &'static Operation,
    status: StatusCode,
    headers: HeaderMap,
    body: Incoming,
    deadline: Option<Deadline>,
}

impl Download {
    pub(crate) fn new(
        operation: &'static Operation,
        response: Response,
        deadline: Option<Deadline>,
    ) -> Self {
        let Response { status, headers, body } = response;
        Download { operation, status, headers, body, deadline }
    }

    /// Returns the status code.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the next chunk, or `None` at the end.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        let piece = limited(&mut self.deadline, self.body.chunk()).await;
        piece.map_err(|error| {
            let begun = RawResponse::new(self.status, self.headers.clone(), Bytes::new());
            Error::broken(self.operation, begun, error)
        })
    }

    /// Writes the body to a file or any other writer. Returns the number of bytes.
    pub async fn write_to(mut self, writer: &mut impl Write) -> Result<u64, Error> {
        let mut written = 0;
        while let Some(piece) = self.chunk().await? {
            writer.write_all(&piece).map_err(|error| Error::write(self.operation, error))?;
            written += piece.len() as u64;
        }
        Ok(written)
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("operation", &self.operation.name)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}
