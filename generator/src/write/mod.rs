//! The last room: files in memory → a crate on disk.
//!
//! First everything is compared with what is there, without touching it (`plan`); then new contents are staged beside
//! their places and renamed into them (`apply`); a crate that is not there yet is made as a whole (`create`). Files that did not change are not touched, files that are not ours
//! are not lost. [`check`] ends after the comparison.

mod apply;
mod create;
mod error;
mod manifest;
mod plan;
mod stage;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use crate::output::OutputFile;
pub use error::{Conflict, Doing, Reason, WriteError};
pub use manifest::{MANIFEST, PRIVATE_MANIFEST};
pub use stage::clean_up;

use manifest::Manifest;
use plan::{Found, Plan, Target};

/// What may be overwritten and removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Overwrite {
    /// Files that the generator wrote and nobody changed.
    #[default]
    OwnFiles,
    /// Any file that is in the way.
    Everything,
}

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The files that are new or changed, sorted.
    pub written: Vec<String>,
    /// The files that were removed, sorted.
    pub removed: Vec<String>,
    /// How many files were as they should be.
    pub unchanged: usize,
    /// Temporary directories that interrupted runs left behind, removed by this one.
    pub leftovers: Vec<PathBuf>,
    /// An earlier run was interrupted between the files of the crate; this one completed them.
    pub repaired: bool,
}

/// A file that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stale {
    /// Its path inside the crate.
    pub path: String,
    /// In what way.
    pub state: State,
}

/// In what way a file is not as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Its contents differ.
    Differs,
    /// It is not there.
    Missing,
    /// The generator wrote it once, and would not any more.
    Superfluous,
}

impl std::fmt::Display for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            State::Differs => "differs",
            State::Missing => "missing",
            State::Superfluous => "superfluous",
        })
    }
}

/// Writes a crate.
pub fn write(files: &[OutputFile], dir: &Path, overwrite: Overwrite) -> Result<Report, WriteError> {
    let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty());
    let homes = [stage::home(dir), dir.to_owned(), parent.unwrap_or(Path::new(".")).to_owned()];
    let leftovers = stage::remove_leftovers(&homes);
    let plan = Plan::new(files, dir)?;
    if overwrite == Overwrite::OwnFiles && !plan.conflicts.is_empty() {
        return Err(WriteError::Conflicts { dir: dir.to_owned(), files: plan.conflicts });
    }
    match plan.target {
        Target::Nothing => create::create(&plan, dir)?,
        Target::Directory => apply::apply(&plan, dir)?,
    }
    Ok(Report { leftovers, ..plan.report() })
}

/// Compares a crate with what would be written: the files that are not as they should be, sorted.
pub fn check(files: &[OutputFile], dir: &Path) -> Result<Vec<Stale>, WriteError> {
    let public: Vec<&OutputFile> = files.iter().filter(|file| !file.private).collect();
    plan::validate(files)?;
    plan::look_at_target(dir)?;
    let mut stale: BTreeMap<String, State> = BTreeMap::new();
    for file in &public {
        match plan::look(dir, &file.path)? {
            Found::File(contents) if manifest::same(&contents, &file.contents) => {}
            Found::Nothing => drop(stale.insert(file.path.clone(), State::Missing)),
            Found::File(_) | Found::Link => drop(stale.insert(file.path.clone(), State::Differs)),
        }
    }
    let (state, owned) = check_manifest(&public, dir)?;
    stale.extend(state.map(|state| (MANIFEST.to_owned(), state)));
    for path in owned.files.keys().filter(|path| !public.iter().any(|file| file.path == **path)) {
        if !matches!(plan::look(dir, path)?, Found::Nothing) {
            stale.insert(path.clone(), State::Superfluous);
        }
    }
    Ok(stale.into_iter().map(|(path, state)| Stale { path, state }).collect())
}

/// What is wrong with the manifest on disk, and what it says.
fn check_manifest(
    files: &[&OutputFile],
    dir: &Path,
) -> Result<(Option<State>, Manifest), WriteError> {
    let mut wanted = Manifest::default();
    files.iter().for_each(|file| wanted.add(&file.path, manifest::hash(&file.contents)));
    Ok(match plan::look(dir, MANIFEST)? {
        Found::File(text) => {
            let owned = Manifest::parse(&text);
            ((owned != wanted).then_some(State::Differs), owned)
        }
        Found::Link => (Some(State::Differs), Manifest::default()),
        Found::Nothing => (Some(State::Missing), Manifest::default()),
    })
}

/// Whether a path leads to a place inside the crate, on every system.
fn is_inside(path: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\0'])
    };
    path.split('/').all(part)
}
