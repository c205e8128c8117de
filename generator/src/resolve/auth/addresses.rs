//! Where tokens are fetched: addresses that a client can use without the variables of the collection.

use crate::api::{Auth, Scheme, Server};
use crate::resolve::secrets::scope::{Scope, View};
use crate::template;

/// The parameters of OAuth 2 that are addresses.
const ADDRESSES: [&str; 3] = ["accessTokenUrl", "refreshTokenUrl", "authUrl"];

/// Fills in the variables of these addresses. What stands on the main server becomes a path there, so that it moves with
/// the address that a client is given. One that holds a secret, or a variable without a value, stays as it is.
pub(crate) fn settle(auths: &mut [Auth], main: Option<&Server>, scope: &Scope) {
    let main = main.map_or("", |server| server.template.0.as_str());
    let oauth2 = auths.iter_mut().filter(|auth| auth.scheme == Scheme::OAuth2);
    for (name, value) in oauth2.flat_map(|auth| &mut auth.parameters) {
        if ADDRESSES.contains(&name.as_str())
            && let Some(settled) = settled(&value.0, main, scope)
        {
            value.0 = settled;
        }
    }
}

fn settled(address: &str, main: &str, scope: &Scope) -> Option<String> {
    let open = |text: &str| template::has_variable(text) || scope.is_secret(text);
    let path = address
        .strip_prefix(main)
        .filter(|path| template::has_variable(main) && path.starts_with('/'));
    if let Some(path) = path.filter(|path| !open(path)) {
        return Some(path.to_owned());
    }
    let filled = scope.fill(address, View::Real);
    (!scope.is_secret(address) && !template::has_variable(&filled)).then_some(filled)
}
