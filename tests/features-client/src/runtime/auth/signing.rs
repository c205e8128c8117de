// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The signing schemes that this crate has, each behind its feature.

use super::super::Scheme;
use super::Credential;

/// The credentials of a signing scheme, from parameters in Postman's words. None when its feature is off.
pub fn from_parameters(scheme: Scheme, parameters: &[(String, String)]) -> Option<Credential> {
    let _ = parameters;
    match scheme {
        #[cfg(feature = "oauth1")]
        Scheme::OAuth1 => Some(super::oauth1::OAuth1::from_parameters(parameters).into()),
        #[cfg(feature = "digest")]
        Scheme::Digest => Some(super::digest::Digest::from_parameters(parameters).into()),
        #[cfg(feature = "hawk")]
        Scheme::Hawk => Some(super::hawk::Hawk::from_parameters(parameters).into()),
        #[cfg(feature = "awsv4")]
        Scheme::AwsV4 => Some(super::awsv4::AwsV4::from_parameters(parameters).into()),
        #[cfg(feature = "jwt")]
        Scheme::Jwt => Some(super::jwt::Jwt::from_parameters(parameters).into()),
        #[cfg(feature = "asap")]
        Scheme::Asap => Some(super::asap::Asap::from_parameters(parameters).into()),
        #[cfg(feature = "edgegrid")]
        Scheme::EdgeGrid => Some(super::edgegrid::EdgeGrid::from_parameters(parameters).into()),
        #[cfg(feature = "ntlm")]
        Scheme::Ntlm => Some(super::ntlm::Ntlm::from_parameters(parameters).into()),
        _ => None,
    }
}

macro_rules! credential_of {
    ($($feature:literal $scheme:path),* $(,)?) => {$(
        #[cfg(feature = $feature)]
        impl From<$scheme> for Credential {
            fn from(scheme: $scheme) -> Self {
                Credential::custom(scheme)
            }
        }
    )*};
}

credential_of!(
    "oauth1" super::oauth1::OAuth1,
    "oauth2" super::oauth2::OAuth2,
    "digest" super::digest::Digest,
    "hawk" super::hawk::Hawk,
    "awsv4" super::awsv4::AwsV4,
    "jwt" super::jwt::Jwt,
    "asap" super::asap::Asap,
    "edgegrid" super::edgegrid::EdgeGrid,
    "ntlm" super::ntlm::Ntlm,
);
