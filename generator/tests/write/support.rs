//! Crates to write, and what became of them.

use std::fs;
use std::path::{Path, PathBuf};

use generator::write::{self, Conflict, OutputFile, Overwrite, Reason, State, WriteError};
use tempfile::TempDir;

pub(crate) struct Target {
    _home: TempDir,
    pub(crate) dir: PathBuf,
}

pub(crate) fn target() -> Target {
    let home = tempfile::tempdir().expect("a directory");
    let dir = home.path().join("deep/crate");
    Target { _home: home, dir }
}

pub(crate) fn file(path: &str, contents: &str) -> OutputFile {
    OutputFile { path: path.to_owned(), contents: contents.as_bytes().to_vec(), private: false }
}

pub(crate) fn secret(path: &str, contents: &str) -> OutputFile {
    OutputFile { private: true, ..file(path, contents) }
}

pub(crate) fn own(files: &[OutputFile], dir: &Path) -> write::Report {
    write::write(files, dir, Overwrite::OwnFiles).expect("written")
}

pub(crate) fn conflicts(files: &[OutputFile], dir: &Path) -> Vec<(String, Reason)> {
    match write::write(files, dir, Overwrite::OwnFiles) {
        Err(WriteError::Conflicts { files, .. }) => {
            files.into_iter().map(|Conflict { path, reason }| (path, reason)).collect()
        }
        other => panic!("{other:?}"),
    }
}

pub(crate) fn read(dir: &Path, path: &str) -> String {
    fs::read_to_string(dir.join(path)).expect("a file")
}

/// All files and directories below, sorted.
pub(crate) fn tree(dir: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    let mut open = vec![dir.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).expect("a directory") {
            let path = entry.expect("an entry").path();
            paths.push(path.strip_prefix(dir).expect("below").display().to_string());
            if path.is_dir() {
                open.push(path);
            }
        }
    }
    paths.sort();
    paths
}

pub(crate) fn stale(files: &[OutputFile], dir: &Path) -> Vec<(String, State)> {
    write::check(files, dir)
        .expect("compared")
        .into_iter()
        .map(|stale| (stale.path, stale.state))
        .collect()
}
