use serde_json::{Value, json};

use super::{endpoint, resolve_all, saved, url};
use crate::api::{Endpoint, HeaderRole};

fn with(headers: Value) -> Endpoint {
    endpoint(json!({"url": url(json!({})), "header": headers}))
}

fn roles(endpoint: &Endpoint) -> Vec<(&str, HeaderRole, Vec<Option<&str>>)> {
    endpoint
        .headers
        .iter()
        .map(|header| (header.parameter.name.as_str(), header.role, saved(&header.parameter)))
        .collect()
}

#[test]
fn literals_are_fixed_and_variables_are_arguments() {
    let endpoint = with(
        json!([{"key": "Accept", "value": "a/b"}, {"key": "X-A", "value": "{{word}}"}, {"key": "X-B", "value": "1", "disabled": true},
        {"key": "X-Id", "value": "<uuid>"}, {"key": "", "value": "v"}, {"key": "X-N", "value": null}, {"key": "X-{{word}}", "value": 5}]),
    );
    assert_eq!(
        roles(&endpoint),
        [
            ("Accept", HeaderRole::Fixed, vec![Some("a/b")]),
            ("X-A", HeaderRole::Argument, vec![Some("{{word}}")]),
            ("X-Id", HeaderRole::Argument, vec![Some("<uuid>")]),
            ("X-N", HeaderRole::Fixed, vec![Some("null")]),
            ("X-dv", HeaderRole::Fixed, vec![Some("5")]),
            ("X-B", HeaderRole::Argument, vec![]),
        ]
    );
}

#[test]
fn repeated_headers() {
    let endpoint = with(
        json!([{"key": "X-A", "value": "1"}, {"key": "X-A", "value": "2"}, {"key": "Y", "value": "1"}, {"key": "y", "value": "2"},
        {"key": "Cookie", "value": "a=1"}, {"key": "Cookie", "value": "b=2"}, {"key": "X-a", "value": "3", "disabled": true}]),
    );
    let values: Vec<(&str, usize)> = endpoint
        .headers
        .iter()
        .map(|header| (header.parameter.name.as_str(), header.parameter.saved.len()))
        .collect();
    assert_eq!(values, [("X-A", 2), ("y", 1), ("Cookie", 1)]);
    assert_eq!(endpoint.headers[0].parameter.samples, ["1", "2", "3"]);
}

#[test]
fn what_http_cannot_send_is_a_fault() {
    assert!(with(json!([{"key": "X A", "value": "v"}])).fault.is_some());
    assert!(with(json!([{"key": "X", "value": "a\nb"}])).fault.is_some());
    assert!(with(json!([{"key": "X", "value": "€"}])).fault.is_some());
    assert!(with(json!([{"key": "X", "value": "é"}])).fault.is_none());
    assert!(endpoint(json!({"url": url(json!({})), "method": "PO ST"})).fault.is_some());
    assert!(endpoint(json!("ftp://h.test/a")).fault.is_some());
    assert_eq!(endpoint(json!({"url": url(json!({})), "method": "m-search"})).method, "M-SEARCH");
}

#[test]
fn a_variable_that_every_request_sends_is_the_clients() {
    let request = |value: &str| json!({"name": "r", "request": {"url": "http://h.test", "header": [{"key": "X-Tenant", "value": "{{tenant}}"}, {"key": "X-B", "value": value}]}});
    let (api, _) = resolve_all(json!({"item": [request("{{b}}"), request("{{c}}")]}));
    let shared: Vec<Option<usize>> =
        api.endpoints[0].headers.iter().map(|header| header.parameter.shared).collect();
    assert_eq!(shared, [Some(0), None]);
    assert_eq!(api.shared[0].variable, "tenant");
    let (alone, _) = resolve_all(json!({"item": [request("{{b}}")]}));
    assert!(alone.shared.is_empty());
}
