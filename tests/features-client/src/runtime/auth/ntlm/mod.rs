// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! NTLM over HTTP: version 2 of the responses only.
//!
//! The messages are few and fixed, so they are built here from RustCrypto's `hmac`, `md-5` and `md4`; the well-kept crate that
//! speaks NTLM, `sspi`, brings Kerberos and more along. The messages belong to a connection: they are answered on the one
//! that they came from, which is the case as long as the transport keeps it open and uses no other.

pub mod message;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use http::HeaderMap;
use http::header::{AUTHORIZATION, WWW_AUTHENTICATE};

use self::message::{Challenge, Identity, Kind};
use super::super::BuildError;
use super::authenticate::Authenticate;
use super::fresh::{Clock, chance};
use super::outgoing::Outgoing;
use super::parameters::{Parameters, Resolved};
use super::problem::AuthProblem;

const UNMET: AuthProblem = AuthProblem::Challenge { scheme: "ntlm" };

/// A Windows account. Nothing is sent before the server asks.
#[derive(Clone, Debug, Default)]
pub struct Ntlm {
    parameters: Parameters,
    clock: Clock,
}

impl Ntlm {
    /// A user name (`user`, `DOMAIN\user` or `user@domain`) and a password.
    pub fn new(username: impl Into<String>, password: impl Into<String>) -> Self {
        Self::default().with("username", username).with("password", password)
    }

    /// Restores credentials from parameters in Postman's words.
    pub fn from_parameters(parameters: &[(String, String)]) -> Self {
        Self { parameters: Parameters::from_pairs(parameters), clock: Clock::default() }
    }

    /// The account's domain.
    pub fn domain(self, domain: impl Into<String>) -> Self {
        self.with("domain", domain)
    }

    /// The name of this computer.
    pub fn workstation(self, name: impl Into<String>) -> Self {
        self.with("workstation", name)
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.parameters.set(name, value);
        self
    }

    /// The value of the `Authorization` header that answers a challenge: the values of `WWW-Authenticate`. `sent` is the
    /// `Authorization` header that was refused. None when there is no answer.
    pub fn answer<'a>(
        &self,
        settings: &[(&str, &str)],
        challenges: impl IntoIterator<Item = &'a str>,
        sent: Option<&str>,
    ) -> Result<Option<String>, AuthProblem> {
        let given = self.parameters.over(settings);
        let offers: Vec<_> =
            challenges.into_iter().flat_map(|value| value.split(',')).map(str::trim).collect();
        let identity = identity(&given);
        match sent.and_then(token).map(|sent| message::kind(&sent)) {
            None => {
                let offered =
                    |offer: &&str| ["ntlm", "negotiate"].contains(&offer.to_lowercase().as_str());
                Ok(offers.iter().any(offered).then(|| header(&message::negotiate(&identity))))
            }
            Some(Kind::Negotiate) => {
                let challenge = offers.iter().find_map(|offer| token(offer)).ok_or(UNMET)?;
                let challenge = Challenge::parse(&challenge).ok_or(UNMET)?;
                let answer =
                    message::authenticate(&identity, &challenge, chance::bytes()?, self.clock);
                Ok(Some(header(&answer)))
            }
            Some(_) => Ok(None),
        }
    }
}

fn header(message: &[u8]) -> String {
    format!("NTLM {}", BASE64_STANDARD.encode(message))
}

/// The message in a header of either direction.
fn token(value: &str) -> Option<Vec<u8>> {
    let (scheme, message) = value.split_once(' ')?;
    let message = BASE64_STANDARD.decode(message.trim()).ok()?;
    scheme.eq_ignore_ascii_case("ntlm").then_some(message)
}

/// Who asks. Without a domain of its own, the user name may name it.
fn identity<'a>(given: &Resolved<'a>) -> Identity<'a> {
    let username = given.text("username");
    let (user, domain) =
        match (given.text("domain"), username.split_once('\\'), username.split_once('@')) {
            ("", Some(named), None) if is_pair(named) => (named.1, named.0),
            ("", None, Some(named)) if is_pair(named) => named,
            (domain, ..) => (username, domain),
        };
    Identity {
        user,
        domain,
        password: given.text("password"),
        workstation: given.text("workstation"),
    }
}

fn is_pair((first, second): (&str, &str)) -> bool {
    !first.is_empty() && !second.is_empty() && !second.contains(['\\', '@'])
}

impl Authenticate for Ntlm {
    /// Nothing is sent before a challenge; a header set by hand goes.
    fn apply(
        &self,
        _settings: &[(&str, &str)],
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), BuildError> {
        outgoing.headers.remove(AUTHORIZATION);
        Ok(())
    }

    fn answer(
        &self,
        settings: &[(&str, &str)],
        challenge: &HeaderMap,
        outgoing: &mut Outgoing<'_>,
    ) -> Result<bool, BuildError> {
        let offers = super::outgoing::texts(challenge, WWW_AUTHENTICATE);
        let sent = outgoing.header(AUTHORIZATION.as_str());
        let value = self.answer(settings, offers.iter().map(String::as_str), sent.as_deref())?;
        value.map_or(Ok(false), |value| outgoing.authorize(&value).map(|()| true))
    }
}
