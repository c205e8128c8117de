use serde_json::{Value, json};

use super::{path_parameters, resolve_all, saved};
use crate::api::{Body, Endpoint};

fn with(request: Value, original: Value) -> Endpoint {
    let item = json!({"name": "r", "request": request, "response": [{"code": 200, "originalRequest": original}]});
    super::first(resolve_all(json!({"item": [item]})).0)
}

#[test]
fn parameters_gain_values_and_descriptions() {
    let request = json!({"url": {"host": ["http://h.test"], "path": ["u", ":id", "{{name}}"], "query": [{"key": "a", "value": "1"}], "variable": [{"key": "id", "value": "5"}]},
        "header": [{"key": "X-A", "value": "x"}]});
    let original = json!({"url": {"host": ["http://h.test"], "path": ["u", ":id", "ada"], "query": [{"key": "a", "value": "2", "description": "an a"}, {"key": "b", "value": "3"},
        {"key": "key", "value": "k", "description": "Added as a part of security scheme: apikey"}], "variable": [{"key": "id", "value": "6", "description": "an id"}]},
        "header": [{"key": "x-a", "value": "y"}, {"key": "Accept", "value": "a/b"}]});
    let endpoint = with(request, original);
    let [id, name] = path_parameters(&endpoint)[..] else { panic!("two") };
    assert_eq!(
        (id.samples.as_slice(), id.description.as_deref()),
        (["5".to_owned(), "6".to_owned()].as_slice(), Some("an id"))
    );
    assert_eq!(name.samples, ["{{name}}", "ada"]);
    assert_eq!(
        (endpoint.query[0].samples.len(), endpoint.query[0].description.as_deref()),
        (2, Some("an a"))
    );
    assert_eq!(
        (endpoint.query.len(), saved(&endpoint.query[1]), endpoint.query[1].samples.as_slice()),
        (2, vec![], ["3".to_owned()].as_slice())
    );
    assert_eq!((endpoint.headers.len(), endpoint.headers[0].parameter.samples.len()), (1, 2));
}

#[test]
fn bodies_gain_samples() {
    let raw =
        |text: &str| json!({"mode": "raw", "raw": text, "options": {"raw": {"language": "json"}}});
    let endpoint = with(
        json!({"url": "http://h.test", "method": "POST", "body": raw("{\"a\":1}")}),
        json!({"url": "http://h.test", "body": raw("{\"b\":{{x}}}")}),
    );
    let Body::Json(body) = endpoint.body else { panic!("JSON") };
    assert_eq!(body.samples, ["{\"a\":1}", "{\"b\":null}"]);
    assert_eq!(body.open, ["/b"]);
    let endpoint = with(
        json!({"url": "http://h.test", "method": "POST"}),
        json!({"url": "http://h.test", "body": raw("{\"b\":1}")}),
    );
    let Body::Json(body) = &endpoint.body else { panic!("JSON") };
    assert_eq!((&body.saved, body.samples.len()), (&None, 1));
    assert_eq!(endpoint.content_type.map(|text| text.0).as_deref(), Some("application/json"));
}

#[test]
fn forms_gain_fields() {
    let form =
        |key: &str| json!({"mode": "urlencoded", "urlencoded": [{"key": key, "value": "1"}]});
    let endpoint = with(
        json!({"url": "http://h.test", "method": "POST", "body": form("a")}),
        json!({"url": "http://h.test", "body": form("b")}),
    );
    let Body::Urlencoded(fields) = endpoint.body else { panic!("form") };
    assert_eq!(
        fields.iter().map(|field| (field.name.as_str(), field.saved.len())).collect::<Vec<_>>(),
        [("a", 1), ("b", 0)]
    );
}
