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
    /// Method, path, credentials and other constants.
    pub operation: Operation,
    /// Its fields.
    pub fields: Vec<Field>,
    /// The saved values of each field, at the same position.
    pub saved: Vec<Slot>,
    /// The struct that `new` takes if it needs more than a few values.
    pub required: Option<String>,
    /// The steps that write the request, in order.
    pub steps: Vec<Step>,
    /// The type of a success.
    pub output: Output,
    /// Types that only it uses.
    pub models: Vec<Model>,
    /// Shared types that it uses.
    pub imports: Vec<String>,
    /// The requests and responses that its documentation shows.
    pub page: Page,
    /// How to get the next page, if its responses are pages.
    pub paging: Option<Paging>,
    /// The later requests that share it, in collection order.
    pub later: Vec<Later>,
    /// A constructor for each request, if there are later ones. Its own comes first.
    pub presets: Vec<Preset>,
}

/// The constants of an endpoint.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Operation {
    /// The request's name, unchanged.
    pub title: String,
    /// The method.
    pub method: String,
    /// The path, for people.
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
    /// The meaning of the error.
    pub text: String,
}

/// A field of an endpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The name of the field and its setter.
    pub name: String,
    /// Its type. Optional fields are [`Type::Option`].
    pub ty: Type,
    /// How `new` initializes it.
    pub origin: Origin,
    /// Its documentation.
    pub docs: String,
    /// Whether it is sent as JSON, not as the text of a parameter.
    pub is_json: bool,
}

/// How `new` initializes a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// From an argument of `new`.
    Required,
    /// As absent; a setter sets it.
    Setter,
    /// To a fixed text; a setter replaces it.
    Fixed(String),
}

/// The type of a success, as the caller sees it.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Output {
    /// Unknown: bytes with their media type.
    #[default]
    Untyped,
    /// No content.
    Empty,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
    /// JSON.
    Json(Type),
    /// JSON, or no content.
    OptionalJson(Type),
    /// Depends on the status: an enum of this name.
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
    /// Its content, never [`Output::ByStatus`].
    pub output: Output,
    /// Its documentation.
    pub docs: String,
}

/// A saved value of a field, which `replay` sends.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// The kind of field it goes to.
    pub place: SlotPlace,
    /// Its name in the collection.
    pub name: String,
    /// Texts with variables. `None` is a key without a value.
    pub values: Vec<Option<String>>,
    /// Files.
    pub files: Vec<crate::api::FilePart>,
    /// A value for the documentation, with variables replaced; never a secret.
    pub sample: Option<String>,
}

/// The kind of field that a saved value goes to, which determines how raw text is recognized.
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
