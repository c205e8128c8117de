//! The files of a crate, in memory.

/// One file.
#[derive(Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path within the crate, with `/`.
    pub path: String,
    /// Its bytes.
    pub contents: Vec<u8>,
    /// Only its owner may read it, and `--check` passes it over.
    pub private: bool,
}

impl OutputFile {
    /// A file that everybody may read.
    pub fn new(path: impl Into<String>, contents: impl Into<Vec<u8>>) -> OutputFile {
        OutputFile { path: path.into(), contents: contents.into(), private: false }
    }
}

impl std::fmt::Debug for OutputFile {
    /// Without the contents: those of a private file are secrets.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OutputFile")
            .field("path", &self.path)
            .field("bytes", &self.contents.len())
            .field("private", &self.private)
            .finish()
    }
}
