//! What is appended to a collection renames no module and no endpoint: their public paths stay.
//!
//! Types are not covered. A type that unrelated endpoints share from now on is named after the thing
//! that it is, no longer after the only endpoint that had it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use generator::{CollectionSource, Inputs, Source};
use proptest::prelude::*;
use serde_json::{Value, json};

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
    let files =
        fs::read_dir(folder).expect("the fixtures").map(|entry| entry.expect("a fixture").path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect();
    files.push(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../tests/collections/features.postman_collection.json"),
    );
    files.sort();
    files
}

fn collection(fixture: &Path) -> Value {
    let text = fs::read(fixture).expect("a fixture");
    let mut collection: Value = serde_json::from_slice(&text).expect("JSON");
    if collection.get("collection").is_some() {
        collection["collection"].take()
    } else {
        collection
    }
}

/// All public names of a crate, with the files they stand in.
fn names(collection: &Value) -> BTreeSet<String> {
    let file = Source { name: "api.json".to_owned(), bytes: collection.to_string().into_bytes() };
    let overrides = "[collection]\nrename = \"api\"\n".into();
    let overrides = Source { name: "api.toml".to_owned(), bytes: overrides };
    let overrides = Some(overrides);
    let collections = vec![CollectionSource { overrides, ..CollectionSource::file(file) }];
    let inputs = Inputs { collections, folder: "api".to_owned(), ..Inputs::default() };
    let output = generator::generate(&inputs).expect("a crate");
    let own = output
        .files
        .iter()
        .filter(|file| file.path.ends_with(".rs") && file.path.starts_with("src/api"));
    let mut found = BTreeSet::new();
    for file in own {
        let text =
            syn::parse_file(std::str::from_utf8(&file.contents).expect("UTF-8")).expect("Rust");
        found
            .extend(text.items.iter().flat_map(public).map(|name| format!("{} {name}", file.path)));
    }
    found
}

/// The names of modules and endpoints that an item makes public.
fn public(item: &syn::Item) -> Vec<String> {
    match item {
        syn::Item::Impl(found) => endpoint(found).into_iter().collect(),
        syn::Item::Mod(found) => vec![found.ident.to_string()],
        _ => Vec::new(),
    }
}

/// The type that an `impl Endpoint for …` is about.
fn endpoint(found: &syn::ItemImpl) -> Option<String> {
    let (path, _) = found.trait_.as_ref()?;
    let syn::Type::Path(ty) = &*found.self_ty else { return None };
    let is_endpoint = path.segments.last().is_some_and(|last| last.ident == "Endpoint");
    is_endpoint.then(|| ty.path.segments.last().map(|last| last.ident.to_string()))?
}

fn check(before: &Value, after: &Value) {
    let (before, after) = (names(before), names(after));
    let lost: Vec<&String> = before.difference(&after).collect();
    assert!(lost.is_empty() && !before.is_empty(), "{lost:#?}");
}

fn append(collection: &Value, items: Value) -> Value {
    let mut collection = collection.clone();
    if let (Some(items), Value::Array(more)) = (collection["item"].as_array_mut(), items) {
        items.extend(more);
    }
    collection
}

#[test]
fn the_same_once_more_renames_nothing() {
    for fixture in fixtures() {
        let collection = collection(&fixture);
        check(&collection, &append(&collection, collection["item"].clone()));
        check(
            &collection,
            &append(&collection, json!([{"name": "Later", "item": collection["item"]}])),
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_appended_renames_nothing(one in any::<prop::sample::Index>(), other in any::<prop::sample::Index>()) {
        let files = fixtures();
        let (one, other) = (&files[one.index(files.len())], &files[other.index(files.len())]);
        let more = collection(other)["item"].clone();
        check(&collection(one), &append(&collection(one), more.clone()));
        check(&collection(one), &append(&collection(one), json!([{"name": "Later", "item": more}])));
    }
}
