//! Says in the documentation which responses supply which arguments and credentials.

use std::collections::HashMap;

use super::settings::Settings;
use crate::api::{Api, FlowVariable, Supply};
use crate::docs::flow as say;
use crate::name::tree::Tree;
use crate::rust::{self, Chain, Link};
use crate::template;

/// The longest chain that is shown.
const MOST_CALLS: usize = 5;

/// Adds to the documentation of endpoints and their fields what flows between them.
pub(super) fn document(
    api: &Api,
    tree: &Tree,
    settings: &Settings,
    endpoints: &mut [rust::Endpoint],
) {
    let places = Places { api, tree };
    let at: HashMap<usize, usize> =
        endpoints.iter().enumerate().map(|(at, endpoint)| (endpoint.index, at)).collect();
    let mut supplies: HashMap<usize, Vec<String>> = HashMap::new();
    for variable in &api.flow.variables {
        let found = variable.response().map(|(index, supply)| (places.first(index), supply));
        let mut consumers = Vec::new();
        for &consumer in &variable.consumers {
            let consumer_at = places.first(consumer);
            if Some(consumer_at) == found.map(|(producer, _)| producer) {
                continue;
            }
            let Some(endpoint) = at.get(&consumer_at).map(|&at| &mut endpoints[at]) else {
                continue;
            };
            let argument = describe(variable, consumer, endpoint, |whole| match found {
                Some((producer, supply)) => {
                    say::argument(supply, &places.link(producer, consumer_at), whole)
                }
                None => computed(variable),
            });
            if let (Some(argument), Some((producer, _))) = (argument, found) {
                let link = places.link(consumer_at, producer);
                if !consumers.iter().any(|(_, known)| *known == link) {
                    consumers.push((argument, link));
                }
            }
        }
        let Some((producer, supply)) = found else { continue };
        let lines = supplies.entry(producer).or_default();
        if let Some(setting) = setting(api, settings, &variable.name) {
            lines.push(say::credential(supply, &setting, variable.consumers.len()));
        }
        if let Some((argument, _)) = consumers.first() {
            let argument = argument.clone();
            let links: Vec<String> = consumers.into_iter().map(|(_, link)| link).collect();
            lines.push(say::supplies(supply, &argument, &links));
        }
    }
    for (producer, mut lines) in supplies {
        lines.dedup();
        if let Some(&at) = at.get(&producer).filter(|_| !lines.is_empty()) {
            let section = format!("\n\n{}\n\n{}", say::HEADING, lines.join("\n"));
            endpoints[at].docs.push_str(&section);
        }
    }
}

fn computed(variable: &FlowVariable) -> String {
    match variable.main_producer().map(|producer| &producer.supply) {
        Some(Supply::Script(what)) => say::computed(what),
        _ => say::computed("a value of an earlier response"),
    }
}

/// Adds a sentence to the fields of a request that hold a variable; returns the first of them.
fn describe(
    variable: &FlowVariable,
    request: usize,
    endpoint: &mut rust::Endpoint,
    sentence: impl Fn(bool) -> String,
) -> Option<String> {
    let saved = match endpoint.later.iter().find(|later| later.index == request) {
        Some(later) => &later.saved,
        None => &endpoint.saved,
    };
    let mut first = None;
    for (field, slot) in endpoint.fields.iter_mut().zip(saved) {
        let mut values = slot.values.iter().flatten();
        let Some(value) = values.find(|value| holds(value, &variable.name)) else { continue };
        let whole = value.trim() == format!("{{{{{}}}}}", variable.name);
        let sentence = sentence(whole);
        if !field.docs.contains(&sentence) {
            field.docs = format!("{}\n\n{sentence}", field.docs.trim_end());
        }
        first.get_or_insert_with(|| field.name.trim_start_matches("r#").to_owned());
    }
    first
}

fn holds(text: &str, name: &str) -> bool {
    text.contains("{{") && template::names(text).contains(&name)
}

/// The builder's method for the credential that a variable holds.
fn setting(api: &Api, settings: &Settings, variable: &str) -> Option<String> {
    let slots = super::settings::slots(api);
    let uses = |auth: &crate::api::Auth| {
        !auth.silent && auth.parameters.iter().any(|(_, value)| holds(&value.0, variable))
    };
    let (_, slot) = api.auths.iter().zip(slots).find(|(auth, _)| uses(auth))?;
    let method = &settings.auths.get(slot)?.method;
    Some(method.trim_start_matches("r#").to_owned())
}

