//! What a Postman export says, in Postman's words: plain data, one model for v2.0 and v2.1.
//!
//! Values whose JSON type matters to Postman's runtime (a query value of `5` is sent without its value, the text
//! `"5"` is sent) stay [`serde_json::Value`]s; everything else is brought into one form.

use std::sync::Arc;

use serde_json::Value;

use crate::pointer;

/// Where a thing stands in its file: a JSON pointer (RFC 6901), such as `/item/0/request/url`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place(pub String);

impl Place {
    /// The place of a member of this one.
    pub fn member(&self, key: &str) -> Place {
        Place([&self.0, "/", &pointer::token(key)].concat())
    }

    /// The place of an element of this one.
    pub fn element(&self, index: usize) -> Place {
        Place(format!("{}/{index}", self.0))
    }
}

/// A collection export (schema v2.0 or v2.1).
#[derive(Debug, Clone, Default)]
pub struct Collection {
    /// `info.name`, or an empty string.
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
    /// Names of the variables that the collection's own scripts set (`pm.environment.set("x", …)`
    /// and the like).
    pub script_variables: Vec<String>,
}

/// `protocolProfileBehavior`, unchanged.
pub type Behavior = indexmap::IndexMap<String, Value>;

/// An entry of `item`: a folder when it has an `item` list of its own, else a request.
#[derive(Debug, Clone)]
pub enum Item {
    /// A folder, possibly empty.
    Folder(Box<Folder>),
    /// A request.
    Request(Box<RequestItem>),
}

/// A folder.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    /// Where it stands.
    pub place: Place,
    /// `name`, or an empty string.
    pub name: String,
    /// `description`.
    pub description: Option<String>,
    /// `auth`; `None` when null or absent (it is inherited then).
    pub auth: Option<Auth>,
    /// `protocolProfileBehavior`.
    pub behavior: Behavior,
    /// `item`.
    pub items: Vec<Item>,
    /// Names of the variables that its scripts set.
    pub script_variables: Vec<String>,
}

/// An item that is a request with its saved responses.
#[derive(Debug, Clone, Default)]
pub struct RequestItem {
    /// Where it stands.
    pub place: Place,
    /// `name`, or an empty string.
    pub name: String,
    /// `description` of the item itself.
    pub description: Option<String>,
    /// `request`. `None` if it is missing or neither a string nor an object.
    pub request: Option<Request>,
    /// `response`.
    pub responses: Vec<Response>,
    /// `protocolProfileBehavior` of the item.
    pub behavior: Behavior,
    /// Names of the variables that its scripts set.
    pub script_variables: Vec<String>,
}

/// A request. One that is a plain string has only a [`Url::Text`].
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Where it stands.
    pub place: Place,
    /// `method` as written; `None` when null or absent.
    pub method: Option<String>,
    /// `url`.
    pub url: Url,
    /// `header`, as a list or as lines of text.
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
    /// A plain string.
    Text(String),
    /// An object.
    Parts(Box<UrlParts>),
}

/// `url` as an object. `raw` is kept for diagnostics and for URLs without a host: Postman's runtime
/// ignores it.
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
    /// The labels of `host`. A host that is a string is one label.
    pub host: Vec<String>,
    /// `port` as text.
    pub port: Option<String>,
    /// `path`. `None` if null or absent.
    pub path: Option<Path>,
    /// `query`. `None` if null or absent.
    pub query: Option<Query>,
    /// `hash`.
    pub hash: Option<String>,
    /// `variable`, the path variables.
    pub variables: Vec<Variable>,
}

/// `url.path`.
#[derive(Debug, Clone)]
pub enum Path {
    /// One text.
    Text(String),
    /// A list of segments, each as the text that Postman makes of it. An object that is not `{type,
    /// value}` becomes `[object Object]`, null is empty, 5 is `5`.
    Segments(Vec<String>),
}

/// `url.query`.
#[derive(Debug, Clone)]
pub enum Query {
    /// One text.
    Text(String),
    /// A list. A string entry becomes the `key` of a parameter without a value.
    List(Vec<Parameter>),
}

/// An entry of `query`, `header`, `urlencoded` or `formdata`.
#[derive(Debug, Clone, Default)]
pub struct Parameter {
    /// Where it stands.
    pub place: Place,
    /// `key`. `None` if null or absent.
    pub key: Option<String>,
    /// `value`, unchanged. `None` if absent, `Some(Value::Null)` if null.
    pub value: Option<Value>,
    /// Whether `disabled` is true.
    pub disabled: bool,
    /// `description`.
    pub description: Option<String>,
    /// `type`: `text`, `file` or any other text (form-data only).
    pub kind: Option<String>,
    /// `src` of a file: null, a string or a list of strings. `None` if absent.
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
    /// `key`, or `id` if there is no key.
    pub key: Option<String>,
    /// `value`, unchanged. `None` if absent.
    pub value: Option<Value>,
    /// `type`.
    pub kind: Option<String>,
    /// Whether `disabled` is true or `enabled` is false.
    pub disabled: bool,
    /// Whether `secret` is true or `type` is `secret`.
    pub secret: bool,
    /// `description`.
    pub description: Option<String>,
}

/// `body`.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// Where it stands.
    pub place: Place,
    /// `mode`, unchanged. A body that is a plain string has the mode `raw`.
    pub mode: Option<String>,
    /// `raw`, or the member that an unknown mode names.
    pub raw: Option<Value>,
    /// `options.raw.language`.
    pub language: Option<String>,
    /// `urlencoded`.
    pub urlencoded: Vec<Parameter>,
    /// `formdata`.
    pub formdata: Vec<Parameter>,
    /// `file`.
    pub file: Option<FileBody>,
    /// `graphql`, unchanged.
    pub graphql: Option<Value>,
    /// Whether `disabled` is true.
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

/// `auth`: its type, and the parameters of that type.
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
    /// `code`, if it is an integer.
    pub code: Option<u16>,
    /// `status`: the reason phrase.
    pub status: Option<String>,
    /// `header`.
    pub headers: Vec<Parameter>,
    /// `body`: a string as it is, anything else except null as compact JSON.
    pub body: Option<Arc<str>>,
    /// `_postman_previewlanguage`.
    pub language: Option<String>,
}

/// An environment or globals export.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// `name`.
    pub name: String,
    /// Whether `_postman_variable_scope` is `globals`.
    pub globals: bool,
    /// `values`.
    pub variables: Vec<Variable>,
}
