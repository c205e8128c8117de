//! What a client is set up with: addresses, credentials and default headers, each with the builder's method.

use std::collections::BTreeMap;

use super::addresses;
use crate::api::{Api, Scheme, Shared, SharedPlace, Template};
use crate::docs;
use crate::name::ident;
use crate::name::ident::Scope;
use crate::rust;
use crate::template;

/// Methods of the builder that every client has.
const BUILDER: &[&str] = &[
    "base_url",
    "environment",
    "server",
    "credential",
    "value",
    "build",
    "new",
    "timeout",
    "connect_timeout",
    "reqwest_client",
    "accept_invalid_certificates",
    "redirects",
    "user_agent",
    "transport",
    "retries",
    "header",
    "proxy",
    "clone",
    "default",
];

/// Settings of a collection's client.
#[derive(Debug, Default)]
pub struct Settings {
    /// Addresses.
    pub servers: Vec<rust::Server>,
    /// Credentials.
    pub auths: Vec<rust::Auth>,
    /// Values that nearly all requests send.
    pub values: Vec<rust::Value>,
}

/// For each of [`Api::auths`], the position of its setting among the client's credentials: aliases share one.
pub fn slots(api: &Api) -> Vec<usize> {
    let mut next = 0;
    let mut slots: Vec<usize> = Vec::with_capacity(api.auths.len());
    for auth in &api.auths {
        slots.push(next);
        next += usize::from(auth.alias.is_none());
    }
    let alias = |(index, auth): (usize, &crate::api::Auth)| {
        slots[auth.alias.filter(|&alias| alias < slots.len()).unwrap_or(index)]
    };
    api.auths.iter().enumerate().map(alias).collect()
}

/// Names the settings. The main address is `base_url`; credentials are called after their scheme, told apart by the hint.
/// A person may call them otherwise.
pub fn name(api: &Api, renames: &BTreeMap<String, String>) -> Settings {
    let mut settings = by_rule(api);
    settings.methods().filter_map(|method| Some((renames.get(plain(method))?, method))).for_each(
        |(rename, method)| {
            *method = ident::keyword_safe(rename.clone());
        },
    );
    settings
}

/// A method's name without the sign of a raw identifier.
pub fn plain(method: &str) -> &str {
    method.trim_start_matches("r#")
}

/// Whether every client's builder has a method of this name.
pub fn is_every_builders(method: &str) -> bool {
    BUILDER.contains(&method)
}

impl Settings {
    /// The names of the settings that are the collection's own.
    pub fn methods(&mut self) -> impl Iterator<Item = &mut String> {
        let servers = self.servers.iter_mut().skip(1).map(|server| &mut server.method);
        let auths = self.auths.iter_mut().map(|auth| &mut auth.method);
        servers.chain(auths).chain(self.values.iter_mut().map(|value| &mut value.method))
    }
}

fn by_rule(api: &Api) -> Settings {
    let mut scope = Scope::with(BUILDER.iter().copied());
    let servers = addresses::servers(api, &mut scope);
    let own: Vec<&crate::api::Auth> =
        api.auths.iter().filter(|auth| auth.alias.is_none()).collect();
    let auths = own.iter().map(|auth| {
        let plain = auth_name(auth);
        let several = own.iter().filter(|other| other.scheme == auth.scheme).count() > 1;
        let hinted = auth.hint.as_deref().filter(|_| several).map(|hint| ident::snake(hint, plain));
        let hinted = hinted.map(|hint| {
            if hint.ends_with(plain) || hint.contains("token") || hint.contains("key") {
                hint
            } else {
                format!("{hint}_{plain}")
            }
        });
        let method =
            scope.take(hinted.into_iter().chain([plain.to_owned()]).map(ident::keyword_safe));
        let settings = travel(api, auth);
        let provider = (auth.scheme == Scheme::OAuth2).then(|| scope.take(["oauth2".to_owned()]));
        let docs = docs::settings::credential(auth.scheme, &settings, written(auth).as_deref());
        rust::Auth { method, provider, scheme: auth.scheme, settings, docs }
    });
    let auths = auths.collect();
    let values = values(api, &mut scope);
    Settings { servers, auths, values }
}

/// What decides how a token is sent: each set says it for itself.
const SENDING: [&str; 3] = ["tokenType", "headerPrefix", "addTokenTo"];

/// How a set travels. What it does not say itself may stand in the sets that share its setting, such as the address of tokens.
fn travel(api: &Api, auth: &crate::api::Auth) -> Vec<(String, String)> {
    let shares = |other: &&crate::api::Auth| {
        other
            .alias
            .and_then(|alias| api.auths.get(alias))
            .is_some_and(|shared| std::ptr::eq(shared, auth))
    };
    let shared = api.auths.iter().filter(shares).flat_map(|other| &other.parameters);
    let all =
        auth.parameters.iter().chain(shared.filter(|(key, _)| !SENDING.contains(&key.as_str())));
    let mut settings: Vec<(String, String)> = Vec::new();
    // An algorithm without a name is the usual one.
    let says = |(key, value): &&(String, Template)| {
        is_setting(key)
            && !template::has_variable(&value.0)
            && (key != "algorithm" || !value.0.is_empty())
    };
    for (key, Template(value)) in all.filter(says) {
        if settings.iter().all(|(known, _)| known != key) {
            settings.push((key.clone(), value.clone()));
        }
    }
    settings
}