/// Where endpoints are in the tree of modules.
struct Places<'a> {
    api: &'a Api,
    tree: &'a Tree,
}

impl Places<'_> {
    /// The request whose endpoint a request shares.
    fn first(&self, index: usize) -> usize {
        self.api.endpoints[index].preset_of.unwrap_or(index)
    }

    /// The modules that lead to an endpoint, from that of the collection.
    fn modules(&self, index: usize) -> Vec<&str> {
        let mut modules = Vec::new();
        let mut group = self.api.endpoints[index].group;
        while let Some(at) = group {
            let home = self.tree.homes[at];
            modules.push(self.tree.modules[home].as_str());
            group = self.api.groups[home].parent;
        }
        modules.reverse();
        modules
    }

    /// An endpoint as the documentation of another one names it. Folders may be features of their own, so only those in
    /// one folder at the top are linked.
    fn link(&self, to: usize, from: usize) -> String {
        let name = &self.tree.endpoints[to].name;
        let (there, here) = (self.modules(to), self.modules(from));
        if there.first() != here.first() || self.api.endpoints[to].skipped {
            return format!("`{name}`");
        }
        let common = there.iter().zip(&here).take_while(|(there, here)| there == here).count();
        let up = ["super"].repeat(here.len() - common + 1);
        let path = [up.as_slice(), &there[common..], &[name.as_str()]].concat().join("::");
        format!("[`{name}`]({path})")
    }
}

/// The chains of calls of a collection: each ends at a request that needs values of earlier ones.
pub(super) fn chains(api: &Api, tree: &Tree) -> Vec<Chain> {
    let places = Places { api, tree };
    let mut needs: HashMap<usize, Vec<(usize, String)>> = HashMap::new();
    for variable in &api.flow.variables {
        let Some((producer, supply)) = variable.response() else { continue };
        for &consumer in variable.consumers.iter().filter(|&&consumer| consumer != producer) {
            let needed = needs.entry(consumer).or_default();
            if !needed.iter().any(|(known, _)| *known == producer) {
                needed.push((producer, supply.to_string()));
            }
        }
    }
    let mut chains: Vec<Vec<(usize, Option<String>)>> = Vec::new();
    for &end in needs.keys() {
        let mut order = Vec::new();
        collect(end, &needs, &mut order, 0);
        if (2..=MOST_CALLS).contains(&order.len()) {
            chains.push(order);
        }
    }
    chains.sort_by_key(|chain| {
        (std::cmp::Reverse(chain.len()), chain.iter().map(|call| call.0).collect::<Vec<_>>())
    });
    let mut kept: Vec<Vec<(usize, Option<String>)>> = Vec::new();
    for chain in chains {
        let calls = |chain: &[(usize, Option<String>)]| {
            chain[..chain.len() - 1].iter().map(|call| call.0).collect::<Vec<_>>()
        };
        // One chain for each way to get the values: more would say the same.
        let known = kept.iter().any(|known| {
            let inner = calls(&chain);
            inner.iter().all(|call| known.iter().any(|(other, _)| other == call))
        });
        if !known {
            kept.push(chain);
        }
    }
    kept.sort_by_key(|chain| chain.iter().map(|call| call.0).collect::<Vec<_>>());
    let call = |(index, supplies): (usize, Option<String>)| Link {
        modules: places.modules(places.first(index)).into_iter().map(str::to_owned).collect(),
        name: tree.endpoints[places.first(index)].name.clone(),
        supplies,
    };
    kept.into_iter().map(|chain| Chain(chain.into_iter().map(call).collect())).collect()
}

/// The calls that a request needs, each before those that need it; itself last.
fn collect(
    request: usize,
    needs: &HashMap<usize, Vec<(usize, String)>>,
    order: &mut Vec<(usize, Option<String>)>,
    depth: usize,
) {
    for (producer, supply) in needs.get(&request).into_iter().flatten() {
        let known = order.iter().any(|(known, _)| known == producer);
        if !known && *producer != request && depth < MOST_CALLS {
            collect(*producer, needs, order, depth + 1);
            if let Some(last) = order.last_mut().filter(|last| last.0 == *producer) {
                last.1 = Some(supply.clone());
            }
        }
    }
    if !order.iter().any(|(known, _)| *known == request) {
        order.push((request, None));
    }
}
