//! Evidence to types: for each place of an [`Api`] that holds values, what is known of them and by which rule.
//!
//! In order: `parameter` decides on values that are sent as text (`slot` knows which texts are data where), `endpoint`
//! goes through a request, `response` through its saved responses, `errors` looks for the API's one error. Then places
//! learn from each other: `pooled` finds enums among placeholders, `namesakes` types members that say little,
//! `fractions` finds floats, and `elsewhere` types parameters, each from the same key in other JSON. What is known of JSON
//! lives in [`crate::shape`].

mod elsewhere;
mod endpoint;
mod errors;
mod fractions;
mod graphql;
mod inferred;
mod namesakes;
mod next_address;
mod pages;
mod parameter;
pub mod places;
mod pooled;
mod response;
mod rule;
mod slot;
pub mod types;

pub use inferred::*;
pub use places::Part;
pub use slot::Slot as TextPlace;

use rayon::prelude::*;

use crate::api::{Api, Endpoint};

/// Infers the types of an API from all that it says.
///
/// The samples of all requests of one endpoint count together: its presets get the same types.
pub fn infer(api: &Api) -> Inferred {
    let first = |(position, request): (usize, &Endpoint)| request.preset_of.unwrap_or(position);
    let mut requests: Vec<Vec<&Endpoint>> = vec![Vec::new(); api.endpoints.len()];
    api.endpoints.iter().enumerate().for_each(|entry| requests[first(entry)].push(entry.1));
    let types = requests.par_iter().map(|requests| {
        if requests.is_empty() { EndpointTypes::default() } else { of_endpoint(api, requests) }
    });
    let mut endpoints: Vec<EndpointTypes> = types.collect();
    let error = errors::share(&mut endpoints);
    let responses = endpoints.par_iter_mut().flat_map_iter(|endpoint| &mut endpoint.responses);
    responses.filter_map(|response| response.body.json.as_mut()).for_each(|json| json.settle(""));
    pooled::mark(&requests, &mut endpoints);
    namesakes::share(&mut endpoints);
    fractions::widen(&mut endpoints);
    elsewhere::share(&requests, &mut endpoints);
    for (position, request) in api.endpoints.iter().enumerate() {
        if let Some(types) = request.preset_of.and_then(|first| endpoints.get(first)).cloned() {
            endpoints[position] = types;
        }
    }
    Inferred { endpoints, error }
}

/// `requests` are those of one endpoint.
fn of_endpoint(api: &Api, requests: &[&Endpoint]) -> EndpointTypes {
    let mut types = EndpointTypes {
        path: endpoint::path(requests),
        query: endpoint::query(api, requests),
        headers: endpoint::headers(api, requests),
        body: endpoint::body(api, requests),
        responses: response::responses(requests),
        pages: None,
    };
    graphql::select(requests, &mut types.responses);
    types.pages = requests.first().and_then(|first| pages::pages(first, &types));
    types
}

#[cfg(test)]
mod tests;
