//! Requests that are one endpoint: the same method and path, saved several times with different values.
//!
//! The first of them in collection order is the endpoint; a later one becomes its preset ([`Endpoint::preset_of`]) when it
//! stands in the same folder, goes to the same server with the same credentials and settings, and
//!
//! * has no parameter that the first has not, in the same order, and leaves out none that is required (`align`),
//! * has a body of the same form, and saved responses that are like those of the first for each status (`evidence`).
//!
//! Every other request is an endpoint of its own. What is appended to a collection can only become a preset: it changes no
//! name, and nothing that the endpoint takes.

mod align;
mod evidence;

use std::collections::{BTreeSet, HashMap};

use crate::api::{Api, Endpoint, PathPiece};
use crate::diagnostics::{Diagnostic, Kind};
use evidence::Known;

/// Marks the presets among the requests of an API, and gives each the parameters of its endpoint, in its order. A person wants
/// those of `own` (positions) to be endpoints.
pub fn unite(api: &mut Api, own: &BTreeSet<usize>, diagnostics: &mut Vec<Diagnostic>) {
    let mut alike: HashMap<Address, Vec<usize>> = HashMap::new();
    let may_unite = |(position, endpoint): &(usize, &Endpoint)| {
        endpoint.fault.is_none() && !own.contains(position)
    };
    for (position, endpoint) in api.endpoints.iter().enumerate().filter(may_unite) {
        alike.entry(Address::of(api, endpoint)).or_default().push(position);
    }
    let mut several: Vec<Vec<usize>> =
        alike.into_values().filter(|positions| positions.len() > 1).collect();
    several.sort_unstable();
    for positions in several {
        unite_some(api, &positions, diagnostics);
    }
}

/// Requests of one address, in collection order.
fn unite_some(api: &mut Api, positions: &[usize], diagnostics: &mut Vec<Diagnostic>) {
    let mut found: Vec<(usize, Known)> = Vec::new();
    for &position in positions {
        let request = &api.endpoints[position];
        let known = Known::of(request);
        let united = found.iter_mut().find_map(|(first, joined)| {
            let aligned = align::align(&api.endpoints[*first], request)?;
            joined.join_like(&known).then_some((*first, aligned))
        });
        match united {
            None => found.push((position, known)),
            Some((first, aligned)) => {
                let kind = Kind::Preset { of: api.endpoints[first].name.clone() };
                let request = &mut api.endpoints[position];
                diagnostics.push(Diagnostic {
                    kind,
                    place: request.place.clone(),
                    trail: request.trail.clone(),
                });
                (request.query, request.headers, request.body) =
                    (aligned.query, aligned.headers, aligned.body);
                request.preset_of = Some(first);
            }
        }
    }
}

/// Where a request goes: the first thing that requests of one endpoint have in common.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Address {
    /// The names of the folders around it: folders of one name are one module.
    folders: Vec<String>,
    method: String,
    server: usize,
    auth: Option<usize>,
    path: Vec<(bool, String)>,
}

impl Address {
    fn of(api: &Api, endpoint: &Endpoint) -> Address {
        let piece = |piece: &PathPiece| match piece {
            PathPiece::Text(text) => (false, text.clone()),
            PathPiece::Parameter(parameter) | PathPiece::Location(parameter) => {
                (true, parameter.name.clone())
            }
        };
        let auth = endpoint
            .auth
            .map(|auth| api.auths.get(auth).and_then(|found| found.alias).unwrap_or(auth));
        Address {
            folders: endpoint.trail.split_last().map_or(&[][..], |(_, folders)| folders).to_vec(),
            method: endpoint.method.clone(),
            server: endpoint.server,
            auth,
            path: endpoint.path.iter().map(piece).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
