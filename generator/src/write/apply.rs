//! Carries out a plan so that a fault on the way leaves either the old or the new state of each file.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::OutputFile;
use super::error::{Doing, WriteError};
use super::manifest::Manifest;
use super::plan::{ManifestChange, Plan};
use super::stage::{self, Stage};

/// Who may read a file.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Readers {
    Everyone,
    Owner,
}

impl Readers {
    pub(super) fn of(file: &OutputFile) -> Readers {
        if file.private { Readers::Owner } else { Readers::Everyone }
    }

    pub(super) fn of_manifest(change: &ManifestChange) -> Readers {
        if change.path == super::PRIVATE_MANIFEST { Readers::Owner } else { Readers::Everyone }
    }
}

/// Carries out a plan. A full disk or a lack of rights shows while contents are staged, before any file of the crate is
/// touched. In between the manifest owns the old and the new contents, so that an interrupted run can be repeated.
pub(super) fn apply(plan: &Plan, dir: &Path) -> Result<(), WriteError> {
    plan.private.iter().try_for_each(|path| restrict(&dir.join(path)))?;
    let idle = plan.write.is_empty() && plan.remove.is_empty();
    if idle && plan.manifests.iter().all(is_settled) {
        return Ok(());
    }
    let created = create_target(dir)?;
    let result = Staged::new(dir).and_then(|staged| staged.carry_out(plan));
    if result.is_err() {
        remove_empty(&created);
    }
    result
}

fn is_settled(change: &ManifestChange) -> bool {
    change.on_disk == wanted(change)
}

/// The bytes that the manifest has to have; a manifest of nothing is no file.
pub(super) fn wanted(change: &ManifestChange) -> Option<Vec<u8>> {
    let needed = !change.after.files.is_empty() || change.path == super::MANIFEST;
    needed.then(|| change.after.to_bytes())
}

/// Creates the crate's directory: the directories that were not there, innermost first.
pub(super) fn create_target(dir: &Path) -> Result<Vec<PathBuf>, WriteError> {
    let missing = dir.ancestors().take_while(|dir| !dir.as_os_str().is_empty() && !dir.exists());
    let missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
    create_directories(dir)?;
    Ok(missing)
}

/// Removes directories that were created, innermost first. Those that are not empty stay, which is right.
pub(super) fn remove_empty(created: &[PathBuf]) {
    created.iter().for_each(|dir| drop(fs::remove_dir(dir)));
}

/// Writes a file in a directory that is there.
pub(super) fn write_file(path: &Path, contents: &[u8], readers: Readers) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    if readers == Readers::Owner {
        owner_only(&mut options);
    }
    let _writing = stage::writing()?;
    options.open(path)?.write_all(contents)
}

/// New contents in a directory of their own, on their way into the crate.
struct Staged<'a> {
    dir: &'a Path,
    stage: Stage,
}

impl<'a> Staged<'a> {
    fn new(dir: &'a Path) -> Result<Staged<'a>, WriteError> {
        let stage = Stage::new(&stage::home(dir)).map_err(|source| WriteError::Io {
            doing: Doing::Write,
            path: dir.to_owned(),
            source,
        })?;
        Ok(Staged { dir, stage })
    }

    fn carry_out(&self, plan: &Plan) -> Result<(), WriteError> {
        let staged = plan.write.par_iter().enumerate();
        let staged = staged.map(|(number, file)| {
            Ok((self.stage(number, &file.contents, Readers::of(file))?, file.path.as_str()))
        });
        let staged: Vec<(PathBuf, &str)> = staged.collect::<Result<_, WriteError>>()?;
        let _settling = stage::settle().map_err(|source| WriteError::Io {
            doing: Doing::Write,
            path: self.dir.to_owned(),
            source,
        })?;
        for change in &plan.manifests {
            let both = change.before.union(&change.after);
            if !both.files.is_empty() {
                self.set_manifest(change, &both)?;
            }
        }
        // Removed first: for some file systems an old name may be a new one in other letters.
        plan.remove.iter().try_for_each(|path| self.remove(path))?;
        let folders: BTreeSet<&str> =
            staged.iter().filter_map(|(_, path)| Some(path.rsplit_once('/')?.0)).collect();
        folders.iter().try_for_each(|folder| create_directories(&self.dir.join(folder)))?;
        staged.par_iter().try_for_each(|(from, path)| self.put(from, path))?;
        for change in &plan.manifests {
            match wanted(change) {
                Some(_) => self.set_manifest(change, &change.after)?,
                None => self.remove(change.path)?,
            }
        }
        Ok(())
    }

    fn set_manifest(&self, change: &ManifestChange, manifest: &Manifest) -> Result<(), WriteError> {
        let staged = self.stage(usize::MAX, &manifest.to_bytes(), Readers::of_manifest(change))?;
        self.put(&staged, change.path)
    }

    fn stage(
        &self,
        number: usize,
        contents: &[u8],
        readers: Readers,
    ) -> Result<PathBuf, WriteError> {
        let path = self.stage.path().join(number.to_string());
        match write_file(&path, contents, readers) {
            Ok(()) => Ok(path),
            Err(source) => Err(WriteError::Io { doing: Doing::Write, path, source }),
        }
    }

    /// Puts a staged file into its place, in a directory that is there.
    fn put(&self, from: &Path, path: &str) -> Result<(), WriteError> {
        let to = self.dir.join(path);
        fs::rename(from, &to).map_err(|source| WriteError::Io {
            doing: Doing::Write,
            path: to,
            source,
        })
    }

    /// Removes a file and the directories that it leaves empty.
    fn remove(&self, path: &str) -> Result<(), WriteError> {
        let file = self.dir.join(path);
        match fs::remove_file(&file) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                return Err(WriteError::Io { doing: Doing::Remove, path: file, source });
            }
            _ => {}
        }
        let parents = file.ancestors().skip(1).take_while(|parent| *parent != self.dir);
        for parent in parents {
            // It fails for the first one that is not empty, and there it ends.
            if fs::remove_dir(parent).is_err() {
                break;
            }
        }
        Ok(())
    }
}

fn create_directories(dir: &Path) -> Result<(), WriteError> {
    fs::create_dir_all(dir).map_err(|source| WriteError::Io {
        doing: Doing::CreateDirectory,
        path: dir.to_owned(),
        source,
    })
}

/// Only the owner may read the file that is created.
#[cfg(unix)]
fn owner_only(options: &mut OpenOptions) {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
}

/// Only the owner may read the file that is created; where there are no such rights, there is nothing to do.
#[cfg(not(unix))]
fn owner_only(_: &mut OpenOptions) {}

/// Takes the rights of others at a private file away.
#[cfg(unix)]
fn restrict(path: &Path) -> Result<(), WriteError> {
    use std::os::unix::fs::PermissionsExt as _;
    let failed = |source| WriteError::Io { doing: Doing::Write, path: path.to_owned(), source };
    let found = fs::metadata(path).map_err(failed)?;
    if found.permissions().mode() & 0o077 == 0 {
        return Ok(());
    }
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).map_err(failed)
}

/// Takes the rights of others at a private file away; where there are none of that kind, there is nothing to do.
#[cfg(not(unix))]
fn restrict(_: &Path) -> Result<(), WriteError> {
    Ok(())
}
