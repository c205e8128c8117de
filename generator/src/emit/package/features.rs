//! The features of the runtime: which of them code can have, and what they need.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use crate::api::Scheme;
use crate::emit::items::collection;
use crate::emit::vendored::cfg::State;
use crate::emit::vendored::files::RUNTIME_MANIFEST;
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
    let used = |scheme: &Scheme| {
        krate
            .collections
            .iter()
            .flat_map(|collection| &collection.auths)
            .any(|auth| auth.scheme == *scheme)
    };
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
    /// The dependencies, as [`dependencies`] has them.
    pub dependencies: Vec<(String, Table)>,
}

/// The dependencies of a manifest, each table with its title: first those of every target.
pub fn dependencies(manifest: &Table) -> Vec<(String, Table)> {
    let of_targets = table(manifest, "target").into_iter().map(|(target, tables)| {
        let dependencies =
            tables.get("dependencies").and_then(Value::as_table).cloned().unwrap_or_default();
        (format!("[target.'{target}'.dependencies]"), dependencies)
    });
    [("[dependencies]".to_owned(), table(manifest, "dependencies"))]
        .into_iter()
        .chain(of_targets)
        .collect()
}

/// What code with these features needs.
pub fn needs<'a>(names: impl Iterator<Item = &'a str>) -> Needs {
    let manifest = manifest();
    let features = table(&manifest, "features");
    let mut on = BTreeSet::new();
    let mut used: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    let mut open: Vec<String> = names.map(str::to_owned).collect();
    while let Some(name) = open.pop() {
        if let Some(dependency) = name.strip_prefix("dep:") {
            used.entry(dependency.to_owned()).or_default();
        } else if let Some((dependency, feature)) = name.split_once('/') {
            used.entry(dependency.to_owned()).or_default().push(feature.into());
        } else if on.insert(name.clone()) {
            let needs = features.get(&name).and_then(Value::as_array).into_iter().flatten();
            open.extend(needs.filter_map(Value::as_str).map(str::to_owned));
        }
    }
    let chosen = |all: Table| -> Table {
        let chosen =
            all.into_iter().map(|(name, value)| (dependency(value, used.get(&name)), name));
        chosen.filter_map(|(value, name)| Some((name, value?))).collect()
    };
    let dependencies = dependencies(&manifest).into_iter().map(|(title, all)| (title, chosen(all)));
    Needs { on, dependencies: dependencies.filter(|(_, chosen)| !chosen.is_empty()).collect() }
}

/// A dependency as it stands in a manifest without features, with the features of it that are used; `None` when nothing uses it.
fn dependency(value: Value, used: Option<&Vec<Value>>) -> Option<Value> {
    let Value::Table(mut details) = value else { return Some(value) };
    let is_optional = details.remove("optional").is_some();
    if is_optional && used.is_none() {
        return None;
    }
    if let Some(features) = used.filter(|features| !features.is_empty()) {
        let known =
            details.entry("features").or_insert_with(|| Value::Array(Vec::new())).as_array_mut()?;
        known.extend(features.iter().rev().cloned());
        known.dedup();
    }
    Some(Value::Table(details))
}
