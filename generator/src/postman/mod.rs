//! A collection in Postman's own terms: plain data, one model for every format.
//!
//! Values whose JSON type matters to Postman's runtime (a query value of `5` is sent without its value, the text
//! `"5"` is sent) stay [`serde_json::Value`]s; everything else is brought into one form.

use std::sync::Arc;

use serde_json::Value;

use crate::pointer;

/// A document of a collection, by its position. An export is one document; a v3 directory has one for each of its files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentId(pub usize);

/// A location in the input: a document and a JSON pointer (RFC 6901) into it, such as `/item/0/request/url`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The document.
    pub document: DocumentId,
    /// The JSON pointer; empty for the document as a whole.
    pub pointer: String,
}

impl Place {
    /// The root of a document.
    pub fn root(document: DocumentId) -> Place {
        Place { document, pointer: String::new() }
    }

    /// The location of a member.
    pub fn member(&self, key: &str) -> Place {
        let pointer = [&self.pointer, "/", &pointer::token(key)].concat();
        Place { document: self.document, pointer }
    }

    /// The location of an element.
    pub fn element(&self, index: usize) -> Place {
        Place { document: self.document, pointer: format!("{}/{index}", self.pointer) }
    }
}

/// A collection. The members are named as in schema v2.1; readers of other formats fill in what corresponds to them.
#[derive(Debug, Clone, Default)]
pub struct Collection {
    /// `info.name`; empty when missing.
    pub name: String,
    /// `info.description`.
    pub description: Option<String>,
    /// `info.version` as text.
    pub version: Option<String>,
    /// `variable`, in file order.
    pub variables: Vec<Variable>,
    /// `auth`; `None` when null or absent.
    pub auth: Option<Auth>,
    /// `protocolProfileBehavior`.
    pub behavior: Behavior,
    /// `item` (or `items`).
    pub items: Vec<Item>,
    /// The collection's own scripts, which run with every request.
    pub scripts: Vec<Script>,
}

/// `protocolProfileBehavior`: its members as they stand.
pub type Behavior = indexmap::IndexMap<String, Value>;

/// An entry of `item`: a folder when it has an `item` list of its own, else a request.
#[derive(Debug, Clone)]
pub enum Item {
    /// A folder (it may be empty).
    Folder(Box<Folder>),
    /// A request.
    Request(Box<RequestItem>),
}

/// A folder.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    /// Where it stands.
    pub place: Place,
    /// `name`; empty when missing.
    pub name: String,
    /// `description`.
    pub description: Option<String>,
    /// `auth`; `None` when null or absent (it is inherited then).
    pub auth: Option<Auth>,
    /// `protocolProfileBehavior`.
    pub behavior: Behavior,
    /// `item`.
    pub items: Vec<Item>,
    /// Its scripts, which run with every request in it.
    pub scripts: Vec<Script>,
}

/// A script of a collection, a folder or a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// When Postman runs it.
    pub when: ScriptTime,
    /// Its text.
    pub source: Arc<str>,
    /// Its location.
    pub place: Place,
}

/// When Postman runs a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScriptTime {
    /// `prerequest` (v3: `beforeRequest`): before the request is sent.
    BeforeRequest,
    /// `test` (v3: `afterResponse`): with the response.
    AfterResponse,
}

/// An item that is a request with its saved responses.
#[derive(Debug, Clone, Default)]
pub struct RequestItem {
    /// Where it stands.
    pub place: Place,
    /// `name`; empty when missing.
    pub name: String,
    /// `description` of the item itself.
    pub description: Option<String>,
    /// `request`; `None` when it is missing or neither a text nor an object.
    pub request: Option<Request>,
    /// `response`.
    pub responses: Vec<Response>,
    /// `protocolProfileBehavior` of the item.
    pub behavior: Behavior,
    /// Its scripts.
    pub scripts: Vec<Script>,
}

/// A request. One that is a plain text has just a [`Url::Text`].
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Where it stands.
    pub place: Place,
    /// `method` as written; `None` when null or absent.
    pub method: Option<String>,
    /// `url`.
    pub url: Url,
    /// `header`: a list or a text of lines, brought into one form.
    pub headers: Vec<Parameter>,
    /// `body`; `None` when null or absent.
    pub body: Option<Body>,
    /// `auth`; `None` when null or absent (it is inherited then).
    pub auth: Option<Auth>,
    /// `description`.
    pub description: Option<String>,
}

/// `url`.
#[derive(Debug, Clone, Default)]
pub enum Url {
    /// Null or absent.
    #[default]
    Missing,
    /// A plain text.
    Text(String),
    /// An object.
    Parts(Box<UrlParts>),
}

