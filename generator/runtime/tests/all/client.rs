//! The client against a loopback server.

use crate::runtime::{
    Api, AuthSpec, BuildError, Bytes, CallOptions, Chunk, Client, Credential, DecodeError,
    Endpoint, ErrorKind, File, Operation, RawResponse, RequestBuilder, Scheme, ServerSpec,
    Settings, StatusCode, Text, fields, operation, reqwest_builder,
};
use crate::server::{Server, answer};
use std::time::Duration;

enum Demo {}

impl Api for Demo {
    const NAME: &'static str = "Demo";
    const SERVERS: &'static [ServerSpec] = &[ServerSpec { name: "base_url", default: None }];
    const AUTHS: &'static [AuthSpec] = &[AuthSpec {
        name: "api_key",
        scheme: Scheme::ApiKey,
        settings: &[("key", "X-Secret"), ("in", "header")],
    }];
}

operation!(POST "/things/{id}", "Demo", 404 => "No such thing.", 429 "17" => "Slow down.", 429 "18" => "Stop."; auth(0));

#[derive(Debug, Clone, Default, PartialEq)]
struct Thing {
    name: Option<String>,
    size: Option<i64>,
}
fields!(Thing { name, size });

struct Post {
    id: Text,
    body: File,
}

impl Endpoint for Post {
    type Api = Demo;
    type Output = Thing;
    const OPERATION: Operation = OPERATION;

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/things/")?;
        request.argument("id", &self.id)?;
        request.query("token", &"hush")?;
        request.header("X-Session", &"hush")?;
        request.header("Accept-Language", &"de")?;
        request.file(Some("text/x"), &self.body)
    }

    fn read(response: &RawResponse) -> Result<Thing, DecodeError> {
        response.json()
    }
}

struct Get;

impl Endpoint for Get {
    type Api = Demo;
    type Output = Option<String>;
    const OPERATION: Operation = Operation {
        name: "Get",
        method: "GET",
        redirects: &[302],
        settings: Settings { max_redirects: Some(2), ..Settings::DEFAULT },
        ..OPERATION
    };

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/get")
    }

    fn read(response: &RawResponse) -> Result<Option<String>, DecodeError> {
        Ok(response
            .headers()
            .get("location")
            .map(|value| value.to_str().unwrap_or_default().to_owned()))
    }
}

fn post() -> Post {
    Post { id: "a/b".into(), body: File::bytes("f", "hello") }
}

fn client(server: &Server) -> Client<Demo> {
    let builder = Client::<Demo>::builder()
        .base_url(format!("{}/", server.url()))
        .options(CallOptions::new().header("X-Tenant", "t1"));
    let transport = reqwest_builder().unwrap().no_proxy().build().unwrap();
    builder.credential(0, Credential::api_key("hush")).reqwest_client(transport).build().unwrap()
}

