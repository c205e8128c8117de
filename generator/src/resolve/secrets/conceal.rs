//! Takes the secrets out of a collection before anything else looks at it.
//!
//! One walk over every string ([`visit`](super::visit)) finds what is secret ([`find`](super::find)): by the name of its
//! location or by its form, at any depth. A secret that is sent becomes a variable, one that is only shown becomes
//! [`STAND_IN`](crate::hints::secrets::STAND_IN). A second walk replaces the secrets that are known by then wherever
//! else they occur. So all that follows (types, documentation, examples, messages) is made of strings without secrets, and
//! a location whose string was replaced is known by that string.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, VecDeque};
use std::mem::take;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rayon::prelude::*;
use serde_json::Value;

use super::find::{self, Finding, Form, Seek};
use super::registry::Registry;
use super::visit::{self, Purpose, Shown, Site, Visit, What};
use crate::api;
use crate::diagnostics::{Diagnostic, Kind};
use crate::hints::secrets;
use crate::postman::{Collection, Environment, Item, RequestItem, Variable};
use crate::resolve::{Overrides, Secrets};
use crate::template;

/// A collection without secrets.
pub struct Concealed {
    /// The collection; its variables include those that secrets became.
    pub collection: Collection,
    /// The environments; `secret` of a variable tells whether its value may be shown.
    pub environments: Vec<Environment>,
    /// For each variable that a secret became, the name of the location of the secret.
    pub labels: HashMap<String, String>,
    /// What later stages have to know of the secrets.
    pub secrets: api::Secrets,
}

/// Takes the secrets out of a collection.
pub fn conceal(
    collection: &Collection,
    environments: &[Environment],
    overrides: &Overrides,
    diagnostics: &mut Vec<Diagnostic>,
) -> Concealed {
    let mut collection = collection.clone();
    let mut environments = environments.to_vec();
    let mut names = Names(Registry::default());
    visit::collection(&mut collection, &mut names);
    let mut registry = names.0;
    for variable in all_variables(&collection, &environments) {
        registry.reserve(variable.0);
    }
    let mut walk = Conceal {
        bodies: bodies(&collection, overrides),
        overrides,
        registry,
        said: Arc::default(),
        requests: 0,
        secrets: api::Secrets::default(),
        trail: Vec::new(),
        diagnostics,
    };
    visit::collection(&mut collection, &mut walk);
    let marked = take(&mut walk.registry.marked);
    walk.variables(&mut collection, &mut environments, marked);
    let mut registry = take(&mut walk.registry);
    let secrets = take(&mut walk.secrets);
    let known = known(&registry, &collection, &environments);
    visit::collection(&mut collection, &mut Replace { known, trail: Vec::new(), diagnostics });
    let mut labels = HashMap::new();
    for (variable, label) in take(&mut registry).into_variables() {
        labels.insert(variable.key.clone().unwrap_or_default(), label);
        collection.variables.push(variable);
    }
    Concealed { collection, environments, labels, secrets }
}

/// The names and values of all variables.
fn all_variables<'a>(
    collection: &'a Collection,
    environments: &'a [Environment],
) -> impl Iterator<Item = (&'a str, &'a Variable)> {
    let others = environments.iter().flat_map(|environment| &environment.variables);
    collection
        .variables
        .iter()
        .chain(others)
        .filter_map(|variable| Some((variable.key.as_deref()?, variable)))
}

/// The findings in the bodies of all saved responses, in the order of the walk. Most of a collection is here, and each
/// body can be searched without the others.
fn bodies(collection: &Collection, overrides: &Overrides) -> VecDeque<Vec<Finding>> {
    let mut items = Vec::new();
    collect(&collection.items, &mut items);
    let nothing = Secrets::default();
    let of_item = |(index, item): (usize, &&RequestItem)| {
        let said = overrides.requests.get(&index).map_or(&nothing, |request| &request.secrets);
        let bodies = item.responses.iter().filter_map(|response| response.body.as_deref());
        bodies.map(|body| find::settled(find::value(Seek::new(said), "", body))).collect::<Vec<_>>()
    };
    let found: Vec<Vec<Vec<Finding>>> = items.par_iter().enumerate().map(of_item).collect();
    found.into_iter().flatten().collect()
}

fn collect<'a>(items: &'a [Item], found: &mut Vec<&'a RequestItem>) {
    for item in items {
        match item {
            Item::Folder(folder) => collect(&folder.items, found),
            Item::Request(item) => found.push(item),
        }
    }
}

/// Reserves the names that look like those of the variables that secrets become.
struct Names(Registry);

impl Visit for Names {
    fn enter(&mut self, _: &str, _: Option<&RequestItem>) {}

    fn leave(&mut self) {}

