//! Every tolerated oddity of the format, one each.

use generator::diagnostics::{Diagnostic, Kind};
use generator::postman::{Collection, Item, Path, Query, Request, RequestItem, Url, UrlParts};
use generator::read;
use serde_json::{Value, json};

fn collection(value: Value) -> (Collection, Vec<Diagnostic>) {
    let read = read::collection(value.to_string().as_bytes()).expect("a readable collection");
    (read.value, read.diagnostics)
}

fn item(entry: Value) -> (RequestItem, Vec<Diagnostic>) {
    let (mut collection, diagnostics) = collection(json!({"info": {"name": "c"}, "item": [entry]}));
    match collection.items.remove(0) {
        Item::Request(item) => (*item, diagnostics),
        Item::Folder(folder) => panic!("a folder: {folder:?}"),
    }
}

fn request(value: Value) -> (Request, Vec<Diagnostic>) {
    let (item, diagnostics) = item(json!({"name": "r", "request": value}));
    (item.request.expect("a request"), diagnostics)
}

fn url(value: Value) -> (UrlParts, Vec<Diagnostic>) {
    let (request, diagnostics) = request(json!({"url": value}));
    match request.url {
        Url::Parts(parts) => (*parts, diagnostics),
        other => panic!("no parts: {other:?}"),
    }
}

fn pairs(parameters: &[generator::postman::Parameter]) -> Vec<(Option<&str>, Option<Value>)> {
    parameters
        .iter()
        .map(|p| (p.key.as_deref(), p.value.clone()))
        .collect()
}

/// The places that were ignored, with what stood there.
fn ignored(diagnostics: &[Diagnostic]) -> Vec<String> {
    let pick = |d: &Diagnostic| match &d.kind {
        Kind::Ignored { found, .. } => Some(format!("{} {found}", d.place.0)),
        _ => None,
    };
    diagnostics.iter().filter_map(pick).collect()
}

#[test]
fn a_wrapped_collection_with_a_byte_order_mark() {
    let text = "\u{feff}{\"collection\": {\"info\": {\"name\": \"w\"}, \"item\": [{\"name\": \"r\", \"request\": \"http://h.test\"}]}}";
    let read = read::collection(text.as_bytes()).unwrap().value;
    assert_eq!(read.name, "w");
    let Item::Request(item) = &read.items[0] else {
        panic!("a request")
    };
    assert_eq!(item.place.0, "/collection/item/0");
}

#[test]
fn items_and_variables_count_as_item_and_variable() {
    let (read, notes) = collection(
        json!({"items": [{"items": [{"name": "a"}]}], "variables": [{"key": "x", "value": 1}], "name": "n"}),
    );
    let Item::Folder(folder) = &read.items[0] else {
        panic!("a folder")
    };
    let Item::Request(inner) = &folder.items[0] else {
        panic!("a request")
    };
    assert_eq!(inner.place.0, "/items/0/items/0");
    assert_eq!(
        (read.variables[0].key.as_deref(), &read.variables[0].value),
        (Some("x"), &Some(json!(1)))
    );
    assert_eq!(read.name, "n");
    assert!(notes.is_empty());
}

#[test]
fn an_empty_list_makes_a_folder_and_entries_that_are_no_objects_are_left_out() {
    let (read, notes) = collection(
        json!({"info": {}, "item": [{"item": []}, null, "x", {"item": null}, {"item": {"name": "lone"}}, 5]}),
    );
    let shape: Vec<String> = read
        .items
        .iter()
        .map(|item| match item {
            Item::Folder(folder) => format!("folder {}", folder.items.len()),
            Item::Request(_) => "request".to_owned(),
        })
        .collect();
    assert_eq!(shape, ["folder 0", "request", "folder 1"]);
    assert_eq!(
        ignored(&notes),
        ["/item/1 null", "/item/2 a text", "/item/5 a number"]
    );
}

#[test]
fn notes_name_the_folders_and_the_request() {
    let (_, notes) = collection(
        json!({"info": {}, "item": [{"name": "F", "item": [{"name": "R", "request": {"url": 5}}]}]}),
    );
    assert_eq!(notes[0].trail, ["F", "R"]);
    assert_eq!(notes[0].place.0, "/item/0/item/0/request/url");
}

