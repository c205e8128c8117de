// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Errors of decoding a response.

use std::fmt;

/// Why a response does not have its documented type.
#[derive(Debug)]
#[non_exhaustive]
pub enum DecodeError {
    /// The body is not JSON, or does not have the documented shape.
    Json {
        /// The location in the body, such as `users[3].email`. Empty for the whole body.
        path: String,
        /// What is wrong there.
        source: serde_json::Error,
    },
    /// The body is compressed, and no feature decompresses it.
    Compressed {
        /// The content encoding.
        encoding: http::HeaderValue,
    },
    /// The endpoint does not know this kind of response.
    Unexpected {
        /// What is wrong with it.
        reason: String,
    },
}

impl DecodeError {
    /// Returns the location in the body, such as `users[3].email`, or `None` if the whole body is
    /// at fault.
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
