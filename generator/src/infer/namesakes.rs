//! Members whose samples say little, typed by their namesakes: by what other places of the API show under the same key in the same
//! direction, when that is of one kind.
//!
//! * Only null was seen in responses, and the namesakes are texts (`deleted_at: null`): the member is a text too. A text reads
//!   everything, so the guess costs no answer. All other kinds stay unknown.
//! * Only null was seen in bodies of requests, and the namesakes are texts, numbers or booleans: the member is one too.

use std::collections::HashMap;

use rayon::prelude::*;

use super::inferred::{BodyTypes, EndpointTypes};
use crate::shape::{Guessed, Shape};

/// Types the members of all responses and of all JSON bodies. Shapes are settled.
pub(super) fn share(endpoints: &mut [EndpointTypes]) {
    let responses = endpoints.iter_mut().flat_map(|endpoint| &mut endpoint.responses);
    share_among(
        responses.filter_map(|response| response.body.json.as_mut()).collect(),
        of_response,
    );
    let bodies = endpoints.iter_mut().filter_map(|endpoint| match &mut endpoint.body {
        BodyTypes::Json(inference) => Some(&mut inference.shape),
        _ => None,
    });
    share_among(bodies.collect(), of_request);
}

/// What is known under each key.
type Known = HashMap<String, Shape, foldhash::fast::RandomState>;

/// Tells a member what its namesakes are: whether that was of use.
type Guess = fn(&mut Shape, &Shape) -> bool;

fn share_among(mut shapes: Vec<&mut Shape>, guess: Guess) {
    let mut known = Known::default();
    shapes.iter().for_each(|shape| collect(shape, &mut known));
    known.retain(|_, shape| shape.kinds() == 1 && shape.array.is_none());
    shapes.par_iter_mut().for_each(|shape| fill(shape, &known, guess));
}

fn of_response(member: &mut Shape, namesakes: &Shape) -> bool {
    let guess = member.kinds() == 0 && namesakes.text.is_some();
    if guess {
        member.text.clone_from(&namesakes.text);
    }
    guess
}

fn of_request(member: &mut Shape, namesakes: &Shape) -> bool {
    let guess = is_only_null(member);
    if guess {
        member.text.clone_from(&namesakes.text);
        (member.number, member.boolean) = (namesakes.number, namesakes.boolean);
    }
    guess
}

fn is_only_null(shape: &Shape) -> bool {
    shape.kinds() == 0 && shape.null
}

/// What is known under each key. Of a list or an object, only that it is one.
fn collect(shape: &Shape, known: &mut Known) {
    for (key, member) in shape.object.iter().flat_map(|object| &object.members) {
        let all = match known.get_mut(key) {
            Some(all) => all,
            None => known.entry(key.clone()).or_default(),
        };
        all.boolean |= member.shape.boolean;
        if let Some(number) = member.shape.number {
            all.number.get_or_insert_default().join(number);
        }
        if let Some(text) = &member.shape.text {
            all.text.get_or_insert_with(|| text.clone()).join(text);
        }
        if member.shape.array.is_some()
            || member.shape.object.is_some()
            || member.shape.map.is_some()
        {
            all.array.get_or_insert_default();
        }
    }
    inner(shape).for_each(|inner| collect(inner, known));
}

fn inner(shape: &Shape) -> impl Iterator<Item = &Shape> {
    let members =
        shape.object.iter().flat_map(|object| object.members.values().map(|member| &member.shape));
    shape.array.iter().chain(&shape.map).map(|part| &**part).chain(members)
}

fn fill(shape: &mut Shape, known: &Known, guess: Guess) {
    for (key, member) in shape.object.iter_mut().flat_map(|object| &mut object.members) {
        let member = &mut member.shape;
        match known.get(key) {
            Some(namesakes) if guess(member, namesakes) => member.guessed = Guessed(true),
            _ => fill(member, known, guess),
        }
    }
    shape.array.iter_mut().chain(&mut shape.map).for_each(|part| fill(part, known, guess));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::infer::{ResponseShape, ResponseTypes, Rule};

    fn shared(texts: &[&str]) -> Vec<Shape> {
        let response = |text: &&str| {
            let json = Some(Shape::of_json(text).unwrap());
            let body = ResponseShape { json, ..ResponseShape::default() };
            ResponseTypes {
                class: Default::default(),
                status: None,
                answers: vec![],
                body,
                shared_error: false,
                rule: Rule::JsonSamples,
            }
        };
        let mut endpoints = [EndpointTypes {
            responses: texts.iter().map(response).collect(),
            ..EndpointTypes::default()
        }];
        share(&mut endpoints);
        endpoints[0].responses.drain(..).filter_map(|response| response.body.json).collect()
    }

    #[test]
    fn null_in_a_body_is_what_its_namesakes_are() {
        let text = r#"{"a": null, "b": null, "c": null, "d": null, "e": [{"a": 1.5, "b": true, "c": "x", "d": []}]}"#;
        let mut shape = Shape::of_json(text).unwrap();
        share_among(vec![&mut shape], of_request);
        let members = &shape.object.as_ref().unwrap().members;
        assert!(
            members["a"].shape.number.is_some()
                && members["b"].shape.boolean
                && members["c"].shape.text.is_some()
        );
        assert!(members["d"].shape.kinds() == 0 && members["a"].shape.null);
    }

    #[test]
    fn null_is_what_its_namesakes_are() {
        let shapes = shared(&[
            r#"{"gone": "2024-01-31", "n": 1, "m": "x"}"#,
            r#"[{"gone": null, "n": null, "m": null, "new": null}]"#,
            r#"{"m": 1}"#,
        ]);
        let members = &shapes[1].array.as_ref().unwrap().object.as_ref().unwrap().members;
        assert!(
            members["gone"].shape.text.is_some()
                && members["gone"].shape.null
                && members["gone"].shape.guessed.0
        );
        assert!(
            ["n", "m", "new"].iter().all(|key| members[*key].shape.kinds() == 0),
            "numbers, mixed and unknown ones stay"
        );
    }
}
