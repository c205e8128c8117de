//! Postman's v3 format: a directory with one YAML file for each request, saved response, folder and environment.
//!
//! Each file is read on its own, side by side (`document`), then put where its path says (`layout`, `assemble`). A file that is not
//! YAML is an error; whatever else is wrong in a file affects only that file.

mod assemble;
mod auth;
mod body;
mod definition;
mod document;
mod entries;
mod environment;
mod example;
mod fields;
mod layout;
mod parameters;
mod request;

use rayon::prelude::*;

use super::{Read, ReadError};
use crate::postman::{Collection, DocumentId};
use crate::source::Tree;

pub use environment::environment;

/// Reads a v3 collection.
///
/// # Errors
///
/// The files that are not YAML, each with what is wrong.
pub fn directory(tree: &Tree) -> Result<Read<Collection>, Vec<(DocumentId, ReadError)>> {
    let entries = tree.entries.par_iter().enumerate();
    let read = entries.map(|(index, entry)| {
        let id = DocumentId(index);
        document::read(id, entry).map_err(|error| (id, error))
    });
    let (mut documents, mut errors) = (Vec::new(), Vec::new());
    for document in read.collect::<Vec<_>>() {
        match document {
            Ok(document) => documents.push(Some(document)),
            Err(error) => errors.push(error),
        }
    }
    match errors.is_empty() {
        true => Ok(assemble::collection(tree, documents)),
        false => Err(errors),
    }
}
