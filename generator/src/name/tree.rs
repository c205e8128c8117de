//! Folders and requests as modules: every module and endpoint name of a collection.

use std::collections::HashMap;

use super::Renames;
use super::apart;
use super::ident::{self, Scope};
use super::reserved;
use super::spoken::{self, is_speaking};
use super::title::{self, by_path, noun};
use crate::api::{Api, Endpoint, Group};

/// The names of a collection's modules and endpoints.
#[derive(Debug, Default)]
pub struct Tree {
    /// For each folder, its module.
    pub modules: Vec<String>,
    /// For each folder, the one that it stands for: itself, or the first one beside it of the same name.
    pub homes: Vec<usize>,
    /// For each endpoint, its names.
    pub endpoints: Vec<EndpointName>,
}

/// The names of an endpoint.
#[derive(Debug, Clone, Default)]
pub struct EndpointName {
    /// Its module.
    pub module: String,
    /// Its struct.
    pub name: String,
    /// The noun that names its responses: the struct's name without its verb.
    pub noun: String,
}

/// Names everything in the module of a collection, beside its marker type, in collection order: names that a person gave come
/// first, and the first of equal names keeps it. Folders of one name that stand side by side are one module.
pub fn name(api: &Api, renames: &Renames, collection: &str, marker: &str) -> Tree {
    let homes = homes(api, renames);
    let home = |group: Option<usize>| group.map(|group| homes[group]);
    let mut scopes: HashMap<Option<usize>, Scope> =
        HashMap::from([(None, Scope::with(["models", "runtime"]))]);
    for (&group, name) in &renames.modules {
        scopes.entry(home(api.groups[group].parent)).or_default().try_take(name);
    }
    let mut modules: Vec<String> = Vec::with_capacity(api.groups.len());
    for (index, group) in api.groups.iter().enumerate() {
        let scope = scopes.entry(home(group.parent)).or_default();
        let module = match renames.modules.get(&index) {
            Some(name) => name.clone(),
            None if homes[index] < index => modules[homes[index]].clone(),
            None => {
                let name = module(
                    group,
                    group.parent.map_or(collection, |parent| &api.groups[parent].name),
                );
                let other = format!("{}_folder", name.trim_end_matches('_'));
                scope.take([name, other])
            }
        };
        modules.push(module);
    }
    let environment = (!api.environments.is_empty()).then_some(reserved::ENVIRONMENT);
    let at_top = Names {
        types: Scope::with([marker, reserved::RESPONSE_HEADERS].into_iter().chain(environment)),
        ..Names::default()
    };
    let mut names = HashMap::from([(None, at_top)]);
    let mut name = |index: usize, plain: &str| {
        let endpoint = &api.endpoints[index];
        let (group, parent) =
            (home(endpoint.group), endpoint.group.map_or(collection, |group| &modules[group]));
        names.entry(group).or_default().endpoint(
            endpoint,
            plain,
            parent,
            scopes.entry(group).or_default(),
        )
    };
    let mut endpoints: HashMap<usize, EndpointName> =
        renames.endpoints.iter().map(|(&index, plain)| (index, name(index, plain))).collect();
    let all = api.endpoints.iter().enumerate();
    let endpoints = all.map(|(index, endpoint)| match endpoint.preset_of {
        // a preset is called as its endpoint, and takes no name
        Some(_) => EndpointName::default(),
        None => endpoints.remove(&index).unwrap_or_else(|| name(index, &plain(endpoint))),
    });
    let endpoints = endpoints.collect();
    Tree { modules, homes, endpoints }
}

/// For each folder, the first folder beside it of the same name; names that a person gave are no one else's.
fn homes(api: &Api, renames: &Renames) -> Vec<usize> {
    let mut first: HashMap<(Option<usize>, String), usize> = HashMap::new();
    let mut homes: Vec<usize> = Vec::with_capacity(api.groups.len());
    for (index, group) in api.groups.iter().enumerate() {
        let parent = group.parent.map(|parent| homes[parent]);
        let home = match renames.modules.contains_key(&index) {
            true => index,
            false => *first.entry((parent, title::same_folder(&group.name))).or_insert(index),
        };
        homes.push(home);
    }
    homes
}

/// The module of a folder. One with its parent's name reads badly, and clippy says so.
fn module(group: &Group, parent: &str) -> String {
    let name = title::folder(&group.name);
    if name == title::folder(parent) {
        format!("{}_folder", name.trim_end_matches('_'))
    } else {
        name
    }
}

