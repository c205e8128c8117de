// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Why a request could not be made.

use super::auth::problem::AuthProblem;
use std::fmt;

/// Why a request could not be made. Nothing has been sent.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// A path argument makes a segment empty, `.` or `..`: transports would take it out of the path.
    PathArgument {
        /// The argument.
        name: &'static str,
    },
    /// A path argument without a value, or with more than one.
    PathValues {
        /// The argument.
        name: &'static str,
    },
    /// A URL argument that names another server than the one the client was set up with. Nothing but the client's settings
    /// decides where requests go.
    OtherServer {
        /// The argument.
        name: &'static str,
    },
    /// A header whose name is no token.
    HeaderName {
        /// The header.
        name: &'static str,
    },
    /// A header value with a line break, another control character, or a character beyond latin-1.
    HeaderValue {
        /// The header.
        name: String,
    },
    /// A body value that could not be written as JSON.
    Json(serde_json::Error),
    /// A character that the language of the body cannot hold, escaped or not.
    Template {
        /// The character.
        character: char,
    },
    /// A value holds the boundary that the collection fixes for the form: its part would end there.
    Boundary {
        /// The field.
        name: &'static str,
    },
    /// A file that could not be read.
    File {
        /// Where it should be.
        path: std::path::PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A stream that was sent before: it can be read once.
    StreamSpent {
        /// The file name.
        name: String,
    },
    /// The address, with the path and the query, is no URL.
    Url {
        /// What is wrong with it.
        reason: String,
    },
    /// A server of the collection has no address, and none was given.
    NoServer {
        /// The setting that gives one.
        setting: &'static str,
    },
    /// A value that requests share is set neither on the client nor on the request.
    NoValue {
        /// The setting that gives one, and the request's method of that name.
        setting: &'static str,
    },
    /// The credentials could not be used.
    Credential {
        /// Why.
        reason: String,
    },
    /// The request could not be signed.
    Auth(AuthProblem),
    /// A header that was set by an option has a name that is none.
    Option {
        /// The header.
        name: String,
    },
    /// A hook ended the call.
    Hook(Box<dyn std::error::Error + Send + Sync>),
    /// There is no transport: the feature `reqwest` is off, and none was given.
    NoTransport,
    /// The transport could not be set up.
    Transport(Box<dyn std::error::Error + Send + Sync>),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildError::PathArgument { name } => write!(f, "`{name}` makes a path segment empty, `.` or `..`"),
            BuildError::PathValues { name } => write!(f, "`{name}` needs exactly one value"),
            BuildError::OtherServer { name } => {
                write!(f, "`{name}` is not a URL on the server that this request goes to")
            }
            BuildError::HeaderName { name } => write!(f, "`{name}` is no header name"),
            BuildError::HeaderValue { name } => write!(f, "the value of the header `{name}` cannot stand in a header"),
            BuildError::Json(error) => write!(f, "the body cannot be written as JSON: {error}"),
            BuildError::Template { character } => write!(f, "the body cannot hold the character {character:?}"),
            BuildError::Boundary { name } => write!(f, "the value of `{name}` holds the boundary of the form"),
            BuildError::File { path, source } => write!(f, "cannot read {}: {source}", path.display()),
            BuildError::StreamSpent { name } => write!(f, "the stream of `{name}` was sent before"),
            BuildError::Url { reason } => write!(f, "the address is no URL: {reason}"),
            BuildError::NoServer { setting } => write!(f, "no address: set `{setting}` when building the client"),
            BuildError::NoValue { setting } => {
                write!(f, "no value: set `{setting}` when building the client, or on the request")
            }
            BuildError::Credential { reason } => write!(f, "the credentials cannot be used: {reason}"),
            BuildError::Auth(problem) => write!(f, "the credentials cannot be used: {problem}"),
            BuildError::Option { name } => write!(f, "`{name}` is no header name"),
            BuildError::Hook(error) => write!(f, "a hook ended the call: {error}"),
            BuildError::NoTransport => {
                f.write_str("no transport: enable the feature `reqwest`, or set `transport` when building the client")
            }
            BuildError::Transport(error) => write!(f, "the transport cannot be set up: {error}"),
        }
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            BuildError::Json(error) => Some(error),
            BuildError::File { source, .. } => Some(source),
            BuildError::Auth(problem) => Some(problem),
            BuildError::Transport(error) | BuildError::Hook(error) => Some(&**error),
            _ => None,
        }
    }
}

impl From<serde_json::Error> for BuildError {
    fn from(error: serde_json::Error) -> Self {
        BuildError::Json(error)
    }
}

impl From<AuthProblem> for BuildError {
    fn from(problem: AuthProblem) -> Self {
        BuildError::Auth(problem)
    }
}
