// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! `replay.json` in memory. The schema stands at the top of [the runner](super).
//!
//! The file is machine-made, so reading is lenient: what is absent is empty.

use serde_json::Value;

use super::flow::Save;

/// One collection.
#[derive(Debug, Default)]
pub struct Collection {
    /// The name of the file or the folder that it was generated from, without its ending.
    pub source: Option<String>,
    /// All variables with a value, and all secrets.
    pub variables: Vec<Variable>,
    /// The environment whose values the variables have.
    pub environment: Option<String>,
    /// The environments that the client was generated with. Of several, each has the variables that any of them defines.
    pub environments: Vec<Environment>,
    /// The address of each server, a template.
    pub servers: Vec<String>,
    /// Each set of credentials that the collection holds.
    pub auths: Vec<Auth>,
    /// All requests, in collection order.
    pub requests: Vec<Request>,
}

/// An environment.
#[derive(Debug, Default)]
pub struct Environment {
    /// Its name.
    pub name: String,
    /// The variables that differ from environment to environment.
    pub variables: Vec<Variable>,
}

/// A set of credentials.
#[derive(Debug, Default)]
pub struct Auth {
    /// The setting of the client that takes it: a position in `Api::AUTHS`.
    pub slot: usize,
    /// Postman's names, templates.
    pub parameters: Vec<(String, String)>,
}

/// A variable.
#[derive(Debug, Default)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its value, a template; `None` for a secret and for one without a value.
    pub value: Option<String>,
    /// It is a secret: its value stands in the secrets file.
    pub secret: bool,
}

/// A request.
#[derive(Debug, Default)]
pub struct Request {
    /// Its number, from 0 and unique in the file.
    pub index: u64,
    /// The folders' names and its own.
    pub path: Vec<String>,
    /// The method.
    pub method: String,
    /// The URL for people, a template.
    pub url: String,
    /// A position in [`Collection::servers`].
    pub server: usize,
    /// A position in [`Collection::auths`].
    pub auth: Option<usize>,
    /// Nothing in its URL is escaped (`disableUrlEncoding`).
    pub raw_url: bool,
    /// Why it cannot be sent.
    pub fault: Option<String>,
    /// The saved values, for the call function to pick by position.
    pub slots: Vec<Slot>,
    /// What is saved from its response for later requests.
    pub saves: Vec<Save>,
}

/// The saved values of one field of an endpoint.
#[derive(Debug, Default)]
pub struct Slot {
    /// Where they go.
    pub place: Place,
    /// The texts, templates; `None` is a key alone, without `=`.
    pub values: Vec<Option<String>>,
    /// The files.
    pub files: Vec<File>,
    /// The files come from a list: Postman loads no file of the form after it.
    pub list: bool,
}

/// Where a saved value goes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A piece of the path.
    Path,
    /// A whole URL, which says where the request goes.
    Location,
    /// A query value.
    Query,
    /// A value within an XML or HTML text.
    Xml,
    /// A value within a JSON text that is a template.
    JsonHole,
    /// Where any text goes as it is: headers, form fields, parts, whole bodies.
    #[default]
    Plain,
}

/// A file to send.
#[derive(Debug, Default)]
pub struct File {
    /// Where it lies, a template; `None`: nothing is chosen.
    pub path: Option<String>,
    /// Its content, base64, when the collection itself holds it.
    pub content: Option<String>,
    /// The file name to send instead of the path's.
    pub file_name: Option<String>,
    /// The media type to send instead of the one by extension.
    pub content_type: Option<String>,
}

/// Reads the collections of `replay.json`.
pub fn read(json: &str) -> Result<Vec<Collection>, serde_json::Error> {
    let file: Value = serde_json::from_str(json)?;
    Ok(list(&file["collections"], collection))
}

fn collection(value: &Value) -> Collection {
    Collection {
        source: maybe(&value["source"]),
        variables: list(&value["variables"], variable),
        environment: maybe(&value["environment"]),
        environments: list(&value["environments"], |environment| Environment {
            name: text(&environment["name"]),
            variables: list(&environment["variables"], variable),
        }),
        servers: list(&value["servers"], text),
        auths: list(&value["auths"], |auth| Auth {
            slot: position(&auth["slot"]).unwrap_or_default(),
            parameters: list(&auth["parameters"], |pair| (text(&pair[0]), text(&pair[1]))),
        }),
        requests: list(&value["requests"], request),
    }
}

fn variable(value: &Value) -> Variable {
    Variable {
        name: text(&value["name"]),
        value: maybe(&value["value"]),
        secret: value["secret"] == true,
    }
}

fn request(value: &Value) -> Request {
    Request {
        index: value["index"].as_u64().unwrap_or_default(),
        path: list(&value["path"], text),
        method: text(&value["method"]),
        url: text(&value["url"]),
        server: position(&value["server"]).unwrap_or_default(),
        auth: position(&value["auth"]),
        raw_url: value["raw_url"] == true,
        fault: maybe(&value["fault"]),
        slots: list(&value["slots"], slot),
        saves: list(&value["saves"], Save::read),
    }
}

fn slot(value: &Value) -> Slot {
    Slot {
        place: match value["in"].as_str() {
            Some("path") => Place::Path,
            Some("location") => Place::Location,
            Some("query") => Place::Query,
            Some("xml") => Place::Xml,
            Some("json_hole") => Place::JsonHole,
            _ => Place::Plain,
        },
        values: list(&value["values"], maybe),
        files: list(&value["files"], |file| File {
            path: maybe(&file["path"]),
            content: maybe(&file["content"]),
            file_name: maybe(&file["file_name"]),
            content_type: maybe(&file["content_type"]),
        }),
        list: value["list"] == true,
    }
}

fn list<T>(value: &Value, each: impl Fn(&Value) -> T) -> Vec<T> {
    value.as_array().into_iter().flatten().map(each).collect()
}

fn text(value: &Value) -> String {
    maybe(value).unwrap_or_default()
}

fn maybe(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn position(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|position| usize::try_from(position).ok())
}
