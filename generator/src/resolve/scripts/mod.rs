//! The scripts of a collection: their facts, and the values that flow from responses to later requests.

mod flow;
mod uses;

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostics::{Diagnostic, Kind};
use crate::postman::{Collection, Item, Script};
use crate::scripts::{self, Facts, Unreadable};

pub(super) use flow::flow;

/// The facts of all scripts of a collection. Each distinct text is parsed once.
pub(super) struct Scripts(HashMap<Arc<str>, (Facts, Option<Unreadable>)>);

impl Scripts {
    /// Parses the scripts of a collection, in parallel.
    pub(super) fn of(collection: &Collection) -> Scripts {
        let mut texts: Vec<Arc<str>> = Vec::new();
        each(collection, &mut |script, _| texts.push(script.source.clone()));
        texts.sort_unstable();
        texts.dedup();
        let facts = texts.into_par_iter().map(|text| {
            let facts = scripts::facts(&text);
            (text, facts)
        });
        Scripts(facts.collect())
    }

    /// The facts of a script.
    pub(super) fn facts(&self, script: &Script) -> Option<&Facts> {
        self.0.get(&script.source).map(|(facts, _)| facts)
    }

    /// The names of the variables that scripts set.
    pub(super) fn variables(&self) -> impl Iterator<Item = &str> {
        let sets = self.0.values().flat_map(|(facts, _)| &facts.sets);
        sets.map(|set| set.name.as_str())
    }

    /// Says which scripts could not be parsed.
    pub(super) fn note(&self, collection: &Collection, diagnostics: &mut Vec<Diagnostic>) {
        each(collection, &mut |script, trail| {
            if let Some((_, Some(unreadable))) = self.0.get(&script.source) {
                let Unreadable { reason, line } = unreadable.clone();
                let kind = Kind::UnreadableScript { reason, line };
                let place = script.place.clone();
                diagnostics.push(Diagnostic { kind, place, trail: trail.to_vec() });
            }
        });
    }
}

/// Visits every script with the names of the folders and of the request around it.
fn each(collection: &Collection, visit: &mut dyn FnMut(&Script, &[String])) {
    fn walk(items: &[Item], trail: &mut Vec<String>, visit: &mut dyn FnMut(&Script, &[String])) {
        for item in items {
            let (name, scripts) = match item {
                Item::Folder(folder) => (&folder.name, &folder.scripts),
                Item::Request(item) => (&item.name, &item.scripts),
            };
            trail.push(name.clone());
            for script in scripts {
                visit(script, trail);
            }
            if let Item::Folder(folder) = item {
                walk(&folder.items, trail, visit);
            }
            trail.pop();
        }
    }
    for script in &collection.scripts {
        visit(script, &[]);
    }
    walk(&collection.items, &mut Vec::new(), visit);
}
