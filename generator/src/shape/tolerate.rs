//! What the emitted type of a shape does with values that no sample showed: the rules of the runtime's models, in words of
//! shapes.

use std::borrow::Cow;

use super::{Number, NumberKind, Object, Shape};
use crate::hints::{self, Placeholder};
use crate::json::Json;

impl Shape {
    /// The pointer of the first value that the type of this shape cannot decode; `None` when it decodes all. Members that are
    /// not known are passed over, `null` and what servers write in its place stand for absence, a text takes everything,
    /// other scalars read each other where nothing is lost, a list may be written as its only item or as an object with
    /// numbers for keys, and a map or a union keeps what does not fit.
    pub fn refuses(&self, value: &Json) -> Option<String> {
        if self.kinds() != 1 || self.text.is_some() || self.is_absent(value) {
            return None;
        }
        let here = || Some(String::new());
        match value {
            Json::List(elements) => match &self.array {
                Some(known) => elements
                    .iter()
                    .enumerate()
                    .find_map(|(index, element)| inside(index, known.refuses(element))),
                None if elements.is_empty() && !self.is_scalar() => None,
                None => here(),
            },
            Json::Object(members) => match (&self.object, &self.array) {
                (Some(object), _) => object.refuses(members),
                (None, Some(item)) => item.refuses_in_place_of_list(value, members),
                (None, None) => self.map.is_none().then(String::new),
            },
            scalar => match &self.array {
                Some(item) if !item.stands_for_list() => here(),
                Some(item) => item.refuses(scalar).map(|_| String::new()),
                None if self.reads(scalar) => None,
                None => here(),
            },
        }
    }

    /// As [`Shape::refuses`], for an object where a list of this shape's values is expected.
    fn refuses_in_place_of_list(
        &self,
        value: &Json,
        members: &[(Cow<str>, Json)],
    ) -> Option<String> {
        let is_number =
            |key: &str| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
        let is_any = self.kinds() == 0;
        if members.is_empty() || !is_any && members.iter().all(|(key, _)| is_number(key)) {
            return members.iter().find_map(|(key, item)| inside(key, self.refuses(item)));
        }
        let fits = self.stands_for_list()
            && self.refuses(value).is_none()
            && self.object.as_ref().is_none_or(|object| object.is_known(members, self.kinds()));
        (!fits).then(String::new)
    }

    /// One value may be written instead of a list of it; a number or a list may not.
    fn stands_for_list(&self) -> bool {
        self.kinds() != 1 || self.number.is_none() && self.array.is_none()
    }

    /// Something of the value is kept.
    fn holds(&self, value: &Json) -> bool {
        let empty = self.array.is_some()
            && self.kinds() == 1
            && matches!(value, Json::List(items) if items.is_empty());
        !empty && !self.is_absent(value)
    }

    /// A boolean or a number.
    fn is_scalar(&self) -> bool {
        self.boolean || self.number.is_some()
    }

    /// What stands for nothing where this is expected.
    fn is_absent(&self, value: &Json) -> bool {
        match value {
            Json::Null => true,
            Json::Text(text) => text.is_empty() && self.kinds() == 1 && self.text.is_none(),
            Json::Boolean(false) => self.kinds() == 1 && self.text.is_none() && !self.is_scalar(),
            _ => false,
        }
    }

    /// Whether a type of one kind reads this scalar.
    fn reads(&self, scalar: &Json) -> bool {
        match scalar {
            Json::Text(text) if is_value_placeholder(text) => true,
            Json::Boolean(_) => self.is_scalar(),
            Json::Number(text) => {
                self.number.is_some_and(|number| number.reads(text))
                    || self.boolean && is_word(text)
            }
            Json::Text(text) => {
                self.number.is_some_and(|number| number.reads(text.trim()))
                    || self.boolean && is_word(text.trim())
            }
            Json::Null | Json::List(_) | Json::Object(_) => false,
        }
    }

    /// Whether the type writes every known part of the value as it read it.
    pub fn gives_back(&self, value: &Json) -> bool {
        if self.kinds() != 1 {
            return true;
        }
        match value {
            Json::Null => true,
            Json::Boolean(_) => self.boolean,
            Json::Number(text) => self.number.is_some_and(|number| number.admits(text)),
            Json::Text(text) => self.text.is_some() || is_value_placeholder(text),
            Json::List(elements) => self
                .array
                .as_ref()
                .is_some_and(|known| elements.iter().all(|element| known.gives_back(element))),
            Json::Object(members) => match &self.object {
                Some(object) => {
                    let known = |key: &str| object.members.get(key);
                    members.iter().all(|(key, value)| {
                        known(key).is_none_or(|member| member.shape.gives_back(value))
                    })
                }
                None => self.map.is_some(),
            },
        }
    }
}

fn is_value_placeholder(text: &str) -> bool {
    hints::placeholder(text).is_some_and(|placeholder: Placeholder| !placeholder.is_text())
}

