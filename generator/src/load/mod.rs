//! Which files belong to a run: files, directories, repositories, and what stands beside them.
//!
//! | given | collections |
//! | --- | --- |
//! | a file | that file |
//! | a directory with `.resources/definition.yaml` or a `*.request.yaml` | the v3 collection in it |
//! | a repository with `postman/collections/`, or its `postman/` | every collection in there, and `localResources` |
//! | a directory called `collections` | every collection in it |
//! | any other directory with a `*.request.yaml` at some depth | the v3 collection in it |

mod files;
mod loader;
mod repository;
mod tree;

use crate::postman::DocumentId;
use crate::source::{Source, Tree};

pub(crate) use loader::Loader;

/// The directory that is searched when no collection is named.
pub const COLLECTIONS: &str = "collections";

/// The text of a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// An export: one file.
    File(Source),
    /// A v3 collection: a directory of YAML files.
    Directory(Tree),
}

/// A collection with its overrides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CollectionSource {
    /// The collection.
    pub content: Content,
    /// The overrides (TOML), when there are any.
    pub overrides: Option<Source>,
}

impl CollectionSource {
    /// An export without overrides.
    pub fn file(file: Source) -> CollectionSource {
        CollectionSource { content: Content::File(file), overrides: None }
    }

    /// A document. The first one of a directory is the directory itself, which has no text.
    pub fn document(&self, id: DocumentId) -> Option<&Source> {
        match &self.content {
            Content::File(file) => (id == DocumentId::default()).then_some(file),
            Content::Directory(tree) => tree.entries.get(id.0).map(|entry| &entry.source),
        }
    }

    /// The path of the file or directory, for messages.
    pub fn path(&self) -> &str {
        self.document(DocumentId::default()).map_or("", |source| &source.name)
    }

    /// The name of the file, or of the directory with a `/` at the end: the same wherever it is.
    pub fn origin(&self) -> String {
        match &self.content {
            Content::File(file) => file.name.rsplit('/').next().unwrap_or_default().to_owned(),
            Content::Directory(tree) => format!("{}/", tree.name),
        }
    }

    /// What the collection's module is named after: the file's name without its extensions, or the directory's name.
    pub fn name(&self) -> &str {
        match &self.content {
            Content::File(file) => file.stem(),
            Content::Directory(tree) => &tree.name,
        }
    }
}

/// All that a run depends on. The same inputs give the same crate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inputs {
    /// The collections, in the order of their modules.
    pub collections: Vec<CollectionSource>,
    /// Environments and globals. Of two values for one variable the later one counts.
    pub environments: Vec<EnvironmentSource>,
    /// The name of the crate, when somebody gives one.
    pub name: Option<String>,
    /// The last part of the crate's directory, which names the crate otherwise.
    pub folder: String,
}

/// An environment or globals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnvironmentSource {
    /// The file.
    pub file: Source,
    /// Why it is part of the run.
    pub origin: Origin,
}

/// Why an environment is part of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Somebody named it.
    Given,
    /// It stands beside the collections in `collections/`.
    Found,
    /// It stands beside a collection, and is not used.
    Unused,
}

/// One of the [`Inputs`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SourceId {
    /// A position in [`Inputs::collections`].
    Collection(usize),
    /// A position in [`Inputs::environments`].
    Environment(usize),
}

impl Inputs {
    /// A document of an input.
    pub fn document(&self, id: SourceId, document: DocumentId) -> Option<&Source> {
        match id {
            SourceId::Collection(index) => self.collections.get(index)?.document(document),
            SourceId::Environment(index) => Some(&self.environments.get(index)?.file),
        }
    }
}
