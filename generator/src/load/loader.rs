//! Reads the files of a run.

use std::path::{Path, PathBuf};

use super::files::{self, entries, file_name, is_environment};
use super::repository::{self, Meaning};
use super::{CollectionSource, Content, EnvironmentSource, Inputs, Origin, tree};
use crate::error::{Fault, InputError};
use crate::export;
use crate::source::{Source, Syntax};

/// Reads files, and goes on when one of them cannot be read, so that one run reports all faults.
#[derive(Default)]
pub(crate) struct Loader {
    pub(crate) inputs: Inputs,
    /// The files that cannot be read.
    pub(crate) faults: Vec<InputError>,
    /// The overrides that somebody gave.
    pub(crate) overrides: Option<PathBuf>,
}

impl Loader {
    /// Everything in a directory that need not exist: collections in files and directories, and environments.
    pub(crate) fn directory(&mut self, dir: &Path) {
        self.everything(dir, Origin::Found);
    }

    /// The collections that a path stands for.
    pub(crate) fn collection(&mut self, path: &Path) {
        match path.is_dir() {
            true => self.stands_for(path, Origin::Unused),
            false => self.file(path),
        }
    }

    /// An environment or globals that somebody names.
    pub(crate) fn environment(&mut self, path: &Path) {
        let file = self.source(path);
        self.inputs
            .environments
            .extend(file.map(|file| EnvironmentSource { file, origin: Origin::Given }));
    }

    fn everything(&mut self, dir: &Path, origin: Origin) {
        for path in entries(dir).unwrap_or_default() {
            if path.is_dir() {
                if !matches!(repository::meaning(&path), Meaning::Nothing) {
                    self.stands_for(&path, origin);
                }
            } else if path.extension().is_some_and(|extension| extension == "json") {
                self.export(&path, origin);
            } else if is_environment(&file_name(&path)) {
                self.found_environment(&path, origin);
            }
        }
    }

    fn stands_for(&mut self, dir: &Path, origin: Origin) {
        match repository::meaning(dir) {
            Meaning::Collection => self.tree(dir, origin),
            Meaning::Holder { directories, collections, environments } => {
                let before = (self.inputs.collections.len(), self.faults.len());
                directories.iter().for_each(|dir| self.everything(dir, origin));
                collections.iter().for_each(|path| self.collection(path));
                if before == (self.inputs.collections.len(), self.faults.len()) {
                    self.fault(dir, Fault::NoCollections);
                }
                for dir in environments {
                    for path in entries(&dir).unwrap_or_default() {
                        if is_environment(&file_name(&path)) {
                            self.found_environment(&path, origin);
                        }
                    }
                }
            }
            Meaning::Nothing => self.fault(dir, Fault::Directory),
        }
    }

    fn tree(&mut self, dir: &Path, origin: Origin) {
        let found = match tree::load(dir) {
            Ok(found) => found,
            Err(faults) => return self.faults.extend(faults),
        };
        let beside = match dir.file_name() {
            Some(_) => dir.to_owned(),
            None => dir.canonicalize().unwrap_or_else(|_| dir.to_owned()),
        };
        let beside = beside.with_file_name(format!("{}.toml", found.tree.name));
        let overrides = self.overrides(&[beside]);
        self.inputs
            .collections
            .push(CollectionSource { content: Content::Directory(found.tree), overrides });
        found.environments.iter().for_each(|path| self.found_environment(path, origin));
    }

    /// An export that somebody names.
    fn file(&mut self, path: &Path) {
        let Some(file) = self.source(path) else { return };
        let overrides = self.beside(path, &file);
        self.inputs.collections.push(CollectionSource { content: Content::File(file), overrides });
    }

    /// An export of either kind.
    fn export(&mut self, path: &Path, origin: Origin) {
        let Some(file) = self.source(path) else { return };
        if export::is_environment_file(&file.bytes) {
            self.inputs.environments.push(EnvironmentSource { file, origin });
        } else {
            let overrides = self.beside(path, &file);
            self.inputs
                .collections
                .push(CollectionSource { content: Content::File(file), overrides });
        }
    }

    /// An environment that nobody named. What is not used is not read either.
    fn found_environment(&mut self, path: &Path, origin: Origin) {
        let file = match origin {
            Origin::Unused => Some(Source { name: files::name(path), bytes: Vec::new() }),
            Origin::Given | Origin::Found => self.source(path),
        };
        self.inputs.environments.extend(file.map(|file| EnvironmentSource { file, origin }));
    }

    /// The overrides beside an export: its name with `.toml` instead of `.json` or `.postman_collection.json`.
    fn beside(&mut self, path: &Path, file: &Source) -> Option<Source> {
        let plain = path.with_file_name(format!("{}.toml", file.stem()));
        self.overrides(&[path.with_extension("toml"), plain])
    }

    fn overrides(&mut self, beside: &[PathBuf]) -> Option<Source> {
        let given = self.overrides.clone();
        let path = given.or_else(|| beside.iter().find(|path| path.is_file()).cloned())?;
        self.source(&path)
    }

    fn source(&mut self, path: &Path) -> Option<Source> {
        let name = files::name(path);
        let bytes = match path.is_dir() {
            true => Err(Fault::Directory),
            false => files::load(path, Syntax::of(&name)),
        };
        match bytes {
            Ok(bytes) => Some(Source { name, bytes }),
            Err(fault) => {
                self.fault(path, fault);
                None
            }
        }
    }

    fn fault(&mut self, path: &Path, fault: Fault) {
        self.faults.push(InputError { file: files::name(path), fault });
    }
}
