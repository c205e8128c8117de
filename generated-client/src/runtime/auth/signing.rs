// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The signing schemes of this crate, each with a feature of its own.

use super::super::Scheme;
use super::Credential;

/// Builds the credentials of a signing scheme from parameters under Postman's names. Returns `None`
/// if its feature is off.
pub fn from_parameters(scheme: Scheme, parameters: &[(String, String)]) -> Option<Credential> {
    let _ = (scheme, parameters);
    None
}

macro_rules! credential_of {
    () => {};
    ($scheme:path) => {
        impl From<$scheme> for Credential {
            fn from(scheme: $scheme) -> Self {
                Credential::custom(scheme)
            }
        }
    };
}

// Keeps the macro in use when all schemes are off.
credential_of!();
#[cfg(feature = "oauth2")]
credential_of!(super::oauth2::OAuth2);
