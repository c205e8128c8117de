//! What there is to do, found out without touching anything.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use rayon::prelude::*;

use super::error::{Conflict, Doing, Reason, WriteError};
use super::manifest::{self, MANIFEST, Manifest, PRIVATE_MANIFEST};
use super::{OutputFile, Report, is_inside};

/// What stands in the crate's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Nothing,
    Directory,
}

/// What there is to do.
pub(super) struct Plan<'a> {
    pub(super) target: Target,
    /// Files to write, sorted by path.
    pub(super) write: Vec<&'a OutputFile>,
    /// Owned files that are no longer needed.
    pub(super) remove: Vec<String>,
    /// Files in the way that are not ours, or not any more. They are among `write` and `remove`.
    pub(super) conflicts: Vec<Conflict>,
    /// Private files that are as they should be; others must not be able to read them.
    pub(super) private: Vec<String>,
    unchanged: usize,
    /// The manifests, for everyone and private: the one on disk and the one to come.
    pub(super) manifests: [ManifestChange; 2],
}

/// A manifest on disk, and what it has to be.
pub(super) struct ManifestChange {
    pub(super) path: &'static str,
    pub(super) before: Manifest,
    pub(super) after: Manifest,
    /// The bytes on disk.
    pub(super) on_disk: Option<Vec<u8>>,
}

/// What stands at a place.
pub(super) enum Found {
    Nothing,
    File(Vec<u8>),
    Link,
}

impl<'a> Plan<'a> {
    /// Compares the files with what is on disk.
    pub(super) fn new(files: &'a [OutputFile], dir: &Path) -> Result<Plan<'a>, WriteError> {
        validate(files)?;
        let target = look_at_target(dir)?;
        let wanted: BTreeMap<&str, &OutputFile> =
            files.iter().map(|file| (file.path.as_str(), file)).collect();
        let (public, private) =
            (ManifestChange::read(dir, MANIFEST)?, ManifestChange::read(dir, PRIVATE_MANIFEST)?);
        let mut plan = Plan {
            target,
            write: Vec::new(),
            remove: Vec::new(),
            conflicts: Vec::new(),
            private: Vec::new(),
            unchanged: 0,
            manifests: [public, private],
        };
        let all: Vec<&OutputFile> = wanted.values().copied().collect();
        let look = |file: &OutputFile| {
            if target == Target::Nothing { Ok(Found::Nothing) } else { look(dir, &file.path) }
        };
        let looked = all.par_iter().map(|file| (manifest::hash(&file.contents), look(file)));
        let looked: Vec<(manifest::Hash, Result<Found, WriteError>)> = looked.collect();
        for (file, (hash, found)) in all.into_iter().zip(looked) {
            plan.manifests[usize::from(file.private)].after.add(&file.path, hash);
            plan.compare(file, found?);
        }
        plan.find_superfluous(&wanted, dir)?;
        plan.conflicts.sort();
        Ok(plan)
    }

    fn compare(&mut self, file: &'a OutputFile, found: Found) {
        match found {
            Found::Nothing => self.write.push(file),
            Found::File(contents) if manifest::same(&contents, &file.contents) => {
                self.unchanged += 1;
                if file.private {
                    self.private.push(file.path.clone());
                }
            }
            found => {
                self.claim(&file.path, &found);
                self.write.push(file);
            }
        }
    }

    fn find_superfluous(
        &mut self,
        wanted: &BTreeMap<&str, &'a OutputFile>,
        dir: &Path,
    ) -> Result<(), WriteError> {
        let owned = self.manifests.iter().flat_map(|manifest| manifest.before.files.keys());
        let gone: BTreeSet<String> =
            owned.filter(|path| !wanted.contains_key(path.as_str())).cloned().collect();
        for path in gone {
            let found = look(dir, &path)?;
            if !matches!(found, Found::Nothing) {
                self.claim(&path, &found);
                self.rewrite_namesake(&path, wanted);
                self.remove.push(path);
            }
        }
        Ok(())
    }

    /// Where case does not count, removing `Foo.rs` removes `foo.rs`: that one has to be written then.
    fn rewrite_namesake(&mut self, path: &str, wanted: &BTreeMap<&str, &'a OutputFile>) {
        let lower = path.to_lowercase();
        let unwritten =
            |file: &&&OutputFile| !self.write.iter().any(|written| written.path == file.path);
        let namesake = wanted
            .values()
            .filter(|file| file.path.to_lowercase() == lower)
            .find(unwritten)
            .copied();
        if let Some(file) = namesake {
            self.unchanged -= 1;
            self.write.push(file);
        }
    }

    /// Notes a conflict unless what stands there is what we wrote.
    fn claim(&mut self, path: &str, found: &Found) {
        let ours = |change: &ManifestChange| matches!(found, Found::File(contents) if change.before.owns(path, contents));
        if self.manifests.iter().any(ours) {
            return;
        }
        let known = self.manifests.iter().any(|change| change.before.files.contains_key(path));
        let reason = if known { Reason::ChangedByHand } else { Reason::NotOurs };
        self.conflicts.push(Conflict { path: path.to_owned(), reason });
    }

    pub(super) fn report(&self) -> Report {
        Report {
            written: self.write.iter().map(|file| file.path.clone()).collect(),
            removed: self.remove.clone(),
            unchanged: self.unchanged,
            leftovers: Vec::new(),
            repaired: self.manifests.iter().any(|change| change.before.is_interrupted()),
        }
    }
}

impl ManifestChange {
    fn read(dir: &Path, path: &'static str) -> Result<ManifestChange, WriteError> {
        let on_disk = match look(dir, path)? {
            Found::File(contents) => Some(contents),
            Found::Nothing => None,
            Found::Link => {
                return Err(WriteError::LinkInside { path: dir.join(path) });
            }
        };
        let before = on_disk.as_deref().map(Manifest::parse).unwrap_or_default();
        Ok(ManifestChange { path, before, after: Manifest::default(), on_disk })
    }
}

/// Refuses paths that lead out of the crate, and two files at one place.
pub(super) fn validate(files: &[OutputFile]) -> Result<(), WriteError> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for file in files {
        if !is_inside(&file.path) || file.path == MANIFEST || file.path == PRIVATE_MANIFEST {
            return Err(WriteError::BadPath { path: file.path.clone() });
        }
        if let Some(first) = seen.insert(file.path.to_lowercase(), &file.path) {
            return Err(WriteError::SamePath {
                first: first.to_owned(),
                second: file.path.clone(),
            });
        }
    }
    for file in files {
        for (at, _) in file.path.match_indices('/') {
            if let Some(first) = seen.get(&file.path[..at].to_lowercase()) {
                return Err(WriteError::SamePath {
                    first: (*first).to_owned(),
                    second: file.path.clone(),
                });
            }
        }
    }
    Ok(())
}

