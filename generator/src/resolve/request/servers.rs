//! The addresses of an API, and the variables that they are made of.
//!
//! Each variable has one setting, and whatever is derived from it follows: with `authUrl = {{baseUrl}}/auth` the address of
//! `{{authUrl}}` is written in terms of that of `{{baseUrl}}`.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::api::{Endpoint, PathPiece, Server, ServerRole, Template};
use crate::diagnostics::{Diagnostic, Kind};
use crate::hints::bracketed;
use crate::resolve::secrets::scope::{Scope, View};
use crate::template::{self, Piece, pieces};

/// Addresses that are derived from each other more often than these are derived in a circle.
const DEEPEST: usize = 20;

/// The starts of all URLs in order of first sight, with how many requests each has.
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

    /// The settings of addresses: the main one first, which most requests go to or derive their address from; then those of other
    /// addresses, then variables that are parts of them. The endpoints follow. There is always one.
    pub(crate) fn finish(
        self,
        scope: &Scope,
        endpoints: &mut [Endpoint],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Server> {
        let counts: Vec<usize> = self.0.values().copied().collect();
        let mut drafts = Drafts(self.0.keys().map(|template| draft(template, scope)).collect());
        if drafts.0.is_empty() {
            return vec![Server { role: ServerRole::Address, ..Server::default() }];
        }
        drafts.keep_apart();
        drafts.add_parts(scope);
        drafts.add_schemes();
        let empty = drafts.drop_empty_hosts(scope);
        let order = drafts.order(&counts);
        for endpoint in endpoints
            .iter_mut()
            .filter(|endpoint| endpoint.fault.is_none() || !endpoint.url.is_empty())
        {
            let is_location = matches!(endpoint.path.first(), Some(PathPiece::Location(_)));
            let position = order.iter().position(|&own| own == endpoint.server);
            let position = position.filter(|_| !is_location).unwrap_or_default();
            if empty.contains(&endpoint.server) && !is_location {
                note_empty(&drafts.0[endpoint.server].template.0, endpoint, diagnostics);
            }
            endpoint.server = position;
        }
        order.into_iter().map(|at| drafts.server(at)).collect()
    }
}

/// Tells of an address without a host, at the first request that goes there.
fn note_empty(template: &str, endpoint: &Endpoint, diagnostics: &mut Vec<Diagnostic>) {
    let kind = Kind::EmptyHost { template: template.to_owned() };
    if !diagnostics.iter().any(|known| known.kind == kind) {
        diagnostics.push(Diagnostic {
            kind,
            place: endpoint.place.clone(),
            trail: endpoint.trail.clone(),
        });
    }
}

/// The setting for the start of a URL.
fn draft(template: &str, scope: &Scope) -> Server {
    let own = template::single_variable(template).filter(|name| !name.starts_with('$'));
    let default = match own {
        Some(name) => value(name, scope).filter(|value| !value.is_empty()),
        None => Some(with_variables(template)),
    };
    Server {
        template: Template(template.to_owned()),
        default: default.map(Template),
        variables: template::names(template).into_iter().map(str::to_owned).collect(),
        role: ServerRole::Address,
        address: None,
    }
}

/// The value of a variable, as written; none for a secret, and for what is defined by itself.
fn value(name: &str, scope: &Scope) -> Option<String> {
    let written = format!("{{{{{name}}}}}");
    let filled = scope.fill(&written, View::Real);
    if scope.is_secret(&written)
        || template::names(&filled).iter().any(|name| scope.value(name, View::Real).is_some())
    {
        return None;
    }
    let value = scope.value(name, View::Real)?;
    let nested = template::names(&value).len() != variables(&value).len();
    // The names of such variables are made of values, so they have no settings.
    let value = if nested { filled } else { value };
    (!scope.is_secret(&value)).then_some(value)
}

/// The variables of a text that are not made of others.
fn variables(text: &str) -> Vec<&str> {
    let found = pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Variable(variable) => Some(template::name_of(variable)),
        Piece::Text(_) => None,
    });
    found.filter(|name| !name.contains("{{")).collect()
}

