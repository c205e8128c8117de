use serde_json::{Value, json};

use super::{api_of, endpoint, resolve_all, url};
use crate::api::{Body, Endpoint, Language};
use crate::diagnostics::Kind;

fn with(method: &str, body: Value, header: Value) -> Endpoint {
    endpoint(json!({"url": url(json!({})), "method": method, "body": body, "header": header}))
}

fn raw(text: &str, language: Option<&str>) -> Value {
    json!({"mode": "raw", "raw": text, "options": {"raw": {"language": language}}})
}

fn media_type(endpoint: &Endpoint) -> Option<&str> {
    endpoint.content_type.as_ref().map(|text| text.0.as_str())
}

#[test]
fn json_has_samples_and_open_places() {
    let body = raw(
        "{ // c\n\"s\": \"{{word}}\", \"n\": {{num}}, \"o\": [{{nope}}, \"{{nope}}\"], \"g\": {{$randomInt}}}",
        Some("json"),
    );
    let endpoint = with("POST", body, json!([]));
    let Body::Json(body) = &endpoint.body else { panic!("JSON") };
    assert_eq!(
        body.saved.as_ref().map(|text| text.0.as_str()),
        Some(
            "{ \n\"s\": \"{{word}}\", \"n\": {{num}}, \"o\": [{{nope}}, \"{{nope}}\"], \"g\": {{$randomInt}}}"
        )
    );
    assert_eq!(
        body.samples,
        ["{ \n\"s\": \"dv\", \"n\": 42, \"o\": [null, \"{{nope}}\"], \"g\": 42}"]
    );
    assert_eq!(body.open, ["/o/0"]);
    assert_eq!(media_type(&endpoint), Some("application/json"));
}

#[test]
fn json_without_a_language_is_json_all_the_same() {
    let endpoint = with("POST", raw("{\"a\": 1}", None), json!([]));
    assert!(matches!(endpoint.body, Body::Json(_)));
    assert_eq!(media_type(&endpoint), Some("text/plain"));
    assert!(matches!(with("POST", raw("5", Some("text")), json!([])).body, Body::Text(_)));
    assert!(matches!(with("POST", raw("5", Some("json")), json!([])).body, Body::Json(_)));
    let object = json!({"mode": "raw", "raw": {"a": 1}, "options": {"raw": {"language": "json"}}});
    let Body::Json(body) = with("POST", object, json!([])).body else { panic!("JSON") };
    assert_eq!(body.samples, ["{\"a\":1}"]);
}

#[test]
fn what_is_no_json_is_a_text_with_holes() {
    let endpoint = with("POST", raw("{\"a\": {{nope}},}", Some("json")), json!([]));
    let Body::Text(text) = &endpoint.body else { panic!("text") };
    assert_eq!((text.language, text.holes.len()), (Language::Json, 1));
    let endpoint = with("POST", raw("<a>{{word}}{{word}}{{$guid}}</a>", Some("xml")), json!([]));
    let Body::Text(text) = &endpoint.body else { panic!("text") };
    assert_eq!(
        (text.language, text.holes.len(), text.holes[0].samples[0].as_str()),
        (Language::Xml, 1, "dv")
    );
    assert_eq!(media_type(&endpoint), Some("application/xml"));
    let endpoint = with("POST", raw("{{whole}}", Some("json")), json!([]));
    assert!(matches!(&endpoint.body, Body::Text(text) if text.holes.len() == 1));
}

#[test]
fn some_methods_send_no_body() {
    let header = json!([{"key": "Content-Type", "value": "a/b"}]);
    let endpoint = with("GET", raw("x", None), header.clone());
    assert!(matches!(endpoint.body, Body::Empty));
    assert_eq!((media_type(&endpoint), endpoint.headers.len()), (None, 1));
    assert!(matches!(with("DELETE", raw("x", None), json!([])).body, Body::Text(_)));
    let item = json!({"name": "r", "request": {"url": "http://h.test", "method": "GET", "body": raw("x", None)}});
    let folder = json!({"name": "f", "item": [item], "protocolProfileBehavior": {"disableBodyPruning": true}});
    let (api, _) = resolve_all(json!({"item": [folder]}));
    assert!(matches!(api.endpoints[0].body, Body::Text(_)));
}

#[test]
fn a_type_set_by_hand_wins() {
    let header = json!([{"key": "content-type", "value": "application/vnd.x+json"}]);
    let endpoint = with("POST", raw("{ // c\n}", None), header);
    assert!(matches!(endpoint.body, Body::Json(_)) && endpoint.headers.is_empty());
    assert_eq!(media_type(&endpoint), Some("application/vnd.x+json"));
    let empty = with("POST", raw("", Some("json")), json!([]));
    assert!(matches!(empty.body, Body::Empty) && empty.content_type.is_none());
}

#[test]
fn files_and_unknown_modes() {
    let Body::File(file) =
        with("POST", json!({"mode": "file", "file": {"src": "a.png"}}), json!([])).body
    else {
        panic!("file")
    };
    assert_eq!(file.path.map(|path| path.0).as_deref(), Some("a.png"));
    assert!(matches!(
        with("POST", json!({"mode": "file", "file": {"src": null}}), json!([])).body,
        Body::Empty
    ));
    assert!(matches!(
        with("POST", json!({"mode": "strange", "raw": "x"}), json!([])).body,
        Body::Text(_)
    ));
    assert!(matches!(with("POST", json!({}), json!([])).body, Body::Empty));
    assert!(matches!(
        with("POST", json!({"mode": "raw", "raw": "x", "disabled": true}), json!([])).body,
        Body::Empty
    ));
}

#[test]
fn graphql() {
    let graphql =
        |graphql: Value| with("POST", json!({"mode": "graphql", "graphql": graphql}), json!([]));
    let endpoint =
        graphql(json!({"query": "q", "variables": "{\"id\": {{num}}}", "operationName": "Q"}));
    let Body::Graphql(body) = &endpoint.body else { panic!("graphql") };
    assert_eq!(
        body.variables.as_ref().map(|json| json.samples.clone()),
        Some(vec!["{\"id\": 42}".to_owned()])
    );
    assert_eq!(media_type(&endpoint), Some("application/json"));
    assert!(matches!(graphql(json!(null)).body, Body::Graphql(body) if body.empty));
    assert!(
        matches!(graphql(json!({"query": "q", "variables": "{id: 1}"})).body, Body::Text(text) if text.saved.0 == "{\"query\":\"q\",\"variables\":{id: 1}}")
    );
}

#[test]
fn settings_are_inherited() {
    let item = json!({"name": "r", "request": "http://h.test", "protocolProfileBehavior": {"followRedirects": false}});
    let folder = json!({"name": "f", "item": [item], "protocolProfileBehavior": {"followRedirects": true, "maxRedirects": 3,
        "disabledSystemHeaders": {"content-type": true, "Host": true, "accept": false}, "strictSSL": false}});
    let (api, diagnostics) = resolve_all(json!({"item": [folder]}));
    assert!(diagnostics.iter().any(|diagnostic| diagnostic.kind == Kind::LaxTls { count: 1 }));
    let settings = &api.endpoints[0].settings;
    assert_eq!(
        (settings.follow_redirects, settings.max_redirects, settings.insecure_tls),
        (Some(false), Some(3), true)
    );
    assert_eq!(settings.without_headers, ["content-type"]);
    assert_eq!(
        api_of(json!("http://h.test")).endpoints[0].settings,
        crate::api::Settings::default()
    );
}
