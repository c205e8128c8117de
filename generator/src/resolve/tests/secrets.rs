use serde_json::{Value, json};

use super::{removed, resolve_all, saved};
use crate::api::{Api, Body};

const JWT: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc123";

fn with(request: Value, responses: Value) -> (Api, Vec<crate::diagnostics::Diagnostic>) {
    let item = json!({"name": "r", "request": request, "response": responses});
    resolve_all(
        json!({"item": [item], "variable": [{"key": "client_secret", "value": "cs-98765432"}, {"key": "plain", "value": "p"}]}),
    )
}

/// Everything but the variables, as text.
fn shown(mut api: Api) -> String {
    api.variables.clear();
    format!("{api:?}")
}

#[test]
fn literal_secrets_become_variables() {
    let request = json!({"method": "POST", "description": format!("Use `Bearer {JWT}`."),
        "url": {"host": ["http://h.test"], "path": ["a", ":token", JWT], "variable": [{"key": "token", "value": "path-secret-1"}], "query": [{"key": "api_key", "value": "query-secret-2"}]},
        "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "bearer-secret-3"}]},
        "header": [{"key": "X-Api-Key", "value": "header-secret-4"}, {"key": "X-Also", "value": "Token ghp_0123456789abcdefghijklmn"}],
        "body": {"mode": "raw", "raw": "{\"password\": \"body-secret-5\", \"pin_token\": 987654, \"name\": \"ada\"}"}});
    let (api, diagnostics) = with(
        request,
        json!([{"name": "ok", "code": 200, "header": [{"key": "Set-Cookie", "value": "sid=cookie-6"}],
        "body": format!("{{\"access_token\": \"answer-secret-7\", \"echo\": \"bearer-secret-3\", \"jwt\": \"{JWT}\", \"n\": 1}}")}]),
    );
    assert_eq!(
        removed(&diagnostics),
        [
            "path token",
            "api_key",
            "token",
            "X-Api-Key",
            "X-Also",
            "bearer token",
            "password",
            "pin_token",
            "client_secret"
        ]
    );
    let endpoint = &api.endpoints[0];
    assert_eq!(saved(&endpoint.query[0]), [Some("{{secret_api_key}}")]);
    assert_eq!(endpoint.query[0].samples, ["redacted"]);
    assert_eq!(saved(&endpoint.headers[1].parameter), [Some("Token {{secret_also}}")]);
    let Body::Json(body) = &endpoint.body else { panic!("JSON") };
    assert_eq!(
        body.saved.as_ref().map(|text| text.0.as_str()),
        Some(
            "{\"password\": \"{{secret_password}}\", \"pin_token\": {{secret_pin_token}}, \"name\": \"ada\"}"
        )
    );
    assert_eq!(
        body.samples,
        ["{\"password\": \"redacted\", \"pin_token\": 111111, \"name\": \"ada\"}"]
    );
    assert_eq!(
        endpoint.answers[0].body.as_deref(),
        Some(
            "{\"access_token\": \"redacted\", \"echo\": \"redacted\", \"jwt\": \"redacted\", \"n\": 1}"
        )
    );
    let shown = shown(api);
    for secret in ["-secret-", JWT, "ghp_", "cookie-6", "987654"] {
        assert!(!shown.contains(secret), "{secret}");
    }
}

#[test]
fn placeholders_are_no_secrets() {
    let request = json!({"url": "http://h.test/a?token=<token>&api_key=string", "header": [{"key": "Authorization", "value": "Bearer {{plain}}"}, {"key": "X-Token", "value": ""}],
        "method": "POST", "body": {"mode": "raw", "raw": "{\"password\": \"{{plain}}\", \"secret\": \"<string>\", \"requires_password\": true, \"token_type\": \"bearer\"}"}});
    let (api, diagnostics) = with(request, json!([]));
    // `plain` is used as a password: its value is one
    assert_eq!(removed(&diagnostics), ["client_secret", "plain"]);
    assert_eq!(api.auths[0].parameters[0].1.0, "{{plain}}");
}

#[test]
fn secret_variables_have_harmless_samples() {
    let (api, _) = with(json!("http://h.test/{{client_secret}}/{{plain}}"), json!([]));
    let secret: Vec<bool> = super::path_parameters(&api.endpoints[0])
        .iter()
        .map(|parameter| parameter.secret)
        .collect();
    assert_eq!(secret, [true, false]);
    assert_eq!(super::path_parameters(&api.endpoints[0])[0].samples, ["redacted"]);
    assert!(api.variables.iter().any(|variable| variable.name == "client_secret"
        && variable.secret
        && variable.value.as_deref() == Some("cs-98765432")));
}

#[test]
fn the_same_secret_is_one_variable() {
    let request = json!({"name": "r", "request": {"url": "http://h.test", "header": [{"key": "X-Api-Key", "value": "one-two-3"}]}});
    let (api, _) = resolve_all(json!({"item": [request, request]}));
    assert_eq!(api.variables.len(), 1);
    assert_eq!(api.endpoints[0].headers[0].parameter.shared, Some(0));
}

