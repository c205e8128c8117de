// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Why an answer could not be read.

use std::fmt;

/// Why an answer could not be read as its documented type.
#[derive(Debug)]
#[non_exhaustive]
pub enum DecodeError {
    /// The body is no JSON, or not of the documented shape.
    Json {
        /// Where in the body, such as `users[3].email`; empty for the whole body.
        path: String,
        /// What is wrong there.
        source: serde_json::Error,
    },
    /// The body is compressed, and nothing has unpacked it.
    Compressed {
        /// How.
        encoding: http::HeaderValue,
    },
    /// The answer is not one that the endpoint knows.
    Unexpected {
        /// What is wrong with it.
        reason: String,
    },
}

impl DecodeError {
    /// Where in the body it failed, such as `users[3].email`; `None` when the whole body is at fault.
    pub fn path(&self) -> Option<&str> {
        match self {
            DecodeError::Json { path, .. } if !path.is_empty() => Some(path),
            _ => None,
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DecodeError::Json { path, source } if path.is_empty() => write!(f, "{source}"),
            DecodeError::Json { path, source } => write!(f, "at `{path}`: {source}"),
            DecodeError::Compressed { encoding } => {
                write!(
                    f,
                    "it is compressed ({encoding:?}): the features `gzip` and `brotli` unpack such answers"
                )
            }
            DecodeError::Unexpected { reason } => f.write_str(reason),
        }
    }
}

impl std::error::Error for DecodeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            DecodeError::Json { source, .. } => Some(source),
            DecodeError::Compressed { .. } | DecodeError::Unexpected { .. } => None,
        }
    }
}
