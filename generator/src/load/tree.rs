//! The files of a v3 collection.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::files::{self, file_name, is_environment, is_kind, typed_entries, yaml_stem};
use crate::error::{Fault, InputError};
use crate::source::{Entry, EntryKind, Source, Syntax, Tree};

/// A directory of a directory …: deeper than that no file system of a collection goes.
const DEEPEST: usize = 64;

/// A tree with the environments that stand in it.
pub(super) struct Found {
    pub(super) tree: Tree,
    pub(super) environments: Vec<PathBuf>,
}

/// Reads the files of a v3 collection, side by side. The faults are those of single files.
pub(super) fn load(dir: &Path) -> Result<Found, Vec<InputError>> {
    let mut walk = Walk::default();
    walk.directory(dir, "");
    let read = walk.paths.into_par_iter().map(|(path, relative, kind)| {
        let bytes = match kind {
            EntryKind::Directory => Vec::new(),
            EntryKind::File => files::load(&path, Syntax::Yaml)
                .map_err(|fault| Box::new(InputError { file: files::name(&path), fault }))?,
        };
        let source = Source { name: files::name(&path), bytes };
        Ok(Entry { path: relative, kind, source })
    });
    let read: Vec<Result<Entry, Box<InputError>>> = read.collect();
    let (mut found, mut faults) = (Vec::new(), walk.faults);
    for entry in read {
        match entry {
            Ok(entry) => found.push(entry),
            Err(fault) => faults.push(*fault),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let ignored = walk.ignored.iter().map(|path| files::name(path));
    let ignored = ignored.map(|name| Source { name, bytes: Vec::new() }).collect();
    let tree = Tree { name: files::real_name(dir), entries: found, ignored };
    Ok(Found { tree, environments: walk.environments })
}

#[derive(Default)]
struct Walk {
    /// Path, path within the tree, kind.
    paths: Vec<(PathBuf, String, EntryKind)>,
    environments: Vec<PathBuf>,
    ignored: Vec<PathBuf>,
    faults: Vec<InputError>,
    depth: usize,
}

impl Walk {
    fn directory(&mut self, dir: &Path, relative: &str) {
        self.paths.push((dir.to_owned(), relative.to_owned(), EntryKind::Directory));
        let found = match typed_entries(dir) {
            Ok(found) => found,
            Err(error) => {
                let fault = Fault::Unreadable(error);
                return self.faults.push(InputError { file: files::name(dir), fault });
            }
        };
        self.depth += 1;
        for (path, is_dir) in found {
            let name = file_name(&path);
            let inner =
                if relative.is_empty() { name.clone() } else { format!("{relative}/{name}") };
            if is_dir {
                if name != ".git" && self.depth < DEEPEST && !leads_back(&path) {
                    self.directory(&path, &inner);
                }
            } else if is_environment(&name) {
                self.environments.push(path);
            } else if is_part(&name, relative) {
                self.paths.push((path, inner, EntryKind::File));
            } else if yaml_stem(&name).is_some() {
                self.ignored.push(path);
            }
        }
        self.depth -= 1;
    }
}

/// Whether a file is part of a collection, by its name and the directory that it is in.
fn is_part(name: &str, dir: &str) -> bool {
    let in_resources = dir == ".resources" || dir.ends_with("/.resources");
    is_kind(name, "request")
        || is_kind(name, "example")
        || in_resources && yaml_stem(name) == Some("definition")
}

/// Whether a directory is a link to one around itself.
fn leads_back(dir: &Path) -> bool {
    dir.is_symlink()
        && match (dir.canonicalize(), dir.parent().and_then(|parent| parent.canonicalize().ok())) {
            (Ok(target), Some(parent)) => parent.starts_with(target),
            _ => true,
        }
}