/// What the collection has for the one value of a credential, when it is made of its own variables.
fn written(auth: &crate::api::Auth) -> Option<String> {
    let key = match auth.scheme {
        Scheme::Bearer => "token",
        Scheme::OAuth2 => "accessToken",
        Scheme::ApiKey => "value",
        _ => return None,
    };
    let (_, Template(value)) = auth.parameters.iter().find(|(name, _)| name == key)?;
    let is_own = value.contains("{{") && !value.contains("{{secret_");
    is_own.then(|| value.clone())
}

fn auth_name(auth: &crate::api::Auth) -> &'static str {
    let has_prefix = auth.parameters.iter().any(|(name, _)| name == "prefix");
    match auth.scheme {
        Scheme::Bearer => "bearer_token",
        Scheme::Basic => "basic_auth",
        Scheme::ApiKey if has_prefix => "token",
        Scheme::ApiKey => "api_key",
        Scheme::OAuth2 => "bearer_token",
        Scheme::OAuth1 => "oauth1",
        Scheme::Digest => "digest_auth",
        Scheme::Hawk => "hawk",
        Scheme::AwsV4 => "aws_v4",
        Scheme::Jwt => "jwt",
        Scheme::Asap => "asap",
        Scheme::EdgeGrid => "edge_grid",
        Scheme::Ntlm => "ntlm",
    }
}

/// Parameters of auth schemes that say how credentials travel, and are none themselves.
const SETTINGS: &str = "in key addTokenTo headerPrefix tokenType signatureMethod version realm includeBodyHash \
    addParamsToHeader addEmptyParamsToSign algorithm qop service region addAuthDataToQuery \
    queryParamKey isSecretBase64Encoded includePayloadHash headersToSign maxBodySize baseURL domain \
    workstation app delegation extraData header alg kid iss aud sub exp claims payload \
    disableRetryRequest disableHeaderEncoding grant_type accessTokenUrl refreshTokenUrl authUrl scope \
    client_authentication tokenRequestParams prefix";

pub(crate) fn is_setting(key: &str) -> bool {
    SETTINGS.split(' ').any(|setting| setting == key)
}

/// What a shared value is called: after its variable, or after its header or key where it has none of its own.
fn own_name(shared: &Shared) -> &str {
    let place = shared.places.iter().find_map(|place| match place {
        SharedPlace::Header(name) | SharedPlace::Query(name) => Some(name.as_str()),
        SharedPlace::Path => None,
    });
    place.filter(|_| docs::settings::is_made_up(shared)).unwrap_or(&shared.variable)
}

/// Names the values that nearly all requests send, after their variables.
fn values(api: &Api, scope: &mut Scope) -> Vec<rust::Value> {
    let value = |shared: &Shared| rust::Value {
        method: scope.take([ident::setter(own_name(shared), "value")]),
        default: shared.default.clone(),
        places: docs::settings::places(shared),
        docs: docs::settings::value(shared),
    };
    api.shared.iter().map(value).collect()
}

/// The names of the client's settings, without any override.
pub fn setting_names(api: &Api) -> Vec<String> {
    name(api, &BTreeMap::new()).methods().map(|method| plain(method).to_owned()).collect()
}

/// Whether exactly one setting has this name once all `renames` (old name to new name) apply.
pub fn is_setting_free(api: &Api, renames: &BTreeMap<String, String>, name: &str) -> bool {
    let mut settings = self::name(api, renames);
    let count = settings.methods().filter(|method| plain(method) == name).count();
    count == 1 && !is_every_builders(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Auth;

    #[test]
    fn sets_lend_where_tokens_come_from_and_not_how_they_are_sent() {
        let set = |parameters: &[(&str, &str)], alias| Auth {
            scheme: Scheme::OAuth2,
            parameters: parameters
                .iter()
                .map(|(key, value)| ((*key).to_owned(), Template((*value).to_owned())))
                .collect(),
            alias,
            ..Auth::default()
        };
        let lender = set(
            &[
                ("accessTokenUrl", "https://a.example/token"),
                ("tokenType", "mac"),
                ("headerPrefix", "MAC"),
            ],
            Some(0),
        );
        let api = Api {
            auths: vec![set(&[("accessToken", "{{token}}")], None), lender],
            ..Api::default()
        };
        assert_eq!(
            by_rule(&api).auths[0].settings,
            [("accessTokenUrl".to_owned(), "https://a.example/token".to_owned())]
        );
    }
}
