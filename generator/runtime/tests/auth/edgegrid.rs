use runtime::auth::edgegrid::{EdgeGrid, Message};
use runtime::auth::target::Target;

const HOST: &str = "https://akaa-baseurl-xxxxxxxxxxx-xxxxxxxxxxxxx.luna.akamaiapis.net";

/// Akamai's published test data.
fn signature(method: &str, path: &str, body: &str, headers: &[(&str, &str)]) -> String {
    let credentials = EdgeGrid::new(
        "akab-client-token-xxx-xxxxxxxxxxxxxxxx",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=",
        "akab-access-token-xxx-xxxxxxxxxxxxxxxx",
    );
    let credentials =
        credentials.fixed("nonce-xx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "20140321T19:34:21+0000");
    let credentials =
        credentials.headers_to_sign(["X-Test1", "X-Test2", "X-Test3"]).max_body_size(2048);
    let header = |name: &str| {
        headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| (*value).to_owned())
    };
    let url = format!("{HOST}{path}");
    let message =
        Message { method, target: Target::of(&url), header: &header, body: Some(body.as_bytes()) };
    let header = credentials.sign(&[], &message).unwrap().unwrap();
    let start = "EG1-HMAC-SHA256 client_token=akab-client-token-xxx-xxxxxxxxxxxxxxxx;\
                 access_token=akab-access-token-xxx-xxxxxxxxxxxxxxxx;timestamp=20140321T19:34:21+0000;\
                 nonce=nonce-xx-xxxx-xxxx-xxxx-xxxxxxxxxxxx;signature=";
    header.strip_prefix(start).expect("the parameters before the signature").to_owned()
}

#[test]
fn published_requests_without_a_body() {
    assert_eq!(signature("GET", "/", "", &[]), "tL+y4hxyHxgWVD30X3pWnGKHcPzmrIF+LThiAOhMxYU=");
    let query = signature("GET", "/testapi/v1/t1?p1=1&p2=2", "", &[]);
    assert_eq!(query, "hKDH1UlnQySSHjvIcZpDMbQHihTQ0XyVAKZaApabdeA=");
}

#[test]
fn published_requests_with_a_body() {
    let path = "/testapi/v1/t3";
    assert_eq!(
        signature("POST", path, &"data".repeat(8), &[]),
        "hXm4iCxtpN22m4cbZb4lVLW5rhX8Ca82vCFqXzSTPe4="
    );
    assert_eq!(
        signature("POST", path, &"d".repeat(2048), &[]),
        "6Q6PiTipLae6n4GsSIDTCJ54bEbHUBp+4MUXrbQCBoY="
    );
    assert_eq!(
        signature("POST", path, &"d".repeat(2049), &[]),
        "6Q6PiTipLae6n4GsSIDTCJ54bEbHUBp+4MUXrbQCBoY="
    );
    assert_eq!(
        signature("POST", "/testapi/v1/t6", "", &[]),
        "1gEDxeQGD5GovIkJJGcBaKnZ+VaPtrc4qBUHixjsPCQ="
    );
    let put = signature("PUT", "/testapi/v1/t6", &"P".repeat(31), &[]);
    assert_eq!(put, "GNBWEYSEWOLtu+7dD52da2C39aX/Jchpon3K/AmBqBU=");
}

#[test]
fn published_requests_with_signed_headers() {
    let path = "/testapi/v1/t4";
    let simple = signature("GET", path, "", &[("X-Test1", "test-simple-header")]);
    assert_eq!(simple, "8F9AybcRw+PLxnvT+H0JRkjROrrUgsxJTnRXMzqvcwY=");
    let blanks =
        signature("GET", path, "", &[("X-Test1", "\"     test-header-with-spaces     \"")]);
    assert_eq!(blanks, "ucq2AbjCNtobHfCTuS38fdkl5UDdWHZhQX46fYR8CqI=");
    let leading = signature("GET", path, "", &[("X-Test1", "     first-thing      second-thing")]);
    assert_eq!(leading, "WtnneL539UadAAOJwnsXvPqT4Kt6z7HMgBEwAFpt3+c=");
    let unordered = [
        ("X-Test2", "t2"),
        ("X-Test1", "t1"),
        ("X-Test3", "t3"),
        ("X-Extra", "this won't be included"),
    ];
    assert_eq!(
        signature("GET", path, "", &unordered[..3]),
        "Wus73Nx8jOYM+kkBFF2q8D1EATRIMr0WLWwpLBgkBqY="
    );
    let extra = signature("GET", "/testapi/v1/t5", "", &unordered);
    assert_eq!(extra, "Knd/jc0A5Ghhizjayr0AUUvl2MZjBpS3FDSzvtq4Ixc=");
}

/// Recorded from Postman's runtime.
#[test]
fn the_header_of_postman() {
    let credentials = EdgeGrid::new("ct", "cs", "at")
        .fixed("n", "20200101T00:00:00+0000")
        .base_url("https://Other.test/x");
    let settings = [("headersToSign", "X-Two, X-ONE ,x-no"), ("maxBodySize", "4")];
    let header = |name: &str| match name {
        "x-one" => Some("  a   b ".to_owned()),
        "x-two" => Some(String::new()),
        _ => None,
    };
    let target = Target::of("https://h.test:8443/a%20b?q={x}");
    let message = Message { method: "POST", target, header: &header, body: Some(b"a=%C3%A9%201") };
    assert_eq!(
        credentials.sign(&settings, &message).unwrap().unwrap(),
        "EG1-HMAC-SHA256 client_token=ct;access_token=at;timestamp=20200101T00:00:00+0000;nonce=n;\
         signature=KAqlTw9sq8usakNIGSQeAAuUDgvaZ8qNhl28kJRumIs="
    );
}

#[test]
fn incomplete_credentials_add_nothing() {
    let message =
        Message { method: "GET", target: Target::of(HOST), header: &|_| None, body: None };
    assert_eq!(EdgeGrid::new("ct", "", "at").sign(&[], &message), Ok(None));
}

#[test]
fn time_and_nonce_are_made_when_they_are_not_given() {
    let message =
        Message { method: "GET", target: Target::of(HOST), header: &|_| None, body: None };
    let header = EdgeGrid::new("ct", "cs", "at").sign(&[], &message).unwrap().unwrap();
    let (_, rest) = header.split_once(";timestamp=").unwrap();
    let (timestamp, nonce) = rest.split_once(";nonce=").unwrap();
    assert_eq!((timestamp.len(), &timestamp[8..9], &timestamp[17..]), (22, "T", "+0000"));
    assert_eq!(nonce.find(';'), Some(36));
}
