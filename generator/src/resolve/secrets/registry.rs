//! The variables that secrets become.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::hints::secrets;
use crate::postman::Variable;
use serde_json::Value;

/// The variables that secrets became, and the variables that turned out to be secret.
#[derive(Default)]
pub struct Registry {
    /// Names that no new variable may have.
    taken: HashSet<String>,
    /// The variable of each secret.
    by_value: HashMap<String, String>,
    /// The new variables in order, each with the name of the location where it was found first.
    found: Vec<(Variable, String)>,
    /// Variables of the collection that are used where a secret belongs.
    pub marked: BTreeSet<String>,
}

impl Registry {
    /// Reserves a name.
    pub fn reserve(&mut self, name: &str) {
        self.taken.insert(name.to_owned());
    }

    /// The variable for a secret, with its braces. One value is one variable. `item` is the name of the request around.
    pub fn hide(&mut self, key: &str, value: &str, item: &str) -> String {
        if let Some(name) = self.by_value.get(value) {
            return format!("{{{{{name}}}}}");
        }
        let name = self.fresh_name(key, item);
        self.taken.insert(name.clone());
        self.by_value.insert(value.to_owned(), name.clone());
        let braced = format!("{{{{{name}}}}}");
        let variable = Variable {
            key: Some(name),
            value: Some(Value::String(value.to_owned())),
            secret: true,
            ..Variable::default()
        };
        self.found.push((variable, key.to_owned()));
        braced
    }

    /// A name that no variable has: `secret_api_key` for `X-Api-Key`, then one with the request's name.
    fn fresh_name(&self, key: &str, item: &str) -> String {
        let short = snake(&["secret", key]);
        let long = snake(&["secret", item, key]);
        let plain = [short, long.clone()].into_iter().find(|name| !self.taken.contains(name));
        let numbered = || (2..).map(|number| format!("{long}_{number}"));
        plain.or_else(|| numbered().find(|name| !self.taken.contains(name))).unwrap_or(long)
    }

    /// The new variables, each with the name of its location.
    pub fn into_variables(self) -> Vec<(Variable, String)> {
        self.found
    }

    /// The secrets with the names of their variables.
    pub fn known(&self) -> impl Iterator<Item = (&str, &str)> {
        self.by_value.iter().map(|(value, name)| (value.as_str(), name.as_str()))
    }
}

/// The words of names as one name in snake case.
fn snake(names: &[&str]) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in names.iter().flat_map(|name| secrets::words(name)) {
        let says_nothing = word == "x" || word == "secret" && !words.is_empty();
        if !says_nothing && words.last() != Some(&word) {
            words.push(word);
        }
    }
    words.join("_")
}
