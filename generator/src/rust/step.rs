//! How a request is written: plain data.

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
        /// The client's value for it, unless the field has one: a position in [`Collection::values`](super::Collection::values).
        shared: Option<usize>,
    },
    /// An argument that is a whole URL.
    Location {
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
        /// The client's value for it, as above.
        shared: Option<usize>,
    },
    /// A lone `?`.
    BareQuery,
    /// A header from a field.
    Header {
        /// The name.
        name: String,
        /// The field.
        field: String,
        /// The client's value for it, as above.
        shared: Option<usize>,
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
