//! The first room: bytes → [`postman`](crate::postman)'s model, with the tolerance of Postman's own library.
//!
//! A text becomes one JSON value, out of which the walk moves everything that has a meaning, member by member. No
//! request is lost and none fails the file: what means nothing is left out with a note. Each file of this folder reads
//! one part of the format.

mod all;
mod auth;
mod body;
mod collection;
mod error;
mod foreign;
mod lines;
mod locate;
mod members;
mod parameters;
mod request;
mod response;
mod scripts;
mod text;
mod url;
mod variables;

use std::ops::Range;

use serde_json::Value;

use crate::diagnostics::{Diagnostic, Kind};
use crate::postman::{Collection, Environment, Place};

pub use all::{Documents, all};
pub use error::{Foreign, Position, ReadError, Wanted};
pub use locate::Locator;
pub use members::text_of;
pub(crate) use text::decode;

use members::{Members, Reader};

/// A place of a text for people.
pub(crate) fn position(text: &str, span: Range<usize>) -> Position {
    lines::Lines::new(text).position(span)
}

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

/// Reads a collection export (v2.0 or v2.1).
pub fn collection(bytes: &[u8]) -> Result<Read<Collection>, ReadError> {
    let read = read(bytes, Wanted::Collection)?;
    match read.value {
        Document::Collection(collection) => Ok(Read { value: *collection, diagnostics: read.diagnostics }),
        Document::Environment(_) => Err(ReadError::Foreign { found: Foreign::PostmanEnvironment, wanted: Wanted::Collection }),
    }
}

/// Reads an environment or globals export.
pub fn environment(bytes: &[u8]) -> Result<Read<Environment>, ReadError> {
    let read = read(bytes, Wanted::Environment)?;
    match read.value {
        Document::Environment(environment) => Ok(Read { value: environment, diagnostics: read.diagnostics }),
        Document::Collection(_) => Err(ReadError::Foreign { found: Foreign::PostmanCollection, wanted: Wanted::Environment }),
    }
}

/// Reads whichever of the two it is.
pub fn document(bytes: &[u8]) -> Result<Read<Document>, ReadError> {
    read(bytes, Wanted::Either)
}

fn read(bytes: &[u8], wanted: Wanted) -> Result<Read<Document>, ReadError> {
    let text = decode(bytes)?;
    let parsed = text::parse(text).map_err(|error| match (&error, foreign::of_text(text)) {
        (ReadError::BrokenJson { .. }, Some(found)) => ReadError::Foreign { found, wanted },
        _ => error,
    })?;
    let mut reader = Reader::default();
    if parsed.repaired {
        reader.note(Place::default(), Kind::Mended);
    }
    let value = walk(&mut reader, parsed.value, wanted)?;
    Ok(Read { value, diagnostics: reader.diagnostics })
}

/// Whether a file is an environment or globals export.
pub fn is_environment(bytes: &[u8]) -> bool {
    // Large collections need not be read twice to know that they are none.
    let may_be = bytes.windows(8).any(|word| word == b"\"values\"");
    may_be && environment(bytes).is_ok()
}

/// Reads a parsed value, for those who have one already.
pub fn value(value: Value) -> Result<Read<Document>, ReadError> {
    let mut reader = Reader::default();
    let value = walk(&mut reader, value, Wanted::Either)?;
    Ok(Read { value, diagnostics: reader.diagnostics })
}

fn walk(reader: &mut Reader, value: Value, wanted: Wanted) -> Result<Document, ReadError> {
    let (place, value) = unwrap(value);
    match value {
        Value::Object(map) if foreign::is_collection(&map) => {
            let collection = reader.collection(Members::new(place, map))?;
            Ok(Document::Collection(Box::new(collection)))
        }
        Value::Object(map) if foreign::is_environment(&map) => Ok(Document::Environment(reader.environment(Members::new(place, map)))),
        value => Err(ReadError::Foreign { found: foreign::of_value(&value), wanted }),
    }
}

/// What stands in the wrapping that Postman's API puts around its answers.
fn unwrap(value: Value) -> (Place, Value) {
    let Value::Object(mut map) = value else {
        return (Place::default(), value);
    };
    for wrapping in ["collection", "environment"] {
        let wrapped = map.get(wrapping).is_some_and(Value::is_object);
        if wrapped && !foreign::is_collection(&map) && !foreign::is_environment(&map) {
            let inner = map.swap_remove(wrapping).unwrap_or_default();
            return (Place::default().member(wrapping), inner);
        }
    }
    (Place::default(), Value::Object(map))
}