/// `url` as an object. `raw` is kept for diagnostics only: Postman's runtime never looks at it.
#[derive(Debug, Clone, Default)]
pub struct UrlParts {
    /// Where it stands.
    pub place: Place,
    /// `raw`.
    pub raw: Option<String>,
    /// `protocol`.
    pub protocol: Option<String>,
    /// `auth` as `(user, password)`.
    pub userinfo: Option<(String, String)>,
    /// `host`: its labels; a host that is one text is one label.
    pub host: Vec<String>,
    /// `port` as text.
    pub port: Option<String>,
    /// `path`: `None` when null or absent.
    pub path: Option<Path>,
    /// `query`: `None` when null or absent.
    pub query: Option<Query>,
    /// `hash`.
    pub hash: Option<String>,
    /// `variable`: the path variables.
    pub variables: Vec<Variable>,
}

/// `url.path`.
#[derive(Debug, Clone)]
pub enum Path {
    /// One text.
    Text(String),
    /// A list; each segment as the text that Postman makes of it (an object that is no `{type, value}` becomes
    /// `[object Object]`, null is empty, 5 is `5`).
    Segments(Vec<String>),
}

/// `url.query`.
#[derive(Debug, Clone)]
pub enum Query {
    /// One text.
    Text(String),
    /// A list; a plain text entry has its text as `key` and no value.
    List(Vec<Parameter>),
}

/// An entry of `query`, `header`, `urlencoded` or `formdata`.
#[derive(Debug, Clone, Default)]
pub struct Parameter {
    /// Where it stands.
    pub place: Place,
    /// `key`; `None` when null or absent.
    pub key: Option<String>,
    /// `value` as it stands; `None` when absent (`Some(Value::Null)` when null).
    pub value: Option<Value>,
    /// `disabled` is true.
    pub disabled: bool,
    /// `description`.
    pub description: Option<String>,
    /// `type`: `text`, `file` or whatever stands there (form-data only).
    pub kind: Option<String>,
    /// `src` of a file: null, a text or a list of texts; `None` when absent.
    pub src: Option<Value>,
    /// `contentType` of a form-data part.
    pub content_type: Option<String>,
    /// `fileName` of a form-data part.
    pub file_name: Option<String>,
}

/// An entry of `variable`, or of an environment's `values`.
#[derive(Debug, Clone, Default)]
pub struct Variable {
    /// Where it stands.
    pub place: Place,
    /// `key`, or `id` where there is no key.
    pub key: Option<String>,
    /// `value` as it stands; `None` when absent.
    pub value: Option<Value>,
    /// `type`.
    pub kind: Option<String>,
    /// `disabled` is true (or `enabled` is false).
    pub disabled: bool,
    /// `secret` is true, or `type` is `secret`.
    pub secret: bool,
    /// `description`.
    pub description: Option<String>,
}

/// `body`.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// Where it stands.
    pub place: Place,
    /// `mode` as written; a body that is a plain text has mode `raw`.
    pub mode: Option<String>,
    /// `raw`, or whatever stands under the name of an unknown mode.
    pub raw: Option<Value>,
    /// `options.raw.language`.
    pub language: Option<String>,
    /// `urlencoded`.
    pub urlencoded: Vec<Parameter>,
    /// `formdata`.
    pub formdata: Vec<Parameter>,
    /// `file`.
    pub file: Option<FileBody>,
    /// `graphql` as it stands.
    pub graphql: Option<Value>,
    /// `disabled` is true.
    pub disabled: bool,
}

/// `body.file`.
#[derive(Debug, Clone, Default)]
pub struct FileBody {
    /// `src`.
    pub src: Option<String>,
    /// `content`: base64.
    pub content: Option<String>,
}

/// `auth`: its type and the parameters of that type (of several blocks, `type` says which one counts).
#[derive(Debug, Clone, Default)]
pub struct Auth {
    /// Where it stands.
    pub place: Place,
    /// `type`, such as `bearer`, `noauth`.
    pub kind: String,
    /// The parameters in file order, as `(key, value)`, v2.0 and v2.1 alike.
    pub parameters: Vec<(String, Value)>,
}

/// A saved response.
#[derive(Debug, Clone, Default)]
pub struct Response {
    /// Where it stands.
    pub place: Place,
    /// `id`.
    pub id: Option<String>,
    /// `name`.
    pub name: Option<String>,
    /// `originalRequest`.
    pub original: Option<Request>,
    /// `code`, when it is a whole number.
    pub code: Option<u16>,
    /// `status`: the reason phrase.
    pub status: Option<String>,
    /// `header`.
    pub headers: Vec<Parameter>,
    /// `body`: a text as it is, anything else but null as compact JSON.
    pub body: Option<Arc<str>>,
    /// `_postman_previewlanguage`.
    pub language: Option<String>,
}

/// An environment or globals export.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// `name`.
    pub name: String,
    /// `_postman_variable_scope`: `globals` or anything else.
    pub globals: bool,
    /// `values`.
    pub variables: Vec<Variable>,
}
