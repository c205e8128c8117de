//! Settings: addresses, what they are made of, and values that nearly all requests send.

use serde_json::{Value, json};

use super::resolve_all;
use crate::api::{Api, ServerRole};

/// A collection with a request for each URL.
fn api(urls: &[&str], variables: &[(&str, &str)]) -> Api {
    with_notes(urls, variables).0
}

fn with_notes(urls: &[&str], variables: &[(&str, &str)]) -> (Api, Vec<&'static str>) {
    let items: Vec<Value> = urls.iter().map(|url| json!({"name": "r", "request": url})).collect();
    let variables: Vec<Value> =
        variables.iter().map(|(key, value)| json!({"key": key, "value": value})).collect();
    let (api, notes) = resolve_all(json!({"item": items, "variable": variables}));
    (api, notes.iter().map(|note| note.kind.code()).collect())
}

/// Each setting as the collection writes it, with its default.
fn settings(api: &Api) -> Vec<(&str, Option<&str>)> {
    api.servers
        .iter()
        .map(|server| {
            (server.template.0.as_str(), server.default.as_ref().map(|text| text.0.as_str()))
        })
        .collect()
}

#[test]
fn derived_addresses_follow() {
    let variables = [
        ("baseUrl", "https://h.test"),
        ("authUrl", "{{baseUrl}}/auth"),
        ("apiUrl", "{{baseUrl}}/v1"),
    ];
    let api =
        api(&["{{authUrl}}/login", "{{apiUrl}}/a", "{{apiUrl}}/b", "{{baseUrl}}/c"], &variables);
    let expected = [
        ("{{baseUrl}}", Some("https://h.test")),
        ("{{authUrl}}", Some("{{baseUrl}}/auth")),
        ("{{apiUrl}}", Some("{{baseUrl}}/v1")),
    ];
    assert_eq!(settings(&api), expected);
    assert_eq!(api.servers[1].address.as_deref(), Some("https://h.test/auth"));
    let positions: Vec<usize> = api.endpoints.iter().map(|endpoint| endpoint.server).collect();
    assert_eq!(positions, [1, 2, 2, 0]);
}

#[test]
fn the_root_of_addresses_is_the_main_one_though_no_request_goes_there() {
    let variables = [("root", "h.test"), ("api", "{{root}}/v1"), ("auth", "{{root}}/auth")];
    let found = api(&["{{api}}/a", "{{auth}}/b"], &variables);
    assert_eq!(settings(&found)[0], ("{{api}}", Some("http://{{root}}/v1")));
    assert_eq!(settings(&found)[2], ("{{root}}", Some("h.test")));
    let found = api(
        &["{{api}}/a", "{{auth}}/b"],
        &[("root", "https://h.test"), ("api", "{{root}}/v1"), ("auth", "{{root}}/auth")],
    );
    assert_eq!(settings(&found)[0], ("{{root}}", Some("https://h.test")));
    assert_eq!(found.servers[0].role, ServerRole::Address);
}

#[test]
fn parts_of_addresses_are_settings() {
    let api = api(&["https://{{region}}.h.test:{{port}}/a"], &[("region", "eu")]);
    let whole = "https://{{region}}.h.test:{{port}}";
    assert_eq!(
        settings(&api),
        [(whole, Some(whole)), ("{{region}}", Some("eu")), ("{{port}}", None)]
    );
    assert_eq!(api.servers[0].address, None);
}

#[test]
fn placeholders_in_a_host_are_settings() {
    let api = api(&["https://{tenant}.h.test/a"], &[]);
    assert_eq!(settings(&api)[1], ("{{tenant}}", None));
}

#[test]
fn an_address_and_a_host_of_one_variable_are_kept_apart() {
    let api = api(&["{{host}}/a", "https://{{host}}/b"], &[("host", "h.test")]);
    let expected = [
        ("{{host}}", Some("http://{{host}}")),
        ("https://{{host}}", Some("https://{{host}}")),
        ("{{host}}", Some("h.test")),
    ];
    assert_eq!(settings(&api), expected);
    assert_eq!(api.servers[0].address.as_deref(), Some("http://h.test"));
}

#[test]
fn an_empty_part_is_a_value_unless_it_is_the_host() {
    let (ok, notes) =
        with_notes(&["{{url}}{{site}}/a"], &[("url", "https://h.test"), ("site", "")]);
    assert_eq!(ok.servers[0].address.as_deref(), Some("https://h.test"));
    assert!(!notes.contains(&"empty-host"));
    for (url, name) in [
        ("https://{{store}}.h.test/a", "store"),
        ("{{base}}/a", "base"),
        ("https://{{host}}/a", "host"),
    ] {
        let (api, notes) = with_notes(&[url], &[(name, "")]);
        assert!(notes.contains(&"empty-host"), "{url}");
        assert_eq!(api.servers[0].address, None, "{url}");
        assert!(api.servers.iter().any(|server| server.default.is_none()), "{url}");
    }
}

#[test]
fn circles_have_no_value() {
    let api = api(&["{{a}}/x"], &[("a", "{{b}}"), ("b", "{{a}}")]);
    assert_eq!(api.servers[0].address, None);
    assert!(api.servers.iter().all(|server| server.default.is_none()));
}

#[test]
fn what_four_of_five_requests_send_is_a_setting() {
    let path = |count: usize, others: usize| {
        let shared = vec!["https://h.test/{{tenant}}/a"; count];
        api(&[shared, vec!["https://h.test/b"; others]].concat(), &[("tenant", "acme")])
    };
    let found = path(4, 1);
    assert_eq!(found.shared.len(), 1);
    assert_eq!(found.shared[0].default.as_deref(), Some("acme"));
    assert_eq!(super::path_parameters(&found.endpoints[0])[0].shared, Some(0));
    assert!(path(4, 2).shared.is_empty() && path(4, 0).shared.is_empty());
}

#[test]
fn log_ins_and_tests_of_errors_do_not_count() {
    let send = |name: &str, header: Value| json!({"name": name, "request": {"url": "https://h.test/a", "header": header}});
    let with = json!([{"key": "X-Session", "value": "{{session}}"}]);
    let items = json!([
        send("Log in", json!([])),
        send("Without session", json!([])),
        send("a", with.clone()),
        send("b", with),
    ]);
    let (api, _) = resolve_all(json!({"item": items}));
    assert_eq!(api.shared.len(), 1);
    assert!(api.shared[0].secret && api.shared[0].default.is_none());
    assert!(api.endpoints[0].headers.is_empty());
}

#[test]
fn what_an_earlier_request_made_is_an_argument() {
    let script = json!({"listen": "test", "script": {"exec": ["pm.environment.set('id', pm.response.json().id)"]}});
    let mut items = vec![
        json!({"name": "create", "request": {"method": "POST", "url": "https://h.test/b"}, "event": [script]}),
    ];
    items.extend(
        (0..5).map(|at| json!({"name": format!("r{at}"), "request": "https://h.test/b/{{id}}"})),
    );
    let (api, _) = resolve_all(json!({"item": items}));
    assert!(api.shared.is_empty());
}
