//! Endpoints: plain data.

use super::{Later, Model, Page, Paging, Preset, Step, Type};

/// An endpoint: a module with a struct, and the types that only it uses.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Endpoint {
    /// Its position in the collection.
    pub index: usize,
    /// The module.
    pub module: String,
    /// The struct.
    pub name: String,
    /// Its documentation.
    pub docs: String,
    /// Method, path, place of auth …
    pub operation: Operation,
    /// Its fields.
    pub fields: Vec<Field>,
    /// What the collection saves for each field, at the same position.
    pub saved: Vec<Slot>,
    /// The struct that `new` takes, when it takes more than a handful of values.
    pub required: Option<String>,
    /// How the request is written, in order.
    pub steps: Vec<Step>,
    /// What a success is.
    pub output: Output,
    /// Types of its own.
    pub models: Vec<Model>,
    /// Shared types that it uses.
    pub imports: Vec<String>,
    /// What its documentation shows of the wire.
    pub page: Page,
    /// How to go on, where its answers are pages.
    pub paging: Option<Paging>,
    /// The later requests of it, in collection order.
    pub later: Vec<Later>,
    /// When there are later requests: a constructor for each request, this one first.
    pub presets: Vec<Preset>,
}

/// The constants of an endpoint.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Operation {
    /// The request's name as it stands.
    pub title: String,
    /// The method.
    pub method: String,
    /// The path for people.
    pub path: String,
    /// The server.
    pub server: usize,
    /// The credentials.
    pub auth: Option<usize>,
    /// Documented redirects.
    pub redirects: Vec<u16>,
    /// Documented errors.
    pub errors: Vec<DocumentedError>,
    /// Settings.
    pub settings: crate::api::Settings,
}

/// An error that a saved response documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentedError {
    /// The status.
    pub status: u16,
    /// The vendor's code.
    pub code: Option<String>,
    /// What it means.
    pub text: String,
}

/// A field of an endpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The field, and its setter.
    pub name: String,
    /// Its type; optional ones are [`Type::Option`].
    pub ty: Type,
    /// How `new` gets its value.
    pub origin: Origin,
    /// Its documentation.
    pub docs: String,
    /// It is sent as JSON by itself, not as the text of a parameter.
    pub is_json: bool,
    /// Unless set, the client's value is sent: a position in [`Collection::values`](super::Collection::values).
    pub shared: Option<usize>,
}

/// How `new` gets the value of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// It is an argument of `new`.
    Required,
    /// It starts as nothing and has a setter.
    Setter,
    /// It starts with a fixed text and has a setter.
    Fixed(String),
}

/// What a success is to the caller.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Output {
    /// Nothing is known: bytes with their media type.
    #[default]
    Untyped,
    /// Nothing in it.
    Empty,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
    /// JSON.
    Json(Type),
    /// JSON, or nothing in it.
    OptionalJson(Type),
    /// A stream of items; `None` if they are not JSON.
    Stream(Option<Type>),
    /// Differs by status: an enum of this name.
    ByStatus {
        /// The enum.
        name: String,
        /// Its variants.
        arms: Vec<Arm>,
    },
}

/// A variant of an output that differs by status.
#[derive(Debug, Clone, PartialEq)]
pub struct Arm {
    /// The variant.
    pub variant: String,
    /// The statuses.
    pub statuses: Vec<u16>,
    /// What it holds; never [`Output::ByStatus`].
    pub output: Output,
    /// Its documentation.
    pub docs: String,
}

/// A value that `replay` gives to a field: what the collection saves for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// Where it goes.
    pub place: SlotPlace,
    /// Its name in the collection.
    pub name: String,
    /// Texts with variables; `None` is a key without a value.
    pub values: Vec<Option<String>>,
    /// Files.
    pub files: Vec<crate::api::FilePart>,
    /// A value for the documentation: variables replaced, never a secret.
    pub sample: Option<String>,
    /// The values of a parameter as the request sends them, with variables replaced; empty when one of them is a secret or not
    /// known.
    pub shown: Vec<Shown>,
}

/// A value that a request sends, as code writes it.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// A key without a value.
    Bare,
    /// Data: escaped, it is what Postman sends.
    Text(String),
    /// Text whose own escapes and delimiters Postman keeps.
    Raw(String),
}

/// Where a saved value goes: it decides how text is told from raw text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the places of a request")]
pub enum SlotPlace {
    Path,
    Location,
    Query,
    Header,
    Urlencoded,
    Form,
    Json,
    PlainText,
    XmlText,
    JsonText,
    File,
}
