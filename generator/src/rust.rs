//! What will be written, in Rust's words: plain data. `name` makes it, `emit` turns it into tokens.
//!
//! Every identifier is settled here; nothing below this stage makes up a name.

/// A crate to write.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Crate {
    /// The package's name.
    pub package: String,
    /// The library's name: the package's with `_`.
    pub library: String,
    /// The package's version.
    pub version: String,
    /// One line for the manifest.
    pub summary: String,
    /// The features that are on by default, besides the transport.
    pub features: Vec<&'static str>,
    /// One module each.
    pub collections: Vec<Collection>,
}

/// A collection: a module with its client.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Collection {
    /// The module.
    pub module: String,
    /// The collection's name as it stands.
    pub title: String,
    /// Documentation of the module.
    pub docs: String,
    /// The marker type that ties endpoints to the client.
    pub marker: String,
    /// Addresses.
    pub servers: Vec<Server>,
    /// Credentials.
    pub auths: Vec<Auth>,
    /// Headers that the client holds.
    pub headers: Vec<DefaultHeader>,
    /// Folders.
    pub modules: Vec<Module>,
    /// Requests outside of folders.
    pub endpoints: Vec<Endpoint>,
    /// Types that several endpoints use.
    pub models: Vec<Model>,
    /// Its part of `replay.json`.
    pub replay: serde_json::Value,
    /// Saved successes by endpoint, for the tests.
    pub saved_responses: Vec<(usize, serde_json::Value)>,
    /// Its part of `replay.secrets.json`.
    pub secrets: serde_json::Map<String, serde_json::Value>,
}

/// An address that a client needs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Server {
    /// The builder's method.
    pub method: String,
    /// The collection's own address.
    pub address: Option<String>,
    /// The address as the collection writes it, for documentation.
    pub template: String,
}

/// Credentials that a client can hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Auth {
    /// The builder's method.
    pub method: String,
    /// The scheme.
    pub scheme: crate::api::Scheme,
    /// What is not secret of it, in Postman's words.
    pub settings: Vec<(String, String)>,
}

/// A header that every request has.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DefaultHeader {
    /// The builder's method.
    pub method: String,
    /// The header.
    pub header: String,
}

/// A folder.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Module {
    /// The module.
    pub name: String,
    /// The folder's name as it stands.
    pub title: String,
    /// Its documentation.
    pub docs: String,
    /// Folders in it.
    pub modules: Vec<Module>,
    /// Requests in it.
    pub endpoints: Vec<Endpoint>,
}

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
    /// Settings.
    pub settings: crate::api::Settings,
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

/// One step of writing a request.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Text of the path, encoded.
    Path(String),
    /// An argument in the path.
    Argument {
        /// As it is called in the collection.
        name: String,
        /// The field.
        field: String,
    },
    /// A pair of the query.
    Query {
        /// The key, encoded.
        key: String,
        /// The field.
        field: String,
    },
    /// A lone `?`.
    BareQuery,
    /// A header from a field.
    Header {
        /// The name.
        name: String,
        /// The field.
        field: String,
    },
    /// A header that is always the same.
    FixedHeader {
        /// The name.
        name: String,
        /// The value.
        value: String,
    },
    /// A JSON body from a field.
    Json {
        /// `Content-Type`.
        content_type: Option<String>,
        /// The field.
        field: String,
        /// The field may be `None`.
        optional: bool,
    },
    /// A text body from a field.
    TextBody {
        /// `Content-Type`.
        content_type: Option<String>,
        /// The field.
        field: String,
    },
    /// A text with holes.
    Template {
        /// `Content-Type`.
        content_type: Option<String>,
        /// For escaping.
        language: crate::api::Language,
        /// Texts and fields.
        pieces: Vec<Piece>,
    },
    /// An urlencoded form.
    Urlencoded {
        /// `Content-Type`.
        content_type: Option<String>,
        /// Encoded keys and fields.
        pairs: Vec<(String, String)>,
    },
    /// A multipart form.
    Multipart {
        /// A boundary set by hand.
        boundary: Option<String>,
        /// Its parts.
        parts: Vec<Part>,
    },
    /// A file as the body.
    File {
        /// `Content-Type`.
        content_type: Option<String>,
        /// The field.
        field: String,
    },
    /// GraphQL.
    Graphql {
        /// `Content-Type`.
        content_type: Option<String>,
        /// The field of the document.
        query: Option<String>,
        /// The field of the operation's name.
        operation: Option<String>,
        /// The field of the variables.
        variables: Option<String>,
    },
    /// A fixed text as the body (`{}` of an empty GraphQL body).
    Literal {
        /// `Content-Type`.
        content_type: Option<String>,
        /// The text.
        text: String,
    },
}

