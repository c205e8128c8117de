//! Types that survive the way OpenAPI document → collection (by Postman's converter) → client.
//!
//! `openapi/*.openapi.json` are our own documents; `scripts/convert-openapi.sh` converts them, with type placeholders (`schema`)
//! and with made-up values (`example`). What is inferred is golden, and has to agree with the document about every value
//! of a JSON body or answer.

use generator::explain::Explanation;
use generator::{Generator, Inputs, explain};
use serde_json::Value;
use tests::golden::folder;

fn explained(name: &str, mode: &str) -> Vec<Explanation> {
    let file = folder().join(format!("openapi/{name}.{mode}.postman_collection.json"));
    let inputs: Inputs = Generator::new()
        .collection(file)
        .name("client")
        .inputs(std::path::Path::new("client"))
        .expect("the collection");
    explain(&inputs).expect("the collection can be read").explanations
}

/// One line for each place.
fn lines(places: &[Explanation]) -> String {
    let line = |place: &Explanation| {
        let status = place.status.map(|status| status.to_string()).unwrap_or_default();
        let values =
            place.values.as_ref().map(|values| format!(" of {values:?}")).unwrap_or_default();
        let format = place.format.map(|format| format!(" {format}")).unwrap_or_default();
        let required = if place.required { " required" } else { "" };
        format!(
            "{} {} {status}{}: {}{format}{values}{required} as {}\n",
            place.request, place.place, place.pointer, place.kind, place.rust
        )
    };
    places.iter().map(line).collect()
}

/// A schema with its references followed and its parts merged. Of alternatives the converter keeps the first.
fn resolved(document: &Value, schema: &Value) -> Value {
    if let Some(pointer) = schema["$ref"].as_str() {
        return resolved(document, document.pointer(&pointer[1..]).expect("a schema"));
    }
    if let Some(first) = schema["oneOf"].get(0) {
        return resolved(document, first);
    }
    let Some(parts) = schema["allOf"].as_array() else { return schema.clone() };
    let mut merged = serde_json::json!({"type": "object", "properties": {}});
    for part in parts {
        let part = resolved(document, part);
        let members = part["properties"].as_object().expect("an object").clone();
        merged["properties"].as_object_mut().expect("an object").extend(members);
    }
    merged
}

/// The kind that the document names, in the words of an explanation.
fn kind(schema: &Value) -> &'static str {
    match schema["type"].as_str() {
        Some("integer") => "integer",
        Some("number") => "number",
        Some("boolean") => "boolean",
        Some("array") => "array",
        Some("object") if schema["properties"].is_object() => "object",
        Some("object") => "map",
        _ => "string",
    }
}

/// Checks that the places below one place are what the schema says.
fn agree(
    document: &Value,
    schema: &Value,
    places: &[&Explanation],
    pointer: &str,
    checked: &mut usize,
) {
    let schema = resolved(document, schema);
    let Some(place) = places.iter().find(|place| place.pointer == pointer) else { return };
    // where the converter breaks off a recursion, nothing is known
    if place.kind == "any" || schema.is_null() {
        return;
    }
    // an enum is found where the words of the schema survive the conversion
    let is_enum = place.kind == "enum" && schema["enum"].is_array();
    assert!(
        is_enum || place.kind == kind(&schema),
        "{pointer} of {:?}: {}",
        place.path,
        place.kind
    );
    *checked += 1;
    let format = schema["format"]
        .as_str()
        .filter(|format| ["date", "date-time", "uuid", "email", "uri", "time"].contains(format));
    assert!(
        format.is_none() || place.format == format,
        "{pointer} of {:?}: {format:?}",
        place.path
    );
    for (key, member) in schema["properties"].as_object().into_iter().flatten() {
        agree(document, member, places, &format!("{pointer}/{key}"), checked);
    }
    for inner in ["items", "additionalProperties"].iter().filter_map(|inner| schema.get(*inner)) {
        agree(document, inner, places, &format!("{pointer}/*"), checked);
    }
}

/// Checks every JSON body and answer of the document. (A request can stand in the collection more than once.)
fn agree_all(name: &str, places: &[Explanation]) -> usize {
    let text = std::fs::read_to_string(folder().join(format!("openapi/{name}.openapi.json")))
        .expect("the document");
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let mut checked = 0;
    for operation in document["paths"]
        .as_object()
        .expect("paths")
        .values()
        .flat_map(|path| path.as_object().expect("operations").values())
    {
        let title = operation["summary"].as_str().expect("a summary");
        let of = |place: &str, status: Option<u16>| -> Vec<&Explanation> {
            let mine = |found: &&Explanation| {
                found.path.last().is_some_and(|name| name == title)
                    && found.place == place
                    && found.status == status
            };
            places.iter().filter(mine).collect()
        };
        let json = |part: &Value| part["content"]["application/json"]["schema"].clone();
        agree(&document, &json(&operation["requestBody"]), &of("body", None), "", &mut checked);
        for (status, answer) in operation["responses"].as_object().expect("answers") {
            agree(&document, &json(answer), &of("response", status.parse().ok()), "", &mut checked);
        }
    }
    checked
}

fn check(name: &str) {
    for mode in ["schema", "example"] {
        let places = explained(name, mode);
        insta::assert_snapshot!(format!("openapi_{name}_{mode}"), lines(&places));
        assert!(agree_all(name, &places) > 15, "{name}: too little was compared");
    }
}

#[test]
fn library() {
    check("library");
}

#[test]
fn payments() {
    check("payments");
}

#[test]
fn sensors() {
    check("sensors");
}
