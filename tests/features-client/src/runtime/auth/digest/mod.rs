// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! HTTP Digest (RFC 7616, and its forerunners RFC 2617 and 2069).
//!
//! Hashes come from RustCrypto's `md-5` and `sha2`. The rest is a few lines of text whose order and quoting must be Postman's;
//! crates for the scheme, such as `http-auth`, order it otherwise.

pub mod challenge;
pub mod response;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

pub use self::response::DigestAlgorithm;

use http::HeaderMap;
use http::header::{AUTHORIZATION, WWW_AUTHENTICATE};

use self::challenge::Challenge;
use self::response::{Proof, Protection};
use super::super::BuildError;
use super::authenticate::Authenticate;
use super::fresh::chance;
use super::outgoing::Outgoing;
use super::parameters::{Parameters, Resolved};
use super::problem::AuthProblem;

/// Digest credentials.
///
/// Nothing is sent before the server asks. Its challenge is remembered (clones share it), so that later requests to that
/// server bring their proof along.
#[derive(Clone, Debug, Default)]
pub struct Digest {
    parameters: Parameters,
    sessions: Arc<Mutex<HashMap<String, Session>>>,
}

/// A challenge, and how often it has been answered.
#[derive(Clone, Debug)]
struct Session {
    challenge: Challenge,
    count: u32,
}

/// The request that is to be signed.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    /// The method.
    pub method: &'a str,
    /// The server: host and port.
    pub server: &'a str,
    /// The path with the query.
    pub uri: &'a str,
    /// The body, when it is known beforehand; of no body, none.
    pub body: Option<&'a [u8]>,
}

impl Digest {
    /// A user name and a password.
    pub fn new(username: impl Into<String>, password: impl Into<String>) -> Self {
        Self::default().with("username", username).with("password", password)
    }

    /// Restores credentials from parameters in Postman's words. With a realm and a nonce among them, requests are signed
    /// without a challenge.
    pub fn from_parameters(parameters: &[(String, String)]) -> Self {
        Self { parameters: Parameters::from_pairs(parameters), sessions: Arc::default() }
    }

    /// The algorithm, for servers that offer several or name none.
    pub fn algorithm(self, algorithm: DigestAlgorithm) -> Self {
        self.with("algorithm", algorithm.as_str())
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.parameters.set(name, value);
        self
    }

    /// The value of the `Authorization` header for a request that no challenge has preceded; none while there is nothing to
    /// answer.
    pub fn sign(
        &self,
        settings: &[(&str, &str)],
        message: &Message<'_>,
    ) -> Result<Option<String>, AuthProblem> {
        let given = self.parameters.over(settings);
        if given.filled("username").is_none() {
            return Ok(None);
        }
        if given.filled("realm").is_some() && given.filled("nonce").is_some() {
            let count = given.filled("nonceCount").unwrap_or("00000001");
            return prove(&given, &Challenge::saved(&given), count, message).map(Some);
        }
        let session = {
            let mut sessions = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
            sessions.get_mut(message.server).map(|session| {
                session.count += 1;
                session.clone()
            })
        };
        let sign = |session: Session| {
            prove(&given, &session.challenge, &format!("{:08x}", session.count), message)
        };
        session.map(sign).transpose()
    }

    /// The value of the `Authorization` header that answers a challenge: the values of `WWW-Authenticate`. `sent` is the
    /// `Authorization` header that was refused. None when there is no answer, or none better than the one refused.
    pub fn answer<'a>(
        &self,
        settings: &[(&str, &str)],
        challenges: impl IntoIterator<Item = &'a str>,
        sent: Option<&str>,
        message: &Message<'_>,
    ) -> Result<Option<String>, AuthProblem> {
        let given = self.parameters.over(settings);
        let offered: Vec<_> = challenges.into_iter().flat_map(challenge::parse).collect();
        let Some(challenge) = challenge::choose(offered, given.text("algorithm")) else {
            return Ok(None);
        };
        let refused = sent.is_some_and(|sent| {
            challenge::parse(sent).iter().any(|old| old.nonce == challenge.nonce)
        });
        if given.filled("username").is_none() || refused && !challenge.stale {
            return Ok(None);
        }
        let header = prove(&given, &challenge, "00000001", message)?;
        let mut sessions = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
        sessions.insert(message.server.to_owned(), Session { challenge, count: 1 });
        Ok(Some(header))
    }
}

fn prove(
    given: &Resolved<'_>,
    challenge: &Challenge,
    count: &str,
    message: &Message<'_>,
) -> Result<String, AuthProblem> {
    let algorithm = challenge.algorithm.as_deref().or(given.filled("algorithm")).unwrap_or("MD5");
    let algorithm = DigestAlgorithm::parse(algorithm)?;
    let protection = challenge.protection(given.text("qop"), message.body);
    let body = match (protection, message.body) {
        (Protection::AuthInt, None) => return Err(AuthProblem::StreamedBody { scheme: "digest" }),
        (_, body) => body.unwrap_or_default(),
    };
    let client_nonce = given
        .filled("clientNonce")
        .map_or_else(chance::nonce::<8>, |nonce| Ok(nonce.to_owned()))?;
    let proof = Proof {
        algorithm,
        protection,
        username: given.text("username"),
        password: given.text("password"),
        realm: &challenge.realm,
        nonce: &challenge.nonce,
        opaque: &challenge.opaque,
        count,
        client_nonce: &client_nonce,
        method: message.method,
        uri: message.uri,
        body,
    };
    Ok(proof.header())
}

impl Digest {
    /// Makes a header of what a request says about itself.
    fn with_message<T>(
        outgoing: &Outgoing<'_>,
        make: impl FnOnce(&Message<'_>) -> Result<T, super::problem::AuthProblem>,
    ) -> Result<T, BuildError> {
        let target = outgoing.target();
        let (server, uri, body) = (target.authority(), target.path_and_query(), outgoing.memory());
        let method = outgoing.method.as_str();
        let message = Message { method, server: &server, uri: &uri, body: body.as_deref() };
        Ok(make(&message)?)
    }
}

impl Authenticate for Digest {
    fn apply(
        &self,
        settings: &[(&str, &str)],
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), BuildError> {
        let value = Self::with_message(outgoing, |message| self.sign(settings, message))?;
        value.map_or(Ok(()), |value| outgoing.authorize(&value))
    }

    fn answer(
        &self,
        settings: &[(&str, &str)],
        challenge: &HeaderMap,
        outgoing: &mut Outgoing<'_>,
    ) -> Result<bool, BuildError> {
        let offers = super::outgoing::texts(challenge, WWW_AUTHENTICATE);
        let offers = offers.iter().map(String::as_str);
        let sent = outgoing.header(AUTHORIZATION.as_str());
        let value = Self::with_message(outgoing, |message| {
            self.answer(settings, offers, sent.as_deref(), message)
        })?;
        value.map_or(Ok(false), |value| outgoing.authorize(&value).map(|()| true))
    }
}
