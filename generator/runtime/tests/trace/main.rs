//! Traces show which calls were made and how they ended, and no secret.
//!
//! This test has a process of its own, because the first traces of other threads can be cached as
//! disabled.

#[path = "../all/server.rs"]
mod server;

use runtime::{
    Api, AuthSpec, BuildError, CallOptions, Client, Credential, Endpoint, Error, Operation, Raw,
    RequestBuilder, Retries, Scheme, Secret, ServerSpec,
};
use server::{Server, answer};
use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tracing_subscriber::fmt::format::FmtSpan;

/// The prefix of every secret in this test.
const HUSH: &str = "hush";

enum Demo {}

impl Api for Demo {
    const NAME: &'static str = "Demo";
    const SERVERS: &'static [ServerSpec] = &[ServerSpec { name: "base_url", default: None }];
    const AUTHS: &'static [AuthSpec] = &[
        AuthSpec { name: "bearer_token", scheme: Scheme::Bearer, settings: &[] },
        AuthSpec {
            name: "api_key",
            scheme: Scheme::ApiKey,
            settings: &[("key", "api_key"), ("in", "query")],
        },
        AuthSpec { name: "basic_auth", scheme: Scheme::Basic, settings: &[] },
    ];
}

/// Defines an endpoint with a secret in each part of the request.
macro_rules! endpoint {
    ($name:ident, $auth:literal) => {
        struct $name;

        impl Endpoint for $name {
            type Api = Demo;
            type Output = Option<i64>;
            const OPERATION: Operation =
                Operation::new("PUT", stringify!($name), "/of/{key}").auth($auth);

            fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
                request.path("/of/")?;
                request.argument("key", &Secret::new("hush-path"))?;
                request.query("token", &Secret::new("hush-query"))?;
                request.header("Cookie", &"sid=hush-cookie")?;
                request.text(Some("text/plain"), &Raw::new("password=hush-body"))
            }
        }
    };
}
endpoint!(ByToken, 0);
endpoint!(ByKey, 1);
endpoint!(ByPassword, 2);

/// The recorded log.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

fn client(address: String) -> Client<Demo> {
    Client::builder()
        .base_url(address)
        .credential(0, Credential::bearer("hush-token"))
        .credential(1, Credential::api_key("hush-key"))
        .credential(2, Credential::basic("ada", "hush-password"))
        .options(CallOptions::new().header("X-Session", "hush-session"))
        .retries(Retries::new(1).pauses(Duration::from_millis(1), Duration::from_millis(1)))
        .build()
        .unwrap()
}

/// Sends a request with each of the credentials.
async fn call(client: &Client<Demo>) -> Vec<Error> {
    let all = [ByToken.send(client).await, ByKey.send(client).await, ByPassword.send(client).await];
    all.into_iter().filter_map(Result::err).collect()
}

#[tokio::test]
async fn calls_are_traced_without_secrets() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_span_events(FmtSpan::FULL)
        .with_ansi(false)
        .with_writer(move || writer.clone());
    let guard = tracing::subscriber::set_default(subscriber.finish());
    let echo = r#"{"message":"hush-token is no token"}"#;
    let server = Server::start(move |seen| match seen.header("authorization") {
        Some(token) if token.starts_with("Bearer") => {
            answer("503 Unavailable", "Set-Cookie: sid=hush-answer\r\n", echo)
        }
        Some(_) => answer("200 OK", "", "{\"hush-decoding\":"),
        None => answer("302 Found", "Location: /elsewhere?token=hush-location\r\n", ""),
    });
    let mut errors = call(&client(server.url())).await;
    errors.extend(call(&client("http://127.0.0.1:1".to_owned())).await);
    drop(guard);

    let (log, sent) = (log.text(), server.seen());
    let shown = |word: &str| log.contains(word);
    assert!(["ByToken", "ByKey", "ByPassword"].into_iter().all(shown), "{log}");
    assert!(
        [
            "http.request.method=\"PUT\"",
            "url.template=\"/of/{key}\"",
            "http.response.status_code=503",
            "http.response.status_code=200",
            "error.type=\"503\"",
            "error.type=\"connect\"",
            "http.request.resend_count=1",
            "error response",
            "sent again",
            "no response"
        ]
        .into_iter()
        .all(shown),
        "{log}"
    );
    assert!(!log.contains(HUSH), "{log}");
    let is_whole =
        |seen: &server::Seen| seen.line.contains("hush-path") && seen.body == b"password=hush-body";
    assert!(
        sent.iter().all(|seen| is_whole(seen) || seen.line.contains("hush-location")),
        "{sent:?}"
    );

    assert_eq!(errors.len(), 6);
    for error in errors {
        let debug = format!("{error:?}");
        assert!(!debug.contains(HUSH), "{debug}");
        // What the server itself echoes is shown.
        let text = error.to_string().replace(echo, "");
        assert!(!text.contains(HUSH) && text.contains("/of/{key}"), "{text}");
    }
}
