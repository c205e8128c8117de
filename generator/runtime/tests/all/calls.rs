//! Call options, hooks and retries.

use crate::runtime::transport::{Pending, Request, Response};
use crate::runtime::{
    Api, AuthSpec, BuildError, Bytes, CallOptions, Client, ClientBuilder, DecodeError, Endpoint,
    Error, ErrorKind, File, HeaderMap, Hook, HookError, Operation, Outgoing, RawResponse, Reason,
    RequestBuilder, Retries, ServerSpec, StatusCode, Transport, TransportError,
};
use std::future::ready;
use std::sync::{Arc, Mutex};
use std::time::Duration;

enum Demo {}

impl Api for Demo {
    const NAME: &'static str = "Demo";
    const SERVERS: &'static [ServerSpec] =
        &[ServerSpec { name: "base_url", default: Some("http://h.test") }];
    const AUTHS: &'static [AuthSpec] = &[];
}

macro_rules! endpoint {
    ($name:ident, $method:literal) => {
        struct $name(File);

        impl Endpoint for $name {
            type Api = Demo;
            type Output = String;
            const OPERATION: Operation = Operation::new($method, stringify!($name), "/a");

            fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
                request.path("/a")?;
                request.query("own", &1)?;
                request.header("x-own", &"own")?;
                request.file(None, &self.0)
            }

            fn read(response: &RawResponse) -> Result<String, DecodeError> {
                response.text()
            }
        }
    };
}
endpoint!(Put, "PUT");
endpoint!(Post, "POST");

fn body() -> File {
    File::bytes("f", "hello")
}

/// The requests that a transport received.
#[derive(Debug, PartialEq)]
enum Asked {
    Send(String, HeaderMap),
    Sleep(Duration),
}

/// A transport whose responses depend on the number of earlier requests. It records everything and
/// takes no time.
struct Script<F> {
    answer: F,
    asked: Log,
}

type Log = Arc<Mutex<Vec<Asked>>>;
type Answer = Result<Response, TransportError>;

impl<F: Fn(usize) -> Answer + Send + Sync> Transport for Script<F> {
    fn send(&self, request: Request) -> Pending<'_, Answer> {
        let mut asked = self.asked.lock().unwrap();
        asked.push(Asked::Send(request.url.to_string(), request.headers));
        let count = asked.iter().filter(|asked| matches!(asked, Asked::Send(..))).count();
        Box::pin(ready((self.answer)(count)))
    }

    fn sleep(&self, time: Duration) -> Pending<'static, ()> {
        self.asked.lock().unwrap().push(Asked::Sleep(time));
        Box::pin(ready(()))
    }
}

fn builder(answer: impl Fn(usize) -> Answer + Send + Sync + 'static) -> (ClientBuilder<Demo>, Log) {
    let asked = Log::default();
    (Client::builder().transport(Script { answer, asked: asked.clone() }), asked)
}

fn client(answer: impl Fn(usize) -> Answer + Send + Sync + 'static) -> (Client<Demo>, Log) {
    let (builder, asked) = builder(answer);
    (builder.build().unwrap(), asked)
}