/// An address whose placeholders (`https://{tenant}.example.com`) are variables.
fn with_variables(template: &str) -> String {
    let mut found = String::new();
    for piece in pieces(template) {
        let Piece::Text(text) = piece else {
            found.push_str(piece.as_str());
            continue;
        };
        for piece in bracketed::pieces(text) {
            match piece {
                bracketed::Piece::Text(text) => found.push_str(text),
                bracketed::Piece::Placeholder { name, .. } => {
                    found.push_str(&format!("{{{{{name}}}}}"));
                }
            }
        }
    }
    found
}

/// The variable that a text starts with, and what follows it.
fn leading(text: &str) -> Option<(&str, &str)> {
    match pieces(text).first() {
        Some(Piece::Variable(variable)) => {
            Some((template::name_of(variable), &text[variable.len()..]))
        }
        _ => None,
    }
}

/// Settings that are being worked out.
struct Drafts(Vec<Server>);

impl Drafts {
    fn default(&self, at: usize) -> Option<&str> {
        self.0[at].default.as_ref().map(|Template(text)| text.as_str())
    }

    /// A variable that is an address by itself and a host within another one, such as `{{host}}` beside `https://{{host}}`, is a
    /// part of both.
    fn keep_apart(&mut self) {
        let inner: Vec<String> = (0..self.0.len())
            .filter_map(|at| self.default(at))
            .flat_map(|text| {
                let start = leading(text).map_or(text, |(_, rest)| rest);
                variables(start).into_iter().map(str::to_owned).collect::<Vec<_>>()
            })
            .collect();
        for server in &mut self.0 {
            if template::single_variable(&server.template.0)
                .is_some_and(|name| inner.iter().any(|inner| inner == name))
            {
                server.default = Some(server.template.clone());
                server.role = ServerRole::Whole;
            }
        }
    }

    /// Adds a setting for each variable that has none.
    fn add_parts(&mut self, scope: &Scope) {
        let mut at = 0;
        while at < self.0.len() {
            let default = self.default(at).unwrap_or_default().to_owned();
            for name in variables(&default) {
                if self.setting(name).is_none() {
                    self.0.push(Server {
                        template: Template(format!("{{{{{name}}}}}")),
                        default: value(name, scope).map(Template),
                        variables: vec![name.to_owned()],
                        role: ServerRole::Part,
                        address: None,
                    });
                }
            }
            at += 1;
        }
    }

    /// Gives addresses the scheme that Postman takes where they have none.
    fn add_schemes(&mut self) {
        let addresses = |drafts: &Drafts, with_variable: bool| -> Vec<usize> {
            let is_address = |at: &usize| drafts.0[*at].role != ServerRole::Part;
            let starts = |at: &usize| drafts.default(*at).and_then(leading).is_some();
            (0..drafts.0.len())
                .filter(is_address)
                .filter(|at| starts(at) == with_variable)
                .collect()
        };
        for with_variable in [false, true] {
            for at in addresses(self, with_variable) {
                if let Some(default) = self.default(at)
                    && self.lacks_scheme(default, DEEPEST)
                {
                    self.0[at].default = Some(Template(format!("http://{default}")));
                }
            }
        }
    }

    fn lacks_scheme(&self, text: &str, depth: usize) -> bool {
        if text.contains("://") || depth == 0 {
            return false;
        }
        match leading(text) {
            None => true,
            Some((name, _)) => self
                .setting(name)
                .and_then(|at| self.default(at))
                .is_some_and(|inner| self.lacks_scheme(inner, depth - 1)),
        }
    }

    /// The setting that gives the value of a variable.
    fn setting(&self, name: &str) -> Option<usize> {
        let is_own = |known: &Server| {
            known.role != ServerRole::Whole
                && template::single_variable(&known.template.0) == Some(name)
        };
        self.0.iter().position(is_own)
    }

    /// An address with everything filled in.
    fn filled(&self, at: usize) -> Option<String> {
        let mut text = self.default(at)?.to_owned();
        for _ in 0..DEEPEST {
            let value = |name: &str| self.default(self.setting(name)?).map(str::to_owned);
            match template::replace_once(&text, value) {
                Some(next) => text = next,
                None => break,
            }
        }
        (!template::has_variable(&text)).then_some(text)
    }

