//! Credentials: which apply to a request, and what they replace in it.

use serde_json::Value;

use super::context::Context;
use super::evidence::{Originals, Security};
use super::headers::{self, Headers};
use super::scope::View;
use super::text::{text_of, truth_of};
use super::url::Entry;
use super::template;
use crate::api::{Auth, Scheme, Template};
use crate::diagnostics::Kind;
use crate::postman;

const AUTHORIZATION: &str = "Authorization";

/// Parameters that are credentials.
const CREDENTIALS: [&str; 16] = [
    "password", "token", "accessToken", "refreshToken", "value", "consumerKey", "consumerSecret", "tokenSecret", "privateKey",
    "secret", "secretKey", "accessKey", "sessionToken", "clientToken", "clientSecret", "authKey",
];

/// Parameters that are flags.
const FLAGS: [&str; 7] = [
    "addParamsToHeader", "addEmptyParamsToSign", "includeBodyHash", "addAuthDataToQuery", "isSecretBase64Encoded",
    "includePayloadHash", "disableRetryRequest",
];

/// A part of a request that credentials write, instead of what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Written {
    Authorization,
    Header(String),
    Query(String),
}

/// All sets of credentials of a collection.
#[derive(Debug, Default)]
pub(super) struct Auths {
    found: Vec<Auth>,
    /// The folder or request in which each was found first.
    owners: Vec<String>,
}

/// The request that credentials are for.
pub(super) struct Target<'a, 'b, 'c> {
    /// The auth that applies, its own or inherited.
    pub(super) auth: Option<&'a postman::Auth>,
    /// The name of the folder or request that has it.
    pub(super) owner: &'b str,
    /// The headers.
    pub(super) headers: &'b mut Headers<'c>,
    /// The query.
    pub(super) query: &'b mut Vec<Entry<'c>>,
    /// User and password of the URL.
    pub(super) userinfo: Option<(String, String)>,
}

impl Auths {
    /// The credentials of a request.
    pub(super) fn resolve(&mut self, context: &mut Context<'_>, target: &mut Target<'_, '_, '_>, originals: &Originals<'_>) -> Option<usize> {
        let none = target.auth.is_none();
        let own = target.auth.and_then(|auth| known(context, auth));
        let written = own.as_ref().map(|own| written(context, own)).unwrap_or_default();
        for place in &written {
            remove(target, place);
        }
        if !written.is_empty() || own.as_ref().is_some_and(|own| own.scheme == Scheme::Digest) {
            return own.map(|own| self.add(own, target.owner));
        }
        if let Some(found) = by_hand(context, target.headers).or_else(|| by_userinfo(context, target)) {
            return Some(self.add(found, target.owner));
        }
        if let Some(own) = own {
            return Some(self.add(Auth { silent: true, ..own }, target.owner));
        }
        let security = originals.security().filter(|_| none)?;
        Some(self.add(shown(security)?, target.owner))
    }

    /// The position of a set; one that is there already is shared.
    fn add(&mut self, auth: Auth, owner: &str) -> usize {
        self.found.iter().position(|other| is_same(other, &auth)).unwrap_or_else(|| {
            self.found.push(auth);
            self.owners.push(owner.to_owned());
            self.found.len() - 1
        })
    }

    /// Why the credentials of a request keep it from being sent.
    pub(super) fn fault(&self, context: &Context<'_>, auth: Option<usize>) -> Option<String> {
        let auth = auth.and_then(|position| self.found.get(position)).filter(|auth| !auth.silent)?;
        let value = match auth.scheme {
            Scheme::Bearer => parameter(auth, "token"),
            Scheme::OAuth2 => parameter(auth, "accessToken"),
            Scheme::ApiKey => parameter(auth, "value"),
            _ => None,
        }?;
        let sendable = headers::is_sendable(&context.scope.fill(value, View::Real)) || parameter(auth, "in") == Some("query");
        (!sendable).then(|| "its credentials cannot stand in a header".to_owned())
    }

