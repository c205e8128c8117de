//! What is made of answers.

use generated_client::im_groups::CreateImDirectoryGroup;
use generated_client::pac::ListUserPacAccounts;
use generated_client::runtime::{ErrorKind, StatusCode};
use generated_client::tsp::AddUserTspAccount;
use generated_client::users::CreateUsers;
use generated_client::{Endpoint, ResponseHeaders};
use serde_json::Value;
use tests::golden::folder;
use tests::{Reply, Server};

use super::client;

/// The saved responses of a request: status and body, the words `integer` and so on replaced by values.
fn saved(name: &str) -> Vec<(u16, String)> {
    let file = folder().join("../collections/zoom.postman_collection.json");
    let text = std::fs::read_to_string(file).expect("the collection");
    let collection: Value = serde_json::from_str(&text).expect("JSON");
    let folders = collection["item"].as_array().expect("folders").iter();
    let mut requests = folders.flat_map(|folder| folder["item"].as_array().expect("requests"));
    let request = requests.find(|item| item["name"] == name).expect("the request");
    let pair = |response: &Value| {
        let body = response["body"].as_str().unwrap_or_default().replace("\"integer\"", "1");
        (response["code"].as_u64().and_then(|code| code.try_into().ok()).expect("a status"), body)
    };
    request["response"].as_array().expect("responses").iter().map(pair).collect()
}

/// Plays the saved responses of a request. Those that are errors have to be errors with status and body.
async fn play<E: Endpoint<Api = generated_client::Zoom, Output: serde::Serialize>>(
    name: &str,
    endpoint: E,
) -> Vec<(u16, Value)> {
    let mut successes = Vec::new();
    for (status, body) in saved(name) {
        let server =
            Server::replying([Reply::json(status, body.clone()).header("X-Request-Id", "r-17")]);
        match endpoint.send(&client(&server)).await {
            Ok(value) => successes.push((status, serde_json::to_value(value).expect("JSON"))),
            Err(error) => {
                assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
                assert_eq!(error.body(), body.as_bytes());
                assert_eq!(error.headers().expect("headers")["x-request-id"], "r-17");
            }
        }
    }
    successes
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[tokio::test]
async fn the_saved_responses_of_create_users() {
    let successes = play("Create users", CreateUsers::new("create")).await;
    let user =
        r#"{"id":"string","first_name":"string","last_name":"string","email":"string","type":1}"#;
    assert_eq!(successes, [(201, json(user))]);
}

#[tokio::test]
async fn the_saved_responses_of_list_pac_accounts() {
    let successes = play("List a user's PAC accounts", ListUserPacAccounts::new("me")).await;
    let number = |number: &str| format!(r#"[{{"number":"{number}","country":"USA"}}]"#);
    let account = format!(
        r#"{{"pac_accounts":[{{"dedicated_dial_in_number":{},"global_dial_in_numbers":{},
            "conference_id":"111111","participant_password":"ghdf","listen_only_password":"hkgk"}}]}}"#,
        number("123343434"),
        number("434343434"),
    );
    assert_eq!(successes, [(200, json(&account))]);
}

#[tokio::test]
async fn the_saved_responses_of_add_tsp_account() {
    let successes = play("Add a user's TSP account", AddUserTspAccount::new("me", "1", "2")).await;
    let account = r#"{"conference_code":"0125","leader_pin":"11189898","tsp_bridge":"string",
        "dial_in_numbers":[{"code":"01","number":"000000000","type":"toll"}]}"#;
    assert_eq!(successes, [(201, json(account))]);
}

#[tokio::test]
async fn the_created_is_the_success_although_an_error_was_saved_as_ok() {
    let successes = play("Create an IM directory group", CreateImDirectoryGroup::new()).await;
    // The error that was saved as OK has no body, and so none of the members.
    assert_eq!(successes, [(200, json("{}")), (201, json("{}"))]);
}

