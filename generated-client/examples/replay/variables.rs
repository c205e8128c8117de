// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Variables and what they stand for.
//!
//! Four layers, the later over the earlier: the values in `replay.json` (collection and environment at generation), the
//! secrets file, `--env` files in order, `--var`. A secret is known by its name (`"secret": true`), wherever its value comes
//! from; its value is never printed.

use std::collections::BTreeMap;

use serde_json::Value;

use super::dynamic::Dynamic;

/// How often a text is gone through, as Postman does: enough for variables within variables, and an end for circles.
const ROUNDS: usize = 19;
/// A text that has grown by more than this is left as it is: variables that double each other would fill the memory.
const LIMIT: usize = 1 << 20;

/// All variables of one collection.
#[derive(Debug, Clone, Default)]
pub struct Variables {
    values: BTreeMap<String, String>,
    secrets: Vec<String>,
}

/// A secret that is needed has no value. Holds its name.
#[derive(Debug)]
pub struct MissingSecret(pub String);

impl Variables {
    /// Sets a value, over an earlier one.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.values.insert(name.to_owned(), value.into());
    }

    /// The value of a variable as it is set.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// Marks a name as that of a secret.
    pub fn mark_secret(&mut self, name: &str) {
        if !self.secrets.iter().any(|known| known == name) {
            self.secrets.push(name.to_owned());
        }
    }

    /// Takes the enabled values of an environment or globals export of Postman: the last of a name counts.
    pub fn set_environment(&mut self, export: &Value) {
        for entry in export["values"].as_array().into_iter().flatten() {
            let Some(name) = entry["key"].as_str() else { continue };
            if entry["enabled"] == Value::Bool(false) || entry["disabled"] == Value::Bool(true) {
                continue;
            }
            if entry["type"] == "secret" {
                self.mark_secret(name);
            }
            self.set(name, value_as_text(entry.get("value"), entry["type"].as_str()));
        }
    }

    /// Forgets a value.
    pub fn unset(&mut self, name: &str) {
        self.values.remove(name);
    }

    /// Takes each name of a JSON object as a secret: `{"name": "value"}`. What differs in an environment is in an object of the
    /// environment's name below `environments`: `{"environments": {"Sandbox": {"name": "value"}}}`.
    pub fn set_secrets(&mut self, secrets: &Value, environment: Option<&str>) {
        let own = environment.and_then(|name| secrets["environments"].get(name));
        let all = secrets.as_object().into_iter().flatten();
        let all = all.filter(|(_, value)| !value.is_object());
        for (name, value) in all.chain(own.and_then(Value::as_object).into_iter().flatten()) {
            self.mark_secret(name);
            self.set(name, value_as_text(Some(value), None));
        }
    }

    /// The names of the secrets that have no value.
    pub fn missing_secrets(&self) -> impl Iterator<Item = &str> {
        self.secrets.iter().map(String::as_str).filter(|name| !self.values.contains_key(*name))
    }

    /// The names of the secrets.
    pub fn secrets(&self) -> &[String] {
        &self.secrets
    }

    /// Puts a mark in place of the value of each secret, in the order of [`Variables::secrets`].
    pub fn hide<'m>(&mut self, marks: impl Iterator<Item = &'m str>) {
        for (name, mark) in self.secrets.iter().zip(marks) {
            self.values.insert(name.clone(), mark.to_owned());
        }
    }

    /// The values of the secrets as far as they are known, with their names.
    pub fn secret_values(&self) -> impl Iterator<Item = (&str, &str)> {
        self.secrets
            .iter()
            .filter_map(|name| Some((name.as_str(), self.values.get(name)?.as_str())))
    }

    /// Fills in `template`: every `{{name}}` with a value is replaced, again and again until nothing changes. What has no value
    /// stays as it stands.
    pub fn fill(&self, template: &str, dynamic: &mut Dynamic) -> Result<String, MissingSecret> {
        let mut text = template.to_owned();
        for _ in 0..ROUNDS {
            let (next, changed) = self.round(&text, dynamic)?;
            text = next;
            if !changed || text.len() > template.len() + LIMIT {
                break;
            }
        }
        Ok(text)
    }

    fn round(&self, text: &str, dynamic: &mut Dynamic) -> Result<(String, bool), MissingSecret> {
        let mut filled = String::with_capacity(text.len());
        let mut changed = false;
        for piece in pieces(text) {
            let value = match piece {
                Piece::Text(text) => Some(text.to_owned()),
                Piece::Name(name) => {
                    let value = self.lookup(name, dynamic)?;
                    changed |= value.is_some();
                    value
                }
            };
            match (value, piece) {
                (Some(value), _) => filled.push_str(&value),
                (None, Piece::Name(name)) => filled.extend(["{{", name, "}}"]),
                (None, Piece::Text(_)) => {}
            }
        }
        Ok((filled, changed))
    }

    fn lookup(&self, name: &str, dynamic: &mut Dynamic) -> Result<Option<String>, MissingSecret> {
        match self.values.get(name) {
            Some(value) => Ok(Some(value.clone())),
            None if self.secrets.iter().any(|secret| secret == name) => {
                Err(MissingSecret(name.to_owned()))
            }
            None => Ok(dynamic.make(name)),
        }
    }
}

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text between variables.
    Text(&'a str),
    /// The name of a variable: what stood between `{{` and `}}`.
    Name(&'a str),
}

/// Parts a text at its variables. A name has no braces, so that of `{{{a}}}` the first and the last brace are text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut done, mut at) = (0, 0);
    while let Some(found) = text[at..].find("{{") {
        let start = at + found;
        let after = &text[start + 2..];
        let end = after.find(['{', '}']).unwrap_or(after.len());
        if after[end..].starts_with("}}") {
            if start > done {
                pieces.push(Piece::Text(&text[done..start]));
            }
            pieces.push(Piece::Name(&after[..end]));
            done = start + 2 + end + 2;
            at = done;
        } else {
            at = start + 1;
        }
    }
    if done < text.len() {
        pieces.push(Piece::Text(&text[done..]));
    }
    pieces
}

/// The text of a value in an export, by its declared type. Absent is empty, null is the word.
fn value_as_text(value: Option<&Value>, kind: Option<&str>) -> String {
    let text = match value {
        None => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    match kind {
        _ if text.is_empty() => text,
        Some("number") => text
            .trim()
            .parse::<f64>()
            .map_or_else(|_| "NaN".to_owned(), |number| number.to_string()),
        Some("boolean") => (value != Some(&Value::Bool(false))).to_string(),
        _ => text,
    }
}
