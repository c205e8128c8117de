//! Secrets are seeded in every place that a collection has: none is in what is emitted, said or explained.

use std::path::PathBuf;

use features_client::auth::own_schemes::{Basic, Bearer, KeyInQuery};
use features_client::runtime::Retries;
use features_client::{Client, Endpoint};
use generator::Generator;
use serde_json::{Value, json};

/// Texts that nobody may see, by the place where they stand. Each has the form in which such a thing is met there.
const SEEDS: [(&str, &str); 33] = [
    ("bearer token", "seed-bearer-1f3b"),
    ("basic password", "seed-basic-2a4c"),
    ("api key", "seed-apikey-3b5d"),
    ("access token", "seed-access-4c6e"),
    ("client secret", "seed-client-5d7f"),
    ("oauth1 token secret", "seed-oauth1-6e8a"),
    ("aws secret key", "seed-aws-7f9b"),
    ("jwt secret", "seed-jwt-8a1c"),
    ("secret variable", "seed-variable-9b2d"),
    ("environment value", "seed-environment-1c3e"),
    ("variable by name", "seed-named-2d4f"),
    ("header", "seed-header-3e5a"),
    ("cookie header", "seed-cookie-4f6b"),
    ("query", "seed-query-5a7c"),
    ("json body", "seed-json-6b8d"),
    ("urlencoded field", "seed-urlencoded-7c9e"),
    ("form field", "seed-form-8d1f"),
    ("graphql variable", "seed-graphql-9e2a"),
    ("xml body", "seed-xml-1f3c"),
    ("text body", "ghp_seedtext0123456789abcd"),
    ("file content", "ghp_seedfile0123456789abcd"),
    ("answer body", "seed-answer-2a4d"),
    ("answer in xml", "seed-answerxml-3b5e"),
    ("answer header", "seed-setcookie-4c6f"),
    ("answer cookie", "seed-cookielist-5d7a"),
    ("original header", "seed-original-6e8b"),
    ("original query", "seed-originalquery-7f9c"),
    ("original body", "seed-originalbody-8a1d"),
    ("script", "seed-script-9b2e"),
    ("description", "seed-description-1c3f"),
    ("description in a command", "seed-command-2d4a"),
    ("url", "seed-userinfo-3e5b"),
    ("folder auth", "seed-folder-4f6c"),
];

/// The seed of a place.
fn seed(place: &str) -> &'static str {
    SEEDS.iter().find(|(name, _)| *name == place).expect("a seed").1
}

fn auth(kind: &str, parameters: Value) -> Value {
    let list = parameters
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, value)| json!({"key": key, "value": value, "type": "string"}));
    json!({"type": kind, kind: list.collect::<Vec<_>>()})
}

fn with_auth(name: &str, auth: Value) -> Value {
    json!({"name": name, "request": {"method": "GET", "url": format!("http://h.test/{name}"), "auth": auth}})
}

fn with_body(name: &str, body: Value) -> Value {
    json!({"name": name, "request": {"method": "POST", "url": format!("http://h.test/{name}"), "body": body}})
}

fn auths() -> Value {
    let aws = json!({"accessKey": "AK", "secretKey": seed("aws secret key"), "region": "r", "service": "s"});
    let oauth1 = json!({"consumerKey": "k", "consumerSecret": "", "token": "t", "tokenSecret": seed("oauth1 token secret")});
    let oauth2 = json!({"accessToken": seed("access token"), "clientSecret": seed("client secret"), "grant_type": "client_credentials"});
    let items = [
        with_auth("bearer", auth("bearer", json!({"token": seed("bearer token")}))),
        with_auth(
            "basic",
            auth("basic", json!({"username": "ada", "password": seed("basic password")})),
        ),
        with_auth("apikey", auth("apikey", json!({"key": "X-Light", "value": seed("api key")}))),
        with_auth("oauth2", auth("oauth2", oauth2)),
        with_auth("oauth1", auth("oauth1", oauth1)),
        with_auth("aws", auth("awsv4", aws)),
        with_auth(
            "jwt",
            auth(
                "jwt",
                json!({"algorithm": "HS256", "secret": seed("jwt secret"), "payload": "{}"}),
            ),
        ),
        json!({"name": "userinfo", "request": format!("http://ada:{}@h.test/userinfo", seed("url"))}),
    ];
    json!({"name": "Auths", "item": items, "auth": auth("bearer", json!({"token": seed("folder auth")}))})
}

fn bodies() -> Value {
    let field = |key: &str, place: &str| json!([{"key": key, "value": seed(place)}, {"key": "a", "value": "1"}]);
    let xml = format!("<login><user>ada</user><password>{}</password></login>", seed("xml body"));
    let graphql = json!({"query": "mutation($password: String) { a }", "variables": json!({"password": seed("graphql variable")}).to_string()});
    let items = [
        with_body(
            "json",
            json!({"mode": "raw", "raw": json!({"user": {"password": seed("json body")}}).to_string()}),
        ),
        with_body(
            "urlencoded",
            json!({"mode": "urlencoded", "urlencoded": field("client_secret", "urlencoded field")}),
        ),
        with_body("form", json!({"mode": "formdata", "formdata": field("apiKey", "form field")})),
        with_body("graphql", json!({"mode": "graphql", "graphql": graphql})),
        with_body(
            "xml",
            json!({"mode": "raw", "raw": xml, "options": {"raw": {"language": "xml"}}}),
        ),
        with_body(
            "text",
            json!({"mode": "raw", "raw": format!("sign in with {}, please", seed("text body"))}),
        ),
        with_body(
            "file",
            json!({"mode": "file", "file": {"content": base64(seed("file content"))}}),
        ),
    ];
    json!({"name": "Bodies", "item": items})
}