    /// All sets; those of one scheme with a word that tells them apart.
    pub(super) fn finish(mut self) -> Vec<Auth> {
        let hints: Vec<Option<String>> = self.found.iter().zip(&self.owners).map(|(auth, owner)| self.hint(auth, owner)).collect();
        for (auth, hint) in self.found.iter_mut().zip(hints) {
            auth.hint = hint;
        }
        self.found
    }

    fn hint(&self, auth: &Auth, owner: &str) -> Option<String> {
        if self.found.iter().filter(|other| other.scheme == auth.scheme).count() < 2 {
            return None;
        }
        let key = parameter(auth, "key").filter(|_| auth.scheme == Scheme::ApiKey && !template::has_variable(parameter(auth, "key").unwrap_or_default()));
        let others = self.found.iter().filter(|other| other.scheme == auth.scheme && !std::ptr::eq(*other, auth));
        let unlike = |key: &&str| others.clone().all(|other| parameter(other, "key") != Some(key));
        let variable = auth.parameters.iter().filter(|(name, _)| CREDENTIALS.contains(&name.as_str()) || name == "username");
        let variable = variable.filter_map(|(_, value)| template::single_variable(&value.0)).find(|name| !name.starts_with("secret_"));
        Some(key.filter(unlike).or(variable).unwrap_or(owner).to_owned())
    }
}

/// A parameter of a set.
fn parameter<'a>(auth: &'a Auth, name: &str) -> Option<&'a str> {
    auth.parameters.iter().find(|(other, _)| other == name).map(|(_, value)| value.0.as_str())
}

/// Whether two sets are the same; of OAuth 2 counts only what is sent.
fn is_same(one: &Auth, other: &Auth) -> bool {
    if one.scheme != other.scheme || one.silent != other.silent {
        return false;
    }
    if one.scheme == Scheme::OAuth2 {
        let same = |name| parameter(one, name) == parameter(other, name);
        return ["accessToken", "addTokenTo", "headerPrefix", "tokenType"].into_iter().all(same);
    }
    one.parameters == other.parameters
}

/// The scheme of a type of Postman's.
fn scheme(kind: &str) -> Option<Scheme> {
    Some(match kind {
        "bearer" => Scheme::Bearer,
        "basic" => Scheme::Basic,
        "apikey" => Scheme::ApiKey,
        "oauth2" => Scheme::OAuth2,
        "oauth1" => Scheme::OAuth1,
        "digest" => Scheme::Digest,
        "hawk" => Scheme::Hawk,
        "awsv4" => Scheme::AwsV4,
        "jwt" => Scheme::Jwt,
        "asap" => Scheme::Asap,
        "edgegrid" => Scheme::EdgeGrid,
        "ntlm" => Scheme::Ntlm,
        _ => return None,
    })
}

/// An auth with its secrets moved to variables; `None` when there is none or nobody knows it.
fn known(context: &mut Context<'_>, auth: &postman::Auth) -> Option<Auth> {
    let Some(scheme) = scheme(&auth.kind) else {
        if !matches!(auth.kind.as_str(), "noauth" | "") {
            context.note(Kind::UnknownAuth { name: auth.kind.clone() }, &auth.place);
        }
        return None;
    };
    let key = auth.parameters.iter().find(|(name, _)| name == "key").map(|(_, value)| text_of(value));
    let parameters = auth.parameters.iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| {
        let text = match value {
            Value::Object(_) | Value::Array(_) => value.to_string(),
            _ if FLAGS.contains(&name.as_str()) => truth_of(Some(value)).to_string(),
            _ => text_of(value),
        };
        let kind = if name == "value" { key.as_deref().unwrap_or("api key") } else { name };
        (name.clone(), protect(context, &auth.kind, name, kind, &text))
    });
    Some(Auth { scheme, parameters: parameters.collect(), ..Default::default() })
}

/// The value of a parameter; a literal credential is a secret whatever it looks like.
fn protect(context: &mut Context<'_>, scheme: &str, name: &str, kind: &str, text: &str) -> Template {
    let literal = !template::has_variable(text) && !super::shapes::is_harmless(text);
    if literal && CREDENTIALS.contains(&name) {
        let label = if name == "value" { kind.to_owned() } else { format!("{scheme} {name}") };
        return Template(context.scope.hide(&label, text));
    }
    // The names of the other parameters are settings: `addTokenTo` is no token.
    context.template("", text)
}