fn answer(status: u16, headers: &[(&'static str, &str)]) -> Answer {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    Ok(response.body(Bytes::from("busy")).unwrap().into())
}

fn sent(log: &Log) -> usize {
    log.lock().unwrap().iter().filter(|asked| matches!(asked, Asked::Send(..))).count()
}

fn pauses(log: &Log) -> Vec<Duration> {
    let pause = |asked: &Asked| if let Asked::Sleep(time) = asked { Some(*time) } else { None };
    log.lock().unwrap().iter().filter_map(pause).collect()
}

fn first(log: &Log) -> (String, HeaderMap) {
    match &log.lock().unwrap()[0] {
        Asked::Send(url, headers) => (url.clone(), headers.clone()),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn failures_that_pass_are_tried_again() {
    for status in [408, 429, 502, 503, 504] {
        let (client, log) = client(move |count| answer(if count < 3 { status } else { 200 }, &[]));
        assert_eq!(Put(body()).send(&client).await.unwrap(), "busy");
        let pauses = pauses(&log);
        let within = |pause: Duration, most: u64| {
            pause.as_millis() as u64 >= most / 2 && pause.as_millis() as u64 <= most
        };
        assert!(
            pauses.len() == 2 && within(pauses[0], 500) && within(pauses[1], 1000),
            "{pauses:?}"
        );
    }
    for (reason, again) in
        [(Reason::Connect, 3), (Reason::TimedOut, 3), (Reason::Interrupted, 3), (Reason::Other, 1)]
    {
        let (client, log) = client(move |_| Err(TransportError::new(reason, "no")));
        let error = Put(body()).send(&client).await.unwrap_err();
        assert_eq!(
            (sent(&log), error.is_retryable(), error.is_timeout()),
            (again, again > 1, reason == Reason::TimedOut)
        );
    }
}

#[tokio::test]
async fn the_last_answer_is_the_error() {
    let (client, log) = client(|_| answer(503, &[]));
    let error = Put(body()).send(&client).await.unwrap_err();
    assert_eq!(
        (error.status(), error.text().as_str(), sent(&log)),
        (Some(StatusCode::SERVICE_UNAVAILABLE), "busy", 3)
    );
}

#[tokio::test]
async fn other_answers_and_other_methods_are_not_tried_again() {
    for status in [400, 401, 404, 409, 500] {
        let (client, log) = client(move |_| answer(status, &[]));
        Put(body()).send(&client).await.unwrap_err();
        assert_eq!(sent(&log), 1);
    }
    let (client, log) = client(|_| answer(503, &[]));
    Post(body()).send(&client).await.unwrap_err();
    assert_eq!(sent(&log), 1);
    Post(body())
        .send(&client.with(CallOptions::new().retries(Retries::new(1).all_methods())))
        .await
        .unwrap_err();
    assert_eq!(sent(&log), 3);
    Put(body()).send(&client.with(CallOptions::new().retries(Retries::none()))).await.unwrap_err();
    assert_eq!(sent(&log), 4);
}

#[tokio::test]
async fn streams_are_not_sent_again() {
    struct Empty;
    impl futures_core::Stream for Empty {
        type Item = std::io::Result<Bytes>;

        fn poll_next(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Self::Item>> {
            std::task::Poll::Ready(None)
        }
    }
    let (client, log) = client(|_| answer(503, &[]));
    let error = Put(File::stream("s", Box::pin(Empty), None)).send(&client).await.unwrap_err();
    assert_eq!((error.status(), sent(&log)), (Some(StatusCode::SERVICE_UNAVAILABLE), 1));
}

/// Returns the pause after a response with these headers, from a retry and from the error.
async fn asked_for(
    headers: &'static [(&'static str, &'static str)],
) -> (Vec<Duration>, Option<Duration>) {
    let (client, log) = client(move |_| answer(429, headers));
    let error = Put(body())
        .send(&client.with(CallOptions::new().retries(Retries::new(1))))
        .await
        .unwrap_err();
    (pauses(&log), error.retry_after())
}

#[tokio::test]
async fn servers_say_how_long_to_wait() {
    const DATE: (&str, &str) = ("date", "Sun, 06 Nov 1994 08:49:37 GMT");
    let seconds =
        |seconds| (vec![Duration::from_secs(seconds)], Some(Duration::from_secs(seconds)));
    assert_eq!(asked_for(&[("retry-after", "7")]).await, seconds(7));
    assert_eq!(
        asked_for(&[("retry-after", "Sun, 06 Nov 1994 08:49:50 GMT"), DATE]).await,
        seconds(13)
    );
    assert_eq!(
        asked_for(&[("x-ratelimit-reset", "3"), ("x-ratelimit-remaining", "0")]).await,
        seconds(3)
    );
    const LATER: (&str, &str) = ("date", "Thu, 26 Nov 2026 20:00:00 GMT");
    assert_eq!(asked_for(&[("x-ratelimit-reset", "1795723205"), LATER]).await, seconds(5));
    assert_eq!(asked_for(&[("x-ratelimit-reset", "1795723205000"), LATER]).await, seconds(5));
    assert_eq!(
        asked_for(&[("x-ratelimit-reset", "9"), ("x-ratelimit-remaining", "8")]).await.1,
        None
    );
    assert_eq!(asked_for(&[("retry-after", "soon")]).await.1, None);
}

#[tokio::test]
async fn nobody_waits_longer_than_the_longest_pause_or_the_time_of_the_call() {
    assert_eq!(asked_for(&[("retry-after", "31")]).await, (vec![], Some(Duration::from_secs(31))));
    let (client, log) = client(|_| answer(429, &[("retry-after", "7")]));
    let error = Put(body())
        .send(&client.with(CallOptions::new().timeout(Duration::from_secs(5))))
        .await
        .unwrap_err();
    assert_eq!((error.status(), sent(&log)), (Some(StatusCode::TOO_MANY_REQUESTS), 1));
}

#[tokio::test]
async fn options_of_a_call_come_over_those_of_the_client() {
    let (builder, log) = builder(|_| answer(200, &[]));
    let client = builder
        .options(CallOptions::new().header("X-Client", "1").header("X-Both", "1").query("c", "1"))
        .build()
        .unwrap();
    let options = CallOptions::new()
        .base_url("http://other.test/")
        .header("X-Both", "2")
        .header("x-own", "mine")
        .query("d e", "f&g");
    assert!(!format!("{options:?}").contains("mine"));
    Put(body()).send(&client.with(options)).await.unwrap();
    let (url, headers) = first(&log);
    assert_eq!(url, "http://other.test/a?own=1&c=1&d%20e=f%26g");
    let values: Vec<_> = ["x-client", "x-both", "x-own"]
        .map(|name| headers[name].to_str().unwrap().to_owned())
        .into();
    assert_eq!(values, ["1", "2", "mine"]);
    let error =
        Put(body()).send(&client.with(CallOptions::new().header("a b", "c"))).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Build(BuildError::Option { name }) if name == "a b"));
    let error =
        Put(body()).send(&client.with(CallOptions::new().header("a", "b\r\nc"))).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Build(BuildError::HeaderValue { .. })));
}

/// Fetches a token for each request, and counts responses.
struct Tokens(Mutex<Vec<StatusCode>>);

impl Hook for Arc<Tokens> {
    fn before<'a>(
        &'a self,
        operation: &'static Operation,
        mut outgoing: Outgoing<'a>,
    ) -> Pending<'a, Result<(), HookError>> {
        Box::pin(async move {
            tokio::task::yield_now().await;
            match operation.method {
                "POST" => Err("not today".into()),
                _ => Ok(outgoing.authorize("Bearer fetched")?),
            }
        })
    }

    fn after<'a>(
        &'a self,
        _: &'static Operation,
        status: StatusCode,
        _: &'a HeaderMap,
    ) -> Pending<'a, ()> {
        self.0.lock().unwrap().push(status);
        Box::pin(ready(()))
    }
}

