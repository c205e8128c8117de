//! Reading files and directories.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use crate::error::Fault;
use crate::source::Syntax;

/// The largest YAML file that is read. The largest known one has less than a hundredth of it.
const LARGEST_YAML: u64 = 32 << 20;

/// The bytes of a file.
pub(super) fn load(path: &Path, syntax: Syntax) -> Result<Vec<u8>, Fault> {
    let unreadable = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => Fault::Missing,
        _ => Fault::Unreadable(error),
    };
    let length = fs::metadata(path).map_err(unreadable)?.len();
    if syntax == Syntax::Yaml && length > LARGEST_YAML {
        return Err(Fault::TooLarge { limit: LARGEST_YAML >> 20 });
    }
    fs::read(path).map_err(unreadable)
}

/// What a directory holds, sorted by name, so that the order is the same everywhere.
pub(super) fn entries(dir: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries: Result<Vec<_>, _> = fs::read_dir(dir)?.collect();
    let mut paths: Vec<PathBuf> = entries?.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

/// The same, each with whether it is a directory or a link to one. Only links cost a look at the file system.
pub(super) fn typed_entries(dir: &Path) -> std::io::Result<Vec<(PathBuf, bool)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir)? {
        let (entry, path) = entry.map(|entry| (entry.file_type(), entry.path()))?;
        let is_dir = match entry {
            Ok(kind) if !kind.is_symlink() => kind.is_dir(),
            _ => path.is_dir(),
        };
        found.push((path, is_dir));
    }
    found.sort();
    Ok(found)
}

/// The last part of a path as text; empty when it has none.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A directory's real name, also for `.` and `..`.
pub(super) fn real_name(dir: &Path) -> String {
    match file_name(dir) {
        name if name.is_empty() => {
            dir.canonicalize().map(|dir| file_name(&dir)).unwrap_or_default()
        }
        name => name,
    }
}

/// A path for messages and emitted files: the same on every system, without `.` and without `..` where it leads back.
pub(super) fn name(path: &Path) -> String {
    let mut parts: Vec<Component> = Vec::new();
    for part in path.components() {
        match (part, parts.last()) {
            (Component::CurDir, _) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    let path: PathBuf = parts.into_iter().collect();
    match path.to_string_lossy().replace('\\', "/") {
        empty if empty.is_empty() => ".".to_owned(),
        name => name,
    }
}

/// The extensions of YAML files.
pub(super) fn yaml_stem(name: &str) -> Option<&str> {
    name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml"))
}

/// Whether a file's name is that of a file of this kind: `x.request.yaml`.
pub(super) fn is_kind(name: &str, kind: &str) -> bool {
    yaml_stem(name).and_then(|stem| stem.strip_suffix(kind)).is_some_and(|stem| stem.ends_with('.'))
}

/// Whether a file's name is that of a YAML environment or of globals.
pub(super) fn is_environment(name: &str) -> bool {
    is_kind(name, "environment") || is_kind(name, "globals")
}
