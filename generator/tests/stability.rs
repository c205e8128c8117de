//! What is appended to a collection renames nothing: every public path of before is there afterwards.

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

/// The names that an item makes public.
fn public(item: &syn::Item) -> Vec<String> {
    match item {
        syn::Item::Struct(found) => vec![found.ident.to_string()],
        syn::Item::Enum(found) => vec![found.ident.to_string()],
        syn::Item::Mod(found) => vec![found.ident.to_string()],
        syn::Item::Use(found) if matches!(found.vis, syn::Visibility::Public(_)) => {
            used(&found.tree)
        }
        _ => Vec::new(),
    }
}

fn used(tree: &syn::UseTree) -> Vec<String> {
    match tree {
        syn::UseTree::Path(path) => used(&path.tree),
        syn::UseTree::Group(group) => group.items.iter().flat_map(used).collect(),
        syn::UseTree::Name(name) => vec![name.ident.to_string()],
        syn::UseTree::Rename(rename) => vec![rename.rename.to_string()],
        syn::UseTree::Glob(_) => Vec::new(),
    }
}

/// A type that endpoints share from now on moves to `models`; only where another type has its name there, it gets another one.
fn check(before: &Value, after: &Value) {
    let (before, after) = (names(before), names(after));
    let is_taken = |name: &str| before.contains(&format!("src/api/models.rs {name}"));
    let lost = before
        .difference(&after)
        .filter(|name| name.rsplit(' ').next().is_some_and(|name| !is_taken(name)));
    let lost: Vec<&String> = lost.collect();
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
