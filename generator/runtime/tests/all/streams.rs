//! Streams: the parsers, cut anywhere, and the client against a server that sends slowly, breaks off or goes silent.

use crate::runtime::stream::frames::{Frame, Frames, all};
use crate::runtime::{
    Api, AuthSpec, BuildError, CallOptions, Client, Endpoint, ErrorKind, EventStream, Operation,
    RequestBuilder, Retries, ServerSpec, Untyped, fields,
};
use proptest::prelude::*;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

const SSE: &str = "text/event-stream; charset=utf-8";
const MIXED: &str = "multipart/mixed; boundary=\"b\"";

fn texts(content_type: &str, body: &[u8]) -> Vec<String> {
    let text = |frame: Frame| String::from_utf8(frame.data).unwrap();
    all(Some(content_type), body).into_iter().map(text).collect()
}

/// Parses a body that arrives in these pieces.
fn pieces<'a>(content_type: &str, pieces: impl Iterator<Item = &'a [u8]>) -> Vec<Frame> {
    let mut frames = Frames::new(Some(content_type));
    pieces.for_each(|piece| frames.push(piece).unwrap());
    frames.end();
    std::iter::from_fn(|| frames.pop()).collect()
}

#[test]
fn events_follow_the_standard() {
    // The examples of section 9.2.6 of the HTML standard.
    assert_eq!(texts(SSE, b"data: YHOO\ndata: +2\ndata: 10\n\n"), ["YHOO\n+2\n10"]);
    let stream = b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n";
    let events = all(Some(SSE), stream);
    let ids: Vec<_> = events.iter().map(|event| event.id.as_deref()).collect();
    assert_eq!(ids, [Some("1"), Some(""), Some("")]);
    assert_eq!(texts(SSE, stream), ["first event", "second event", " third event"]);
    assert_eq!(texts(SSE, b"data\n\ndata\ndata\n\ndata:"), ["", "\n"]);
    assert_eq!(texts(SSE, b"data:test\n\ndata: test\n\n"), ["test", "test"]);
}

#[test]
fn lines_of_events_end_in_any_way() {
    assert_eq!(texts(SSE, b"data: a\r\rdata: b\r\n\r\ndata: c\n\n"), ["a", "b", "c"]);
    assert_eq!(texts(SSE, b"\xef\xbb\xbfdata: a\n\n\xef\xbb\xbfdata: b\n\n"), ["a"]);
    assert_eq!(texts(SSE, b"data: a\xff\n\n"), ["a\u{fffd}"]);
    let named =
        all(Some(SSE), b"event: x\nid: a\0b\nretry: 5s\nnoise: 1\ndata: {}\n\nevent: y\n\n");
    assert_eq!(named.len(), 1);
    assert_eq!((named[0].event.as_deref(), named[0].id.as_deref()), (Some("x"), None));
    let mut frames = Frames::new(Some(SSE));
    frames.push(b"retry: 250\nid: 7\ndata: a\n\n").unwrap();
    assert_eq!(frames.retry(), Some(Duration::from_millis(250)));
    assert_eq!(frames.last_id(), Some("7"));
}

#[test]
fn other_formats_are_cut_into_items() {
    let lines = b"{\"a\":1}\r\n\n [2]\n3";
    assert_eq!(texts("application/x-ndjson", lines), ["{\"a\":1}", "[2]", "3"]);
    assert_eq!(texts("application/jsonl", lines), texts("application/jsonlines", lines));
    assert_eq!(texts("", lines).len(), 3, "recognized by its first character");
    assert_eq!(texts("application/json", lines).len(), 1);
    let sequence = b"\x1e{\"a\":\n1}\n\x1e2\n\x1e{\"cut";
    assert_eq!(texts("application/json-seq", sequence), ["{\"a\":\n1}", "2", "{\"cut"]);
    let mixed = b"preamble\r\n--b\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n--b \r\n\r\n--bb\r\n--b--\r\nrest";
    assert_eq!(texts(MIXED, mixed), ["{\"a\":1}", "--bb"]);
    assert_eq!(all(Some(MIXED), mixed)[0].headers["content-type"], "application/json");
}

#[test]
fn a_value_of_a_sequence_does_not_wait_for_the_next() {
    let mut frames = Frames::new(Some("application/json-seq"));
    frames.push(b"\x1e{\"a\":1}\n").unwrap();
    assert!(frames.pop().is_some());
}

