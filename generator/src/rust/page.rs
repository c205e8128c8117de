//! What the documentation of an endpoint shows of the wire: plain data.

use std::sync::Arc;

/// A request as a shell sends it, and what came back. Texts may hold `{{variables}}`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// The request.
    pub call: Call,
    /// Saved answers.
    pub answers: Vec<ShownAnswer>,
}

/// A request for curl.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Call {
    /// The method.
    pub method: String,
    /// The whole URL, encoded but for its variables.
    pub url: String,
    /// The headers, those of the credentials too.
    pub headers: Vec<(String, String)>,
    /// Credentials that curl sends by itself.
    pub login: Option<Login>,
    /// What curl cannot do.
    pub note: Option<&'static str>,
    /// The body.
    pub body: CallBody,
}

/// A user with a password.
#[derive(Debug, Clone, PartialEq)]
pub struct Login {
    /// How they are sent, in curl's words: `--digest`; nothing for the usual way.
    pub options: String,
    /// The user and the password.
    pub user: String,
}

/// The body of a [`Call`].
#[derive(Debug, Clone, Default, PartialEq)]
pub enum CallBody {
    /// None.
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

/// A saved answer.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownAnswer {
    /// Its status.
    pub status: Option<u16>,
    /// Its name without mark-up.
    pub title: String,
    /// Its body.
    pub body: Arc<str>,
}
