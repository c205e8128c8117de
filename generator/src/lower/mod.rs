//! From the API, its types and its names to the Rust that will be written.
//!
//! A [`Frame`] has the names that do not depend on types; [`lower`] makes the rest.

mod endpoint;
mod environments;
mod error;
mod features;
mod fields;
mod flow;
mod headers;
mod imports;
mod literal;
mod models;
mod output;
pub mod pages;
mod preset;
mod replay;
mod response_headers;
mod roots;
mod settings;
mod text;
mod types;

use rayon::prelude::*;

use crate::api::Api;
use crate::docs;
use crate::infer::Inferred;
use crate::infer::types::Conflict;
use crate::name::tree::{self, Tree};
use crate::name::{Renames, ident, reserved};
use crate::rust::{self, Collection, Module};
pub use features::{features, folders};
pub use settings::{is_setting_free, setting_names};

use models::Shared;
use roots::Roots;
use settings::Settings;
use types::Types;

/// What has a name before types are known.
#[derive(Debug)]
pub struct Frame {
    module: String,
    marker: String,
    settings: Settings,
    tree: Tree,
    top: Vec<String>,
}

impl Frame {
    /// Names modules, endpoints and settings of a collection whose own module has this name.
    pub fn new(api: &Api, renames: &Renames, module: &str) -> Frame {
        let mut marker = ident::type_name(module, "Collection");
        if marker == reserved::ENVIRONMENT && !api.environments.is_empty() {
            marker.push_str("Api");
        }
        let (settings, tree) =
            (settings::name(api, &renames.settings), tree::name(api, renames, module, &marker));
        let top = top(api, &tree);
        Frame { module: module.to_owned(), marker, settings, tree, top }
    }

    /// The modules directly in the collection's own.
    pub fn top(&self) -> impl Iterator<Item = &str> {
        self.top.iter().map(String::as_str)
    }
}

fn top(api: &Api, tree: &Tree) -> Vec<String> {
    let folders = api.groups.iter().zip(&tree.modules);
    let folders = folders.filter(|(group, _)| group.parent.is_none()).map(|(_, module)| module);
    let requests = api.endpoints.iter().zip(&tree.endpoints);
    let requests =
        requests.filter(|(endpoint, _)| endpoint.group.is_none()).map(|(_, name)| &name.module);
    folders.chain(requests).chain([&"models".to_owned()]).cloned().collect()
}

/// A collection as Rust.
#[derive(Debug)]
pub struct Lowered {
    /// The collection.
    pub collection: Collection,
    /// Overrides that cannot be followed.
    pub conflicts: Vec<Conflict>,
}

/// The collection as Rust. `offset` is the number of requests in the collections before it.
pub fn lower(api: &Api, inferred: &Inferred, frame: Frame, offset: usize) -> Lowered {
    let Frame { module, marker, settings, tree, .. } = frame;
    let make = || make(api, inferred, &tree, &marker);
    let describe = || (documents(api, &settings, inferred), replay::saved_responses(api));
    let (made, (documents, saved_responses)) = rayon::join(make, describe);
    let (mut endpoints, mut shared, conflicts) = made;
    endpoints
        .iter_mut()
        .zip(documents)
        .for_each(|(endpoint, (docs, page))| (endpoint.docs, endpoint.page) = (docs, page));
    pages::name(&inferred.endpoints, &shared.models, &mut endpoints);
    preset::make(api, &mut endpoints, &shared.models);
    imports::complete(&mut endpoints, &shared.models);
    endpoints.iter_mut().for_each(output::document);
    error::document(inferred, &module, &mut shared, &mut endpoints);
    flow::document(api, &tree, &settings, &mut endpoints);
    let mut collection = Collection {
        chains: flow::chains(api, &tree),
        module,
        title: api.name.clone(),
        docs: docs::collection(api),
        marker,
        servers: settings.servers,
        auths: settings.auths,
        headers: settings.headers,
        environments: environments::name(&api.environments),
        encodings: features::encodings(api),
        response_headers: response_headers::name(api),
        models: shared.models,
        error: shared.error,
        replay: replay::data(api, &endpoints, offset),
        saved_responses,
        secrets: replay::secrets(api),
        requests: api.endpoints.len(),
        ..Collection::default()
    };
    place(api, &tree, endpoints, &mut collection);
    Lowered { collection, conflicts }
}

