//! All parameters of an endpoint, wherever they are sent.

use crate::api::{Body, Endpoint, Parameter, Part, PathPiece};

/// All parameters of an endpoint.
pub(crate) fn parameters(endpoint: &Endpoint) -> Vec<&Parameter> {
    let mut found: Vec<&Parameter> = Vec::new();
    found.extend(endpoint.path.iter().filter_map(|piece| match piece {
        PathPiece::Parameter(parameter) | PathPiece::Location(parameter) => Some(parameter),
        PathPiece::Text(_) => None,
    }));
    found.extend(&endpoint.query);
    found.extend(endpoint.headers.iter().map(|header| &header.parameter));
    match &endpoint.body {
        Body::Urlencoded(fields) => found.extend(fields),
        Body::Text(text) => found.extend(&text.holes),
        Body::Multipart(form) => found.extend(form.parts.iter().map(|part| match part {
            Part::Text { parameter, .. } | Part::File { parameter, .. } => parameter,
        })),
        Body::Empty | Body::Json(_) | Body::File(_) | Body::Graphql(_) => {}
    }
    found
}

/// The same, to change them.
pub(crate) fn parameters_mut(endpoint: &mut Endpoint) -> Vec<&mut Parameter> {
    let mut found: Vec<&mut Parameter> = Vec::new();
    found.extend(endpoint.path.iter_mut().filter_map(|piece| match piece {
        PathPiece::Parameter(parameter) | PathPiece::Location(parameter) => Some(parameter),
        PathPiece::Text(_) => None,
    }));
    found.extend(&mut endpoint.query);
    found.extend(endpoint.headers.iter_mut().map(|header| &mut header.parameter));
    match &mut endpoint.body {
        Body::Urlencoded(fields) => found.extend(fields),
        Body::Text(text) => found.extend(&mut text.holes),
        Body::Multipart(form) => found.extend(form.parts.iter_mut().map(|part| match part {
            Part::Text { parameter, .. } | Part::File { parameter, .. } => parameter,
        })),
        Body::Empty | Body::Json(_) | Body::File(_) | Body::Graphql(_) => {}
    }
    found
}
