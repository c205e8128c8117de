//! The features of the runtime: which of them code can have, and what they need.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::cfg::State;
use super::collection;
use super::files::RUNTIME_MANIFEST;
use crate::api::Scheme;
use crate::rust::Crate;

/// Schemes of authentication: code for those that no collection uses is left out.
const SCHEMES: &[Scheme] = &[
    Scheme::OAuth1,
    Scheme::OAuth2,
    Scheme::Digest,
    Scheme::Hawk,
    Scheme::AwsV4,
    Scheme::Jwt,
    Scheme::Asap,
    Scheme::EdgeGrid,
    Scheme::Ntlm,
];

/// The runtime's manifest.
pub fn manifest() -> Table {
    RUNTIME_MANIFEST.parse().expect("the runtime's manifest is TOML: its own build reads it")
}

/// A table of a manifest; an empty one when it is not there.
pub fn table(manifest: &Table, key: &str) -> Table {
    manifest.get(key).and_then(Value::as_table).cloned().unwrap_or_default()
}

/// Whether a module can have a feature of this name. The mock server needs files that only a crate has.
pub fn is_feature(name: &str) -> bool {
    name != "mock-server" && table(&manifest(), "features").contains_key(name)
}

/// What is known of a feature in a crate of its own: schemes that no collection uses are off, the user chooses from the others.
pub fn of_crate(krate: &Crate, feature: &str) -> State {
    let scheme = SCHEMES.iter().find(|scheme| {
        let own = feature_of(**scheme);
        feature == own || feature.strip_prefix(own).is_some_and(|rest| rest.starts_with('-'))
    });
    let used = |scheme: &Scheme| krate.collections.iter().flat_map(|collection| &collection.auths).any(|auth| auth.scheme == *scheme);
    match scheme {
        Some(scheme) if !used(scheme) => State::Off,
        _ => State::Open,
    }
}

fn feature_of(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::OAuth2 => "oauth2",
        other => collection::typed(other).0,
    }
}

/// What code with certain features is made of.
pub struct Needs {
    /// The features, with all that they switch on.
    pub on: BTreeSet<String>,
    /// The dependencies.
    pub dependencies: Table,
    /// Those that only WebAssembly has.
    pub wasm_dependencies: Table,
}

/// The dependencies that only WebAssembly has.
pub fn wasm_dependencies(manifest: &Table) -> Table {
    let wasm = manifest.get("target").and_then(|target| target.get("cfg(target_arch = \"wasm32\")"));
    wasm.and_then(|wasm| wasm.get("dependencies")).and_then(Value::as_table).cloned().unwrap_or_default()
}

/// What code with these features needs.
pub fn needs<'a>(names: impl Iterator<Item = &'a str>) -> Needs {
    let manifest = manifest();
    let features = table(&manifest, "features");
    let mut on = BTreeSet::new();
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut extra: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    let mut open: Vec<String> = names.map(str::to_owned).collect();
    while let Some(name) = open.pop() {
        if let Some(dependency) = name.strip_prefix("dep:") {
            used.insert(dependency.to_owned());
        } else if let Some((dependency, feature)) = name.split_once('/') {
            used.insert(dependency.to_owned());
            extra.entry(dependency.to_owned()).or_default().push(feature.into());
        } else if on.insert(name.clone()) {
            let needs = features.get(&name).and_then(Value::as_array).into_iter().flatten();
            open.extend(needs.filter_map(Value::as_str).map(str::to_owned));
        }
    }
    let mut chosen = |all: Table| {
        let chosen = all.into_iter().filter_map(|(name, value)| {
            let value = dependency(value, used.contains(&name), extra.remove(&name).unwrap_or_default())?;
            Some((name, value))
        });
        chosen.collect()
    };
    let dependencies = chosen(table(&manifest, "dependencies"));
    Needs { on, dependencies, wasm_dependencies: chosen(wasm_dependencies(&manifest)) }
}

/// A dependency as it stands in a manifest without features; `None` for one that is not used.
fn dependency(value: Value, is_used: bool, features: Vec<Value>) -> Option<Value> {
    let Value::Table(mut details) = value else { return Some(value) };
    let is_optional = details.remove("optional").is_some();
    if is_optional && !is_used {
        return None;
    }
    if !features.is_empty() {
        let known = details.entry("features").or_insert_with(|| Value::Array(Vec::new())).as_array_mut()?;
        known.extend(features.into_iter().rev());
        known.dedup();
    }
    Some(Value::Table(details))
}
