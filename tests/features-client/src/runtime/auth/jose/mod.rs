// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! JSON web tokens: what [`super::jwt`] and [`super::asap`] share.
//!
//! Signatures come from `aws-lc-rs`: kept by AWS, the default provider of `rustls` (so that a client with TLS has built it
//! already), constant in time, and the only widely used crate with all of HS, RS, PS and ES, ES512 included. RustCrypto's
//! `rsa` is open to timing attacks (RUSTSEC-2023-0071), and `jsonwebtoken` neither knows ES512 nor keeps the order of claims.

#[cfg(not(target_arch = "wasm32"))]
mod key;
pub mod members;
#[cfg(not(target_arch = "wasm32"))]
mod sign;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

use self::members::Members;
use super::problem::AuthProblem;

/// Algorithms of signed tokens (RFC 7518 §3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum JwtAlgorithm {
    /// HMAC with SHA-256.
    #[default]
    HS256,
    /// HMAC with SHA-384.
    HS384,
    /// HMAC with SHA-512.
    HS512,
    /// RSA (PKCS #1) with SHA-256.
    RS256,
    /// RSA (PKCS #1) with SHA-384.
    RS384,
    /// RSA (PKCS #1) with SHA-512.
    RS512,
    /// RSA-PSS with SHA-256.
    PS256,
    /// RSA-PSS with SHA-384.
    PS384,
    /// RSA-PSS with SHA-512.
    PS512,
    /// ECDSA over P-256 with SHA-256.
    ES256,
    /// ECDSA over P-384 with SHA-384.
    ES384,
    /// ECDSA over P-521 with SHA-512.
    ES512,
}

impl JwtAlgorithm {
    const ALL: [Self; 12] = [
        Self::HS256,
        Self::HS384,
        Self::HS512,
        Self::RS256,
        Self::RS384,
        Self::RS512,
        Self::PS256,
        Self::PS384,
        Self::PS512,
        Self::ES256,
        Self::ES384,
        Self::ES512,
    ];

    /// The algorithm's name in a token's header.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::HS256 => "HS256",
            Self::HS384 => "HS384",
            Self::HS512 => "HS512",
            Self::RS256 => "RS256",
            Self::RS384 => "RS384",
            Self::RS512 => "RS512",
            Self::PS256 => "PS256",
            Self::PS384 => "PS384",
            Self::PS512 => "PS512",
            Self::ES256 => "ES256",
            Self::ES384 => "ES384",
            Self::ES512 => "ES512",
        }
    }

    /// The algorithm of a name.
    pub fn parse(scheme: &'static str, name: &str) -> Result<Self, AuthProblem> {
        let unknown = || AuthProblem::UnknownAlgorithm { scheme, algorithm: name.to_owned() };
        Self::ALL.into_iter().find(|known| known.as_str() == name).ok_or_else(unknown)
    }

    /// Whether both sides share one secret.
    pub fn is_symmetric(self) -> bool {
        matches!(self, Self::HS256 | Self::HS384 | Self::HS512)
    }

    /// A signed token. `alg` is put into the header.
    pub fn token(
        self,
        scheme: &'static str,
        key: &[u8],
        mut header: Members,
        payload: &Members,
    ) -> Result<String, AuthProblem> {
        header.set_text("alg", self.as_str());
        let encode = |members: &Members| BASE64_URL_SAFE_NO_PAD.encode(members.to_json());
        let signed = format!("{}.{}", encode(&header), encode(payload));
        let signature = self.sign(scheme, key, signed.as_bytes())?;
        Ok(format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature)))
    }
}

#[cfg(target_arch = "wasm32")]
impl JwtAlgorithm {
    /// No token is signed here: what does so elsewhere is not to be had for WebAssembly.
    pub fn sign(
        self,
        scheme: &'static str,
        _key: &[u8],
        _data: &[u8],
    ) -> Result<Vec<u8>, AuthProblem> {
        Err(AuthProblem::Platform { scheme })
    }
}