/// A piece of a text with holes.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Text as it is.
    Text(String),
    /// A field.
    Field(String),
}

/// A part of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The name on the wire.
    pub name: String,
    /// The field.
    pub field: String,
    /// `Content-Type` of a text part.
    pub content_type: Option<String>,
    /// What it is.
    pub kind: PartKind,
}

/// What a part of a form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// Text.
    Text,
    /// Files.
    File,
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

/// A type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Type {
    /// `bool`.
    Bool,
    /// `i64`.
    I64,
    /// `u64`.
    U64,
    /// `f64`.
    F64,
    /// A number kept as its text.
    Number,
    /// `String`.
    String,
    /// A text argument, which may be raw.
    Text,
    /// A text that is not shown.
    Secret,
    /// A date and time kept as its text.
    DateTime,
    /// A date kept as its text.
    Date,
    /// A time of day kept as its text.
    Time,
    /// A UUID kept as its text.
    Uuid,
    /// Any JSON.
    Value,
    /// A file.
    File,
    /// A list.
    Vec(Box<Type>),
    /// A map from texts.
    Map(Box<Type>),
    /// An option.
    Option(Box<Type>),
    /// JSON inside a text.
    Json(Box<Type>),
    /// On the heap: where a type would contain itself.
    Boxed(Box<Type>),
    /// A type of the crate by its position in the registry; gone when names are settled.
    Model(usize),
    /// A type of the crate by its name.
    Named(String),
}

/// A type to write.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Its name.
    pub name: String,
    /// Its documentation.
    pub docs: String,
    /// What it is.
    pub kind: ModelKind,
}

/// What a type is.
#[derive(Debug, Clone, PartialEq)]
pub enum ModelKind {
    /// A struct.
    Struct {
        /// Its fields.
        fields: Vec<ModelField>,
        /// Whether callers make it.
        role: Role,
    },
    /// An enum of texts.
    Enum {
        /// Variants and their texts.
        variants: Vec<(String, String)>,
    },
    /// An enum by kind of JSON value.
    Union {
        /// Its variants.
        variants: Vec<(Kind, Type)>,
    },
}

/// Which way values of a type go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Callers make it: it has setters.
    Request,
    /// Servers make it.
    Response,
}

/// A kind of JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "JSON's own words")]
pub enum Kind {
    Boolean,
    Integer,
    Number,
    Text,
    List,
    Object,
}

/// A field of a struct.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelField {
    /// The field.
    pub name: String,
    /// The key in JSON.
    pub key: String,
    /// Its type.
    pub ty: Type,
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
}

/// Where a saved value goes: it decides how text is told from raw text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the places of a request")]
pub enum SlotPlace {
    Path,
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

impl std::fmt::Display for Type {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Type::Bool => f.write_str("bool"),
            Type::I64 => f.write_str("i64"),
            Type::U64 => f.write_str("u64"),
            Type::F64 => f.write_str("f64"),
            Type::Value => f.write_str("serde_json::Value"),
            Type::Vec(inner) => write!(f, "Vec<{inner}>"),
            Type::Map(inner) => write!(f, "Map<{inner}>"),
            Type::Option(inner) => write!(f, "Option<{inner}>"),
            Type::Json(inner) => write!(f, "Json<{inner}>"),
            Type::Boxed(inner) => write!(f, "Box<{inner}>"),
            Type::Named(name) => f.write_str(name),
            simple => write!(f, "{simple:?}"),
        }
    }
}
