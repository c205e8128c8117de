// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! RSA signatures of OAuth 1.
//!
//! From RustCrypto's `rsa`, the one widely used crate that still signs with SHA-1, which `RSA-SHA1` demands. Its private-key
//! operations are not constant-time (RUSTSEC-2023-0071), so it stands behind a feature of its own, is never used to
//! decrypt, and every signature is blinded.

use rsa::pkcs1::DecodeRsaPrivateKey;
use rsa::pkcs8::DecodePrivateKey;
use rsa::rand_core::OsRng;
use rsa::{Pkcs1v15Sign, RsaPrivateKey};

use super::super::problem::AuthProblem;
use super::signature::SignatureMethod;

/// DER of `DigestInfo` up to the hash itself (RFC 8017 §9.2, note 1).
const SHA1: &[u8] = b"\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14";
const SHA256: &[u8] =
    b"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20";
const SHA512: &[u8] =
    b"\x30\x51\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x03\x05\x00\x04\x40";

/// Signs a base string with a private key in PEM (PKCS #8 or PKCS #1).
pub fn sign(
    method: SignatureMethod,
    private_key: &str,
    base: &str,
) -> Result<Vec<u8>, AuthProblem> {
    let unusable = AuthProblem::Key { scheme: "oauth1" };
    let pem = private_key.trim();
    let key = RsaPrivateKey::from_pkcs8_pem(pem)
        .or_else(|_| RsaPrivateKey::from_pkcs1_pem(pem))
        .map_err(|_| unusable.clone())?;
    let hash = method.hash(base.as_bytes()).unwrap_or_default();
    let prefix = match method {
        SignatureMethod::RsaSha256 => SHA256,
        SignatureMethod::RsaSha512 => SHA512,
        _ => SHA1,
    };
    let padding = Pkcs1v15Sign { hash_len: Some(hash.len()), prefix: prefix.into() };
    key.sign_with_rng(&mut OsRng, padding, &hash).map_err(|_| unusable)
}
