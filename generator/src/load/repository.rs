//! Which collections a directory stands for.

use std::path::{Path, PathBuf};

use super::COLLECTIONS;
use super::files::{entries, file_name, is_kind, real_name, yaml_stem};
use crate::json::Json;
use crate::source;
use crate::yaml;

/// What a directory stands for.
pub(super) enum Meaning {
    /// It is a v3 collection.
    Collection,
    /// It holds collections: everything in these directories, and the collections at these paths.
    Holder {
        /// Directories of collections.
        directories: Vec<PathBuf>,
        /// Single collections.
        collections: Vec<PathBuf>,
        /// Where environments may stand.
        environments: Vec<PathBuf>,
    },
    /// Nothing.
    Nothing,
}

/// What a directory stands for.
pub(super) fn meaning(dir: &Path) -> Meaning {
    let postman = dir.join("postman");
    if is_root(dir) {
        Meaning::Collection
    } else if postman.join(COLLECTIONS).is_dir() || dir.join(".postman").is_dir() {
        holder(&postman, dir)
    } else if real_name(dir) == "postman" && dir.join(COLLECTIONS).is_dir() {
        holder(dir, &dir.join(".."))
    } else if real_name(dir) == COLLECTIONS {
        Meaning::Holder {
            directories: vec![dir.to_owned()],
            collections: Vec::new(),
            environments: Vec::new(),
        }
    } else if has_request(dir, SEARCHED) {
        Meaning::Collection
    } else {
        Meaning::Nothing
    }
}

/// How deep requests are looked for.
const SEARCHED: usize = 16;

fn holder(postman: &Path, root: &Path) -> Meaning {
    Meaning::Holder {
        directories: vec![postman.join(COLLECTIONS)],
        collections: local_resources(&root.join(".postman")),
        environments: vec![postman.join("environments"), postman.join("globals")],
    }
}

/// Whether a directory itself has the marks of a collection.
fn is_root(dir: &Path) -> bool {
    let resources = dir.join(".resources");
    let is_definition = |name: &str| yaml_stem(name) == Some("definition");
    has_file(&resources, &is_definition) || has_file(dir, &|name| is_kind(name, "request"))
}

fn has_file(dir: &Path, is_wanted: &dyn Fn(&str) -> bool) -> bool {
    entries(dir)
        .unwrap_or_default()
        .iter()
        .any(|path| is_wanted(&file_name(path)) && path.is_file())
}

/// Whether a directory has a request at any depth.
fn has_request(dir: &Path, depth: usize) -> bool {
    let found = entries(dir).unwrap_or_default();
    found.iter().any(|path| is_kind(&file_name(path), "request") && path.is_file())
        || depth > 0
            && found.iter().any(|path| {
                let name = file_name(path);
                !matches!(name.as_str(), ".git" | ".resources")
                    && path.is_dir()
                    && !path.is_symlink()
                    && has_request(path, depth - 1)
            })
}

/// The collections that `resources.yaml` names with `localResources.collections`, relative to its directory.
fn local_resources(dir: &Path) -> Vec<PathBuf> {
    let Ok(bytes) = std::fs::read(dir.join("resources.yaml")) else { return Vec::new() };
    let tree = source::decode(&bytes).ok().and_then(|text| yaml::parse(text).ok());
    let local = tree.as_ref().and_then(|tree| tree.get("localResources")?.get("collections"));
    let paths = match local {
        Some(Json::List(paths)) => paths.iter(),
        _ => return Vec::new(),
    };
    let texts = paths.filter_map(|path| match path {
        Json::Text(path) => Some(dir.join(path.as_ref())),
        _ => None,
    });
    texts.collect()
}
