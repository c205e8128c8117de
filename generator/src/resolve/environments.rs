//! What each environment says of the settings of a client: addresses and default headers.

use std::collections::HashMap;

use crate::api::{Endpoint, Environment, HeaderRole, Saved, Server};
use crate::postman::{self, Collection};
use crate::resolve::request::servers;
use crate::resolve::secrets::scope::{Scope, View};
use crate::template;

/// The environments that say something of a setting, each seen alone: its variables win over the collection's.
pub(crate) fn resolve(
    collection: &Collection,
    environments: &[postman::Environment],
    labels: &HashMap<String, String>,
    servers: &[Server],
    endpoints: &[Endpoint],
) -> Vec<Environment> {
    let globals = environments.iter().filter(|environment| environment.globals);
    let globals: Vec<postman::Environment> = globals.cloned().collect();
    let named = environments
        .iter()
        .filter(|environment| !environment.globals && !environment.name.trim().is_empty());
    let resolved = named.map(|environment| {
        let seen = [globals.as_slice(), std::slice::from_ref(environment)].concat();
        let scope = Scope::new(collection, &seen, labels);
        Environment {
            name: environment.name.clone(),
            addresses: servers
                .iter()
                .map(|known| servers::server(&known.template.0, &scope).address)
                .collect(),
            headers: default_headers(endpoints, &scope),
        }
    });
    let says = |environment: &Environment| {
        environment.addresses.iter().chain(&environment.headers).any(Option::is_some)
    };
    resolved.filter(says).collect()
}

/// The values of the headers that the client holds, in their order; none for a secret.
fn default_headers(endpoints: &[Endpoint], scope: &Scope) -> Vec<Option<String>> {
    let is_default = |header: &&crate::api::Header| header.role == HeaderRole::Default;
    let holder =
        endpoints.iter().find(|endpoint| endpoint.headers.iter().any(|header| is_default(&header)));
    let headers = holder.into_iter().flat_map(|endpoint| &endpoint.headers).filter(is_default);
    let value = |saved: &Saved| match saved {
        Saved::Text(template) if !scope.is_secret(&template.0) => {
            let filled = scope.fill(&template.0, View::Real);
            (!template::has_variable(&filled)).then_some(filled)
        }
        Saved::Text(_) | Saved::Bare => None,
    };
    headers
        .map(|header| {
            header.parameter.saved.first().filter(|_| !header.parameter.secret).and_then(value)
        })
        .collect()
}
