//! The settings that addresses are made of: their names, and what they are unless set.

use crate::api::{Api, Server, ServerRole, Template};
use crate::docs;
use crate::name::ident::{self, Scope};
use crate::rust;
use crate::template::{self, Piece, pieces};

/// The setting of the main address, which every client has.
pub const MAIN: &str = "base_url";

/// Names the settings of addresses.
pub fn servers(api: &Api, scope: &mut Scope) -> Vec<rust::Server> {
    let methods: Vec<String> = (0..api.servers.len()).map(|at| method(api, at, scope)).collect();
    let server = |(server, method): (&Server, &String)| {
        let default = server.default.as_ref().and_then(|default| text(api, &methods, default));
        let (template, within) = (&server.template.0, within(api, server));
        rust::Server {
            method: method.clone(),
            docs: docs::settings::server(server.role, template, &within, default.as_deref()),
            default,
            address: server.address.clone(),
            template: template.clone(),
            role: server.role,
        }
    };
    api.servers.iter().zip(&methods).map(server).collect()
}

/// A value in terms of other settings: `{base_url}/auth`. `None` when it holds a variable that no setting gives.
pub fn text(api: &Api, methods: &[String], Template(value): &Template) -> Option<String> {
    let pieces = pieces(value).into_iter().map(|piece| match piece {
        Piece::Text(text) => Some(text.to_owned()),
        Piece::Variable(variable) => {
            let at = api
                .servers
                .iter()
                .position(|known| known.role != ServerRole::Whole && known.template.0 == variable);
            Some(format!("{{{}}}", methods.get(at?)?.trim_start_matches("r#")))
        }
    });
    pieces.collect()
}

/// The addresses that a part belongs to, as the collection writes them.
fn within(api: &Api, part: &Server) -> Vec<String> {
    if part.role != ServerRole::Part {
        return Vec::new();
    }
    let holds = |other: &&Server| {
        other.role != ServerRole::Part
            && other.default.as_ref().is_some_and(|text| text.0.contains(&part.template.0))
    };
    api.servers.iter().filter(holds).map(|other| other.template.0.clone()).collect()
}

fn method(api: &Api, at: usize, scope: &mut Scope) -> String {
    let server = &api.servers[at];
    let own = template::single_variable(&server.template.0);
    match (at, own, server.role) {
        (0, ..) => MAIN.to_owned(),
        (_, Some(name), ServerRole::Part) => {
            scope.take([ident::keyword_safe(ident::snake(name, "part"))])
        }
        (_, Some(name), ServerRole::Address) => {
            scope.take([with_url(&ident::snake(name, "other"))])
        }
        _ => scope
            .take(candidates(api, at).into_iter().map(|name| ident::keyword_safe(with_url(&name)))),
    }
}

fn with_url(name: &str) -> String {
    if name.ends_with("url") { name.to_owned() } else { format!("{name}_url") }
}

/// Names for an address that no variable names, the best first.
fn candidates(api: &Api, at: usize) -> Vec<String> {
    let template = &api.servers[at].template.0;
    let mut names = Vec::new();
    let host = literal_host(template);
    names.extend(host.as_deref().and_then(|host| host_name(host, api)));
    names.extend(folder(api, at));
    names.extend(host.as_deref().filter(|host| *host == "localhost").map(|_| "local".to_owned()));
    let words: Vec<String> = template::names(template)
        .into_iter()
        .map(|name| ident::snake(name, "other"))
        .filter(|name| {
            !matches!(name.as_str(), "url" | "base_url" | "host" | "scheme" | "protocol")
        })
        .collect();
    if !words.is_empty() {
        names.push(words.join("_"));
    }
    names.extend(port(template).map(|port| format!("port_{port}")));
    names.push("other".to_owned());
    names
}

/// The host of a template without variables in it.
fn literal_host(template: &str) -> Option<String> {
    let rest = template.split_once("://").map_or(template, |(_, rest)| rest);
    let host = rest.split([':', '/']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').filter(|label| !label.contains("{{")).collect();
    let host = labels.join(".");
    (!host.trim_matches('.').is_empty() && !host.contains(['{', '<', '['])).then_some(host)
}

fn port(template: &str) -> Option<&str> {
    let (_, port) = template.rsplit_once(':')?;
    Some(port).filter(|port| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What a person calls a host: what tells it from the main one of its domain, or else its domain.
fn host_name(host: &str, api: &Api) -> Option<String> {
    let is_address = host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let labels: Vec<&str> = host.split('.').filter(|label| !label.is_empty()).collect();
    if is_address || labels.len() < 2 {
        return None;
    }
    // A second-level domain of two or three letters before a country is part of the suffix: `co.uk`.
    let suffix = match labels.as_slice() {
        [_, .., second, country] if country.len() == 2 && second.len() <= 3 => 2,
        _ => 1,
    };
    let domain = labels.len().checked_sub(suffix + 1)?;
    let main = api.servers.first().and_then(|main| main.address.as_deref()).unwrap_or_default();
    let main_host = literal_host(main).unwrap_or_default();
    let shared = main_host == labels[domain..].join(".")
        || main_host.ends_with(&format!(".{}", labels[domain..].join(".")));
    let inner: Vec<&str> =
        labels[..domain].iter().copied().filter(|label| *label != "www").collect();
    let name =
        if shared && !inner.is_empty() { inner.join("_") } else { labels[domain].to_owned() };
    let starts_well = name.starts_with(|first: char| first.is_alphabetic());
    starts_well.then(|| ident::snake(&name, "other"))
}

/// The folder that all requests of a server are in.
fn folder(api: &Api, at: usize) -> Option<String> {
    let mut folders = api
        .endpoints
        .iter()
        .filter(|endpoint| endpoint.server == at && !endpoint.url.is_empty())
        .map(|endpoint| endpoint.trail.split_last().and_then(|(_, folders)| folders.first()));
    let first = folders.next()??;
    folders.all(|folder| folder == Some(first)).then(|| ident::snake(first, "other"))
}
