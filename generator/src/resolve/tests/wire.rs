//! A small stand-in for the runtime: the URL that an endpoint sends with its saved values.

use runtime::encode;

use crate::api::{Api, Endpoint, PathPiece, Saved};

use crate::template::{self, Piece, pieces};

/// A text with its variables replaced by the values that [`Api::variables`] gives.
pub(crate) fn fill(api: &Api, text: &str) -> String {
    let value = |name: &str| {
        api.variables
            .iter()
            .find(|variable| variable.name == name)
            .and_then(|variable| variable.value.clone())
    };
    let mut filled = text.to_owned();
    for _ in 0..19 {
        let Some(next) = template::replace_once(&filled, value) else { break };
        filled = next;
    }
    filled
}

/// The URL of an endpoint.
pub(crate) fn target(api: &Api, endpoint: &Endpoint) -> String {
    let mut target = fill(api, &api.servers[endpoint.server].template.0);
    for piece in &endpoint.path {
        match piece {
            PathPiece::Text(text) => target.push_str(text),
            PathPiece::Parameter(parameter) | PathPiece::Location(parameter) => {
                for saved in &parameter.saved {
                    let Saved::Text(text) = saved else { continue };
                    if encode::push_path_lenient(&mut target, &fill(api, &text.0))
                        == encode::Rest::Cut
                    {
                        return target;
                    }
                }
            }
        }
    }
    let mut separator = '?';
    if endpoint.bare_query {
        target.push('?');
        separator = '&';
    }
    for parameter in &endpoint.query {
        for saved in &parameter.saved {
            target.push(separator);
            separator = '&';
            target.push_str(
                &parameter.key.clone().unwrap_or_else(|| encode::query_key(&parameter.name)),
            );
            if let Saved::Text(text) = saved
                && push_value(api, &mut target, &text.0) == encode::Rest::Cut
            {
                return target;
            }
        }
    }
    target
}

/// A value of the query: what variables bring in keeps its meaning.
fn push_value(api: &Api, target: &mut String, text: &str) -> encode::Rest {
    target.push('=');
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => target.push_str(&encode::query_value(text)),
            Piece::Variable(variable) => {
                if encode::push_query_lenient(target, &fill(api, variable)) == encode::Rest::Cut {
                    return encode::Rest::Cut;
                }
            }
        }
    }
    encode::Rest::Kept
}
