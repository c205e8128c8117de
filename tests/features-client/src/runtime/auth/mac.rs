// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! HMAC over any hash.
//!
//! From RustCrypto's `hmac`, with the hashes `sha1`, `sha2` and `md-5`: pure Rust, small, kept by one group, and what most of
//! the ecosystem builds on.

use hmac::{KeyInit, Mac};

/// The code of `data` under `key`: `mac::<Hmac<Sha256>>(key, data)`.
pub fn mac<M: Mac + KeyInit>(key: &[u8], data: &[u8]) -> Vec<u8> {
    let mut state = <M as KeyInit>::new_from_slice(key).expect("HMAC takes keys of any length");
    state.update(data);
    state.finalize().into_bytes().to_vec()
}
