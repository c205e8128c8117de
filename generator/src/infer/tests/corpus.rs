//! A check over real collections, when they lie beside the project.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::json::Json;
use crate::shape::Shape;

/// The JSON files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> = entries
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    found.sort();
    found
}

/// The bodies of all saved responses of one request and status.
fn bodies<'a>(item: &'a Value, place: &str, found: &mut BTreeMap<(String, u64), Vec<&'a str>>) {
    for (index, item) in item["item"].as_array().into_iter().flatten().enumerate() {
        let place = format!("{place}/{index}");
        for response in item["response"].as_array().into_iter().flatten() {
            if let Some(body) = response["body"].as_str() {
                found
                    .entry((place.clone(), response["code"].as_u64().unwrap_or(0)))
                    .or_default()
                    .push(body);
            }
        }
        bodies(item, &place, found);
    }
}

/// How many leaves a settled shape has, how many of them are of no known type, and how many of several.
#[derive(Debug, Default)]
struct Leaves {
    all: usize,
    any: usize,
    only_null: usize,
    union: usize,
    maps: usize,
}

impl Leaves {
    fn count(&mut self, shape: &Shape) {
        let kinds = shape.kinds();
        self.maps += usize::from(shape.map.is_some());
        self.union += usize::from(kinds > 1);
        if kinds == 0 || shape.boolean || shape.number.is_some() || shape.text.is_some() {
            self.all += 1;
            self.any += usize::from(kinds == 0);
            self.only_null += usize::from(kinds == 0 && shape.null);
        }
        for inner in shape.array.iter().chain(&shape.map) {
            self.count(inner);
        }
        for member in shape.object.iter().flat_map(|object| object.members.values()) {
            self.count(&member.shape);
        }
    }
}

#[test]
fn every_saved_response_is_admitted_by_the_join_of_its_status() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("shared/corpus"));
    let Some(corpus) = corpus.into_iter().find(|folder| folder.is_dir()) else { return };
    let mut total = Leaves::default();
    let mut samples = 0;
    for file in files(&corpus) {
        let text = std::fs::read_to_string(&file).unwrap();
        let Ok(collection) = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}'))
        else {
            continue;
        };
        let mut found = BTreeMap::new();
        bodies(&collection, "", &mut found);
        for ((place, status), bodies) in found {
            let parsed: Vec<Json> =
                bodies.iter().filter_map(|body| Json::parse(body).ok()).collect();
            let mut shape = Shape::join_all(parsed.iter().map(Shape::of));
            shape.settle("");
            let name = file.display();
            assert!(parsed.iter().all(|json| shape.admits(json)), "{name} {place} {status}");
            samples += parsed.len();
            if !parsed.is_empty() {
                total.count(&shape);
            }
        }
    }
    println!("{samples} JSON bodies: {total:?}");
}
