//! What credentials write into a request, instead of what stands there.

use super::{AUTHORIZATION, Target, parameter};
use crate::api::{Auth, Scheme};
use crate::resolve::context::Context;
use crate::resolve::secrets::scope::View;

/// A part of a request that credentials write, instead of what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Written {
    /// The header `Authorization`.
    Authorization,
    /// Another header.
    Header(String),
    /// A parameter of the query.
    Query(String),
}

/// What a set of credentials writes; nothing when they lack what they need.
pub(crate) fn written(context: &Context<'_>, auth: &Auth) -> Vec<Written> {
    let get = |name: &str| {
        parameter(auth, name).map(|text| context.scope.fill(text, View::Real)).unwrap_or_default()
    };
    let has = |names: &[&str]| names.iter().all(|name| !get(name).is_empty());
    let header =
        |condition: bool| if condition { vec![Written::Authorization] } else { Vec::new() };
    match auth.scheme {
        Scheme::Basic | Scheme::AwsV4 | Scheme::Ntlm => header(true),
        Scheme::Bearer => header(has(&["token"])),
        Scheme::OAuth2
            if !has(&["accessToken"]) || get("tokenType").eq_ignore_ascii_case("mac") =>
        {
            Vec::new()
        }
        // Wherever the token goes, others make way for it.
        Scheme::OAuth2 => vec![Written::Query("access_token".to_owned()), Written::Authorization],
        Scheme::ApiKey if get("in") == "query" && (has(&["key"]) || has(&["value"])) => {
            vec![Written::Query(get("key"))]
        }
        Scheme::ApiKey if !has(&["key"]) => Vec::new(),
        Scheme::ApiKey => vec![Written::Header(get("key"))],
        Scheme::OAuth1 if get("signatureMethod").starts_with("RSA") => {
            header(has(&["consumerKey", "privateKey"]))
        }
        Scheme::OAuth1 => header(has(&["consumerKey", "consumerSecret"])),
        Scheme::Digest => header(has(&["realm", "nonce"])),
        Scheme::Hawk => header(has(&["authId", "authKey"])),
        Scheme::Jwt if !has(&["algorithm"]) || !has(&["secret"]) && !has(&["privateKey"]) => {
            Vec::new()
        }
        Scheme::Jwt if get("addTokenTo") == "queryParam" => {
            let key = get("queryParamKey");
            vec![Written::Query(if key.is_empty() { "token".to_owned() } else { key })]
        }
        Scheme::Jwt => header(true),
        Scheme::Asap => header(has(&["privateKey"])),
        Scheme::EdgeGrid => header(has(&["accessToken", "clientToken", "clientSecret"])),
    }
}

/// Takes away what credentials write themselves.
pub(crate) fn remove(target: &mut Target<'_, '_, '_>, written: &Written) {
    match written {
        Written::Authorization => {
            target.headers.remove(|name| name.eq_ignore_ascii_case(AUTHORIZATION))
        }
        Written::Header(key) => target.headers.remove(|name| plain(name) == plain(key)),
        Written::Query(key) => {
            target.query.retain(|entry| entry.parameter.key.as_deref().unwrap_or_default() != key)
        }
    }
}

/// A name of a header as Postman compares it here: without case and punctuation.
fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
