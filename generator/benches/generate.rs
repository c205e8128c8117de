//! What a run costs, without the reading and writing of files: `cargo bench -p generator`.
//!
//! The synthetic collections show that cost grows linearly with the number of requests; the largest real one is
//! measured where the corpus is at hand.

use std::path::Path;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use generator::overrides::Overrides;
use generator::pipeline::{self, Input, Purpose};
use generator::progress::SILENT;
use generator::read;
use generator::rust::Manifest;
use serde_json::{Value, json};

fn main() {
    divan::main();
}

#[divan::bench(args = [10, 100, 1000])]
fn synthetic(bencher: Bencher<'_, '_>, requests: usize) {
    let bytes = collection(requests).to_string().into_bytes();
    bencher.counter(ItemsCount::new(requests)).bench(|| generate(&bytes));
}

#[divan::bench]
fn github(bencher: Bencher<'_, '_>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus/github/github.json");
    let Ok(bytes) = std::fs::read(path) else { return };
    bencher.counter(BytesCount::of_slice(&bytes)).bench(|| generate(&bytes));
}

fn generate(bytes: &[u8]) -> usize {
    let collection = read::collection(bytes).expect("the collection can be read").value;
    let input = Input {
        title: String::new(),
        name: "bench".to_owned(),
        origin: "bench.json".to_owned(),
        collection,
        overrides: Overrides::default(),
    };
    pipeline::compile(vec![input], &[], "bench-client", Manifest::default(), Purpose::Files, SILENT)
        .files
        .len()
}

/// A collection of folders of ten requests, each with arguments, a query, a JSON body and a saved response.
fn collection(requests: usize) -> Value {
    let folder = |folder: usize| {
        let items: Vec<Value> =
            (folder * 10..requests.min(folder * 10 + 10)).map(request).collect();
        json!({"name": format!("Folder {folder}"), "item": items})
    };
    let folders: Vec<Value> = (0..requests.div_ceil(10)).map(folder).collect();
    let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    json!({"info": {"name": "Bench", "schema": schema}, "item": folders})
}

fn request(number: usize) -> Value {
    let thing = json!({"id": number, "name": format!("thing {number}"), "tags": ["a", "b"], format!("own_{number}"): {"on": true, "since": "2024-05-06"}});
    let url = json!({
        "raw": format!("{{{{base_url}}}}/things{number}/:id?page=1&sort=name"),
        "host": ["{{base_url}}"],
        "path": [format!("things{number}"), ":id"],
        "query": [{"key": "page", "value": "1", "description": "Which **page**."}, {"key": "sort", "value": "name"}],
        "variable": [{"key": "id", "value": "1"}]
    });
    json!({
        "name": format!("Update thing {number}"),
        "request": {
            "method": "PUT",
            "url": url,
            "description": "Changes a *thing*. See <a href=\"https://example.com/things\">the guide</a>.\n\n- one\n- two",
            "body": {"mode": "raw", "raw": thing.to_string(), "options": {"raw": {"language": "json"}}}
        },
        "response": [{"name": "OK", "code": 200, "status": "OK", "header": [{"key": "Content-Type", "value": "application/json"}], "body": thing.to_string()}]
    })
}