/// Base64 of a text.
fn base64(text: &str) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let bits = chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for position in 0..4 {
            let letter = ALPHABET[(bits >> (18 - 6 * position) & 63) as usize];
            out.push(if position <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

fn answers() -> Value {
    let original = json!({
        "method": "POST",
        "header": [{"key": "Authorization", "value": format!("Bearer {}", seed("original header"))}],
        "url": {"host": ["h", "test"], "path": ["answers"], "query": [{"key": "access_token", "value": seed("original query")}]},
        "body": {"mode": "raw", "raw": json!({"password": seed("original body")}).to_string()}
    });
    let headers = json!([{"key": "Content-Type", "value": "application/json"},
        {"key": "Set-Cookie", "value": format!("session={}; Path=/", seed("answer header"))}]);
    let xml = format!("<answer><access_token>{}</access_token></answer>", seed("answer in xml"));
    let responses = json!([
        {"name": "OK", "code": 200, "originalRequest": original, "header": headers,
         "cookie": [{"name": "session", "value": seed("answer cookie")}], "body": json!({"access_token": seed("answer body"), "n": 1}).to_string()},
        {"name": "No", "code": 403, "header": [{"key": "Content-Type", "value": "application/xml"}], "body": xml}
    ]);
    let url = json!({"host": ["h", "test"], "path": ["answers"], "query": [{"key": "api_key", "value": seed("query")}]});
    let header = json!([{"key": "X-Auth-Token", "value": seed("header")}, {"key": "Cookie", "value": format!("sid={}", seed("cookie header"))}]);
    json!({"name": "Answers", "request": {"method": "POST", "url": url, "header": header}, "response": responses})
}

fn collection() -> Value {
    let description = format!(
        "Sign in:\n\n    Authorization: Bearer {}\n\nor `curl -u ada:{} http://h.test`.",
        seed("description"),
        seed("description in a command")
    );
    let script = format!("pm.collectionVariables.set('token', '{}');", seed("script"));
    json!({
        "info": {"name": "Seeded", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json", "description": description},
        "item": [auths(), bodies(), answers()],
        "event": [{"listen": "prerequest", "script": {"type": "text/javascript", "exec": [script]}}],
        "variable": [{"key": "x", "value": seed("secret variable"), "type": "secret"}, {"key": "apiToken", "value": seed("variable by name")}]
    })
}

fn write(name: &str, value: &Value) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, value.to_string()).expect("the folder of the tests is writable");
    path
}

/// The places whose seeds stand in a text, as they are or in base64.
fn seeds_in(text: &str) -> Vec<&'static str> {
    let stands =
        |seed: &str| text.contains(seed) || text.contains(base64(seed).trim_end_matches('='));
    SEEDS.iter().filter(|(_, seed)| stands(seed)).map(|(place, _)| *place).collect()
}

#[test]
fn no_secret_is_seen() {
    let environment = json!({"name": "e", "values": [{"key": "y", "value": seed("environment value"), "type": "secret", "enabled": true}]});
    let generator = Generator::new()
        .collection(write("seeded.postman_collection.json", &collection()))
        .environment(write("seeded.postman_environment.json", &environment));
    let output = generator.output("seeded").expect("it can be read");
    let mut leaks = Vec::new();
    for file in output.files.iter().filter(|file| !file.private) {
        let found = seeds_in(&String::from_utf8_lossy(&file.contents));
        leaks.extend(found.into_iter().map(|place| format!("{}: {place}", file.path)));
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
    let said: Vec<String> =
        output.diagnostics.iter().map(|diagnostic| format!("{diagnostic:?}")).collect();
    let replaced = |what: &str| {
        said.iter().filter(|said| said.contains("SecretReplaced") && said.contains(what)).count()
    };
    assert_eq!((replaced("saved response"), replaced("description")), (6, 2), "{said:#?}");
    let said = format!("{:?} {:?}", output.diagnostics, output.explanations);
    assert_eq!(seeds_in(&said), [""; 0]);
}

#[tokio::test]
async fn no_secret_is_shown_by_a_client() {
    let (token, key, password) = (seed("bearer token"), seed("api key"), seed("basic password"));
    let server = tests::Server::answering(|_| tests::Reply::json(500, "{}"));
    for address in [server.url(), tests::refusing_address()] {
        let builder = Client::builder()
            .base_url(address)
            .bearer_token(token)
            .light_key(key)
            .basic_auth("ada", password);
        let mut shown = format!("{builder:?}");
        let client = builder.retries(Retries::none()).build().expect("a client");
        for error in [
            KeyInQuery::new().a(1).send(&client).await.map(|_| ()),
            Bearer::new().send(&client).await.map(|_| ()),
            Basic::new().send(&client).await.map(|_| ()),
        ] {
            let error = error.expect_err("nobody answers with a success");
            shown += &format!("{error} {error:?} {error:#?}");
        }
        shown += &format!("{client:?} {:?}", client.request(&Bearer::new()).expect("a request"));
        assert_eq!(seeds_in(&shown), [""; 0], "{shown}");
    }
    assert!(server.received()[0].target.contains(key), "it is sent all the same");
}
