//! Environments: the names of those that the collection was generated with, as variants of an enum.

use crate::api;
use crate::name::ident;
use crate::name::ident::Scope;
use crate::rust::Environment;

/// Names the environments.
pub fn name(environments: &[api::Environment]) -> Vec<Environment> {
    let mut scope = Scope::default();
    let named = environments.iter().map(|environment| Environment {
        variant: scope.take([ident::type_name(&environment.name, "Unnamed")]),
        title: environment.name.clone(),
        addresses: known(&environment.addresses),
        headers: known(&environment.headers),
    });
    named.collect()
}

/// What is known, with its position.
fn known(values: &[Option<String>]) -> Vec<(usize, String)> {
    values
        .iter()
        .enumerate()
        .filter_map(|(position, value)| Some((position, value.clone()?)))
        .collect()
}
