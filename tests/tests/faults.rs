//! Faults of servers and networks, each with its outcome: no call hangs, none panics, and nothing that the server said is lost.

use std::time::{Duration, Instant};

use features_client::answers::{Numbers, Picture};
use features_client::runtime::{CallOptions, ErrorKind, Reason, Retries, StatusCode};
use features_client::{Client, Endpoint, Error};
use tests::{Reply, Server, refusing_address};

const SOON: Duration = Duration::from_millis(10);
const NUMBERS: &str = r#"{"exact":7}"#;

/// A client that tries again once, and soon.
fn client_of(url: impl Into<String>) -> Client {
    Client::builder()
        .base_url(url)
        .retries(Retries::new(1).pauses(SOON, Duration::from_secs(3)))
        .build()
        .expect("a client")
}

/// The client, and the same one that tries once.
fn clients(server: &Server) -> (Client, Client) {
    let client = client_of(server.url());
    let once = client.with(CallOptions::new().retries(Retries::none()));
    (client, once)
}

/// Sends a request that reads JSON.
async fn exact(client: &Client) -> Result<Option<i64>, Error> {
    Ok(Numbers::new().send(client).await?.exact)
}

fn reason(error: &Error) -> Option<Reason> {
    match error.kind() {
        ErrorKind::Transport(error) | ErrorKind::Broken { error, .. } => Some(error.reason()),
        _ => None,
    }
}

#[tokio::test]
async fn refused() {
    let error = exact(&client_of(refusing_address())).await.expect_err("nobody listens");
    assert_eq!(
        (reason(&error), error.is_retryable(), error.status()),
        (Some(Reason::Connect), true, None)
    );
}

#[tokio::test]
async fn hung_up() {
    let server = Server::replying([Reply::hang_up(), Reply::json(200, NUMBERS), Reply::hang_up()]);
    let (client, once) = clients(&server);
    assert_eq!(exact(&client).await.expect("the second time"), Some(7));
    assert_eq!(reason(&exact(&once).await.expect_err("no answer")), Some(Reason::Interrupted));
}

#[tokio::test]
async fn reset_in_the_middle_of_a_body() {
    let broken = || Reply::json(200, NUMBERS).header("X-Request-Id", "r-1").reset_after(4);
    let server = Server::replying([
        broken(),
        Reply::json(200, NUMBERS),
        broken(),
        Reply::text(500, "so sorry").cut_after(2),
    ]);
    let (client, once) = clients(&server);
    assert_eq!(exact(&client).await.expect("the second time"), Some(7));
    let error = exact(&once).await.expect_err("half an answer");
    assert_eq!(
        (reason(&error), error.status(), error.text().as_str()),
        (Some(Reason::Interrupted), Some(StatusCode::OK), "{\"ex")
    );
    assert_eq!(error.headers().expect("headers")["x-request-id"], "r-1");
    assert!(error.is_retryable() && error.to_string().contains("broke off"), "{error}");
    let error = exact(&once).await.expect_err("half an error");
    assert_eq!(
        (error.status(), error.text().as_str()),
        (Some(StatusCode::INTERNAL_SERVER_ERROR), "so")
    );
}

#[tokio::test]
async fn slow_headers_and_slow_bodies() {
    let pause = Duration::from_secs(20);
    let server = Server::replying([
        Reply::json(200, NUMBERS).slow_head(pause),
        Reply::json(200, NUMBERS).slow_body(pause),
    ]);
    let hasty = clients(&server).0.with(CallOptions::new().timeout(Duration::from_millis(300)));
    for status in [None, Some(StatusCode::OK)] {
        let begin = Instant::now();
        let error = exact(&hasty).await.expect_err("too slow");
        assert!(begin.elapsed() < Duration::from_secs(5));
        assert_eq!(
            (reason(&error), error.is_timeout(), error.status()),
            (Some(Reason::TimedOut), true, status),
            "{error}"
        );
    }
}

