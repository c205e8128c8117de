//! Texts → [`postman`](crate::postman)'s model: one reader for each format, as tolerant as Postman's own.
//!
//! `v1` and `v2` read exports (JSON), `v3` reads directories of YAML files. Each moves what has a meaning out of a tree,
//! member by member (`members`). No request is lost, and none fails the file: what has no meaning is left out with a diagnostic.

mod address;
mod error;
mod foreign;
mod locate;
mod members;
mod scripts;
mod text;
mod v1;
mod v2;
mod v3;

use std::cell::OnceCell;

use crate::diagnostics::{Diagnostic, Kind};
use crate::export;
use crate::json::Json;
use crate::postman::{Collection, Environment, Place};
use crate::source::{Source, Syntax, decode};

pub use error::{Foreign, ReadError, Wanted};
pub use locate::Locator;
pub use v3::directory;

use members::{Members, Reader};

/// What was read, with the notes made on the way.
#[derive(Debug, Clone)]
pub struct Read<T> {
    /// What was read.
    pub value: T,
    /// The notes, in file order as far as the walk goes.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file of one of the two kinds that Postman exports.
#[derive(Debug, Clone)]
pub enum Document {
    /// A collection.
    Collection(Box<Collection>),
    /// An environment or globals export.
    Environment(Environment),
}

/// Reads a collection export (v2.1, v2.0 or v1).
pub fn collection(bytes: &[u8]) -> Result<Read<Collection>, ReadError> {
    let read = read(bytes, Wanted::Collection)?;
    match read.value {
        Document::Collection(collection) => {
            Ok(Read { value: *collection, diagnostics: read.diagnostics })
        }
        Document::Environment(_) => Err(ReadError::Foreign {
            found: Foreign::PostmanEnvironment,
            wanted: Wanted::Collection,
        }),
    }
}

/// Reads an environment or globals, JSON or YAML.
pub fn environment_file(source: &Source) -> Result<Read<Environment>, ReadError> {
    match source.syntax() {
        Syntax::Json => environment(&source.bytes),
        Syntax::Yaml => v3::environment(source),
    }
}

/// Reads an environment or globals export (JSON).
pub fn environment(bytes: &[u8]) -> Result<Read<Environment>, ReadError> {
    let read = read(bytes, Wanted::Environment)?;
    match read.value {
        Document::Environment(environment) => {
            Ok(Read { value: environment, diagnostics: read.diagnostics })
        }
        Document::Collection(_) => Err(ReadError::Foreign {
            found: Foreign::PostmanCollection,
            wanted: Wanted::Environment,
        }),
    }
}

/// Reads whichever of the two it is.
pub fn document(bytes: &[u8]) -> Result<Read<Document>, ReadError> {
    read(bytes, Wanted::Either)
}

fn read(bytes: &[u8], wanted: Wanted) -> Result<Read<Document>, ReadError> {
    let text = decode(bytes)?;
    let mended = OnceCell::new();
    let tree =
        text::parse(text, &mended).map_err(|error| match (&error, foreign::of_text(text)) {
            (ReadError::BrokenJson { .. }, Some(found)) => ReadError::Foreign { found, wanted },
            _ => error,
        })?;
    let mut reader = Reader::default();
    if mended.get().is_some() {
        reader.note(Place::default(), Kind::Mended);
    }
    let value = walk(&mut reader, tree, wanted)?;
    Ok(Read { value, diagnostics: reader.diagnostics })
}

fn walk(reader: &mut Reader, value: Json, wanted: Wanted) -> Result<Document, ReadError> {
    let (place, value) = unwrap(value);
    let (is_collection, is_environment) =
        (export::is_collection(&value), export::is_environment(&value));
    let is_v1 = export::is_v1(&value);
    match value {
        Json::Object(members) if is_v1 => {
            let collection = reader.collection_v1(Members::new(place, members));
            Ok(Document::Collection(Box::new(collection)))
        }
        Json::Object(members) if is_collection => {
            let collection = reader.collection(Members::new(place, members))?;
            Ok(Document::Collection(Box::new(collection)))
        }
        Json::Object(members) if is_environment => {
            Ok(Document::Environment(reader.environment(Members::new(place, members))))
        }
        value => Err(ReadError::Foreign { found: foreign::of_value(&value), wanted }),
    }
}

/// The value inside the object that Postman's API wraps around it.
fn unwrap(value: Json) -> (Place, Json) {
    let is_whole =
        export::is_collection(&value) || export::is_environment(&value) || export::is_v1(&value);
    let wrapping = ["collection", "environment"]
        .into_iter()
        .find(|key| matches!(value.get(key), Some(Json::Object(_))));
    match (value, wrapping) {
        (Json::Object(members), Some(key)) if !is_whole => {
            let mut members = Members::new(Place::default(), members);
            (members.place_of(key), members.take(key).unwrap_or_default())
        }
        (value, _) => (Place::default(), value),
    }
}
