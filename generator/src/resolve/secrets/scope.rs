//! Variables: which value each name has, and secrets that were made variables.

use std::collections::{BTreeSet, HashMap, HashSet};

use indexmap::IndexMap;
use serde_json::Value;

use crate::hints::secrets;
use crate::resolve::{dynamic, text};
use crate::template;
use crate::{api, postman};

/// How often variables within values of variables are replaced, as Postman does.
const ROUNDS: usize = 19;

/// A text that grows by more bytes than these holds variables that hold each other: it is left as it is then.
const MOST_GROWTH: usize = 1 << 20;

/// What stands for a variable when a text is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum View {
    /// Its own value.
    Real,
    /// Its own value, a harmless one for a secret: for names, which are not sent as variables.
    Visible,
    /// Evidence: its own value, a harmless one for a secret, one of the same kind for a dynamic variable, none when
    /// it is empty.
    Sample,
}

/// All variables of a collection.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    variables: IndexMap<String, api::Variable>,
    /// For each variable that a secret became, the name of the secret's location.
    labels: HashMap<String, String>,
    /// What is written like a dynamic variable, and is none.
    unknown: BTreeSet<String>,
    /// The variables that any script of the collection sets.
    scripted: HashSet<String>,
}

impl Scope {
    /// The variables of a collection: an environment's value wins over the collection's, that over a global one.
    pub(crate) fn new(
        collection: &postman::Collection,
        environments: &[postman::Environment],
        labels: &HashMap<String, String>,
    ) -> Scope {
        let mut scope = Scope { labels: labels.clone(), ..Scope::default() };
        for environment in environments.iter().filter(|environment| environment.globals) {
            scope.define(&environment.variables);
        }
        scope.define(&collection.variables);
        for environment in environments.iter().filter(|environment| !environment.globals) {
            scope.define(&environment.variables);
        }
        scope
    }

    fn define(&mut self, variables: &[postman::Variable]) {
        for variable in variables.iter().filter(|variable| !variable.disabled) {
            let name = variable.key.as_deref().unwrap_or_default();
            let value = variable_text(variable);
            let known = self
                .variables
                .entry(name.to_owned())
                .or_insert_with(|| api::Variable { name: name.to_owned(), ..Default::default() });
            known.value = Some(value);
            known.secret = variable.secret;
            known.description = variable.description.clone().or(known.description.take());
        }
    }

