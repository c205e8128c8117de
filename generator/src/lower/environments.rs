//! Environments: the names of those that the collection was generated with, as variants of an enum.

use super::addresses;
use crate::api;
use crate::name::ident;
use crate::name::ident::Scope;
use crate::rust::{self, Environment};

/// Names the environments that say something of the client's settings.
pub fn name(api: &api::Api, servers: &[rust::Server]) -> Vec<Environment> {
    let mut scope = Scope::default();
    let methods: Vec<String> = servers.iter().map(|server| server.method.clone()).collect();
    let says = |environment: &&api::Environment| {
        environment.addresses.iter().any(Option::is_some)
            || environment.shared.iter().any(Option::is_some)
    };
    let named =
        api.environments.iter().filter(says).map(|environment| Environment {
            variant: scope.take([ident::type_name(&environment.name, "Unnamed")]),
            title: environment.name.clone(),
            addresses: known(environment.addresses.iter().map(|value| {
                value.as_ref().and_then(|value| addresses::text(api, &methods, value))
            })),
            values: known(environment.shared.iter().cloned()),
        });
    named.collect()
}

/// What is known, with its position.
fn known(values: impl Iterator<Item = Option<String>>) -> Vec<(usize, String)> {
    values.enumerate().filter_map(|(position, value)| Some((position, value?))).collect()
}
