// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Atlassian's service-to-service authentication: a short-lived token, signed with a private key, for each request.

use percent_encoding::percent_decode_str;

use super::super::BuildError;
use super::authenticate::Authenticate;
use super::fresh::{Clock, chance};
use super::jose::JwtAlgorithm;
use super::jose::members::Members;
use super::outgoing::Outgoing;
use super::parameters::{Parameters, Resolved};
use super::problem::AuthProblem;

/// How long a token is valid, unless `exp` says otherwise (in seconds).
const LIFETIME: u64 = 3600;

/// A service's identity and its private key.
#[derive(Clone, Debug, Default)]
pub struct Asap {
    parameters: Parameters,
    clock: Clock,
}

impl Asap {
    /// Signs as a service. The key is PEM, or a `data:` URI as Atlassian's tools give it.
    pub fn new(
        issuer: impl Into<String>,
        key_id: impl Into<String>,
        private_key: impl Into<String>,
    ) -> Self {
        Self::default().with("iss", issuer).with("kid", key_id).with("privateKey", private_key)
    }

    /// Restores credentials from parameters in Postman's words.
    pub fn from_parameters(parameters: &[(String, String)]) -> Self {
        Self { parameters: Parameters::from_pairs(parameters), clock: Clock::default() }
    }

    /// The service that is called.
    pub fn audience(self, audience: impl Into<String>) -> Self {
        self.with("aud", audience)
    }

    /// On whose behalf it is called (the issuer, unless set).
    pub fn subject(self, subject: impl Into<String>) -> Self {
        self.with("sub", subject)
    }

    /// How long a token is valid, in seconds.
    pub fn lifetime(self, seconds: u64) -> Self {
        self.with("exp", seconds.to_string())
    }

    /// The algorithm (RS256, unless set).
    pub fn algorithm(self, algorithm: JwtAlgorithm) -> Self {
        self.with("alg", algorithm.as_str())
    }

    /// Further claims, as a JSON object; they win over all others.
    pub fn claims(self, json: impl Into<String>) -> Self {
        self.with("claims", json)
    }

    /// Where the time comes from.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.parameters.set(name, value);
        self
    }

    /// The value of the `Authorization` header.
    pub fn sign(&self, settings: &[(&str, &str)]) -> Result<String, AuthProblem> {
        let given = self.parameters.over(settings);
        let claims = Members::parse(given.text("claims"))
            .ok_or(AuthProblem::Json { parameter: "claims" })?;
        let algorithm = JwtAlgorithm::parse("asap", given.filled("alg").unwrap_or("RS256"))?;
        if algorithm.is_symmetric() {
            let algorithm = algorithm.as_str().to_owned();
            return Err(AuthProblem::UnknownAlgorithm { scheme: "asap", algorithm });
        }
        let key_id = claims.text("kid").or(given.filled("kid").map(str::to_owned));
        let key_id = key_id.ok_or(AuthProblem::Missing { scheme: "asap", parameter: "kid" })?;
        let key = given
            .filled("privateKey")
            .ok_or(AuthProblem::Missing { scheme: "asap", parameter: "privateKey" })?;
        let key = pem(key, &key_id).ok_or(AuthProblem::Key { scheme: "asap" })?;
        let mut header = Members::default();
        header.set_text("alg", algorithm.as_str());
        header.set_text("kid", &key_id);
        let payload = self.payload(&given, claims)?;
        Ok(format!("Bearer {}", algorithm.token("asap", key.as_bytes(), header, &payload)?))
    }

    fn payload(&self, given: &Resolved<'_>, mut claims: Members) -> Result<Members, AuthProblem> {
        let now = self.clock.seconds();
        let issuer = claims.text("iss").or(given.filled("iss").map(str::to_owned));
        let issuer = issuer.ok_or(AuthProblem::Missing { scheme: "asap", parameter: "iss" })?;
        let lifetime = given
            .filled("exp")
            .and_then(leading_number)
            .filter(|seconds| *seconds > 0)
            .unwrap_or(LIFETIME);
        let end = claims.text("exp").and_then(|text| leading_number(&text)).filter(|end| *end > 0);
        if claims.telling("iat").is_none() {
            claims.set_number("iat", now);
        }
        claims.set_text("iss", &issuer);
        if claims.telling("sub").is_none() {
            claims.set_text("sub", given.filled("sub").unwrap_or(&issuer));
        }
        if claims.telling("jti").is_none() {
            claims.set_text("jti", &chance::uuid()?);
        }
        if claims.telling("aud").is_none() {
            let audience = given
                .filled("aud")
                .ok_or(AuthProblem::Missing { scheme: "asap", parameter: "aud" })?;
            claims.set_text("aud", audience);
        }
        claims.set_number("exp", end.unwrap_or(now + lifetime));
        Ok(claims)
    }
}

/// The digits that a text starts with.
fn leading_number(text: &str) -> Option<u64> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().ok()
}

/// The key as PEM. A `data:` URI names the key that it holds.
fn pem(key: &str, key_id: &str) -> Option<String> {
    let key = key.replace('\n', "");
    let key = key.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(&key);
    let key = percent_decode_str(key).decode_utf8().ok()?;
    if !key.starts_with("data:") {
        return Some(key.into_owned());
    }
    let (named, content) =
        key.strip_prefix("data:application/pkcs8;kid=")?.split_once(";base64,")?;
    (named == key_id)
        .then(|| format!("-----BEGIN PRIVATE KEY-----{content}-----END PRIVATE KEY-----"))
}

impl Authenticate for Asap {
    fn apply(
        &self,
        settings: &[(&str, &str)],
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), BuildError> {
        let value = self.sign(settings)?;
        outgoing.authorize(&value)
    }
}
