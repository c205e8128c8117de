//! Paths → folders: which files and directories belong to which.

use std::collections::{BTreeMap, HashMap};

use super::document::{Role, role};
use crate::postman::DocumentId;
use crate::source::{EntryKind, Tree};

/// The directory that holds metadata and saved responses.
const RESOURCES: &str = ".resources";

/// A directory that may be a folder.
#[derive(Debug, Default)]
pub(super) struct Directory<'a> {
    /// The path within the tree.
    pub(super) path: &'a str,
    /// The directory itself, as a document.
    pub(super) document: DocumentId,
    pub(super) definition: Option<DocumentId>,
    /// The requests, by their file names without endings.
    pub(super) requests: Vec<(&'a str, DocumentId)>,
    /// The directories in it, by position.
    pub(super) directories: Vec<usize>,
}

impl<'a> Directory<'a> {
    /// The last part of the path.
    pub(super) fn name(&self) -> &'a str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}

/// The directories of a tree; the first one is the tree itself.
pub(super) struct Layout<'a> {
    pub(super) directories: Vec<Directory<'a>>,
    /// The saved responses, by the directory that they are in.
    pub(super) examples: BTreeMap<&'a str, Vec<DocumentId>>,
}

impl<'a> Layout<'a> {
    pub(super) fn new(tree: &'a Tree) -> Layout<'a> {
        let mut layout = Layout { directories: Vec::new(), examples: BTreeMap::new() };
        let mut positions: HashMap<&str, usize> = HashMap::new();
        for (index, entry) in tree.entries.iter().enumerate() {
            let (id, path) = (DocumentId(index), entry.path.as_str());
            let (parent, name) = path.rsplit_once('/').unwrap_or(("", path));
            match entry.kind {
                EntryKind::Directory if in_resources(path) => {}
                EntryKind::Directory => {
                    let position = layout.directories.len();
                    positions.insert(path, position);
                    layout.directories.push(Directory {
                        path,
                        document: id,
                        ..Directory::default()
                    });
                    if position > 0
                        && let Some(parent) = positions.get(parent)
                    {
                        layout.directories[*parent].directories.push(position);
                    }
                }
                EntryKind::File => layout.file(&positions, id, parent, name),
            }
        }
        layout
    }

    fn file(
        &mut self,
        positions: &HashMap<&'a str, usize>,
        id: DocumentId,
        parent: &'a str,
        name: &'a str,
    ) {
        match role(name) {
            Role::Example => self.examples.entry(parent).or_default().push(id),
            Role::Request => {
                if let Some(position) = positions.get(parent) {
                    self.directories[*position].requests.push((stem(name), id));
                }
            }
            Role::Definition => {
                let owner = parent.strip_suffix(RESOURCES).map(|owner| owner.trim_end_matches('/'));
                let position = owner.and_then(|owner| positions.get(owner));
                if let Some(position) = position {
                    self.directories[*position].definition = Some(id);
                }
            }
        }
    }

    /// Whether a directory is a folder: it has a definition or, at any depth, a request.
    pub(super) fn is_folder(&self, position: usize) -> bool {
        let directory = &self.directories[position];
        directory.definition.is_some()
            || !directory.requests.is_empty()
            || directory.directories.iter().any(|inner| self.is_folder(*inner))
    }

    /// Where the saved responses of a request are by convention.
    pub(super) fn convention(directory: &Directory<'_>, stem: &str) -> String {
        joined(directory.path, &format!("{RESOURCES}/{stem}.resources/examples"))
    }
}

fn in_resources(path: &str) -> bool {
    path.split('/').any(|part| part == RESOURCES)
}

/// The name of a request's file without its endings.
fn stem(name: &str) -> &str {
    let name = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name);
    name.strip_suffix(".request").unwrap_or(name)
}

/// A path relative to a directory, without `.`, `..` and empty parts.
pub(super) fn joined(directory: &str, path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in directory.split('/').chain(path.split(['/', '\\'])) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
