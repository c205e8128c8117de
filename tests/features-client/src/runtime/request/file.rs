// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Files to upload.

use super::super::BuildError;
use super::body::{ByteStream, Chunk};
use bytes::Bytes;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// A file to upload: a path, bytes in memory, or a stream.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    source: Source,
    name: Option<String>,
    content_type: Option<String>,
}

#[derive(Clone)]
enum Source {
    Empty,
    Path(PathBuf),
    Bytes(Bytes),
    Stream { once: Arc<Mutex<Option<ByteStream>>>, length: Option<u64> },
}

impl File {
    fn of(source: Source, name: Option<String>) -> Self {
        File { source, name, content_type: None }
    }

    /// A file on disk. Its name and content type follow from the path.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        File::of(Source::Path(path), name)
    }

    /// Bytes in memory, with a file name.
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        File::of(Source::Bytes(bytes.into()), Some(name.into()))
    }

    /// Bytes in memory, without a file name.
    pub fn unnamed(bytes: impl Into<Bytes>) -> Self {
        File::of(Source::Bytes(bytes.into()), None)
    }

    /// A stream, which can be sent once. `length` is its number of bytes, if known.
    pub fn stream(name: impl Into<String>, stream: ByteStream, length: Option<u64>) -> Self {
        let once = Arc::new(Mutex::new(Some(stream)));
        File::of(Source::Stream { once, length }, Some(name.into()))
    }

    /// An empty part with an empty file name, which Postman sends if no file is chosen.
    pub fn empty() -> Self {
        File::of(Source::Empty, Some(String::new()))
    }

    /// Sets the file name.
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets the content type.
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// Whether it is a file on disk.
    pub fn is_path(&self) -> bool {
        matches!(self.source, Source::Path(_))
    }

    /// Returns its name.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Returns its content type: the one that was set, or else that of its extension.
    pub fn media_type(&self) -> Option<&str> {
        if let Some(given) = &self.content_type {
            return Some(given);
        }
        let known = |path: &Path| super::mime::of_extension(path.extension()?.to_str()?);
        let on_disk = if let Source::Path(path) = &self.source { known(path) } else { None };
        let found = on_disk.or_else(|| known(Path::new(self.name.as_deref()?)));
        found.or((!matches!(self.source, Source::Empty)).then_some(super::mime::OCTET_STREAM))
    }

    /// Returns its bytes, or where to read them.
    pub fn chunk(&self) -> Result<Chunk, BuildError> {
        match &self.source {
            Source::Empty => Ok(Chunk::Bytes(Bytes::new())),
            Source::Path(path) => {
                on_disk(path).map_err(|source| BuildError::File { path: path.clone(), source })
            }
            Source::Bytes(bytes) => Ok(Chunk::Bytes(bytes.clone())),
            Source::Stream { once, length } => {
                let taken = once.lock().unwrap_or_else(PoisonError::into_inner).take();
                let spent =
                    || BuildError::StreamSpent { name: self.name.clone().unwrap_or_default() };
                Ok(Chunk::Stream { stream: taken.ok_or_else(spent)?, length: *length })
            }
        }
    }
}

/// With the feature `files` the file is read while it is sent, otherwise it is read here.
#[cfg(feature = "files")]
fn on_disk(path: &Path) -> std::io::Result<Chunk> {
    // Opens the file, so that an unreadable file is found before anything is sent.
    let length = std::fs::File::open(path)?.metadata()?.len();
    Ok(Chunk::File { path: path.to_owned(), length })
}

#[cfg(not(feature = "files"))]
fn on_disk(path: &Path) -> std::io::Result<Chunk> {
    std::fs::read(path).map(|bytes| Chunk::Bytes(bytes.into()))
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Empty => f.write_str("Empty"),
            Source::Path(path) => f.debug_tuple("Path").field(path).finish(),
            Source::Bytes(bytes) => write!(f, "Bytes({})", bytes.len()),
            Source::Stream { length, .. } => write!(f, "Stream({length:?})"),
        }
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Source::Empty, Source::Empty) => true,
            (Source::Path(a), Source::Path(b)) => a == b,
            (Source::Bytes(a), Source::Bytes(b)) => a == b,
            (Source::Stream { once: a, .. }, Source::Stream { once: b, .. }) => Arc::ptr_eq(a, b),
            _ => false,
        }
    }
}

/// The types of a file parameter: no file, one, or several.
pub trait FileParam {
    /// Returns the files.
    fn files(&self) -> &[File];
}

impl FileParam for File {
    fn files(&self) -> &[File] {
        std::slice::from_ref(self)
    }
}

impl FileParam for Option<File> {
    fn files(&self) -> &[File] {
        self.as_slice()
    }
}

impl FileParam for Vec<File> {
    fn files(&self) -> &[File] {
        self
    }
}

impl<T: FileParam + ?Sized> FileParam for &T {
    fn files(&self) -> &[File] {
        (**self).files()
    }
}
