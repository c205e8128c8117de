//! The requests and responses that the documentation of an endpoint shows. Plain data.

use std::sync::Arc;

/// A request as a shell command, and its responses. Texts may contain `{{variables}}`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// The request.
    pub call: Call,
    /// Saved responses.
    pub answers: Vec<ShownAnswer>,
}

/// A request for curl.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Call {
    /// The method.
    pub method: String,
    /// The whole URL, encoded except for its variables.
    pub url: String,
    /// The headers, including those of the credentials.
    pub headers: Vec<(String, String)>,
    /// Credentials that curl sends itself.
    pub login: Option<Login>,
    /// What curl cannot do.
    pub note: Option<&'static str>,
    /// The body.
    pub body: CallBody,
}

/// A user with a password.
#[derive(Debug, Clone, PartialEq)]
pub struct Login {
    /// The options of curl, such as `--digest`; empty for basic authentication.
    pub options: String,
    /// The user and the password.
    pub user: String,
}

/// The body of a [`Call`].
#[derive(Debug, Clone, Default, PartialEq)]
pub enum CallBody {
    /// No body.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// Pairs of an urlencoded form.
    Pairs(Vec<(String, String)>),
    /// Parts of a form.
    Parts(Vec<CallPart>),
    /// A file.
    File(String),
}

/// A part of a form.
#[derive(Debug, Clone, PartialEq)]
pub enum CallPart {
    /// A text: name and value.
    Text(String, String),
    /// A file: name and path.
    File(String, String),
}

/// A saved response.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownAnswer {
    /// Its status.
    pub status: Option<u16>,
    /// Its name without markup.
    pub title: String,
    /// Its body.
    pub body: Arc<str>,
}