    /// Takes back the empty values that leave an address without a host. Gives the positions of those addresses.
    fn drop_empty_hosts(&mut self, scope: &Scope) -> Vec<usize> {
        let is_empty = |address: &str| {
            let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
            let host = rest.split(['/', ':', '?']).next().unwrap_or_default();
            host.is_empty() || host.starts_with('.') || host.contains("..")
        };
        let hostless: Vec<usize> = (0..self.0.len())
            .filter(|&at| self.0[at].role != ServerRole::Part)
            .filter(|&at| match self.filled(at) {
                Some(address) => is_empty(&address),
                None => scope.fill(&self.0[at].template.0, View::Real).is_empty(),
            })
            .collect();
        for &at in &hostless {
            let mut inner = vec![at];
            let mut next = 0;
            while next < inner.len() && next < DEEPEST {
                let default = self.default(inner[next]).unwrap_or_default().to_owned();
                let used = variables(&default).into_iter().filter_map(|name| self.setting(name));
                let used: Vec<usize> = used.filter(|used| !inner.contains(used)).collect();
                inner.extend(used);
                next += 1;
            }
            let is_blank = |drafts: &Drafts, at: usize| {
                drafts.default(at).is_some_and(|text| {
                    text.is_empty() || is_empty(text) && variables(text).is_empty()
                })
            };
            for part in inner {
                if is_blank(self, part) {
                    self.0[part].default = None;
                }
            }
        }
        hostless
    }

    /// The positions in their final order.
    fn order(&mut self, counts: &[usize]) -> Vec<usize> {
        let mut totals: BTreeMap<usize, usize> = BTreeMap::new();
        for (at, count) in counts.iter().enumerate() {
            *totals.entry(self.root(at)).or_default() += count;
        }
        let first_use = |root: usize| (0..counts.len()).find(|&at| self.root(at) == root);
        let main = totals
            .iter()
            .max_by_key(|(root, total)| (**total, std::cmp::Reverse(first_use(**root))))
            .map_or(0, |(root, _)| *root);
        if self.0[main].role == ServerRole::Part {
            self.0[main].role = ServerRole::Address;
        }
        let others = |drafts: &Drafts, is_part: bool| -> Vec<usize> {
            let all = (0..drafts.0.len()).filter(|&at| at != main);
            all.filter(|&at| (drafts.0[at].role == ServerRole::Part) == is_part).collect()
        };
        [vec![main], others(self, false), others(self, true)].concat()
    }

    /// The address that one is derived from: itself, or that of the variable before its path.
    fn root(&self, at: usize) -> usize {
        let mut root = at;
        for _ in 0..DEEPEST {
            let found = self
                .default(root)
                .and_then(leading)
                .filter(|(_, rest)| rest.is_empty() || rest.starts_with('/'));
            match found.and_then(|(name, _)| self.setting(name)) {
                Some(inner) if inner != root => root = inner,
                _ => break,
            }
        }
        root
    }

    fn server(&self, at: usize) -> Server {
        let address = match self.0[at].role {
            ServerRole::Part => None,
            ServerRole::Address | ServerRole::Whole => {
                self.filled(at).filter(|address| !address.is_empty())
            }
        };
        Server { address, ..self.0[at].clone() }
    }
}

/// What an environment gives for a setting, as written: `None` when it says nothing of it.
pub(crate) fn preset(server: &Server, defined: &[String], scope: &Scope) -> Option<Template> {
    let name = template::single_variable(&server.template.0)?;
    if server.role == ServerRole::Whole || !defined.iter().any(|defined| defined == name) {
        return None;
    }
    let value = value(name, scope)?;
    if server.role == ServerRole::Part {
        return Some(Template(value));
    }
    let filled = scope.fill(&value, View::Real);
    let lacks_scheme = !filled.contains("://") && !template::has_variable(&filled);
    let value = if lacks_scheme { format!("http://{value}") } else { value };
    (!filled.is_empty()).then_some(Template(value))
}