#[test]
fn a_request_may_be_a_text_or_missing_or_nonsense() {
    assert!(
        matches!(request(json!("http://h.test")).0.url, Url::Text(text) if text == "http://h.test")
    );
    assert!(item(json!({"name": "r"})).0.request.is_none());
    let (nonsense, notes) = item(json!({"request": [1]}));
    assert!(nonsense.request.is_none());
    assert_eq!(ignored(&notes), ["/item/0/request a list"]);
}

#[test]
fn names_and_descriptions_in_all_forms() {
    let (read, _) = collection(
        json!({"info": {"name": 5, "description": {"content": "d"}, "version": {"major": 1, "minor": 2, "patch": "3", "identifier": "rc"}}, "item": []}),
    );
    assert_eq!(
        (
            read.name.as_str(),
            read.description.as_deref(),
            read.version.as_deref()
        ),
        ("5", Some("d"), Some("1.2.3-rc"))
    );
    let (read, _) =
        collection(json!({"info": {"version": "v7", "description": null}, "item": null}));
    assert_eq!(
        (
            read.name.as_str(),
            read.description,
            read.version.as_deref()
        ),
        ("", None, Some("v7"))
    );
}

#[test]
fn headers_as_lines_as_texts_as_a_map() {
    let lines = "A: 1\r\nX-Url:http://h/\nbad line: x\r\nFolded: a\r\n b\nEmpty:\n: none";
    let (lines, _) = request(json!({"url": "", "header": lines}));
    let expected = [
        ("A", "1"),
        ("X-Url:http", "//h/"),
        ("Folded", "a b"),
        ("Empty", ""),
    ];
    assert_eq!(
        pairs(&lines.headers),
        expected.map(|(k, v)| (Some(k), Some(json!(v))))
    );
    let (list, notes) = request(json!({"header": ["K: V:W", {"key": "a"}, null, 5, {}]}));
    assert_eq!(
        pairs(&list.headers),
        [
            (Some("K"), Some(json!("V:W"))),
            (Some("a"), None),
            (None, None)
        ]
    );
    assert_eq!(ignored(&notes), ["/item/0/request/header/3 a number"]);
    let (map, _) = request(json!({"header": {"b": "1", "a": "2"}}));
    assert_eq!(
        pairs(&map.headers),
        [(Some("b"), Some(json!("1"))), (Some("a"), Some(json!("2")))]
    );
}

#[test]
fn url_parts_in_all_forms() {
    let (parts, _) = url(
        json!({"host": "{{host}}", "port": 8080, "path": "/a/b", "query": "a=1&b", "auth": {"user": "u"}}),
    );
    assert_eq!(
        (parts.host, parts.port.as_deref()),
        (vec!["{{host}}".to_owned()], Some("8080"))
    );
    assert!(matches!(parts.path, Some(Path::Text(text)) if text == "/a/b"));
    assert!(matches!(parts.query, Some(Query::Text(text)) if text == "a=1&b"));
    assert_eq!(parts.userinfo, Some(("u".to_owned(), String::new())));
}

#[test]
fn path_segments_are_the_texts_that_postman_sends() {
    let (parts, notes) = url(json!({"path": ["a", null, 5, {"type": "string", "value": "v"}]}));
    let Some(Path::Segments(segments)) = parts.path else {
        panic!("segments")
    };
    assert_eq!(segments, ["a", "", "5", "[object Object]"]);
    let odd: Vec<&str> = notes.iter().map(|note| note.place.0.as_str()).collect();
    assert_eq!(
        odd,
        ["/item/0/request/url/path/2", "/item/0/request/url/path/3"]
    );
}

#[test]
fn query_entries_in_all_forms() {
    let (parts, _) = url(
        json!({"query": [{"key": "a", "value": null}, "b=2", "c", null, {"key": "d", "disabled": 1}]}),
    );
    let Some(Query::List(list)) = parts.query else {
        panic!("a list")
    };
    let expected = [
        (Some("a"), Some(json!(null))),
        (Some("b"), Some(json!("2"))),
        (Some("c"), Some(json!(null))),
        (Some("d"), None),
    ];
    assert_eq!(pairs(&list), expected);
    assert!(list[3].disabled && !list[0].disabled);
    let (parts, _) = url(json!({"query": {"x": "1", "y": 2}}));
    let Some(Query::List(list)) = parts.query else {
        panic!("a list")
    };
    assert_eq!(
        pairs(&list),
        [(Some("x"), Some(json!("1"))), (Some("y"), Some(json!(2)))]
    );
    assert!(url(json!({"query": null})).0.query.is_none());
}

