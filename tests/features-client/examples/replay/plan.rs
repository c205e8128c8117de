// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What the program could send, for people: it is what they see before they decide to send anything.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::data::{Collection, Request};
use super::dynamic::Dynamic;
use super::report;
use super::select::Selection;
use super::variables::{MissingSecret, Variables};

/// How to send the requests.
pub const HOW_TO_SEND: &str = "\
Nothing was sent. To send, add:
  --all           every request, in the order of the collection
  --only 0,3      these, by number or by name
--list shows all of them, --curl the commands for curl, --help everything else.";

/// The requests of one server.
#[derive(Default)]
struct Server<'a> {
    methods: BTreeMap<&'a str, usize>,
    requests: usize,
}

/// What would be sent of a collection.
pub fn of(
    collection: &Collection,
    selection: &Selection,
    variables: &Variables,
    base_url: Option<&str>,
    environment: Option<&str>,
) -> String {
    let mut servers: BTreeMap<String, Server<'_>> = BTreeMap::new();
    let (mut unsendable, mut all) = (0, 0);
    for request in collection.requests.iter().filter(|request| selection.takes(request.index)) {
        all += 1;
        if request.fault.is_some() {
            unsendable += 1;
            continue;
        }
        let server = servers.entry(address(collection, request, variables, base_url)).or_default();
        server.requests += 1;
        *server.methods.entry(&request.method).or_default() += 1;
    }
    let mut text = format!("{all} requests with their saved values:\n");
    for (address, server) in &servers {
        let methods = server.methods.iter().map(|(method, count)| format!("{count} {method}"));
        let methods: Vec<String> = methods.collect();
        let _ = writeln!(text, "  {} to {address} ({})", server.requests, methods.join(", "));
    }
    if unsendable > 0 {
        let _ = writeln!(text, "  {unsendable} cannot be sent");
    }
    let environment = environment.or(collection.environment.as_deref());
    let _ = writeln!(text, "environment: {}", environment.unwrap_or("none"));
    let others = collection.environments.iter().map(|other| other.name.as_str());
    let others: Vec<&str> = others.filter(|other| Some(*other) != environment).collect();
    if !others.is_empty() {
        let _ = writeln!(text, "other environments (--environment NAME): {}", others.join(", "));
    }
    let missing: Vec<&str> = variables.missing_secrets().collect();
    if !missing.is_empty() {
        let _ =
            writeln!(text, "secrets without a value (--var NAME=VALUE): {}", missing.join(", "));
    }
    text
}

/// The server of a request as people know it: scheme and host. What is secret of it is not shown.
fn address(
    collection: &Collection,
    request: &Request,
    variables: &Variables,
    base_url: Option<&str>,
) -> String {
    let template = collection.servers.get(request.server).map_or("", String::as_str);
    let template = base_url.unwrap_or(template);
    let shown = match variables.fill(template, &mut Dynamic::random()) {
        Ok(address) if address.contains("{{") => format!("{address} (a variable has no value)"),
        Ok(address) if address.is_empty() => "no host".to_owned(),
        Ok(address) => origin(&address),
        Err(MissingSecret(name)) => format!("{template} (the secret {name} has no value)"),
    };
    report::redacted(&shown, variables)
}

/// Scheme and host, without credentials.
fn origin(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("http", address));
    let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    format!("{scheme}://{host}")
}
