//! A crate that is not there yet is made beside its place and put there as a whole: nobody ever sees half of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::OutputFile;
use super::apply::{self, Readers};
use super::error::{Doing, WriteError};
use super::plan::Plan;
use super::stage::{self, Stage};

/// Makes the crate in a directory that does not exist.
pub(super) fn create(plan: &Plan, dir: &Path) -> Result<(), WriteError> {
    let parent =
        dir.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let created = apply::create_target(parent)?;
    let result = whole(plan, parent, dir);
    if result.is_err() {
        apply::remove_empty(&created);
    }
    result
}

fn whole(plan: &Plan, parent: &Path, dir: &Path) -> Result<(), WriteError> {
    let failed = |path: PathBuf| |source| WriteError::Io { doing: Doing::Write, path, source };
    let stage = Stage::new(parent).map_err(failed(dir.to_owned()))?;
    // With the rights of any directory, in one that is its owner's alone.
    let place = stage.path().join("crate");
    fs::create_dir(&place).map_err(failed(dir.to_owned()))?;
    let folders: BTreeSet<&str> =
        plan.write.iter().filter_map(|file| Some(file.path.rsplit_once('/')?.0)).collect();
    folders.iter().try_for_each(|folder| {
        stage::writing()
            .and_then(|_writing| fs::create_dir_all(place.join(folder)))
            .map_err(failed(dir.join(folder)))
    })?;
    let write = |file: &&OutputFile| {
        apply::write_file(&place.join(&file.path), &file.contents, Readers::of(file))
            .map_err(failed(dir.join(&file.path)))
    };
    // The manifest first: cargo takes nothing for a part of another package that is below one.
    let (first, others): (Vec<&OutputFile>, Vec<&OutputFile>) =
        plan.write.iter().partition(|file| file.path == "Cargo.toml");
    first.iter().try_for_each(write)?;
    others.par_iter().try_for_each(write)?;
    for change in &plan.manifests {
        if let Some(contents) = apply::wanted(change) {
            apply::write_file(&place.join(change.path), &contents, Readers::of_manifest(change))
                .map_err(failed(dir.join(change.path)))?;
        }
    }
    let _settling = stage::settle().map_err(failed(dir.to_owned()))?;
    fs::rename(place, dir).map_err(failed(dir.to_owned()))
}
