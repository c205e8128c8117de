//! One test a rule, on tiny collections; then all collections of the corpus, when it is there.

mod answers;
mod auth;
mod authority;
mod bodies;
mod corpus;
mod evidence;
mod forms;
mod headers;
mod secrets;
mod settings;
mod urls;
mod variables;
mod wire;

use serde_json::{Value, json};

use crate::api::{Api, Endpoint, Parameter, PathPiece, Saved};
use crate::diagnostics::{Diagnostic, Kind};
use crate::read;

/// Resolves a collection of these members.
fn resolve_all(mut collection: Value) -> (Api, Vec<Diagnostic>) {
    collection["info"] = json!({"name": "test", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"});
    let read = read::collection(collection.to_string().as_bytes())
        .unwrap_or_else(|error| panic!("{error}"));
    let mut diagnostics = Vec::new();
    let api = super::resolve(&read.value, &[], &super::Overrides::default(), &mut diagnostics);
    (api, diagnostics)
}

/// A collection of one request, with some variables.
fn api_of(request: Value) -> Api {
    resolve_all(json!({"item": [{"name": "r", "request": request}], "variable": variables()})).0
}

/// The endpoint of a request.
fn endpoint(request: Value) -> Endpoint {
    first(api_of(request))
}

fn first(api: Api) -> Endpoint {
    api.endpoints.into_iter().next().unwrap_or_default()
}

fn variables() -> Value {
    json!([{"key": "base", "value": "http://h.test/v1"}, {"key": "word", "value": "dv"}, {"key": "num", "value": 42},
        {"key": "odd", "value": "a b/c?d=e&f#g"}, {"key": "empty", "value": ""}, {"key": "api_token", "value": "tok-123456"}])
}

/// A URL on `h.test`.
fn url(more: Value) -> Value {
    let mut url = json!({"protocol": "http", "host": ["h", "test"]});
    if let (Some(url), Value::Object(more)) = (url.as_object_mut(), more) {
        url.extend(more);
    }
    url
}

/// The saved values, bare ones as `None`.
fn saved(parameter: &Parameter) -> Vec<Option<&str>> {
    parameter
        .saved
        .iter()
        .map(|saved| if let Saved::Text(text) = saved { Some(text.0.as_str()) } else { None })
        .collect()
}

/// The parameters of a path.
fn path_parameters(endpoint: &Endpoint) -> Vec<&Parameter> {
    endpoint
        .path
        .iter()
        .filter_map(|piece| {
            if let PathPiece::Parameter(parameter) = piece { Some(parameter) } else { None }
        })
        .collect()
}

/// The names of what was taken out.
fn removed(diagnostics: &[Diagnostic]) -> Vec<&str> {
    let names = diagnostics.iter().filter_map(|diagnostic| {
        if let Kind::SecretRemoved { name, .. } = &diagnostic.kind {
            Some(name.as_str())
        } else {
            None
        }
    });
    names.collect()
}
