//! Other transports than the default one.

use crate::runtime::transport::{Pending, Request, Response};
use crate::runtime::{
    Api, AuthSpec, BuildError, ByteStream, Bytes, Client, DecodeError, Endpoint, ErrorKind,
    HeaderMap, RawResponse, Reason, RequestBuilder, Retries, ServerSpec, StatusCode, Transport,
    TransportError, operation,
};
use std::future::ready;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

enum Demo {}

impl Api for Demo {
    const NAME: &'static str = "Demo";
    const SERVERS: &'static [ServerSpec] =
        &[ServerSpec { name: "base_url", default: Some("http://h.test") }];
    const AUTHS: &'static [AuthSpec] = &[];
}

struct Get;

impl Endpoint for Get {
    type Api = Demo;
    type Output = String;
    operation!(GET "/a", "Get");

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/a/b")?;
        request.query("q", &"1 2")
    }

    fn read(response: &RawResponse) -> Result<String, DecodeError> {
        response.text()
    }
}

type Answer = Result<Response, TransportError>;

/// A transport with prepared responses that records requests.
struct Queue {
    answers: Mutex<Vec<Answer>>,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Transport for Queue {
    fn send(&self, request: Request) -> Pending<'_, Answer> {
        self.seen.lock().unwrap().push(format!("{} {}", request.method, request.url));
        Box::pin(ready(self.answers.lock().unwrap().pop().unwrap()))
    }

    fn sleep(&self, _: Duration) -> Pending<'static, ()> {
        Box::pin(ready(()))
    }
}

/// Returns a client with prepared responses (the last one first), and the list of requests.
fn client(answers: Vec<Answer>) -> (Client<Demo>, Arc<Mutex<Vec<String>>>) {
    let seen = Arc::<Mutex<Vec<String>>>::default();
    let transport = Queue { answers: Mutex::new(answers), seen: seen.clone() };
    (
        Client::builder()
            .transport(transport)
            .timeout(Duration::from_secs(1))
            .retries(Retries::none())
            .build()
            .unwrap(),
        seen,
    )
}

/// Polls a future that is ready at once.
fn now<T>(future: impl Future<Output = T>) -> T {
    match std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("it waits"),
    }
}

/// Chunks of a body, the last one first.
struct Pieces(Vec<std::io::Result<Bytes>>);

impl futures_core::Stream for Pieces {
    type Item = std::io::Result<Bytes>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop())
    }
}

fn streamed(pieces: Vec<std::io::Result<Bytes>>) -> Response {
    let stream: ByteStream = Box::pin(Pieces(pieces));
    Response::new(StatusCode::OK, HeaderMap::new(), stream)
}

#[test]
fn bodies_are_in_memory_or_streams() {
    let (client, seen) = client(vec![
        Ok(streamed(vec![Ok("d".into()), Ok("c".into())])),
        Ok(http::Response::new(Bytes::from("ab")).into()),
    ]);
    assert_eq!(now(Get.send(&client)).unwrap(), "ab");
    assert_eq!(now(Get.send(&client)).unwrap(), "cd");
    assert_eq!(*seen.lock().unwrap(), ["GET http://h.test/a/b?q=1%202"; 2]);
}

#[test]
fn redirects_are_followed_whatever_the_transport() {
    let moved = http::Response::builder()
        .status(302)
        .header("location", "../c?d")
        .body(Bytes::new())
        .unwrap();
    let (client, seen) =
        client(vec![Ok(http::Response::new(Bytes::new()).into()), Ok(moved.into())]);
    now(Get.send(&client)).unwrap();
    assert_eq!(seen.lock().unwrap()[1], "GET http://h.test/c?d");
}

#[test]
fn a_body_that_breaks_off_is_an_interruption() {
    let broken = Err(std::io::ErrorKind::ConnectionReset.into());
    let (client, _) = client(vec![Ok(streamed(vec![broken, Ok("c".into())]))]);
    let error = now(Get.send(&client)).unwrap_err();
    assert_eq!((error.status(), error.text().as_str()), (Some(StatusCode::OK), "c"));
    assert!(
        matches!(error.kind(), ErrorKind::Broken { error, .. } if error.reason() == Reason::Interrupted),
        "{error}"
    );
}

#[test]
fn the_error_of_a_transport_can_be_asked_for() {
    let source = std::io::Error::from(std::io::ErrorKind::AddrInUse);
    let (client, _) = client(vec![Err(TransportError::new(Reason::Other, source))]);
    let error = now(Get.send(&client)).unwrap_err();
    let ErrorKind::Transport(transport) = error.kind() else { panic!("{error}") };
    assert_eq!(
        transport.get_ref().downcast_ref::<std::io::Error>().unwrap().kind(),
        std::io::ErrorKind::AddrInUse
    );
    assert!(!error.is_retryable());
}

#[cfg(feature = "mock")]
#[test]
fn a_function_answers_without_a_server() {
    let client = Client::<Demo>::builder()
        .mock(|request| http::Response::new(request.uri().to_string().into()))
        .build()
        .unwrap();
    assert_eq!(now(Get.send(&client)).unwrap(), "http://h.test/a/b?q=1%202");
}

#[cfg(not(feature = "reqwest"))]
#[test]
fn without_a_transport_there_is_no_client() {
    assert!(matches!(
        Client::<Demo>::builder().build().unwrap_err().kind(),
        ErrorKind::Build(BuildError::NoTransport)
    ));
}
