//! What a collection says, in HTTP's words: everything that Postman would decide when it sends a request is decided here.
//!
//! In order for each request: the URL is put together and taken apart (`url`, `path`, `query`), headers are sorted
//! out (`headers`), credentials replace what they write (`auth`), the body gets its type (`body`), and saved
//! responses are classed (`answers`). Variables stay in the texts; `scope` knows their values, which become the
//! evidence. Secrets are made variables on the way, so that no later stage sees one outside of [`api::Api::variables`].

mod auth;
mod context;
mod dynamic;
mod endpoint;
mod environments;
mod overrides;
mod parameters;
mod request;
mod responses;
mod scripts;
mod secrets;
#[cfg(test)]
mod tests;
mod text;

pub use overrides::{Overrides, RequestOverrides, Secrets};

use std::collections::{HashMap, HashSet};

use crate::api::{self, Api, Group};
use crate::diagnostics::{Diagnostic, Kind};
use crate::postman::{self, Collection, Environment, Folder, Item, Place};
use context::Context;
use endpoint::Around;
use request::behavior::Behaviors;
use request::{headers, servers};
use scripts::Scripts;
use secrets::conceal::{self, Concealed};
use secrets::scope::Scope;

/// Resolves a collection: what each of its requests sends, and every value seen for each place.
///
/// An environment's variables win over the collection's, those over globals. Nothing is refused: a request that Postman
/// would not send becomes an endpoint with a [`fault`](api::Endpoint::fault), and a diagnostic.
pub fn resolve(
    collection: &Collection,
    environments: &[Environment],
    overrides: &Overrides,
    diagnostics: &mut Vec<Diagnostic>,
) -> Api {
    let Concealed { collection, environments, labels, secrets } =
        conceal::conceal(collection, environments, overrides, diagnostics);
    let context = Context {
        scope: Scope::new(&collection, &environments, &labels),
        trail: Vec::new(),
        place: Place::default(),
        diagnostics,
    };
    let mut resolver = Resolver {
        overrides,
        bodies: responses::bodies(&collection, &context.scope),
        context,
        auths: auth::Auths::default(),
        servers: servers::Servers::default(),
        scripts: Scripts::of(&collection),
        groups: Vec::new(),
        endpoints: Vec::new(),
    };
    resolver.context.scope.note_scripts(resolver.scripts.variables());
    let around = Around {
        auth: collection.auth.as_ref().filter(|auth| !auth.kind.is_empty()),
        owner: collection.name.clone(),
        behaviors: Behaviors(vec![&collection.behavior]),
        group: None,
    };
    resolver.items(&collection.items, &around);
    api::Api { secrets, ..resolver.finish(&collection, &environments, &labels) }
}

/// The walk over a collection.
struct Resolver<'a> {
    overrides: &'a Overrides,
    /// Of each request, the bodies of its saved responses.
    bodies: Vec<Vec<Option<responses::Body>>>,
    context: Context<'a>,
    auths: auth::Auths,
    servers: servers::Servers,
    scripts: Scripts,
    groups: Vec<Group>,
    endpoints: Vec<api::Endpoint>,
}

impl Resolver<'_> {
    fn items(&mut self, items: &[Item], around: &Around<'_>) {
        for item in items {
            match item {
                Item::Folder(folder) => self.folder(folder, around),
                Item::Request(item) => self.request(item, around),
            }
        }
    }

    fn folder(&mut self, folder: &Folder, around: &Around<'_>) {
        self.context.trail.push(folder.name.clone());
        self.groups.push(Group {
            parent: around.group,
            name: folder.name.clone(),
            description: folder.description.clone(),
            place: folder.place.clone(),
        });
        let inner = around.within(folder, self.groups.len() - 1);
        self.items(&folder.items, &inner);
        self.context.trail.pop();
    }

    fn request(&mut self, item: &postman::RequestItem, around: &Around<'_>) {
        self.context.trail.push(item.name.clone());
        self.context.place = item.place.clone();
        let overrides = self.overrides.requests.get(&self.endpoints.len());
        let mut endpoint = match overrides.is_some_and(|overrides| overrides.skip) {
            true => endpoint::skip(&mut self.context, item, around),
            false => {
                let bodies = std::mem::take(&mut self.bodies[self.endpoints.len()]);
                let answers = responses::resolve(&mut self.context, item, bodies);
                endpoint::resolve(
                    &mut self.context,
                    &mut self.auths,
                    &mut self.servers,
                    item,
                    around,
                    answers,
                )
            }
        };
        for parameter in parameters::parameters_mut(&mut endpoint) {
            let said = overrides.and_then(|said| said.secrets.0.get(&parameter.name).copied());
            parameter.secret = said.unwrap_or(parameter.secret);
        }
        endpoint.index = self.endpoints.len();
        self.endpoints.push(endpoint);
        self.context.trail.pop();
    }

    fn finish(
        mut self,
        collection: &Collection,
        environments: &[Environment],
        labels: &HashMap<String, String>,
    ) -> Api {
        self.context.place = Place::default();
        headers::share(&mut self.endpoints);
        let servers = self.servers.finish(&self.context.scope, &mut self.endpoints);
        let mut auths = self.auths.finish();
        auth::settle(&mut auths, servers.first(), &self.context.scope);
        let environments =
            environments::resolve(collection, environments, labels, &servers, &self.endpoints);
        let mut api = Api {
            environments,
            name: collection.name.clone(),
            description: collection.description.clone(),
            version: collection.version.clone(),
            servers,
            auths,
            marked: is_marked(&self.endpoints),
            groups: self.groups,
            endpoints: self.endpoints,
            ..Default::default()
        };
        let unknown = self.context.scope.take_unknown();
        api.variables = self.context.scope.into_variables();
        self.scripts.note(collection, self.context.diagnostics);
        api.flow = scripts::flow(collection, &self.scripts, &api.endpoints, &api.variables);
        note_variables(&api, self.context.diagnostics);
        for name in unknown {
            self.context.diagnostics.push(Diagnostic {
                kind: Kind::UnknownDynamic { name },
                place: Place::default(),
                trail: Vec::new(),
            });
        }
        note_lax_tls(&api.endpoints, self.context.diagnostics);
        note_bad_addresses(&api.servers, self.context.diagnostics);
        api
    }
}

