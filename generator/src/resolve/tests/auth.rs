use serde_json::{Value, json};

use super::{api_of, resolve_all, url, variables};
use crate::api::{Api, Scheme};

fn with(auth: Value, headers: Value, query: Value) -> Api {
    api_of(json!({"url": url(json!({"query": query})), "auth": auth, "header": headers}))
}

fn auth(kind: &str, parameters: Value) -> Value {
    let list: Vec<Value> = parameters
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, value)| json!({"key": key, "value": value, "type": "string"}))
        .collect();
    json!({"type": kind, kind: list})
}

/// The schemes of the credentials, in short: `Bearer token={{t}}`.
fn shown(api: &Api) -> Vec<String> {
    let show = |auth: &crate::api::Auth| {
        let parameters: Vec<String> =
            auth.parameters.iter().map(|(name, value)| format!(" {name}={}", value.0)).collect();
        format!(
            "{:?}{}{}",
            auth.scheme,
            parameters.concat(),
            if auth.silent { " silent" } else { "" }
        )
    };
    api.auths.iter().map(show).collect()
}

#[test]
fn the_nearest_counts() {
    let item =
        |auth: Value| json!({"name": "r", "request": {"url": "http://h.test", "auth": auth}});
    let folder = json!({"name": "f", "auth": auth("bearer", json!({"token": "{{t}}"})), "item": [item(Value::Null), item(json!({"type": "noauth"})), item(json!({"type": "strange"}))]});
    let (api, diagnostics) = resolve_all(
        json!({"item": [folder, item(Value::Null)], "auth": auth("basic", json!({"username": "u"}))}),
    );
    assert_eq!(shown(&api), ["Bearer token={{t}}", "Basic username=u"]);
    assert_eq!(
        api.endpoints.iter().map(|endpoint| endpoint.auth).collect::<Vec<_>>(),
        [Some(0), None, None, Some(1)]
    );
    assert!(diagnostics.iter().any(|diagnostic| diagnostic.kind.code() == "unknown-auth"));
}

#[test]
fn credentials_replace_what_stands_there() {
    let by_hand = json!([{"key": "authorization", "value": "mine"}]);
    let api = with(auth("bearer", json!({"token": "{{t}}"})), by_hand.clone(), json!([]));
    assert!(api.endpoints[0].headers.is_empty());
    assert_eq!(shown(&api), ["Bearer token={{t}}"]);
    let api = with(
        auth("apikey", json!({"key": "X-Key", "value": "{{k}}"})),
        json!([{"key": "x_key", "value": "old"}, {"key": "Y", "value": "1"}]),
        json!([]),
    );
    assert_eq!(api.endpoints[0].headers.len(), 1);
    let api = with(
        auth("apikey", json!({"key": "k", "value": "{{k}}", "in": "query"})),
        json!([]),
        json!([{"key": "k", "value": "old"}, {"key": "z", "value": "1"}]),
    );
    assert_eq!(api.endpoints[0].query.len(), 1);
    let api = with(
        auth("oauth2", json!({"accessToken": "{{t}}", "addTokenTo": "queryParams"})),
        by_hand,
        json!([{"key": "access_token", "value": "old"}]),
    );
    assert!(api.endpoints[0].query.is_empty() && api.endpoints[0].headers.is_empty());
}

#[test]
fn empty_credentials_send_nothing() {
    let api = with(auth("bearer", json!({"token": ""})), json!([]), json!([]));
    assert_eq!(shown(&api), ["Bearer token= silent"]);
    let api = with(
        auth("bearer", json!({"token": "{{empty}}"})),
        json!([{"key": "Authorization", "value": "Bearer {{t}}"}]),
        json!([]),
    );
    assert_eq!(shown(&api), ["Bearer token={{t}}"]);
    let api = with(
        json!({"type": "oauth2"}),
        json!([{"key": "Authorization", "value": "mine"}]),
        json!([]),
    );
    assert_eq!(
        (shown(&api).len(), api.auths[0].scheme, api.auths[0].silent),
        (1, Scheme::ApiKey, false)
    );
    assert_eq!(shown(&with(json!({"type": "basic"}), json!([]), json!([]))), ["Basic"]);
}

#[test]
fn credentials_in_the_url_are_basic() {
    let api = api_of(json!("http://user:pa%20ss@h.test/a"));
    assert_eq!(shown(&api), ["Basic username=user password={{secret_password}}"]);
    assert_eq!(api.endpoints[0].url, "http://h.test/a");
    assert!(
        api.variables
            .iter()
            .any(|variable| variable.secret && variable.value.as_deref() == Some("pa ss"))
    );
}

