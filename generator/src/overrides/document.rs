//! What a file of overrides holds: plain data, read by serde. Keys keep their places in the file, for messages.

use indexmap::IndexMap;
use serde::Deserialize;
use toml::Spanned;

use crate::shape::Format;

/// A table whose keys are names of the collection.
pub type Table<T> = IndexMap<Spanned<String>, T>;

/// A file of overrides.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The emitted crate.
    #[serde(default, rename = "crate")]
    pub package: Package,
    /// Where the client is in the emitted crate.
    #[serde(default)]
    pub collection: Module,
    /// Settings of the client's builder, by the names of its methods.
    #[serde(default)]
    pub client: Table<Renamed>,
    /// Variables of the collection and its environments, by name.
    #[serde(default)]
    pub variables: Table<Variable>,
    /// Folders, by their path of names.
    #[serde(default)]
    pub folders: Table<Renamed>,
    /// Requests, by their path of names or their index.
    #[serde(default)]
    pub requests: Table<Request>,
}

/// What the manifest of the emitted crate says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the keys are those of Cargo")]
pub struct Package {
    pub name: Option<Spanned<String>>,
    pub version: Option<Spanned<String>>,
    pub description: Option<String>,
    pub license: Option<String>,
    pub repository: Option<String>,
    pub homepage: Option<String>,
    pub documentation: Option<String>,
    pub authors: Option<Vec<String>>,
    pub keywords: Option<Vec<String>>,
    pub categories: Option<Vec<String>>,
    pub publish: Option<bool>,
}

/// The module of the collection.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Module {
    /// Its name.
    pub rename: Option<Spanned<String>>,
    /// Whether its items are at the root of the crate.
    pub root: Option<Spanned<bool>>,
}

/// Something that has another name in Rust.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Renamed {
    /// The name in Rust.
    pub rename: Spanned<String>,
}

/// A variable.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variable {
    /// Whether its value must not be shown.
    pub secret: bool,
}

/// A request, and the places in it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Request {
    /// The name of its struct.
    pub rename: Option<Spanned<String>>,
    /// It has no endpoint.
    pub skip: bool,
    /// Path variables.
    pub path: Table<Place>,
    /// Query parameters.
    pub query: Table<Place>,
    /// Headers.
    pub header: Table<Place>,
    /// Fields of an urlencoded form.
    pub urlencoded: Table<Place>,
    /// Fields of a multipart form.
    pub form: Table<Place>,
    /// The JSON of the body, or the holes of its text.
    pub body: Table<Place>,
    /// The JSON of the responses, by status.
    pub response: Table<Table<Place>>,
}

/// A place that holds values.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Place {
    /// The name of the field.
    pub rename: Option<Spanned<String>>,
    /// What the values are.
    #[serde(rename = "type")]
    pub kind: Option<Spanned<Kind>>,
    /// The values of an enum.
    pub values: Option<Spanned<Vec<String>>>,
    /// Whether a value has to be given.
    pub required: Option<Spanned<bool>>,
    /// Whether the values must not be shown.
    pub secret: Option<Spanned<bool>>,
    /// The name of the type that the values are of: places that give one name are one type.
    pub type_name: Option<Spanned<String>>,
    /// The values are of a type of their own, shared with no other place.
    pub own_type: Option<Spanned<bool>>,
}

/// What values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words are those of JSON and OpenAPI")]
pub enum Kind {
    String,
    Integer,
    Number,
    Boolean,
    Date,
    Time,
    DateTime,
    Uuid,
    Enum,
    Map,
    Any,
}

impl Kind {
    /// The format of its strings.
    pub fn format(self) -> Option<Format> {
        match self {
            Kind::Date => Some(Format::Date),
            Kind::Time => Some(Format::Time),
            Kind::DateTime => Some(Format::DateTime),
            Kind::Uuid => Some(Format::Uuid),
            _ => None,
        }
    }

    /// The word that overrides use.
    pub fn word(self) -> &'static str {
        match self {
            Kind::String => "string",
            Kind::Integer => "integer",
            Kind::Number => "number",
            Kind::Boolean => "boolean",
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::DateTime => "date-time",
            Kind::Uuid => "uuid",
            Kind::Enum => "enum",
            Kind::Map => "map",
            Kind::Any => "any",
        }
    }
}
