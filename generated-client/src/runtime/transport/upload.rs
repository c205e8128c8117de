// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Bodies as streams: files are read in chunks while they are sent.

use super::super::request::body::{Body, ByteStream, Chunk};
use bytes::Bytes;
use futures_core::Stream;
#[cfg(not(target_arch = "wasm32"))]
use http_body::Frame;
use std::io;
use std::pin::Pin;
#[cfg(not(target_arch = "wasm32"))]
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

/// Returns the body for the transport.
pub(crate) fn body(body: Body) -> reqwest::Body {
    let mut chunks = body.into_chunks();
    match chunks.pop() {
        Some(Chunk::Bytes(bytes)) if chunks.is_empty() => bytes.into(),
        last => {
            chunks.extend(last);
            streamed(Upload { chunks: chunks.into_iter(), open: None })
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn streamed(upload: Upload) -> reqwest::Body {
    reqwest::Body::wrap(Shared(Mutex::new(upload)))
}

/// An upload. The lock is never contended: it makes a stream that is only `Send` meet `reqwest`'s
/// bounds.
#[cfg(not(target_arch = "wasm32"))]
struct Shared(Mutex<Upload>);

#[cfg(not(target_arch = "wasm32"))]
impl http_body::Body for Shared {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let upload = self.get_mut().0.get_mut().unwrap_or_else(PoisonError::into_inner);
        Pin::new(upload).poll_next(context).map_ok(Frame::data)
    }
}

/// Browsers cannot send streams, so the body was read before.
#[cfg(target_arch = "wasm32")]
fn streamed(_: Upload) -> reqwest::Body {
    Bytes::new().into()
}

/// Returns the body as a stream.
#[cfg(target_arch = "wasm32")]
pub(crate) fn stream(body: Body) -> ByteStream {
    Box::pin(Upload { chunks: body.into_chunks().into_iter(), open: None })
}

/// Reads one chunk after the other.
struct Upload {
    chunks: std::vec::IntoIter<Chunk>,
    open: Option<Open>,
}

/// A chunk that is being read.
enum Open {
    Stream(ByteStream),
    #[cfg(all(feature = "files", not(target_arch = "wasm32")))]
    File(files::Reader),
}

impl Open {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        match self {
            Open::Stream(stream) => stream.as_mut().poll_next(context),
            #[cfg(all(feature = "files", not(target_arch = "wasm32")))]
            Open::File(reader) => reader.poll_next(context),
        }
    }
}

impl Stream for Upload {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(open) = &mut self.open {
                match open.poll_next(context) {
                    Poll::Ready(None) => self.open = None,
                    other => return other,
                }
            }
            match self.chunks.next() {
                None => return Poll::Ready(None),
                Some(Chunk::Bytes(bytes)) => return Poll::Ready(Some(Ok(bytes))),
                Some(Chunk::Stream { stream, .. }) => self.open = Some(Open::Stream(stream)),
                #[cfg(all(feature = "files", not(target_arch = "wasm32")))]
                Some(Chunk::File { path, length }) => {
                    self.open = Some(Open::File(files::Reader::new(path, length)))
                }
                #[cfg(all(feature = "files", target_arch = "wasm32"))]
                Some(Chunk::File { .. }) => {
                    return Poll::Ready(Some(Err(io::ErrorKind::Unsupported.into())));
                }
            }
        }
    }
}

#[cfg(all(feature = "files", not(target_arch = "wasm32")))]
mod files {
    use super::{Bytes, Context, Pin, Poll, io};
    use std::path::PathBuf;
    use tokio::fs::File;
    use tokio::io::{AsyncRead, ReadBuf};

    /// How much is read at once.
    const PIECE: usize = 64 * 1024;

    type Opening = Pin<Box<dyn Future<Output = io::Result<File>> + Send>>;

    /// A file that is being read, up to the announced length.
    pub(crate) struct Reader {
        file: Handle,
        left: u64,
    }

    enum Handle {
        Opening(Opening),
        Open(File),
    }

    impl Reader {
        pub(crate) fn new(path: PathBuf, length: u64) -> Self {
            Reader { file: Handle::Opening(Box::pin(File::open(path))), left: length }
        }

        pub(crate) fn poll_next(
            &mut self,
            context: &mut Context<'_>,
        ) -> Poll<Option<io::Result<Bytes>>> {
            if self.left == 0 {
                return Poll::Ready(None);
            }
            match self.poll_piece(context) {
                Poll::Ready(Ok(bytes)) if bytes.is_empty() => Poll::Ready(Some(Err(
                    io::Error::new(io::ErrorKind::UnexpectedEof, "the file has become shorter"),
                ))),
                Poll::Ready(Ok(bytes)) => {
                    self.left -= bytes.len() as u64;
                    Poll::Ready(Some(Ok(bytes)))
                }
                Poll::Ready(Err(error)) => Poll::Ready(Some(Err(error))),
                Poll::Pending => Poll::Pending,
            }
        }

        fn poll_piece(&mut self, context: &mut Context<'_>) -> Poll<io::Result<Bytes>> {
            loop {
                match &mut self.file {
                    Handle::Opening(opening) => match opening.as_mut().poll(context) {
                        Poll::Ready(opened) => self.file = Handle::Open(opened?),
                        Poll::Pending => return Poll::Pending,
                    },
                    Handle::Open(file) => {
                        let mut bytes = vec![
                            0;
                            usize::try_from(self.left)
                                .map_or(PIECE, |left| left.min(PIECE))
                        ];
                        let mut buffer = ReadBuf::new(&mut bytes);
                        return match Pin::new(file).poll_read(context, &mut buffer) {
                            Poll::Ready(Ok(())) => {
                                let length = buffer.filled().len();
                                bytes.truncate(length);
                                Poll::Ready(Ok(bytes.into()))
                            }
                            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
                            Poll::Pending => Poll::Pending,
                        };
                    }
                }
            }
        }
    }
}
