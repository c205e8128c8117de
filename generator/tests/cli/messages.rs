//! What the program says, to people and to programs.

use std::fs;

use crate::support::{COLLECTION, ENVIRONMENT, lines, place};

#[test]
fn messages_for_programs_are_one_object_a_line() {
    let place = place(&[("zoo.json", COLLECTION)]);
    let (out, err) = place.ends(0, &["zoo.json", "--message-format", "json"]);
    let found = lines(&err);
    let note = found.iter().find(|line| line["code"] == "ignored-member").expect("the note");
    let expected = serde_json::json!({
        "severity": "note",
        "code": "ignored-member",
        "message": "`query` is a number, which has no meaning here: it is ignored",
        "pointer": "/item/0/item/0/request/url/query",
        "trail": ["Cats", "List"],
        "line": 4,
        "column": 132,
        "help": null,
        "file": "zoo.json"
    });
    assert_eq!(*note, expected);
    assert_eq!(lines(&out)[0]["out"], "generated-client");
    fs::write(place.dir.path().join("zoo.json"), "{").unwrap();
    let (_, err) = place.ends(1, &["zoo.json", "--message-format", "json"]);
    let found = lines(&err);
    assert_eq!(
        (&found[0]["severity"], &found[0]["code"], &found[0]["line"]),
        (&"error".into(), &"broken-json".into(), &1.into())
    );
}

#[test]
fn messages_for_people_show_the_place() {
    let place = place(&[("zoo.json", COLLECTION)]);
    let (_, err) = place.ends(0, &["zoo.json"]);
    for expected in [
        "note[ignored-member]",
        "zoo.json:4:132",
        "\"query\": 5",
        "in: Cats > List",
        "at: /item/0/item/0/request/url/query",
    ] {
        assert!(err.contains(expected), "{expected}\n{err}");
    }
}

#[test]
fn many_messages_of_one_kind_are_summed_up() {
    let headers: Vec<u32> = (0..42).collect();
    let collection = serde_json::json!({"info": {}, "item": [{"name": "r", "request": {"url": "http://h.test", "header": headers}}]});
    let place = place(&[("many.json", &collection.to_string())]);
    let (_, err) = place.ends(0, &["many.json"]);
    assert_eq!(err.matches("note[ignored-member]").count(), 1);
    assert!(err.contains("42 times, first at many.json:1:"), "{err}");
    let (_, all) = place.ends(0, &["many.json", "--verbose"]);
    assert_eq!(all.matches("note[ignored-member]").count(), 42);
    let (_, json) = place.ends(0, &["many.json", "--message-format", "json"]);
    assert_eq!(json.matches("\"ignored-member\"").count(), 42);
}

/// What a run with every kind of bad input says.
const FAULTS: [&str; 11] = [
    "error[broken-json]",
    "broken.json:3:13",
    "error[empty-file]",
    "an OpenAPI (Swagger) description",
    "a Postman environment, not a Postman collection",
    "a Postman collection, not a Postman environment",
    "one file of a Postman v3 collection",
    "error[broken-yaml]",
    "error[is-a-directory]",
    "error[no-such-file]",
    "Collection v2.1",
];

#[test]
fn bad_inputs_are_all_named_and_nothing_is_written() {
    let place = place(&[
        ("zoo.json", COLLECTION),
        ("broken.json", "{\n  \"info\": {},\n  \"item\": [nope]\n}"),
        ("empty.json", ""),
        ("api.yaml", "openapi: 3.0.0\n"),
        ("one.request.yaml", "$kind: http-request\n"),
        ("e.json", ENVIRONMENT),
        ("v3/.resources/definition.yaml", "name: \"open\n"),
        ("folder/x.txt", ""),
    ]);
    let inputs = [
        "zoo.json",
        "broken.json",
        "empty.json",
        "api.yaml",
        "one.request.yaml",
        "e.json",
        "v3",
        "folder",
        "missing.json",
    ];
    let (out, err) = place.ends(1, &[inputs.as_slice(), &["-e", "zoo.json"]].concat());
    assert_eq!(out, "");
    for expected in FAULTS {
        assert!(err.contains(expected), "{expected}\n{err}");
    }
    assert!(!place.has("generated-client"));
}

#[test]
fn an_empty_collection_is_a_warning() {
    let place = place(&[("empty.json", r#"{"info": {"name": "Nothing"}, "item": []}"#)]);
    let (_, err) = place.ends(0, &["empty.json"]);
    assert!(err.contains("warning[empty-collection]") && err.contains("empty.json:1:"), "{err}");
}

#[test]
fn each_message_has_a_location_in_both_formats() {
    let place = place(&[(
        "a.json",
        r#"{"info": {"name": "A"}, "item": [{"name": "r", "request": {"url": "http://{{host}}/{{x}}"}}]}"#,
    )]);
    let (_, json) = place.ends(0, &["a.json", "--message-format", "json"]);
    let found = lines(&json);
    assert!(!found.is_empty());
    for message in &found {
        assert!(message["line"].is_u64() && message["file"] == "a.json", "{message}");
    }
    let (_, human) = place.ends(0, &["a.json", "--verbose"]);
    assert_eq!(human.matches("--> a.json:1:").count(), found.len(), "{human}");
}