#[tokio::test]
async fn too_many_requests() {
    const NOW: &str = "Sun, 06 Nov 1994 08:49:37 GMT";
    const LATER: &str = "Sun, 06 Nov 1994 08:49:38 GMT";
    for (name, value) in [("Retry-After", "1"), ("Retry-After", LATER), ("X-RateLimit-Reset", "1")]
    {
        let busy =
            || Reply::json(429, r#"{"code":"busy"}"#).header(name, value).header("Date", NOW);
        let server = Server::replying([busy(), Reply::json(200, NUMBERS), busy()]);
        let (client, once) = clients(&server);
        let begin = Instant::now();
        assert_eq!(exact(&client).await.expect("the second time"), Some(7));
        assert!(begin.elapsed() >= Duration::from_secs(1), "{name}: {value}");
        let error = exact(&once).await.expect_err("too many");
        assert_eq!(
            (error.retry_after(), error.code().as_deref()),
            (Some(Duration::from_secs(1)), Some("busy"))
        );
    }
}

#[tokio::test]
async fn unavailable_for_a_while() {
    let server = Server::replying([
        Reply::text(503, "soon"),
        Reply::json(200, NUMBERS),
        Reply::text(503, "a"),
        Reply::text(503, "b"),
    ]);
    let client = clients(&server).0;
    assert_eq!(exact(&client).await.expect("the second time"), Some(7));
    let error = exact(&client).await.expect_err("still not there");
    assert_eq!(
        (error.status(), error.text().as_str()),
        (Some(StatusCode::SERVICE_UNAVAILABLE), "b")
    );
}

#[tokio::test]
async fn bodies_that_are_not_what_they_should_be() {
    let page = || Reply::status(200).header("Content-Type", "text/html").body("<html>down</html>");
    let zipped = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0];
    let server = Server::replying([
        Reply::json(200, r#"{"exact":7"#),
        page(),
        Reply::status(200).header("Content-Type", "text/html").body(NUMBERS),
        Reply::json(200, zipped).header("Content-Encoding", "gzip"),
        Reply::status(204),
    ]);
    let (client, _) = clients(&server);
    let error = exact(&client).await.expect_err("half a JSON text");
    assert_eq!((error.status(), error.text().as_str()), (Some(StatusCode::OK), r#"{"exact":7"#));
    assert!(matches!(error.kind(), ErrorKind::Decode { .. }) && !error.is_retryable());
    assert_eq!(exact(&client).await.expect_err("a page").text(), "<html>down</html>");
    assert_eq!(exact(&client).await.expect("JSON by another name"), Some(7));
    let error = exact(&client).await.expect_err("compressed, though nobody asked for it");
    assert_eq!(error.body().as_ref(), zipped);
    assert!(error.to_string().contains("gzip"), "{error}");
    assert_eq!(exact(&client).await.expect("nothing at all"), None);
    assert_eq!(server.received().len(), 5, "an answer that cannot be read is asked for once");
}

#[tokio::test]
async fn a_hundred_megabytes() {
    const SIZE: usize = 100 << 20;
    let server = Server::answering(|_| {
        Reply::status(200).header("Content-Type", "image/png").body(vec![7; SIZE])
    });
    let (client, _) = clients(&server);
    let picture = Picture::new().send(&client).await.expect("an answer");
    assert_eq!(picture.bytes().len(), SIZE);
    let written = client
        .download(&Picture::new())
        .await
        .expect("an answer")
        .write_to(&mut std::io::sink())
        .await;
    assert_eq!(written.expect("all of it"), SIZE as u64);
}

#[tokio::test]
async fn a_download_that_breaks_off() {
    let server = Server::replying([
        Reply::text(200, "0123456789").cut_after(4),
        Reply::text(200, "ab").slow_body(Duration::from_secs(20)),
    ]);
    let (client, _) = clients(&server);
    let mut kept = Vec::new();
    let error = client
        .download(&Picture::new())
        .await
        .expect("a beginning")
        .write_to(&mut kept)
        .await
        .expect_err("no end");
    assert_eq!(
        (reason(&error), error.status(), kept.as_slice()),
        (Some(Reason::Interrupted), Some(StatusCode::OK), b"0123".as_slice())
    );
    let hasty = client.with(CallOptions::new().timeout(Duration::from_millis(300)));
    let error = hasty
        .download(&Picture::new())
        .await
        .expect("a beginning")
        .write_to(&mut kept)
        .await
        .expect_err("too slow");
    assert!(error.is_timeout(), "{error}");
}

#[tokio::test]
async fn redirects_without_end() {
    let server = Server::answering(|_| Reply::status(302).header("Location", "/again"));
    let error = exact(&clients(&server).0).await.expect_err("nothing but redirects");
    assert_eq!((error.status(), server.received().len()), (Some(StatusCode::FOUND), 11));
}

#[tokio::test]
async fn a_call_that_is_given_up_does_no_harm() {
    let server = Server::replying([
        Reply::json(200, NUMBERS).slow_head(Duration::from_secs(20)),
        Reply::json(200, NUMBERS),
    ]);
    let (client, _) = clients(&server);
    assert!(tokio::time::timeout(Duration::from_millis(200), exact(&client)).await.is_err());
    assert_eq!(exact(&client).await.expect("the next call"), Some(7));
}