#[test]
fn equal_sets_are_shared_and_others_have_hints() {
    let item = |name: &str, key: &str, value: &str| json!({"name": name, "request": {"url": "http://h.test", "auth": auth("apikey", json!({"key": key, "value": value}))}});
    let (api, _) = resolve_all(
        json!({"item": [item("a", "X-A", "{{a}}"), item("b", "X-B", "{{b}}"), item("c", "X-A", "{{a}}")]}),
    );
    assert_eq!(
        api.endpoints.iter().map(|endpoint| endpoint.auth).collect::<Vec<_>>(),
        [Some(0), Some(1), Some(0)]
    );
    assert_eq!(
        api.auths.iter().map(|auth| auth.hint.as_deref()).collect::<Vec<_>>(),
        [Some("X-A"), Some("X-B")]
    );
}

#[test]
fn an_empty_prefix_is_no_missing_one() {
    let item = |parameters: Value| json!({"name": "r", "request": {"url": "http://h.test", "auth": auth("oauth2", parameters)}});
    let items = [
        json!({"accessToken": "{{t}}"}),
        json!({"accessToken": "{{t}}", "headerPrefix": ""}),
        json!({"accessToken": "{{t}}", "scope": "x"}),
    ];
    let (api, _) = resolve_all(json!({"item": items.map(item)}));
    assert_eq!(
        api.endpoints.iter().map(|endpoint| endpoint.auth).collect::<Vec<_>>(),
        [Some(0), Some(1), Some(0)]
    );
}

#[test]
fn other_literals_are_values_of_one_setting() {
    let item = |parameters: Value| json!({"name": "r", "request": {"url": "http://h.test", "auth": auth("oauth2", parameters)}});
    let items = [
        json!({"accessToken": "one-1"}),
        json!({"accessToken": "{{t}}", "tokenType": "Bearer"}),
        json!({"accessToken": "two-2"}),
        json!({"accessToken": "{{u}}"}),
        json!({}),
    ];
    let (api, _) = resolve_all(json!({"item": items.map(item)}));
    assert_eq!(
        api.auths.iter().map(|auth| auth.alias).collect::<Vec<_>>(),
        [Some(1), None, Some(1), None, Some(1)]
    );
    assert_eq!(
        api.auths.iter().map(|auth| auth.hint.as_deref()).collect::<Vec<_>>(),
        [None, Some("t"), None, Some("u"), None]
    );
}

#[test]
fn examples_show_credentials() {
    let original = json!({"url": "http://h.test", "header": [{"key": "Authorization", "value": "<token>", "description": "Added as a part of security scheme: oauth2"}]});
    let item = json!({"name": "r", "request": "http://h.test", "response": [{"name": "x", "code": 200, "originalRequest": original}]});
    let (api, _) = resolve_all(json!({"item": [item]}));
    assert_eq!(shown(&api), ["OAuth2 silent"]);
    assert!(api.endpoints[0].headers.is_empty());
}

#[test]
fn addresses_of_tokens_need_no_variables() {
    let parameters = |url: &str| json!({"accessToken": "{{t}}", "grant_type": "client_credentials", "accessTokenUrl": url});
    let address = |url: &str| {
        let request = json!({"url": "{{base}}/a", "auth": auth("oauth2", parameters(url))});
        let api = resolve_all(
            json!({"item": [{"name": "r", "request": request}], "variable": variables()}),
        )
        .0;
        let parameters = api.auths[0].parameters.iter().find(|(name, _)| name == "accessTokenUrl");
        parameters.map(|(_, value)| value.0.clone()).unwrap_or_default()
    };
    assert_eq!(address("{{base}}/token"), "/token");
    assert_eq!(address("http://{{word}}.test/token"), "http://dv.test/token");
    assert_eq!(address("http://h.test/v1/token"), "http://h.test/v1/token");
    assert_eq!(address("{{nowhere}}/token"), "{{nowhere}}/token");
    assert_eq!(address("{{base}}/{{api_token}}"), "{{base}}/{{api_token}}");
}

/// Postman knows the type of JSON when it signs, and one set by hand; it sets all others afterwards.
#[test]
fn aws_signs_the_media_types_that_are_known_early() {
    let signs = |auth: Value, language: &str, headers: Value| {
        let body = json!({"mode": "raw", "raw": "[1]", "options": {"raw": {"language": language}}});
        api_of(json!({"method": "POST", "url": "http://h.test", "auth": auth, "header": headers, "body": body})).endpoints[0]
            .settings
            .signed_type
    };
    let aws = || auth("awsv4", json!({"accessKey": "{{a}}", "secretKey": "{{s}}"}));
    let by_hand = json!([{"key": "content-type", "value": "text/plain"}]);
    assert!(signs(aws(), "json", json!([])));
    assert!(signs(aws(), "text", by_hand.clone()));
    assert!(!signs(aws(), "text", json!([])));
    assert!(!signs(auth("bearer", json!({"token": "{{t}}"})), "json", by_hand));
}