fn noise() -> impl Strategy<Value = Vec<u8>> {
    let words = prop::sample::select(vec![
        "data",
        "data: ",
        "event: e",
        "id: 1",
        "retry: 5",
        ":",
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        "{",
        "}",
        "[",
        "1",
        "\"",
        "\u{feff}",
        "\u{1e}",
        "--b",
        "--b--",
        "--",
        "Content-Type: a/b",
        "é",
        "\0",
        " ",
    ]);
    let piece = prop_oneof![
        words.prop_map(|word| word.as_bytes().to_vec()),
        any::<u8>().prop_map(|byte| vec![byte])
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// However the transport cuts a body, its items are the same.
    #[test]
    fn cuts_change_nothing(body in noise(), cuts in prop::collection::vec(0usize..200, 0..8)) {
        for content_type in [SSE, "application/x-ndjson", "application/json-seq", MIXED, ""] {
            let whole = all(Some(content_type), &body);
            prop_assert_eq!(&pieces(content_type, body.chunks(1)), &whole);
            let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut % (body.len() + 1)).collect();
            cuts.sort_unstable();
            cuts.push(body.len());
            let mut from = 0;
            let parts = cuts.iter().map(|to| {
                let part = &body[from..*to];
                from = *to;
                part
            });
            prop_assert_eq!(&pieces(content_type, parts), &whole);
        }
    }
}

enum Demo {}

impl Api for Demo {
    const NAME: &'static str = "Demo";
    const SERVERS: &'static [ServerSpec] = &[ServerSpec { name: "base_url", default: None }];
    const AUTHS: &'static [AuthSpec] = &[];
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Delta {
    text: Option<String>,
}
fields!(Delta { text });

struct Chat;

impl Endpoint for Chat {
    type Api = Demo;
    type Output = EventStream<Delta>;
    const OPERATION: Operation = Operation::new("GET", "Chat", "/chat");

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/chat")
    }
}

/// An endpoint that does not expect a stream.
struct Plain;

impl Endpoint for Plain {
    type Api = Demo;
    type Output = Untyped;
    const OPERATION: Operation = Operation::new("GET", "Plain", "/chat");

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/chat")
    }
}

/// Starts a server that hands each connection, after reading its request, to the function, and tells the request.
fn serve(
    answer: impl Fn(usize, &mut TcpStream) + Send + 'static,
) -> (Client<Demo>, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (sender, requests) = channel();
    std::thread::spawn(move || {
        for (count, stream) in listener.incoming().flatten().enumerate() {
            let mut reader = BufReader::new(stream);
            let mut request = String::new();
            while reader.read_line(&mut request).is_ok_and(|length| length > 2) {}
            let _ = sender.send(request);
            answer(count, reader.get_mut());
        }
    });
    let client = Client::builder().base_url(url).retries(Retries::none()).build().unwrap();
    (client, requests)
}

fn head(stream: &mut TcpStream, content_type: &str) {
    let head =
        format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: {content_type}\r\n\r\n");
    let _ = stream.write_all(head.as_bytes());
}

const BODY: &[u8] = b"\xef\xbb\xbf: hi\r\n\r\nevent: delta\r\nid: 1\r\ndata: {\"text\":\"H\xc3\xa9\"}\r\n\r\ndata: {\"text\":\r\ndata: \"b\"}\n\ndata: [DONE]\n\ndata: {\"text\":\"late\"}\n\n";

#[tokio::test]
async fn items_come_as_they_arrive_wherever_they_are_cut() {
    // After the first part the server waits for the connection to be closed: nothing may wait for the end.
    let (client, _) = serve(|cut, stream| {
        head(stream, SSE);
        let _ = stream.set_nodelay(true);
        let cut = cut.min(BODY.len());
        let _ = stream.write_all(&BODY[..cut]);
        std::thread::sleep(Duration::from_millis(2));
        let _ = stream.write_all(&BODY[cut..]);
        let _ = BufReader::new(stream).read_line(&mut String::new());
    });
    for _ in 0..=BODY.len() {
        let mut deltas = Chat.send(&client).await.unwrap();
        let first = deltas.next_event().await.unwrap().unwrap();
        assert_eq!((first.event.as_deref(), first.id.as_deref()), (Some("delta"), Some("1")));
        assert_eq!(first.data.text.as_deref(), Some("Hé"));
        assert_eq!(deltas.next().await.unwrap().unwrap().text.as_deref(), Some("b"));
        assert!(deltas.next().await.is_none());
        assert!(deltas.next().await.is_none());
    }
}

#[tokio::test]
async fn an_item_that_does_not_decode_is_an_error_of_its_own() {
    let (client, _) = serve(|_, stream| {
        head(stream, SSE);
        let _ = stream.write_all(b"data: {\"text\":[\n\ndata: {\"text\":\"b\"}\n\n");
    });
    let mut deltas = Chat.send(&client).await.unwrap();
    let error = deltas.next().await.unwrap().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Decode { .. }));
    assert_eq!(error.body(), "{\"text\":[");
    assert_eq!(error.operation(), Some("Chat"));
    assert_eq!(deltas.next().await.unwrap().unwrap().text.as_deref(), Some("b"));
    assert!(deltas.next().await.is_none());
}

