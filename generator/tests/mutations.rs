//! Whatever happens to a collection, the generator says what is wrong with it or makes a crate whose Rust can be parsed.
//!
//! Valid collections are changed at random places; `PROPTEST_CASES=5000` makes more of it than CI has time for.

use std::fs;
use std::path::{Path, PathBuf};

use generator::{CollectionSource, Inputs, Source};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Texts that have harmed somebody.
const TEXTS: [&str; 19] = [
    "",
    "\0",
    "../../x",
    "con",
    "Self",
    "crate",
    "_",
    "\u{202e}abc",
    "😀",
    "*/",
    "{{a}}",
    "{{a{{b}}}}",
    "{{",
    "r#\"",
    "[[[",
    "{\"a\": {{a}}}",
    "<integer>",
    "(Required)",
    "~a/b~1",
];

/// A change at one place: which place, which change, and with what.
type Change = (usize, u8, usize);

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
    let files =
        fs::read_dir(folder).expect("the fixtures").map(|entry| entry.expect("a fixture").path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect();
    files.sort();
    files
}

/// The pointers of all values in it.
fn pointers(value: &Value, around: &str, found: &mut Vec<String>) {
    found.push(around.to_owned());
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, item)| pointers(item, &format!("{around}/{index}"), found)),
        Value::Object(members) => members.iter().for_each(|(key, member)| {
            pointers(
                member,
                &format!("{around}/{}", key.replace('~', "~0").replace('/', "~1")),
                found,
            );
        }),
        _ => {}
    }
}

fn other_value(with: usize, all: &Value, places: &[String]) -> Value {
    match with % 9 {
        0 => Value::Null,
        1 => json!(with.is_multiple_of(2)),
        2 => [json!(u64::MAX), json!(-1), json!(0.5)][with % 3].clone(),
        3 => json!([]),
        4 => json!({}),
        5 => json!([[], {}, null, "x"]),
        6 => json!(TEXTS[with % TEXTS.len()].repeat(1 + with % 50)),
        7 => json!(TEXTS[with % TEXTS.len()]),
        _ => all.pointer(&places[with % places.len()]).cloned().unwrap_or_default(),
    }
}

fn change(all: &mut Value, (place, kind, with): Change) {
    let mut places = Vec::new();
    pointers(all, "", &mut places);
    let value = other_value(with, all, &places);
    let Some(target) = all.pointer_mut(&places[place % places.len()]) else { return };
    match (target, kind % 4) {
        (Value::Object(members), 0) if !members.is_empty() => {
            let key = members.keys().nth(with % members.len()).cloned().unwrap_or_default();
            members.remove(&key);
        }
        (Value::Object(members), 1) => {
            drop(members.insert(TEXTS[with % TEXTS.len()].to_owned(), value))
        }
        (Value::Array(items), 0) if !items.is_empty() => drop(items.remove(with % items.len())),
        (Value::Array(items), 1) => items.extend(items.clone()),
        (Value::Object(members), 2) => {
            members.values_mut().for_each(|member| *member = Value::Null)
        }
        (target, _) => *target = value,
    }
}

/// What rustc takes for a deceit, and what ends a comment without being seen.
fn is_unseen(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Runs the pipeline; a crate's own files have to be Rust, and all of it to be seen.
fn check(bytes: Vec<u8>) {
    let file = Source { name: "changed.json".to_owned(), bytes };
    let inputs = Inputs {
        collections: vec![CollectionSource::file(file)],
        folder: "changed".to_owned(),
        ..Inputs::default()
    };
    let Ok(output) = generator::generate(&inputs) else { return };
    let own = output
        .files
        .iter()
        .filter(|file| file.path.ends_with(".rs") && !file.path.starts_with("src/runtime/"));
    for file in own {
        let text = std::str::from_utf8(&file.contents).expect("UTF-8");
        if let Err(error) = syn::parse_file(text) {
            panic!("{}: {error}\n{text}", file.path);
        }
        let unseen = text.lines().find(|line| line.contains(is_unseen));
        assert_eq!(unseen, None, "{}", file.path);
    }
    generator::explain(&inputs).expect("what can be generated can be explained");
}

/// A few cases, unless somebody asks for more.
fn config() -> ProptestConfig {
    let asked = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() {
        asked
    } else {
        ProptestConfig { cases: 32, ..asked }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn changed_collections_are_refused_or_become_rust(
        fixture in any::<prop::sample::Index>(),
        changes in prop::collection::vec(any::<Change>(), 1..8),
    ) {
        let files = fixtures();
        let text = fs::read(&files[fixture.index(files.len())]).expect("a fixture");
        let mut collection: Value = serde_json::from_slice(&text).expect("JSON");
        changes.into_iter().for_each(|one| change(&mut collection, one));
        check(collection.to_string().into_bytes());
    }

    #[test]
    fn damaged_files_are_refused_or_become_rust(
        fixture in any::<prop::sample::Index>(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let files = fixtures();
        let mut bytes = fs::read(&files[fixture.index(files.len())]).expect("a fixture");
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut.map_or(usize::MAX, |cut| cut.index(bytes.len())));
        check(bytes);
    }
}

/// A request with this JSON text in every place that may hold one.
fn with_json(text: &str) -> Value {
    let field = json!([{"key": "field", "value": text, "type": "text"}]);
    let request = |body: Value| {
        let url = json!({"host": ["https://h.test"], "path": ["a"], "query": field});
        json!({"name": "r", "request": {"method": "POST", "url": url, "header": field, "body": body, "description": text},
            "response": [{"name": "OK", "code": 200, "body": text}]})
    };
    let bodies = [
        json!({"mode": "raw", "raw": text, "options": {"raw": {"language": "json"}}}),
        json!({"mode": "raw", "raw": text, "options": {"raw": {"language": "xml"}}}),
        json!({"mode": "urlencoded", "urlencoded": field}),
        json!({"mode": "formdata", "formdata": field}),
        json!({"mode": "graphql", "graphql": {"query": text, "variables": text}}),
    ];
    json!({"info": {"name": text, "description": text}, "variable": field, "item": bodies.map(request)})
}

#[test]
fn depth_and_length_are_no_harm() {
    let deep = 5_000;
    let texts = [
        format!("{}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("{}1{}", "{\"a\":".repeat(deep), "}".repeat(deep)),
        "<div>".repeat(deep),
        "> ".repeat(deep),
        "{{a".repeat(deep),
        "a".repeat(50_000),
    ];
    for text in texts {
        check(with_json(&text).to_string().into_bytes());
    }
    check("[".repeat(deep).into_bytes());
    check(format!("{}{}", "{\"item\":[".repeat(deep), "]}".repeat(deep)).into_bytes());
}

#[test]
fn variables_that_hold_themselves_are_no_harm() {
    let variable = |key: &str, value: &str| json!({"key": key, "value": value});
    let variables = [
        variable("a", "{{a}}{{a}}"),
        variable("b", "{{c}}"),
        variable("c", "{{b}}x"),
        variable("d", "{{{{d}}}}"),
    ];
    let url = json!({"host": ["{{a}}"], "path": ["{{b}}", ":c"], "query": [{"key": "{{d}}", "value": "{{a}}"}]});
    let body = json!({"mode": "raw", "raw": "{\"x\": {{a}}, \"y\": \"{{b}}\"}"});
    let item = json!({"name": "{{a}}", "request": {"method": "POST", "url": url, "body": body}});
    check(
        json!({"info": {"name": "{{a}}"}, "item": [item], "variable": variables})
            .to_string()
            .into_bytes(),
    );
}
