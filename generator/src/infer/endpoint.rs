//! The types of what one endpoint sends: of all its requests together. Whether a value is required, the first of them says.

use super::graphql;
use super::inferred::{Argument, Arity, BodyTypes, Encoding, Evidence, Inference, Presence, Rule};
use super::parameter::Seen;
use super::slot::Slot;
use crate::api::{
    Api, Body, Declared, Endpoint, FilePart, Header, HeaderRole, JsonBody, Multipart, Parameter,
    Part, PathPiece, TextBody,
};
use crate::hints::{self, Placeholder};
use crate::json::Json;
use crate::shape::Shape;

/// For each name in the path, in order of first occurrence.
pub(super) fn path(requests: &[&Endpoint]) -> Vec<Argument> {
    let mut named: indexmap::IndexMap<&str, Vec<&Parameter>> = indexmap::IndexMap::new();
    for piece in requests.iter().flat_map(|request| &request.path) {
        if let PathPiece::Parameter(parameter) | PathPiece::Location(parameter) = piece {
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
pub(super) fn query(api: &Api, requests: &[&Endpoint]) -> Vec<Inference> {
    parameters(
        api,
        requests.iter().map(|request| request.query.iter().collect()).collect(),
        Slot::Query,
    )
}

/// For each header.
pub(super) fn headers(api: &Api, requests: &[&Endpoint]) -> Vec<Inference> {
    let headers = requests
        .iter()
        .map(|request| request.headers.iter().map(|header| &header.parameter).collect());
    let inferred = parameters(api, headers.collect(), Slot::Header);
    let preset = |(header, inferred): (&Header, Inference)| match header.role {
        HeaderRole::Argument => inferred,
        HeaderRole::Fixed => Inference { presence: optional(Evidence::Preset), ..inferred },
    };
    requests.iter().take(1).flat_map(|first| &first.headers).zip(inferred).map(preset).collect()
}

/// The body. The requests of one endpoint have bodies of one kind, with the same parameters.
pub(super) fn body(api: &Api, requests: &[&Endpoint]) -> BodyTypes {
    let bodies: Vec<&Body> = requests.iter().map(|request| &request.body).collect();
    match bodies.first() {
        None | Some(Body::Empty) => BodyTypes::Empty,
        Some(Body::Json(_)) => BodyTypes::Json(json_body(&each(&bodies, Body::as_json))),
        Some(Body::Text(_)) => BodyTypes::Text(holes(&each(&bodies, Body::as_text))),
        Some(Body::Urlencoded(_)) => {
            let pairs =
                each(&bodies, Body::as_urlencoded).into_iter().map(|pairs| pairs.iter().collect());
            BodyTypes::Urlencoded(parameters(api, pairs.collect(), Slot::Urlencoded))
        }
        Some(Body::Multipart(_)) => {
            BodyTypes::Multipart(parts(api, &each(&bodies, Body::as_multipart)))
        }
        Some(Body::File(file)) => BodyTypes::File(file_body(file)),
        Some(Body::Graphql(_)) => {
            let variables: Vec<&JsonBody> =
                bodies.iter().filter_map(|body| body.as_graphql()?.variables.as_ref()).collect();
            let declared = bodies.iter().filter_map(|body| body.as_graphql());
            let declared: Vec<&Declared> = declared.flat_map(|body| &body.declared).collect();
            BodyTypes::Graphql((!variables.is_empty()).then(|| {
                let mut inference = json_body(&variables);
                graphql::require(&variables, &declared, &mut inference);
                inference
            }))
        }
    }
}

/// What `pick` finds in each of the bodies.
fn each<'a, T: ?Sized>(bodies: &[&'a Body], pick: fn(&'a Body) -> Option<&'a T>) -> Vec<&'a T> {
    bodies.iter().filter_map(|body| pick(body)).collect()
}

/// For each place, from the parameters that stand there in each request.
fn parameters(api: &Api, requests: Vec<Vec<&Parameter>>, slot: Slot) -> Vec<Inference> {
    places(&requests).into_iter().map(|occurrences| parameter(api, &occurrences, slot)).collect()
}

/// The entries of all rows, place by place: as many places as the first row has.
fn places<T: Copy>(rows: &[Vec<T>]) -> Vec<Vec<T>> {
    let length = rows.first().map_or(0, Vec::len);
    (0..length)
        .map(|place| rows.iter().filter_map(|row| row.get(place).copied()).collect())
        .collect()
}

fn parameter(api: &Api, occurrences: &[&Parameter], slot: Slot) -> Inference {
    let seen = Seen::new(occurrences, slot);
    let (name, presence) = occurrences
        .first()
        .map_or(("", optional(Evidence::Disabled)), |first| (&*first.name, presence(api, first)));
    inference(name, seen, arity(occurrences, slot), presence)
}

/// The holes of a text: without a value the text is broken, so each is required.
fn holes(texts: &[&TextBody]) -> Vec<Inference> {
    let rows: Vec<Vec<&Parameter>> = texts.iter().map(|text| text.holes.iter().collect()).collect();
    let hole = |occurrences: Vec<&Parameter>| {
        let name = occurrences.first().map_or("", |first| &first.name);
        inference(name, Seen::new(&occurrences, Slot::Hole), Arity::One, required(Evidence::Sent))
    };
    places(&rows).into_iter().map(hole).collect()
}

fn inference(name: &str, seen: Seen, arity: Arity, presence: Presence) -> Inference {
    let (mut shape, encoding, rule) = seen.decide();
    shape.settle(name);
    Inference { samples: shape.samples.0, shape, encoding, presence, arity, rule }
}

fn parts(api: &Api, forms: &[&Multipart]) -> Vec<Inference> {
    let rows: Vec<Vec<&Part>> = forms.iter().map(|form| form.parts.iter().collect()).collect();
    let part = |occurrences: Vec<&Part>| match occurrences.as_slice() {
        [Part::File { parameter, files, disabled }, ..] => {
            let presence =
                if *disabled { optional(Evidence::Disabled) } else { marks(api, parameter) };
            let arity = if files.len() > 1 { Arity::Many } else { Arity::One };
            let encoding = Encoding::File;
            Inference {
                shape: Shape::default(),
                encoding,
                presence,
                arity,
                rule: Rule::File,
                samples: files.len(),
            }
        }
        texts => {
            let texts: Vec<&Parameter> = texts.iter().map(|text| text.parameter()).collect();
            parameter(api, &texts, Slot::Form)
        }
    };
    places(&rows).into_iter().map(part).collect()
}

/// A file is required when the request names one.
fn file_body(file: &FilePart) -> Presence {
    match file.path.is_some() || file.content.is_some() {
        true => required(Evidence::Sent),
        false => optional(Evidence::Disabled),
    }
}

/// The join of all samples that parse.
fn json_body(bodies: &[&JsonBody]) -> Inference {
    let mut shape = Shape::default();
    for (body, sample) in
        bodies.iter().flat_map(|body| body.samples.iter().map(move |sample| (body, sample)))
    {
        if let Ok(json) = Json::parse(sample) {
            shape.absorb(&json, &body.open);
        }
    }
    let samples = shape.samples.0;
    shape.settle("");
    let presence = match bodies.first().is_some_and(|first| first.saved.is_some()) {
        true => required(Evidence::Sent),
        false => optional(Evidence::OnlyInExamples),
    };
    let rule = match (bodies.iter().all(|body| body.samples.is_empty()), samples) {
        (true, _) => Rule::NoSample,
        (false, 0) => Rule::NotJson,
        (false, _) => Rule::JsonSamples,
    };
    Inference { shape, encoding: Encoding::Plain, presence, arity: Arity::One, rule, samples }
}

/// A key is repeated when a request sends several values, or when it says so itself (`ids[]`, `<array>`).
fn arity(occurrences: &[&Parameter], slot: Slot) -> Arity {
    let is_list = |sample: &String| hints::placeholder(sample) == Some(Placeholder::Array);
    let repeated = |parameter: &&Parameter| {
        let named = slot.repeats_keys() && parameter.samples.iter().any(is_list);
        parameter.saved.len() > 1 || parameter.name.ends_with("[]") || named
    };
    match occurrences.iter().any(repeated) {
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
