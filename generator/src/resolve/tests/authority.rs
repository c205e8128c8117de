//! No argument changes where a request goes: a law, tried on random URLs and random arguments.
//!
//! `PROPTEST_CASES=1000` tries a thousand URLs with a million arguments.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use runtime::{BuildError, Raw, RequestBuilder, Settings, Text};
use serde_json::{Value, json};
use url::Url;

use super::{api_of, endpoint, resolve_all};
use crate::api::{Endpoint, PathPiece};

/// How many times the arguments of one URL are chosen anew.
const ROUNDS: usize = 1000;

/// Where requests go when the URL itself does not say.
const BASES: [&str; 3] =
    ["https://base.test", "http://user:pass@base.test:8080", "https://base.test/v1"];

/// What arguments are made of: all that ends or begins a part of a URL.
const HOSTILE: [&str; 28] = [
    "",
    ".",
    "..",
    "/",
    "//",
    "\\",
    "@",
    ":",
    "?",
    "#",
    "&",
    "=",
    "+",
    "%",
    "%2f",
    "%2e",
    "%5c",
    ";",
    "evil.test",
    ".evil.test",
    "@evil.test",
    "https://evil.test/",
    ":8081",
    "\t",
    "\n",
    " ",
    "é",
    "\u{ff0f}",
];

/// Pieces of URLs as people write them, and as they come out when they are put together by accident.
fn url() -> impl Strategy<Value = String> {
    let server = prop::sample::select(vec![
        "{{a}}",
        "{{a}}{{b}}",
        "{{a}}.test",
        "https://{{a}}",
        "https://h.test",
        "h.test:80",
        "{{a}}:{{b}}",
        "{{a}}@h.test",
        "https://{{a}}@{{b}}",
        "https://{p}.test",
        "http:\\\\h.test",
        "{{a}}\\",
        "https://",
        "https:///",
        "{{whole}}",
        "{{a}}{{whole}}",
        "",
        ":id",
        "{{$guid}}",
    ]);
    let piece = prop::sample::select(vec![
        "/",
        "/",
        "/",
        "{{a}}",
        "{{b}}",
        ":id",
        "/:id",
        "x",
        ".",
        "@",
        ":",
        "\\",
        "?",
        "?q={{a}}",
        "&r={{b}}",
        "#",
        "[p]",
        "{p}",
        "<p>",
        "%2f",
        "//",
        "{{$guid}}",
        "/{{a}}/",
        "é",
        ":id.json",
    ]);
    (server, prop::collection::vec(piece, 0..6))
        .prop_map(|(server, pieces)| format!("{server}{}", pieces.concat()))
}

/// The value of a variable, when it has one.
fn value() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::of(prop::sample::select(vec![
        "",
        "https://h.test",
        "h.test",
        ".evil.test",
        "/p",
        "/p/q?r=s",
        "v1",
        "@evil.test",
        "https://h.test/v1/",
    ]))
}

fn argument() -> impl Strategy<Value = (String, bool)> {
    let text = prop::collection::vec(prop::sample::select(HOSTILE.to_vec()), 0..4);
    (prop_oneof![text.prop_map(|pieces| pieces.concat()), ".{0,8}"], any::<bool>())
}

/// Writes a request as emitted code does.
fn write(endpoint: &Endpoint, base: &str, arguments: &[Text]) -> Result<String, BuildError> {
    let mut request = RequestBuilder::new(base, &Settings::DEFAULT);
    let mut arguments = arguments.iter().cycle();
    let mut next = || arguments.next().cloned().unwrap_or_else(|| "x".into());
    for piece in &endpoint.path {
        match piece {
            PathPiece::Text(text) => request.path(text)?,
            PathPiece::Parameter(_) => request.argument("argument", &next())?,
            PathPiece::Location(_) => request.location("location", &next())?,
        }
    }
    for _ in &endpoint.query {
        request.query("q", &next())?;
    }
    request.finish().map(|parts| parts.target)
}

fn origin(url: &Url) -> (String, String, Option<String>, Option<u16>, String) {
    let host = url.host_str().map(str::to_owned);
    (
        url.scheme().into(),
        url.username().into(),
        host,
        url.port(),
        url.password().unwrap_or("").into(),
    )
}

fn shape(url: &Url) -> (usize, usize) {
    let pairs = url.query().map_or(0, |query| query.split('&').count());
    (url.path().split('/').count(), pairs)
}

fn is_location(endpoint: &Endpoint) -> bool {
    matches!(endpoint.path.first(), Some(PathPiece::Location(_)))
}

/// The law, for one endpoint on one server.
fn keeps_to(endpoint: &Endpoint, base: &str, arguments: &[Text]) -> Result<(), TestCaseError> {
    let Ok(server) = Url::parse(base) else { return Ok(()) };
    let Ok(target) = write(endpoint, base, arguments) else { return Ok(()) };
    let Ok(sent) = Url::parse(&target) else { return Ok(()) };
    prop_assert_eq!(origin(&sent), origin(&server), "{} with {:?}", target, arguments);
    let authority = target.parse::<http::Uri>().ok().and_then(|uri| uri.authority().cloned());
    let own = base.parse::<http::Uri>().ok().and_then(|uri| uri.authority().cloned());
    prop_assert!(authority.is_none() || authority == own, "{} for {}", target, base);
    let is_data = arguments.iter().all(|text| text.kind() == runtime::TextKind::Escaped);
    if is_data && !is_location(endpoint) {
        let plain = write(endpoint, base, &["x".into()]);
        let plain = plain.ok().and_then(|target| Url::parse(&target).ok());
        prop_assert_eq!(plain.as_ref().map(shape), Some(shape(&sent)), "{:?}", arguments);
    }
    Ok(())
}

