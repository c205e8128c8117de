//! A directory of texts.

use super::Source;

/// The files of a directory that belong to a collection, with the directories between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    /// The directory's own name, never `.`.
    pub name: String,
    /// The directory itself comes first; all others follow in the order of their paths.
    pub entries: Vec<Entry>,
    /// YAML files that are no part of a collection, by their names for messages.
    pub ignored: Vec<Source>,
}

/// A file or a directory of a [`Tree`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The path within the tree, with `/` as the separator; empty for the tree itself.
    pub path: String,
    /// What it is.
    pub kind: EntryKind,
    /// Its name for messages, and for a file its bytes.
    pub source: Source,
}

/// What an [`Entry`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A directory.
    Directory,
    /// A file.
    File,
}
