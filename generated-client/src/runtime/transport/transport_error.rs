// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Why a transport has no answer.

use std::error::Error;
use std::fmt;

/// Why a transport has no answer.
#[derive(Debug)]
pub struct TransportError {
    reason: Reason,
    source: Box<dyn Error + Send + Sync>,
}

/// What kept an answer from coming.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// There was no connection: nothing was sent.
    Connect,
    /// It took too long.
    TimedOut,
    /// The connection ended before the answer did.
    Interrupted,
    /// Something that will not be otherwise the next time.
    Other,
}

impl TransportError {
    /// An error of a transport.
    pub fn new(reason: Reason, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        TransportError { reason, source: source.into() }
    }

    /// What kept the answer from coming.
    pub fn reason(&self) -> Reason {
        self.reason
    }

    /// The error of the transport itself, to be asked for its type.
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
