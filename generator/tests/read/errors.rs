//! Files that are no collections: each error says what the file seems to be.

use generator::read::{self, Foreign, ReadError, Wanted};

fn error(text: &str) -> ReadError {
    read::collection(text.as_bytes()).expect_err("an error")
}

fn found(text: &str) -> Foreign {
    match error(text) {
        ReadError::Foreign { found, wanted: Wanted::Collection } => found,
        other => panic!("{other}"),
    }
}

#[test]
fn empty_files() {
    assert_eq!(error(""), ReadError::Empty);
    assert_eq!(error(" \n\t"), ReadError::Empty);
    assert_eq!(error("\u{feff}"), ReadError::Empty);
}

#[test]
fn other_encodings() {
    let wrong = read::collection(b"{\"info\": \"\xe9\"}").expect_err("an error");
    assert_eq!(wrong, ReadError::NotUtf8 { offset: 10 });
    let wide: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read::collection(&wide).expect_err("an error"), ReadError::Utf16);
}

#[test]
fn broken_json_names_line_and_column() {
    let ReadError::BrokenJson { position, .. } = error("{\n  \"info\": {\n  \"é\": tru }") else {
        panic!("broken")
    };
    assert_eq!((position.line, position.snippet.as_str()), (3, "  \"é\": tru }"));
    assert_eq!(position.column, 11);
    for text in ["{", "nope", "{\"item\": [}", "[1, 2", "\"text", "{} {}"] {
        assert!(matches!(error(text), ReadError::BrokenJson { .. }), "{text}");
    }
}

#[test]
fn a_number_that_nothing_holds_is_no_json() {
    let ReadError::BrokenJson { problem, position } = error("{\"item\": [],\n\"x\": [1e400]}")
    else {
        panic!("broken")
    };
    assert_eq!((problem.as_str(), position.line), ("number out of range", 2));
}

#[test]
fn nesting_has_a_limit_and_a_name() {
    let deep = "{\"item\":[".repeat(1_000_000);
    assert!(matches!(error(&deep), ReadError::TooDeep { limit: 127, .. }));
}

/// Texts, and what each seems to be.
const OTHERS: [(&str, Foreign); 24] = [
    (r#"{"openapi": "3.0.0", "info": {"title": "t"}, "paths": {}}"#, Foreign::OpenApi),
    (r#"{"swagger": "2.0", "info": {}}"#, Foreign::OpenApi),
    ("openapi: 3.1.0\ninfo:\n  title: t\n", Foreign::OpenApi),
    ("# comment\n---\nswagger: '2.0'\n", Foreign::OpenApi),
    (r#"{"asyncapi": "2.0.0", "info": {}}"#, Foreign::AsyncApi),
    (r#"{"_type": "export", "__export_format": 4, "resources": []}"#, Foreign::Insomnia),
    ("type: collection.insomnia.rest/5.0\nname: x\n", Foreign::Insomnia),
    (r#"{"log": {"version": "1.2", "entries": []}}"#, Foreign::Har),
    (
        r#"{"name": "b", "version": "1", "uid": "u", "items": [{"type": "http-request"}]}"#,
        Foreign::Bruno,
    ),
    ("meta {\n  name: x\n}\n", Foreign::Bruno),
    (r#"{"v": 2, "name": "h", "folders": [], "requests": []}"#, Foreign::Hoppscotch),
    (r#"[{"v": 2, "name": "h", "folders": [], "requests": []}]"#, Foreign::Hoppscotch),
    (r#"{"clientName": "Thunder Client", "requests": []}"#, Foreign::ThunderClient),
    ("$kind: http-request\nname: x\n", Foreign::PostmanV3),
    (r#"{"$kind": "collection"}"#, Foreign::PostmanV3),
    ("<!doctype html><html>", Foreign::Markup),
    ("name: x\nother: y\n", Foreign::Yaml),
    (r#"{"collections": [{"id": "x"}]}"#, Foreign::PostmanDump),
    (r#"[{"info": {}, "item": []}]"#, Foreign::PostmanDump),
    (
        r#"{"values": [], "name": "e", "_postman_variable_scope": "environment"}"#,
        Foreign::PostmanEnvironment,
    ),
    (r#"{"a": 1}"#, Foreign::OtherJson),
    ("[]", Foreign::OtherJson),
    ("5", Foreign::OtherJson),
    ("null", Foreign::OtherJson),
];

#[test]
fn files_of_other_tools() {
    for (text, expected) in OTHERS {
        assert_eq!(found(text), expected, "{text}");
        assert!(!error(text).help().is_empty() && !error(text).to_string().is_empty());
    }
}

#[test]
fn a_collection_is_no_environment() {
    let error = read::environment(br#"{"info": {}, "item": []}"#).expect_err("an error");
    assert_eq!(
        error,
        ReadError::Foreign { found: Foreign::PostmanCollection, wanted: Wanted::Environment }
    );
}

#[test]
fn a_collection_without_items() {
    assert_eq!(error(r#"{"info": {"name": "x"}}"#), ReadError::NoItems);
    assert_eq!(
        error(r#"{"collection": {"info": {"name": "x"}, "variable": []}}"#),
        ReadError::NoItems
    );
}