    fn visit(&mut self, _: Site<'_>, text: &mut String) {
        if text.contains("{{secret_") {
            template::names(text).into_iter().for_each(|name| self.0.reserve(name));
        }
    }
}

/// The walk that finds secrets.
struct Conceal<'a> {
    overrides: &'a Overrides,
    registry: Registry,
    bodies: VecDeque<Vec<Finding>>,
    /// What the overrides tell of the request at hand.
    said: Arc<Secrets>,
    requests: usize,
    secrets: api::Secrets,
    trail: Vec<String>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Visit for Conceal<'_> {
    fn enter(&mut self, name: &str, request: Option<&RequestItem>) {
        self.trail.push(name.to_owned());
        if request.is_some() {
            let said = self.overrides.requests.get(&self.requests);
            self.said = Arc::new(said.map(|request| request.secrets.clone()).unwrap_or_default());
            self.requests += 1;
        }
    }

    fn leave(&mut self) {
        self.said = Arc::default();
        self.trail.pop();
    }

    fn visit(&mut self, site: Site<'_>, text: &mut String) {
        let found = find::settled(self.find(site, text));
        if site.what == What::TextContent && !found.is_empty() {
            *text = STANDARD.encode(text.as_bytes());
            let whole = vec![find::whole(site.key, text)];
            return self.replace(site, text, whole);
        }
        self.replace(site, text, found);
    }

    fn segments(&mut self, host: &str, site: Site<'_>, segments: &mut [String]) {
        let said = self.said.clone();
        let texts: Vec<&str> = segments.iter().map(String::as_str).collect();
        for (index, finding) in find::segments(Seek::new(&said), host, &texts) {
            self.replace(site, &mut segments[index], vec![finding]);
        }
    }
}

impl Conceal<'_> {
    fn find(&mut self, site: Site<'_>, text: &str) -> Vec<Finding> {
        let said = self.said.clone();
        let seek = Seek::new(&said);
        let whole = || vec![find::whole(site.key, text)];
        match site.what {
            What::Value | What::TextContent => find::value(seek, site.key, text),
            What::PathValue => find::value(seek.in_path(), site.key, text),
            What::Credential if template::has_variable(text) => find::variables(site.key, text),
            What::Credential if secrets::is_harmless(text) => Vec::new(),
            What::Credential => whole(),
            What::Url => find::url(seek, text),
            What::Host => find::userinfo(text),
            What::Content => {
                let content = STANDARD.decode(text.as_bytes()).ok();
                let content = content.and_then(|bytes| String::from_utf8(bytes).ok());
                let secret =
                    content.is_some_and(|content| !find::value(seek, "", &content).is_empty());
                if secret { whole() } else { Vec::new() }
            }
            What::ResponseBody => self.bodies.pop_front().unwrap_or_default(),
            What::Prose => find::prose(seek, text),
            What::Name => {
                let mut found = find::prose(seek, text);
                found.retain(|finding| find::is_varied(&text[finding.span.clone()]));
                found
            }
        }
    }

    /// Replaces what was found in a string.
    fn replace(&mut self, site: Site<'_>, text: &mut String, found: Vec<Finding>) {
        let mut result = String::new();
        let mut copied = 0;
        for finding in found {
            let secret = &text[finding.span.clone()];
            if finding.form == Form::Variable {
                self.registry.marked.extend(template::names(secret).into_iter().map(str::to_owned));
                continue;
            }
            self.secrets.masks.add(secret);
            result.push_str(&text[copied..finding.span.start]);
            copied = finding.span.end;
            let replacement = match (site.purpose, finding.form) {
                (Purpose::Shown(_), Form::Number) => find::number_stand_in(secret),
                (Purpose::Shown(_), _) => secrets::STAND_IN.to_owned(),
                (Purpose::Sent, form) => {
                    let item = self.trail.last().map(String::as_str).unwrap_or_default();
                    let secret =
                        if form == Form::UserInfo { decoded(secret) } else { secret.into() };
                    self.registry.hide(&finding.key, &secret, item)
                }
            };
            result.push_str(&replacement);
            note(self.diagnostics, &self.trail, site, &finding);
        }
        if copied > 0 {
            result.push_str(&text[copied..]);
            *text = result;
        }
    }

    /// Settles which variables are secret.
    fn variables(
        &mut self,
        collection: &mut Collection,
        environments: &mut [Environment],
        marked: BTreeSet<String>,
    ) {
        let marked =
            with_inner(marked, &all_variables(collection, environments).collect::<Vec<_>>());
        let others = environments.iter_mut().enumerate().flat_map(|(position, environment)| {
            environment.variables.iter_mut().map(move |variable| (Some(position), variable))
        });
        let own = collection.variables.iter_mut().map(|variable| (None, variable));
        for (environment, variable) in own.chain(others) {
            let name = variable.key.clone().unwrap_or_default();
            let value = value_of(variable);
            variable.secret = match self.overrides.variables.get(&name) {
                Some(&said) => said,
                None if value.is_empty() => variable.secret,
                None => {
                    variable.secret && !secrets::is_harmless(&value)
                        || marked.contains(&name) && is_credential(&name, &value)
                        || !find::value(Seek::new(&self.said), &name, &value)
                            .iter()
                            .all(|finding| finding.form == Form::Variable)
                }
            };
            if variable.secret && !value.is_empty() {
                let place = variable.place.clone();
                let kind = Kind::SecretRemoved { name, within: String::new() };
                let found = Diagnostic { kind, place, trail: Vec::new() };
                self.secrets.masks.add(&value);
                match environment {
                    Some(position) => self.secrets.in_environments.push((position, found)),
                    None => self.diagnostics.push(found),
                }
            }
        }
    }
}

