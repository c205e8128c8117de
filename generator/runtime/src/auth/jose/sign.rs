//! Which key signs how.

use super::super::problem::AuthProblem;
use super::JwtAlgorithm;
use super::key::{self, Curve, Hash, RsaPadding};

/// How an algorithm signs.
enum Family {
    Hmac(Hash),
    Rsa(RsaPadding, Hash),
    Ecdsa(Curve),
}

impl JwtAlgorithm {
    fn family(self) -> Family {
        match self {
            Self::HS256 => Family::Hmac(Hash::Sha256),
            Self::HS384 => Family::Hmac(Hash::Sha384),
            Self::HS512 => Family::Hmac(Hash::Sha512),
            Self::RS256 => Family::Rsa(RsaPadding::Pkcs1, Hash::Sha256),
            Self::RS384 => Family::Rsa(RsaPadding::Pkcs1, Hash::Sha384),
            Self::RS512 => Family::Rsa(RsaPadding::Pkcs1, Hash::Sha512),
            Self::PS256 => Family::Rsa(RsaPadding::Pss, Hash::Sha256),
            Self::PS384 => Family::Rsa(RsaPadding::Pss, Hash::Sha384),
            Self::PS512 => Family::Rsa(RsaPadding::Pss, Hash::Sha512),
            Self::ES256 => Family::Ecdsa(Curve::P256),
            Self::ES384 => Family::Ecdsa(Curve::P384),
            Self::ES512 => Family::Ecdsa(Curve::P521),
        }
    }

    /// Signs bytes with a secret (HS) or with a private key in PEM.
    pub fn sign(
        self,
        scheme: &'static str,
        key: &[u8],
        data: &[u8],
    ) -> Result<Vec<u8>, AuthProblem> {
        let unusable = AuthProblem::Key { scheme };
        let signature = match self.family() {
            Family::Hmac(hash) => Some(key::hmac(hash, key, data)),
            Family::Rsa(padding, hash) => key::rsa(padding, hash, key, data),
            Family::Ecdsa(curve) => key::ecdsa(curve, key, data),
        };
        signature.ok_or(unusable)
    }
}
