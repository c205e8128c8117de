//! Types of parameters from the same key in the collection's JSON.
//!
//! * Digits under the name of an identifier are an integer where the collection's JSON has only integers under that key.
//!   They stay a string where it has strings, or nothing.
//! * A parameter without an example value takes the type of its key where all JSON of the collection agrees on it.
//!
//! Keys are compared by their letters and digits: `userId` is `user_id`. The cost is one walk over all shapes, which looks
//! at the keys that some parameter asks for.

use std::collections::{HashMap, HashSet};

use super::inferred::{BodyTypes, EndpointTypes, Inference, Rule};
use super::parameter;
use crate::api::{Body, Endpoint, Parameter, Part, PathPiece};
use crate::hints;
use crate::shape::{Number, NumberKind, Shape, Text};

/// What the collection's JSON has under each key.
type Known = HashMap<String, Shape, foldhash::fast::RandomState>;

/// Gives types to parameters of all endpoints. `requests` are those of each endpoint; shapes are settled.
pub(super) fn share(requests: &[Vec<&Endpoint>], endpoints: &mut [EndpointTypes]) {
    let mut known = Known::default();
    let wanted = wanted(requests, endpoints);
    if wanted.is_empty() {
        return;
    }
    for endpoint in endpoints.iter() {
        let responses = endpoint.responses.iter().filter_map(|one| one.body.json.as_ref());
        let body = match &endpoint.body {
            BodyTypes::Json(inference) | BodyTypes::Graphql(Some(inference)) => {
                Some(&inference.shape)
            }
            _ => None,
        };
        responses.chain(body).for_each(|shape| collect(shape, &wanted, &mut known));
    }
    known.retain(|_, shape| shape.kinds() == 1 && shape.array.is_none());
    for (requests, types) in requests.iter().zip(endpoints) {
        each(requests, types, &mut |parameters, inference| apply(parameters, inference, &known));
    }
}

/// The keys of the parameters that could be narrower.
fn wanted(requests: &[Vec<&Endpoint>], endpoints: &mut [EndpointTypes]) -> HashSet<String> {
    let mut wanted = HashSet::new();
    for (requests, types) in requests.iter().zip(endpoints) {
        each(requests, types, &mut |parameters, inference| {
            if may_be_narrower(inference)
                && let Some(first) = parameters.first()
            {
                wanted.insert(hints::letters(&first.name).collect());
            }
        });
    }
    wanted
}

/// Joins what is under each key that is wanted. Of a list or an object, only that it is one.
fn collect(shape: &Shape, wanted: &HashSet<String>, known: &mut Known) {
    let mut name = String::new();
    for (key, member) in shape.object.iter().flat_map(|object| &object.members) {
        let member = &member.shape;
        name.clear();
        name.extend(hints::letters(key));
        if !member.guessed.0 && wanted.contains(&name) {
            let all = known.entry(name.clone()).or_default();
            all.boolean |= member.boolean;
            if let Some(number) = member.number {
                all.number.get_or_insert_default().join(number);
            }
            if let Some(text) = &member.text {
                all.text.get_or_insert_with(|| text.clone()).join(text);
            }
            if member.array.is_some() || member.object.is_some() || member.map.is_some() {
                all.array.get_or_insert_default();
            }
        }
        collect(member, wanted, known);
    }
    shape.array.iter().chain(&shape.map).for_each(|part| collect(part, wanted, known));
}

/// Calls `visit` with each parameter of one endpoint, as all its requests have it, and what was inferred of it.
fn each(
    requests: &[&Endpoint],
    types: &mut EndpointTypes,
    visit: &mut dyn FnMut(&[&Parameter], &mut Inference),
) {
    for argument in &mut types.path {
        let pieces = requests.iter().flat_map(|request| &request.path);
        let named = pieces.filter_map(|piece| match piece {
            PathPiece::Parameter(parameter) if parameter.name == argument.name => Some(parameter),
            _ => None,
        });
        visit(&named.collect::<Vec<_>>(), &mut argument.inference);
    }
    for (at, inference) in types.query.iter_mut().enumerate() {
        let query = requests.iter().filter_map(|request| request.query.get(at));
        visit(&query.collect::<Vec<_>>(), inference);
    }
    for (at, inference) in types.headers.iter_mut().enumerate() {
        let headers = requests.iter().filter_map(|request| request.headers.get(at));
        let parameters = headers.map(|header| &header.parameter);
        visit(&parameters.collect::<Vec<_>>(), inference);
    }
    let bodies = || requests.iter().map(|request| &request.body);
    match &mut types.body {
        BodyTypes::Urlencoded(inferences) => {
            for (at, inference) in inferences.iter_mut().enumerate() {
                let pairs = bodies().filter_map(|body| body.as_urlencoded()?.get(at));
                visit(&pairs.collect::<Vec<_>>(), inference);
            }
        }
        BodyTypes::Multipart(inferences) => {
            for (at, inference) in inferences.iter_mut().enumerate() {
                let parts = bodies().filter_map(|body: &Body| body.as_multipart()?.parts.get(at));
                let parameters = parts.map(Part::parameter).collect::<Vec<_>>();
                visit(&parameters, inference);
            }
        }
        _ => {}
    }
}

/// Its own example values say little.
fn may_be_narrower(inference: &Inference) -> bool {
    matches!(inference.rule, Rule::IdentifierName | Rule::NoSample | Rule::RepeatsName)
}

/// Narrows one parameter, if its key says more than its own example values.
fn apply(parameters: &[&Parameter], inference: &mut Inference, known: &Known) {
    if !may_be_narrower(inference) {
        return;
    }
    let Some(first) = parameters.first() else { return };
    let Some(elsewhere) = known.get(&hints::letters(&first.name).collect::<String>()) else {
        return;
    };
    let shape = match inference.rule {
        Rule::IdentifierName => integers(parameters, elsewhere),
        _ if parameters.iter().any(|parameter| !parameter.saved.is_empty()) => None,
        _ => like(elsewhere),
    };
    if let Some(mut shape) = shape {
        shape.samples = inference.shape.samples;
        (inference.shape, inference.rule) = (shape, Rule::SameKey);
    }
}

/// Integers, where all values are and the key's are too.
fn integers(parameters: &[&Parameter], elsewhere: &Shape) -> Option<Shape> {
    let is_whole =
        |number: Number| matches!(number.kind(), NumberKind::Signed | NumberKind::Unsigned);
    elsewhere.number.filter(|number| is_whole(*number))?;
    let mut number = Number::integer();
    for sample in parameters.iter().flat_map(|parameter| &parameter.samples) {
        match parameter::is_integer(sample) {
            true => number.join(Number::of(sample)),
            false if sample.is_empty() => {}
            false => return None,
        }
    }
    Some(Shape { number: Some(number), ..Shape::default() })
}

/// A shape of the key's own kind, without what only its values say.
fn like(elsewhere: &Shape) -> Option<Shape> {
    let number = elsewhere.number.map(|number| match number.kind() {
        NumberKind::Signed | NumberKind::Unsigned => Number::integer(),
        NumberKind::Float | NumberKind::Exact => Number::float(),
    });
    let text = elsewhere.text.as_ref().map(|text| match text.listed() {
        Some(values) => Text::of_list(values.to_vec()),
        None => Text::of_format(text.format()),
    });
    Some(Shape { boolean: elsewhere.boolean, number, text, ..Shape::default() })
}
