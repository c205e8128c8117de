//! The one shape of an API's errors, when they agree.
//!
//! Error bodies of one API are nearly always of one form. All JSON objects among them are put into families by their
//! top-level keys; a response belongs to the family of the most frequent keys if it has some of these keys only, or shares two
//! thirds of all keys. When that family holds two thirds of the error responses, their join is the API's error; a response outside
//! keeps its own shape.

use std::collections::{BTreeSet, HashMap};

use super::inferred::{EndpointTypes, ResponseTypes, SharedError};
use super::response;
use crate::shape::Shape;

/// Finds the shared error and marks the responses that belong to it. Shapes are not settled yet.
pub(super) fn share(endpoints: &mut [EndpointTypes]) -> Option<SharedError> {
    let responses = endpoints.iter_mut().flat_map(|endpoint| &mut endpoint.responses);
    let errors = responses.filter(|response| response::is_error(response.class));
    let errors: Vec<(Keys, &mut ResponseTypes)> =
        errors.filter_map(|response| Some((keys(response)?, response))).collect();
    let all = errors.len();
    let family = most_frequent(&errors)?;
    let members: Vec<&mut ResponseTypes> = errors
        .into_iter()
        .filter(|(keys, _)| are_close(keys, &family))
        .map(|(_, response)| response)
        .collect();
    if 3 * members.len() < 2 * all {
        return None;
    }
    let mut shape = Shape::default();
    for response in members {
        response.shared_error = true;
        response.body.json.iter().for_each(|json| shape.join(json));
    }
    let samples = shape.samples.0;
    shape.settle("");
    Some(SharedError { shape, samples })
}

/// The top-level keys of a response.
type Keys = BTreeSet<String>;

/// Those of a response that is always an object with members.
fn keys(response: &ResponseTypes) -> Option<Keys> {
    let json = response.body.json.as_ref()?;
    let object = json.object.as_ref()?;
    let only_objects = json.kinds() == 1 && !json.null && json.told.is_none();
    (only_objects && !object.members.is_empty()).then(|| object.members.keys().cloned().collect())
}

/// The most frequent set of keys; of several, the least.
fn most_frequent(errors: &[(Keys, &mut ResponseTypes)]) -> Option<Keys> {
    let mut counts: HashMap<&Keys, usize> = HashMap::new();
    errors.iter().for_each(|(keys, _)| *counts.entry(keys).or_default() += 1);
    let ranked = counts
        .into_iter()
        .max_by(|(one, count), (other, others)| count.cmp(others).then_with(|| other.cmp(one)));
    ranked.map(|(keys, _)| keys.clone())
}

/// All keys of the first are among those of the other, or they share two thirds of all their keys.
fn are_close(one: &Keys, other: &Keys) -> bool {
    one.is_subset(other) || 3 * one.intersection(other).count() >= 2 * one.union(other).count()
}
