//! Credentials applied to requests.

use http::Method;
use http::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use runtime::auth::Authenticate;
#[cfg(feature = "oauth1")]
use runtime::auth::oauth1::OAuth1;
use runtime::{Body, BuildError, Credential, Outgoing, Scheme, Settings};

struct Sent {
    url: String,
    headers: HeaderMap,
    body: Body,
}

impl Sent {
    fn outgoing<'a>(&'a mut self, method: &'a Method) -> Outgoing<'a> {
        Outgoing {
            method,
            url: &mut self.url,
            headers: &mut self.headers,
            body: &mut self.body,
            settings: &Settings::DEFAULT,
        }
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

fn request(url: &str, content_type: Option<&'static str>, body: &'static str) -> Sent {
    let mut headers = HeaderMap::new();
    headers.insert(AUTHORIZATION, HeaderValue::from_static("old"));
    headers.extend(
        content_type.map(|value| (http::header::CONTENT_TYPE, HeaderValue::from_static(value))),
    );
    Sent { url: url.to_owned(), headers, body: body.into() }
}

fn apply(
    credential: &Credential,
    settings: &[(&str, &str)],
    method: &Method,
    mut sent: Sent,
) -> Sent {
    credential.apply(settings, &mut sent.outgoing(method)).unwrap();
    sent
}

fn saved(scheme: Scheme, parameters: &[(&str, &str)]) -> Credential {
    let list: Vec<_> =
        parameters.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Credential::from_parameters(scheme, &list).unwrap()
}

/// A custom scheme.
#[derive(Debug)]
struct Shout;

impl Authenticate for Shout {
    fn apply(&self, _: &[(&str, &str)], outgoing: &mut Outgoing<'_>) -> Result<(), BuildError> {
        outgoing.authorize("HELLO")
    }
}

#[test]
fn a_scheme_of_ones_own_can_be_plugged_in() {
    let sent =
        apply(&Credential::custom(Shout), &[], &Method::GET, request("http://h.test/", None, ""));
    assert_eq!(sent.header("authorization"), "HELLO");
    assert!(sent.headers["authorization"].is_sensitive());
}

#[test]
fn saved_parameters_make_credentials_of_any_scheme() {
    let sent = apply(
        &saved(Scheme::Bearer, &[("token", "tok")]),
        &[],
        &Method::GET,
        request("http://h.test/", None, ""),
    );
    assert_eq!(sent.header("authorization"), "Bearer tok");
}

/// Postman's transport writes a header in the charset of the body.
#[test]
fn letters_go_as_the_body_does() {
    let value = |body| {
        apply(&Credential::bearer("é"), &[], &Method::POST, request("http://h.test/", None, body))
            .headers["authorization"]
            .clone()
    };
    assert_eq!(value("").as_bytes(), b"Bearer \xe9");
    assert_eq!(value("text").as_bytes(), "Bearer é".as_bytes());
    assert!(value("text").is_sensitive());
}

/// Saved parameters are taken literally: there is no default algorithm.
#[cfg(all(feature = "jwt", feature = "hawk", feature = "asap"))]
#[test]
fn saved_parameters_may_not_be_enough_to_sign() {
    let hawk = saved(Scheme::Hawk, &[("authId", "id"), ("authKey", "key")]);
    let jwt = saved(Scheme::Jwt, &[("secret", "s"), ("algorithm", "")]);
    for credential in [hawk, jwt, saved(Scheme::Asap, &[("kid", "k")])] {
        let problem = credential
            .apply(&[], &mut request("http://h.test/", None, "").outgoing(&Method::GET))
            .unwrap_err();
        let runtime::ErrorKind::Build(BuildError::Auth(problem)) = problem.kind() else {
            panic!("{problem:?}")
        };
        assert!(problem.is_of_parameters(), "{problem}");
    }
}

#[cfg(feature = "oauth1")]
#[test]
fn oauth1_names_no_method_that_was_not_saved() {
    let parameters =
        [("consumerKey", "ck"), ("consumerSecret", "cs"), ("addParamsToHeader", "true")];
    let sent = apply(
        &saved(Scheme::OAuth1, &parameters),
        &[],
        &Method::GET,
        request("http://h.test/", None, ""),
    );
    assert!(
        !sent.header("authorization").contains("oauth_signature_method"),
        "{}",
        sent.header("authorization")
    );
    let typed = Credential::custom(OAuth1::new("ck", "cs").in_header());
    let sent = apply(&typed, &[], &Method::GET, request("http://h.test/", None, ""));
    assert!(sent.header("authorization").contains("oauth_signature_method=\"HMAC-SHA1\""));
}

#[cfg(feature = "oauth1")]
#[test]
fn oauth1_changes_header_query_or_body() {
    let all = [("consumerKey", "ck"), ("consumerSecret", "cs"), ("nonce", "n"), ("timestamp", "1")];
    let credential = saved(Scheme::OAuth1, &all);
    let header = apply(
        &credential,
        &[("addParamsToHeader", "true")],
        &Method::GET,
        request("http://h.test/p?a=b c", None, ""),
    );
    assert!(header.header("authorization").starts_with("OAuth oauth_consumer_key=\"ck\""));
    assert_eq!(header.url, "http://h.test/p?a=b%20c");
    let query = apply(&credential, &[], &Method::GET, request("http://h.test/p", None, ""));
    assert!(
        query.url.starts_with("http://h.test/p?oauth_consumer_key=ck&")
            && query.header("authorization").is_empty()
    );
    let form = Some("application/x-www-form-urlencoded");
    let body = apply(&credential, &[], &Method::POST, request("http://h.test/p", form, "a=b"));
    assert!(body.body.as_bytes().unwrap().starts_with(b"a=b&oauth_consumer_key=ck&"));
    assert_eq!(body.url, "http://h.test/p");
}

#[cfg(feature = "oauth1")]
#[test]
fn incomplete_credentials_leave_a_request_alone() {
    let sent = apply(
        &saved(Scheme::OAuth1, &[]),
        &[],
        &Method::GET,
        request("http://h.test/?a+b", None, ""),
    );
    assert_eq!((sent.url.as_str(), sent.header("authorization")), ("http://h.test/?a+b", "old"));
}

#[cfg(feature = "hawk")]
#[test]
fn hawk_hashes_the_body_on_demand() {
    let credential = saved(
        Scheme::Hawk,
        &[
            ("authId", "id"),
            ("authKey", "key"),
            ("algorithm", "sha256"),
            ("includePayloadHash", "true"),
        ],
    );
    let json = apply(
        &credential,
        &[],
        &Method::POST,
        request("http://h.test/", Some("application/json"), "{}"),
    );
    assert!(json.header("authorization").contains(", hash=\""));
    let parts = apply(
        &credential,
        &[],
        &Method::POST,
        request("http://h.test/", Some("multipart/form-data; boundary=x"), "--x"),
    );
    assert!(!parts.header("authorization").contains(", hash=\""));
}

#[cfg(feature = "awsv4")]
#[test]
fn aws_signs_a_content_type_that_is_known_early() {
    let credential =
        saved(Scheme::AwsV4, &[("accessKey", "ak"), ("secretKey", "sk"), ("sessionToken", "st")]);
    let names = |signed_type| {
        let settings = Settings { signed_type, ..Settings::DEFAULT };
        let mut sent = request("http://h.test/", Some("application/json"), "{}");
        credential
            .apply(&[], &mut Outgoing { settings: &settings, ..sent.outgoing(&Method::POST) })
            .unwrap();
        assert_eq!(sent.header("x-amz-security-token"), "st");
        let (_, rest) = sent.header("authorization").split_once("SignedHeaders=").unwrap();
        rest.split(',').next().unwrap().to_owned()
    };
    assert_eq!(names(false), "host;x-amz-content-sha256;x-amz-date;x-amz-security-token");
    assert_eq!(
        names(true),
        "content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token"
    );
}

#[cfg(feature = "awsv4")]
#[test]
fn aws_signs_in_the_query() {
    let credential = saved(
        Scheme::AwsV4,
        &[("accessKey", "ak"), ("secretKey", "sk"), ("addAuthDataToQuery", "true")],
    );
    let sent = apply(
        &credential,
        &[("service", "s3")],
        &Method::GET,
        request("http://h.test/k?a=1", None, ""),
    );
    assert!(
        sent.url.starts_with("http://h.test/k?a=1&X-Amz-Expires=86400&X-Amz-Date="),
        "{}",
        sent.url
    );
    assert!(sent.header("authorization").is_empty());
}

#[cfg(feature = "digest")]
#[test]
fn digest_answers_a_challenge() {
    let credential = saved(Scheme::Digest, &[("username", "u"), ("password", "p")]);
    let mut sent = request("http://h.test/p?q", None, "");
    sent.headers.clear();
    let mut challenge = HeaderMap::new();
    let asked = "Digest realm=\"oracle\", nonce=\"0123456789abcdef\", qop=\"auth\", algorithm=MD5, opaque=\"0pa9ue\"";
    challenge.insert("www-authenticate", HeaderValue::from_static(asked));
    assert!(credential.answer(&[], &challenge, &mut sent.outgoing(&Method::GET)).unwrap());
    assert!(
        sent.header("authorization")
            .contains("uri=\"/p?q\", algorithm=\"MD5\", qop=auth, nc=00000001, cnonce=")
    );
    assert!(!credential.answer(&[], &challenge, &mut sent.outgoing(&Method::GET)).unwrap());
}

#[cfg(feature = "jwt")]
#[test]
fn a_token_goes_into_the_header_or_the_query() {
    let credential = saved(
        Scheme::Jwt,
        &[("algorithm", "HS256"), ("secret", "s3cret"), ("payload", "{\"a\": 1}")],
    );
    let header = apply(&credential, &[], &Method::GET, request("http://h.test/", None, ""));
    let value = header.header("authorization").to_owned();
    assert!(value.starts_with("Bearer eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ."), "{value}");
    let settings = [("addTokenTo", "queryParam"), ("queryParamKey", "jwt")];
    let query =
        apply(&credential, &settings, &Method::GET, request("http://h.test/?jwt=old&b", None, ""));
    assert_eq!(query.url, format!("http://h.test/?b&jwt={}", value.trim_start_matches("Bearer ")));
}

#[cfg(feature = "asap")]
#[test]
fn a_service_token_needs_a_key() {
    let credential = saved(Scheme::Asap, &[("kid", "k"), ("iss", "i"), ("aud", "a")]);
    let mut sent = request("http://h.test/", None, "");
    let error = credential.apply(&[], &mut sent.outgoing(&Method::GET)).unwrap_err();
    assert!(error.to_string().contains("`privateKey` has no value"), "{error}");
}

#[cfg(feature = "edgegrid")]
#[test]
fn edgegrid_signs_headers() {
    let all = [
        ("accessToken", "at"),
        ("clientToken", "ct"),
        ("clientSecret", "cs"),
        ("headersToSign", "X-One"),
    ];
    let credential = saved(Scheme::EdgeGrid, &all);
    let sent = apply(&credential, &[], &Method::GET, request("http://h.test/", None, ""));
    assert!(
        sent.header("authorization")
            .starts_with("EG1-HMAC-SHA256 client_token=ct;access_token=at;timestamp=")
    );
}

#[cfg(feature = "ntlm")]
#[test]
fn ntlm_waits_for_a_challenge() {
    let credential = saved(
        Scheme::Ntlm,
        &[("username", "u"), ("password", "p"), ("domain", "d"), ("workstation", "w")],
    );
    let mut sent = apply(&credential, &[], &Method::GET, request("http://h.test/", None, ""));
    assert_eq!(sent.header("authorization"), "");
    let mut challenge = HeaderMap::new();
    challenge.append("www-authenticate", HeaderValue::from_static("Basic realm=\"x\""));
    challenge.append("www-authenticate", HeaderValue::from_static("NTLM"));
    assert!(credential.answer(&[], &challenge, &mut sent.outgoing(&Method::GET)).unwrap());
    assert!(sent.header("authorization").starts_with("NTLM TlRMTVNTUAAB"));
}

#[cfg(feature = "oauth2")]
#[test]
fn a_fetched_token_travels_as_the_collection_says() {
    use runtime::auth::oauth2::OAuth2;
    let credential: Credential =
        OAuth2::client_credentials("id", "secret").token_url("https://h.test/token").into();
    assert!(credential.pending(&[]).unwrap().is_some());
    let answer = http::Response::new(runtime::Bytes::from_static(b"{\"access_token\":\"tok\"}"));
    credential.granted(&[], &answer).unwrap();
    assert!(credential.pending(&[]).unwrap().is_none());
    let settings = [("addTokenTo", "queryParams")];
    let sent = apply(&credential, &settings, &Method::GET, request("http://h.test/", None, ""));
    assert_eq!(
        (sent.url.as_str(), sent.header("authorization")),
        ("http://h.test/?access_token=tok", "")
    );
}

#[test]
fn credentials_show_no_secret() {
    let list =
        [("username".to_owned(), "u".to_owned()), ("password".to_owned(), "hidden".to_owned())];
    for scheme in [Scheme::Basic, Scheme::Digest, Scheme::Ntlm] {
        let shown =
            Credential::from_parameters(scheme, &list).map(|credential| format!("{credential:?}"));
        assert!(shown.is_err() || !shown.unwrap().contains("hidden"));
    }
}

#[cfg(feature = "oauth2")]
#[test]
fn a_token_that_another_call_fetched_is_used() {
    let provider = runtime::auth::oauth2::OAuth2::client_credentials("id", "secret")
        .token_url("http://h.test/token");
    let granted = http::Response::new(runtime::Bytes::from_static(b"{\"access_token\":\"new\"}"));
    provider.granted(&[], &granted).unwrap();
    let mut sent = request("http://h.test/", None, "");
    let credential = Credential::custom(provider);
    assert!(credential.answer(&[], &HeaderMap::new(), &mut sent.outgoing(&Method::GET)).unwrap());
    assert_eq!(sent.header("authorization"), "Bearer new");
    assert!(credential.pending(&[]).unwrap().is_none());
}
