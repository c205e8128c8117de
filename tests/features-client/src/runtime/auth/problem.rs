// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What can go wrong while a request is signed.

use std::fmt;

/// Why a credential could not be added to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum AuthProblem {
    /// The scheme does not know this algorithm or signature method.
    UnknownAlgorithm {
        /// The scheme.
        scheme: &'static str,
        /// What was asked for.
        algorithm: String,
    },
    /// The algorithm needs a cargo feature that is off.
    FeatureOff {
        /// The algorithm.
        algorithm: &'static str,
        /// The feature that provides it.
        feature: &'static str,
    },
    /// A parameter that the scheme cannot do without has no value.
    Missing {
        /// The scheme.
        scheme: &'static str,
        /// Postman's word for the parameter.
        parameter: &'static str,
    },
    /// The private key or secret is not in a form that the algorithm takes.
    Key {
        /// The scheme.
        scheme: &'static str,
    },
    /// A parameter that holds JSON is not a JSON object.
    Json {
        /// Postman's word for the parameter.
        parameter: &'static str,
    },
    /// The body must be hashed but is a stream, which can be read only once.
    StreamedBody {
        /// The scheme.
        scheme: &'static str,
    },
    /// The server's challenge cannot be understood or met.
    Challenge {
        /// The scheme.
        scheme: &'static str,
    },
    /// A value holds characters that no header can carry.
    Header {
        /// The scheme.
        scheme: &'static str,
    },
    /// The token endpoint did not grant a token.
    Token {
        /// The status that it answered with.
        status: u16,
        /// OAuth's error code (`invalid_client` …), when there is one.
        code: Option<String>,
    },
    /// The scheme does not sign on this platform.
    Platform {
        /// The scheme.
        scheme: &'static str,
    },
    /// The system has no randomness to make a nonce from.
    Randomness,
}

impl AuthProblem {
    /// It is the parameters that are at fault: no request could be signed with them.
    pub fn is_of_parameters(&self) -> bool {
        matches!(
            self,
            Self::UnknownAlgorithm { .. }
                | Self::Missing { .. }
                | Self::Key { .. }
                | Self::Json { .. }
        )
    }
}

impl fmt::Display for AuthProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownAlgorithm { scheme, algorithm } => {
                write!(f, "{scheme}: unknown algorithm `{algorithm}`")
            }
            Self::FeatureOff { algorithm, feature } => {
                write!(f, "{algorithm} needs the cargo feature `{feature}`")
            }
            Self::Missing { scheme, parameter } => {
                write!(f, "{scheme}: `{parameter}` has no value")
            }
            Self::Key { scheme } => write!(f, "{scheme}: the key is not usable with the algorithm"),
            Self::Json { parameter } => write!(f, "`{parameter}` is not a JSON object"),
            Self::StreamedBody { scheme } => {
                write!(f, "{scheme}: a streamed body cannot be hashed before it is sent")
            }
            Self::Challenge { scheme } => {
                write!(f, "{scheme}: the server's challenge cannot be met")
            }
            Self::Header { scheme } => write!(f, "{scheme}: a value cannot be put into a header"),
            Self::Token { status, code: Some(code) } => {
                write!(f, "no token was granted: {code} (status {status})")
            }
            Self::Token { status, code: None } => {
                write!(f, "no token was granted (status {status})")
            }
            Self::Platform { scheme } => {
                write!(f, "{scheme}: signatures are not to be had on this platform")
            }
            Self::Randomness => f.write_str("the system provides no randomness"),
        }
    }
}

impl std::error::Error for AuthProblem {}
