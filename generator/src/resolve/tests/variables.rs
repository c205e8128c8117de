use serde_json::json;

use super::{api_of, resolve_all, wire};
use crate::diagnostics::Kind;
use crate::read;

#[test]
fn environments_win() {
    let collection = json!({"info": {"name": "t", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}, "item": [],
        "variable": [{"key": "a", "value": "collection"}, {"key": "b", "value": "collection"}, {"key": "b", "value": "later"}, {"key": "b", "value": "off", "disabled": true}]});
    let collection = read::collection(collection.to_string().as_bytes())
        .unwrap_or_else(|error| panic!("{error}"));
    let environment = |scope: &str, values: serde_json::Value| {
        let text =
            json!({"name": "e", "values": values, "_postman_variable_scope": scope}).to_string();
        read::environment(text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).value
    };
    let environments = [
        environment(
            "environment",
            json!([{"key": "a", "value": "environment"}, {"key": "c", "value": "environment", "enabled": false}]),
        ),
        environment(
            "globals",
            json!([{"key": "a", "value": "global"}, {"key": "c", "value": "global"}]),
        ),
    ];
    let api = crate::resolve::resolve(
        &collection.value,
        &environments,
        &crate::resolve::Overrides::default(),
        &mut Vec::new(),
    );
    let value = |name: &str| {
        api.variables
            .iter()
            .find(|variable| variable.name == name)
            .and_then(|variable| variable.value.as_deref())
    };
    assert_eq!(
        (value("a"), value("b"), value("c")),
        (Some("environment"), Some("later"), Some("global"))
    );
}

#[test]
fn values_become_texts() {
    let values = json!([{"key": "n", "value": "007", "type": "number"}, {"key": "b", "value": "false", "type": "boolean"}, {"key": "f", "value": 1.50},
        {"key": "z", "value": null}, {"key": "o", "value": {"a": 1}}, {"key": "l", "value": "[1,2]", "type": "array"}, {"key": "x", "value": "no", "type": "object"}, {"key": "u"}]);
    let (api, _) = resolve_all(json!({"item": [], "variable": values}));
    let texts: Vec<Option<&str>> =
        api.variables.iter().map(|variable| variable.value.as_deref()).collect();
    assert_eq!(
        texts,
        [
            Some("7"),
            Some("true"),
            Some("1.5"),
            Some("null"),
            Some("[object Object]"),
            Some("1,2"),
            Some(""),
            Some("")
        ]
    );
}

#[test]
fn variables_nest() {
    let values = json!([{"key": "suffix", "value": "fix"}, {"key": "prefix", "value": "{{word}}"}, {"key": "word", "value": "w"}, {"key": "loop", "value": "{{loop}}"}]);
    let (api, _) = resolve_all(
        json!({"item": [{"name": "r", "request": "http://h.test/{{pre{{suffix}}}}/{{loop}}"}], "variable": values}),
    );
    assert_eq!(wire::target(&api, &api.endpoints[0]), "http://h.test/w/%7B%7Bloop%7D%7D");
}

#[test]
fn undefined_and_scripted_variables_are_noted() {
    let item = json!({"name": "r", "request": "http://h.test/{{nope}}/{{made}}/{{$guid}}", "event": [{"listen": "test", "script": {"exec": ["pm.environment.set(\"made\", 1)"]}}]});
    let (api, diagnostics) = resolve_all(json!({"item": [item]}));
    let scripted = api.flow.variables.iter().map(|variable| variable.name.as_str());
    assert_eq!(scripted.collect::<Vec<_>>(), ["made"]);
    let kind = |code| diagnostics.iter().filter(move |found| found.kind.code() == code);
    let undefined = kind("undefined-variable").map(|found| found.kind.to_string());
    assert_eq!(undefined.collect::<Vec<_>>(), ["nothing defines the variable `nope`"]);
    let scripted = kind("scripted-variable").map(|found| found.kind.to_string());
    assert_eq!(
        scripted.collect::<Vec<_>>(),
        ["a script sets `made` to a constant (script of `r`), for one request"]
    );
}

fn event(listen: &str, source: &str) -> serde_json::Value {
    json!([{"listen": listen, "script": {"exec": source.lines().collect::<Vec<_>>()}}])
}

