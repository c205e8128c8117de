//! Folders and requests as modules: every module and endpoint name of a collection.

use std::collections::HashMap;

use super::Wishes;
use super::endpoint::EndpointName;
use super::environments;
use super::ident::{self, Scope};
use super::response_headers;
use super::spoken::{self, is_speaking};
use super::title::{self, by_path, noun};
use crate::api::{Api, Endpoint};

/// The names of a collection's modules and endpoints.
#[derive(Debug, Default)]
pub struct Tree {
    /// For each folder, its module.
    pub modules: Vec<String>,
    /// For each endpoint, its names.
    pub endpoints: Vec<EndpointName>,
}

/// Names everything in the module of a collection, beside its marker type, in collection order: names that a person gave come
/// first, and the first of equal names keeps it.
pub fn name(api: &Api, wishes: &Wishes, collection: &str, marker: &str) -> Tree {
    let mut scopes: HashMap<Option<usize>, Scope> = HashMap::new();
    let reserved = ["models", "runtime"];
    scopes.insert(None, Scope::with(reserved));
    for (&group, name) in &wishes.modules {
        scopes.entry(api.groups[group].parent).or_default().try_take(name);
    }
    let modules = api.groups.iter().enumerate().map(|(index, group)| {
        if let Some(name) = wishes.modules.get(&index) {
            return name.clone();
        }
        let parent = group.parent.map_or(collection, |parent| &api.groups[parent].name);
        let name = title::folder(&group.name);
        let scope = scopes.entry(group.parent).or_default();
        // a module with its parent's name reads badly, and clippy says so
        let same_as_parent = name == title::folder(parent);
        scope.take([if same_as_parent { format!("{}_folder", name.trim_end_matches('_')) } else { name }])
    });
    let modules: Vec<String> = modules.collect();
    let environment = (!api.environments.is_empty()).then_some(environments::ENUM);
    let mut types = HashMap::from([(None, Scope::with([marker, response_headers::TRAIT].into_iter().chain(environment)))]);
    let mut name = |endpoint: &Endpoint, plain: &str| {
        let parent = endpoint.group.map_or(collection, |group| &modules[group]);
        let scope = scopes.entry(endpoint.group).or_default();
        endpoint_name(endpoint, plain, parent, scope, types.entry(endpoint.group).or_default())
    };
    let mut endpoints: HashMap<usize, EndpointName> =
        wishes.endpoints.iter().map(|(&index, plain)| (index, name(&api.endpoints[index], plain))).collect();
    let all = api.endpoints.iter().enumerate();
    let endpoints = all.map(|(index, endpoint)| match endpoint.preset_of {
        // a preset is called as its endpoint, and takes no name
        Some(_) => EndpointName::default(),
        None => endpoints.remove(&index).unwrap_or_else(|| name(endpoint, &plain(endpoint))),
    });
    let endpoints = endpoints.collect();
    Tree { modules, endpoints }
}

/// What a request is called when nothing else is.
fn plain(endpoint: &Endpoint) -> String {
    let plain = if is_speaking(&endpoint.name) { spoken::words(&endpoint.name) } else { by_path(endpoint) };
    // no name starts with a digit: the method makes it a name
    let method = if plain.starts_with(|c: char| c.is_ascii_digit()) { endpoint.method.to_lowercase() } else { String::new() };
    ident::type_name(&format!("{method} {plain}"), &by_path(endpoint))
}

fn endpoint_name(endpoint: &Endpoint, plain: &str, parent: &str, modules: &mut Scope, types: &mut Scope) -> EndpointName {
    let method = ident::pascal(&endpoint.method.to_lowercase(), "");
    let wordy = [plain.to_owned(), format!("{plain}{method}"), plain.to_owned() + &by_path(endpoint), by_path(endpoint)];
    let wordy = wordy.into_iter().map(|text| {
        let name = ident::type_name(&text, "Request");
        let module = ident::module(&name, "request");
        (name, module)
    });
    // a number goes behind the name as it stands: one that is as long as names may be would lose it again
    let (name, module) = (ident::type_name(plain, "Request"), ident::module(plain, "request"));
    let numbered = (2u32..).map(|n| (format!("{name}{n}"), format!("{}{n}", module.trim_end_matches('_'))));
    for (name, mut module) in wordy.chain(numbered) {
        if parent == module {
            module = format!("{}_request", module.trim_end_matches('_'));
        }
        if modules.is_free(&module) && types.is_free(&name) {
            modules.try_take(&module);
            types.try_take(&name);
            let noun = noun(&name);
            return EndpointName { module, name, noun };
        }
    }
    EndpointName::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_names_that_are_cut_are_told_apart() {
        let text = "Update the retention policy of all archived folders in one workspace";
        let endpoint = Endpoint { name: text.to_owned(), method: "PUT".to_owned(), ..Endpoint::default() };
        let api = Api { endpoints: vec![endpoint; 5], ..Api::default() };
        let named = name(&api, &Wishes::default(), "api", "Api").endpoints;
        let mut names: Vec<&str> = named.iter().flat_map(|endpoint| [endpoint.name.as_str(), endpoint.module.as_str()]).collect();
        assert_eq!(named[4].name, "UpdateRetentionPolicyOfAllArchivedFoldersInOne3");
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 10);
    }

    #[test]
    fn a_request_named_like_its_collection_keeps_clear_of_it() {
        for (word, module) in [("users", "users_request"), ("crate", "crate_request")] {
            let endpoint = Endpoint { name: word.to_owned(), ..Endpoint::default() };
            let api = Api { endpoints: vec![endpoint], ..Api::default() };
            let collection = ident::module(word, "api");
            assert_eq!(name(&api, &Wishes::default(), &collection, "Marker").endpoints[0].module, module);
        }
    }
}
