//! What each environment says of the settings of a client, and the variables that it gives to `replay`.

use std::collections::HashMap;

use crate::api::{Environment, Server, Shared, Variable};
use crate::postman::{self, Collection};
use crate::resolve::request::servers;
use crate::resolve::secrets::scope::{Scope, View};
use crate::template;

/// The environments, each seen alone: its variables win over the collection's.
pub(crate) fn resolve(
    collection: &Collection,
    environments: &[postman::Environment],
    labels: &HashMap<String, String>,
    servers: &[Server],
    shared: &[Shared],
) -> Vec<Environment> {
    let globals = environments.iter().filter(|environment| environment.globals);
    let globals: Vec<postman::Environment> = globals.cloned().collect();
    let named: Vec<&postman::Environment> = environments
        .iter()
        .filter(|environment| !environment.globals && !environment.name.trim().is_empty())
        .collect();
    let mut all: Vec<String> = Vec::new();
    for name in named.iter().flat_map(|environment| defined(environment)) {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    let resolved = named.into_iter().map(|environment| {
        let seen = [globals.as_slice(), std::slice::from_ref(environment)].concat();
        let scope = Scope::new(collection, &seen, labels);
        let own = defined(environment);
        Environment {
            name: environment.name.clone(),
            addresses: servers.iter().map(|known| servers::preset(known, &own, &scope)).collect(),
            shared: shared.iter().map(|shared| value(shared, &own, &scope)).collect(),
            variables: all.iter().map(|name| variable(name, &scope)).collect(),
        }
    });
    resolved.collect()
}

/// The variables that an environment defines.
fn defined(environment: &postman::Environment) -> Vec<String> {
    let enabled = environment.variables.iter().filter(|variable| !variable.disabled);
    enabled.filter_map(|variable| variable.key.clone()).collect()
}

/// The value of a shared variable; none for a secret.
fn value(shared: &Shared, own: &[String], scope: &Scope) -> Option<String> {
    let written = format!("{{{{{}}}}}", shared.variable);
    let is_public = own.contains(&shared.variable) && !shared.secret && !scope.is_secret(&written);
    let filled = scope.fill(&written, View::Real);
    (is_public && !filled.is_empty() && !template::has_variable(&filled)).then_some(filled)
}

fn variable(name: &str, scope: &Scope) -> Variable {
    Variable {
        name: name.to_owned(),
        value: scope.value(name, View::Real),
        secret: scope.is_secret(&format!("{{{{{name}}}}}")),
        ..Variable::default()
    }
}
