// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Signing with secrets and private keys.

use aws_lc_rs::hmac as codes;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeyPair as RsaKeyPair;
use aws_lc_rs::signature::{self as algorithms, EcdsaKeyPair, EcdsaSigningAlgorithm, RsaEncoding};

use super::super::encoding::tolerant_base64;

/// A hash of the SHA-2 family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hash {
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

/// How a hash is padded for RSA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RsaPadding {
    /// PKCS #1 v1.5.
    Pkcs1,
    /// PSS.
    Pss,
}

/// An elliptic curve; the hash goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Curve {
    /// P-256.
    P256,
    /// P-384.
    P384,
    /// P-521.
    P521,
}

/// The code of `data` under a secret.
pub fn hmac(hash: Hash, secret: &[u8], data: &[u8]) -> Vec<u8> {
    let algorithm = match hash {
        Hash::Sha256 => codes::HMAC_SHA256,
        Hash::Sha384 => codes::HMAC_SHA384,
        Hash::Sha512 => codes::HMAC_SHA512,
    };
    codes::sign(&codes::Key::new(algorithm, secret), data).as_ref().to_vec()
}

/// An RSA signature; none when the key is no RSA key of at least 2048 bits.
pub fn rsa(padding: RsaPadding, hash: Hash, pem: &[u8], data: &[u8]) -> Option<Vec<u8>> {
    let encoding: &'static dyn RsaEncoding = match (padding, hash) {
        (RsaPadding::Pkcs1, Hash::Sha256) => &algorithms::RSA_PKCS1_SHA256,
        (RsaPadding::Pkcs1, Hash::Sha384) => &algorithms::RSA_PKCS1_SHA384,
        (RsaPadding::Pkcs1, Hash::Sha512) => &algorithms::RSA_PKCS1_SHA512,
        (RsaPadding::Pss, Hash::Sha256) => &algorithms::RSA_PSS_SHA256,
        (RsaPadding::Pss, Hash::Sha384) => &algorithms::RSA_PSS_SHA384,
        (RsaPadding::Pss, Hash::Sha512) => &algorithms::RSA_PSS_SHA512,
    };
    let der = der(pem)?;
    let pair = RsaKeyPair::from_pkcs8(&der).or_else(|_| RsaKeyPair::from_der(&der)).ok()?;
    let mut signature = vec![0; pair.public_modulus_len()];
    pair.sign(encoding, &SystemRandom::new(), data, &mut signature).ok()?;
    Some(signature)
}

/// An ECDSA signature, as the two numbers one after the other; none when the key is not on the curve.
pub fn ecdsa(curve: Curve, pem: &[u8], data: &[u8]) -> Option<Vec<u8>> {
    let algorithm: &'static EcdsaSigningAlgorithm = match curve {
        Curve::P256 => &algorithms::ECDSA_P256_SHA256_FIXED_SIGNING,
        Curve::P384 => &algorithms::ECDSA_P384_SHA384_FIXED_SIGNING,
        Curve::P521 => &algorithms::ECDSA_P521_SHA512_FIXED_SIGNING,
    };
    let der = der(pem)?;
    let pair = EcdsaKeyPair::from_pkcs8(algorithm, &der)
        .or_else(|_| EcdsaKeyPair::from_private_key_der(algorithm, &der));
    let signature = pair.ok()?.sign(&SystemRandom::new(), data).ok()?;
    Some(signature.as_ref().to_vec())
}

/// The content of a PEM text, whose lines may have been joined.
fn der(pem: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(pem).ok()?;
    let (_, rest) = text.split_once("-----BEGIN ")?;
    let (_, rest) = rest.split_once("-----")?;
    let (content, _) = rest.split_once("-----END ")?;
    tolerant_base64(content)
}
