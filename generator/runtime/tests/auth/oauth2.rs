use std::time::{Duration, UNIX_EPOCH};

use http::{Request, Response};
use runtime::Bytes as Body;
use runtime::auth::fresh::Clock;
use runtime::auth::oauth2::OAuth2;
use runtime::auth::problem::AuthProblem;

const SETTINGS: &[(&str, &str)] = &[("accessTokenUrl", "https://h.test/token"), ("scope", "a b")];

fn answer(status: u16, body: &'static str) -> Response<Body> {
    Response::builder().status(status).body(Body::from_static(body.as_bytes())).unwrap()
}

fn at(provider: OAuth2, seconds: u64) -> OAuth2 {
    provider.clock(Clock::Fixed(UNIX_EPOCH + Duration::from_secs(seconds)))
}

fn pending(provider: &OAuth2) -> Request<Body> {
    provider.pending(SETTINGS).unwrap().expect("a request")
}

fn text(request: &Request<Body>) -> &str {
    std::str::from_utf8(request.body()).unwrap()
}

fn token(provider: &OAuth2) -> Option<String> {
    provider.token().map(|token| token.expose().to_owned())
}

#[test]
fn a_token_is_fetched_kept_and_fetched_again_when_it_ends() {
    let provider = OAuth2::client_credentials("id", "s&").parameter("audience", "x/y");
    let now = at(provider.clone(), 1000);
    let request = pending(&now);
    assert_eq!(
        (request.method().as_str(), request.uri().to_string().as_str()),
        ("POST", "https://h.test/token")
    );
    assert_eq!(text(&request), "grant_type=client_credentials&scope=a%20b&audience=x%2Fy");
    assert_eq!(request.headers()["authorization"], "Basic aWQ6cyY=");
    now.granted(SETTINGS, &answer(200, r#"{"access_token":"t1","expires_in":100}"#)).unwrap();
    assert_eq!(token(&now).as_deref(), Some("t1"));
    assert!(now.pending(SETTINGS).unwrap().is_none());
    assert_eq!(token(&at(provider.clone(), 1069)).as_deref(), Some("t1"));
    assert_eq!(token(&at(provider, 1070)), None);
}

#[test]
fn the_client_may_stand_in_the_body() {
    let provider = OAuth2::password("u", "p w").client("id", "secret").client_in_body();
    let request = pending(&provider);
    let want = "grant_type=password&username=u&password=p%20w&scope=a%20b&client_id=id&client_secret=secret";
    assert_eq!(text(&request), want);
    assert!(!request.headers().contains_key("authorization"));
}

#[test]
fn a_refresh_token_is_used_first_and_dropped_when_it_is_refused() {
    let provider = at(OAuth2::client_credentials("id", "secret"), 0);
    provider
        .granted(
            SETTINGS,
            &answer(200, r#"{"access_token":"t1","expires_in":"60","refresh_token":"r1"}"#),
        )
        .unwrap();
    provider.forget();
    let refreshing = pending(&provider);
    assert_eq!(text(&refreshing), "grant_type=refresh_token&refresh_token=r1&scope=a%20b");
    provider.granted(SETTINGS, &answer(400, r#"{"error":"invalid_grant"}"#)).unwrap();
    assert!(text(&pending(&provider)).starts_with("grant_type=client_credentials"));
    let refused = provider.granted(SETTINGS, &answer(401, r#"{"error":"invalid_client"}"#));
    assert_eq!(
        refused,
        Err(AuthProblem::Token { status: 401, code: Some("invalid_client".to_owned()) })
    );
}

#[test]
fn a_refused_refresh_token_alone_is_an_error() {
    let provider = OAuth2::refresh_token("r1").client("id", "secret");
    assert!(text(&pending(&provider)).starts_with("grant_type=refresh_token&refresh_token=r1"));
    let refused = provider.granted(SETTINGS, &answer(400, "error=bad_verification_code"));
    assert_eq!(
        refused,
        Err(AuthProblem::Token { status: 400, code: Some("bad_verification_code".to_owned()) })
    );
    let nothing_left = provider.pending(SETTINGS).unwrap_err();
    assert_eq!(nothing_left, AuthProblem::Missing { scheme: "oauth2", parameter: "refreshToken" });
}

#[test]
fn urlencoded_answers_are_read_too() {
    let provider = OAuth2::client_credentials("id", "secret");
    provider.granted(SETTINGS, &answer(200, "access_token=a%2Bb&token_type=bearer")).unwrap();
    assert_eq!(token(&provider).as_deref(), Some("a+b"));
}

#[test]
fn saved_parameters_make_a_provider() {
    let pairs =
        [("grant_type", "client_credentials"), ("clientId", "id"), ("clientSecret", "hidden")];
    let provider =
        OAuth2::from_parameters(&pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
    assert!(text(&pending(&provider)).starts_with("grant_type=client_credentials"));
    assert!(!format!("{provider:?}").contains("hidden"));
    let browser =
        OAuth2::from_parameters(&[("grant_type".to_owned(), "authorization_code".to_owned())]);
    assert!(matches!(browser.pending(SETTINGS), Err(AuthProblem::UnknownAlgorithm { .. })));
}
