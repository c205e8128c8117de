// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! `--record`: responses become saved responses in a copy of the collection, so that the next generation has types for them.
//!
//! The copy is made when it is not there yet; later runs add to it. Secrets, credentials and binary bodies are left out, and
//! long lists are cut. Each response is written at once, by replacing the file as a whole.

mod export;
mod node;
mod redact;
mod tree;
mod write;

use std::io;
use std::path::{Path, PathBuf};

use export::Export;
use redact::{Sample, Secrets};
use tree::Tree;

use super::data::{Collection, Request};
use super::variables::Variables;
use crate::client::runtime::RawResponse;

/// What is being added to.
pub struct Recorder {
    path: PathBuf,
    target: Target,
    /// The names of the collection's requests, to see whose copy it is.
    names: Vec<String>,
    redact: Vec<String>,
}

enum Target {
    Export(Box<Export>),
    Tree(Tree),
}

impl Recorder {
    /// Opens the copy, or makes it of the collection that the client was generated from.
    ///
    /// # Errors
    ///
    /// A line for people when there is neither, or it is no collection.
    pub fn open(
        path: &Path,
        folder: &Path,
        collections: &[Collection],
        redact: &[String],
    ) -> Result<Recorder, String> {
        let sources =
            || collections.iter().filter_map(|collection| source(collection, path, folder));
        if !path.exists() {
            let source = sources().next().ok_or_else(|| missing(path, collections))?;
            copy(&source, path)
                .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        }
        let redact = redact.iter().map(|name| name.to_ascii_lowercase()).collect();
        let unreadable = |error: io::Error| format!("cannot read {}: {error}", path.display());
        let no_collection =
            || format!("{} is no Postman collection of the version 2.0, 2.1 or 3", path.display());
        if path.is_dir() {
            let tree = Tree::new(path.to_owned()).ok_or_else(no_collection)?;
            let (path, target) = (path.to_owned(), Target::Tree(tree));
            return Ok(Recorder { path, target, names: Vec::new(), redact });
        }
        let text = export::read(path).map_err(unreadable)?;
        let export = Export::new(path.to_owned(), text).ok_or_else(no_collection)?;
        let names = export.names();
        let known = |collection: &Collection| names_of(collection) == names;
        if !collections.iter().any(known) {
            return Err(format!(
                "{} does not have the requests of the collection that this client was generated from",
                path.display()
            ));
        }
        Ok(Recorder {
            path: path.to_owned(),
            target: Target::Export(Box::new(export)),
            names,
            redact,
        })
    }

    /// Adds the response to the request at a position of a collection. Returns what there is to say about it.
    pub fn add(
        &mut self,
        collection: &Collection,
        position: usize,
        request: &Request,
        response: &RawResponse,
        variables: &Variables,
    ) -> Option<String> {
        let sample = Sample::of(response, &Secrets { variables, names: &self.redact });
        let added = match &mut self.target {
            Target::Export(_) if names_of(collection) != self.names => return None,
            Target::Export(export) => export.add(position, &sample),
            Target::Tree(tree) => tree.add(request, &sample),
        };
        let problem = match added {
            Err(error) => Some(format!("cannot write {}: {error}", self.path.display())),
            Ok(true) => sample.note.map(|note| format!("recorded without all of its body: {note}")),
            Ok(false) => None,
        };
        problem.map(|problem| format!("replay: response to request {}: {problem}", request.index))
    }
}

fn names_of(collection: &Collection) -> Vec<String> {
    let names = collection.requests.iter().map(|request| request.path.last().cloned());
    names.map(Option::unwrap_or_default).collect()
}

/// The collection that the client was generated from, by its name: beside the copy, beside or above the crate, or here.
fn source(collection: &Collection, path: &Path, folder: &Path) -> Option<PathBuf> {
    let name = collection.source.as_deref()?;
    let beside = path.parent().unwrap_or(Path::new(""));
    let above = folder.parent().unwrap_or(Path::new(""));
    let folders = [beside, Path::new("."), above, folder];
    let names = [".postman_collection.json", ".json", ""].map(|ending| format!("{name}{ending}"));
    let inner = ["", "collections", "postman/collections"];
    let all = folders.iter().flat_map(|folder| inner.iter().map(move |inner| folder.join(inner)));
    all.flat_map(|folder| names.each_ref().map(|name| folder.join(name)))
        .find(|path| path.is_file() || path.join(".resources").join("definition.yaml").is_file())
}

fn missing(path: &Path, collections: &[Collection]) -> String {
    let name = collections.iter().find_map(|collection| collection.source.as_deref());
    format!(
        "{} does not exist, and the collection {} is not here to be copied: copy it there first",
        path.display(),
        name.unwrap_or_default()
    )
}

/// Copies a file or a folder. A copy that is not whole is not left behind under that name.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_file() {
        return write::replace(to, &export::read(from)?);
    }
    let mut name = to.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.tmp", std::process::id()));
    let temporary = to.with_file_name(name);
    copy_folder(from, &temporary)?;
    std::fs::rename(&temporary, to)
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        match entry.file_type()?.is_dir() {
            true => copy_folder(&entry.path(), &target)?,
            false => {
                std::fs::copy(entry.path(), &target)?;
            }
        }
    }
    Ok(())
}
