//! The one shape of an API's errors, when they agree.
//!
//! Error bodies of one API are nearly always of one form. All JSON objects among them are put into families by their
//! top-level keys; a response belongs to the family of the most frequent keys when it shares at least half of its and their
//! keys. When that family holds two thirds of the error responses, their join is the API's error; a response outside
//! keeps its own shape.

use std::collections::{BTreeSet, HashMap};

use super::response;
use super::types::{EndpointTypes, ResponseTypes, SharedError};
use crate::shape::Shape;

/// Finds the shared error and marks the responses that belong to it. Shapes are not settled yet.
pub(super) fn share(endpoints: &mut [EndpointTypes]) -> Option<SharedError> {
    let mut errors: Vec<&mut ResponseTypes> = endpoints
        .iter_mut()
        .flat_map(|endpoint| &mut endpoint.responses)
        .filter(|response| response::is_error(response.class) && keys(response).is_some())
        .collect();
    let family = most_frequent(&errors)?;
    let belongs = |response: &ResponseTypes| keys(response).is_some_and(|keys| are_close(&keys, &family));
    let members = errors.iter().filter(|response| belongs(response)).count();
    if 3 * members < 2 * errors.len() {
        return None;
    }
    let mut shape = Shape::default();
    for response in errors.iter_mut().filter(|response| belongs(response)) {
        response.shared_error = true;
        response.body.json.iter().for_each(|json| shape.join(json));
    }
    let samples = shape.samples.0;
    shape.settle("");
    Some(SharedError { shape, samples })
}

/// The top-level keys of a response that is always an object with members.
fn keys(response: &ResponseTypes) -> Option<BTreeSet<String>> {
    let json = response.body.json.as_ref()?;
    let object = json.object.as_ref()?;
    let only_objects = Shape { object: Some(object.clone()), ..Shape::default() } == *json;
    (only_objects && !object.members.is_empty()).then(|| object.members.keys().cloned().collect())
}

/// The most frequent set of keys; of several, the least.
fn most_frequent(errors: &[&mut ResponseTypes]) -> Option<BTreeSet<String>> {
    let mut counts: HashMap<BTreeSet<String>, usize> = HashMap::new();
    errors.iter().filter_map(|response| keys(response)).for_each(|keys| *counts.entry(keys).or_default() += 1);
    let rank = |(keys, count): &(BTreeSet<String>, usize)| (std::cmp::Reverse(*count), keys.clone());
    counts.into_iter().min_by_key(rank).map(|(keys, _)| keys)
}

/// They share at least half of all their keys.
fn are_close(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    2 * one.intersection(other).count() >= one.union(other).count()
}
