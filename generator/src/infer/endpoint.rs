//! The types of one endpoint's request.

use super::parameter::Seen;
use super::slot::Slot;
use super::types::{Argument, Arity, BodyTypes, Encoding, Evidence, Inference, Presence, Rule};
use crate::api::{Api, Body, Endpoint, FilePart, Header, HeaderRole, JsonBody, Multipart, Parameter, Part, PathPiece};
use crate::hints;
use crate::json::Json;
use crate::shape::Shape;

/// For each name in the path, in order of first occurrence.
pub(super) fn path(endpoint: &Endpoint) -> Vec<Argument> {
    let mut named: indexmap::IndexMap<&str, Vec<&Parameter>> = indexmap::IndexMap::new();
    for piece in &endpoint.path {
        if let PathPiece::Parameter(parameter) = piece {
            named.entry(&parameter.name).or_default().push(parameter);
        }
    }
    let argument = |(name, occurrences): (&str, Vec<&Parameter>)| {
        let seen = Seen::new(&occurrences, Slot::Path);
        let inference = inference(name, seen, Arity::One, required(Evidence::InPath));
        Argument { name: name.to_owned(), inference }
    };
    named.into_iter().map(argument).collect()
}

/// For each parameter of the query.
pub(super) fn query(api: &Api, endpoint: &Endpoint) -> Vec<Inference> {
    parameters(api, &endpoint.query, Slot::Query)
}

/// For each header.
pub(super) fn headers(api: &Api, endpoint: &Endpoint) -> Vec<Inference> {
    let header = |header: &Header| match header.role {
        HeaderRole::Argument => parameter(api, &header.parameter, Slot::Header),
        HeaderRole::Fixed | HeaderRole::Default => {
            let inferred = parameter(api, &header.parameter, Slot::Header);
            Inference { presence: optional(Evidence::Preset), ..inferred }
        }
    };
    endpoint.headers.iter().map(header).collect()
}

/// The body.
pub(super) fn body(api: &Api, endpoint: &Endpoint) -> BodyTypes {
    match &endpoint.body {
        Body::Empty => BodyTypes::Empty,
        Body::Json(json) => BodyTypes::Json(json_body(json)),
        Body::Text(text) => BodyTypes::Text(text.holes.iter().map(hole).collect()),
        Body::Urlencoded(pairs) => BodyTypes::Urlencoded(parameters(api, pairs, Slot::Urlencoded)),
        Body::Multipart(multipart) => BodyTypes::Multipart(parts(api, multipart)),
        Body::File(file) => BodyTypes::File(file_body(file)),
        Body::Graphql(graphql) => BodyTypes::Graphql(graphql.variables.as_ref().map(json_body)),
    }
}

fn parameters(api: &Api, parameters: &[Parameter], slot: Slot) -> Vec<Inference> {
    parameters.iter().map(|one| parameter(api, one, slot)).collect()
}

fn parameter(api: &Api, parameter: &Parameter, slot: Slot) -> Inference {
    let seen = Seen::new(&[parameter], slot);
    inference(&parameter.name, seen, arity(parameter), presence(api, parameter))
}

/// A hole of a text: without a value the text is broken, so it is required.
fn hole(parameter: &Parameter) -> Inference {
    let seen = Seen::new(&[parameter], Slot::Hole);
    inference(&parameter.name, seen, Arity::One, required(Evidence::Sent))
}

fn inference(name: &str, seen: Seen, arity: Arity, presence: Presence) -> Inference {
    let (mut shape, encoding, rule) = seen.decide();
    shape.settle(name);
    Inference { samples: shape.samples.0, shape, encoding, presence, arity, rule }
}

fn parts(api: &Api, multipart: &Multipart) -> Vec<Inference> {
    let part = |part: &Part| match part {
        Part::Text { parameter: text, .. } => parameter(api, text, Slot::Form),
        Part::File { parameter, files, disabled } => {
            let presence = if *disabled { optional(Evidence::Disabled) } else { marks(api, parameter) };
            let arity = if files.len() > 1 { Arity::Many } else { Arity::One };
            let encoding = Encoding::File;
            Inference { shape: Shape::default(), encoding, presence, arity, rule: Rule::File, samples: files.len() }
        }
    };
    multipart.parts.iter().map(part).collect()
}

/// A file is required when the request names one.
fn file_body(file: &FilePart) -> Presence {
    match file.path.is_some() || file.content.is_some() {
        true => required(Evidence::Sent),
        false => optional(Evidence::Disabled),
    }
}

/// The join of all samples that parse.
fn json_body(body: &JsonBody) -> Inference {
    let mut shape = Shape::default();
    for json in body.samples.iter().filter_map(|sample| Json::parse(sample).ok()) {
        shape.absorb(&json, &body.open);
    }
    let samples = shape.samples.0;
    shape.settle("");
    let presence = match body.saved {
        Some(_) => required(Evidence::Sent),
        None => optional(Evidence::OnlyInExamples),
    };
    let rule = match (body.samples.is_empty(), samples) {
        (true, _) => Rule::NoSample,
        (false, 0) => Rule::NotJson,
        (false, _) => Rule::JsonSamples,
    };
    Inference { shape, encoding: Encoding::Plain, presence, arity: Arity::One, rule, samples }
}

/// A key is repeated when the request sends several values, or when it says so itself (`ids[]`).
fn arity(parameter: &Parameter) -> Arity {
    match parameter.saved.len() > 1 || parameter.name.ends_with("[]") {
        true => Arity::Many,
        false => Arity::One,
    }
}

/// What the request does not send is optional; else the marks decide.
fn presence(api: &Api, parameter: &Parameter) -> Presence {
    match parameter.saved.is_empty() {
        true => optional(Evidence::Disabled),
        false => marks(api, parameter),
    }
}

fn marks(api: &Api, parameter: &Parameter) -> Presence {
    match parameter.description.as_deref() {
        Some(description) if hints::is_required(description) => required(Evidence::Marked),
        _ if api.marked => optional(Evidence::Unmarked),
        _ => optional(Evidence::NoMarks),
    }
}

fn required(evidence: Evidence) -> Presence {
    Presence { required: true, evidence }
}

fn optional(evidence: Evidence) -> Presence {
    Presence { required: false, evidence }
}
