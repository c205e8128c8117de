//! Saved responses: plain data.

use std::sync::Arc;

use crate::postman::Place;

/// A saved response.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// Its identifier.
    pub id: Option<String>,
    /// Its name, unchanged.
    pub name: String,
    /// The query of the request that it responds to, with variables and secrets replaced and
    /// without credentials.
    pub query: Vec<(String, Option<String>)>,
    /// Its status code.
    pub status: Option<u16>,
    /// Its reason phrase.
    pub reason: Option<String>,
    /// The class of the response.
    pub class: AnswerClass,
    /// Headers with their descriptions.
    pub headers: Vec<(String, String, Option<String>)>,
    /// The body with secrets replaced. `None` or empty if there is no body.
    pub body: Option<Arc<str>>,
    /// The media type from `Content-Type`, or else from the preview language.
    pub media_type: Option<String>,
    /// Its location in the collection.
    pub place: Place,
}

/// The class of a saved response.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum AnswerClass {
    /// A 2xx response, or any response of a request whose saved responses have no status codes.
    #[default]
    Success,
    /// 3xx.
    Redirect,
    /// 4xx and 5xx.
    Error,
    /// A 2xx response that is really an error text: its name starts with an error code, and it is
    /// not JSON.
    Mislabelled,
    /// Declared as JSON, but not JSON, while another response with this status is: it says nothing
    /// about the type.
    Unreadable,
    /// A response without a status code beside others that have one: OpenAPI's `default`.
    Default,
    /// A status code outside 200–599.
    Odd,
}
