//! The one error of an API: the type of the bodies that nearly all of its errors have.

use crate::infer::{Inferred, ResponseTypes};
use crate::lower::models::Shared;
use crate::lower::types::Types;
use crate::name::draft::Origin;
use crate::rust::{Endpoint, Role, Type};

/// What it is called.
const NAME: &str = "ErrorBody";

/// Its position among the drafts.
pub fn draft(inferred: &Inferred, types: &mut Types) -> Option<usize> {
    let error = inferred.error.as_ref()?;
    match types.of(Role::Response, &error.shape, &origin(inferred)) {
        Type::Model(index) => Some(index),
        _ => None,
    }
}

/// Where it was first seen.
pub fn origin(inferred: &Inferred) -> Origin {
    let first =
        inferred.endpoints.iter().position(|endpoint| endpoint.responses.iter().any(has_it));
    Origin {
        endpoint: first.unwrap_or_default(),
        keys: Vec::new(),
        element: false,
        root: NAME.to_owned(),
        resource: String::new(),
        label: None,
    }
}

fn has_it(response: &ResponseTypes) -> bool {
    response.shared_error
}

/// Says at each endpoint with such errors how to get their body. There is no error of the API when something else has its name
/// at the top of the collection.
pub fn document(
    inferred: &Inferred,
    module: &str,
    shared: &mut Shared,
    endpoints: &mut [Endpoint],
) {
    let taken =
        |endpoint: &Endpoint| endpoint.name == NAME || endpoint.required.as_deref() == Some(NAME);
    if endpoints.iter().any(taken) {
        shared.error = None;
    }
    if shared.error.is_none() {
        return;
    }
    for endpoint in endpoints {
        if inferred
            .endpoints
            .get(endpoint.index)
            .is_some_and(|found| found.responses.iter().any(has_it))
        {
            let line = format!(
                "The body of these errors is an [`{NAME}`](crate::{module}::{NAME}): `error.json::<{NAME}>()`."
            );
            endpoint.docs = format!("{}\n\n{line}", endpoint.docs.trim_end());
        }
    }
}
