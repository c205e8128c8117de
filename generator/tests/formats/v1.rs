//! Collections in the format v1, and what `postman-collection-transformer` makes of them.

use generator::postman::Item;
use serde_json::{Value, json};

use crate::support::{codes, files, outline, parts, query, shown};

fn collection(value: Value) -> generator::read::Read<generator::postman::Collection> {
    files(&[("old.json", &value.to_string())]).read("old.json")
}

/// The one request of a collection.
fn request(members: Value) -> generator::postman::RequestItem {
    let mut members = members;
    members["id"] = json!("r");
    let read = collection(json!({"name": "Old", "order": ["r"], "requests": [members]}));
    match read.value.items.into_iter().next() {
        Some(Item::Request(item)) => *item,
        other => panic!("{other:?}"),
    }
}

#[test]
fn folders_come_first_and_nothing_is_lost() {
    let request = |id: &str| json!({"id": id, "name": id, "url": "h.test", "method": "GET"});
    let mut in_folder = request("e");
    in_folder["folder"] = json!("f2");
    let mut requests = ["a", "b", "c", "d", "x"].map(request).to_vec();
    requests.push(in_folder);
    let read = collection(json!({
        "id": "c", "name": "Old", "order": ["b", "a", "gone"], "folders_order": ["f2", "f1"],
        "folders": [
            {"id": "f1", "name": "One", "order": ["c"]},
            {"id": "f2", "name": "Two", "order": [], "folders_order": ["f3"]},
            {"id": "f3", "name": "Three", "order": ["d"]}
        ],
        "requests": requests
    }));
    assert_eq!(outline(&read.value.items), "Two(Three(d) e) One(c) b a x");
    assert_eq!(
        codes(&read.diagnostics),
        ["unlisted-request /requests/5", "unlisted-request /requests/4"]
    );
}

#[test]
fn urls_headers_and_their_lists() {
    let item = request(json!({
        "name": "r", "method": "PUT", "description": "Text.",
        "url": "https://h.test/a/:id?x=1",
        "queryParams": [{"key": "x", "value": "2", "equals": true, "enabled": false}, {"key": "y", "value": "", "equals": false}],
        "pathVariableData": [{"key": "id", "value": "7"}], "pathVariables": {"id": "8", "other": "9"},
        "headers": "A: 1\n// B: 2\nC: 3\n", "headerData": [{"key": "C", "value": "4"}, {"key": "// D", "value": "5"}]
    }));
    let request = item.request.expect("a request");
    assert_eq!(query(&request), "[x=2]&y");
    let values = parts(&request).variables.iter().map(|it| it.value.clone());
    assert_eq!(values.collect::<Vec<_>>(), [Some(json!("7")), Some(json!("9"))]);
    assert_eq!(
        request.headers.iter().map(shown).collect::<Vec<_>>(),
        ["C=4", "[D=5]", "A=1", "[B=2]"]
    );
}

#[test]
fn bodies() {
    let body = |members: Value| request(members).request.and_then(|request| request.body);
    let mode = |members: Value| body(members).and_then(|body| body.mode);
    assert_eq!(mode(json!({"url": "h"})), None);
    assert_eq!(mode(json!({"url": "h", "dataMode": null, "data": "x"})), None);
    let raw = body(
        json!({"url": "h", "dataMode": "raw", "rawModeData": ["{}"], "dataOptions": {"raw": {"language": "json"}}}),
    );
    let raw = raw.expect("a body");
    assert_eq!((raw.raw, raw.language.as_deref()), (Some(json!("{}")), Some("json")));
    assert_eq!(
        body(json!({"url": "h", "dataMode": "raw", "data": "old"})).and_then(|it| it.raw),
        Some(json!("old"))
    );
    let form = json!([{"key": "a", "value": "b", "type": "text", "enabled": false}, {"key": "f", "value": "x.png", "type": "file"}, {"value": "no key"}]);
    let form = body(json!({"url": "h", "dataMode": "params", "data": form})).expect("a body");
    assert_eq!(form.formdata.iter().map(shown).collect::<Vec<_>>(), ["[a=b]", "f"]);
    assert_eq!(form.formdata[1].src, Some(json!("x.png")));
    let encoded =
        body(json!({"url": "h", "dataMode": "urlencoded", "data": [{"key": "a", "value": "b"}]}));
    assert_eq!(encoded.map(|it| it.urlencoded.len()), Some(1));
    let file = body(json!({"url": "h", "dataMode": "binary", "rawModeData": "a.bin"}));
    assert_eq!(file.and_then(|it| it.file).and_then(|it| it.src).as_deref(), Some("a.bin"));
    let graphql =
        body(json!({"url": "h", "dataMode": "graphql", "graphqlModeData": {"query": "{ a }"}}));
    assert_eq!(graphql.and_then(|it| it.graphql), Some(json!({"query": "{ a }"})));
}

#[test]
fn auth_scripts_and_responses() {
    let item = request(json!({
        "name": "r", "url": "h.test", "currentHelper": "hawkAuth",
        "helperAttributes": "{\"id\": \"hawk\", \"hawk_id\": \"a\", \"ext\": \"e\"}",
        "tests": "pm.environment.set('a', 1)", "preRequestScript": "pm.globals.set('b', 1)",
        "responses_order": ["2", "1"],
        "responses": [
            {"id": "1", "name": "one", "responseCode": {"code": 200, "name": "OK"}, "headers": [{"key": "A", "value": "b"}], "text": "{}", "language": "json",
             "requestObject": "{\"url\": \"h.test/x\", \"method\": \"POST\"}"},
            {"id": "2", "responseCode": {"code": 404, "name": "Not Found"}, "text": "gone", "request": "r"}
        ]
    }));
    assert_eq!(item.scripts.len(), 2);
    let auth = item.request.and_then(|request| request.auth).expect("auth");
    assert_eq!(auth.kind, "hawk");
    assert_eq!(
        auth.parameters,
        [("authId".to_owned(), json!("a")), ("extraData".to_owned(), json!("e"))]
    );
    let codes: Vec<_> = item.responses.iter().map(|response| response.code).collect();
    assert_eq!(codes, [Some(404), Some(200)]);
    let one = &item.responses[1];
    assert_eq!(one.original.as_ref().and_then(|request| request.method.as_deref()), Some("POST"));
    assert_eq!((one.headers.len(), one.language.as_deref()), (1, Some("json")));
}