    /// Notes which variables the scripts of a collection set, wherever they are.
    pub(crate) fn note_scripts<'n>(&mut self, names: impl Iterator<Item = &'n str>) {
        self.scripted.extend(names.map(str::to_owned));
    }

    /// Whether nothing but a script gives a variable its value.
    pub(crate) fn is_only_scripted(&self, name: &str) -> bool {
        self.scripted.contains(name)
            && self.value(name, View::Real).is_none_or(|value| value.is_empty())
    }

    fn variable(&mut self, name: &str) -> &mut api::Variable {
        self.variables
            .entry(name.to_owned())
            .or_insert_with(|| api::Variable { name: name.to_owned(), ..Default::default() })
    }

    /// Notes that a text uses its variables.
    pub(crate) fn use_in(&mut self, text: &str) {
        if !text.contains("{{") {
            return;
        }
        for name in template::names(text) {
            if name.starts_with('$') {
                if dynamic::sample(name).is_none() {
                    self.unknown.insert(name.to_owned());
                }
            } else if !self.variables.contains_key(name) {
                self.variable(name).secret = is_vault(name);
            }
        }
    }

    /// A text with its variables replaced as far as they have values.
    pub(crate) fn fill(&self, text: &str, view: View) -> String {
        let mut filled = text.to_owned();
        if !text.contains("{{") {
            return filled;
        }
        for _ in 0..ROUNDS {
            match template::replace_once(&filled, |name| self.value(name, view)) {
                Some(next) if next.len() <= text.len() + MOST_GROWTH => filled = next,
                _ => break,
            }
        }
        filled
    }

    /// The value of a variable.
    pub(crate) fn value(&self, name: &str, view: View) -> Option<String> {
        if is_vault(name) {
            return (view != View::Real).then(|| secrets::STAND_IN.to_owned());
        }
        let Some(variable) = self.variables.get(name) else {
            return match view {
                View::Sample => dynamic::sample(name).map(str::to_owned),
                View::Real | View::Visible => None,
            };
        };
        let value = variable.value.as_deref()?;
        match view {
            View::Real => Some(value.to_owned()),
            View::Sample if value.is_empty() => None,
            View::Sample | View::Visible if variable.secret => Some(secrets::stand_in(value)),
            View::Sample | View::Visible => Some(value.to_owned()),
        }
    }

    /// Whether a text holds a variable whose value is a secret, itself or by the variables in it.
    pub(crate) fn is_secret(&self, text: &str) -> bool {
        self.is_secret_within(text, ROUNDS)
    }

    fn is_secret_within(&self, text: &str, rounds: usize) -> bool {
        let secret = |name: &str| {
            is_vault(name)
                || self.variables.get(name).is_some_and(|variable| {
                    let value = variable.value.as_deref().unwrap_or_default();
                    variable.secret || rounds > 0 && self.is_secret_within(value, rounds - 1)
                })
        };
        text.contains("{{") && template::names(text).into_iter().any(secret)
    }

    /// What a variable is called where it is an argument: one that a secret became is called like the location of the
    /// secret.
    pub(crate) fn argument(&self, variable: &str) -> String {
        match self.labels.get(variable) {
            Some(label) => secrets::words(label).join("_"),
            None => variable.to_owned(),
        }
    }

    /// Whether a variable is a secret that was taken out of the collection.
    pub(crate) fn is_generated(&self, variable: &str) -> bool {
        self.labels.contains_key(variable)
    }

    /// What is written like a dynamic variable, and is none.
    pub(crate) fn take_unknown(&mut self) -> BTreeSet<String> {
        std::mem::take(&mut self.unknown)
    }

    /// All variables in order of first sight.
    pub(crate) fn into_variables(mut self) -> Vec<api::Variable> {
        let values: Vec<String> =
            self.variables.values().filter_map(|variable| variable.value.clone()).collect();
        values.iter().for_each(|value| self.use_in(value));
        self.variables.into_values().collect()
    }
}

/// The text of a variable's value after typing.
fn variable_text(variable: &postman::Variable) -> String {
    let value = variable.value.as_ref();
    match variable.kind.as_deref().map(str::to_ascii_lowercase).as_deref() {
        Some("number") if value.is_some() => text::number_text(text::number_of(value)),
        Some("boolean") if value.is_some() => text::truth_of(value).to_string(),
        Some(kind @ ("array" | "object")) => composite_text(value, kind),
        _ => value.map(text::text_of).unwrap_or_default(),
    }
}

/// The text of a value of type `array` or `object`: empty when it is none.
fn composite_text(value: Option<&Value>, kind: &str) -> String {
    let parsed = match value {
        Some(Value::String(text)) => serde_json::from_str(text).ok(),
        other => other.cloned(),
    };
    parsed
        .filter(|value| if kind == "array" { value.is_array() } else { value.is_object() })
        .map(|value| text::text_of(&value))
        .unwrap_or_default()
}

/// The text that replaces a path variable: none when its value is no text after typing, or empty.
pub(crate) fn path_value(variable: &postman::Variable) -> Option<String> {
    let text = match variable.kind.as_deref().map(str::to_ascii_lowercase).as_deref() {
        Some("string") => {
            variable.value.as_ref().map_or_else(|| "undefined".to_owned(), text::text_of)
        }
        Some("number" | "boolean" | "array" | "object") => return None,
        _ => variable.value.as_ref()?.as_str()?.to_owned(),
    };
    Some(text).filter(|text| !text.is_empty())
}

/// Whether a variable's value comes from Postman's vault: it is always a secret.
fn is_vault(name: &str) -> bool {
    name.starts_with("vault:")
}
