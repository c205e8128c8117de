//! A crate that is not there yet is made beside its place and put there as a whole: nobody ever sees half of it.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tempfile::TempDir;

use super::apply::{self, Readers};
use super::error::{Doing, WriteError};
use super::plan::Plan;

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
    let stage = stage(parent).map_err(failed(dir.to_owned()))?;
    let folders: BTreeSet<&str> =
        plan.write.iter().filter_map(|file| Some(file.path.rsplit_once('/')?.0)).collect();
    folders.iter().try_for_each(|folder| {
        fs::create_dir_all(stage.path().join(folder)).map_err(failed(dir.join(folder)))
    })?;
    plan.write.par_iter().try_for_each(|file| {
        let place = stage.path().join(&file.path);
        apply::write_file(&place, &file.contents, Readers::of(file))
            .map_err(failed(dir.join(&file.path)))
    })?;
    for change in &plan.manifests {
        if let Some(contents) = apply::wanted(change) {
            let place = stage.path().join(change.path);
            apply::write_file(&place, &contents, Readers::of_manifest(change))
                .map_err(failed(dir.join(change.path)))?;
        }
    }
    fs::rename(stage.path(), dir).map_err(failed(dir.to_owned()))?;
    // it is not where it was: there is nothing to clean up
    let _ = stage.keep();
    Ok(())
}

/// A directory beside the crate's place, with the rights of any other, which goes away with this value.
fn stage(parent: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".postman-generated.");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    builder.tempdir_in(parent)
}