/// Says which variables no value is known for, and which ones scripts set: one diagnostic for each variable.
fn note_variables(api: &Api, diagnostics: &mut Vec<Diagnostic>) {
    for variable in &api.flow.variables {
        let Some(producer) = variable.main_producer() else { continue };
        let request = producer.endpoint.and_then(|index| api.endpoints.get(index));
        let request = request.map(|endpoint| endpoint.name.as_str());
        let how = match (&producer.supply, request) {
            (api::Supply::Script(what), Some(name)) => format!("to {what} (script of `{name}`)"),
            (api::Supply::Script(what), None) => format!("to {what}"),
            (supply, Some(name)) => format!("from {supply} of `{name}`"),
            (supply, None) => format!("from {supply}"),
        };
        let kind = Kind::ScriptedVariable {
            name: variable.name.clone(),
            how,
            uses: variable.consumers.len(),
            credential: variable.credential,
        };
        let place = producer.place.clone();
        diagnostics.push(Diagnostic { kind, place, trail: producer.trail.clone() });
    }
    let scripted: HashSet<&str> =
        api.flow.variables.iter().map(|variable| variable.name.as_str()).collect();
    let undefined = |variable: &&api::Variable| {
        variable.value.is_none() && !scripted.contains(variable.name.as_str())
    };
    for variable in api.variables.iter().filter(undefined) {
        let kind = Kind::UndefinedVariable { name: variable.name.clone() };
        diagnostics.push(Diagnostic { kind, place: Place::default(), trail: Vec::new() });
    }
}

/// Tells which addresses are none. (What is beyond ASCII is left to the transport, which knows such names.)
fn note_bad_addresses(servers: &[api::Server], diagnostics: &mut Vec<Diagnostic>) {
    let has_port = |rest: &str| {
        rest.strip_prefix(':').is_some_and(|port| port.is_empty() || port.parse::<u16>().is_ok())
    };
    let good = |uri: http::Uri| {
        let authority = uri.authority()?.as_str();
        let rest =
            authority[authority.rfind('@').map_or(0, |at| at + 1)..].strip_prefix(uri.host()?)?;
        (rest.is_empty() || has_port(rest)).then_some(())
    };
    let bad =
        |address: &&String| address.is_ascii() && address.parse().ok().and_then(good).is_none();
    for address in servers.iter().filter_map(|server| server.address.as_ref()).filter(bad) {
        diagnostics.push(Diagnostic {
            kind: Kind::BadAddress { address: address.clone() },
            place: Place::default(),
            trail: Vec::new(),
        });
    }
}

/// Tells that requests take any certificate, at the first of them.
fn note_lax_tls(endpoints: &[api::Endpoint], diagnostics: &mut Vec<Diagnostic>) {
    let mut lax = endpoints.iter().filter(|endpoint| endpoint.settings.insecure_tls);
    if let Some(first) = lax.next() {
        let kind = Kind::LaxTls { count: 1 + lax.count() };
        diagnostics.push(Diagnostic {
            kind,
            place: first.place.clone(),
            trail: first.trail.clone(),
        });
    }
}

/// Whether any parameter carries the mark that converters from OpenAPI give to required ones.
fn is_marked(endpoints: &[api::Endpoint]) -> bool {
    let mut seen: HashSet<&str> = HashSet::new();
    endpoints
        .iter()
        .flat_map(parameters::parameters)
        .filter_map(|parameter| parameter.description.as_deref())
        .any(|description| {
            seen.insert(description)
                && (description.contains("(Required)") || description.contains("[required]"))
        })
}
