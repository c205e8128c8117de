//! Which response supplies which variable, to which requests.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use indexmap::IndexMap;

use super::{Scripts, uses};
use crate::api::{Endpoint, Flow, FlowVariable, Producer, Supply, Variable};
use crate::hints::secrets;
use crate::json_path::{JsonPath, Step};
use crate::postman::{Auth, Collection, Item, RequestItem, Script, ScriptTime};
use crate::scripts::{SetVariable, Source};
use crate::template;

/// How often variables within values of variables are followed.
const ROUNDS: usize = 19;

/// Finds the variables that scripts set and requests use.
pub(in super::super) fn flow(
    collection: &Collection,
    scripts: &Scripts,
    endpoints: &[Endpoint],
    variables: &[Variable],
) -> Flow {
    let mut finder = Finder {
        scripts,
        endpoints,
        within: variables
            .iter()
            .filter_map(|variable| Some((variable.name.as_str(), variable.value.as_deref()?)))
            .filter(|(_, value)| value.contains("{{"))
            .collect(),
        index: 0,
        trail: Vec::new(),
        produced: IndexMap::new(),
        consumed: HashMap::new(),
        credentials: HashSet::new(),
    };
    finder.scripts_around(&collection.scripts, 0..endpoints.len());
    finder.items(&collection.items, collection.auth.as_ref());
    finder.finish()
}

struct Finder<'a> {
    scripts: &'a Scripts,
    endpoints: &'a [Endpoint],
    /// Values that hold variables.
    within: HashMap<&'a str, &'a str>,
    /// The number of requests before.
    index: usize,
    trail: Vec<String>,
    produced: IndexMap<String, Vec<Producer>>,
    consumed: HashMap<String, Vec<usize>>,
    /// Variables of credentials.
    credentials: HashSet<String>,
}

impl<'a> Finder<'a> {
    fn items(&mut self, items: &[Item], auth: Option<&Auth>) {
        for item in items {
            match item {
                Item::Folder(folder) => {
                    self.trail.push(folder.name.clone());
                    let requests = self.index..self.index + count(&folder.items);
                    self.scripts_around(&folder.scripts, requests);
                    let own = folder.auth.as_ref().filter(|auth| !auth.kind.is_empty());
                    self.items(&folder.items, own.or(auth));
                    self.trail.pop();
                }
                Item::Request(item) => {
                    self.trail.push(item.name.clone());
                    self.request(item, auth);
                    self.trail.pop();
                    self.index += 1;
                }
            }
        }
    }

    fn request(&mut self, item: &RequestItem, auth: Option<&Auth>) {
        let index = self.index;
        for script in &item.scripts {
            self.produces(script, index..index + 1, |_| Some(index));
        }
        let Some(request) = &item.request else { return };
        let own = request.auth.as_ref().filter(|auth| !auth.kind.is_empty());
        let auth = own.or(auth);
        for name in self.closure(uses::of(request, auth)) {
            self.consumed.entry(name).or_default().push(index);
        }
        if let Some(auth) = auth {
            let names = self.closure(uses::of_auth(auth));
            self.credentials.extend(names);
        }
    }

    /// The scripts of a folder or the collection run with each of these requests: the value comes from those whose saved
    /// response has it.
    fn scripts_around(&mut self, scripts: &[Script], requests: Range<usize>) {
        let endpoints = self.endpoints;
        for script in scripts {
            let range = requests.clone();
            let requests = requests.clone();
            self.produces(script, range, move |supply| {
                let Supply::Json(path) = supply else { return None };
                let mut having = requests.clone().filter(|&index| {
                    endpoints.get(index).is_some_and(|endpoint| has_saved(endpoint, path))
                });
                having.next().or_else(|| (requests.len() == 1).then_some(requests.start))
            });
        }
    }

    fn produces(
        &mut self,
        script: &Script,
        requests: Range<usize>,
        endpoint: impl Fn(&Supply) -> Option<usize>,
    ) {
        let Some(facts) = self.scripts.facts(script) else { return };
        for set in &facts.sets {
            let supply = supply(set, script.when);
            let producer = Producer {
                endpoint: endpoint(&supply),
                supply,
                place: script.place.clone(),
                trail: self.trail.clone(),
                line: set.line,
                requests: requests.clone(),
                when: set.when,
            };
            self.produced.entry(set.name.clone()).or_default().push(producer);
        }
    }

    /// The names with those in the values of the variables of these names.
    fn closure(&self, mut names: BTreeSet<String>) -> BTreeSet<String> {
        for _ in 0..ROUNDS {
            let values = names.iter().filter_map(|name| self.within.get(name.as_str()));
            let inner = values.flat_map(|value| template::names(value)).map(str::to_owned);
            let inner: Vec<String> = inner.filter(|name| !names.contains(name)).collect();
            if inner.is_empty() {
                break;
            }
            names.extend(inner);
        }
        names
    }

    fn finish(mut self) -> Flow {
        let produced = std::mem::take(&mut self.produced);
        let variables = produced.into_iter().filter_map(|(name, producers)| {
            let consumers = self.consumed.remove(&name)?;
            let credential = self.credentials.contains(&name) || secrets::is_secret_name(&name);
            Some(FlowVariable { name, producers, consumers, credential })
        });
        Flow { variables: variables.collect() }
    }
}

fn count(items: &[Item]) -> usize {
    let count = |item: &Item| match item {
        Item::Folder(folder) => count(&folder.items),
        Item::Request(_) => 1,
    };
    items.iter().map(count).sum()
}

/// What supplies the value of a variable that a script sets.
fn supply(set: &SetVariable, when: ScriptTime) -> Supply {
    match &set.source {
        // Before the request there is no response.
        Source::Response(_) | Source::Body | Source::Header(_) | Source::Cookie(_)
            if when == ScriptTime::BeforeRequest =>
        {
            Supply::Script("an earlier response")
        }
        Source::Response(path) => Supply::Json(path.clone()),
        Source::Header(name) => Supply::Header(name.clone()),
        Source::Cookie(name) => Supply::Cookie(name.clone()),
        Source::Body => Supply::Body,
        Source::Literal(_) => Supply::Script("a constant"),
        Source::Variable(_) => Supply::Script("another variable"),
        Source::SentByScript => Supply::Script("the response to a request that the script sends"),
        Source::Time => Supply::Script("the current time"),
        Source::Random => Supply::Script("a random value"),
        Source::Signature => Supply::Script("a signature"),
        Source::Computed => Supply::Script("a computed value"),
    }
}

/// Whether a saved success of a request has a value at the path.
fn has_saved(endpoint: &Endpoint, path: &JsonPath) -> bool {
    let successes = endpoint
        .answers
        .iter()
        .filter(|answer| answer.status.is_none_or(|status| (200..300).contains(&status)));
    let mut bodies = successes.filter_map(|answer| answer.body.as_deref());
    bodies.any(|body| {
        serde_json::from_str(body).is_ok_and(|json: serde_json::Value| at(&json, path).is_some())
    })
}

/// The value at a path; of a list, `[*]` is the first element.
fn at<'v>(json: &'v serde_json::Value, path: &JsonPath) -> Option<&'v serde_json::Value> {
    path.0.iter().try_fold(json, |value, step| match step {
        Step::Key(key) => value.get(key),
        Step::Index(index) => value.get(*index as usize),
        Step::Any => value.get(0),
    })
}
