//! Credentials: which apply to a request, and what they replace in it.

mod addresses;
mod unnamed;
mod written;

use std::collections::BTreeMap;

use serde_json::Value;

use super::context::Context;
use super::text::{text_of, truth_of};
use crate::api::{Auth, Scheme};
use crate::diagnostics::Kind;
use crate::postman;
use crate::resolve::request::evidence::Originals;
use crate::resolve::request::headers;
use crate::resolve::request::headers::Headers;
use crate::resolve::request::url::Entry;
use crate::resolve::secrets::scope::View;
use crate::template;
pub(crate) use addresses::settle;
use unnamed::{by_hand, by_userinfo, shown};
use written::{remove, written};

const AUTHORIZATION: &str = "Authorization";

/// Parameters that are credentials.
pub(crate) const CREDENTIALS: [&str; 16] = [
    "password",
    "token",
    "accessToken",
    "refreshToken",
    "value",
    "consumerKey",
    "consumerSecret",
    "tokenSecret",
    "privateKey",
    "secret",
    "secretKey",
    "accessKey",
    "sessionToken",
    "clientToken",
    "clientSecret",
    "authKey",
];

/// Parameters after whose variables a set is named.
const NAMING: [&str; 10] = [
    "token",
    "accessToken",
    "value",
    "username",
    "password",
    "consumerKey",
    "authKey",
    "accessKey",
    "secret",
    "clientToken",
];

/// Parameters that are flags.
const FLAGS: [&str; 7] = [
    "addParamsToHeader",
    "addEmptyParamsToSign",
    "includeBodyHash",
    "addAuthDataToQuery",
    "isSecretBase64Encoded",
    "includePayloadHash",
    "disableRetryRequest",
];

/// All sets of credentials of a collection.
#[derive(Debug, Default)]
pub(crate) struct Auths {
    found: Vec<Auth>,
    /// The folder or request in which each was found first.
    owners: Vec<String>,
}

/// The request that credentials are for.
pub(crate) struct Target<'a, 'b, 'c> {
    /// The auth that applies, its own or inherited.
    pub(crate) auth: Option<&'a postman::Auth>,
    /// The name of the folder or request that has it.
    pub(crate) owner: &'b str,
    /// The headers.
    pub(crate) headers: &'b mut Headers<'c>,
    /// The query.
    pub(crate) query: &'b mut Vec<Entry<'c>>,
    /// User and password of the URL.
    pub(crate) userinfo: Option<(String, String)>,
}

impl Auths {
    /// The credentials of a request.
    pub(crate) fn resolve(
        &mut self,
        context: &mut Context<'_>,
        target: &mut Target<'_, '_, '_>,
        originals: &Originals<'_>,
    ) -> Option<usize> {
        let none = target.auth.is_none();
        let own = target.auth.and_then(|auth| known(context, auth));
        let written = own.as_ref().map(|own| written(context, own)).unwrap_or_default();
        for place in &written {
            remove(target, place);
        }
        if !written.is_empty() || own.as_ref().is_some_and(|own| own.scheme == Scheme::Digest) {
            return own.map(|own| self.add(own, target.owner));
        }
        if let Some(found) =
            by_hand(context, target.headers).or_else(|| by_userinfo(context, target))
        {
            return Some(self.add(found, target.owner));
        }
        if let Some(own) = own {
            let silent = !own
                .parameters
                .iter()
                .any(|(name, value)| NAMING.contains(&name.as_str()) && is_open(&value.0));
            return Some(self.add(Auth { silent, ..own }, target.owner));
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
    pub(crate) fn fault(&self, context: &Context<'_>, auth: Option<usize>) -> Option<String> {
        let auth =
            auth.and_then(|position| self.found.get(position)).filter(|auth| !auth.silent)?;
        let value = match auth.scheme {
            Scheme::Bearer => parameter(auth, "token"),
            Scheme::OAuth2 => parameter(auth, "accessToken"),
            Scheme::ApiKey => parameter(auth, "value"),
            _ => None,
        }?;
        let sendable = headers::is_sendable(&context.scope.fill(value, View::Real))
            || parameter(auth, "in") == Some("query");
        (!sendable).then(|| "its credentials cannot stand in a header".to_owned())
    }

    /// Whether the credentials of a request sign its headers.
    pub(crate) fn signs_headers(&self, auth: Option<usize>) -> bool {
        auth.and_then(|position| self.found.get(position))
            .is_some_and(|auth| auth.scheme == Scheme::AwsV4)
    }

    /// All sets; those of one scheme with a word that tells them apart.
    pub(crate) fn finish(mut self) -> Vec<Auth> {
        for position in 0..self.found.len() {
            self.found[position].alias = self.alias(position);
        }
        let hints: Vec<Option<String>> = self
            .found
            .iter()
            .zip(&self.owners)
            .map(|(auth, owner)| self.hint(auth, owner))
            .collect();
        for (auth, hint) in self.found.iter_mut().zip(hints) {
            auth.hint = hint;
        }
        self.found
    }

    /// The set of which one with literal credentials, or with none, is another value: the first one with variables, else
    /// the first.
    fn alias(&self, position: usize) -> Option<usize> {
        let auth = &self.found[position];
        let empty = auth.silent && travel(auth).1.is_empty();
        let same = |other: &Auth| {
            !other.silent
                && if empty { other.scheme == auth.scheme } else { travel(other) == travel(auth) }
        };
        let twins = || (0..self.found.len()).filter(|other| same(&self.found[*other]));
        let first =
            twins().find(|other| !is_literal(&self.found[*other])).or_else(|| twins().next())?;
        (first != position && (empty || is_literal(auth))).then_some(first)
    }

    fn hint(&self, auth: &Auth, owner: &str) -> Option<String> {
        let others = || {
            self.found.iter().filter(|other| {
                other.scheme == auth.scheme && other.alias.is_none() && !std::ptr::eq(*other, auth)
            })
        };
        if others().next().is_none() || auth.alias.is_some() {
            return None;
        }
        let plain = |key: &&str| auth.scheme == Scheme::ApiKey && !template::has_variable(key);
        let key = parameter(auth, "key")
            .filter(plain)
            .filter(|key| others().all(|other| parameter(other, "key") != Some(key)));
        let values = NAMING.iter().filter_map(|name| parameter(auth, name));
        let variable =
            values.filter_map(template::single_variable).find(|name| !name.starts_with("secret_"));
        Some(key.or(variable).unwrap_or(owner).to_owned())
    }
}

/// A parameter of a set.
fn parameter<'a>(auth: &'a Auth, name: &str) -> Option<&'a str> {
    auth.parameters.iter().find(|(other, _)| other == name).map(|(_, value)| value.0.as_str())
}

