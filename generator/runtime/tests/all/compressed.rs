//! Compressed responses: whoever asks for them decompresses them.

use crate::runtime::{
    Api, AuthSpec, BuildError, Client, DecodeError, Endpoint, ErrorKind, Operation, RawResponse,
    Reason, RequestBuilder, Retries, ServerSpec, StatusCode,
};
use crate::server::{Seen, Server};

const TEXT: &str = r#"{"name":"gauge gauge gauge gauge gauge","size":7}"#;
const GZIP: &[u8] = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xab\x56\xca\x4b\xcc\x4d\x55\xb2\x52\x4a\x4f\x2c\x4d\x4f\x55\xc0\x41\x2a\
    \xe9\x28\x15\x67\x56\x01\x95\x99\xd7\x02\x00\x9d\x2a\xcf\xce\x31\x00\x00\x00";
const DEFLATE: &[u8] = b"\x78\x9c\xab\x56\xca\x4b\xcc\x4d\x55\xb2\x52\x4a\x4f\x2c\x4d\x4f\x55\xc0\x41\x2a\xe9\x28\x15\x67\x56\x01\x95\x99\
    \xd7\x02\x00\xa4\x51\x10\xa5";
const BROTLI: &[u8] = b"\x1b\x30\x00\xf8\x1d\x09\x76\x0c\xe1\xc6\x45\x60\x02\x61\xb5\xc8\xcd\x5e\xdf\x06\x11\x39\xab\xd3\x2c\x3a\x61\x65\
    \x1a\x10\x49\x34\xe1\x47\x1f\x60\xc3\x13\x79\x70\x7a\x54\xdd\x90\x18\xed";

enum Demo {}

impl Api for Demo {
    const NAME: &'static str = "Demo";
    const SERVERS: &'static [ServerSpec] = &[ServerSpec { name: "base_url", default: None }];
    const AUTHS: &'static [AuthSpec] = &[];
}

/// A request with an optional `Accept-Encoding`.
struct Get(Option<&'static str>);

impl Endpoint for Get {
    type Api = Demo;
    type Output = String;
    const OPERATION: Operation = Operation::new("GET", "Get", "/a");

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/a")?;
        request.header("Accept-Encoding", &self.0)
    }

    fn read(response: &RawResponse) -> Result<String, DecodeError> {
        response.text()
    }
}

/// Builds a response that closes its connection.
fn answer(status: u16, encoding: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} Reply\r\nConnection: close\r\nContent-Length: {length}\r\nContent-Encoding: {encoding}\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

fn client(server: &Server) -> Client<Demo> {
    Client::builder().base_url(server.url()).retries(Retries::none()).build().unwrap()
}

/// Responds in the client's first encoding, except `deflate`.
fn packed(seen: &Seen) -> Vec<u8> {
    match seen.header("accept-encoding") {
        Some("br") => answer(200, "br", BROTLI),
        Some("deflate") => answer(200, "deflate", DEFLATE),
        _ => answer(200, "gzip", GZIP),
    }
}

#[tokio::test]
async fn what_is_offered_is_unpacked() {
    let server = Server::start(packed);
    let client = client(&server);
    for offer in [None, Some("gzip"), Some("deflate"), Some("br")] {
        let exchange = Get(offer).exchange(&client).await.unwrap();
        assert_eq!(exchange.body(), TEXT, "{offer:?}");
        assert!(!exchange.headers().contains_key("content-encoding"), "{offer:?}");
    }
    let seen = server.seen();
    let offered = seen[0].header("accept-encoding").unwrap();
    assert!(
        ["gzip", "br", "deflate"].iter().all(|encoding| offered.contains(encoding)),
        "{offered}"
    );
    assert_eq!(seen[3].header("accept-encoding"), Some("br"));
}

#[tokio::test]
async fn a_packed_answer_that_breaks_off_keeps_its_status() {
    let server = Server::start(|_: &Seen| answer(200, "gzip", &GZIP[..GZIP.len() - 12]));
    let error = Get(None).send(&client(&server)).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert!(
        matches!(error.kind(), ErrorKind::Broken { error, .. } if error.reason() == Reason::Interrupted),
        "{error}"
    );
}

#[tokio::test]
async fn errors_are_unpacked_too() {
    let server = Server::start(|_: &Seen| answer(404, "gzip", GZIP));
    let error = Get(None).send(&client(&server)).await.unwrap_err();
    assert_eq!((error.status(), error.text().as_str()), (Some(StatusCode::NOT_FOUND), TEXT));
}

#[tokio::test]
async fn downloads_are_unpacked_too() {
    let server = Server::start(|_: &Seen| answer(200, "gzip", GZIP));
    let mut text = Vec::new();
    client(&server).download(&Get(None)).await.unwrap().write_to(&mut text).await.unwrap();
    assert_eq!(text, TEXT.as_bytes());
}

#[tokio::test]
async fn what_nothing_unpacks_is_no_text() {
    let server = Server::start(|_: &Seen| answer(200, "compress", b"\x1f\x9d"));
    let error = Get(None).send(&client(&server)).await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Decode { error: DecodeError::Compressed { .. }, .. }),
        "{error}"
    );
    assert_eq!(error.body().as_ref(), b"\x1f\x9d");
}
