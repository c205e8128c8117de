// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Errors of transports.

use std::error::Error;
use std::fmt;

/// Why a request has no response.
#[derive(Debug)]
pub struct TransportError {
    reason: Reason,
    source: Box<dyn Error + Send + Sync>,
}

/// The kind of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// No connection was made, and nothing was sent.
    Connect,
    /// The time limit passed.
    TimedOut,
    /// The connection ended before the response did.
    Interrupted,
    /// A failure that would happen again.
    Other,
}

impl TransportError {
    /// Creates an error of a transport.
    pub fn new(reason: Reason, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        TransportError { reason, source: source.into() }
    }

    /// Returns the kind of failure.
    pub fn reason(&self) -> Reason {
        self.reason
    }

    /// Returns the transport's own error, which can be downcast.
    pub fn get_ref(&self) -> &(dyn Error + Send + Sync + 'static) {
        &*self.source
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(f)
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.source()
    }
}