#[test]
fn responses_supply_variables_to_later_requests() {
    let log_in = json!({"name": "Log in", "request": {"method": "POST", "url": "http://h.test/login"},
        "event": event("test", "const j = pm.response.json();\npm.environment.set('token', j.access.token);")});
    let create = json!({"name": "Create", "request": {"method": "POST", "url": "http://h.test/groups"},
        "response": [{"code": 201, "body": "{\"id\": 1}"}]});
    let get = json!({"name": "Get", "request": "http://h.test/groups/{{group}}"});
    let folder = json!({"name": "Groups", "item": [create, get],
        "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "{{token}}"}]},
        "event": event("test", "if (pm.response.json().id) pm.globals.set('group', pm.response.json().id)")});
    let (api, diagnostics) = resolve_all(json!({"item": [log_in, folder]}));
    let found = api.flow.variables.iter().map(|variable| {
        let (producer, supply) = variable.response().expect("a response supplies it");
        (variable.name.as_str(), producer, supply.to_string(), variable.consumers.clone())
    });
    assert_eq!(
        found.collect::<Vec<_>>(),
        [
            ("token", 0, "`access.token` of the response".to_owned(), vec![1, 2]),
            ("group", 1, "`id` of the response".to_owned(), vec![2]),
        ]
    );
    let scripted: Vec<_> =
        diagnostics.iter().filter(|found| found.kind.code() == "scripted-variable").collect();
    assert_eq!(scripted.len(), 2);
    assert_eq!(
        scripted[0].kind.to_string(),
        "a script sets `token` from `access.token` of the response of `Log in`, for 2 requests"
    );
    assert_eq!(scripted[0].trail, ["Log in"]);
    assert_eq!(scripted[0].place.pointer, "/item/0/event/0/script");
    assert!(scripted[0].kind.help().is_some_and(|help| help.contains("bearer_token")));
}

#[test]
fn scripts_that_do_not_parse_are_said() {
    let item =
        json!({"name": "r", "request": "http://h.test/", "event": event("test", "pm.test(\n(")});
    let (_, diagnostics) = resolve_all(json!({"item": [item]}));
    let found = diagnostics.iter().find(|found| found.kind.code() == "script-not-parsed");
    let found = found.expect("a diagnostic");
    assert!(found.kind.to_string().starts_with("the script cannot be parsed (line 2 of it): "));
}

#[test]
fn folders_and_requests_are_counted_depth_first() {
    let request = |name: &str| json!({"name": name, "request": "http://h.test"});
    let folder = json!({"name": "f", "item": [request("a"), {"name": "g", "item": [request("b"), {"name": "no request"}]}]});
    let (api, diagnostics) = resolve_all(json!({"item": [folder, request("c")]}));
    let found: Vec<(usize, &str, Option<usize>)> = api
        .endpoints
        .iter()
        .map(|endpoint| (endpoint.index, endpoint.name.as_str(), endpoint.group))
        .collect();
    assert_eq!(
        found,
        [(0, "a", Some(0)), (1, "b", Some(1)), (2, "no request", Some(1)), (3, "c", None)]
    );
    assert_eq!(api.endpoints[1].trail, ["f", "g", "b"]);
    assert_eq!((api.groups[1].parent, api.endpoints[2].fault.is_some()), (Some(0), true));
    assert!(diagnostics.iter().any(|diagnostic| diagnostic.kind == Kind::NoRequest));
}

#[test]
fn marks_are_found() {
    let marked = |text: &str| {
        api_of(json!({"url": {"host": ["http://h.test"], "query": [{"key": "a", "value": "1", "description": text}]}})).marked
    };
    assert!(marked("(Required) an a") && marked("an a [required]") && !marked("required"));
}

#[test]
fn each_environment_is_seen_alone() {
    let collection = json!({"info": {"name": "t", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
        "item": [{"name": "r", "request": {"url": "{{base}}/x"}}, {"name": "s", "request": {"url": "https://{{host}}/x"}}], "variable": [{"key": "host", "value": "own.test"}]});
    let collection = read::collection(collection.to_string().as_bytes())
        .unwrap_or_else(|error| panic!("{error}"));
    let environment = |name: &str, values: serde_json::Value| {
        let text =
            json!({"name": name, "values": values, "_postman_variable_scope": "environment"})
                .to_string();
        read::environment(text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).value
    };
    let environments = [
        environment("Sandbox", json!([{"key": "base", "value": "https://sandbox.test"}])),
        environment(
            "Live",
            json!([{"key": "base", "value": "https://live.test"}, {"key": "host", "value": "hush.test", "type": "secret"}]),
        ),
    ];
    let api = crate::resolve::resolve(
        &collection.value,
        &environments,
        &crate::resolve::Overrides::default(),
        &mut Vec::new(),
    );
    let addresses = |position: usize| -> Vec<Option<&str>> {
        api.environments[position].addresses.iter().map(Option::as_deref).collect()
    };
    assert_eq!(addresses(0), [Some("https://sandbox.test"), Some("https://own.test")]);
    assert_eq!(addresses(1), [Some("https://live.test"), None]);
}

#[test]
fn dynamic_variables_that_postman_has_not_are_told() {
    let url = json!({"host": ["h.test"], "path": ["{{$nosuch}}", "{{$guid}}"], "query": [{"key": "q", "value": "{{$randomNosuch}}"}]});
    let (_, diagnostics) = resolve_all(json!({"item": [{"name": "r", "request": {"url": url}}]}));
    let told = diagnostics.iter().filter_map(|diagnostic| match &diagnostic.kind {
        Kind::UnknownDynamic { name } => Some(name.as_str()),
        _ => None,
    });
    assert_eq!(told.collect::<Vec<_>>(), ["$nosuch", "$randomNosuch"]);
}
