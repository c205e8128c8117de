//! Variables: which value each name has, and secrets that were made variables.

use std::collections::{BTreeSet, HashMap, HashSet};

use indexmap::IndexMap;
use serde_json::Value;

use crate::hints::secrets;
use crate::resolve::secrets::tokens;
use crate::resolve::{Overrides, Secrets, dynamic, text};
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
    /// Evidence: its own value, a harmless one for a secret, one of the same kind for a dynamic variable, none when
    /// it is empty.
    Sample,
}

/// All variables of a collection.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    variables: IndexMap<String, api::Variable>,
    hidden: HashMap<String, String>,
    removed: Vec<String>,
    /// What is written like a dynamic variable, and is none.
    unknown: BTreeSet<String>,
    judgement: Secrets,
    /// The variables that any script of the collection sets.
    scripted: HashSet<String>,
}

impl Scope {
    /// The variables of a collection: an environment's value wins over the collection's, that over a global one.
    pub(crate) fn new(
        collection: &postman::Collection,
        environments: &[postman::Environment],
        overrides: &Overrides,
    ) -> Scope {
        let mut scope = Scope::default();
        for environment in environments.iter().filter(|environment| environment.globals) {
            scope.define(&environment.variables, overrides);
        }
        scope.define(&collection.variables, overrides);
        for environment in environments.iter().filter(|environment| !environment.globals) {
            scope.define(&environment.variables, overrides);
        }
        scope
    }

    /// Says which keys stand for secrets from now on; gives what was said before.
    pub(crate) fn judge(&mut self, judgement: Secrets) -> Secrets {
        std::mem::replace(&mut self.judgement, judgement)
    }

    /// Which keys stand for secrets.
    pub(crate) fn judgement(&self) -> &Secrets {
        &self.judgement
    }

    fn define(&mut self, variables: &[postman::Variable], overrides: &Overrides) {
        for variable in variables.iter().filter(|variable| !variable.disabled) {
            let name = variable.key.as_deref().unwrap_or_default();
            let value = variable_text(variable);
            let guess = || {
                variable.secret
                    || secrets::is_secret_name(name)
                    || secrets::is_token(name, &value)
                    || has_password(&value)
            };
            let secret = match overrides.variables.get(name) {
                Some(&said) => said,
                None => !secrets::is_harmless(&value) && !template::has_variable(&value) && guess(),
            };
            if secret {
                self.removed.push(name.to_owned());
            }
            let known = self
                .variables
                .entry(name.to_owned())
                .or_insert_with(|| api::Variable { name: name.to_owned(), ..Default::default() });
            known.value = Some(value);
            known.secret = secret;
            known.description = variable.description.clone().or(known.description.take());
        }
    }

    /// Notes which variables the scripts of a collection set, wherever they are.
    pub(crate) fn note_scripts(&mut self, collection: &postman::Collection) {
        self.scripted.extend(collection.script_variables.iter().cloned());
        let mut items: Vec<&postman::Item> = collection.items.iter().collect();
        while let Some(item) = items.pop() {
            let names = match item {
                postman::Item::Folder(folder) => {
                    items.extend(&folder.items);
                    &folder.script_variables
                }
                postman::Item::Request(item) => &item.script_variables,
            };
            self.scripted.extend(names.iter().cloned());
        }
    }

    /// Whether nothing but a script gives a variable its value.
    pub(crate) fn is_only_scripted(&self, name: &str) -> bool {
        self.scripted.contains(name)
            && self.value(name, View::Real).is_none_or(|value| value.is_empty())
    }

    /// Marks the variables that scripts set.
    pub(crate) fn set_by_scripts(&mut self, names: &[String]) {
        for name in names {
            self.variable(name).scripted = true;
        }
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
                self.variable(name);
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
        let Some(variable) = self.variables.get(name) else {
            return if view == View::Sample {
                dynamic::sample(name).map(str::to_owned)
            } else {
                None
            };
        };
        let value = variable.value.as_deref()?;
        match view {
            View::Real => Some(value.to_owned()),
            View::Sample if value.is_empty() => None,
            View::Sample if variable.secret => Some(secrets::stand_in(value)),
            View::Sample => Some(value.to_owned()),
        }
    }

    /// Whether a text holds a variable whose value is a secret.
    pub(crate) fn is_secret(&self, text: &str) -> bool {
        text.contains("{{")
            && template::names(text)
                .iter()
                .any(|name| self.variables.get(*name).is_some_and(|variable| variable.secret))
    }

