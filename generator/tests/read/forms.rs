//! Things that may be written in several forms: lists, texts, maps.

use generator::postman::{Body, Path, Query, Url};
use serde_json::{Value, json};

use crate::support::{ignored, item, pairs, request, url};

#[test]
fn headers_as_lines_as_texts_as_a_map() {
    let lines = "A: 1\r\nX-Url:http://h/\nbad line: x\r\nFolded: a\r\n b\nEmpty:\n: none";
    let (lines, _) = request(json!({"url": "", "header": lines}));
    let expected = [("A", "1"), ("X-Url:http", "//h/"), ("Folded", "a b"), ("Empty", "")];
    assert_eq!(pairs(&lines.headers), expected.map(|(k, v)| (Some(k), Some(json!(v)))));
    let (list, notes) = request(json!({"header": ["K: V:W", {"key": "a"}, null, 5, {}]}));
    assert_eq!(
        pairs(&list.headers),
        [(Some("K"), Some(json!("V:W"))), (Some("a"), None), (None, None)]
    );
    assert_eq!(ignored(&notes), ["/item/0/request/header/3 a number"]);
    let (map, notes) = request(json!({"header": {"b": "1", "a~": "2", "c/d": 3}}));
    assert_eq!(
        pairs(&map.headers),
        [(Some("b"), Some(json!("1"))), (Some("a~"), Some(json!("2")))]
    );
    assert_eq!(ignored(&notes), ["/item/0/request/header/c~1d a number"]);
}

fn body(value: Value) -> Body {
    let (request, _) = request(json!({"body": value}));
    request.body.expect("a body")
}

#[test]
fn bodies_may_be_missing_or_a_text() {
    for nothing in [json!(null), json!("")] {
        assert!(request(json!({"body": nothing})).0.body.is_none());
    }
    let text = body(json!("text"));
    assert_eq!((text.mode.as_deref(), text.raw), (Some("raw"), Some(json!("text"))));
    assert!(body(json!({})).mode.is_none());
    assert_eq!(body(json!({"mode": ""})).mode.as_deref(), Some(""));
}

#[test]
fn bodies_of_every_mode() {
    let form = body(json!({"mode": "urlencoded", "urlencoded": "a=1&&b="}));
    let [a, nothing, b] = [(Some("a"), json!("1")), (None, json!(null)), (Some("b"), json!(""))];
    assert_eq!(pairs(&form.urlencoded), [a, nothing, b].map(|(key, value)| (key, Some(value))));
    assert!(body(json!({"mode": "formdata", "formdata": null})).formdata.is_empty());
    let options = json!({"raw": {"language": "json"}});
    let raw = body(json!({"mode": "raw", "raw": {"a": 1}, "options": options, "disabled": true}));
    assert_eq!((raw.language.as_deref(), raw.disabled), (Some("json"), true));
    assert_eq!(raw.raw, Some(json!({"a": 1})));
    let source =
        |value: Value| body(json!({"mode": "file", "file": value})).file.and_then(|file| file.src);
    assert_eq!(source(json!("a.bin")).as_deref(), Some("a.bin"));
    assert!(source(json!({"src": null})).is_none());
    assert!(body(json!({"mode": "graphql", "graphql": "q"})).graphql.is_some());
}

#[test]
fn what_stands_under_the_name_of_an_unknown_mode_means_nothing() {
    let (request, notes) = request(json!({"body": {"mode": "json", "json": {"a": 1}, "raw": "r"}}));
    assert_eq!(request.body.and_then(|body| body.raw), Some(json!("r")));
    assert_eq!(ignored(&notes), ["/item/0/request/body/json an object"]);
}

#[test]
fn form_data_files_keep_their_source_as_it_stands() {
    let parts = json!([{"key": "f", "type": "file", "src": ["a", "b"], "fileName": "n", "contentType": "t"}, {"key": "g", "type": "file", "src": null}]);
    let form =
        request(json!({"body": {"mode": "formdata", "formdata": parts}})).0.body.unwrap().formdata;
    assert_eq!((&form[0].src, form[0].kind.as_deref()), (&Some(json!(["a", "b"])), Some("file")));
    assert_eq!(
        (form[0].file_name.as_deref(), form[0].content_type.as_deref()),
        (Some("n"), Some("t"))
    );
    assert_eq!(form[1].src, Some(Value::Null));
    let (request, notes) = request(json!({"body": {"mode": "formdata", "formdata": "a=1"}}));
    assert!(request.body.unwrap().formdata.is_empty());
    assert_eq!(ignored(&notes), ["/item/0/request/body/formdata a string"]);
}

