//! Members of responses whose samples say little, typed by their namesakes: by what other places of the API's responses show
//! under the same key, when that is of one kind.
//!
//! * Only null was seen, and the namesakes are texts (`deleted_at: null`): the member is a text too. A text reads everything, so
//!   the guess costs no answer. All other kinds stay unknown.
//! * Whole numbers were seen, and namesakes have fractions (`"cost": 0` beside `"cost": 12.5`): the member is a float too. It reads
//!   whole numbers as well. What a placeholder says (`<integer>`) stays.

use std::collections::HashMap;

use super::types::EndpointTypes;
use crate::shape::{Guessed, Number, NumberKind, Shape};

/// Types the members of all responses. Shapes are settled.
pub(super) fn share(endpoints: &mut [EndpointTypes]) {
    let mut known: HashMap<String, Shape> = HashMap::new();
    let shapes = endpoints.iter().flat_map(|endpoint| &endpoint.responses).filter_map(|response| response.body.json.as_ref());
    shapes.for_each(|shape| collect(shape, &mut known));
    known.retain(|_, shape| shape.kinds() == 1 && (shape.text.is_some() || has_fractions(shape)));
    let shapes = endpoints.iter_mut().flat_map(|endpoint| &mut endpoint.responses).filter_map(|response| response.body.json.as_mut());
    shapes.for_each(|shape| fill(shape, &known));
}

/// What is known under each key. Of a list or an object, only that it is one.
fn collect(shape: &Shape, known: &mut HashMap<String, Shape>) {
    for (key, member) in shape.object.iter().flat_map(|object| &object.members) {
        let all = known.entry(key.clone()).or_default();
        all.boolean |= member.shape.boolean;
        if let Some(number) = member.shape.number {
            all.number.get_or_insert_default().join(number);
        }
        if let Some(text) = &member.shape.text {
            all.text.get_or_insert_with(|| text.clone()).join(text.clone());
        }
        if member.shape.array.is_some() || member.shape.object.is_some() || member.shape.map.is_some() {
            all.array.get_or_insert_default();
        }
    }
    inner(shape).for_each(|inner| collect(inner, known));
}

fn inner(shape: &Shape) -> impl Iterator<Item = &Shape> {
    let members = shape.object.iter().flat_map(|object| object.members.values().map(|member| &member.shape));
    shape.array.iter().chain(&shape.map).map(|part| &**part).chain(members)
}

fn has_fractions(shape: &Shape) -> bool {
    shape.number.is_some_and(|number| number.kind() == NumberKind::Float)
}

/// Nothing but whole numbers were seen (not only placeholders for them), none of them beyond what a float holds.
fn is_whole(shape: &Shape) -> bool {
    let is_small = |number: Number| number.kind() == NumberKind::Signed && !number.large;
    shape.kinds() == 1 && shape.example.0.is_some() && shape.number.is_some_and(is_small)
}

fn fill(shape: &mut Shape, known: &HashMap<String, Shape>) {
    for (key, member) in shape.object.iter_mut().flat_map(|object| &mut object.members) {
        let member = &mut member.shape;
        match known.get(key) {
            Some(namesake) if member.kinds() == 0 && member.null && namesake.text.is_some() => {
                member.text.clone_from(&namesake.text);
                member.guessed = Guessed(true);
            }
            Some(namesake) if is_whole(member) && has_fractions(namesake) => {
                member.number.get_or_insert_default().join(Number::float());
                member.guessed = Guessed(true);
            }
            _ => fill(member, known),
        }
    }
    shape.array.iter_mut().chain(&mut shape.map).for_each(|part| fill(part, known));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::infer::{ResponseShape, ResponseTypes, Rule};

    fn shared(texts: &[&str]) -> Vec<Shape> {
        let response = |text: &&str| {
            let json = Some(Shape::of_json(text).unwrap());
            let body = ResponseShape { json, ..ResponseShape::default() };
            ResponseTypes { class: Default::default(), status: None, answers: vec![], body, shared_error: false, rule: Rule::JsonSamples }
        };
        let mut endpoints = [EndpointTypes { responses: texts.iter().map(response).collect(), ..EndpointTypes::default() }];
        share(&mut endpoints);
        endpoints[0].responses.drain(..).filter_map(|response| response.body.json).collect()
    }

    #[test]
    fn whole_numbers_with_fractions_elsewhere_are_floats() {
        let samples = [r#"{"cost": 1.5, "n": 1.5, "t": 2.5}"#, r#"[{"cost": 0, "n": 9007199254740993, "t": 2}]"#, r#"{"t": "x"}"#];
        let shapes = shared(&[samples.as_slice(), &[r#"{"cost": "<integer>"}"#]].concat());
        let members = &shapes[1].array.as_ref().unwrap().object.as_ref().unwrap().members;
        assert!(has_fractions(&members["cost"].shape) && members["cost"].shape.guessed.0);
        assert!(["n", "t"].iter().all(|key| !has_fractions(&members[*key].shape)), "large ones and mixed ones stay");
        assert!(!has_fractions(&shapes[3].object.as_ref().unwrap().members["cost"].shape));
    }

    #[test]
    fn null_is_what_its_namesakes_are() {
        let shapes = shared(&[
            r#"{"gone": "2024-01-31", "n": 1, "m": "x"}"#,
            r#"[{"gone": null, "n": null, "m": null, "new": null}]"#,
            r#"{"m": 1}"#,
        ]);
        let members = &shapes[1].array.as_ref().unwrap().object.as_ref().unwrap().members;
        assert!(members["gone"].shape.text.is_some() && members["gone"].shape.null && members["gone"].shape.guessed.0);
        assert!(["n", "m", "new"].iter().all(|key| members[*key].shape.kinds() == 0), "numbers, mixed and unknown ones stay");
    }
}
