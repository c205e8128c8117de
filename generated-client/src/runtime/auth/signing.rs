// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The signing schemes that this crate has, each behind its feature.

use super::super::Scheme;
use super::Credential;

/// The credentials of a signing scheme, from parameters in Postman's words. None when its feature is off.
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

// All schemes may be off: so the macro is not without use.
credential_of!();
#[cfg(feature = "oauth2")]
credential_of!(super::oauth2::OAuth2);
