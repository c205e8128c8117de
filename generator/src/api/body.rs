//! The bodies of requests: plain data.

use super::{Parameter, Template};
use crate::postman::Place;

/// A request body, as it is on the wire.
#[derive(Debug, Clone, Default)]
pub enum Body {
    /// No body.
    #[default]
    Empty,
    /// JSON text that parses once its variables are filled in. Comments are already removed.
    Json(JsonBody),
    /// Any other text (XML, HTML, broken JSON …), with its variables as holes.
    Text(TextBody),
    /// `application/x-www-form-urlencoded`, in the order in which Postman sends the pairs (grouped by key).
    Urlencoded(Vec<Parameter>),
    /// `multipart/form-data`.
    Multipart(Multipart),
    /// The bytes of a file.
    File(FilePart),
    /// GraphQL over JSON.
    Graphql(Graphql),
}

/// A JSON body.
#[derive(Debug, Clone, Default)]
pub struct JsonBody {
    /// The body that the request itself sends, with variables. `None` if only an `originalRequest`
    /// has a body.
    pub saved: Option<Template>,
    /// JSON texts with variables replaced. A bare variable without a value is `null`; inside quotes
    /// it stays.
    pub samples: Vec<String>,
    /// JSON pointers of bare variables without a value, whose type is unknown.
    pub open: Vec<String>,
    /// Its location in the collection.
    pub place: Place,
}

/// A text body.
#[derive(Debug, Clone, Default)]
pub struct TextBody {
    /// The text that the request itself sends.
    pub saved: Template,
    /// The language, which determines how arguments are escaped.
    pub language: Language,
    /// Its variables in order of first use, except dynamic ones. If there are none, the whole text
    /// is the argument.
    pub holes: Vec<Parameter>,
    /// Its location in the collection.
    pub place: Place,
}

/// The language of a text with holes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Nothing is escaped.
    #[default]
    Plain,
    /// XML and HTML.
    Xml,
    /// JSON that does not parse.
    Json,
}

impl Language {
    /// Returns the variant's name, which the runtime's enum shares.
    pub fn name(self) -> &'static str {
        match self {
            Language::Plain => "Plain",
            Language::Xml => "Xml",
            Language::Json => "Json",
        }
    }
}

/// `multipart/form-data`.
#[derive(Debug, Clone, Default)]
pub struct Multipart {
    /// The boundary, if a `Content-Type` header names one.
    pub boundary: Option<String>,
    /// The parts, in order.
    pub parts: Vec<Part>,
}

/// A part of a form.
#[derive(Debug, Clone)]
pub enum Part {
    /// A text field.
    Text {
        /// The field.
        parameter: Parameter,
        /// `Content-Type` of the part.
        content_type: Option<String>,
    },
    /// A file field.
    File {
        /// The field (its `saved` is unused).
        parameter: Parameter,
        /// The files that are sent, in order.
        files: Vec<FilePart>,
        /// Whether it is disabled, which makes it an optional parameter.
        disabled: bool,
    },
}

/// A file that a body refers to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FilePart {
    /// The path, with variables. `None` if no file is chosen: Postman sends an empty part with an
    /// empty file name.
    pub path: Option<Template>,
    /// Content stored in the collection itself, as Base64; a variable if it is secret.
    pub content: Option<Template>,
    /// The file name, if it differs from the path's.
    pub file_name: Option<String>,
    /// The media type, if it differs from the one of the extension.
    pub content_type: Option<String>,
}

/// A GraphQL body.
#[derive(Debug, Clone, Default)]
pub struct Graphql {
    /// The document.
    pub query: Option<Template>,
    /// `operationName`.
    pub operation: Option<Template>,
    /// `variables` as JSON text. `None` if empty or absent.
    pub variables: Option<JsonBody>,
    /// Whether it has neither a document nor an object, so that `{}` is sent.
    pub empty: bool,
    /// Its location in the collection.
    pub place: Place,
}

impl Body {
    /// Returns the JSON body, if it is one.
    pub fn as_json(&self) -> Option<&JsonBody> {
        match self {
            Body::Json(body) => Some(body),
            _ => None,
        }
    }

    /// Returns the text body, if it is one.
    pub fn as_text(&self) -> Option<&TextBody> {
        match self {
            Body::Text(body) => Some(body),
            _ => None,
        }
    }

    /// Returns the pairs of an urlencoded form, if it is one.
    pub fn as_urlencoded(&self) -> Option<&Vec<Parameter>> {
        match self {
            Body::Urlencoded(pairs) => Some(pairs),
            _ => None,
        }
    }

    /// Returns the multipart form, if it is one.
    pub fn as_multipart(&self) -> Option<&Multipart> {
        match self {
            Body::Multipart(form) => Some(form),
            _ => None,
        }
    }

    /// Returns the GraphQL body, if it is one.
    pub fn as_graphql(&self) -> Option<&Graphql> {
        match self {
            Body::Graphql(body) => Some(body),
            _ => None,
        }
    }
}

impl Part {
    /// Returns the field.
    pub fn parameter(&self) -> &Parameter {
        match self {
            Part::Text { parameter, .. } | Part::File { parameter, .. } => parameter,
        }
    }
}
