//! Where credentials go.

use crate::runtime::{Body, Credential, Outgoing, Scheme, Settings};
use http::{HeaderMap, Method};

fn applied(credential: &Credential, settings: &[(&str, &str)], url: &str) -> (String, HeaderMap) {
    let (mut url, mut headers, mut body) = (url.to_owned(), HeaderMap::new(), Body::empty());
    headers.insert("x_api-key", "old".parse().unwrap());
    let mut outgoing = Outgoing {
        method: &Method::GET,
        url: &mut url,
        headers: &mut headers,
        body: &mut body,
        settings: &Settings::DEFAULT,
    };
    credential.apply(settings, &mut outgoing).unwrap();
    (url, headers)
}

fn authorization(credential: &Credential, settings: &[(&str, &str)]) -> Option<String> {
    let (_, headers) = applied(credential, settings, "http://h.test/");
    headers.get("authorization").map(|value| value.to_str().unwrap().to_owned())
}

#[test]
fn headers() {
    assert_eq!(authorization(&Credential::bearer("t"), &[]).as_deref(), Some("Bearer t"));
    assert_eq!(authorization(&Credential::bearer(""), &[]), None);
    assert_eq!(authorization(&Credential::basic("", ""), &[]).as_deref(), Some("Basic Og=="));
    assert_eq!(authorization(&Credential::basic("é", "ü"), &[]).as_deref(), Some("Basic w6k6w7w="));
    assert_eq!(authorization(&Credential::oauth2("t"), &[]).as_deref(), Some("Bearer t"));
    assert_eq!(
        authorization(&Credential::oauth2("t"), &[("headerPrefix", " token ")]).as_deref(),
        Some("token t")
    );
    assert_eq!(
        authorization(&Credential::oauth2("t"), &[("headerPrefix", "")]).as_deref(),
        Some("t")
    );
    assert_eq!(
        authorization(&Credential::oauth2("t"), &[("addTokenTo", "")]).as_deref(),
        Some("Bearer t")
    );
    assert_eq!(authorization(&Credential::oauth2("t"), &[("tokenType", "MAC")]), None);
}

#[test]
fn api_keys() {
    let key = Credential::api_key("k&1");
    let (_, headers) = applied(&key, &[("key", "X-Api-Key")], "http://h.test/");
    assert_eq!((headers.len(), headers["x-api-key"].as_bytes()), (1, b"k&1".as_slice()));
    assert!(headers["x-api-key"].is_sensitive());
    let in_query = [("key", "k"), ("in", "query")];
    assert_eq!(applied(&key, &in_query, "http://h.test/a").0, "http://h.test/a?k=k%261");
    assert_eq!(
        applied(&key, &in_query, "http://h.test/a?k=2&b=1&k").0,
        "http://h.test/a?b=1&k=k%261"
    );
    assert_eq!(applied(&key, &in_query, "http://h.test/a?k=2").0, "http://h.test/a?k=k%261");
    let nameless = [("key", ""), ("in", "query")];
    assert_eq!(applied(&key, &nameless, "http://h.test/a").0, "http://h.test/a?=k%261");
    assert_eq!(
        applied(&Credential::api_key(""), &nameless, "http://h.test/a").0,
        "http://h.test/a"
    );
    let query = [("addTokenTo", "queryParams")];
    assert_eq!(
        applied(&Credential::oauth2("t"), &query, "http://h.test/").0,
        "http://h.test/?access_token=t"
    );
}

#[test]
fn own_parameters_come_first() {
    let parameters = [("key".to_owned(), "X-B".to_owned()), ("value".to_owned(), "v".to_owned())];
    let credential = Credential::from_parameters(Scheme::ApiKey, &parameters).unwrap();
    let (_, headers) = applied(&credential, &[("key", "X-A"), ("in", "header")], "http://h.test/");
    assert_eq!(headers["x-b"], "v");
    assert!(!headers.contains_key("x-a"));
}

#[test]
fn secrets_do_not_show() {
    for credential in [
        Credential::bearer("hunter2"),
        Credential::basic("u", "hunter2"),
        Credential::api_key("hunter2"),
    ] {
        assert!(!format!("{credential:?}").contains("hunter2"));
    }
    let parameters = [("accessToken".to_owned(), "hunter2".to_owned())];
    let configured = Credential::from_parameters(Scheme::OAuth2, &parameters).unwrap();
    assert!(!format!("{configured:?}").contains("hunter2"));
}
