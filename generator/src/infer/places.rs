//! Every place of an endpoint that holds values, to be changed in its place.

use super::inferred::{BodyTypes, Encoding, EndpointTypes, Inference, Presence};
use crate::api::{Body, Endpoint, Part as FormPart};
use crate::pointer::{key, token};
use crate::shape::Shape;

/// The part of a request in which a value stands, or its responses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the parts of a request")]
pub enum Part {
    Path,
    Query,
    Header,
    Urlencoded,
    Form,
    Body,
    Response,
}

impl Part {
    /// Its word in `--explain` and in overrides.
    pub fn name(self) -> &'static str {
        match self {
            Part::Path => "path",
            Part::Query => "query",
            Part::Header => "header",
            Part::Urlencoded => "urlencoded",
            Part::Form => "form",
            Part::Body => "body",
            Part::Response => "response",
        }
    }
}

/// Values of which one thing was inferred: a parameter, a body, the responses of one status.
#[derive(Debug)]
pub struct Slot<'a> {
    /// Where they stand.
    pub part: Part,
    /// The status of responses that have one.
    pub status: Option<u16>,
    /// The pointer: `/name` of a parameter, empty for a body as a whole.
    pub pointer: String,
    /// What is known of the values.
    pub shape: &'a mut Shape,
    /// Whether one has to be given, and how it stands in its text; responses have neither.
    pub sent: Option<(&'a mut Presence, &'a mut Encoding)>,
    /// The values seen, when they stand as texts.
    pub samples: &'a [String],
}

/// Every slot of an endpoint.
pub fn slots<'a>(endpoint: &'a Endpoint, found: &'a mut EndpointTypes) -> Vec<Slot<'a>> {
    let mut slots = Vec::new();
    for argument in &mut found.path {
        slots.push(slot(Part::Path, &argument.name, &mut argument.inference, &[]));
    }
    for (parameter, inference) in endpoint.query.iter().zip(&mut found.query) {
        slots.push(slot(Part::Query, &parameter.name, inference, &parameter.samples));
    }
    for (header, inference) in endpoint.headers.iter().zip(&mut found.headers) {
        slots.push(slot(
            Part::Header,
            &header.parameter.name,
            inference,
            &header.parameter.samples,
        ));
    }
    body(endpoint, &mut found.body, &mut slots);
    for response in &mut found.responses {
        if let Some(shape) = &mut response.body.json {
            let (part, status) = (Part::Response, response.status);
            slots.push(Slot {
                part,
                status,
                pointer: String::new(),
                shape,
                sent: None,
                samples: &[],
            });
        }
    }
    slots
}

fn body<'a>(endpoint: &'a Endpoint, found: &'a mut BodyTypes, slots: &mut Vec<Slot<'a>>) {
    match (&endpoint.body, found) {
        (Body::Urlencoded(pairs), BodyTypes::Urlencoded(inferences)) => {
            for (pair, inference) in pairs.iter().zip(inferences) {
                slots.push(slot(Part::Urlencoded, &pair.name, inference, &pair.samples));
            }
        }
        (Body::Multipart(form), BodyTypes::Multipart(inferences)) => {
            for (part, inference) in form.parts.iter().zip(inferences) {
                let (FormPart::Text { parameter, .. } | FormPart::File { parameter, .. }) = part;
                slots.push(slot(Part::Form, &parameter.name, inference, &parameter.samples));
            }
        }
        (Body::Text(text), BodyTypes::Text(inferences)) => {
            for (hole, inference) in text.holes.iter().zip(inferences) {
                slots.push(slot(Part::Body, &hole.name, inference, &hole.samples));
            }
        }
        (_, BodyTypes::Json(inference)) => slots.push(json("", inference)),
        (_, BodyTypes::Graphql(Some(inference))) => slots.push(json("/variables", inference)),
        _ => {}
    }
}

fn slot<'a>(
    part: Part,
    name: &str,
    inference: &'a mut Inference,
    samples: &'a [String],
) -> Slot<'a> {
    Slot { pointer: pointer("", name), samples, ..whole(part, inference) }
}

fn json<'a>(pointer: &str, inference: &'a mut Inference) -> Slot<'a> {
    Slot { pointer: pointer.to_owned(), ..whole(Part::Body, inference) }
}

fn whole(part: Part, inference: &mut Inference) -> Slot<'_> {
    let Inference { shape, presence, encoding, .. } = inference;
    Slot {
        part,
        status: None,
        pointer: String::new(),
        shape,
        sent: Some((presence, encoding)),
        samples: &[],
    }
}

/// The pointer of a member of the place `around`.
pub fn pointer(around: &str, key: &str) -> String {
    format!("{around}/{}", token(key))
}

/// All pointers at and below a place.
pub fn pointers(around: &str, shape: &Shape, found: &mut Vec<String>) {
    found.push(around.to_owned());
    for (key, member) in shape.object.iter().flat_map(|object| &object.members) {
        pointers(&pointer(around, key), &member.shape, found);
    }
    for part in [&shape.array, &shape.map].into_iter().flatten() {
        pointers(&format!("{around}/*"), part, found);
    }
}

/// The shapes at a pointer below a place: of `/*` both the elements of a list and the values of a map.
pub fn descend<'s>(shape: &'s mut Shape, pointer: &str) -> Vec<&'s mut Shape> {
    let mut shapes = vec![shape];
    for token in pointer.split('/').skip(1) {
        let key = key(token);
        let next = |shape: &'s mut Shape| {
            let Shape { array, map, object, .. } = shape;
            let elements =
                array.iter_mut().chain(map).filter(|_| token == "*").map(|part| &mut **part);
            let member = object
                .as_mut()
                .and_then(|object| object.members.get_mut(&*key))
                .map(|member| &mut member.shape);
            elements.chain(member).collect::<Vec<_>>()
        };
        shapes = shapes.into_iter().flat_map(next).collect();
    }
    shapes
}
