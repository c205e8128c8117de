use serde_json::{Value, json};

use super::{endpoint, saved, url};
use crate::api::{Body, Endpoint, Multipart, Parameter, Part};

fn with(body: Value, header: Value) -> Endpoint {
    endpoint(json!({"url": url(json!({})), "method": "POST", "body": body, "header": header}))
}

fn fields(entries: Value) -> Vec<Parameter> {
    match with(json!({"mode": "urlencoded", "urlencoded": entries}), json!([])).body {
        Body::Urlencoded(fields) => fields,
        other => panic!("{other:?}"),
    }
}

fn parts(entries: Value) -> Multipart {
    match with(json!({"mode": "formdata", "formdata": entries}), json!([])).body {
        Body::Multipart(form) => form,
        other => panic!("{other:?}"),
    }
}

#[test]
fn disabled_fields_hold_no_place() {
    let found = fields(
        json!([{"key": "a", "value": "1", "disabled": true}, {"key": "b", "value": "2"}, {"key": "a", "value": "3"}]),
    );
    assert_eq!(found.iter().map(|field| field.name.as_str()).collect::<Vec<_>>(), ["b", "a"]);
}

#[test]
fn urlencoded_fields_are_grouped() {
    let found = fields(
        json!([{"key": "b", "value": "1"}, {"key": "10", "value": null}, {"key": "a", "value": "2"}, {"key": "b", "value": "3"},
        {"key": "2", "value": 4}, {"key": "z", "value": "9", "disabled": true}, {"key": "a", "value": "8", "disabled": true}]),
    );
    let shown: Vec<(&str, Vec<Option<&str>>)> =
        found.iter().map(|field| (field.name.as_str(), saved(field))).collect();
    assert_eq!(
        shown,
        [
            ("2", vec![Some("4")]),
            ("10", vec![Some("")]),
            ("b", vec![Some("1"), Some("3")]),
            ("a", vec![Some("2")]),
            ("z", vec![])
        ]
    );
    assert_eq!(found[3].samples, ["2", "8"]);
}

#[test]
fn urlencoded_has_its_own_type() {
    let form = json!({"mode": "urlencoded", "urlencoded": [{"key": "a", "value": "1"}]});
    let sent = |header: &str| {
        with(form.clone(), json!([{"key": "Content-Type", "value": header}]))
            .content_type
            .map(|text| text.0)
    };
    assert_eq!(sent("application/json").as_deref(), Some("application/x-www-form-urlencoded"));
    assert_eq!(
        sent("application/x-www-form-urlencoded; charset=utf-8").as_deref(),
        Some("application/x-www-form-urlencoded; charset=utf-8")
    );
    let unsent = with(
        json!({"mode": "urlencoded", "urlencoded": [{"key": "a", "value": "1", "disabled": true}]}),
        json!([]),
    );
    assert!(matches!(&unsent.body, Body::Urlencoded(fields) if fields[0].saved.is_empty()));
}

#[test]
fn parts_keep_their_order() {
    let form = parts(
        json!([{"key": "a", "value": "1", "type": "text"}, {"key": "a", "value": {"x": 1}, "type": "text"},
        {"key": "f", "type": "file", "src": ["x/a.txt", "b.png"], "contentType": "t/t"}, {"key": "g", "type": "file", "src": "c.txt"},
        {"key": "h", "type": "file", "src": "d.txt", "disabled": true}, {"key": "a", "value": "3"}]),
    );
    let [
        Part::Text { parameter: first, .. },
        Part::File { files, .. },
        Part::File { files: lost, .. },
        Part::File { disabled: true, .. },
        Part::Text { .. },
    ] = form.parts.as_slice()
    else {
        panic!("{:?}", form.parts)
    };
    assert_eq!(saved(first), [Some("1"), Some("{\"x\":1}")]);
    assert_eq!(
        files
            .iter()
            .filter_map(|file| file.path.as_ref())
            .map(|path| path.0.as_str())
            .collect::<Vec<_>>(),
        ["x/a.txt", "b.png"]
    );
    assert_eq!(files[0].content_type.as_deref(), Some("t/t"));
    assert_eq!(lost.len(), 1);
    assert_eq!(lost[0].path, None);
}

#[test]
fn files_without_a_source() {
    let form = parts(
        json!([{"key": "f", "type": "file", "src": null}, {"key": "g", "type": "file", "value": "aGk="}, {"key": "t", "value": "v", "fileName": "n.txt"}]),
    );
    let [
        Part::File { files: none, .. },
        Part::File { files: content, .. },
        Part::File { files: text, .. },
    ] = form.parts.as_slice()
    else {
        panic!("files")
    };
    assert_eq!((&none[0].path, &none[0].content), (&None, &None));
    assert_eq!(content[0].content.as_ref().map(|content| content.0.as_str()), Some("aGk="));
    assert_eq!(
        (text[0].content.as_ref().map(|content| content.0.as_str()), text[0].file_name.as_deref()),
        (Some("dg=="), Some("n.txt"))
    );
}

#[test]
fn a_boundary_set_by_hand_is_kept() {
    let form = json!({"mode": "formdata", "formdata": [{"key": "a", "value": "1"}]});
    let boundary =
        |header: &str| match with(form.clone(), json!([{"key": "Content-Type", "value": header}]))
            .body
        {
            Body::Multipart(form) => form.boundary,
            _ => None,
        };
    assert_eq!(boundary("multipart/form-data; boundary=abc").as_deref(), Some("abc"));
    assert_eq!(boundary("multipart/form-data; boundary=\"a b\"").as_deref(), Some("a b"));
    assert_eq!(boundary("application/json"), None);
}

#[test]
fn a_body_that_is_switched_off_sends_no_field() {
    let entries = json!([{"key": "a", "value": "1"}]);
    for mode in ["urlencoded", "formdata"] {
        let found = with(json!({"mode": mode, mode: entries, "disabled": true}), json!([]));
        match &found.body {
            Body::Urlencoded(fields) => assert_eq!(saved(&fields[0]), Vec::<Option<&str>>::new()),
            Body::Multipart(Multipart { parts, .. }) => {
                assert!(
                    matches!(&parts[0], Part::Text { parameter, .. } if saved(parameter).is_empty())
                )
            }
            other => panic!("{other:?}"),
        }
    }
}
