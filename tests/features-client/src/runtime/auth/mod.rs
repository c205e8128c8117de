// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Credentials, and how they travel.

#[cfg(feature = "asap")]
pub mod asap;
pub mod authenticate;
#[cfg(feature = "awsv4")]
pub mod awsv4;
#[cfg(feature = "digest")]
pub mod digest;
#[cfg(feature = "edgegrid")]
pub mod edgegrid;
pub mod encoding;
pub mod fresh;
#[cfg(feature = "hawk")]
pub mod hawk;
#[cfg(any(feature = "asap", feature = "jwt"))]
pub mod jose;
#[cfg(feature = "jwt")]
pub mod jwt;
#[cfg(any(feature = "oauth1", feature = "hawk", feature = "awsv4", feature = "edgegrid", feature = "ntlm"))]
pub mod mac;
#[cfg(feature = "ntlm")]
pub mod ntlm;
#[cfg(feature = "oauth1")]
pub mod oauth1;
#[cfg(feature = "oauth2")]
pub mod oauth2;
pub mod outgoing;
pub mod parameters;
mod plain;
pub mod problem;
pub mod signing;
pub mod target;

pub use authenticate::Authenticate;
pub use outgoing::Outgoing;

use super::{BuildError, Error, Raw, Scheme, Secret};
use bytes::Bytes;
use http::{HeaderMap, Request, Response};
use std::fmt;
use std::sync::Arc;

/// Credentials. How they travel stands in the collection, unless they bring their own parameters.
#[derive(Clone)]
#[non_exhaustive]
pub enum Credential {
    /// A token in `Authorization`.
    Bearer {
        /// The token.
        token: Secret,
    },
    /// A user name and a password.
    Basic {
        /// The user name.
        user: String,
        /// The password.
        password: Secret,
    },
    /// A key in a header or in the query.
    ApiKey {
        /// The key.
        value: Secret,
    },
    /// An OAuth 2 access token.
    OAuth2 {
        /// The token.
        token: Secret,
    },
    /// A scheme that signs requests or answers challenges.
    Custom(Arc<dyn Authenticate>),
    /// Credentials with parameters of their own.
    Configured(Box<Configured>),
}

/// Credentials whose parameters come before those of the collection.
#[derive(Clone)]
pub struct Configured {
    credential: Credential,
    parameters: Vec<(String, String)>,
}

impl Credential {
    /// A token in `Authorization`.
    pub fn bearer(token: impl Into<Secret>) -> Self {
        Credential::Bearer { token: token.into() }
    }

    /// A user name and a password.
    pub fn basic(user: impl Into<String>, password: impl Into<Secret>) -> Self {
        Credential::Basic { user: user.into(), password: password.into() }
    }

    /// A key in a header or in the query.
    pub fn api_key(value: impl Into<Secret>) -> Self {
        Credential::ApiKey { value: value.into() }
    }

    /// An OAuth 2 access token.
    pub fn oauth2(token: impl Into<Secret>) -> Self {
        Credential::OAuth2 { token: token.into() }
    }

    /// A scheme of your own, or one of this crate's that signs requests (`OAuth1::new(…).into()` does the same).
    pub fn custom(scheme: impl Authenticate + 'static) -> Self {
        Credential::Custom(Arc::new(scheme))
    }

    /// Credentials made of all parameters of a scheme, in Postman's words.
    pub fn from_parameters(scheme: Scheme, parameters: &[(String, String)]) -> Result<Self, Error> {
        let credential = Credential::of_scheme(scheme, parameters).map_err(Error::set_up)?;
        Ok(Credential::Configured(Box::new(Configured {
            credential,
            parameters: parameters.to_vec(),
        })))
    }