/// What a request is called when nothing else is.
fn plain(endpoint: &Endpoint) -> String {
    if !is_speaking(&endpoint.name) {
        let (path, words) = (by_path(endpoint), spoken::behind_path(&endpoint.name));
        return if ident::uncut(words).is_empty() {
            ident::type_name(&path, "Request")
        } else {
            ident::inner_type(&path, words)
        };
    }
    let words = spoken::words(&endpoint.name);
    // no name starts with a digit: the method makes it a name
    let method = if words.starts_with(|c: char| c.is_ascii_digit()) {
        endpoint.method.to_lowercase()
    } else {
        String::new()
    };
    match ident::type_name(&format!("{method} {words}"), "") {
        nothing if nothing.is_empty() => ident::type_name("", &by_path(endpoint)),
        name => name,
    }
}

/// The names that were given in one module.
#[derive(Default)]
struct Names<'a> {
    types: Scope,
    /// The first request that was to be called so.
    first: HashMap<String, &'a Endpoint>,
}

impl<'a> Names<'a> {
    /// Names a request in the module `parent`, which has other modules as well.
    fn endpoint(
        &mut self,
        endpoint: &'a Endpoint,
        plain: &str,
        parent: &str,
        modules: &mut Scope,
    ) -> EndpointName {
        let first = self.first.get(plain);
        let apart = first.map_or_else(
            || vec![endpoint.method.to_lowercase()],
            |first| apart::words(endpoint, first),
        );
        let apart = apart.iter().map(|words| ident::inner_type(plain, words));
        let of_path = std::iter::once_with(|| by_path(endpoint));
        let wordy = std::iter::once(ident::type_name(plain, "Request"))
            .chain(apart)
            .chain(of_path)
            .map(|text| {
                let name = ident::type_name(&text, "Request");
                let module = ident::module(&name, "request");
                (name, module)
            });
        // a number goes behind the name as it stands: one that is as long as names may be would lose it again
        let numbered = (2u32..).map(|n| {
            let (name, module) =
                (ident::type_name(plain, "Request"), ident::module(plain, "request"));
            (format!("{name}{n}"), format!("{}{n}", module.trim_end_matches('_')))
        });
        self.first.entry(plain.to_owned()).or_insert(endpoint);
        for (name, mut module) in wordy.chain(numbered) {
            if parent == module {
                module = format!("{}_request", module.trim_end_matches('_'));
            }
            if modules.is_free(&module) && self.types.is_free(&name) {
                modules.try_take(&module);
                self.types.try_take(&name);
                let noun = noun(&name);
                return EndpointName { module, name, noun };
            }
        }
        EndpointName::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_names_that_are_cut_are_told_apart() {
        let text = "Update the retention policy of all archived folders in one workspace";
        let endpoint =
            Endpoint { name: text.to_owned(), method: "PUT".to_owned(), ..Endpoint::default() };
        let api = Api { endpoints: vec![endpoint; 5], ..Api::default() };
        let named = name(&api, &Renames::default(), "api", "Api").endpoints;
        let mut names: Vec<&str> = named
            .iter()
            .flat_map(|endpoint| [endpoint.name.as_str(), endpoint.module.as_str()])
            .collect();
        assert_eq!(named[4].name, "UpdateRetentionPolicyOfAllArchivedFoldersInOne4");
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 10);
    }

    #[test]
    fn folders_of_one_name_are_one_module() {
        let folders = [
            ("Orders", None),
            ("orders ", None),
            ("Old", Some(0)),
            ("Old", Some(1)),
            ("Orders", Some(1)),
            ("C", None),
            ("C++", None),
        ];
        let group = |(name, parent): (&str, Option<usize>)| Group {
            name: name.to_owned(),
            parent,
            ..Group::default()
        };
        let api = Api { groups: folders.map(group).into(), ..Api::default() };
        let tree = name(&api, &Renames::default(), "api", "Api");
        assert_eq!(
            tree.modules,
            ["orders", "orders", "old", "old", "orders_folder", "c", "c_folder"]
        );
        assert_eq!(tree.homes, [0, 0, 2, 2, 4, 5, 6]);
        let modules = [(1, "later".to_owned())].into();
        let renames = Renames { modules, ..Renames::default() };
        assert_eq!(name(&api, &renames, "api", "Api").modules[..3], ["orders", "later", "old"]);
    }

    #[test]
    fn a_request_named_like_its_collection_keeps_clear_of_it() {
        for (word, module) in [("users", "users_request"), ("crate", "crate_request")] {
            let endpoint = Endpoint { name: word.to_owned(), ..Endpoint::default() };
            let api = Api { endpoints: vec![endpoint], ..Api::default() };
            let collection = ident::module(word, "api");
            assert_eq!(
                name(&api, &Renames::default(), &collection, "Marker").endpoints[0].module,
                module
            );
        }
    }
}