#[test]
fn path_variables_by_id() {
    let (parts, _) = url(
        json!({"variable": [{"id": "a", "value": "1"}, {"key": "", "id": "b"}, {"key": "c", "type": "secret"}]}),
    );
    let keys: Vec<_> = parts
        .variables
        .iter()
        .map(|v| (v.key.as_deref(), v.secret))
        .collect();
    assert_eq!(
        keys,
        [(Some("a"), false), (Some("b"), false), (Some("c"), true)]
    );
}

#[test]
fn bodies_in_all_forms() {
    let body = |value: Value| request(json!({"body": value})).0.body;
    assert!(body(json!(null)).is_none() && body(json!("")).is_none());
    let text = body(json!("text")).unwrap();
    assert_eq!(
        (text.mode.as_deref(), text.raw),
        (Some("raw"), Some(json!("text")))
    );
    assert!(body(json!({})).unwrap().mode.is_none());
    assert_eq!(body(json!({"mode": ""})).unwrap().mode.as_deref(), Some(""));
    let form = body(json!({"mode": "urlencoded", "urlencoded": "a=1&&b="}))
        .unwrap()
        .urlencoded;
    assert_eq!(
        pairs(&form),
        [
            (Some("a"), Some(json!("1"))),
            (None, Some(json!(null))),
            (Some("b"), Some(json!("")))
        ]
    );
    assert!(
        body(json!({"mode": "formdata", "formdata": null}))
            .unwrap()
            .formdata
            .is_empty()
    );
    let raw = body(json!({"mode": "raw", "raw": {"a": 1}, "options": {"raw": {"language": "json"}}, "disabled": true})).unwrap();
    assert_eq!(
        (raw.raw, raw.language.as_deref(), raw.disabled),
        (Some(json!({"a": 1})), Some("json"), true)
    );
    assert_eq!(
        body(json!({"mode": "file", "file": "a.bin"}))
            .unwrap()
            .file
            .unwrap()
            .src
            .as_deref(),
        Some("a.bin")
    );
    assert!(
        body(json!({"mode": "file", "file": {"src": null}}))
            .unwrap()
            .file
            .unwrap()
            .src
            .is_none()
    );
    assert!(
        body(json!({"mode": "graphql", "graphql": "q"}))
            .unwrap()
            .graphql
            .is_some()
    );
}

#[test]
fn form_data_files_keep_their_source_as_it_stands() {
    let parts = json!([{"key": "f", "type": "file", "src": ["a", "b"], "fileName": "n", "contentType": "t"}, {"key": "g", "type": "file", "src": null}]);
    let form = request(json!({"body": {"mode": "formdata", "formdata": parts}}))
        .0
        .body
        .unwrap()
        .formdata;
    assert_eq!(
        (&form[0].src, form[0].kind.as_deref()),
        (&Some(json!(["a", "b"])), Some("file"))
    );
    assert_eq!(
        (
            form[0].file_name.as_deref(),
            form[0].content_type.as_deref()
        ),
        (Some("n"), Some("t"))
    );
    assert_eq!(form[1].src, Some(Value::Null));
    let (request, notes) = request(json!({"body": {"mode": "formdata", "formdata": "a=1"}}));
    assert!(request.body.unwrap().formdata.is_empty());
    assert_eq!(ignored(&notes), ["/item/0/request/body/formdata a text"]);
}