#[test]
fn auth_as_a_list_and_as_a_map() {
    let auth = |value: Value| {
        request(json!({"auth": value})).0.auth.map(|auth| (auth.kind, auth.parameters))
    };
    let list = auth(
        json!({"type": "basic", "noauth": [], "basic": [{"key": "username", "value": "u"}, {"key": "username", "value": "v"}, 5]}),
    );
    assert_eq!(list, Some(("basic".to_owned(), vec![("username".to_owned(), json!("v"))])));
    let map = auth(json!({"type": "basic", "basic": {"username": "u", "showPassword": false}}));
    assert_eq!(
        map,
        Some((
            "basic".to_owned(),
            vec![("username".to_owned(), json!("u")), ("showPassword".to_owned(), json!(false))]
        ))
    );
    assert_eq!(auth(json!({"type": "oauth2"})), Some(("oauth2".to_owned(), vec![])));
    assert_eq!(auth(json!({"basic": null})), None);
    assert_eq!(auth(json!("basic")), None);
    assert_eq!(auth(json!({"type": 5})), None);
}

#[test]
fn auth_parameters_take_the_type_that_they_name() {
    let values = json!([{"key": "a", "value": "false", "type": "boolean"}, {"key": "b", "value": false, "type": "string"},
        {"key": "c", "value": "5", "type": "number"}, {"key": "d", "value": "x", "type": "any"}, {"key": "e"}]);
    let auth = request(json!({"auth": {"type": "oauth1", "oauth1": values}})).0.auth.unwrap();
    let values: Vec<Value> = auth.parameters.into_iter().map(|(_, value)| value).collect();
    assert_eq!(values, [json!(true), json!("false"), json!(5), json!("x"), json!(null)]);
}

#[test]
fn responses_in_all_forms() {
    let response = |value: Value| item(json!({"response": [value]})).0.responses.remove(0);
    let full = response(
        json!({"name": "ok", "code": "200", "status": "OK", "header": "A: 1\nB: 2", "body": {"a": 1}, "originalRequest": "http://h.test", "_": {"postman_previewlanguage": "json"}}),
    );
    assert_eq!((full.code, full.status.as_deref(), full.headers.len()), (Some(200), Some("OK"), 2));
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
fn query_entries_in_all_forms() {
    let (parts, _) = url(
        json!({"query": [{"key": "a", "value": null}, "b=2", "c", null, {"key": "d", "disabled": 1}]}),
    );
    let Some(Query::List(list)) = parts.query else { panic!("a list") };
    let expected = [
        (Some("a"), Some(json!(null))),
        (Some("b"), Some(json!("2"))),
        (Some("c"), Some(json!(null))),
        (Some("d"), None),
    ];
    assert_eq!(pairs(&list), expected);
    assert!(list[3].disabled && !list[0].disabled);
    let (parts, _) = url(json!({"query": {"x": "1", "y": 2}}));
    let Some(Query::List(list)) = parts.query else { panic!("a list") };
    assert_eq!(pairs(&list), [(Some("x"), Some(json!("1"))), (Some("y"), Some(json!(2)))]);
    assert!(url(json!({"query": null})).0.query.is_none());
}

#[test]
fn url_parts_in_all_forms() {
    let (parts, _) = url(
        json!({"host": "{{host}}", "port": 8080, "path": "/a/b", "query": "a=1&b", "auth": {"user": "u"}}),
    );
    assert_eq!((parts.host, parts.port.as_deref()), (vec!["{{host}}".to_owned()], Some("8080")));
    assert!(matches!(parts.path, Some(Path::Text(text)) if text == "/a/b"));
    assert!(matches!(parts.query, Some(Query::Text(text)) if text == "a=1&b"));
    assert_eq!(parts.userinfo, Some(("u".to_owned(), String::new())));
}
