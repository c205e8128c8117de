// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Hawk: a code over time, nonce, method, URL and, on demand, the body.
//!
//! HMAC and hashes come from RustCrypto's `hmac`, `sha1` and `sha2`.

use std::fmt::Write;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use hmac::Hmac;
use sha1::{Digest, Sha1};
use sha2::Sha256;

use super::super::BuildError;
use super::authenticate::Authenticate;
use super::fresh::{Clock, chance};
use super::mac::mac;
use super::outgoing::Outgoing;
use super::parameters::Parameters;
use super::problem::AuthProblem;
use super::target::Target;

/// The hash that Hawk builds on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum HawkAlgorithm {
    /// SHA-1.
    Sha1,
    /// SHA-256, the usual one.
    #[default]
    Sha256,
}

impl HawkAlgorithm {
    /// Hawk's word for the algorithm.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sha1 => "sha1",
            Self::Sha256 => "sha256",
        }
    }

    fn parse(name: &str) -> Result<Self, AuthProblem> {
        match name {
            "sha1" => Ok(Self::Sha1),
            "sha256" => Ok(Self::Sha256),
            _ => Err(AuthProblem::UnknownAlgorithm { scheme: "hawk", algorithm: name.to_owned() }),
        }
    }

    fn mac(self, key: &str, text: &str) -> String {
        BASE64_STANDARD.encode(match self {
            Self::Sha1 => mac::<Hmac<Sha1>>(key.as_bytes(), text.as_bytes()),
            Self::Sha256 => mac::<Hmac<Sha256>>(key.as_bytes(), text.as_bytes()),
        })
    }

    /// The hash of a body with its media type (parameters such as the charset do not count).
    pub fn payload_hash(self, content_type: &str, body: &[u8]) -> String {
        let media_type = content_type.split(';').next().unwrap_or("").trim().to_lowercase();
        let text = [b"hawk.1.payload\n", media_type.as_bytes(), b"\n", body, b"\n"].concat();
        BASE64_STANDARD.encode(match self {
            Self::Sha1 => Sha1::digest(text).to_vec(),
            Self::Sha256 => Sha256::digest(text).to_vec(),
        })
    }
}

/// Hawk credentials.
#[derive(Clone, Debug, Default)]
pub struct Hawk {
    parameters: Parameters,
    clock: Clock,
}

/// The request that is to be signed.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    /// The method.
    pub method: &'a str,
    /// The URL.
    pub target: Target<'a>,
    /// The value of `Content-Type`.
    pub content_type: &'a str,
    /// The body, when there is one that can be hashed.
    pub body: Option<&'a [u8]>,
}

impl Hawk {
    /// Signs with a key and the identifier that names it.
    pub fn new(id: impl Into<String>, key: impl Into<String>) -> Self {
        Self::default().with("authId", id).with("authKey", key)
    }

    /// Restores credentials from parameters in Postman's words. Postman has no usual algorithm.
    pub fn from_parameters(parameters: &[(String, String)]) -> Self {
        Self {
            parameters: Parameters::from_pairs(parameters).or("algorithm", ""),
            clock: Clock::default(),
        }
    }

    /// The hash to use.
    pub fn algorithm(self, algorithm: HawkAlgorithm) -> Self {
        self.with("algorithm", algorithm.as_str())
    }

    /// Data of the application that is sent and signed.
    pub fn ext(self, data: impl Into<String>) -> Self {
        self.with("extraData", data)
    }

    /// The application's identifier (Oz).
    pub fn app(self, id: impl Into<String>) -> Self {
        self.with("app", id)
    }

    /// The identifier of the application that delegated its rights (Oz).
    pub fn delegation(self, id: impl Into<String>) -> Self {
        self.with("delegation", id)
    }

    /// Signs the body too.
    pub fn with_payload_hash(self) -> Self {
        self.with("includePayloadHash", "true")
    }

