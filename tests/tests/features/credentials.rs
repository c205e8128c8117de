//! Credentials travel as the collection says, and only where it says so.

use features_client::Endpoint;
use features_client::auth::inherited::{FromFolder, SwitchedOff};
use features_client::auth::own_schemes::{
    Basic, Bearer, KeyInHeader, KeyInQuery, Oauth2InHeader, Oauth2InQuery,
};
use features_client::runtime::auth::oauth2::OAuth2;
use features_client::{Client, Features};
use tests::{Received, Reply, Server};

async fn sent(endpoint: impl Endpoint<Api = Features>) -> Received {
    let server = Server::replying([]);
    let builder = Client::builder()
        .base_url(server.url())
        .bearer_token("t-1")
        .basic_auth("ada", "open sesame ü");
    let builder =
        builder.x_light_key("k 1").light_key("k&2").access_token("a-1").access_token_2("a-2");
    let client = builder.build().expect("a client");
    for secret in ["t-1", "sesame", "k 1", "a-2"] {
        assert!(!format!("{client:?}").contains(secret));
    }
    let _ = endpoint.send(&client).await;
    server.one()
}

#[tokio::test]
async fn tokens() {
    assert_eq!(sent(Bearer::new()).await.header("authorization"), Some("Bearer t-1"));
    assert_eq!(sent(Oauth2InHeader::new()).await.header("authorization"), Some("Token a-1"));
    let received = sent(Oauth2InQuery::new()).await;
    assert_eq!(
        (received.target.as_str(), received.header("authorization")),
        ("/auth/oauth2-in-query?access_token=a-2", None)
    );
}

#[tokio::test]
async fn tokens_are_fetched_from_the_address_in_the_collection() {
    let grant = r#"{"access_token": "f-1", "expires_in": 3600, "refresh_token": "r-1"}"#;
    let expired = Reply::json(401, "{}");
    let server = Server::replying([
        Reply::json(200, grant),
        Reply::json(200, "{}"),
        expired,
        Reply::json(200, grant),
        Reply::json(200, "{}"),
    ]);
    let tokens = OAuth2::client_credentials("me", "open sesame");
    assert!(!format!("{tokens:?}").contains("sesame"));
    let client = Client::builder().base_url(server.url()).oauth2(tokens).build().expect("a client");
    for _ in 0..2 {
        Oauth2InHeader::new()
            .send(&client)
            .await
            .expect("an answer, with another token where the first was refused");
    }
    let received = server.received();
    let targets: Vec<_> =
        received.iter().map(|request| (request.method.as_str(), request.target.as_str())).collect();
    let (token, call) = (("POST", "/oauth/token"), ("GET", "/auth/oauth2-in-header"));
    assert_eq!(targets, [token, call, call, token, call]);
    assert_eq!(received[0].header("authorization"), Some("Basic bWU6b3BlbiBzZXNhbWU="));
    assert_eq!(received[0].text(), "grant_type=client_credentials&scope=lights%3Aread");
    assert_eq!(
        received[3].text(),
        "grant_type=refresh_token&refresh_token=r-1&scope=lights%3Aread"
    );
    assert_eq!(received[4].header("authorization"), Some("Token f-1"));
}

#[tokio::test]
async fn passwords() {
    assert_eq!(
        sent(Basic::new()).await.header("authorization"),
        Some("Basic YWRhOm9wZW4gc2VzYW1lIMO8")
    );
    assert_eq!(
        sent(FromFolder::new()).await.header("authorization"),
        Some("Basic YWRhOm9wZW4gc2VzYW1lIMO8")
    );
}

#[tokio::test]
async fn keys() {
    let received = sent(KeyInHeader::new()).await;
    assert_eq!(
        (received.header("x-light-key"), received.header("authorization")),
        (Some("k 1"), None)
    );
    assert_eq!(sent(KeyInQuery::new().a(1)).await.target, "/auth/key-in-query?a=1&light_key=k%262");
}

#[tokio::test]
async fn nothing_where_it_is_switched_off() {
    let received = sent(SwitchedOff::new()).await;
    assert_eq!((received.header("authorization"), received.header("x-light-key")), (None, None));
}