/// Whether the value of a variable that is used as a credential is one: no scheme, no link, nothing made of other variables.
fn is_credential(name: &str, value: &str) -> bool {
    !secrets::is_harmless(value)
        && !secrets::is_scheme(value)
        && !secrets::is_plain(secrets::Certainty::Certain, value)
        && !secrets::is_stub(name, value)
        && !template::has_variable(value)
}

/// Marked variables, and those that their values are made of.
fn with_inner(mut marked: BTreeSet<String>, variables: &[(&str, &Variable)]) -> BTreeSet<String> {
    let mut open: Vec<String> = marked.iter().cloned().collect();
    while let Some(name) = open.pop() {
        for (_, variable) in variables.iter().filter(|(other, _)| *other == name) {
            let value = value_of(variable);
            if secrets::is_plain(secrets::Certainty::Certain, &value) {
                continue;
            }
            for inner in template::names(&value) {
                if marked.insert(inner.to_owned()) {
                    open.push(inner.to_owned());
                }
            }
        }
    }
    marked
}

fn value_of(variable: &Variable) -> String {
    match &variable.value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// A text with its percent-escapes undone.
fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8()
        .map_or_else(|_| text.to_owned(), Cow::into_owned)
}

fn note(diagnostics: &mut Vec<Diagnostic>, trail: &[String], site: Site<'_>, finding: &Finding) {
    let (name, within) = (finding.key.clone(), finding.within.clone());
    let name = if name.is_empty() { "value".to_owned() } else { name };
    let kind = match site.purpose {
        Purpose::Sent => Kind::SecretRemoved { name, within },
        Purpose::Shown(shown) => {
            let what = match shown {
                Shown::Name => "name",
                Shown::Description => "description",
                Shown::Disabled => "disabled parameter",
                Shown::Response => "saved response",
                Shown::OriginalRequest => "request of a saved response",
            };
            Kind::SecretReplaced { what, name, within }
        }
    };
    diagnostics.push(Diagnostic { kind, place: site.place.clone(), trail: trail.to_vec() });
}

/// The secrets to look for elsewhere: long and varied enough not to be a word. The longest first: one may be part of
/// another.
fn known(
    registry: &Registry,
    collection: &Collection,
    environments: &[Environment],
) -> Vec<(String, String)> {
    let variables = all_variables(collection, environments).filter(|(_, variable)| variable.secret);
    let variables = variables.map(|(name, variable)| (value_of(variable), name.to_owned()));
    let found = registry.known().map(|(value, name)| (value.to_owned(), name.to_owned()));
    let telling =
        |(value, _): &(String, String)| find::is_varied(value) && !template::has_variable(value);
    let mut known: Vec<(String, String)> = variables.chain(found).filter(telling).collect();
    known.sort_by(|one, other| other.0.len().cmp(&one.0.len()).then_with(|| one.cmp(other)));
    known.dedup_by(|one, other| one.0 == other.0);
    known
}

/// The walk that replaces known secrets.
struct Replace<'a> {
    known: Vec<(String, String)>,
    trail: Vec<String>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Visit for Replace<'_> {
    fn enter(&mut self, name: &str, _: Option<&RequestItem>) {
        self.trail.push(name.to_owned());
    }

    fn leave(&mut self) {
        self.trail.pop();
    }

    fn visit(&mut self, site: Site<'_>, text: &mut String) {
        for (value, name) in &self.known {
            if !text.contains(value.as_str()) {
                continue;
            }
            let replacement = match site.purpose {
                Purpose::Sent => format!("{{{{{name}}}}}"),
                Purpose::Shown(_) => secrets::STAND_IN.to_owned(),
            };
            *text = text.replace(value.as_str(), &replacement);
            let finding = Finding { key: name.clone(), ..find::whole(site.key, "") };
            note(self.diagnostics, &self.trail, site, &finding);
        }
    }
}
