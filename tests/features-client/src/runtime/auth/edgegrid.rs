// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Akamai EdgeGrid (`EG1-HMAC-SHA256`).
//!
//! HMAC and hash come from RustCrypto's `hmac` and `sha2`.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use hmac::Hmac;
use sha2::{Digest, Sha256};

use super::super::BuildError;
use super::authenticate::Authenticate;
use super::fresh::{Calendar, Clock, chance};
use super::mac::mac;
use super::outgoing::Outgoing;
use super::parameters::{Parameters, Resolved};
use super::problem::AuthProblem;
use super::target::Target;

/// How many bytes of a body are hashed at most, unless `maxBodySize` says otherwise.
const MAX_BODY: usize = 131_072;

/// Credentials of an Akamai API client.
#[derive(Clone, Debug, Default)]
pub struct EdgeGrid {
    parameters: Parameters,
    clock: Clock,
}

/// The request that is to be signed.
#[derive(Clone, Copy)]
pub struct Message<'a> {
    /// The method.
    pub method: &'a str,
    /// The URL.
    pub target: Target<'a>,
    /// The value of a header, by its name in lower case.
    pub header: &'a dyn Fn(&str) -> Option<String>,
    /// The body, when there is one that can be hashed.
    pub body: Option<&'a [u8]>,
}

impl EdgeGrid {
    /// Signs as an API client.
    pub fn new(
        client_token: impl Into<String>,
        client_secret: impl Into<String>,
        access_token: impl Into<String>,
    ) -> Self {
        let credentials =
            Self::default().with("clientToken", client_token).with("clientSecret", client_secret);
        credentials.with("accessToken", access_token)
    }

    /// Restores credentials from parameters in Postman's words.
    pub fn from_parameters(parameters: &[(String, String)]) -> Self {
        Self { parameters: Parameters::from_pairs(parameters), clock: Clock::default() }
    }

    /// The address whose host is signed, when it is not the one that the request goes to.
    pub fn base_url(self, url: impl Into<String>) -> Self {
        self.with("baseURL", url)
    }

    /// Names of headers to sign, in order.
    pub fn headers_to_sign<'a>(self, names: impl IntoIterator<Item = &'a str>) -> Self {
        self.with("headersToSign", names.into_iter().collect::<Vec<_>>().join(","))
    }

    /// How many bytes of a body are hashed at most.
    pub fn max_body_size(self, bytes: usize) -> Self {
        self.with("maxBodySize", bytes.to_string())
    }

    /// Fixes the nonce and the time (`20140321T19:34:21+0000`), in place of new ones for each request.
    pub fn fixed(self, nonce: impl Into<String>, timestamp: impl Into<String>) -> Self {
        self.with("nonce", nonce).with("timestamp", timestamp)
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.parameters.set(name, value);
        self
    }

    /// The value of the `Authorization` header; none when the credentials are incomplete.
    pub fn sign(
        &self,
        settings: &[(&str, &str)],
        message: &Message<'_>,
    ) -> Result<Option<String>, AuthProblem> {
        let given = self.parameters.over(settings);
        let tokens = (
            given.filled("clientToken"),
            given.filled("clientSecret"),
            given.filled("accessToken"),
        );
        let (Some(client_token), Some(client_secret), Some(access_token)) = tokens else {
            return Ok(None);
        };
        let nonce =
            given.filled("nonce").map_or_else(chance::uuid, |nonce| Ok(nonce.to_owned()))?;
        let timestamp =
            given.filled("timestamp").map_or_else(|| stamp(self.clock.calendar()), str::to_owned);
        let unsigned = format!(
            "EG1-HMAC-SHA256 client_token={client_token};access_token={access_token};timestamp={timestamp};nonce={nonce};"
        );
        let key = code(client_secret.as_bytes(), &timestamp);
        let signature = code(key.as_bytes(), &data_to_sign(&given, message, &unsigned));
        Ok(Some(format!("{unsigned}signature={signature}")))
    }
}

fn code(key: &[u8], data: &str) -> String {
    BASE64_STANDARD.encode(mac::<Hmac<Sha256>>(key, data.as_bytes()))
}

fn stamp(now: Calendar) -> String {
    let Calendar { year, month, day, hour, minute, second } = now;
    format!("{year}{month:02}{day:02}T{hour:02}:{minute:02}:{second:02}+0000")
}

fn data_to_sign(given: &Resolved<'_>, message: &Message<'_>, unsigned: &str) -> String {
    let host = given
        .filled("baseURL")
        .map_or_else(|| message.target.authority(), |url| Target::of(url).authority());
    let parts = [
        message.method,
        message.target.scheme,
        &host,
        &message.target.path_and_query(),
        &canonical_headers(given.text("headersToSign"), message.header),
        &body_hash(given, message),
        unsigned,
    ];
    parts.join("\t")
}

fn canonical_headers(names: &str, header: &dyn Fn(&str) -> Option<String>) -> String {
    let line = |name: &str| {
        let name = name.trim().to_lowercase();
        let value = header(&name).filter(|value| !value.is_empty())?;
        Some(format!("{name}:{}", value.split_whitespace().collect::<Vec<_>>().join(" ")))
    };
    names.split(',').filter_map(line).collect::<Vec<_>>().join("\t")
}

/// Only the bodies of POST requests are signed.
fn body_hash(given: &Resolved<'_>, message: &Message<'_>) -> String {
    let body = message.body.filter(|body| message.method == "POST" && !body.is_empty());
    let most =
        given.text("maxBodySize").trim().parse().ok().filter(|most| *most > 0).unwrap_or(MAX_BODY);
    body.map(|body| BASE64_STANDARD.encode(Sha256::digest(&body[..body.len().min(most)])))
        .unwrap_or_default()
}

impl Authenticate for EdgeGrid {
    fn apply(
        &self,
        settings: &[(&str, &str)],
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), BuildError> {
        let body = outgoing.bytes()?;
        let message = Message {
            method: outgoing.method.as_str(),
            target: outgoing.target(),
            header: &|name| outgoing.header(name),
            body: body.as_deref(),
        };
        let value = self.sign(settings, &message)?;
        value.map_or(Ok(()), |value| outgoing.authorize(&value))
    }
}
