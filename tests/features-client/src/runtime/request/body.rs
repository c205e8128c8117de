// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Request bodies: in memory, or partly read from files and streams while they are sent.

use bytes::Bytes;
use futures_core::Stream;
use std::fmt;
use std::pin::Pin;

/// A stream of bytes, such as a file that is generated on the fly.
pub type ByteStream = Pin<Box<dyn Stream<Item = std::io::Result<Bytes>> + Send>>;

/// The body of a request.
#[derive(Debug, Default)]
pub struct Body {
    chunks: Vec<Chunk>,
}

/// A part of a body.
pub enum Chunk {
    /// Bytes in memory.
    Bytes(Bytes),
    /// A file, read while it is sent.
    #[cfg(feature = "files")]
    File {
        /// The path.
        path: std::path::PathBuf,
        /// The length in bytes.
        length: u64,
    },
    /// A stream.
    Stream {
        /// The stream.
        stream: ByteStream,
        /// The length in bytes, if it is known.
        length: Option<u64>,
    },
}

impl fmt::Debug for Chunk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Chunk::Bytes(bytes) => write!(f, "Bytes({})", bytes.len()),
            #[cfg(feature = "files")]
            Chunk::File { path, length } => write!(f, "File({}, {length})", path.display()),
            Chunk::Stream { length, .. } => write!(f, "Stream({length:?})"),
        }
    }
}

impl Body {
    /// Creates an empty body.
    pub const fn empty() -> Self {
        Body { chunks: Vec::new() }
    }

    /// Creates a body of several chunks, one after the other.
    pub fn from_chunks(chunks: Vec<Chunk>) -> Self {
        Body { chunks }
    }

    /// Returns the chunks.
    pub fn into_chunks(self) -> Vec<Chunk> {
        self.chunks
    }

    /// Whether there is no body.
    pub fn is_empty(&self) -> bool {
        self.len() == Some(0)
    }

    /// Returns the number of bytes, if it is known.
    pub fn len(&self) -> Option<u64> {
        self.chunks.iter().try_fold(0, |sum, chunk| {
            Some(
                sum + match chunk {
                    Chunk::Bytes(bytes) => bytes.len() as u64,
                    #[cfg(feature = "files")]
                    Chunk::File { length, .. } => *length,
                    Chunk::Stream { length, .. } => (*length)?,
                },
            )
        })
    }

    /// Returns the bytes, if the whole body is in memory.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self.chunks.as_slice() {
            [] => Some(&[]),
            [Chunk::Bytes(bytes)] => Some(bytes),
            _ => None,
        }
    }

    /// Whether the body begins with bytes in memory, not with a file or stream.
    pub(crate) fn begins_in_memory(&self) -> bool {
        matches!(self.chunks.first(), Some(Chunk::Bytes(_)))
    }

    /// Returns a second body with the same bytes. Returns `None` if it contains a stream, which can
    /// be read only once.
    pub fn try_clone(&self) -> Option<Body> {
        let chunks = self.chunks.iter().map(|chunk| match chunk {
            Chunk::Bytes(bytes) => Some(Chunk::Bytes(bytes.clone())),
            #[cfg(feature = "files")]
            Chunk::File { path, length } => {
                Some(Chunk::File { path: path.clone(), length: *length })
            }
            Chunk::Stream { .. } => None,
        });
        chunks.collect::<Option<Vec<_>>>().map(Body::from_chunks)
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        if bytes.is_empty() { Body::empty() } else { Body { chunks: vec![Chunk::Bytes(bytes)] } }
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from_static(text.as_bytes()).into()
    }
}
