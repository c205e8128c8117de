// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Bodies of requests: in memory, or partly read from files and streams while they are sent.

use bytes::Bytes;
use futures_core::Stream;
use std::fmt;
use std::pin::Pin;

/// A stream of bytes, such as a file that is being made.
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
        /// Where it is.
        path: std::path::PathBuf,
        /// Its length.
        length: u64,
    },
    /// A stream.
    Stream {
        /// The stream.
        stream: ByteStream,
        /// Its length, when it is known.
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
    /// No body.
    pub const fn empty() -> Self {
        Body { chunks: Vec::new() }
    }

    /// A body of several parts, one after the other.
    pub fn from_chunks(chunks: Vec<Chunk>) -> Self {
        Body { chunks }
    }

    /// The parts.
    pub fn into_chunks(self) -> Vec<Chunk> {
        self.chunks
    }

    /// Whether there is no body.
    pub fn is_empty(&self) -> bool {
        self.len() == Some(0)
    }

    /// The number of bytes, when it is known.
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

    /// The bytes, when the whole body is in memory.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self.chunks.as_slice() {
            [] => Some(&[]),
            [Chunk::Bytes(bytes)] => Some(bytes),
            _ => None,
        }
    }

    /// It begins with what is in memory: it is no file.
    pub(crate) fn begins_in_memory(&self) -> bool {
        matches!(self.chunks.first(), Some(Chunk::Bytes(_)))
    }

    /// A second body of the same bytes; `None` when it holds a stream, which can be read once only.
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
