//! What a run works on: the files, as they were found.

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::error::{Error, Fault, InputError};
use crate::read::{self, Foreign, ReadError, Wanted};

/// The directory that is searched when no collection is named.
pub const COLLECTIONS: &str = "collections";

/// A file: its name for messages, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its path as it was given or found.
    pub name: String,
    /// Its contents.
    pub bytes: Vec<u8>,
}

impl Source {
    /// The file's name without its endings.
    pub fn stem(&self) -> &str {
        let name = self.name.rsplit('/').next().unwrap_or_default();
        let name = name.strip_suffix(".json").unwrap_or(name);
        name.strip_suffix(".postman_collection").unwrap_or(name)
    }
}

/// A collection and what is said about it besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CollectionSource {
    /// The export.
    pub file: Source,
    /// The overrides (TOML), when there are any.
    pub overrides: Option<Source>,
}

/// All that a run depends on. The same inputs give the same crate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inputs {
    /// The collections, in the order of their modules.
    pub collections: Vec<CollectionSource>,
    /// Environment and globals exports; of two values for one variable the later one counts.
    pub environments: Vec<Source>,
    /// The name that the crate is to have, when somebody says so.
    pub name: Option<String>,
    /// The last part of the crate's directory: its name when nothing else is said.
    pub folder: String,
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
    /// The file that is meant.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        match id {
            SourceId::Collection(index) => {
                self.collections.get(index).map(|collection| &collection.file)
            }
            SourceId::Environment(index) => self.environments.get(index),
        }
    }
}

/// Reads files, and goes on when one of them cannot be read, so that all faults are told at once.
#[derive(Default)]
pub(crate) struct Loader {
    faults: Vec<InputError>,
}

impl Loader {
    /// Ends with the inputs, or with all faults, those inside the other files too.
    pub(crate) fn finish(mut self, inputs: Inputs) -> Result<Inputs, Error> {
        if self.faults.is_empty() {
            return Ok(inputs);
        }
        if let Err(Error::Inputs(faults)) = read::all(&inputs) {
            self.faults.extend(faults);
        }
        Err(Error::Inputs(self.faults))
    }

    pub(crate) fn source(&mut self, path: &Path) -> Option<Source> {
        match load(path) {
            Ok(bytes) => Some(Source { name: name(path), bytes }),
            Err(fault) => {
                self.faults.push(InputError { file: name(path), fault });
                None
            }
        }
    }

    /// A collection with its overrides: those given, else the file of the same name with the ending `.toml` in the place of
    /// `.json` or of `.postman_collection.json`.
    pub(crate) fn collection(
        &mut self,
        path: &Path,
        overrides: Option<&Path>,
    ) -> Option<CollectionSource> {
        let file = self.source(path)?;
        let beside =
            [path.with_extension("toml"), path.with_file_name(format!("{}.toml", file.stem()))];
        let overrides =
            overrides.or_else(|| beside.iter().find(|path| path.is_file()).map(PathBuf::as_path));
        Some(CollectionSource { file, overrides: overrides.and_then(|path| self.source(path)) })
    }

    /// The collections and environments of a directory, sorted by name.
    pub(crate) fn directory(&mut self, dir: &Path, overrides: Option<&Path>, inputs: &mut Inputs) {
        for path in entries(dir) {
            if path.is_dir() {
                if is_v3(&path) {
                    self.faults.push(InputError { file: name(&path), fault: v3() });
                }
            } else if path.extension() == Some(OsStr::new("json")) {
                let Some(collection) = self.collection(&path, overrides) else {
                    continue;
                };
                if read::is_environment(&collection.file.bytes) {
                    inputs.environments.push(collection.file);
                } else {
                    inputs.collections.push(collection);
                }
            }
        }
    }

    pub(crate) fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }
}

fn load(path: &Path) -> Result<Vec<u8>, Fault> {
    if path.is_dir() {
        return Err(if is_v3(path) { v3() } else { Fault::Directory });
    }
    fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Fault::Missing,
        _ => Fault::Unreadable(error),
    })
}

fn v3() -> Fault {
    Fault::Read(ReadError::Foreign { found: Foreign::PostmanV3, wanted: Wanted::Collection })
}

/// Whether a directory is a Postman v3 collection: YAML files, one for each request.
fn is_v3(dir: &Path) -> bool {
    let marked = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name == ".resources" || name.ends_with(".request.yaml")
    };
    let found = entries(dir);
    found.iter().any(marked)
        || found.iter().filter(|path| path.is_dir()).any(|path| entries(path).iter().any(marked))
}

/// What a directory holds, sorted by name, so that the order is the same everywhere.
fn entries(dir: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(dir) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}

/// A path for messages and for emitted files: the same on every system.
fn name(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
