// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Signature base string and signature methods (RFC 5849 §3.4, and their SHA-2 successors).

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use hmac::Hmac;
use sha1::{Digest, Sha1};
use sha2::{Sha256, Sha512};

use super::super::encoding::strict;
use super::super::mac::mac;
use super::super::problem::AuthProblem;
use super::super::target::Target;

/// How a request is signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignatureMethod {
    /// `HMAC-SHA1`, the usual one.
    #[default]
    HmacSha1,
    /// `HMAC-SHA256`.
    HmacSha256,
    /// `HMAC-SHA512`.
    HmacSha512,
    /// `RSA-SHA1`.
    RsaSha1,
    /// `RSA-SHA256`.
    RsaSha256,
    /// `RSA-SHA512`.
    RsaSha512,
    /// `PLAINTEXT`: the secrets themselves; for encrypted connections only.
    Plaintext,
}

/// The secrets that a signature is made with.
pub struct Secrets<'a> {
    /// The secret that belongs to the consumer key.
    pub consumer: &'a str,
    /// The secret that belongs to the token.
    pub token: &'a str,
    /// The private key in PEM, for the RSA methods.
    pub private_key: &'a str,
}

impl SignatureMethod {
    const ALL: [Self; 7] = [
        Self::HmacSha1,
        Self::HmacSha256,
        Self::HmacSha512,
        Self::RsaSha1,
        Self::RsaSha256,
        Self::RsaSha512,
        Self::Plaintext,
    ];

    /// The method's name in `oauth_signature_method`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::HmacSha1 => "HMAC-SHA1",
            Self::HmacSha256 => "HMAC-SHA256",
            Self::HmacSha512 => "HMAC-SHA512",
            Self::RsaSha1 => "RSA-SHA1",
            Self::RsaSha256 => "RSA-SHA256",
            Self::RsaSha512 => "RSA-SHA512",
            Self::Plaintext => "PLAINTEXT",
        }
    }

    /// The method of a name; of no name, HMAC-SHA1.
    pub fn parse(name: &str) -> Result<Self, AuthProblem> {
        if name.is_empty() {
            return Ok(Self::default());
        }
        let unknown =
            || AuthProblem::UnknownAlgorithm { scheme: "oauth1", algorithm: name.to_owned() };
        Self::ALL.into_iter().find(|method| method.as_str() == name).ok_or_else(unknown)
    }

    /// Whether it signs with the private key.
    pub fn is_rsa(self) -> bool {
        matches!(self, Self::RsaSha1 | Self::RsaSha256 | Self::RsaSha512)
    }

    /// `oauth_body_hash` of a body; PLAINTEXT has none.
    pub fn body_hash(self, body: &[u8]) -> Option<String> {
        Some(BASE64_STANDARD.encode(self.hash(body)?))
    }

    /// The hash that the method builds on.
    pub fn hash(self, data: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::HmacSha1 | Self::RsaSha1 => Some(Sha1::digest(data).to_vec()),
            Self::HmacSha256 | Self::RsaSha256 => Some(Sha256::digest(data).to_vec()),
            Self::HmacSha512 | Self::RsaSha512 => Some(Sha512::digest(data).to_vec()),
            Self::Plaintext => None,
        }
    }

    /// Signs a base string.
    pub fn sign(self, secrets: &Secrets<'_>, base: &str) -> Result<String, AuthProblem> {
        let key = format!("{}&{}", strict(secrets.consumer), strict(secrets.token));
        let signature = match self {
            Self::Plaintext => return Ok(key),
            Self::HmacSha1 => mac::<Hmac<Sha1>>(key.as_bytes(), base.as_bytes()),
            Self::HmacSha256 => mac::<Hmac<Sha256>>(key.as_bytes(), base.as_bytes()),
            Self::HmacSha512 => mac::<Hmac<Sha512>>(key.as_bytes(), base.as_bytes()),
            Self::RsaSha1 | Self::RsaSha256 | Self::RsaSha512 => {
                self.rsa(secrets.private_key, base)?
            }
        };
        Ok(BASE64_STANDARD.encode(signature))
    }

    #[cfg(feature = "oauth1-rsa")]
    fn rsa(self, private_key: &str, base: &str) -> Result<Vec<u8>, AuthProblem> {
        super::rsa::sign(self, private_key, base)
    }

    #[cfg(not(feature = "oauth1-rsa"))]
    fn rsa(self, _private_key: &str, _base: &str) -> Result<Vec<u8>, AuthProblem> {
        Err(AuthProblem::FeatureOff { algorithm: self.as_str(), feature: "oauth1-rsa" })
    }
}

/// What is signed: the method, the URL without its query, and every parameter in order.
pub fn base_string(method: &str, target: &Target<'_>, parameters: &[(String, String)]) -> String {
    let mut encoded: Vec<_> =
        parameters.iter().map(|(key, value)| (strict(key), strict(value))).collect();
    encoded.sort_unstable();
    let pairs: Vec<_> = encoded.iter().map(|(key, value)| format!("{key}={value}")).collect();
    let (url, pairs) = (base_url(target), pairs.join("&"));
    [method.to_uppercase(), url, pairs]
        .iter()
        .map(|part| strict(part))
        .collect::<Vec<_>>()
        .join("&")
}

/// Scheme, host and path. Postman leaves out both usual ports, whatever the scheme.
fn base_url(target: &Target<'_>) -> String {
    let scheme = target.scheme.to_ascii_lowercase();
    match target.port {
        Some("80" | "443") | None => {
            format!("{scheme}://{}{}", target.host.to_ascii_lowercase(), target.path)
        }
        Some(_) => format!("{scheme}://{}{}", target.authority(), target.path),
    }
}
