//! Properties of reading: it never panics, and it counts the requests of real collections right.

use std::path::Path;

use generator::postman::Item;
use generator::read;
use proptest::prelude::*;
use serde_json::{Map, Value};

fn count(items: &[Item]) -> usize {
    let one = |item: &Item| match item {
        Item::Folder(folder) => count(&folder.items),
        Item::Request(_) => 1,
    };
    items.iter().map(one).sum()
}

/// Compares with the `requests` column of the corpus' manifest, where there is a corpus beside the repository.
#[test]
fn real_collections_have_the_requests_that_their_manifest_says() {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let Some(corpus) = above.map(|dir| dir.join("shared/corpus")).find(|dir| dir.is_dir()) else {
        return;
    };
    let manifest =
        std::fs::read_to_string(corpus.join("MANIFEST.tsv")).expect("the manifest of the corpus");
    let mut total = 0;
    for line in manifest.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let bytes = std::fs::read(corpus.join(columns[0])).expect("a file of the corpus");
        let expected: usize = columns[5].parse().expect("a number");
        match read::collection(&bytes) {
            Ok(read) => {
                assert_eq!(count(&read.value.items), expected, "{}", columns[0]);
                total += expected;
            }
            Err(error) => panic!("{}: {error}", columns[0]),
        }
    }
    assert_eq!(total, 3553);
}

/// Words of the format, so that arbitrary values reach far into the walk.
const WORDS: [&str; 48] = [
    "item",
    "items",
    "request",
    "response",
    "info",
    "name",
    "url",
    "raw",
    "host",
    "path",
    "query",
    "header",
    "body",
    "mode",
    "urlencoded",
    "formdata",
    "file",
    "graphql",
    "options",
    "language",
    "auth",
    "type",
    "basic",
    "key",
    "value",
    "disabled",
    "description",
    "content",
    "src",
    "variable",
    "variables",
    "event",
    "script",
    "exec",
    "code",
    "status",
    "originalRequest",
    "protocolProfileBehavior",
    "collection",
    "version",
    "major",
    "values",
    "id",
    "enabled",
    "_",
    "protocol",
    "port",
    "hash",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![4 => prop::sample::select(WORDS.as_slice()).prop_map(str::to_owned), 1 => ".{0,6}"]
}

fn arbitrary() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word().prop_map(Value::from),
        "(pm\\.globals\\.set\\(['\"`]|[a-z:&=;\r\n /*'\"`]){0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(8, 96, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((word(), inner), 0..8).prop_map(|members| Value::Object(
                members.into_iter().collect::<Map<String, Value>>()
            )),
        ]
    })
}

/// The value in place of a request, a response, or of the whole collection.
fn placed(value: Value) -> [Value; 4] {
    let item = |item: Value| serde_json::json!({"info": {}, "item": [item]});
    [
        item(serde_json::json!({"request": value.clone()})),
        item(serde_json::json!({"response": [value.clone()]})),
        item(value.clone()),
        value,
    ]
}

fn entries(value: &Value) -> usize {
    value.get("item").and_then(Value::as_array).map_or(0, Vec::len)
}

proptest! {
    #[test]
    fn reading_never_panics(value in arbitrary()) {
        for value in placed(value) {
            let read = read::document(value.to_string().as_bytes());
            let entries = entries(&value);
            if let Ok(read) = read && let read::Document::Collection(collection) = read.value && entries > 0 {
                prop_assert!(collection.items.len() <= entries);
            }
        }
    }

    #[test]
    fn bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..64), text in "[\\[\\]{}\",:\\\\ua-f0-9\u{0}-\u{20}é]{0,40}") {
        let _ = read::document(&bytes);
        let _ = read::document(text.as_bytes());
    }
}
