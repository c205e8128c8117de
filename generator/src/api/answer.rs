//! Saved responses: plain data.

use std::sync::Arc;

use crate::postman::Place;

/// A saved response.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// Its identifier.
    pub id: Option<String>,
    /// Its name as it stands.
    pub name: String,
    /// The query of the request that it answers, variables and secrets replaced; no credentials.
    pub query: Vec<(String, Option<String>)>,
    /// Its status code.
    pub status: Option<u16>,
    /// Its reason phrase.
    pub reason: Option<String>,
    /// What it is.
    pub class: AnswerClass,
    /// Headers with their descriptions.
    pub headers: Vec<(String, String, Option<String>)>,
    /// The body, secrets replaced; `None` or empty when there is none.
    pub body: Option<Arc<str>>,
    /// The media type: of the header `Content-Type`, else of the preview language.
    pub media_type: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// What a saved response is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum AnswerClass {
    /// 2xx, or the only kind of answer of a request whose answers have no code.
    #[default]
    Success,
    /// 3xx.
    Redirect,
    /// 4xx and 5xx.
    Error,
    /// A 2xx that is an error text in truth (a name that begins with an error code, no JSON).
    Mislabelled,
    /// Declared as JSON and not JSON, beside another one of the status that is: it says nothing about the type.
    Unreadable,
    /// Without a code beside others that have one: OpenAPI's `default`.
    Default,
    /// A code outside 200–599.
    Odd,
}
