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
    let responses = json!([{"header": [{"key": "content-type", "value": "a/b; c"}], "_postman_previewlanguage": "json"}, {"_postman_previewlanguage": "json", "body": "{, x"}, {}]);
    let (api, diagnostics) = resolve_all(
        json!({"item": [{"name": "r", "request": "http://h.test", "response": responses}]}),
    );
    let types: Vec<Option<&str>> =
        api.endpoints[0].answers.iter().map(|answer| answer.media_type.as_deref()).collect();
    assert_eq!(types, [Some("a/b; c"), Some("application/json"), None]);
    assert!(diagnostics.iter().any(|diagnostic| diagnostic.kind.code() == "response-not-json"));
}

#[test]
fn faults_in_json_are_corrected() {
    let json = json!([{"key": "Content-Type", "value": "application/json"}]);
    let html = json!([{"key": "Content-Type", "value": "text/html"}]);
    let (broken, good) = ("{\n\"id\": {{id}},\n}", "{\"id\": 1}");
    let responses = json!([{"code": 200, "header": json, "body": broken}, {"code": 200, "header": html, "body": broken},
        {"code": 200, "header": json, "body": "{ id }"}, {"code": 201, "header": json, "body": "{ id }"}, {"code": 200, "body": good}]);
    let (api, diagnostics) = resolve_all(json!({
        "item": [{"name": "r", "request": "http://h.test", "response": responses}],
        "variable": [{"key": "id", "value": "7"}]
    }));
    let answers = &api.endpoints[0].answers;
    assert_eq!(answers[0].body.as_deref(), Some("{\n\"id\": 7\n}"));
    assert_eq!(answers[1].body.as_deref(), Some(broken), "HTML is not JSON");
    let classes = answers.iter().map(|answer| answer.class).collect::<Vec<_>>();
    use AnswerClass::{Success, Unreadable};
    assert_eq!(classes, [Success, Success, Unreadable, Success, Success]);
    let said: Vec<String> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.kind.code().starts_with("response-"))
        .map(|diagnostic| diagnostic.kind.to_string())
        .collect();
    assert!(said[0].contains("a variable without quotes at line 2 column 7"), "{said:?}");
    assert!(said[1].contains("key must be a string at line 1 column 3"), "{said:?}");
    assert_eq!(said.len(), 3);
}