#[tokio::test]
async fn hooks_see_every_request_and_every_answer() {
    let tokens = Arc::new(Tokens(Mutex::default()));
    let (builder, log) = builder(|count| match count {
        1 => answer(503, &[]),
        2 => answer(307, &[("location", "http://foreign.test/b")]),
        _ => answer(200, &[]),
    });
    let client = builder.hook(tokens.clone()).timeout(Duration::from_secs(9)).build().unwrap();
    Put(body()).send(&client).await.unwrap();
    let seen: Vec<u16> = tokens.0.lock().unwrap().iter().map(|status| status.as_u16()).collect();
    assert_eq!(seen, [503, 307, 200]);
    let authorized = |asked: &Asked| matches!(asked, Asked::Send(_, headers) if headers.contains_key("authorization"));
    let authorized: Vec<bool> = log
        .lock()
        .unwrap()
        .iter()
        .filter(|asked| matches!(asked, Asked::Send(..)))
        .map(authorized)
        .collect();
    assert_eq!(authorized, [true, true, false], "the foreign host gets no token");
    let error: Error = Post(body()).send(&client).await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Build(BuildError::Hook(_)))
            && error.to_string().contains("not today"),
        "{error}"
    );
}

#[tokio::test]
async fn downloads_come_in_pieces() {
    let (client, log) = client(|count| answer(if count == 1 { 503 } else { 200 }, &[("x-a", "1")]));
    let mut download = client.download(&Put(body())).await.unwrap();
    assert_eq!(
        (download.status(), &download.headers()["x-a"]),
        (StatusCode::OK, &http::HeaderValue::from_static("1"))
    );
    assert_eq!(download.chunk().await.unwrap().as_deref(), Some(b"busy".as_slice()));
    assert_eq!(download.chunk().await.unwrap(), None);
    let mut kept = Vec::new();
    assert_eq!(client.download(&Put(body())).await.unwrap().write_to(&mut kept).await.unwrap(), 4);
    assert_eq!((kept.as_slice(), sent(&log)), (b"busy".as_slice(), 3));
    let mut full = [0; 2];
    let error = client
        .download(&Put(body()))
        .await
        .unwrap()
        .write_to(&mut full.as_mut_slice())
        .await
        .unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Write(_)) && !error.is_retryable());
}

#[cfg(feature = "blocking")]
#[test]
fn blocking_clients_have_the_same_options() {
    let (builder, log) = builder(|count| answer(if count == 1 { 503 } else { 200 }, &[]));
    let client = builder.build_blocking().unwrap();
    assert!(client.with(CallOptions::new().retries(Retries::none())).send(&Put(body())).is_err());
    assert_eq!(client.send(&Put(body())).unwrap(), "busy");
    let mut kept = Vec::new();
    assert_eq!(
        (client.download(&Put(body()), &mut kept).unwrap(), kept.as_slice(), sent(&log)),
        (4, b"busy".as_slice(), 3)
    );
}

#[tokio::test]
async fn an_error_is_no_download() {
    let (client, _) = client(|_| answer(404, &[]));
    let error = client.download(&Put(body())).await.unwrap_err();
    assert_eq!((error.status(), error.text().as_str()), (Some(StatusCode::NOT_FOUND), "busy"));
}
