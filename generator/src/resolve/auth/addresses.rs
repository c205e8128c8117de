//! Where tokens are fetched: addresses that a client can use without the variables of the collection.

use crate::api::{Auth, Scheme, Server};
use crate::resolve::secrets::scope::{Scope, View};
use crate::template::{self, Piece, pieces};
use serde_json::{Value, json};

/// The parameters of OAuth 2 that are addresses.
const ADDRESSES: [&str; 3] = ["accessTokenUrl", "refreshTokenUrl", "authUrl"];

/// What else is sent with requests for tokens.
const TOKEN_PARAMETERS: &str = "tokenRequestParams";

/// Variables that are made of others more often than these are made of themselves.
const DEEPEST: usize = 20;

/// Fills in the variables of these addresses. What is on the main server becomes a path there, so that it moves with the address
/// that a client is given. One that holds a secret, or a variable without a value, stays as it is.
pub(crate) fn settle(auths: &mut [Auth], main: Option<&Server>, scope: &Scope) {
    let main = main.map_or("", |server| server.template.0.as_str());
    let oauth2 = auths.iter_mut().filter(|auth| auth.scheme == Scheme::OAuth2);
    for (name, value) in oauth2.flat_map(|auth| &mut auth.parameters) {
        if ADDRESSES.contains(&name.as_str())
            && let Some(settled) = settled(&value.0, main, scope)
        {
            value.0 = settled;
        } else if name == TOKEN_PARAMETERS
            && let Some(settled) = enabled(&value.0, scope)
        {
            value.0 = settled;
        }
    }
}

fn settled(address: &str, main: &str, scope: &Scope) -> Option<String> {
    if let Some(path) = path_on(address, main, scope) {
        return Some(path);
    }
    let filled = scope.fill(address, View::Real);
    (!scope.is_secret(address) && !template::has_variable(&filled)).then_some(filled)
}

/// The path on the main server of an address that starts with that server, or with a variable that is made of it.
fn path_on(address: &str, main: &str, scope: &Scope) -> Option<String> {
    let open = |text: &str| template::has_variable(text) || scope.is_secret(text);
    let mut address = address.to_owned();
    for _ in 0..DEEPEST {
        let path = address.strip_prefix(main).filter(|path| path.starts_with('/'));
        if let Some(path) = path.filter(|path| template::has_variable(main) && !open(path)) {
            return Some(path.to_owned());
        }
        let Some(Piece::Variable(variable)) = pieces(&address).first().copied() else { break };
        let value = scope.value(template::name_of(variable), View::Real)?;
        address = format!("{value}{}", &address[variable.len()..]);
    }
    None
}

/// The further parameters of token requests that are sent, with their variables filled in; not those that hold secrets.
fn enabled(json: &str, scope: &Scope) -> Option<String> {
    let list: Vec<Value> = serde_json::from_str(json).ok()?;
    let parameter = |entry: &Value| {
        let text = |name: &str| entry.get(name).and_then(Value::as_str);
        let value = text("value").unwrap_or_default();
        let filled = scope.fill(value, View::Real);
        let is_sent = entry.get("enabled") != Some(&Value::Bool(false))
            && !scope.is_secret(value)
            && !template::has_variable(&filled);
        let key = text("key").filter(|key| is_sent && !key.is_empty())?;
        let send_as = text("send_as").unwrap_or("request_body");
        Some(json!({"key": key, "value": filled, "send_as": send_as}))
    };
    Some(Value::Array(list.iter().filter_map(parameter).collect()).to_string())
}
