use serde_json::{Value, json};

use super::resolve_all;
use crate::api::AnswerClass;

fn classes(responses: Value) -> Vec<AnswerClass> {
    let (api, _) = resolve_all(
        json!({"item": [{"name": "r", "request": "http://h.test", "response": responses}]}),
    );
    api.endpoints[0].answers.iter().map(|answer| answer.class).collect()
}

#[test]
fn classes_by_code() {
    use AnswerClass::{Default, Error, Odd, Redirect, Success};
    let responses = json!([{"code": 201}, {"code": 302}, {"code": 404}, {"code": 500}, {"code": 100}, {"code": 700}, {"name": "default"}]);
    assert_eq!(classes(responses), [Success, Redirect, Error, Error, Odd, Odd, Default]);
    assert_eq!(classes(json!([{"name": "a"}, {"name": "b"}])), [Success, Success]);
}

#[test]
fn an_error_text_is_no_success() {
    use AnswerClass::{Mislabelled, Success};
    let responses = json!([{"name": "**Error Code:** `200` <br>", "code": 200, "body": ""}, {"name": "**HTTP Status Code:** `201`", "code": 201, "body": ""},
        {"name": "Error list", "code": 200, "body": "{}"}]);
    assert_eq!(classes(responses), [Mislabelled, Success, Success]);
}

#[test]
fn media_types() {
    let responses = json!([{"header": [{"key": "content-type", "value": "a/b; c"}], "_postman_previewlanguage": "json"}, {"_postman_previewlanguage": "json", "body": "{,"}, {}]);
    let (api, diagnostics) = resolve_all(
        json!({"item": [{"name": "r", "request": "http://h.test", "response": responses}]}),
    );
    let types: Vec<Option<&str>> =
        api.endpoints[0].answers.iter().map(|answer| answer.media_type.as_deref()).collect();
    assert_eq!(types, [Some("a/b; c"), Some("application/json"), None]);
    assert!(diagnostics.iter().any(|diagnostic| diagnostic.kind.code() == "response-not-json"));
}