#[tokio::test]
async fn silence_and_a_reset_end_a_stream_with_an_error() {
    let (client, _) = serve(|_, stream| {
        head(stream, SSE);
        let _ = stream.write_all(b"data: {\"text\":\"a\"}\n\n");
        let _ = BufReader::new(stream).read_line(&mut String::new());
    });
    let client = client.with(CallOptions::new().idle_timeout(Duration::from_millis(100)));
    let begun = Instant::now();
    let mut deltas = Chat.send(&client).await.unwrap();
    assert!(deltas.next().await.unwrap().is_ok());
    let error = deltas.next().await.unwrap().unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(5));
    assert!(deltas.next().await.is_none());

    let (client, _) = serve(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\nContent-Type: application/x-ndjson\r\n\r\n{\"text\":\"a\"}\n{\"te");
    });
    let mut deltas = Chat.send(&client).await.unwrap();
    assert!(deltas.next().await.unwrap().is_ok());
    let error = deltas.next().await.unwrap().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Broken { .. }), "{error:?}");
    assert!(deltas.next().await.is_none());
}

#[tokio::test]
async fn a_subscription_goes_on_after_the_last_event() {
    let (client, requests) = serve(|count, stream| match count {
        0 => {
            head(stream, SSE);
            let _ = stream
                .write_all(b"retry: 1\nid: 1\ndata: {\"text\":\"a\"}\n\ndata: {\"text\":\"lost");
        }
        1 => drop(
            stream
                .write_all(b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        ),
        2 => {
            head(stream, SSE);
            let _ = stream.write_all(b"id: 2\ndata: {\"text\":\"b\"}\n\n");
        }
        _ => drop(stream.write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")),
    });
    let mut deltas = client.subscribe(Chat).await.unwrap();
    let mut seen = Vec::new();
    while let Some(delta) = deltas.next().await {
        seen.push(delta.unwrap().text.unwrap());
    }
    assert_eq!(seen, ["a", "b"]);
    let ids: Vec<Option<String>> = requests
        .try_iter()
        .map(|request| {
            let id = request.lines().find_map(|line| line.strip_prefix("last-event-id: "));
            id.map(str::to_owned)
        })
        .collect();
    let some = |id: &str| Some(id.to_owned());
    assert_eq!(ids, [None, some("1"), some("1"), some("2")]);
}

#[tokio::test]
async fn a_stream_that_nobody_expects_does_not_hang() {
    let (client, _) = serve(|_, stream| {
        head(stream, SSE);
        let _ = stream.write_all(b"data: {\"text\":\"a\"}\n\n");
        let _ = BufReader::new(stream).read_line(&mut String::new());
    });
    let error = Plain.send(&client).await.unwrap_err();
    assert!(error.to_string().contains("Client::stream"), "{error}");
    let mut deltas = client.stream::<Delta>(&Plain).await.unwrap();
    assert_eq!(deltas.next().await.unwrap().unwrap().text.as_deref(), Some("a"));
}

#[tokio::test]
async fn an_attempt_that_takes_too_long_is_made_again_and_errors_have_the_request_id() {
    let (client, requests) = serve(|count, stream| {
        if count == 0 {
            // Silence until the client gives up.
            let _ = BufReader::new(stream).read_line(&mut String::new());
        } else {
            let answer = "HTTP/1.1 404 No\r\nX-Request-Id: r-7\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    let retries = Retries::new(1).pauses(Duration::from_millis(1), Duration::from_millis(1));
    let options = CallOptions::new().attempt_timeout(Duration::from_millis(200)).retries(retries);
    let error = Plain.send(&client.with(options)).await.unwrap_err();
    assert_eq!(error.request_id(), Some("r-7"));
    assert!(error.to_string().ends_with("(request id r-7)"), "{error}");
    assert_eq!(requests.try_iter().count(), 2);
}

#[test]
fn a_body_in_memory_is_a_stream_that_has_arrived() {
    let response = http::Response::builder().header("content-type", "application/x-ndjson");
    let mut deltas =
        Chat::decode(response.body("{\"text\":\"a\"}\n{\"text\":\"b\"}\n".into()).unwrap())
            .unwrap();
    assert_eq!(serde_json::to_string(&deltas).unwrap(), "[{\"text\":\"a\"},{\"text\":\"b\"}]");
    assert_eq!(deltas.try_next().unwrap().unwrap().text.as_deref(), Some("a"));
}

#[cfg(feature = "blocking")]
#[test]
fn streams_without_async() {
    let (client, _) = serve(|_, stream| {
        head(stream, "application/x-ndjson");
        let _ = stream.write_all(b"{\"text\":\"a\"}\n{\"text\":\"b\"}");
    });
    let client = crate::runtime::blocking::Client::new(client).unwrap();
    let texts = client.stream::<Delta>(&Plain).unwrap().map(|delta| delta.unwrap().text.unwrap());
    assert_eq!(texts.collect::<Vec<_>>(), ["a", "b"]);
}