#[tokio::test]
async fn sends_and_reads() {
    let server = Server::start(|_| answer("200 OK", "X-A: 1\r\n", r#"{"name":"n","size":"3"}"#));
    let exchange = post().exchange(&client(&server)).await.unwrap();
    assert_eq!(exchange.body(), &Thing { name: Some("n".into()), size: Some(3) });
    assert_eq!(
        (exchange.status(), exchange.headers()["x-a"].as_bytes()),
        (StatusCode::OK, b"1".as_slice())
    );
    let seen = &server.seen()[0];
    assert_eq!(seen.line, "POST /things/a%2Fb?token=hush HTTP/1.1");
    assert_eq!(seen.header("x-secret"), Some("hush"));
    assert_eq!(seen.header("x-tenant"), Some("t1"));
    assert_eq!(seen.header("content-type"), Some("text/x"));
    assert_eq!(seen.header("content-length"), Some("5"));
    assert_eq!(seen.header("user-agent"), Some("runtime/0.1.0"));
    assert_eq!(seen.body, b"hello");
}

#[tokio::test]
async fn errors_keep_the_answer() {
    let server =
        Server::start(|_| answer("429 Too Many", "Retry-After: 7\r\n", r#"{"name":"slow down"}"#));
    let error = post().send(&client(&server)).await.unwrap_err();
    assert_eq!(
        (error.status(), error.retry_after()),
        (Some(StatusCode::TOO_MANY_REQUESTS), Some(Duration::from_secs(7)))
    );
    assert!(error.is_retryable());
    assert_eq!(error.json::<Thing>().unwrap().name.as_deref(), Some("slow down"));
    let shown = format!("{error} {error:?}");
    assert!(
        shown.contains("429") && shown.contains("slow down") && shown.contains("/things/a%2Fb"),
        "{shown}"
    );
    assert!(!shown.contains("hush"), "{shown}");
}

#[tokio::test]
async fn errors_say_what_is_documented() {
    let server = Server::start(|_| answer("429 Too Many", "", r#"{"error":{"code":18}}"#));
    let error = post().send(&client(&server)).await.unwrap_err();
    assert_eq!(
        (error.code().as_deref(), error.documented().map(|known| known.text)),
        (Some("18"), Some("Stop."))
    );
    let server = Server::start(|_| answer("404 Not Found", "", ""));
    let error = post().send(&client(&server)).await.unwrap_err();
    assert_eq!((error.code(), error.documented().map(|known| known.status)), (None, Some(404)));
    assert!(error.to_string().ends_with("404 Not Found: No such thing."), "{error}");
    let server = Server::start(|_| answer("429 Too Many", "", r#"{"code":"19"}"#));
    let error = post().send(&client(&server)).await.unwrap_err();
    assert_eq!((error.code().as_deref(), error.documented()), (Some("19"), None));
}

#[tokio::test]
async fn decode_errors_name_their_place() {
    let server = Server::start(|_| answer("200 OK", "", r#"{"size":[]}"#));
    let error = post().send(&client(&server)).await.unwrap_err();
    assert_eq!(error.path(), Some("size"));
    assert!(matches!(error.kind(), ErrorKind::Decode { .. }));
    assert_eq!(error.body().as_ref(), br#"{"size":[]}"#);
    assert!(error.to_string().contains("at `size`"), "{error}");
}

#[tokio::test]
async fn transport_errors_do_not_show_the_query() {
    let server = Server::start(|_| "nonsense\r\n\r\n".to_owned());
    let error = post().send(&client(&server)).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(_)));
    assert!(!format!("{error} {error:?}").contains("hush"));
}

#[tokio::test]
async fn redirects_within_a_host_keep_everything() {
    let server = Server::start(|seen| match seen.line.as_str() {
        "POST /on HTTP/1.1" => answer("200 OK", "", "{}"),
        _ => answer("308 Permanent", "Location: /on\r\n", ""),
    });
    post().send(&client(&server)).await.unwrap();
    let seen = &server.seen()[1];
    assert_eq!(
        (seen.header("x-secret"), seen.body.as_slice()),
        (Some("hush"), b"hello".as_slice())
    );
}

#[tokio::test]
async fn redirects_to_another_host_carry_no_credentials() {
    let other = Server::start(|_| answer("200 OK", "", "{}"));
    let location = format!("Location: {}/x\r\n", other.url());
    let server = Server::start(move |_| answer("302 Found", &location, ""));
    post().send(&client(&server)).await.unwrap();
    let seen = &other.seen()[0];
    assert_eq!(seen.line, "GET /x HTTP/1.1");
    for name in ["x-secret", "x-tenant", "x-session", "authorization", "cookie", "content-type"] {
        assert_eq!(seen.header(name), None, "{name}");
    }
    assert_eq!((seen.header("accept-language"), seen.body.len()), (Some("de"), 0));
}

#[tokio::test]
async fn redirects_have_limits() {
    let server = Server::start(|_| answer("307 Temporary", "Location: /again\r\n", ""));
    let error = Get.send(&client(&server)).await.unwrap_err();
    assert_eq!((error.status(), server.seen().len()), (Some(StatusCode::TEMPORARY_REDIRECT), 3));
    let off = Client::<Demo>::builder().base_url(server.url()).redirects(0).build().unwrap();
    assert!(post().send(&off).await.is_err());
    assert_eq!(server.seen().len(), 4);
}

#[tokio::test]
async fn documented_redirects_are_answers() {
    let server = Server::start(|_| answer("302 Found", "Location: /x\r\n", ""));
    assert_eq!(Get.send(&client(&server)).await.unwrap().as_deref(), Some("/x"));
}

/// Two chunks, one after the other.
struct Pieces(Vec<&'static str>);

impl futures_core::Stream for Pieces {
    type Item = std::io::Result<Bytes>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.pop().map(|piece| Ok(Bytes::from_static(piece.as_bytes()))))
    }
}

#[tokio::test]
async fn streams_are_sent_once() {
    let server = Server::start(|_| answer("200 OK", "", "{}"));
    for (length, framing) in [(Some(4), "content-length"), (None, "transfer-encoding")] {
        let body = File::stream("s", Box::pin(Pieces(vec!["cd", "ab"])), length);
        let endpoint = Post { id: "1".into(), body };
        endpoint.send(&client(&server)).await.unwrap();
        let seen = server.seen().pop().unwrap();
        assert_eq!(
            (seen.body.as_slice(), seen.header(framing).is_some()),
            (b"abcd".as_slice(), true)
        );
        let again = endpoint.send(&client(&server)).await.unwrap_err();
        assert!(matches!(again.kind(), ErrorKind::Build(BuildError::StreamSpent { .. })));
    }
}

#[tokio::test]
async fn files_are_sent_with_their_length() {
    let path = std::env::temp_dir().join(format!("runtime-upload-{}.bin", std::process::id()));
    std::fs::write(&path, vec![7; 200_000]).unwrap();
    let server = Server::start(|_| answer("200 OK", "", "{}"));
    Post { id: "1".into(), body: File::path(&path) }.send(&client(&server)).await.unwrap();
    let seen = server.seen().pop().unwrap();
    assert_eq!((seen.header("content-length"), seen.body.len()), (Some("200000"), 200_000));
    std::fs::remove_file(&path).unwrap();
}

#[tokio::test]
async fn time_limits_hold() {
    let server = Server::start(|_| {
        std::thread::sleep(Duration::from_secs(3));
        answer("200 OK", "", "{}")
    });
    let client = Client::<Demo>::builder()
        .base_url(server.url())
        .timeout(Duration::from_millis(100))
        .build()
        .unwrap();
    let error = post().send(&client).await.unwrap_err();
    assert!(error.is_retryable() && error.to_string().contains("timed out"), "{error}");
}

#[test]
fn clients_need_an_address() {
    let error = Client::<Demo>::builder().build().unwrap_err();
    assert!(error.to_string().contains("base_url"), "{error}");
}

#[test]
fn requests_and_answers_without_a_transport() {
    let request = post().request().unwrap();
    assert_eq!(request.uri(), "/things/a%2Fb?token=hush");
    assert!(!request.headers().contains_key("x-secret"));
    let server = Server::start(|_| String::new());
    let request = client(&server).request(&post()).unwrap();
    assert_eq!(request.headers()["x-secret"], "hush");
    assert!(matches!(request.into_body().into_chunks().as_slice(), [Chunk::Bytes(_)]));
    let answer = http::Response::new(Bytes::from_static(b"{\"name\":\"n\"}"));
    assert_eq!(Post::decode(answer).unwrap().name.as_deref(), Some("n"));
}
