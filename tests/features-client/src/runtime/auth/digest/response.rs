// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The proof that answers a challenge.

use md5::{Digest, Md5};
use sha2::{Sha256, Sha512_256};

use super::super::encoding::hex;
use super::super::problem::AuthProblem;

/// The hash, and whether it binds the session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum DigestAlgorithm {
    /// `MD5`, the usual one.
    #[default]
    Md5,
    /// `MD5-sess`.
    Md5Sess,
    /// `SHA-256`.
    Sha256,
    /// `SHA-256-sess`.
    Sha256Sess,
    /// `SHA-512-256`.
    Sha512Truncated,
    /// `SHA-512-256-sess`.
    Sha512TruncatedSess,
}

impl DigestAlgorithm {
    const ALL: [Self; 6] = [
        Self::Md5,
        Self::Md5Sess,
        Self::Sha256,
        Self::Sha256Sess,
        Self::Sha512Truncated,
        Self::Sha512TruncatedSess,
    ];

    /// The algorithm's name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Md5 => "MD5",
            Self::Md5Sess => "MD5-sess",
            Self::Sha256 => "SHA-256",
            Self::Sha256Sess => "SHA-256-sess",
            Self::Sha512Truncated => "SHA-512-256",
            Self::Sha512TruncatedSess => "SHA-512-256-sess",
        }
    }

    /// The algorithm of a name.
    pub fn parse(name: &str) -> Result<Self, AuthProblem> {
        let unknown =
            || AuthProblem::UnknownAlgorithm { scheme: "digest", algorithm: name.to_owned() };
        Self::ALL
            .into_iter()
            .find(|known| known.as_str().eq_ignore_ascii_case(name))
            .ok_or_else(unknown)
    }

    fn binds_the_session(self) -> bool {
        matches!(self, Self::Md5Sess | Self::Sha256Sess | Self::Sha512TruncatedSess)
    }

    fn hash(self, data: &[u8]) -> String {
        match self {
            Self::Md5 | Self::Md5Sess => hex(&Md5::digest(data)),
            Self::Sha256 | Self::Sha256Sess => hex(&Sha256::digest(data)),
            Self::Sha512Truncated | Self::Sha512TruncatedSess => hex(&Sha512_256::digest(data)),
        }
    }

    fn hash_joined(self, parts: &[&str]) -> String {
        self.hash(parts.join(":").as_bytes())
    }
}

/// What a proof protects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// The request line, in the way of RFC 2069.
    Legacy,
    /// The request line.
    Auth,
    /// The request line and the body.
    AuthInt,
}

/// All that a proof is made of.
pub struct Proof<'a> {
    /// The hash.
    pub algorithm: DigestAlgorithm,
    /// What is protected.
    pub protection: Protection,
    /// The user's name.
    pub username: &'a str,
    /// The user's password.
    pub password: &'a str,
    /// The realm, as the server named it.
    pub realm: &'a str,
    /// The server's nonce.
    pub nonce: &'a str,
    /// What the server wants back unchanged.
    pub opaque: &'a str,
    /// How often the nonce has been used, in eight digits.
    pub count: &'a str,
    /// The client's nonce.
    pub client_nonce: &'a str,
    /// The method.
    pub method: &'a str,
    /// The path with the query.
    pub uri: &'a str,
    /// The body.
    pub body: &'a [u8],
}

impl Proof<'_> {
    /// The hash that proves knowledge of the password.
    pub fn response(&self) -> String {
        let hash = |parts: &[&str]| self.algorithm.hash_joined(parts);
        let mut secret = hash(&[self.username, self.realm, self.password]);
        if self.algorithm.binds_the_session() {
            secret = hash(&[&secret, self.nonce, self.client_nonce]);
        }
        let (request, quality) = match self.protection {
            Protection::Legacy => {
                return hash(&[&secret, self.nonce, &hash(&[self.method, self.uri])]);
            }
            Protection::Auth => (hash(&[self.method, self.uri]), "auth"),
            Protection::AuthInt => {
                (hash(&[self.method, self.uri, &self.algorithm.hash(self.body)]), "auth-int")
            }
        };
        hash(&[&secret, self.nonce, self.count, self.client_nonce, quality, &request])
    }

    /// The value of the `Authorization` header, its parameters in Postman's order.
    pub fn header(&self) -> String {
        let quoted = |name: &str, value: &str| {
            format!("{name}=\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
        };
        let mut parameters = vec![
            quoted("username", self.username),
            quoted("realm", self.realm),
            quoted("nonce", self.nonce),
            quoted("uri", self.uri),
            quoted("algorithm", self.algorithm.as_str()),
        ];
        match self.protection {
            Protection::Legacy => {}
            Protection::Auth => parameters.push("qop=auth".to_owned()),
            Protection::AuthInt => parameters.push("qop=auth-int".to_owned()),
        }
        if self.protection != Protection::Legacy || self.algorithm.binds_the_session() {
            parameters.push(format!("nc={}", self.count));
            parameters.push(quoted("cnonce", self.client_nonce));
        }
        parameters.push(quoted("response", &self.response()));
        if !self.opaque.is_empty() {
            parameters.push(quoted("opaque", self.opaque));
        }
        format!("Digest {}", parameters.join(", "))
    }
}
