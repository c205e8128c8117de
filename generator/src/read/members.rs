//! The tools of the walk: objects whose members are taken out one by one, and the notes made on the way.

use serde_json::{Map, Number, Value};

use crate::diagnostics::{Diagnostic, Kind};
use crate::postman::Place;

/// An object on its way into the model. Members are moved out, so that no text is copied.
pub(super) struct Members {
    pub(super) place: Place,
    map: Map<String, Value>,
}

impl Members {
    pub(super) fn new(place: Place, map: Map<String, Value>) -> Members {
        Members { place, map }
    }

    /// The member as it stands; null is a value.
    pub(super) fn take(&mut self, key: &str) -> Option<Value> {
        self.map.swap_remove(key)
    }

    /// The member, when JavaScript takes it for true.
    pub(super) fn take_truthy(&mut self, key: &str) -> Option<Value> {
        self.take(key).filter(truthy)
    }

    /// Whether JavaScript takes the member for true.
    pub(super) fn is_truthy(&self, key: &str) -> bool {
        self.map.get(key).is_some_and(truthy)
    }

    /// Where the member stands.
    pub(super) fn place_of(&self, key: &str) -> Place {
        self.place.member(key)
    }

    /// All members that are left.
    pub(super) fn into_rest(self) -> Map<String, Value> {
        self.map
    }
}

/// What the walk carries along.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The names of the folders and of the request around the current place.
    pub(super) trail: Vec<String>,
}

impl Reader {
    pub(super) fn note(&mut self, place: Place, kind: Kind) {
        self.diagnostics.push(Diagnostic { kind, place, trail: self.trail.clone() });
    }

    /// Says that a value means nothing where it stands.
    pub(super) fn ignored(&mut self, place: Place, member: &str, value: &Value) {
        let kind = Kind::Ignored { member: member.to_owned(), found: kind_of(value).to_owned() };
        self.note(place, kind);
    }

    /// A member that is a text: numbers and truth values become theirs, null is nothing.
    pub(super) fn text(&mut self, members: &mut Members, key: &str) -> Option<String> {
        match members.take(key)? {
            Value::Null => None,
            Value::String(text) => Some(text),
            value @ (Value::Bool(_) | Value::Number(_)) => Some(text_of(&value)),
            value => {
                self.ignored(members.place_of(key), key, &value);
                None
            }
        }
    }

    /// A description: a text or `{content, type}`.
    pub(super) fn description(&mut self, members: &mut Members) -> Option<String> {
        match members.take("description")? {
            Value::Null => None,
            Value::String(text) => Some(text),
            Value::Object(map) => {
                let mut inner = Members::new(members.place_of("description"), map);
                self.text(&mut inner, "content")
            }
            value => {
                self.ignored(members.place_of("description"), "description", &value);
                None
            }
        }
    }

    /// The objects of a member that is a list; an object of its own counts as a list of one, as Postman has it.
    pub(super) fn objects(&mut self, members: &mut Members, key: &str) -> Vec<Members> {
        let place = members.place_of(key);
        match members.take_truthy(key) {
            None => Vec::new(),
            Some(Value::Array(list)) => {
                let elements = list.into_iter().enumerate();
                elements.filter_map(|(index, value)| self.object(place.element(index), key, value)).collect()
            }
            Some(value) => self.object(place, key, value).into_iter().collect(),
        }
    }

    /// The value as an object; anything else is ignored with a note.
    pub(super) fn object(&mut self, place: Place, member: &str, value: Value) -> Option<Members> {
        match value {
            Value::Object(map) => Some(Members::new(place, map)),
            value => {
                self.ignored(place, member, &value);
                None
            }
        }
    }
}

/// Whether JavaScript takes the value for true.
pub(super) fn truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(value) => *value,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}

/// What kind of JSON value it is, for people.
pub(super) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// The text that JavaScript makes of a value (`String(value)`).
pub fn text_of(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number_text(number),
        Value::String(text) => text.clone(),
        Value::Array(list) => {
            let texts: Vec<String> = list.iter().map(|value| if value.is_null() { String::new() } else { text_of(value) }).collect();
            texts.join(",")
        }
        Value::Object(_) => "[object Object]".to_owned(),
    }
}

fn number_text(number: &Number) -> String {
    let value = number.as_f64().unwrap_or(f64::NAN);
    if value == 0.0 {
        return "0".to_owned();
    }
    if (1e-6..1e21).contains(&value.abs()) {
        return value.to_string();
    }
    let text = format!("{value:e}");
    if text.contains("e-") { text } else { text.replace('e', "e+") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_are_those_of_javascript() {
        let cases = [
            (json!(null), "null"),
            (json!(1.0), "1"),
            (json!(-0.0), "0"),
            (json!(1.5), "1.5"),
            (json!(1e21), "1e+21"),
            (json!(1.5e-7), "1.5e-7"),
            (json!(9007199254740993u64), "9007199254740992"),
            (json!([1, null, ["a", true]]), "1,,a,true"),
            (json!({"a": 1}), "[object Object]"),
        ];
        for (value, text) in cases {
            assert_eq!(text_of(&value), text);
        }
    }
}
