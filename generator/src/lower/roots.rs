//! The shapes of a collection that hold objects, and what each is called: the input of [`crate::infer::types`].

use crate::api::{Api, Body, Endpoint};
use crate::infer::types::{Direction, Resources, Root, resources};
use crate::infer::{BodyTypes, Encoding, EndpointTypes, Inference, Inferred};
use crate::lower::{error, output};
use crate::name::draft::Origin;
use crate::name::ident;
use crate::name::tree::{EndpointName, Tree};

/// All shapes that hold objects.
#[derive(Debug, Default)]
pub struct Roots<'a> {
    /// The shapes.
    pub roots: Vec<Root<'a>>,
    /// Where each is found.
    pub origins: Vec<Origin>,
}

impl<'a> Roots<'a> {
    /// Those of a collection, in its order.
    pub fn new(api: &'a Api, inferred: &'a Inferred, tree: &Tree) -> Roots<'a> {
        let mut roots = Roots::default();
        let all = api.endpoints.iter().zip(&inferred.endpoints).zip(&tree.endpoints);
        let all = all.zip(resources(api));
        for (((endpoint, found), name), resources) in all {
            if endpoint.preset_of.is_none() {
                roots.endpoint(endpoint, found, name, &resources);
            }
        }
        if let Some(error) = &inferred.error {
            let (direction, shape) = (Direction::Response, &error.shape);
            roots.roots.push(Root { direction, shape, resources: Default::default() });
            roots.origins.push(error::origin(inferred));
        }
        roots
    }

    fn endpoint(
        &mut self,
        endpoint: &'a Endpoint,
        found: &'a EndpointTypes,
        name: &EndpointName,
        resources: &Resources,
    ) {
        let origin = |root: String| Origin {
            endpoint: endpoint.index,
            root,
            resource: resources.first().to_owned(),
            ..Origin::default()
        };
        let mut add = |direction, shape, origin| {
            self.roots.push(Root { direction, shape, resources: resources.clone() });
            self.origins.push(origin);
        };
        for (key, inference) in json_parameters(endpoint, found) {
            let origin = origin(name.name.clone()).member(key);
            add(Direction::Request, &inference.shape, origin);
        }
        let body = match &found.body {
            BodyTypes::Json(inference) => Some((inference, "Body")),
            BodyTypes::Graphql(Some(inference)) => Some((inference, "Variables")),
            _ => None,
        };
        if let Some((inference, called)) = body {
            let origin = origin(ident::inner_type(&name.name, called));
            add(Direction::Request, &inference.shape, origin);
        }
        for (noun, shape) in output::shapes(found, &name.noun) {
            add(Direction::Response, shape, origin(noun));
        }
    }
}

/// The parameters of an endpoint that hold JSON, with their names.
fn json_parameters<'a>(
    endpoint: &'a Endpoint,
    found: &'a EndpointTypes,
) -> Vec<(&'a str, &'a Inference)> {
    let mut all: Vec<(&str, &Inference)> = Vec::new();
    all.extend(found.path.iter().map(|argument| (argument.name.as_str(), &argument.inference)));
    all.extend(endpoint.query.iter().map(|parameter| parameter.name.as_str()).zip(&found.query));
    all.extend(
        endpoint.headers.iter().map(|header| header.parameter.name.as_str()).zip(&found.headers),
    );
    match (&endpoint.body, &found.body) {
        (Body::Urlencoded(pairs), BodyTypes::Urlencoded(found)) => {
            all.extend(pairs.iter().map(|pair| pair.name.as_str()).zip(found))
        }
        (Body::Multipart(form), BodyTypes::Multipart(found)) => {
            all.extend(form.parts.iter().map(part_name).zip(found))
        }
        (Body::Text(text), BodyTypes::Text(found)) => {
            all.extend(text.holes.iter().map(|hole| hole.name.as_str()).zip(found))
        }
        _ => {}
    }
    all.retain(|(_, inference)| inference.encoding == Encoding::Json);
    all
}

fn part_name(part: &crate::api::Part) -> &str {
    match part {
        crate::api::Part::Text { parameter, .. } | crate::api::Part::File { parameter, .. } => {
            &parameter.name
        }
    }
}
