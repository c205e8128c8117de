//! `--explain`: for each place that holds values, what was seen there, the rule applied, and the resulting type.

mod request;
mod types;

use serde::Serialize;

use crate::api::Api;
use crate::infer::Inferred;
use crate::overrides::keys;
use crate::rust::Collection;

/// One place, in the words of DESIGN's `--explain` contract.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// The request's position, as in `replay`.
    pub request: usize,
    /// The folders' names and the request's own.
    pub path: Vec<String>,
    /// `path`, `query`, `header`, `urlencoded`, `form`, `body` or `response`.
    #[serde(rename = "in")]
    pub place: &'static str,
    /// The status of a response.
    pub status: Option<u16>,
    /// `/name` of a parameter, then into its JSON; `/*` stands for elements and for values of a map.
    pub pointer: String,
    /// `string`, `integer`, `number`, `boolean`, `object`, `array`, `map`, `enum`, `union`, `binary` or `any`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The format, as in OpenAPI.
    pub format: Option<&'static str>,
    /// It has to be given.
    pub required: bool,
    /// Null was seen.
    pub nullable: bool,
    /// The values of an enum.
    pub values: Option<Vec<String>>,
    /// The Rust type.
    pub rust: String,
    /// The rule, in words.
    pub rule: &'static str,
    /// How many values were seen.
    pub samples: usize,
    /// The key of the place in a file of overrides, where these may say something of it. It is for people.
    #[serde(skip)]
    pub key: Option<String>,
}

/// Explains every place of a collection, request by request.
pub fn explain(api: &Api, inferred: &Inferred, collection: &Collection) -> Vec<Explanation> {
    let endpoints = types::by_index(collection);
    let keys = keys::keys(api.endpoints.iter().map(|endpoint| endpoint.trail.as_slice()));
    let mut all = Vec::new();
    for ((endpoint, found), key) in api.endpoints.iter().zip(&inferred.endpoints).zip(&keys) {
        if let Some(lowered) = endpoints.get(&endpoint.preset_of.unwrap_or(endpoint.index)) {
            let types = types::Types::new(lowered, collection);
            request::explain(endpoint, found, types, key, &mut all);
        }
    }
    all
}