    /// A saved text with the secrets in it moved to variables.
    pub(crate) fn protect(&mut self, key: &str, text: &str) -> String {
        let judgement = self.judgement.clone();
        let protected = treat(&judgement, key, text, &mut |secret| self.hide(key, secret))
            .unwrap_or_else(|| text.to_owned());
        self.use_in(&protected);
        protected
    }

    /// A saved text, the well-known tokens in it moved to variables.
    pub(crate) fn protect_tokens(&mut self, key: &str, text: &str) -> String {
        let protected = replace_tokens(text, &mut |secret| self.hide(key, secret))
            .unwrap_or_else(|| text.to_owned());
        self.use_in(&protected);
        protected
    }

    /// Makes a secret a variable; the same value is the same variable.
    pub(crate) fn hide(&mut self, key: &str, value: &str) -> String {
        if let Some(name) = self.hidden.get(value) {
            return format!("{{{{{name}}}}}");
        }
        let name = self.fresh_name(key);
        self.hidden.insert(value.to_owned(), name.clone());
        self.removed.push(key.to_owned());
        let variable = self.variable(&name);
        variable.value = Some(value.to_owned());
        variable.secret = true;
        format!("{{{{{name}}}}}")
    }

    /// A readable name that no variable has: `secret_api_key` for `X-Api-Key`.
    fn fresh_name(&self, key: &str) -> String {
        let mut base = String::from("secret");
        for word in
            secrets::words(key).iter().filter(|word| !matches!(word.as_str(), "x" | "secret"))
        {
            base.push('_');
            base.push_str(word);
        }
        if !self.variables.contains_key(&base) {
            return base;
        }
        (2..)
            .map(|number| format!("{base}_{number}"))
            .find(|name| !self.variables.contains_key(name))
            .unwrap_or(base)
    }

    /// The values of all secrets with the names of their variables.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = (&str, &str)> {
        let secret = self.variables.values().filter(|variable| variable.secret);
        secret.filter_map(|variable| Some((variable.value.as_deref()?, variable.name.as_str())))
    }

    /// The names of what was taken out since the last call.
    pub(crate) fn take_removed(&mut self) -> Vec<String> {
        std::mem::take(&mut self.removed)
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

/// A text with the secrets in it replaced by harmless texts of the same kind.
pub(crate) fn redact(judgement: &Secrets, key: &str, text: &str) -> String {
    redacted(judgement, key, text).unwrap_or_else(|| text.to_owned())
}

/// The same; `None` when there is no secret in it.
pub(crate) fn redacted(judgement: &Secrets, key: &str, text: &str) -> Option<String> {
    treat(judgement, key, text, &mut secrets::stand_in)
}

/// Replaces the secrets of a value under the name `key`; `None` when there is none.
fn treat(
    judgement: &Secrets,
    key: &str,
    text: &str,
    replace: &mut dyn FnMut(&str) -> String,
) -> Option<String> {
    let named = judgement.named(key);
    if judgement.shown(key)
        || !named && text.len() < secrets::SHORTEST_TOKEN
        || secrets::is_harmless(text)
    {
        return None;
    }
    if !template::has_variable(text) {
        let start = match text.split_once(' ') {
            Some((scheme, rest)) if secrets::is_scheme(scheme) => text.len() - rest.len(),
            _ => 0,
        };
        let (scheme, secret) = text.split_at(start);
        if secrets::is_harmless(secret) {
            return None;
        }
        if named || secrets::is_token(key, secret) {
            return Some(format!("{scheme}{}", replace(secret)));
        }
    }
    replace_tokens(text, replace)
}

/// Replaces every secret within running text; `None` when there is none.
pub(crate) fn replace_tokens(
    text: &str,
    replace: &mut dyn FnMut(&str) -> String,
) -> Option<String> {
    let places = tokens::find(text);
    let mut result = String::new();
    let mut copied = 0;
    for place in &places {
        result.push_str(&text[copied..place.start]);
        result.push_str(&replace(&text[place.clone()]));
        copied = place.end;
    }
    result.push_str(&text[copied..]);
    (!places.is_empty()).then_some(result)
}

/// Whether a URL carries a password.
fn has_password(value: &str) -> bool {
    let authority =
        value.split_once("://").map(|(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or(rest));
    authority
        .and_then(|authority| authority.rsplit_once('@'))
        .is_some_and(|(user, _)| user.contains(':'))
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