/// What counts of a set: the parameters that say what is sent, without those that are empty.
fn essence(auth: &Auth) -> BTreeMap<&str, &str> {
    let counts = |name: &str| match auth.scheme {
        Scheme::Bearer => name == "token",
        Scheme::Basic => matches!(name, "username" | "password"),
        Scheme::ApiKey => matches!(name, "key" | "value" | "in" | "prefix"),
        Scheme::OAuth2 => {
            matches!(name, "accessToken" | "addTokenTo" | "headerPrefix" | "tokenType")
        }
        _ => !matches!(name, "showPassword" | "saveHelperData" | "disableRetryRequest"),
    };
    let parameters = auth.parameters.iter().map(|(name, value)| (name.as_str(), value.0.as_str()));
    // An empty prefix is none at all; a missing one is `Bearer`.
    let usual = |name: &str, value: &str| match name {
        "headerPrefix" => value == "Bearer",
        "tokenType" => matches!(value, "" | "Bearer" | "bearer"),
        "in" | "addTokenTo" => matches!(value, "" | "header"),
        _ => value.is_empty(),
    };
    parameters.filter(|(name, value)| counts(name) && !usual(name, value)).collect()
}

/// Whether a value holds a variable of the collection, and not just a literal that was moved out.
fn is_open(value: &str) -> bool {
    template::has_variable(value) && !value.contains("{{secret_")
}

/// How a set travels: its scheme, and what counts but the credentials.
fn travel(auth: &Auth) -> (Scheme, BTreeMap<&str, &str>) {
    let mut parameters = essence(auth);
    parameters.retain(|name, _| {
        !CREDENTIALS.contains(name) && *name != "username" && *name != "tokenType"
    });
    (auth.scheme, parameters)
}

/// Whether the credentials of a set are literals, and no variables of the collection.
fn is_literal(auth: &Auth) -> bool {
    let mut values = NAMING
        .iter()
        .filter_map(|name| parameter(auth, name))
        .filter(|value| !value.is_empty())
        .peekable();
    values.peek().is_some() && values.all(|value| !is_open(value))
}

fn is_same(one: &Auth, other: &Auth) -> bool {
    one.scheme == other.scheme && one.silent == other.silent && essence(one) == essence(other)
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

/// An auth; `None` when there is none or nobody knows it.
fn known(context: &mut Context<'_>, auth: &postman::Auth) -> Option<Auth> {
    let Some(scheme) = scheme(&auth.kind) else {
        if !matches!(auth.kind.as_str(), "noauth" | "") {
            context.note(Kind::UnknownAuth { name: auth.kind.clone() }, &auth.place);
        }
        return None;
    };
    let parameters =
        auth.parameters.iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| {
            let text = match value {
                Value::Object(_) | Value::Array(_) => value.to_string(),
                _ if FLAGS.contains(&name.as_str()) => truth_of(Some(value)).to_string(),
                _ => text_of(value),
            };
            // A client knows the name of a header or parameter, as for all others.
            let is_name = scheme == Scheme::ApiKey && name == "key";
            let text = if is_name { context.name(&text) } else { text };
            (name.clone(), context.template(&text))
        });
    Some(Auth { scheme, parameters: parameters.collect(), ..Default::default() })
}
