//! The mock server's choice of saved responses.

use crate::runtime::mock_server::MockServer;
use crate::runtime::{Api, AuthSpec, ServerSpec, reqwest_builder};

enum Users {}

impl Api for Users {
    const NAME: &'static str = "Users";
    const SERVERS: &'static [ServerSpec] = &[ServerSpec { name: "base_url", default: None }];
    const AUTHS: &'static [AuthSpec] = &[];
}

const SAVED: &str = r#"[
  {"index": 0, "method": "GET", "paths": ["/users/{}"], "responses": [
    {"id": "0.0", "name": "Nobody", "status": 404, "class": "error", "headers": [], "query": [], "body": "nobody"},
    {"id": "u-1", "name": "Ada", "status": 200, "class": "success", "headers": [["X-Rate", "5"], ["a b", "c"]], "query": [], "body": "ada"},
    {"id": "u-2", "name": "Names only", "status": 200, "class": "success", "headers": [], "query": [["fields", "first name"]], "body": "name"},
    {"id": "u-3", "name": "Everything", "status": 200, "class": "success", "headers": [], "query": [["fields", "all"], ["deep", null]],
     "body": "all"}]},
  {"index": 1, "method": "GET", "paths": ["/users/me"], "responses": [
    {"id": "1.0", "name": "Me", "status": 200, "class": "success", "headers": [], "query": [], "body": "me"}]},
  {"index": 2, "method": "DELETE", "paths": ["/users/{}"], "responses": [
    {"id": "2.0", "name": "Gone", "status": 204, "class": "success", "headers": [], "query": [], "body": ""}]}
]"#;

/// Sends a request, and returns status and body.
async fn answer(method: &str, target: &str, header: (&str, &str)) -> (u16, String) {
    let server = MockServer::<Users>::start(SAVED).unwrap();
    let method = method.parse::<http::Method>().unwrap();
    let request = reqwest_builder()
        .unwrap()
        .build()
        .unwrap()
        .request(method, server.url() + target)
        .header(header.0, header.1);
    let response = request.body("x".repeat(100_000)).send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

async fn body(target: &str, header: (&str, &str)) -> String {
    answer("GET", target, header).await.1
}

const NONE: (&str, &str) = ("x-other", "1");

#[tokio::test]
async fn the_path_decides_first() {
    assert_eq!(body("/users/5", NONE).await, "ada");
    assert_eq!(body("/users/me", NONE).await, "me");
    assert_eq!(answer("DELETE", "/users/me", NONE).await, (204, String::new()));
    for (method, target) in [("GET", "/users"), ("GET", "/users/5/6"), ("POST", "/users/5")] {
        let (status, body) = answer(method, target, NONE).await;
        assert!(
            status == 404 && body.contains("mockRequestNotFoundError"),
            "{target}: {status} {body}"
        );
    }
}

#[tokio::test]
async fn the_query_decides_among_successes() {
    assert_eq!(body("/users/5?fields=first%20name", NONE).await, "name");
    assert_eq!(body("/users/5?deep&fields=all", NONE).await, "all");
    assert_eq!(body("/users/5?fields=other", NONE).await, "name");
    assert_eq!(body("/users/5?other=1", NONE).await, "ada");
}

#[tokio::test]
async fn headers_say_what_is_wanted() {
    assert_eq!(
        answer("GET", "/users/5", ("x-mock-response-code", "404")).await,
        (404, "nobody".to_owned())
    );
    assert_eq!(body("/users/5", ("x-mock-response-name", "Names only")).await, "name");
    assert_eq!(body("/users/5", ("x-mock-response-id", "u-3")).await, "all");
    assert_eq!(body("/users/me", ("x-mock-response-code", "404")).await, "nobody");
    assert_eq!(answer("GET", "/users/5", ("x-mock-response-code", "500")).await.0, 404);
}

#[tokio::test]
async fn headers_come_along_and_the_port_is_free_again() {
    let server = MockServer::<Users>::start(SAVED).unwrap();
    let url = server.url() + "/users/5";
    let client = reqwest_builder().unwrap().build().unwrap();
    let response = client.get(&url).send().await.unwrap();
    assert_eq!(response.headers()["x-rate"], "5");
    assert!(format!("{server:?}").contains("Users"));
    drop(server);
    assert!(client.get(&url).send().await.is_err());
}

#[test]
fn other_texts_are_refused() {
    for text in ["", "{}", r#"[{"method": "GET"}]"#] {
        assert!(MockServer::<Users>::start(text).is_err(), "{text}");
    }
}
