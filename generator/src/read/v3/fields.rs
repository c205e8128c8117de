//! Members of YAML maps: strings that have to be strings, and keys that have a meaning.

use std::borrow::Cow;

use serde_json::Value;

use crate::diagnostics::Kind;
use crate::json::Json;
use crate::postman::Place;
use crate::read::members::{Members, Reader, kind_of};

/// How alike two keys have to be for one to be meant by the other, from 0 to 1.
const ALIKE: f64 = 0.5;

impl Reader {
    /// A member that has to be a string. A number or a boolean counts as its text, with a diagnostic; null is absent.
    pub(super) fn string(&mut self, members: &mut Members, key: &str) -> Option<String> {
        let value = members.take(key)?;
        self.text_value(members.place_of(key), key, value)
    }

    /// A value that has to be a string.
    pub(super) fn text_value(&mut self, place: Place, key: &str, value: Json) -> Option<String> {
        let found = kind_of(&value);
        let text = match value {
            Json::Null => return None,
            Json::Text(text) => return Some(text.into_owned()),
            Json::Number(text) => text.to_owned(),
            Json::Boolean(value) => value.to_string(),
            value => match unquoted_variable(&value) {
                Some(text) => text,
                None => {
                    self.ignored(place, key, &value);
                    return None;
                }
            },
        };
        let member = key.to_owned();
        self.note(place, Kind::NotText { member, found });
        Some(text)
    }

    /// Reports the members that are not known there, which Postman drops.
    pub(super) fn unknown(&mut self, members: &Members, what: &'static str, known: &[&str]) {
        let keys: Vec<&str> = members.keys().filter(|key| !known.contains(key)).collect();
        for key in keys {
            let place = members.place_of(key);
            let nearest = nearest(key, known);
            self.note(place, Kind::UnknownMember { what, member: key.to_owned(), nearest });
        }
    }
}

/// `{{name}}` without quotes, which YAML takes for a map in a map.
fn unquoted_variable(value: &Json) -> Option<String> {
    match value {
        Json::Object(members) => match members.as_slice() {
            [(key, Json::Null)] if key.starts_with('{') => Some(format!("{{{key}}}")),
            _ => None,
        },
        _ => None,
    }
}

/// The known key that is most like another one.
fn nearest(key: &str, known: &[&str]) -> Option<String> {
    let likeness = |other: &str| {
        let whole = strsim::normalized_damerau_levenshtein(&key.to_lowercase(), other);
        // `params` for `queryParams`, `header` for `headers`
        let part = other.to_lowercase().contains(&key.to_lowercase()) && key.len() > 3;
        if part { whole.max(ALIKE) } else { whole }
    };
    let best = known
        .iter()
        .filter(|other| !other.starts_with('$'))
        .map(|other| (likeness(other), *other))
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.filter(|(likeness, _)| *likeness >= ALIKE).map(|(_, other)| other.to_owned())
}

/// A value as it is. A number that JSON cannot write (`0x1F`, `.5`) is its text.
pub(super) fn value_of(json: Json) -> Value {
    match json {
        Json::Number(text) => serde_json::from_str(text).unwrap_or_else(|_| Value::from(text)),
        Json::List(elements) => elements.into_iter().map(value_of).collect(),
        Json::Object(members) => Value::Object(
            members
                .into_iter()
                .map(|(key, value)| (Cow::into_owned(key), value_of(value)))
                .collect(),
        ),
        json => json.into(),
    }
}

/// A number; a string of digits is one too.
pub(super) fn number_of(json: &Json) -> Option<f64> {
    let text = match json {
        Json::Number(text) => text,
        Json::Text(text) => text.trim(),
        _ => return None,
    };
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_that_is_meant() {
        let known = ["$kind", "headers", "queryParams", "scripts", "url"];
        assert_eq!(nearest("header", &known).as_deref(), Some("headers"));
        assert_eq!(nearest("params", &known).as_deref(), Some("queryParams"));
        assert_eq!(nearest("Url", &known).as_deref(), Some("url"));
        assert_eq!(nearest("event", &known), None);
    }
}
