//! Members of responses of which only null was seen, typed by their namesakes.
//!
//! Where other places of the API's responses show texts under the same key, and nothing but texts, the member is a text too
//! (`deleted_at: null`). A text reads every other scalar, so the guess costs no answer. All other kinds stay unknown.

use std::collections::HashMap;

use super::types::EndpointTypes;
use crate::shape::{Guessed, Shape};

/// Types the unknown members of all responses. Shapes are settled.
pub(super) fn share(endpoints: &mut [EndpointTypes]) {
    let mut known: HashMap<String, Shape> = HashMap::new();
    let shapes = endpoints.iter().flat_map(|endpoint| &endpoint.responses).filter_map(|response| response.body.json.as_ref());
    shapes.for_each(|shape| collect(shape, &mut known));
    known.retain(|_, shape| shape.kinds() == 1 && shape.text.is_some());
    let shapes = endpoints.iter_mut().flat_map(|endpoint| &mut endpoint.responses).filter_map(|response| response.body.json.as_mut());
    shapes.for_each(|shape| fill(shape, &known));
}

/// What is known under each key. Of a list or an object, only that it is one.
fn collect(shape: &Shape, known: &mut HashMap<String, Shape>) {
    for (key, member) in shape.object.iter().flat_map(|object| &object.members) {
        let all = known.entry(key.clone()).or_default();
        all.boolean |= member.shape.boolean;
        all.number = all.number.or(member.shape.number);
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

fn fill(shape: &mut Shape, known: &HashMap<String, Shape>) {
    for (key, member) in shape.object.iter_mut().flat_map(|object| &mut object.members) {
        let member = &mut member.shape;
        match known.get(key) {
            Some(namesake) if member.kinds() == 0 && member.null => {
                member.text.clone_from(&namesake.text);
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
