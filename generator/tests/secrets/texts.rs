//! Texts that hold a secret, nested at random.

use serde_json::{Value, json};

use crate::random::Random;

/// Names of JSON keys, fields and query parameters that announce a secret.
pub(crate) const KEYS: [&str; 26] = [
    "password",
    "Password",
    "passwd",
    "pwd",
    "user_password",
    "new-password",
    "passphrase",
    "secret",
    "client_secret",
    "clientSecret",
    "api_key",
    "apiKey",
    "apikey",
    "access_token",
    "accessToken",
    "authtoken",
    "auth_token",
    "refresh_token",
    "id_token",
    "token",
    "private_key",
    "secret_key",
    "signing_key",
    "x_shopify_access_token",
    "page_access_token",
    "jwt",
];

/// Names of headers that do.
pub(crate) const HEADERS: [&str; 12] = [
    "X-Api-Key",
    "X-Auth-Token",
    "X-Access-Token",
    "X-Shopify-Access-Token",
    "x-csrf-token",
    "X-Vault-Token",
    "Private-Token",
    "apikey",
    "Api-Key",
    "Ocp-Apim-Subscription-Key",
    "Proxy-Authorization",
    "X-Amz-Security-Token",
];

/// Names that announce nothing.
pub(crate) const PLAIN: [&str; 10] =
    ["data", "payload", "config", "user_info", "filter", "note", "body", "options", "x", "meta"];

/// A text, at most so deeply nested, with a secret in it.
pub(crate) fn text(random: &mut Random, secret: &str, depth: usize) -> String {
    if depth > 0 {
        let inner = text(random, secret, depth - 1);
        return match random.below(5) {
            0 => json!({random.pick(&PLAIN): inner, "n": 1}).to_string(),
            1 => json!([{"a": "b"}, {random.pick(&PLAIN): [inner]}]).to_string(),
            2 => format!("<a><b>{}</b></a>", xml(&inner)),
            3 => format!("a=1&{}={}", random.pick(&PLAIN), percent(&inner)),
            _ => format!("https://h.test/x?a=1&{}={}", random.pick(&PLAIN), percent(&inner)),
        };
    }
    leaf(random, secret)
}

/// A text in which the name of the location announces the secret.
fn leaf(random: &mut Random, secret: &str) -> String {
    let key = random.pick(&KEYS);
    match random.below(14) {
        0 | 1 => object(random, key, secret).to_string(),
        2 => serde_json::to_string_pretty(&json!({"user": {"name": "ada", key: secret}}))
            .expect("JSON"),
        3 => json!({"list": [object(random, key, secret), {"id": 7}]}).to_string(),
        4 => json!([{"name": key, "value": secret}, {"name": "a", "value": "b"}]).to_string(),
        5 => format!("<r><user>ada</user><{0}>{1}</{0}></r>", element(key), secret),
        6 => format!("<user name=\"ada\" {}=\"{secret}\"/>", element(key)),
        7 => format!("<add key=\"{key}\" value=\"{secret}\" />"),
        8 => format!("user=ada&{key}={secret}&n=1"),
        9 => format!("https://h.test/a?user=ada&{key}={secret}"),
        10 => format!("https://ada:{secret}@h.test/a"),
        11 => format!("https://hooks.slack.com/services/T0001/B0001/{secret}"),
        12 => format!("https://discord.com/api/webhooks/12345/{secret}"),
        _ => graphql(random, secret),
    }
}

fn object(random: &mut Random, key: &str, secret: &str) -> Value {
    match random.below(3) {
        0 => json!({key: secret, "user": "ada"}),
        1 => json!({"user": "ada", "n": 1, key: secret}),
        _ => json!({key: {"value": secret}, "a": null}),
    }
}

/// A GraphQL document with the secret as a literal.
pub(crate) fn graphql(random: &mut Random, secret: &str) -> String {
    let key = random.pick(&["password", "token", "secret", "apiKey", "accessToken"]);
    match random.below(3) {
        0 => format!("mutation {{ login(user: \"ada\", {key}: \"{secret}\") {{ id }} }}"),
        1 => format!(
            "mutation {{ login(input: {{ user: \"ada\", {key}: \"{secret}\" }}) {{ id }} }}"
        ),
        _ => format!("mutation {{\n  login({key}: \"\"\"{secret}\"\"\") {{ id }}\n}}"),
    }
}

/// A description with the secret in an example.
pub(crate) fn prose(random: &mut Random, secret: &str) -> String {
    let (key, header) = (random.pick(&KEYS), random.pick(&HEADERS));
    let shown = match random.below(9) {
        0 => format!("    Authorization: Bearer {secret}"),
        1 => format!("    {header}: {secret}"),
        2 => format!("`curl -u ada:{secret} https://h.test`"),
        3 => format!("`curl -H '{header}: {secret}' https://h.test`"),
        4 => format!("```json\n{}\n```", json!({"user": "ada", key: secret})),
        5 => format!("`https://h.test/a?{key}={secret}`"),
        6 => format!("```\npm.environment.set(\"{key}\", \"{secret}\");\n```"),
        7 => format!("`{{ login({key}: \"{secret}\") {{ id }} }}`").replace('-', "_"),
        _ => format!("`login --{} {secret}`", key.replace('_', "-")),
    };
    format!("Sign in first:\n\n{shown}\n\nThen list the users.")
}

/// A name as that of an XML element.
fn element(key: &str) -> &str {
    key
}

fn xml(text: &str) -> String {
    if text.contains('<') {
        return format!("<![CDATA[{text}]]>");
    }
    text.replace('&', "&amp;")
}

pub(crate) fn percent(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                out.push(char::from(byte))
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