/// The endpoints without documentation, the types that they share, and overrides that cannot be followed.
fn make(
    api: &Api,
    inferred: &Inferred,
    tree: &Tree,
    marker: &str,
) -> (Vec<rust::Endpoint>, Shared, Vec<Conflict>) {
    let mut types = Types::new(Roots::new(api, inferred, tree));
    let mut endpoints = endpoints(api, inferred, tree, &mut types);
    let error = error::draft(inferred, &mut types);
    let conflicts = types.conflicts();
    let shared = models::settle(&types.into_drafts(), &mut endpoints, error, marker);
    (endpoints, shared, conflicts)
}

/// The documentation of all endpoints.
fn documents(api: &Api, settings: &Settings, inferred: &Inferred) -> Vec<(String, rust::Page)> {
    let auths = settings::slots(api);
    let endpoints = api.endpoints.par_iter().filter(|request| request.preset_of.is_none());
    endpoints
        .map(|request| {
            endpoint::document(api, settings, request, &inferred.endpoints[request.index], &auths)
        })
        .collect()
}

/// All endpoints, each with its later requests.
fn endpoints(
    api: &Api,
    inferred: &Inferred,
    tree: &Tree,
    types: &mut Types,
) -> Vec<rust::Endpoint> {
    let mut endpoints: Vec<rust::Endpoint> = Vec::new();
    let auths = settings::slots(api);
    for (request, found) in api.endpoints.iter().zip(&inferred.endpoints) {
        let Some(first) = request.preset_of else {
            endpoints.push(endpoint::lower(
                request,
                found,
                types,
                &tree.endpoints[request.index],
                &auths,
            ));
            continue;
        };
        let saved = endpoint::saved(request, found, types, &tree.endpoints[first]);
        if let Ok(at) = endpoints.binary_search_by_key(&first, |endpoint| endpoint.index) {
            endpoints[at].later.push(rust::Later { index: request.index, saved });
        }
    }
    endpoints
}

/// Puts the endpoints into the tree of modules.
fn place(api: &Api, tree: &Tree, endpoints: Vec<rust::Endpoint>, collection: &mut Collection) {
    let described = |index: usize| {
        let same = || {
            (index..api.groups.len())
                .filter(|&other| tree.homes[other] == index)
                .map(|other| &api.groups[other])
        };
        same().find(|group| group.description.is_some()).unwrap_or(&api.groups[index])
    };
    let module = |index: usize| Module {
        name: tree.modules[index].clone(),
        title: api.groups[index].name.clone(),
        docs: docs::module(described(index)),
        ..Module::default()
    };
    let mut modules: Vec<Option<Module>> =
        (0..api.groups.len()).map(|index| Some(module(index))).collect();
    for endpoint in endpoints.into_iter().filter(|endpoint| !api.endpoints[endpoint.index].skipped)
    {
        let home = api.endpoints[endpoint.index].group.map(|group| tree.homes[group]);
        match home.and_then(|home| modules[home].as_mut()) {
            Some(module) => module.endpoints.push(endpoint),
            None => collection.endpoints.push(endpoint),
        }
    }
    // groups stand depth first, so a child comes after its parent: from the back, every child is whole when it is moved
    for index in (0..modules.len()).rev() {
        let Some(child) = modules[index].take().filter(|_| tree.homes[index] == index) else {
            continue;
        };
        match api.groups[index].parent.and_then(|parent| modules[tree.homes[parent]].as_mut()) {
            Some(parent) => parent.modules.insert(0, child),
            None => collection.modules.insert(0, child),
        }
    }
}
