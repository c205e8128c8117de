//! What `replay` sends and prints.

use std::sync::LazyLock;

use serde_json::json;

use crate::runner::run::Failure;
use crate::server::{Answer, Recorded, Server};
use crate::{DATA, behind_a_proxy, file, run, run_lines, to};

fn nothing(_: &Recorded) -> Answer {
    (200, "application/json", "{}")
}

/// Written once, because the tests run in parallel.
fn secrets() -> &'static str {
    static SECRETS: LazyLock<String> = LazyLock::new(|| {
        file("wire.secrets.json", r#"{"password": "pa\u00df", "apiKey": "k-123"}"#)
    });
    &SECRETS
}

/// Sends these requests to `server`, with all secrets.
fn send(server: &Server, only: &str) -> (Vec<serde_json::Value>, Vec<Recorded>) {
    let variables = to(server);
    let secrets = secrets();
    let mut arguments = vec!["--only", only, "--secrets", secrets, "--var", "manifest=Cargo"];
    arguments.extend(variables.iter().map(String::as_str));
    (run(&arguments), server.take())
}

#[test]
fn the_list_has_every_request_and_no_value() {
    let lines = run_lines(DATA, "/nowhere", &["--list"]).unwrap();
    assert_eq!(lines.len(), 14);
    assert_eq!(
        lines[0],
        r#"{"index":0,"path":["Users","Get user"],"method":"GET","url":"{{baseUrl}}/users/:id?tag=a"}"#
    );
    assert!(lines[12].contains(r#""url":"""#), "{}", lines[12]);
}

#[test]
fn nothing_is_sent_unless_asked_for() {
    let server = Server::start(nothing);
    let variables = to(&server);
    let arguments: Vec<&str> = variables.iter().map(String::as_str).collect();
    let text = run_lines(DATA, "/nowhere", &arguments).unwrap().join("\n");
    assert!(server.take().is_empty());
    assert!(text.contains(&format!(" to {} (", server.url())), "{text}");
    assert!(text.contains("14 requests") && text.contains("1 cannot be sent"), "{text}");
    assert!(text.contains("apiKey") && text.contains("--all"), "{text}");
}

#[test]
fn requests_have_names() {
    let named = |names: &str| run_lines(DATA, "", &["--list", "--only", names]).unwrap();
    let first = run_lines(DATA, "", &["--list", "--only", "0"]).unwrap();
    assert_eq!(named("Get user"), first);
    assert_eq!(named("Users/Get user"), first);
    assert_eq!(named("Get user, 3").len(), 2);
    let error = run_lines(DATA, "", &["--list", "--only", "Nobody"]).unwrap_err();
    assert!(error.to_string().contains("no request Nobody"), "{error}");
}

#[test]
fn a_request_may_not_take_forever() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("--var=baseUrl=http://{}", listener.local_addr().unwrap());
    let lines = run(&["--only=0", "--timeout=0.2", &url]);
    assert_eq!(lines[0]["outcome"], "transport_error");
}

#[test]
fn environments_replace_each_other() {
    let server = Server::start(nothing);
    let mut data: serde_json::Value = serde_json::from_str(DATA).unwrap();
    let mine = json!([{"name": "baseUrl", "value": server.url()}, {"name": "user"}]);
    data["collections"][0]["environments"] =
        json!([{"name": "Mine", "variables": mine}, {"name": "Other", "variables": []}]);
    let lines = |arguments: &[&str]| run_lines(&data.to_string(), "", arguments);
    lines(&["--only=0", "--environment=Mine"]).unwrap();
    assert_eq!(server.take().len(), 1);
    let error = lines(&["--all", "--environment=Nowhere"]).unwrap_err();
    assert!(error.to_string().contains("there is: Mine, Other"), "{error}");
}

#[test]
fn every_request_has_a_line_in_order() {
    let server = Server::start(nothing);
    let variables = to(&server);
    let arguments = [&["--all".to_owned()][..], &variables].concat();
    let lines = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let outcomes: Vec<&str> = lines.iter().map(|line| line["outcome"].as_str().unwrap()).collect();
    let (ok, no) = ("ok", "unsupported");
    assert_eq!(outcomes, [ok, no, no, no, ok, ok, ok, ok, ok, ok, ok, no, no, ok]);
    assert!(lines.iter().enumerate().all(|(index, line)| line["index"] == index));
    assert_eq!(lines[1]["error"], "missing secret apiKey");
    assert!(
        lines[2]["error"].as_str().unwrap().contains("not the JSON of this body"),
        "{}",
        lines[2]
    );
    assert_eq!(lines[3]["error"], "missing secret password");
    assert_eq!(lines[11]["error"], "the client panicked");
    assert_eq!(lines[12]["error"], "the request has no URL");
    assert_eq!(server.take().len(), 9);
}

#[test]
fn urls_and_headers_are_those_of_postman() {
    let server = Server::start(nothing);
    let (_, sent) = send(&server, "0,8,9,10");
    let query = "fields=a%26b%20%23x&y=z!&tag=1&tag=two%20words&tag&tag=&limit=25";
    assert_eq!(sent[0].target, format!("/users/a%20b/c?d?{query}"));
    assert_eq!(sent[0].header("x-trace").map(str::len), Some(36));
    assert_eq!((sent[1].method.as_str(), sent[1].target.as_str()), ("DELETE", "/things/:id"));
    assert_eq!(sent[2].header("x-note"), Some("caf\u{e9}"));
    assert_eq!(sent[2].header("content-length"), Some("0"));
    assert_eq!(sent[3].method, "HEAD");
}

#[test]
fn bodies_are_those_of_postman() {
    let server = Server::start(nothing);
    let (_, sent) = send(&server, "1,3,5,6,7");
    assert_eq!(sent[0].text(), r#"{"age":12345678901234567890,"name":"a b/c?d"}"#);
    assert_eq!(sent[0].header("x-api-key"), Some("k-123"));
    assert_eq!(sent[1].text(), "user=a%20b%2Fc%3Fd%20%C3%A9&scope=a%2Bb&scope=%7B%7Bunset%7D%7D");
    assert_eq!(sent[1].header("authorization"), Some("Basic YWRhOnBhw58="));
    assert_eq!(sent[2].body, std::fs::read("Cargo.toml").unwrap());
    assert_eq!(sent[2].header("content-type"), Some("application/toml"));
    assert_eq!(sent[3].text(), "<a><b>x&y=z</b></a>plain");
    assert_eq!(
        sent[4].text(),
        "{\"query\":\"query ($id: ID) { user(id: $id) { name } }\",\"variables\":{\"id\":\"a b/c?d\"}}"
    );
}

#[test]
fn files_are_left_out_or_empty_as_in_postman() {
    let server = Server::start(nothing);
    let (_, sent) = send(&server, "4");
    let text: String = sent[0].body.iter().map(|byte| char::from(*byte)).collect();
    let parts: Vec<&str> =
        text.split("--demo-boundary").map(str::trim).filter(|part| part.len() > 2).collect();
    let heads: Vec<&str> =
        parts.iter().map(|part| part.split("\r\n\r\n").next().unwrap()).collect();
    assert_eq!(heads.len(), 4, "{text}");
    assert!(parts[0].ends_with("it's \"a b/c?d\""), "{text}");
    assert!(
        heads[1].contains("name=\"inline\"; filename=\"b.png\"") && parts[1].contains("\0\u{ff}'"),
        "{text}"
    );
    assert!(heads[2].contains("name=\"many\"; filename=\"Cargo.toml\""), "{text}");
    assert_eq!(heads[3], "Content-Disposition: form-data; name=\"after\"; filename=\"\"");
}

#[test]
fn answers_are_printed_to_the_letter() {
    let server = Server::start(|_| {
        (
            201,
            "application/json",
            "{\"big\": 12345678901234567890123,\r\n \"float\": 1.0, \"e\": 1e2}",
        )
    });
    let variables = to(&server);
    let lines = run_lines(DATA, "", &["--only=0", &variables[0]]).unwrap();
    let value = "{\"big\": 12345678901234567890123,   \"float\": 1.0, \"e\": 1e2}";
    let start = r#"{"index":0,"path":["Users","Get user"],"outcome":"ok","status":201"#;
    assert_eq!(lines, [format!(r#"{start},"value":{value},"error":null}}"#)]);
}

#[test]
fn failures_have_their_outcomes() {
    let server = Server::start(|request| match request.target.as_str() {
        "/users" => (200, "application/json", r#"["k-123 is no object"]"#),
        "/soap" => (404, "text/plain", "no such k-123"),
        _ => (302, "text/plain", ""),
    });
    let (lines, sent) = send(&server, "0,1,6");
    assert_eq!(sent.len(), 3, "redirects are not followed");
    let told = |index: usize| {
        (
            lines[index]["outcome"].clone(),
            lines[index]["status"].clone(),
            lines[index]["value"].clone(),
        )
    };
    assert_eq!(told(0), (json!("api_error"), json!(302), json!(null)));
    assert_eq!(told(1), (json!("decode_error"), json!(200), json!(null)));
    assert_eq!(told(2), (json!("api_error"), json!(404), json!(null)));
    let error = lines[2]["error"].as_str().unwrap();
    assert!(error.contains("no such $apiKey") && !error.contains("k-123"), "{error}");
    let gone = run(&["--only=8", "--var=baseUrl=http://127.0.0.1:1"]);
    assert_eq!(
        (&gone[0]["outcome"], &gone[0]["status"]),
        (&json!("transport_error"), &json!(null))
    );
}

#[test]
fn later_values_win() {
    let server = Server::start(nothing);
    let environment = file(
        "wire.environment.json",
        r#"{"values": [{"key": "user", "value": "env"}, {"key": "password", "value": "env"}]}"#,
    );
    let (secrets, url) = (secrets(), format!("baseUrl={}", server.url()));
    let tail = ["--only", "3", "--var", &url, "--secrets", secrets, "--env", &environment];
    run(&tail);
    run(&[&tail[..], &["--var", "user=var"]].concat());
    let sent = server.take();
    assert!(
        sent[0].text().starts_with("user=env%20") && sent[1].text().starts_with("user=var%20"),
        "{sent:?}"
    );
    assert_eq!(sent[0].header("authorization"), Some("Basic YWRhOmVudg=="));
}

#[test]
fn secrets_are_found_in_the_folder_of_the_crate() {
    let server = Server::start(nothing);
    let folder = format!("{}/with-secrets", env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder).unwrap();
    file("with-secrets/replay.secrets.json", r#"{"password": "p"}"#);
    let variables = to(&server);
    let lines = run_lines(DATA, &folder, &["--only=1,3", &variables[0]]).unwrap();
    assert!(
        lines[0].contains("missing secret apiKey") && lines[1].contains(r#""outcome":"ok""#),
        "{lines:?}"
    );
}

#[test]
fn files_that_cannot_be_read_are_named() {
    assert!(matches!(run_lines(DATA, "", &["--nope"]), Err(Failure::Usage(_))));
    assert!(matches!(run_lines(DATA, "", &["--only=14", "--list"]), Err(Failure::Usage(_))));
    let error = run_lines(DATA, "", &["--env", "/nowhere.json"]).unwrap_err();
    assert!(error.to_string().starts_with("cannot read /nowhere.json: "), "{error}");
    let broken = file("broken.json", "{");
    let error = run_lines(DATA, "", &["--secrets", &broken]).unwrap_err();
    assert!(error.to_string().starts_with(&format!("{broken} is no JSON: ")), "{error}");
}

#[test]
fn the_proxy_of_the_system_is_used() {
    let proxy = Server::start(nothing);
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "--ignored", "--nocapture", "behind_a_proxy"]);
    child
        .env("HTTP_PROXY", proxy.url())
        .env("http_proxy", proxy.url())
        .env_remove("NO_PROXY")
        .env_remove("no_proxy");
    child.env_remove("REQUEST_METHOD");
    assert!(child.status().unwrap().success());
    let targets: Vec<String> = proxy.take().into_iter().map(|request| request.target).collect();
    assert_eq!(targets, ["http://demo.invalid/things/:id"]);
    let _ = behind_a_proxy as fn();
}
