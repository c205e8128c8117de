//! What inference finds out: plain data in the order of the [`crate::api::Api`] that it was found in.

use crate::api::AnswerClass;
use crate::shape::Shape;

/// All that was inferred of an API.
#[derive(Debug, Clone, Default)]
pub struct Inferred {
    /// For each of [`crate::api::Api::endpoints`], at the same position.
    pub endpoints: Vec<EndpointTypes>,
    /// The one shape of nearly all error bodies of the API, when they agree.
    pub error: Option<SharedError>,
}

/// The types of one endpoint.
#[derive(Debug, Clone, Default)]
pub struct EndpointTypes {
    /// The path's parameters, one for each *name*, in order of first occurrence.
    pub path: Vec<Argument>,
    /// For each of [`crate::api::Endpoint::query`], at the same position.
    pub query: Vec<Inference>,
    /// For each of [`crate::api::Endpoint::headers`], at the same position.
    pub headers: Vec<Inference>,
    /// The body.
    pub body: BodyTypes,
    /// The saved responses by class and status, in order of first sight.
    pub responses: Vec<ResponseTypes>,
    /// How to go on, where its answers are pages; why not, where something speaks for pages.
    pub pages: Option<Result<Pages, NoPages>>,
}

/// Why there is no way through pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPages {
    /// No success is saved that is JSON.
    NoAnswer,
    /// The answer has no list, or several of which none is named as its content.
    NoList,
    /// Nothing that is known of the answers says how to go on.
    NoNext,
}

/// Answers that are pages of one list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pages {
    /// The keys from the answer to the list.
    pub list: Vec<String>,
    /// How to go on.
    pub next: NextPage,
}

/// How to go on from a page; parameters are those of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextPage {
    /// The answer has a token.
    Token {
        /// What takes it.
        parameter: String,
        /// The keys that lead to it.
        token: Vec<String>,
    },
    /// The header `Link` has the address of the next page.
    Link {
        /// What to take of the address.
        parameter: String,
    },
    /// The answer has the address of the next page.
    Address {
        /// The keys that lead to it.
        keys: Vec<String>,
    },
    /// The header `Link` has the address of the next page.
    LinkAddress,
    /// Pages are counted.
    Page {
        /// What takes the number.
        parameter: String,
        /// The number of the first page.
        first: i64,
        /// What takes the size of a page.
        size: Option<String>,
    },
    /// Items are counted.
    Offset {
        /// What takes the number.
        parameter: String,
        /// What takes the size of a page.
        size: String,
    },
}

/// A path argument.
#[derive(Debug, Clone)]
pub struct Argument {
    /// Its name, as in [`crate::api::Parameter::name`].
    pub name: String,
    /// What it is.
    pub inference: Inference,
}

/// The types of a body, variant by variant as [`crate::api::Body`].
#[derive(Debug, Clone, Default)]
pub enum BodyTypes {
    /// None is sent.
    #[default]
    Empty,
    /// JSON.
    Json(Inference),
    /// For each hole of the text; without holes, none: the whole text is the argument.
    Text(Vec<Inference>),
    /// For each pair.
    Urlencoded(Vec<Inference>),
    /// For each part; a file's shape is the default one.
    Multipart(Vec<Inference>),
    /// A file.
    File(Presence),
    /// `variables` of a GraphQL body, when there are any.
    Graphql(Option<Inference>),
}

/// What is known of the values at one place, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Inference {
    /// Its values, settled.
    pub shape: Shape,
    /// How a value stands in its text.
    pub encoding: Encoding,
    /// Whether a value is always sent.
    pub presence: Presence,
    /// How many values one request sends.
    pub arity: Arity,
    /// Why the shape is what it is.
    pub rule: Rule,
    /// How many values were seen.
    pub samples: usize,
}

/// How a value stands in its text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// As itself: `true`, `5`, `text`. In a JSON body, as JSON.
    #[default]
    Plain,
    /// JSON within a text field.
    Json,
    /// The content of a file.
    File,
}

/// How many values one request sends under one key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Arity {
    /// At most one.
    #[default]
    One,
    /// The key is repeated.
    Many,
}

/// Whether a value is always sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Presence {
    /// It has to be given.
    pub required: bool,
    /// What says so.
    pub evidence: Evidence,
}

/// What says whether a value is required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// Its description carries the mark: required.
    Marked,
    /// A part of the path cannot be left out: required.
    InPath,
    /// The request sends a body (or a file, a text's hole): required.
    Sent,
    /// Only an original request of a saved response shows the body: optional.
    OnlyInExamples,
    /// A GraphQL document declares it, and the request saves no value: optional.
    Declared,
    /// It is disabled or has no value in the request: optional, whatever its description says.
    Disabled,
    /// Others of the collection carry the mark and it does not: optional.
    Unmarked,
    /// Nothing in the collection is marked: optional.
    NoMarks,
    /// The client sends its saved value unless told otherwise: optional.
    Preset,
    /// A person says so: required or not.
    Told,
}

/// Why a shape is what it is. [`Rule::sentence`] says it to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// There is no sample.
    NoSample,
    /// Every sample is a variable without a value.
    OpenVariable,
    /// The samples are type placeholders (`<integer>`, the word "integer").
    Placeholder,
    /// The description lists the values after a mark.
    ListMark,
    /// The description lists the values in words, and every example value is one of them.
    WordedList,
    /// The description says that it is true or false, and no example value says otherwise.
    Flag,
    /// The example values only repeat the name.
    RepeatsName,
    /// There is no better example value than the same key in the collection's JSON.
    SameKey,
    /// It is a secret: nothing is said of its values.
    Secret,
    /// Every value is a boolean, an integer, a number or of one format, and is given back unchanged.
    AllValues,
    /// Every value is a number, but the name speaks of an identifier.
    IdentifierName,
    /// A narrower type would change some value on the wire.
    NotGivenBack,
    /// The values are texts of no one type.
    Texts,
    /// The values are JSON in a text field.
    JsonInText,
    /// The join of all JSON samples.
    JsonSamples,
    /// It is a file.
    File,
    /// No sample has a JSON body.
    NotJson,
    /// A person says so.
    Told,
}

/// A saved response: one of [`crate::api::Endpoint::answers`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerAt {
    /// The request: a position in [`crate::api::Api::endpoints`].
    pub request: usize,
    /// The position among the request's own.
    pub position: usize,
}

/// The saved responses of one class and status.
#[derive(Debug, Clone)]
pub struct ResponseTypes {
    /// What they are.
    pub class: AnswerClass,
    /// Their status; `None` for those without a code.
    pub status: Option<u16>,
    /// Where they stand.
    pub answers: Vec<AnswerAt>,
    /// Their bodies.
    pub body: ResponseShape,
    /// Their JSON bodies are among those of [`Inferred::error`].
    pub shared_error: bool,
    /// Why the shape is what it is.
    pub rule: Rule,
}

/// What the bodies of some responses are: several things at once when the samples differ.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResponseShape {
    /// It is a stream; the rest describes its items.
    pub stream: bool,
    /// JSON, settled. The default shape: JSON of which nothing is known.
    pub json: Option<Shape>,
    /// A text that is no JSON.
    pub text: bool,
    /// Bytes that are no text.
    pub binary: bool,
    /// Nothing.
    pub empty: bool,
}

/// The shape that nearly all error bodies of an API have.
#[derive(Debug, Clone)]
pub struct SharedError {
    /// Their join, settled.
    pub shape: Shape,
    /// How many bodies it was joined from.
    pub samples: usize,
}
