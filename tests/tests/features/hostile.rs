//! Arguments are data: whatever a caller passes arrives as it is, in its own place, and changes nothing around it.

use features_client::bodies::upload_chart::ChartMeta;
use features_client::bodies::{LogIn, SoapCall, UploadChart};
use features_client::lighthouses::create_lighthouse::CreateLighthouseBody;
use features_client::lighthouses::{CreateLighthouse, GetLighthouse, ListLighthouses};
use features_client::{Endpoint, Features, File};
use serde_json::Value;
use tests::{Received, Server};

use super::client;

/// Texts that mean something somewhere.
const HOSTILE: [&str; 16] = [
    "../",
    "..",
    "a/b",
    "a\\b",
    "?x=1",
    "&x=1#y",
    "%2e%2e%2f",
    "+ ;,@:$!*'()~",
    "a\r\nX-Evil: 1\r\n\r\nGET /evil HTTP/1.1",
    "{{baseUrl}}",
    ":id",
    "\"}],\"x\":[{\"",
    "</Lit><!-- & ]]>",
    "\"\r\nContent-Type: text/x\r\n\r\n--multipart-boundary--",
    "ü€😀\u{202e}",
    "\u{7f}",
];

/// The transport takes no longer ones; what is longer is refused.
const LONGEST_TARGET: usize = 65_534;

/// All of them, and one that is long.
fn texts() -> impl Iterator<Item = String> {
    let long = "a/b?c=d&e#ü".repeat(100_000);
    HOSTILE.iter().map(|text| (*text).to_owned()).chain([long])
}

/// What is sent for an endpoint, or why nothing is.
async fn sent(endpoint: impl Endpoint<Api = Features>) -> Result<Received, String> {
    let server = Server::replying([]);
    // That `{}` may not be what is documented does not matter here.
    let outcome = endpoint.send(&client(&server)).await;
    match server.received().len() {
        0 => Err(outcome.err().map(|error| error.to_string()).unwrap_or_default()),
        _ => Ok(server.one()),
    }
}

/// Undoes percent-encoding.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|_| *first == b'%');
        let byte = digits.map(|digits| {
            u8::from_str_radix(std::str::from_utf8(digits).expect("ASCII"), 16).expect("two digits")
        });
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).expect("UTF-8")
}

#[tokio::test]
async fn in_a_path() {
    for text in texts() {
        match sent(GetLighthouse::new(text.as_str())).await {
            Ok(received) => {
                let segments: Vec<&str> = received.target.split('/').collect();
                assert_eq!(
                    (segments.len(), segments[1]),
                    (3, "lighthouses"),
                    "{}",
                    received.target
                );
                assert_eq!(decoded(segments[2]), text);
                assert!(!received.target.contains(['?', '#']), "{}", received.target);
            }
            Err(error) => assert!(
                text == ".." && error.contains("`id`") || text.len() > LONGEST_TARGET,
                "{text:?}: {error}"
            ),
        }
    }
}

#[tokio::test]
async fn in_a_query() {
    for text in texts() {
        let Ok(received) =
            sent(ListLighthouses::new().page(1).sort(text.as_str()).historic(true)).await
        else {
            assert!(text.len() > LONGEST_TARGET, "{text:?}");
            continue;
        };
        let (path, query) = received.target.split_once('?').expect("a query");
        let pairs: Vec<&str> = query.split('&').collect();
        assert_eq!(
            (path, pairs.len(), pairs[0], pairs[2]),
            ("/lighthouses", 3, "page=1", "historic=true"),
            "{query}"
        );
        assert_eq!(
            pairs[1].split_once('=').map(|(key, value)| (key, decoded(value))),
            Some(("sort", text))
        );
        assert!(!query.contains(['#', '+']), "{query}");
    }
}

#[tokio::test]
async fn in_a_header() {
    for text in texts() {
        let endpoint =
            CreateLighthouse::new(CreateLighthouseBody::new()).idempotency_key(text.as_str());
        let fits = text.chars().all(|letter| !letter.is_control() && letter <= '\u{ff}');
        match sent(endpoint).await {
            Ok(received) => {
                // Beside a text a header is in UTF-8; what is received is read as latin-1.
                let wanted: String = text.bytes().map(char::from).collect();
                assert!(
                    fits && received.header("idempotency-key") == Some(&wanted),
                    "{:.80}",
                    text
                );
            }
            Err(error) => assert!(!fits && error.contains("Idempotency-Key"), "{text:?}: {error}"),
        }
    }
}

#[tokio::test]
async fn in_a_urlencoded_form() {
    for text in texts() {
        let received = sent(LogIn::new().note("n").user(text.as_str()).grant_type("g"))
            .await
            .expect("it is sent");
        let pairs: Vec<&str> = received.text().split('&').collect();
        assert_eq!((pairs.len(), pairs[0], pairs[2]), (3, "grant%20type=g", "note=n"), "{pairs:?}");
        assert_eq!(pairs[1].strip_prefix("user=").map(decoded), Some(text));
        assert!(!received.text().contains('+'));
    }
}

#[tokio::test]
async fn in_a_multipart_form() {
    for text in texts() {
        let meta = ChartMeta::new().datum(text.as_str());
        let upload = UploadChart::new()
            .title(text.as_str())
            .meta(meta)
            .chart(File::bytes(text.clone(), "<svg/>"));
        let received = sent(upload).await.expect("it is sent");
        let boundary = received
            .header("content-type")
            .and_then(|kind| kind.split_once("boundary="))
            .expect("a boundary")
            .1;
        let body =
            received.text().strip_suffix(&format!("\r\n--{boundary}--\r\n")).expect("an end");
        let parts: Vec<_> = body
            .split(&format!("--{boundary}\r\n"))
            .filter_map(|part| part.split_once("\r\n\r\n"))
            .collect();
        assert_eq!(parts.len(), 3, "{body}");
        assert_eq!(
            parts[0],
            ("Content-Disposition: form-data; name=\"title\"", format!("{text}\r\n").as_str())
        );
        let datum = serde_json::from_str::<Value>(parts[1].1).expect("JSON")["datum"].clone();
        assert_eq!(datum, Value::String(text.clone()));
        let name = parts[2]
            .0
            .lines()
            .next()
            .expect("a line")
            .strip_prefix("Content-Disposition: form-data; name=\"chart\"; filename=\"");
        let name = name.and_then(|name| name.split_once('"')).expect("a file name").0;
        assert!(!name.contains(['\r', '\n']) && parts[2].0.lines().count() == 2, "{:?}", parts[2]);
    }
}

#[tokio::test]
async fn in_a_json_body() {
    for text in texts() {
        let received = sent(CreateLighthouse::new(
            CreateLighthouseBody::new().name(text.as_str()).height(1.0),
        ))
        .await
        .expect("it is sent");
        let body: Value = serde_json::from_str(received.text()).expect("JSON");
        assert_eq!(body, serde_json::json!({"name": text, "height": 1.0}));
    }
}

#[tokio::test]
async fn in_a_hole_of_a_template() {
    for text in texts() {
        match sent(SoapCall::new(text.as_str())).await {
            Ok(received) => {
                let value = received
                    .text()
                    .split_once("<Lit id=\"")
                    .and_then(|(_, rest)| rest.split_once("\"/></soap:Body>"))
                    .expect("a hole");
                assert!(!value.0.contains(['"', '<', '>', '\'']), "{}", value.0);
                let unescaped = value
                    .0
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&apos;", "'");
                assert_eq!(unescaped.replace("&#13;", "\r").replace("&amp;", "&"), text);
            }
            Err(error) => panic!("{text:?}: {error}"),
        }
    }
}