/// Refuses a target that is no directory of its own.
pub(super) fn look_at_target(dir: &Path) -> Result<Target, WriteError> {
    match fs::symlink_metadata(dir) {
        Ok(found) if found.is_symlink() => Err(WriteError::TargetIsLink { dir: dir.to_owned() }),
        Ok(found) if !found.is_dir() => {
            Err(WriteError::TargetIsNoDirectory { dir: dir.to_owned() })
        }
        Ok(_) => Ok(Target::Directory),
        Err(error) => nothing(error, dir).map(|()| Target::Nothing),
    }
}

/// What stands at a path of the crate.
pub(super) fn look(dir: &Path, path: &str) -> Result<Found, WriteError> {
    for (at, _) in path.match_indices('/') {
        let parent = dir.join(&path[..at]);
        match fs::symlink_metadata(&parent) {
            Ok(found) if found.is_symlink() => return Err(WriteError::LinkInside { path: parent }),
            Ok(found) if !found.is_dir() => return Err(WriteError::NotADirectory { path: parent }),
            Ok(_) => {}
            Err(error) => return nothing(error, &parent).map(|()| Found::Nothing),
        }
    }
    let path = dir.join(path);
    match fs::symlink_metadata(&path) {
        Ok(found) if found.is_symlink() => Ok(Found::Link),
        Ok(found) if found.is_dir() => Err(WriteError::IsADirectory { path }),
        Ok(_) => match fs::read(&path) {
            Ok(contents) => Ok(Found::File(contents)),
            Err(source) => Err(WriteError::Io { doing: Doing::Read, path, source }),
        },
        Err(error) => nothing(error, &path).map(|()| Found::Nothing),
    }
}

fn nothing(error: io::Error, path: &Path) -> Result<(), WriteError> {
    match error.kind() {
        ErrorKind::NotFound => Ok(()),
        ErrorKind::NotADirectory => {
            Err(WriteError::NotADirectory { path: path.parent().unwrap_or(path).to_owned() })
        }
        _ => Err(WriteError::Io { doing: Doing::Read, path: path.to_owned(), source: error }),
    }
}
