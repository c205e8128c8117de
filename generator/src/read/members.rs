//! What all readers use: objects whose members are taken out one by one, and the diagnostics of a document.

use std::borrow::Cow;

use crate::diagnostics::{Diagnostic, Kind};
use crate::json::Json;
use crate::postman::Place;

/// An object on its way into the model. Its members are moved out, so no string is copied.
pub(in crate::read) struct Members<'a> {
    pub(in crate::read) place: Place,
    all: Vec<(Cow<'a, str>, Json<'a>)>,
}

impl<'a> Members<'a> {
    pub(in crate::read) fn new(place: Place, all: Vec<(Cow<'a, str>, Json<'a>)>) -> Members<'a> {
        Members { place, all }
    }

    /// Takes a member; null is a value too. Of two members with one key the last one counts.
    pub(in crate::read) fn take(&mut self, key: &str) -> Option<Json<'a>> {
        self.all.iter_mut().rfind(|(name, _)| name == key).map(|(_, value)| std::mem::take(value))
    }

    /// A member, without taking it.
    pub(in crate::read) fn get(&self, key: &str) -> Option<&Json<'a>> {
        self.all.iter().rfind(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Takes a member if it is truthy in JavaScript.
    pub(in crate::read) fn take_truthy(&mut self, key: &str) -> Option<Json<'a>> {
        self.take(key).filter(truthy)
    }

    /// Whether a member is truthy in JavaScript.
    pub(in crate::read) fn is_truthy(&self, key: &str) -> bool {
        self.all.iter().rfind(|(name, _)| name == key).is_some_and(|(_, value)| truthy(value))
    }

    /// The location of a member.
    pub(in crate::read) fn place_of(&self, key: &str) -> Place {
        self.place.member(key)
    }

    /// The keys of all members.
    pub(in crate::read) fn keys(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|(key, _)| key.as_ref())
    }

    /// All members.
    pub(in crate::read) fn into_all(self) -> Vec<(Cow<'a, str>, Json<'a>)> {
        self.all
    }
}

/// The state of reading a document.
#[derive(Default)]
pub(in crate::read) struct Reader {
    pub(in crate::read) diagnostics: Vec<Diagnostic>,
    /// The names of the folders and of the request around the current location.
    pub(in crate::read) trail: Vec<String>,
}

impl Reader {
    /// A reader for an item that is read in parallel with its siblings.
    pub(in crate::read) fn beside(&self) -> Reader {
        Reader { diagnostics: Vec::new(), trail: self.trail.clone() }
    }

    pub(in crate::read) fn note(&mut self, place: Place, kind: Kind) {
        self.diagnostics.push(Diagnostic { kind, place, trail: self.trail.clone() });
    }

    /// Reports that a value has no meaning at its location.
    pub(in crate::read) fn ignored(&mut self, place: Place, member: &str, value: &Json) {
        let kind = Kind::Ignored { member: member.to_owned(), found: kind_of(value).to_owned() };
        self.note(place, kind);
    }

    /// A member that is a string. A number or a boolean becomes its text; null is absent.
    pub(in crate::read) fn text(&mut self, members: &mut Members, key: &str) -> Option<String> {
        match members.take(key)? {
            Json::Null => None,
            Json::Text(text) => Some(text.into_owned()),
            value @ (Json::Boolean(_) | Json::Number(_)) => Some(text_of(&value)),
            value => {
                self.ignored(members.place_of(key), key, &value);
                None
            }
        }
    }

    /// A description: a string or `{content, type}`.
    pub(in crate::read) fn description(&mut self, members: &mut Members) -> Option<String> {
        match members.take("description")? {
            Json::Null => None,
            Json::Text(text) => Some(text.into_owned()),
            Json::Object(inner) => {
                let mut inner = Members::new(members.place_of("description"), inner);
                self.text(&mut inner, "content")
            }
            value => {
                self.ignored(members.place_of("description"), "description", &value);
                None
            }
        }
    }

    /// The objects in a member that is a list. A lone object counts as a list of one, as in Postman.
    pub(in crate::read) fn objects<'a>(
        &mut self,
        members: &mut Members<'a>,
        key: &str,
    ) -> Vec<Members<'a>> {
        let place = members.place_of(key);
        match members.take_truthy(key) {
            None => Vec::new(),
            Some(Json::List(list)) => {
                let elements = list.into_iter().enumerate();
                elements
                    .filter_map(|(index, value)| self.object(place.element(index), key, value))
                    .collect()
            }
            Some(value) => self.object(place, key, value).into_iter().collect(),
        }
    }

    /// The value as an object; anything else is ignored with a diagnostic.
    pub(in crate::read) fn object<'a>(
        &mut self,
        place: Place,
        member: &str,
        value: Json<'a>,
    ) -> Option<Members<'a>> {
        match value {
            Json::Object(members) => Some(Members::new(place, members)),
            value => {
                self.ignored(place, member, &value);
                None
            }
        }
    }
}

/// Whether a value is truthy in JavaScript.
pub(in crate::read) fn truthy(value: &Json) -> bool {
    match value {
        Json::Null => false,
        Json::Boolean(value) => *value,
        Json::Number(text) => number(text) != 0.0,
        Json::Text(text) => !text.is_empty(),
        Json::List(_) | Json::Object(_) => true,
    }
}

/// The kind of a JSON value, for messages.
pub(in crate::read) fn kind_of(value: &Json) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Boolean(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::Text(_) => "a string",
        Json::List(_) => "a list",
        Json::Object(_) => "an object",
    }
}

/// A value as a string, as JavaScript converts it (`String(value)`).
pub(in crate::read) fn text_of(value: &Json) -> String {
    match value {
        Json::Null => "null".to_owned(),
        Json::Boolean(value) => value.to_string(),
        Json::Number(text) => number_text(number(text)),
        Json::Text(text) => text.as_ref().to_owned(),
        Json::List(list) => {
            let text =
                |value: &Json| if *value == Json::Null { String::new() } else { text_of(value) };
            let texts: Vec<String> = list.iter().map(text).collect();
            texts.join(",")
        }
        Json::Object(_) => "[object Object]".to_owned(),
    }
}

/// A number from its JSON text.
pub(in crate::read) fn number(text: &str) -> f64 {
    serde_json::from_str(text).unwrap_or(f64::NAN)
}

fn number_text(value: f64) -> String {
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

    #[test]
    fn texts_are_those_of_javascript() {
        let cases = [
            ("null", "null"),
            ("1.0", "1"),
            ("-0.0", "0"),
            ("1.5", "1.5"),
            ("1e21", "1e+21"),
            ("1.5e-7", "1.5e-7"),
            ("9007199254740993", "9007199254740992"),
            (r#"[1, null, ["a", true]]"#, "1,,a,true"),
            (r#"{"a": 1}"#, "[object Object]"),
        ];
        for (json, text) in cases {
            assert_eq!(text_of(&Json::parse(json).unwrap()), text);
        }
    }
}
