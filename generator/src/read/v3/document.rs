//! One file of a collection.

use super::definition::Definition;
use super::example::Example;
use super::request::RequestFile;
use crate::diagnostics::{Diagnostic, Kind};
use crate::json::Json;
use crate::postman::{DocumentId, Place};
use crate::read::ReadError;
use crate::read::members::{Members, Reader, kind_of};
use crate::source::{Entry, EntryKind, decode};
use crate::yaml;

/// A file, read, with its diagnostics.
pub(super) struct Document {
    pub(super) content: Content,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What a file holds.
pub(super) enum Content {
    /// The metadata of a folder or of the collection.
    Definition(Box<Definition>),
    /// A request.
    Request(Box<RequestFile>),
    /// A saved response.
    Example(Box<Example>),
    /// A request of another protocol: its name, if it has one, and the protocol.
    Other(Option<String>, &'static str),
    /// Nothing that can be used, or a directory.
    Nothing,
}

/// The kinds of items that are not HTTP requests.
const PROTOCOLS: [(&str, &str); 7] = [
    ("grpc-request", "gRPC"),
    ("websocket-request", "WebSocket"),
    ("ws-raw-request", "WebSocket"),
    ("socket.io-request", "Socket.IO"),
    ("mqtt-request", "MQTT"),
    ("mcp-request", "MCP"),
    ("llm-request", "LLM"),
];

/// What a file is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Definition,
    Request,
    Example,
}

/// What a file is, by its path.
pub(super) fn role(path: &str) -> Role {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name);
    if stem.ends_with(".request") {
        Role::Request
    } else if stem.ends_with(".example") {
        Role::Example
    } else {
        Role::Definition
    }
}

/// Reads a file.
pub(super) fn read(id: DocumentId, entry: &Entry) -> Result<Document, ReadError> {
    let mut reader = Reader::default();
    if entry.kind == EntryKind::Directory {
        return Ok(Document { content: Content::Nothing, diagnostics: Vec::new() });
    }
    let text = decode(&entry.source.bytes)?;
    let tree = yaml::parse(text).map_err(|error| ReadError::yaml(text, error))?;
    let content = content(&mut reader, Place::root(id), tree, role(&entry.path));
    Ok(Document { content, diagnostics: reader.diagnostics })
}

fn content(reader: &mut Reader, place: Place, tree: Json, role: Role) -> Content {
    let tree = match tree {
        Json::Object(members) => Members::new(place.clone(), members),
        // metadata that is all commented out
        Json::Null if role == Role::Definition => Members::new(place.clone(), Vec::new()),
        Json::Null => return nothing(reader, place, "empty".to_owned()),
        value => return nothing(reader, place, format!("{} instead of a map", kind_of(&value))),
    };
    let kind = match tree.get("$kind") {
        Some(Json::Text(kind)) => kind.clone().into_owned(),
        _ => String::new(),
    };
    match role {
        Role::Definition => Content::Definition(Box::new(reader.definition(tree))),
        Role::Example => Content::Example(Box::new(reader.example(tree))),
        Role::Request => request(reader, place, tree, &kind),
    }
}

fn request(reader: &mut Reader, place: Place, mut tree: Members, kind: &str) -> Content {
    if let Some((_, protocol)) = PROTOCOLS.iter().find(|(known, _)| *known == kind) {
        return Content::Other(reader.string(&mut tree, "name"), protocol);
    }
    let is_request = tree.keys().any(|key| matches!(key, "url" | "method"));
    match kind {
        "http-request" | "graphql-request" => {}
        "" if is_request => {}
        "" => return nothing(reader, place, "a map without `$kind`".to_owned()),
        other => return nothing(reader, place, format!("of the kind `{other}`")),
    }
    Content::Request(Box::new(reader.request_file(tree, kind == "graphql-request")))
}

fn nothing(reader: &mut Reader, place: Place, found: String) -> Content {
    reader.note(place, Kind::NotARequest { found });
    Content::Nothing
}
