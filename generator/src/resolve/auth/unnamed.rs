//! Credentials without an auth of their own: in a header written by hand, in the URL, or only in saved examples.

use super::{AUTHORIZATION, Target, scheme};
use crate::api::{Auth, Scheme, Template};
use crate::resolve::context::Context;
use crate::resolve::request::evidence::Security;
use crate::resolve::request::headers::Headers;
use crate::template;

/// Credentials in an `Authorization` header written by hand, which is taken away.
pub(crate) fn by_hand(context: &mut Context<'_>, headers: &mut Headers<'_>) -> Option<Auth> {
    let value = headers.single(AUTHORIZATION)?;
    headers.remove(|name| name.eq_ignore_ascii_case(AUTHORIZATION));
    let value = context.template(&value).0;
    let token =
        value.strip_prefix("Bearer ").filter(|token| !token.is_empty() && token.trim() == *token);
    let (scheme, parameters) = match token {
        Some(token) => (Scheme::Bearer, vec![("token", token)]),
        None => (
            Scheme::ApiKey,
            vec![("key", AUTHORIZATION), ("value", value.as_str()), ("in", "header")],
        ),
    };
    let prefix =
        prefix(&value).filter(|_| scheme == Scheme::ApiKey).map(|prefix| ("prefix", prefix));
    let parameters = parameters.into_iter().chain(prefix);
    let parameters = parameters.map(|(name, value)| (name.to_owned(), Template(value.to_owned())));
    Some(Auth { scheme, parameters: parameters.collect(), ..Default::default() })
}

/// The word before the one variable of a header's value: `Token` of `Token {{token}}`.
fn prefix(value: &str) -> Option<&str> {
    let (prefix, token) = value.split_once(' ')?;
    let is_word = prefix.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    (is_word && !prefix.is_empty() && template::single_variable(token).is_some()).then_some(prefix)
}

/// Credentials in the URL.
pub(crate) fn by_userinfo(
    context: &mut Context<'_>,
    target: &mut Target<'_, '_, '_>,
) -> Option<Auth> {
    let (user, password) = target.userinfo.take()?;
    let user = context.template(&decoded(&user));
    let password = context.template(&decoded(&password));
    let parameters = vec![("username".to_owned(), user), ("password".to_owned(), password)];
    Some(Auth { scheme: Scheme::Basic, parameters, ..Default::default() })
}

/// A text with its percent-escapes undone.
fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8()
        .map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned)
}

/// Credentials that only the examples show: the collection itself sends none.
pub(crate) fn shown(security: Security<'_>) -> Option<Auth> {
    let scheme = scheme(security.scheme)?;
    let parameters = match scheme {
        Scheme::ApiKey => vec![("key", security.key), ("in", security.place)],
        _ => Vec::new(),
    };
    let parameters =
        parameters.into_iter().map(|(name, value)| (name.to_owned(), Template(value.to_owned())));
    Some(Auth { scheme, parameters: parameters.collect(), silent: true, ..Default::default() })
}
