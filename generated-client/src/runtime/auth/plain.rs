// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The schemes that need no signature: a token, a password or a key in its place.

use super::super::request::encode;
use super::super::request::header_text::recode;
use super::super::{BuildError, Secret, TextKind, header_value};
use super::{Outgoing, setting};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};

/// Sets a header whose value is secret.
pub(crate) fn set_secret(
    outgoing: &mut Outgoing<'_>,
    name: HeaderName,
    value: &str,
) -> Result<(), BuildError> {
    let mut value: HeaderValue = header_value(name.as_str(), value)?;
    if outgoing.body.begins_in_memory() {
        recode(&mut value);
    }
    value.set_sensitive(true);
    outgoing.headers.insert(name, value);
    Ok(())
}

/// Sets `Authorization`. An ASCII text is not copied.
fn authorize(outgoing: &mut Outgoing<'_>, text: String) -> Result<(), BuildError> {
    if !text.is_ascii() {
        return set_secret(outgoing, AUTHORIZATION, &text);
    }
    let refused = |_| BuildError::HeaderValue { name: AUTHORIZATION.as_str().to_owned() };
    let mut value = HeaderValue::try_from(text).map_err(refused)?;
    value.set_sensitive(true);
    outgoing.headers.insert(AUTHORIZATION, value);
    Ok(())
}

/// An empty token is not sent.
pub(super) fn bearer(token: &Secret, outgoing: &mut Outgoing<'_>) -> Result<(), BuildError> {
    match token.expose() {
        "" => Ok(()),
        token => authorize(outgoing, ["Bearer ", token].concat()),
    }
}

pub(super) fn basic(
    user: &str,
    password: &Secret,
    outgoing: &mut Outgoing<'_>,
) -> Result<(), BuildError> {
    let pair = format!("{user}:{}", password.expose());
    set_secret(outgoing, AUTHORIZATION, &format!("Basic {}", STANDARD.encode(pair)))
}

/// `key` is the name of the header or of the query parameter, `in` says which of the two.
pub(super) fn api_key(
    value: &Secret,
    settings: &[(&str, &str)],
    outgoing: &mut Outgoing<'_>,
) -> Result<(), BuildError> {
    let key = setting(settings, "key").unwrap_or_default();
    let in_query = setting(settings, "in") == Some("query");
    if key.is_empty() && (!in_query || value.expose().is_empty()) {
        return Ok(());
    }
    if in_query {
        replace_query(outgoing.url, key, &query_text(value));
        return Ok(());
    }
    let refused = |_| BuildError::Credential { reason: format!("`{key}` is no header name") };
    let name = HeaderName::from_bytes(key.as_bytes()).map_err(refused)?;
    remove_alike(outgoing.headers, &name);
    match setting(settings, "prefix").map(|prefix| format!("{prefix} ")) {
        Some(prefix) if !value.expose().starts_with(&prefix) && !value.expose().is_empty() => {
            set_secret(outgoing, name, &[&prefix, value.expose()].concat())
        }
        _ => set_secret(outgoing, name, value.expose()),
    }
}

pub(super) fn oauth2(
    secret: &Secret,
    settings: &[(&str, &str)],
    outgoing: &mut Outgoing<'_>,
) -> Result<(), BuildError> {
    let token = secret.expose();
    if token.is_empty()
        || setting(settings, "tokenType").is_some_and(|kind| kind.eq_ignore_ascii_case("mac"))
    {
        return Ok(());
    }
    match setting(settings, "addTokenTo") {
        None | Some("" | "header") => {
            let prefix = setting(settings, "headerPrefix").unwrap_or("Bearer").trim();
            authorize(
                outgoing,
                if prefix.is_empty() { token.to_owned() } else { [prefix, " ", token].concat() },
            )
        }
        Some("queryParams") => {
            outgoing.headers.remove(AUTHORIZATION);
            replace_query(outgoing.url, "access_token", &query_text(secret));
            Ok(())
        }
        Some(_) => Ok(()),
    }
}

/// Headers that differ from the key's only in case and punctuation make way for it, as in Postman.
fn remove_alike(headers: &mut HeaderMap, name: &HeaderName) {
    let plain =
        |name: &str| -> String { name.chars().filter(char::is_ascii_alphanumeric).collect() };
    let wanted = plain(name.as_str());
    let alike: Vec<HeaderName> =
        headers.keys().filter(|key| plain(key.as_str()) == wanted).cloned().collect();
    for key in alike {
        headers.remove(key);
    }
}

/// Puts a pair at the end of the query, and takes earlier pairs of that key out.
pub fn replace_query(url: &mut String, key: &str, encoded_value: &str) {
    let key = encode::query_key(key);
    if let Some((before, query)) = url.split_once('?') {
        let of_key = |pair: &&str| pair.split('=').next() != Some(key.as_str());
        let kept: Vec<&str> = query.split('&').filter(of_key).collect();
        let separator = if kept.is_empty() { "" } else { "?" };
        *url = format!("{before}{separator}{}", kept.join("&"));
    }
    url.push(if url.contains('?') { '&' } else { '?' });
    url.push_str(&key);
    url.push('=');
    url.push_str(encoded_value);
}

/// A credential as a query value: data, unless it is raw.
fn query_text(value: &Secret) -> String {
    match value.as_text().kind() {
        TextKind::Raw => encode::query_value(value.expose()),
        TextKind::Escaped | TextKind::Bare => encode::query_safe(value.expose()),
    }
}