fn variable(key: &str, value: Option<&str>) -> Value {
    value.map_or_else(|| json!({"key": "other"}), |value| json!({"key": key, "value": value}))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn arguments_do_not_choose_the_server(
        url in url(),
        a in value(),
        b in value(),
        seed in any::<u64>(),
    ) {
        let variables = [variable("a", a), variable("b", b)];
        let script = json!({"listen": "test", "script": {"exec": ["pm.environment.set('whole', pm.response.json().url)"]}});
        let item = json!({"name": "r", "request": {"method": "GET", "url": url}, "event": [script]});
        let (api, _) = resolve_all(json!({"item": [item], "variable": variables}));
        let endpoint = &api.endpoints[0];
        let own = api.servers[endpoint.server].address.as_deref();
        let mut runner = proptest::test_runner::TestRunner::new_with_rng(
            ProptestConfig::default(),
            proptest::test_runner::TestRng::from_seed(
                proptest::test_runner::RngAlgorithm::ChaCha,
                &[seed.to_le_bytes(), [0; 8], [1; 8], [2; 8]].concat(),
            ),
        );
        let some = prop::collection::vec(argument(), 1..4);
        for round in 0..ROUNDS {
            let arguments = some.new_tree(&mut runner).map_err(|reason| TestCaseError::fail(reason.to_string()))?;
            let arguments: Vec<Text> = arguments.current().into_iter().map(|(text, raw)| {
                if raw { Raw::new(text).into() } else { text.into() }
            }).collect();
            let base = own.filter(|_| round % 2 == 0).unwrap_or(BASES[round % BASES.len()]);
            keeps_to(endpoint, base, &arguments)?;
        }
    }
}

#[test]
fn what_follows_a_variable_belongs_to_the_server() {
    let (api, _) = resolve_all(
        json!({"item": [{"name": "r", "request": {"url": "{{url}}{{site}}/services"}}]}),
    );
    assert_eq!(api.servers[0].template.0, "{{url}}{{site}}");
    assert!(matches!(&api.endpoints[0].path[..], [PathPiece::Text(text)] if text == "/services"));
}

#[test]
fn a_variable_that_starts_with_a_slash_is_a_path() {
    let api = api_of(json!({"url": "{{base}}{{path}}"}));
    assert_eq!(api.servers[0].template.0, "{{base}}{{path}}");
    let item = json!({"name": "r", "request": {"url": "{{base}}{{path}}"}});
    let variable = json!([{"key": "path", "value": "/a/b"}]);
    let (api, _) = resolve_all(json!({"item": [item], "variable": variable}));
    assert_eq!(api.servers[0].template.0, "{{base}}");
    let write = |argument: Text| write(&api.endpoints[0], "https://h.test", &[argument]);
    assert_eq!(write(Raw::new("/a/b").into()).ok().as_deref(), Some("https://h.test/a/b"));
    assert_eq!(write(".evil.test".into()).ok().as_deref(), Some("https://h.test/.evil.test"));
}

#[test]
fn a_url_that_a_script_saves_is_an_argument_on_the_server() {
    let script = json!({"listen": "test", "script": {"exec": ["pm.environment.set('order_url', pm.response.json().url)"]}});
    let items = json!([
        {"name": "get", "request": {"url": "{{order_url}}"}},
        {"name": "create", "request": {"method": "POST", "url": "{{base}}/orders"}, "event": [script]},
    ]);
    let (api, _) = resolve_all(json!({"item": items}));
    assert_eq!(
        api.servers.iter().map(|server| server.template.0.as_str()).collect::<Vec<_>>(),
        ["{{base}}"]
    );
    let get = &api.endpoints[0];
    assert!(is_location(get) && get.fault.is_none() && get.server == 0);
    let write = |argument: &str| write(get, "https://h.test/v1", &[argument.into()]);
    assert_eq!(
        write("https://h.test/orders/1?a=b").ok().as_deref(),
        Some("https://h.test/orders/1?a=b")
    );
    assert_eq!(write("HTTPS://H.test:443/o").ok().as_deref(), Some("https://h.test/o"));
    assert_eq!(write("/orders/1").ok().as_deref(), Some("https://h.test/orders/1"));
    for other in [
        "https://evil.test/o",
        "http://h.test/o",
        "https://h.test@evil.test/",
        "//evil.test",
        "orders/1",
        "",
    ] {
        assert!(matches!(write(other), Err(BuildError::OtherServer { .. })), "{other}");
    }
}

#[test]
fn placeholders_in_a_path_are_arguments() {
    let url = "https://h.test/a/[admin_id]/{stock_id}/use-flow/<thing id>/{x}.json";
    let endpoint = endpoint(json!({"url": url}));
    let names: Vec<&str> =
        super::path_parameters(&endpoint).iter().map(|found| found.name.as_str()).collect();
    assert_eq!(names, ["admin_id", "stock_id", "thing id", "x"]);
}
