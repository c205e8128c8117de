//! The recordings of Postman belong to the collections as they are now.

use std::path::Path;

use serde_json::Value;
use tests::golden::{folder, recording};

/// The names of all requests, depth first, each with those of its folders.
fn trails(items: &Value, folders: &[String], found: &mut Vec<Vec<String>>) {
    for item in items.as_array().into_iter().flatten() {
        let name = item["name"].as_str().unwrap_or_default().to_owned();
        let trail = [folders, &[name]].concat();
        match item.get("item") {
            Some(children) => trails(children, &trail, found),
            None => found.push(trail),
        }
    }
}

fn check(name: &str, collection: &Path) {
    let text = std::fs::read_to_string(collection).expect("the collection");
    let collection: Value = serde_json::from_str(&text).expect("JSON");
    let mut wanted = Vec::new();
    trails(&collection["item"], &[], &mut wanted);
    let recorded: Vec<_> = recording(name).into_iter().map(|line| line.path).collect();
    assert_eq!(recorded, wanted, "record again: scripts/record-postman.sh {name}");
}

#[test]
fn zoom_is_recorded() {
    check("zoom", &folder().join("../collections/zoom.postman_collection.json"));
}

#[test]
fn features_is_recorded() {
    check("features", &folder().join("collections/features.postman_collection.json"));
}
