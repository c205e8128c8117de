//! Whole numbers in responses that are floats: `"cost": 0` beside `"cost": 12.5`.
//!
//! * A member with whole numbers is a float when the same key has fractions under a similar parent: one with which its
//!   own object shares at least half of the members of the smaller one, and another one besides the key.
//! * In an object that has numbers only, half of them or more fractions (`{"lat": 52.5, "lng": 13}`), all are floats.
//!
//! A float reads whole numbers as well, so the guess costs no response. What a placeholder says (`<integer>`) stays.

use std::collections::HashMap;

use super::inferred::EndpointTypes;
use crate::shape::{Guessed, Members, Number, NumberKind, Object, Shape};

/// The sets of members around each key that has fractions.
type Parents = HashMap<String, Vec<Vec<String>>, foldhash::fast::RandomState>;

/// Widens the members of all responses. Shapes are settled.
pub(super) fn widen(endpoints: &mut [EndpointTypes]) {
    let responses = || endpoints.iter().flat_map(|endpoint| &endpoint.responses);
    let mut parents = Parents::default();
    responses()
        .filter_map(|response| response.body.json.as_ref())
        .for_each(|shape| collect(shape, &mut parents));
    if parents.is_empty() {
        return;
    }
    let responses = endpoints.iter_mut().flat_map(|endpoint| &mut endpoint.responses);
    responses
        .filter_map(|response| response.body.json.as_mut())
        .for_each(|shape| fill(shape, &parents));
}

fn collect(shape: &Shape, parents: &mut Parents) {
    if let Some(object) = &shape.object {
        for (key, _) in object.members.iter().filter(|(_, member)| has_fractions(&member.shape)) {
            let keys: Vec<String> = object.members.keys().cloned().collect();
            let known = parents.entry(key.clone()).or_default();
            if !known.contains(&keys) {
                known.push(keys);
            }
        }
        object.members.values().for_each(|member| collect(&member.shape, parents));
    }
    shape.array.iter().chain(&shape.map).for_each(|part| collect(part, parents));
}

fn fill(shape: &mut Shape, parents: &Parents) {
    if let Some(object) = &mut shape.object {
        let measures = is_of_fractions(object);
        let members = &object.members;
        let similar = |key: &String| {
            parents.get(key).into_iter().flatten().any(|parent| is_similar(members, parent))
        };
        let wide: Vec<usize> = (members.iter().enumerate())
            .filter(|(_, (key, member))| is_whole(&member.shape) && (measures || similar(key)))
            .map(|(at, _)| at)
            .collect();
        for at in wide {
            let member = &mut object.members[at].shape;
            member.number.get_or_insert_default().join(Number::float());
            member.guessed = Guessed(true);
        }
        object.members.values_mut().for_each(|member| fill(&mut member.shape, parents));
    }
    shape.array.iter_mut().chain(&mut shape.map).for_each(|part| fill(part, parents));
}

/// Half of the members of the smaller one are shared, and two at least where there are two.
fn is_similar(members: &Members, parent: &[String]) -> bool {
    let shared = parent.iter().filter(|key| members.contains_key(*key)).count();
    let smaller = members.len().min(parent.len());
    2 * shared >= smaller && shared >= smaller.min(2)
}

/// Numbers only, half of them or more with fractions.
fn is_of_fractions(object: &Object) -> bool {
    let shapes = || object.members.values().map(|member| &member.shape);
    let seen = || shapes().filter(|shape| shape.kinds() > 0);
    let fractions = seen().filter(|shape| has_fractions(shape)).count();
    seen().all(|shape| shape.kinds() == 1 && shape.number.is_some())
        && fractions > 0
        && 2 * fractions >= seen().count()
}

fn has_fractions(shape: &Shape) -> bool {
    !shape.guessed.0 && shape.number.is_some_and(|number| number.kind() == NumberKind::Float)
}

/// Nothing but whole numbers were seen (not only placeholders for them), none of them beyond what a float holds.
fn is_whole(shape: &Shape) -> bool {
    let is_small = |number: Number| number.kind() == NumberKind::Signed && !number.large;
    shape.kinds() == 1 && shape.example.0.is_some() && shape.number.is_some_and(is_small)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widened(texts: &[&str]) -> Vec<Shape> {
        let mut shapes: Vec<Shape> =
            texts.iter().map(|text| Shape::of_json(text).unwrap()).collect();
        let mut parents = Parents::default();
        shapes.iter().for_each(|shape| collect(shape, &mut parents));
        shapes.iter_mut().for_each(|shape| fill(shape, &parents));
        shapes
    }

    fn is_float(shape: &Shape, key: &str) -> bool {
        shape.object.as_ref().unwrap().members[key].shape.number.unwrap().float
    }

    #[test]
    fn whole_numbers_with_fractions_under_a_similar_parent() {
        let shapes = widened(&[
            r#"{"cost": 1.5, "name": "x", "big": 0.5}"#,
            r#"{"cost": 2, "name": "y", "big": 9007199254740993}"#,
            r#"{"cost": 2, "id": 1, "unit": "x", "of": "y"}"#,
            r#"{"cost": "<integer>", "name": "z"}"#,
        ]);
        assert!(is_float(&shapes[1], "cost") && !is_float(&shapes[1], "big"));
        assert!(!is_float(&shapes[2], "cost"), "another thing");
        assert!(!is_float(&shapes[3], "cost"), "a placeholder says so");
    }

    #[test]
    fn a_whole_number_among_fractions() {
        let shapes = widened(&[
            r#"{"lat": 52.5, "lng": 13, "alt": null}"#,
            r#"{"price": 1.5, "quantity": 2, "unit": "kg"}"#,
            r#"{"ratio": 0.5, "hits": 2, "misses": 3}"#,
        ]);
        assert!(!is_float(&shapes[2], "hits"), "counters");
        assert!(is_float(&shapes[0], "lng") && !is_float(&shapes[1], "quantity"));
    }
}
