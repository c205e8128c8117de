//! Variables that nearly all requests send: a client is told them once.
//!
//! What at least four of five requests send with the same variable, in their path, their query or a header, is a setting of the
//! client. Log-ins and tests that expect an error are not counted: they leave out what all others send.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::api::{Endpoint, Parameter, PathPiece, Saved, Shared, SharedPlace};
use crate::hints::secrets;
use crate::resolve::secrets::scope::{Scope, View};
use crate::template;

/// Of fewer requests, four of five are too few to tell a common value from that of one resource. Headers name no resource.
const FEWEST_REQUESTS: usize = 5;
/// The same for headers.
const FEWEST_WITH_HEADER: usize = 2;

/// Marks the parameters that share a variable, and gives the variables in order of first use.
pub(crate) fn share(endpoints: &mut [Endpoint], scope: &Scope) -> Vec<Shared> {
    let counted: Vec<&Endpoint> = endpoints
        .iter()
        .filter(|endpoint| endpoint.fault.is_none() && is_usual(endpoint))
        .collect();
    let mut senders: IndexMap<String, (usize, HashSet<SharedPlace>)> = IndexMap::new();
    for endpoint in &counted {
        let mut seen = HashSet::new();
        for (place, parameter) in parameters(endpoint) {
            let Some(name) = variable(parameter) else { continue };
            let (count, places) = senders.entry(name.to_owned()).or_default();
            *count += usize::from(seen.insert(name));
            places.insert(place);
        }
    }
    let is_shared = |name: &str, count: usize, places: &HashSet<SharedPlace>| {
        let in_headers = places.iter().all(|place| matches!(place, SharedPlace::Header(_)));
        let fewest = if in_headers { FEWEST_WITH_HEADER } else { FEWEST_REQUESTS };
        // The identifier of what an earlier request made is an argument, however often it is used.
        let made = !in_headers && scope.is_only_scripted(name);
        counted.len() >= fewest && count * 5 >= counted.len() * 4 && count >= 2 && !made
    };
    let names: Vec<String> = senders
        .iter()
        .filter(|(name, (count, places))| is_shared(name, *count, places))
        .map(|(name, _)| name.clone())
        .collect();
    let mut shared: Vec<Shared> = names.iter().map(|name| described(name, scope)).collect();
    for endpoint in endpoints.iter_mut() {
        mark(endpoint, &names, &mut shared);
    }
    shared
}

fn described(name: &str, scope: &Scope) -> Shared {
    let written = format!("{{{{{name}}}}}");
    let secret = scope.is_secret(&written) || secrets::is_secret_name(name);
    let value = scope.fill(&written, View::Real);
    let known = !secret && !value.is_empty() && !template::has_variable(&value);
    Shared {
        variable: name.to_owned(),
        default: known.then_some(value),
        secret,
        places: Vec::new(),
    }
}

/// Whether a request is one like most: no log-in, and no test of how the server refuses something.
fn is_usual(endpoint: &Endpoint) -> bool {
    const UNUSUAL: [&str; 26] = [
        "login",
        "log in",
        "log-in",
        "signin",
        "sign in",
        "sign-in",
        "signup",
        "sign up",
        "sign-up",
        "register",
        "authenticate",
        "authorize",
        "authorization",
        "get token",
        "access token",
        "refresh token",
        "oauth",
        "invalid",
        "unauthori",
        "without",
        "missing",
        "wrong",
        "negative",
        "forbidden",
        "no token",
        "should fail",
    ];
    let name = endpoint.name.to_lowercase();
    let last = endpoint.path.last().and_then(|piece| match piece {
        PathPiece::Text(text) => text.rsplit('/').next(),
        PathPiece::Parameter(_) | PathPiece::Location(_) => None,
    });
    let gives_token = matches!(
        last.map(str::to_lowercase).as_deref(),
        Some(
            "login"
                | "signin"
                | "signup"
                | "register"
                | "token"
                | "authenticate"
                | "auth"
                | "session"
                | "sessions"
        )
    );
    !(UNUSUAL.iter().any(|word| name.contains(word)) || gives_token && endpoint.method == "POST")
}

/// The parameters that can share a variable.
fn parameters(endpoint: &Endpoint) -> impl Iterator<Item = (SharedPlace, &Parameter)> {
    let path = endpoint.path.iter().filter_map(|piece| match piece {
        PathPiece::Parameter(parameter) => Some((SharedPlace::Path, parameter)),
        PathPiece::Text(_) | PathPiece::Location(_) => None,
    });
    let query = endpoint
        .query
        .iter()
        .map(|parameter| (SharedPlace::Query(parameter.name.clone()), parameter));
    let headers = endpoint
        .headers
        .iter()
        .map(|header| (SharedPlace::Header(header.parameter.name.clone()), &header.parameter));
    path.chain(query).chain(headers)
}

/// The variable that is all that a parameter sends.
fn variable(parameter: &Parameter) -> Option<&str> {
    match parameter.saved.as_slice() {
        [Saved::Text(text)] => {
            template::single_variable(&text.0).filter(|name| !name.starts_with('$'))
        }
        _ => None,
    }
}

fn mark(endpoint: &mut Endpoint, names: &[String], shared: &mut [Shared]) {
    let starts_path = matches!(endpoint.path.first(), Some(PathPiece::Parameter(_)));
    let path =
        endpoint.path.iter_mut().skip(usize::from(starts_path)).filter_map(|piece| match piece {
            PathPiece::Parameter(parameter) => Some((SharedPlace::Path, parameter)),
            PathPiece::Text(_) | PathPiece::Location(_) => None,
        });
    let query = endpoint
        .query
        .iter_mut()
        .map(|parameter| (SharedPlace::Query(parameter.name.clone()), parameter));
    let headers = endpoint
        .headers
        .iter_mut()
        .map(|header| (SharedPlace::Header(header.parameter.name.clone()), &mut header.parameter));
    for (place, parameter) in path.chain(query).chain(headers) {
        let found = variable(parameter).and_then(|own| names.iter().position(|name| name == own));
        if let Some(at) = found {
            parameter.shared = Some(at);
            shared[at].secret |= parameter.secret;
            if shared[at].secret {
                shared[at].default = None;
            }
            if !shared[at].places.contains(&place) {
                shared[at].places.push(place);
            }
        }
    }
    // A secret is one wherever it is sent.
}
