//! The bodies of requests: plain data.

use super::{Parameter, Template};
use crate::postman::Place;

/// A request body, as the wire has it.
#[derive(Debug, Clone, Default)]
pub enum Body {
    /// None is sent.
    #[default]
    Empty,
    /// A JSON text that parses when its variables are filled in (comments are cut already).
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
    /// What the request itself sends, with variables; `None` when only an `originalRequest` shows a body.
    pub saved: Option<Template>,
    /// JSON texts, variables replaced (one without a value that stands bare is `null`; within quotes it stays text).
    pub samples: Vec<String>,
    /// JSON pointers of the values that are a bare variable without a value: nothing is known of their type.
    pub open: Vec<String>,
    /// Where it stands.
    pub place: Place,
}

/// A text body.
#[derive(Debug, Clone, Default)]
pub struct TextBody {
    /// What the request itself sends.
    pub saved: Template,
    /// The language, for escaping what is put into a hole.
    pub language: Language,
    /// Its variables in order of first occurrence (dynamic ones aside). None: the whole text is the argument.
    pub holes: Vec<Parameter>,
    /// Where it stands.
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
    /// The variant's name, which the runtime's enum has too.
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
    /// A boundary that a hand-set Content-Type names.
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
        /// What is sent, in order.
        files: Vec<FilePart>,
        /// It is disabled: an optional parameter.
        disabled: bool,
    },
}

/// A file that a body names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FilePart {
    /// A path, with variables; `None`: nothing is chosen (an empty part with an empty file name).
    pub path: Option<Template>,
    /// Content that stands in the collection itself, base64; a variable when it is secret.
    pub content: Option<Template>,
    /// A file name that replaces the path's.
    pub file_name: Option<String>,
    /// A media type that replaces the one by extension.
    pub content_type: Option<String>,
}

/// A GraphQL body.
#[derive(Debug, Clone, Default)]
pub struct Graphql {
    /// The document.
    pub query: Option<Template>,
    /// `operationName`.
    pub operation: Option<Template>,
    /// `variables`: a JSON text; `None` when empty or absent.
    pub variables: Option<JsonBody>,
    /// The variables that the operation declares, in order.
    pub declared: Vec<Declared>,
    /// The fields that the operation selects.
    pub selection: Vec<Selected>,
    /// Neither a document nor an object: `{}` is sent.
    pub empty: bool,
    /// Where it stands.
    pub place: Place,
}

/// A variable that a GraphQL operation declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// Its name.
    pub name: String,
    /// Its type as written: `[ID!]!`.
    pub ty: String,
    /// Whether it has to be given.
    pub need: Need,
}

/// Whether a variable has to be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Its type ends with `!`, and it has no default.
    Required,
    /// It may be left out.
    Optional,
}

/// A field of a selection set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selected {
    /// The key in the response: its alias, else its name.
    pub key: String,
    /// Its own selection set; empty for a scalar.
    pub inner: Vec<Selected>,
}

impl Body {
    /// The JSON body, when it is one.
    pub fn as_json(&self) -> Option<&JsonBody> {
        match self {
            Body::Json(body) => Some(body),
            _ => None,
        }
    }

    /// The text body, when it is one.
    pub fn as_text(&self) -> Option<&TextBody> {
        match self {
            Body::Text(body) => Some(body),
            _ => None,
        }
    }

    /// The pairs of an urlencoded form, when it is one.
    pub fn as_urlencoded(&self) -> Option<&Vec<Parameter>> {
        match self {
            Body::Urlencoded(pairs) => Some(pairs),
            _ => None,
        }
    }

    /// The multipart form, when it is one.
    pub fn as_multipart(&self) -> Option<&Multipart> {
        match self {
            Body::Multipart(form) => Some(form),
            _ => None,
        }
    }

    /// The GraphQL body, when it is one.
    pub fn as_graphql(&self) -> Option<&Graphql> {
        match self {
            Body::Graphql(body) => Some(body),
            _ => None,
        }
    }
}

impl Part {
    /// The field.
    pub fn parameter(&self) -> &Parameter {
        match self {
            Part::Text { parameter, .. } | Part::File { parameter, .. } => parameter,
        }
    }
}