#[test]
fn names_of_api_keys_may_be_variables() {
    let auth = json!({"type": "apikey", "apikey": [{"key": "key", "value": "X-{{kind}}-Key"}, {"key": "value", "value": "{{v}}"}]});
    let item = json!({"name": "r", "request": {"url": "http://h.test", "auth": auth}});
    let variables = json!([{"key": "kind", "value": "Access"}, {"key": "v", "value": "open"}]);
    let (api, diagnostics) = resolve_all(json!({"item": [item], "variable": variables}));
    let parameters = &api.auths[0].parameters;
    assert_eq!(parameters[0], ("key".to_owned(), crate::api::Template("X-Access-Key".to_owned())));
    assert_eq!(parameters[1].1.0, "{{v}}");
    assert_eq!(removed(&diagnostics), ["v"]);
}

#[test]
fn secrets_of_xml_are_called_like_their_elements() {
    let item = |name: &str, password: &str| {
        let raw = format!("<C><User>a</User><Password>{password}</Password></C>");
        json!({"name": name, "request": {"method": "POST", "url": format!("http://h.test/{name}"),
            "header": [{"key": "Content-Type", "value": "application/xml"}], "body": {"mode": "raw", "raw": raw}}})
    };
    let (api, diagnostics) = resolve_all(json!({"item": [item("a", "open"), item("b", "sesame")]}));
    for endpoint in &api.endpoints {
        let Body::Text(text) = &endpoint.body else { panic!("text") };
        assert_eq!((text.holes[0].name.as_str(), text.holes[0].secret), ("password", true));
    }
    let places: Vec<&str> = diagnostics
        .iter()
        .filter(|found| found.kind.code() == "secret-removed")
        .map(|found| found.place.pointer.as_str())
        .collect();
    assert_eq!(places, ["/item/0/request/body/raw", "/item/1/request/body/raw"]);
}

#[test]
fn vault_variables_are_secrets() {
    let request = json!({"method": "POST", "url": "http://h.test/a?key={{vault:query}}",
        "header": [{"key": "X-Key", "value": "{{vault:x-key}}"}], "body": {"mode": "raw", "raw": "{\"a\": \"{{vault:body}}\"}"}});
    let (api, _) = with(request, json!([]));
    let endpoint = &api.endpoints[0];
    assert!(endpoint.query[0].secret && endpoint.headers[0].parameter.secret);
    let Body::Json(body) = &endpoint.body else { panic!("JSON") };
    assert_eq!(body.samples, ["{\"a\": \"redacted\"}"]);
    let secret = |name: &str| api.variables.iter().any(|known| known.name == name && known.secret);
    assert!(secret("vault:query") && secret("vault:x-key") && secret("vault:body"));
}

#[test]
fn ids_and_etags_are_visible() {
    const ID: &str = "2c9180877b2b6ea4017b2c545f971429";
    let request = json!({"method": "PUT", "header": [{"key": "If-Match", "value": ID}],
        "url": {"host": ["http://h.test"], "path": ["sessions", ":sessionId"],
            "query": [{"key": "requested-for", "value": ID}], "variable": [{"key": "sessionId", "value": "8c190e67-87aa-4ed9-a90b-d9d5344523fb"}]},
        "body": {"mode": "raw", "raw": format!("{{\"id\": \"{ID}\", \"session_name\": \"a\", \"secret\": true}}")}});
    let (api, diagnostics) = with(request, json!([]));
    assert_eq!(removed(&diagnostics), ["client_secret"]);
    let endpoint = &api.endpoints[0];
    let parameters = crate::resolve::parameters::parameters(endpoint);
    assert!(parameters.iter().all(|parameter| !parameter.secret), "{parameters:#?}");
}

#[test]
fn fields_and_their_strings_agree() {
    let request = json!({"method": "POST", "url": "http://h.test", "body": {"mode": "formdata", "formdata": [
        {"key": "user_info", "value": "{\"email\": \"ada\", \"password\": \"sesame\"}"},
        {"key": "token", "value": "<integer>"}, {"key": "secret", "value": "true"}, {"key": "password", "value": "<string>"}]}});
    let (api, _) = with(request, json!([]));
    let secret: Vec<bool> = crate::resolve::parameters::parameters(&api.endpoints[0])
        .iter()
        .map(|parameter| parameter.secret)
        .collect();
    assert_eq!(secret, [false, false, false, true]);
    assert!(!shown(api).contains("sesame"));
}

#[test]
fn a_secret_with_quotes_keeps_a_text_from_being_json() {
    let request = json!({"method": "POST", "url": "http://h.test", "header": [{"key": "X-Token", "value": "{{odd}}"}],
        "body": {"mode": "raw", "raw": "{\"a\": \"{{odd}}\"}", "options": {"raw": {"language": "json"}}}});
    let variables = json!([{"key": "odd", "value": "x\"y"}]);
    let (api, _) =
        resolve_all(json!({"item": [{"name": "r", "request": request}], "variable": variables}));
    assert!(matches!(api.endpoints[0].body, Body::Text(_)));
}