#[tokio::test]
async fn fields_are_read_into_the_struct() {
    let (_, body) = saved("List a user's PAC accounts").remove(0);
    let server = Server::replying([Reply::json(200, body)]);
    let answer = ListUserPacAccounts::new("me").send(&client(&server)).await.expect("a success");
    let account = &answer.pac_accounts[0];
    assert_eq!(account.conference_id.as_deref(), Some("111111"));
    assert_eq!(account.global_dial_in_numbers[0].country.as_deref(), Some("USA"));
}

#[tokio::test]
async fn an_exchange_has_status_and_headers() {
    let server =
        Server::replying(
            [Reply::json(201, r#"{"id":"7"}"#).header("Content-Location", "/users/7")],
        );
    let exchange = CreateUsers::new("create").exchange(&client(&server)).await.expect("a success");
    assert_eq!(exchange.status(), StatusCode::CREATED);
    assert_eq!(exchange.content_location(), Some("/users/7"));
    assert_eq!(exchange.into_body().id.as_deref(), Some("7"));
}

#[tokio::test]
async fn errors_lose_nothing() {
    for status in [400, 404, 409, 429, 500] {
        let body = r#"{"code":1001,"message":"User does not exist: me."}"#;
        let server = Server::replying([Reply::json(status, body).header("Retry-After", "3")]);
        let error =
            ListUserPacAccounts::new("me").send(&client(&server)).await.expect_err("an error");
        assert!(matches!(error.kind(), ErrorKind::Status(_)), "{error:?}");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(error.text(), body);
        assert_eq!(error.json::<Value>().expect("JSON")["code"], 1001);
        assert_eq!(error.retry_after().map(|time| time.as_secs()), Some(3));
        assert_eq!(error.is_retryable(), matches!(status, 429 | 500));
        let shown = error.to_string();
        assert!(
            shown.contains("List a user's PAC accounts") && shown.contains("User does not exist"),
            "{shown}"
        );
    }
}

#[tokio::test]
async fn unknown_missing_and_null_fields_do_no_harm() {
    let body =
        r#"{"next_page_token":"x","pac_accounts":[{"conference_id":null,"more":{"a":[1]}}]}"#;
    let server = Server::replying([
        Reply::json(200, body),
        Reply::json(200, "{}"),
        Reply::json(200, r#"{"pac_accounts":null}"#),
    ]);
    let zoom = client(&server);
    let answer = ListUserPacAccounts::new("me").send(&zoom).await.expect("a success");
    assert_eq!(answer.pac_accounts[0].conference_id, None);
    for _ in 0..2 {
        let answer = ListUserPacAccounts::new("me").send(&zoom).await.expect("a success");
        assert!(answer.pac_accounts.is_empty());
    }
}

#[tokio::test]
async fn an_answer_of_another_shape_is_an_error_that_names_the_place() {
    let body = r#"{"pac_accounts":[{},{"dedicated_dial_in_number":[{},5]}]}"#;
    let server = Server::replying([Reply::json(200, body)]);
    let error =
        ListUserPacAccounts::new("me").send(&client(&server)).await.expect_err("another shape");
    assert_eq!(error.path(), Some("pac_accounts[1].dedicated_dial_in_number[1]"));
    assert!(error.to_string().contains("pac_accounts[1].dedicated_dial_in_number[1]"), "{error}");
    assert_eq!((error.status(), error.text()), (Some(StatusCode::OK), body.to_owned()));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_a_transport_error() {
    let zoom = generated_client::Client::builder()
        .base_url(tests::refusing_address())
        .build()
        .expect("a client");
    let error = ListUserPacAccounts::new("me").send(&zoom).await.expect_err("nobody listens");
    assert!(matches!(error.kind(), ErrorKind::Transport(_)) && error.is_retryable(), "{error:?}");
    assert_eq!((error.status(), error.body().len()), (None, 0));
}

#[test]
fn answers_can_be_read_without_a_transport() {
    let response = http::Response::builder()
        .status(201)
        .body(r#"{"id":"7","type":2}"#.into())
        .expect("a response");
    let user = CreateUsers::decode(response).expect("a success");
    assert_eq!((user.id.as_deref(), user.r#type), (Some("7"), Some(2)));
}
