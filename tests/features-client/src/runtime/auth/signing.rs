// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The signing schemes that this crate has, each behind its feature.

use super::super::Scheme;
use super::Credential;

/// The credentials of a signing scheme, from parameters in Postman's words. None when its feature is off.
pub fn from_parameters(scheme: Scheme, parameters: &[(String, String)]) -> Option<Credential> {
    #[cfg(feature = "oauth1")]
    if scheme == Scheme::OAuth1 {
        return Some(super::oauth1::OAuth1::from_parameters(parameters).into());
    }
    #[cfg(feature = "digest")]
    if scheme == Scheme::Digest {
        return Some(super::digest::Digest::from_parameters(parameters).into());
    }
    #[cfg(feature = "hawk")]
    if scheme == Scheme::Hawk {
        return Some(super::hawk::Hawk::from_parameters(parameters).into());
    }
    #[cfg(feature = "awsv4")]
    if scheme == Scheme::AwsV4 {
        return Some(super::awsv4::AwsV4::from_parameters(parameters).into());
    }
    #[cfg(feature = "jwt")]
    if scheme == Scheme::Jwt {
        return Some(super::jwt::Jwt::from_parameters(parameters).into());
    }
    #[cfg(feature = "asap")]
    if scheme == Scheme::Asap {
        return Some(super::asap::Asap::from_parameters(parameters).into());
    }
    #[cfg(feature = "edgegrid")]
    if scheme == Scheme::EdgeGrid {
        return Some(super::edgegrid::EdgeGrid::from_parameters(parameters).into());
    }
    #[cfg(feature = "ntlm")]
    if scheme == Scheme::Ntlm {
        return Some(super::ntlm::Ntlm::from_parameters(parameters).into());
    }
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
#[cfg(feature = "oauth1")]
credential_of!(super::oauth1::OAuth1);
#[cfg(feature = "oauth2")]
credential_of!(super::oauth2::OAuth2);
#[cfg(feature = "digest")]
credential_of!(super::digest::Digest);
#[cfg(feature = "hawk")]
credential_of!(super::hawk::Hawk);
#[cfg(feature = "awsv4")]
credential_of!(super::awsv4::AwsV4);
#[cfg(feature = "jwt")]
credential_of!(super::jwt::Jwt);
#[cfg(feature = "asap")]
credential_of!(super::asap::Asap);
#[cfg(feature = "edgegrid")]
credential_of!(super::edgegrid::EdgeGrid);
#[cfg(feature = "ntlm")]
credential_of!(super::ntlm::Ntlm);
