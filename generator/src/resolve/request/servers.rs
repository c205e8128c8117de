//! The starts of URLs.

use indexmap::IndexMap;

use crate::api::{Endpoint, PathPiece, Server, Template};
use crate::resolve::secrets::scope::{Scope, View};
use crate::template;

/// All servers in order of first sight, with how many requests each has.
#[derive(Debug, Default)]
pub(crate) struct Servers(IndexMap<String, usize>);

impl Servers {
    /// The position of a server.
    pub(crate) fn add(&mut self, server: &str) -> usize {
        if let Some((position, _, count)) = self.0.get_full_mut(server) {
            *count += 1;
            return position;
        }
        self.0.insert(server.to_owned(), 1);
        self.0.len() - 1
    }

    /// The servers, that of most requests first; the endpoints follow. There is always one.
    pub(crate) fn finish(self, scope: &Scope, endpoints: &mut [Endpoint]) -> Vec<Server> {
        let main = self
            .0
            .values()
            .enumerate()
            .max_by_key(|(position, count)| (**count, usize::MAX - position))
            .map_or(0, |(position, _)| position);
        let mut servers: Vec<Server> =
            self.0.keys().map(|template| server(template, scope)).collect();
        if servers.is_empty() {
            return vec![Server::default()];
        }
        servers[..=main].rotate_right(1);
        for endpoint in endpoints
            .iter_mut()
            .filter(|endpoint| endpoint.fault.is_none() || !endpoint.url.is_empty())
        {
            endpoint.server = match endpoint.server {
                _ if matches!(endpoint.path.first(), Some(PathPiece::Location(_))) => 0,
                own if own == main => 0,
                own if own < main => own + 1,
                own => own,
            };
        }
        servers
    }
}

pub(crate) fn server(template: &str, scope: &Scope) -> Server {
    let filled = scope.fill(template, View::Real);
    let known =
        !filled.is_empty() && !template::has_variable(&filled) && !scope.is_secret(template);
    let address =
        known.then(|| if filled.contains("://") { filled } else { format!("http://{filled}") });
    Server {
        template: Template(template.to_owned()),
        address,
        variables: template::names(template).into_iter().map(str::to_owned).collect(),
    }
}
