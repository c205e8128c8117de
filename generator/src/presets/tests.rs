//! Which requests are one endpoint.

use std::collections::BTreeSet;

use super::unite;
use crate::api::{
    Answer, Api, Body, Endpoint, Header, HeaderRole, JsonBody, Parameter, PathPiece, Saved,
    Template,
};

fn request(name: &str) -> Endpoint {
    let path = vec![PathPiece::Text("/orders".to_owned())];
    Endpoint { name: name.to_owned(), method: "POST".to_owned(), path, ..Endpoint::default() }
}

fn json(text: &str) -> Body {
    let saved = Some(Template(text.to_owned()));
    Body::Json(JsonBody { saved, samples: vec![text.to_owned()], ..JsonBody::default() })
}

fn sent(name: &str, value: &str) -> Parameter {
    let saved = vec![Saved::Text(Template(value.to_owned()))];
    Parameter {
        name: name.to_owned(),
        saved,
        samples: vec![value.to_owned()],
        ..Parameter::default()
    }
}

fn required(parameter: Parameter) -> Parameter {
    Parameter { description: Some("(Required) The value.".to_owned()), ..parameter }
}

#[test]
fn a_request_that_a_person_names_is_an_endpoint() {
    let endpoints = vec![request("Search"), Endpoint { index: 1, ..request("Again") }];
    let mut api = Api { endpoints, ..Api::default() };
    unite(&mut api, &BTreeSet::from([1]), &mut Vec::new());
    assert_eq!(api.endpoints[1].preset_of, None);
}

/// For each request, of which one it is a preset.
fn united(requests: Vec<Endpoint>) -> (Vec<Option<usize>>, Api) {
    let endpoints = requests
        .into_iter()
        .enumerate()
        .map(|(index, request)| Endpoint { index, ..request })
        .collect();
    let mut api = Api { endpoints, ..Api::default() };
    let mut diagnostics = Vec::new();
    unite(&mut api, &BTreeSet::new(), &mut diagnostics);
    let presets: Vec<Option<usize>> =
        api.endpoints.iter().map(|endpoint| endpoint.preset_of).collect();
    assert_eq!(diagnostics.len(), presets.iter().flatten().count(), "each is said");
    (presets, api)
}

#[test]
fn the_same_request_with_other_values_is_a_preset() {
    let open = Endpoint { body: json(r#"{"state": "open", "limit": 1}"#), ..request("Open") };
    let paid = Endpoint { body: json(r#"{"state": "paid"}"#), ..request("Paid") };
    let other = Endpoint { body: json(r#"{"order": {"id": 1}}"#), ..request("Create") };
    assert_eq!(
        united(vec![open.clone(), other.clone(), paid, other]).0,
        [None, None, Some(0), Some(1)]
    );
    assert_eq!(
        united(vec![open.clone(), Endpoint { method: "PUT".to_owned(), ..open.clone() }]).0,
        [None, None]
    );
    assert_eq!(
        united(vec![
            open.clone(),
            Endpoint { trail: vec!["Old".to_owned(), "Open".to_owned()], ..open.clone() }
        ])
        .0,
        [None, None]
    );
    let broken = Endpoint { fault: Some("no URL".to_owned()), ..open.clone() };
    assert_eq!(united(vec![open, broken]).0, [None, None]);
}

#[test]
fn parameters_are_those_of_the_first() {
    let with = |query: Vec<Parameter>| Endpoint { query, ..request("Search") };
    let all = with(vec![sent("q", "a"), sent("page", "1"), sent("limit", "2")]);
    let (presets, api) = united(vec![
        all.clone(),
        with(vec![sent("q", "b"), sent("limit", "3")]),
        with(vec![sent("sort", "up")]),
    ]);
    assert_eq!(presets, [None, Some(0), None]);
    let names: Vec<(&str, usize)> =
        api.endpoints[1].query.iter().map(|one| (&*one.name, one.saved.len())).collect();
    assert_eq!(names, [("q", 1), ("page", 0), ("limit", 1)]);
    assert_eq!(
        united(vec![all, with(vec![sent("limit", "3"), sent("q", "b")])]).0,
        [None, None],
        "the order would change"
    );
}

#[test]
fn what_is_required_is_always_sent() {
    let with = |query: Vec<Parameter>| Endpoint { query, ..request("Search") };
    let first = with(vec![required(sent("q", "a"))]);
    assert_eq!(united(vec![first.clone(), with(vec![])]).0, [None, None]);
    let unset = Parameter { saved: Vec::new(), ..sent("q", "a") };
    assert_eq!(united(vec![first.clone(), with(vec![unset])]).0, [None, None]);
    assert_eq!(united(vec![first, with(vec![sent("q", "b")])]).0, [None, Some(0)]);
}

#[test]
fn what_is_fixed_is_the_same() {
    let with = |value: &str| {
        let headers = vec![Header { parameter: sent("X-Version", value), role: HeaderRole::Fixed }];
        Endpoint { headers, ..request("Search") }
    };
    assert_eq!(
        united(vec![with("1"), with("2"), with("1"), request("Search")]).0,
        [None, None, Some(0), None]
    );
}

#[test]
fn answers_have_to_be_alike() {
    let with = |body: &str| {
        let answers =
            vec![Answer { status: Some(200), body: Some(body.into()), ..Answer::default() }];
        Endpoint { answers, ..request("Call") }
    };
    let (one, more, other) =
        (with(r#"{"id": 1}"#), with(r#"{"id": 2, "name": "x"}"#), with(r#"[{"id": 1}]"#));
    assert_eq!(united(vec![one, more, other]).0, [None, Some(0), None]);
}

#[test]
fn procedures_are_endpoints() {
    let call = |method: &str, id: u32| {
        let body = json(&format!(
            r#"{{"jsonrpc": "2.0", "method": "{method}", "params": [{{"ticket": "x"}}], "id": {id}}}"#
        ));
        Endpoint { body, ..request(method) }
    };
    assert_eq!(
        united(vec![call("log_on", 1), call("get_users", 2), call("log_on", 3)]).0,
        [None, None, Some(0)]
    );
}