#[test]
fn auth_as_a_list_and_as_a_map() {
    let auth = |value: Value| {
        request(json!({"auth": value}))
            .0
            .auth
            .map(|auth| (auth.kind, auth.parameters))
    };
    let list = auth(
        json!({"type": "basic", "noauth": [], "basic": [{"key": "username", "value": "u"}, {"key": "username", "value": "v"}, 5]}),
    );
    assert_eq!(
        list,
        Some((
            "basic".to_owned(),
            vec![("username".to_owned(), json!("v"))]
        ))
    );
    let map = auth(json!({"type": "basic", "basic": {"username": "u", "showPassword": false}}));
    assert_eq!(
        map,
        Some((
            "basic".to_owned(),
            vec![
                ("username".to_owned(), json!("u")),
                ("showPassword".to_owned(), json!(false))
            ]
        ))
    );
    assert_eq!(
        auth(json!({"type": "oauth2"})),
        Some(("oauth2".to_owned(), vec![]))
    );
    assert_eq!(auth(json!({"basic": null})), None);
    assert_eq!(auth(json!("basic")), None);
    assert_eq!(auth(json!({"type": 5})), None);
}

#[test]
fn auth_parameters_take_the_type_that_they_name() {
    let values = json!([{"key": "a", "value": "false", "type": "boolean"}, {"key": "b", "value": false, "type": "string"},
        {"key": "c", "value": "5", "type": "number"}, {"key": "d", "value": "x", "type": "any"}, {"key": "e"}]);
    let auth = request(json!({"auth": {"type": "oauth1", "oauth1": values}}))
        .0
        .auth
        .unwrap();
    let values: Vec<Value> = auth
        .parameters
        .into_iter()
        .map(|(_, value)| value)
        .collect();
    assert_eq!(
        values,
        [
            json!(true),
            json!("false"),
            json!(5),
            json!("x"),
            json!(null)
        ]
    );
}

#[test]
fn responses_in_all_forms() {
    let response = |value: Value| item(json!({"response": [value]})).0.responses.remove(0);
    let full = response(
        json!({"name": "ok", "code": "200", "status": "OK", "header": "A: 1\nB: 2", "body": {"a": 1}, "originalRequest": "http://h.test", "_": {"postman_previewlanguage": "json"}}),
    );
    assert_eq!(
        (full.code, full.status.as_deref(), full.headers.len()),
        (Some(200), Some("OK"), 2)
    );
    assert_eq!(
        (full.body.as_deref(), full.language.as_deref()),
        (Some(r#"{"a":1}"#), Some("json"))
    );
    assert!(matches!(full.original.unwrap().url, Url::Text(_)));
    let bare =
        response(json!({"header": null, "body": null, "code": null, "originalRequest": null}));
    assert!(
        bare.headers.is_empty()
            && bare.body.is_none()
            && bare.code.is_none()
            && bare.original.is_none()
    );
    assert!(response(json!({"code": 99999})).code.is_none());
    assert!(item(json!({"response": null})).0.responses.is_empty());
}

#[test]
fn scripts_tell_the_variables_that_they_set() {
    let (item, _) = item(
        json!({"event": [{"listen": "test", "script": {"exec": ["pm.environment", ".set('a', 1)"]}},
        {"script": "pm.globals.set('b', 1)"}, {"script": ["pm.globals.set('a', 1)"]}, {"script": {"exec": "postman.setGlobalVariable('c')"}}, {}]}),
    );
    assert_eq!(item.script_variables, ["a", "b", "c"]);
    let (read, _) = collection(json!({"info": {}, "item": [], "event": null}));
    assert!(read.script_variables.is_empty());
}

#[test]
fn transport_settings_are_told() {
    let (_, notes) = request(json!({"url": "", "proxy": {"host": "p"}, "certificate": null}));
    assert_eq!(
        notes[0].kind,
        Kind::TransportSetting {
            member: "proxy".to_owned()
        }
    );
    assert_eq!(notes.len(), 1);
}

#[test]
fn environments() {
    let text = json!({"name": "E", "_postman_variable_scope": "globals", "values": [{"key": "a", "value": "1", "enabled": false}, {"key": "b", "type": "secret", "enabled": true}]});
    let read = read::environment(text.to_string().as_bytes())
        .unwrap()
        .value;
    assert!(read.globals && read.name == "E");
    let flags: Vec<_> = read
        .variables
        .iter()
        .map(|v| (v.disabled, v.secret))
        .collect();
    assert_eq!(flags, [(true, false), (false, true)]);
}