/// Stands for a boolean.
fn is_word(text: &str) -> bool {
    const WORDS: [&str; 12] =
        ["true", "false", "1", "0", "yes", "no", "on", "off", "y", "n", "t", "f"];
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

impl Object {
    /// As [`Shape::refuses`].
    fn refuses(&self, members: &[(Cow<str>, Json)]) -> Option<String> {
        members
            .iter()
            .find_map(|(key, value)| inside(key, self.members.get(&**key)?.shape.refuses(value)))
    }

    /// An object without any known member is another answer, unless a union of several kinds keeps it as any JSON.
    fn is_known(&self, members: &[(Cow<str>, Json)], kinds: usize) -> bool {
        let has = |(key, value): &(Cow<str>, Json)| {
            self.members.get(&**key).is_some_and(|member| member.shape.holds(value))
        };
        members.iter().any(has) || kinds > 1 && self.refuses(members).is_some()
    }
}

fn inside(step: impl std::fmt::Display, refused: Option<String>) -> Option<String> {
    refused.map(|rest| format!("/{step}{rest}"))
}

impl Number {
    fn reads(self, text: &str) -> bool {
        let whole = || {
            text.parse::<f64>().is_ok_and(|number| {
                number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0
            })
        };
        match self.kind() {
            NumberKind::Signed => text.parse::<i64>().is_ok() || whole(),
            NumberKind::Unsigned => text.parse::<u64>().is_ok() || whole(),
            NumberKind::Float | NumberKind::Exact => text.parse::<f64>().is_ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::json::Json;
    use crate::shape::Shape;

    fn refused(samples: &str, value: &str) -> Option<String> {
        let mut shape = Shape::of_json(samples).unwrap();
        shape.settle("");
        shape.refuses(&Json::parse(value).unwrap())
    }

    #[test]
    fn scalars_read_each_other() {
        assert_eq!(
            refused(
                r#"{"a": 1, "b": "x", "c": true, "d": 1.5}"#,
                r#"{"a": "2", "b": 3, "c": "No", "d": 1}"#
            ),
            None
        );
        assert_eq!(
            refused(r#"{"a": [1], "b": 1, "c": true}"#, r#"{"a": ["", null], "b": true, "c": ""}"#),
            None
        );
        assert_eq!(refused(r#"{"a": [1]}"#, r#"{"a": [2, "x"]}"#).as_deref(), Some("/a/1"));
        assert_eq!(refused(r#"{"a": true}"#, r#"{"a": 2}"#).as_deref(), Some("/a"));
        assert_eq!(refused(r#"{"a": 1}"#, r#"{"a": 1.5}"#).as_deref(), Some("/a"));
    }

    #[test]
    fn composed_values_are_kept_by_texts_maps_and_unions() {
        assert_eq!(refused(r#"{"a": "x"}"#, r#"{"a": {}}"#), None);
        assert_eq!(refused(r#"{"a": 1}"#, r#"{"a": {}}"#).as_deref(), Some("/a"));
        assert_eq!(refused(r#"{"a": {"b": 1}}"#, r#"{"a": "x"}"#).as_deref(), Some("/a"));
        assert_eq!(
            refused(r#"{"a": [1, "x"]}"#, r#"{"a": [{}], "b": 1}"#),
            None,
            "a union keeps it"
        );
        assert_eq!(refused(r#"{"a": {"1": 1}}"#, r#"{"a": {"2": "x"}}"#), None, "a map keeps it");
    }

    #[test]
    fn lists_and_objects_in_other_forms() {
        let sample = r#"{"a": [{"b": 1, "c": [1]}], "d": {"e": 1}}"#;
        for value in [
            r#"{"a": {"b": 2}}"#,
            r#"{"a": {"0": {"b": 2}, "4": {}}}"#,
            r#"{"a": {}, "d": []}"#,
            r#"{"a": "", "d": false}"#,
        ] {
            assert_eq!(refused(sample, value), None, "{value}");
        }
        for value in [r#"{"a": {"x": 2}}"#, r#"{"a": {"b": null, "c": []}}"#, r#"{"a": 5}"#] {
            assert_eq!(refused(sample, value).as_deref(), Some("/a"), "{value}");
        }
        assert_eq!(refused(sample, r#"{"d": [1]}"#).as_deref(), Some("/d"));
        let area = r#"{"a": [[[1.5, 2]]], "names": [["x"]]}"#;
        assert_eq!(refused(area, r#"{"a": [1.5, 2]}"#).as_deref(), Some("/a/0"));
        assert_eq!(refused(area, r#"{"a": [[1.5, 2]]}"#).as_deref(), Some("/a/0/0"));
        assert_eq!(refused(area, r#"{"names": ["x"]}"#), None, "one level");
        assert_eq!(refused(area, r#"{"names": "x"}"#).as_deref(), Some("/names"));
    }
}