    fn of_scheme(scheme: Scheme, parameters: &[(String, String)]) -> Result<Self, BuildError> {
        let all: Vec<_> =
            parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let get = |name| setting(&all, name).unwrap_or_default();
        match scheme {
            Scheme::Bearer => Ok(Credential::bearer(get("token"))),
            Scheme::Basic => Ok(Credential::basic(get("username"), get("password"))),
            Scheme::ApiKey => Ok(Credential::api_key(Raw::new(get("value")))),
            Scheme::OAuth2 => Ok(Credential::oauth2(Raw::new(get("accessToken")))),
            other => {
                signing::from_parameters(other, parameters).ok_or_else(|| BuildError::Credential {
                    reason: format!("{other:?} is not enabled: it is a feature of this crate"),
                })
            }
        }
    }

    /// Adds the credentials to a request. `settings` say how they travel, in Postman's words.
    pub fn apply(
        &self,
        settings: &[(&str, &str)],
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), Error> {
        self.put(settings, outgoing).map_err(Error::set_up)
    }

    pub(crate) fn put(
        &self,
        settings: &[(&str, &str)],
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), BuildError> {
        match self {
            Credential::Bearer { token } => plain::bearer(token, outgoing),
            Credential::Basic { user, password } => plain::basic(user, password, outgoing),
            Credential::ApiKey { value } => plain::api_key(value, settings, outgoing),
            Credential::OAuth2 { token } => plain::oauth2(token, settings, outgoing),
            Credential::Custom(scheme) => scheme.apply(settings, outgoing),
            Credential::Configured(own) => own.credential.put(&own.merged(settings), outgoing),
        }
    }

    /// Whether it may have an answer to the challenge of a server.
    pub fn may_answer(&self) -> bool {
        matches!(self, Credential::Custom(_) | Credential::Configured(_))
    }

    /// Answers the challenge of a server (the headers of its 401) by changing the request, to which nothing has been applied
    /// yet, but for the `Authorization` header that was refused; `false`: there is no answer.
    pub fn answer(
        &self,
        settings: &[(&str, &str)],
        challenge: &HeaderMap,
        outgoing: &mut Outgoing<'_>,
    ) -> Result<bool, Error> {
        self.meet(settings, challenge, outgoing).map_err(Error::set_up)
    }

    pub(crate) fn meet(
        &self,
        settings: &[(&str, &str)],
        challenge: &HeaderMap,
        outgoing: &mut Outgoing<'_>,
    ) -> Result<bool, BuildError> {
        match self {
            Credential::Custom(scheme) => scheme.answer(settings, challenge, outgoing),
            Credential::Configured(own) => {
                own.credential.meet(&own.merged(settings), challenge, outgoing)
            }
            Credential::Bearer { .. }
            | Credential::Basic { .. }
            | Credential::ApiKey { .. }
            | Credential::OAuth2 { .. } => Ok(false),
        }
    }

    /// A request that must be sent before any other, such as that for a token.
    pub fn pending(&self, settings: &[(&str, &str)]) -> Result<Option<Request<Bytes>>, BuildError> {
        match self {
            Credential::Custom(scheme) => scheme.pending(settings),
            Credential::Configured(own) => own.credential.pending(&own.merged(settings)),
            _ => Ok(None),
        }
    }

    /// Takes the answer to the request that was pending.
    pub fn granted(
        &self,
        settings: &[(&str, &str)],
        response: &Response<Bytes>,
    ) -> Result<(), BuildError> {
        match self {
            Credential::Custom(scheme) => scheme.granted(settings, response),
            Credential::Configured(own) => own.credential.granted(&own.merged(settings), response),
            _ => Ok(()),
        }
    }
}

impl Configured {
    fn merged<'a>(&'a self, settings: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let own = self.parameters.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        own.chain(settings.iter().copied()).collect()
    }
}

/// The value of a setting: the first of that name.
pub fn setting<'a>(settings: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    settings.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
}

/// Shows the scheme, never the secret.
impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Credential::Bearer { .. } => "Bearer(…)",
            Credential::Basic { .. } => "Basic(…)",
            Credential::ApiKey { .. } => "ApiKey(…)",
            Credential::OAuth2 { .. } => "OAuth2(…)",
            Credential::Custom(scheme) => return scheme.fmt(f),
            Credential::Configured(own) => return own.fmt(f),
        })
    }
}

impl fmt::Debug for Configured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.credential.fmt(f)
    }
}