    /// Fixes the nonce and the time (in seconds), in place of new ones for each request.
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
        let (Some(id), Some(key)) = (given.filled("authId"), given.filled("authKey")) else {
            return Ok(None);
        };
        let algorithm =
            given.get("algorithm").map_or(Ok(HawkAlgorithm::default()), HawkAlgorithm::parse)?;
        let now = self.clock.seconds().to_string();
        let timestamp = given
            .filled("timestamp")
            .filter(|text| text.trim().starts_with(|c: char| c.is_ascii_digit()));
        let nonce =
            given.filled("nonce").map_or_else(chance::nonce::<6>, |nonce| Ok(nonce.to_owned()))?;
        let hashed = if given.flag("includePayloadHash") { message.body } else { None };
        let artifacts = Artifacts {
            timestamp: timestamp.unwrap_or(&now),
            nonce: &nonce,
            hash: hashed.map(|body| algorithm.payload_hash(message.content_type, body)),
            ext: given.text("extraData"),
            app: given.text("app"),
            delegation: given.text("delegation"),
        };
        let code = algorithm.mac(key, &artifacts.normalized(message));
        Ok(Some(artifacts.header(id, &code)))
    }
}

/// What is signed besides the request line.
struct Artifacts<'a> {
    timestamp: &'a str,
    nonce: &'a str,
    hash: Option<String>,
    ext: &'a str,
    app: &'a str,
    delegation: &'a str,
}

impl Artifacts<'_> {
    fn normalized(&self, message: &Message<'_>) -> String {
        let target = &message.target;
        let default_port = if target.scheme.eq_ignore_ascii_case("http") { "80" } else { "443" };
        let method = message.method.to_uppercase();
        let host = target.host.to_ascii_lowercase();
        let (resource, port) = (target.path_and_query(), target.port.unwrap_or(default_port));
        let hash = self.hash.as_deref().unwrap_or("");
        // The protocol's reference escapes the first backslash and the first line end only.
        let ext = self.ext.replacen('\\', "\\\\", 1).replacen('\n', "\\n", 1);
        let lines = [
            "hawk.1.header",
            self.timestamp,
            self.nonce,
            &method,
            &resource,
            &host,
            port,
            hash,
            &ext,
        ];
        let mut text = lines.join("\n") + "\n";
        if !self.app.is_empty() {
            text += &format!("{}\n{}\n", self.app, self.delegation);
        }
        text
    }

    fn header(&self, id: &str, code: &str) -> String {
        let mut header =
            format!("Hawk id=\"{id}\", ts=\"{}\", nonce=\"{}\"", self.timestamp, self.nonce);
        let ext = self.ext.replace('\\', "\\\\").replace('"', "\\\"");
        let delegation = if self.app.is_empty() { "" } else { self.delegation };
        let rest = [
            ("hash", self.hash.as_deref().unwrap_or("")),
            ("ext", &ext),
            ("mac", code),
            ("app", self.app),
            ("dlg", delegation),
        ];
        for (name, value) in rest.into_iter().filter(|(_, value)| !value.is_empty()) {
            // Writing to a string cannot fail.
            let _ = write!(header, ", {name}=\"{value}\"");
        }
        header
    }
}

impl Authenticate for Hawk {
    fn apply(
        &self,
        settings: &[(&str, &str)],
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), BuildError> {
        // The hash of a body is optional; Postman leaves it out for bodies of several parts, and without a body.
        let hashed = !outgoing.is_multipart() && !outgoing.body.is_empty();
        let body = if hashed { outgoing.bytes()? } else { None };
        let content_type = outgoing.content_type();
        let message = Message {
            method: outgoing.method.as_str(),
            target: outgoing.target(),
            content_type: &content_type,
            body: body.as_deref(),
        };
        let value = self.sign(settings, &message)?;
        value.map_or(Ok(()), |value| outgoing.authorize(&value))
    }
}
