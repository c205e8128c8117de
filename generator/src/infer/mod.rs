//! Evidence to types: for each place of an [`Api`] that holds values, what is known of them and by which rule.
//!
//! The order of the rooms: `parameter` decides on values that stand as text (`slot` knows which texts are data where),
//! `endpoint` goes through a request, `response` through its saved responses, `errors` looks for the API's one error.
//! What is known of JSON lives in [`crate::shape`].

mod endpoint;
mod errors;
mod parameter;
pub mod places;
mod response;
mod rule;
mod slot;
mod types;

pub use places::Part;
pub use types::*;

use crate::api::{Api, Endpoint};

/// Infers the types of an API from all that it says.
pub fn infer(api: &Api) -> Inferred {
    let mut endpoints: Vec<EndpointTypes> = api.endpoints.iter().map(|endpoint| of_endpoint(api, endpoint)).collect();
    let error = errors::share(&mut endpoints);
    let responses = endpoints.iter_mut().flat_map(|endpoint| &mut endpoint.responses);
    responses.filter_map(|response| response.body.json.as_mut()).for_each(|json| json.settle(""));
    Inferred { endpoints, error }
}

fn of_endpoint(api: &Api, endpoint: &Endpoint) -> EndpointTypes {
    EndpointTypes {
        path: endpoint::path(endpoint),
        query: endpoint::query(api, endpoint),
        headers: endpoint::headers(api, endpoint),
        body: endpoint::body(api, endpoint),
        responses: response::responses(endpoint),
    }
}

#[cfg(test)]
mod tests;