/// What a set of credentials writes; nothing when they lack what they need.
fn written(context: &Context<'_>, auth: &Auth) -> Vec<Written> {
    let get = |name: &str| parameter(auth, name).map(|text| context.scope.fill(text, View::Real)).unwrap_or_default();
    let has = |names: &[&str]| names.iter().all(|name| !get(name).is_empty());
    let header = |condition: bool| if condition { vec![Written::Authorization] } else { Vec::new() };
    match auth.scheme {
        Scheme::Basic | Scheme::AwsV4 | Scheme::Ntlm => header(true),
        Scheme::Bearer => header(has(&["token"])),
        Scheme::OAuth2 if !has(&["accessToken"]) || get("tokenType") == "mac" => Vec::new(),
        Scheme::OAuth2 => match get("addTokenTo").as_str() {
            "header" | "" => header(true),
            "queryParams" => vec![Written::Query("access_token".to_owned()), Written::Authorization],
            _ => Vec::new(),
        },
        Scheme::ApiKey if get("in") == "query" => vec![Written::Query(get("key"))],
        Scheme::ApiKey if !has(&["key"]) => Vec::new(),
        Scheme::ApiKey => vec![Written::Header(get("key"))],
        Scheme::OAuth1 => header(has(&["consumerKey"])),
        Scheme::Digest => header(has(&["realm", "nonce"])),
        Scheme::Hawk => header(has(&["authId", "authKey"])),
        Scheme::Jwt if !has(&["secret"]) && !has(&["privateKey"]) => Vec::new(),
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
fn remove(target: &mut Target<'_, '_, '_>, written: &Written) {
    match written {
        Written::Authorization => target.headers.remove(|name| name.eq_ignore_ascii_case(AUTHORIZATION)),
        Written::Header(key) => target.headers.remove(|name| plain(name) == plain(key)),
        Written::Query(key) => target.query.retain(|entry| entry.parameter.key.as_deref().unwrap_or_default() != key),
    }
}

/// A name of a header as Postman compares it here: without case and punctuation.
fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Credentials in an `Authorization` header written by hand, which is taken away.
fn by_hand(context: &mut Context<'_>, headers: &mut Headers<'_>) -> Option<Auth> {
    let value = headers.single(AUTHORIZATION)?;
    headers.remove(|name| name.eq_ignore_ascii_case(AUTHORIZATION));
    let value = context.template(AUTHORIZATION, &value).0;
    let token = value.strip_prefix("Bearer ").filter(|token| !token.is_empty() && token.trim() == *token);
    let (scheme, parameters) = match token {
        Some(token) => (Scheme::Bearer, vec![("token", token)]),
        None => (Scheme::ApiKey, vec![("key", AUTHORIZATION), ("value", value.as_str()), ("in", "header")]),
    };
    let parameters = parameters.into_iter().map(|(name, value)| (name.to_owned(), Template(value.to_owned())));
    Some(Auth { scheme, parameters: parameters.collect(), ..Default::default() })
}

/// Credentials in the URL.
fn by_userinfo(context: &mut Context<'_>, target: &mut Target<'_, '_, '_>) -> Option<Auth> {
    let (user, password) = target.userinfo.take()?;
    let user = context.template("username", &decoded(&user));
    let password = protect(context, "url", "password", "password", &decoded(&password));
    let parameters = vec![("username".to_owned(), user), ("password".to_owned(), password)];
    Some(Auth { scheme: Scheme::Basic, parameters, ..Default::default() })
}

/// A text with its percent-escapes undone.
fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned)
}

/// Credentials that only the examples show: the collection itself sends none.
fn shown(security: Security<'_>) -> Option<Auth> {
    let scheme = scheme(security.scheme)?;
    let parameters = match scheme {
        Scheme::ApiKey => vec![("key", security.key), ("in", security.place)],
        _ => Vec::new(),
    };
    let parameters = parameters.into_iter().map(|(name, value)| (name.to_owned(), Template(value.to_owned())));
    Some(Auth { scheme, parameters: parameters.collect(), silent: true, ..Default::default() })
}
