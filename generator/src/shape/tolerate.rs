//! What the emitted type of a shape does with values that no sample showed: the rules of the runtime's models, in words of
//! shapes.

use super::{Number, NumberKind, Shape};
use crate::hints::{self, Placeholder};
use crate::json::Json;

impl Shape {
    /// The pointer of the first value that the type of this shape cannot decode; `None` when it decodes all. Members that are
    /// not known are passed over, `null` stands for absence, scalars read each other where nothing is lost, and a map or a
    /// union keeps what does not fit.
    pub fn refuses(&self, value: &Json) -> Option<String> {
        if self.kinds() != 1 || *value == Json::Null {
            return None;
        }
        let here = || Some(String::new());
        match value {
            Json::List(elements) => match &self.array {
                Some(known) => elements.iter().enumerate().find_map(|(index, element)| inside(index, known.refuses(element))),
                None => here(),
            },
            Json::Object(members) => match &self.object {
                Some(object) => members.iter().find_map(|(key, value)| inside(key, object.members.get(&**key)?.shape.refuses(value))),
                None => self.map.is_none().then(String::new),
            },
            scalar => {
                if self.reads(scalar) {
                    None
                } else {
                    here()
                }
            }
        }
    }

    /// Whether a type of one kind reads this scalar.
    fn reads(&self, scalar: &Json) -> bool {
        match scalar {
            Json::Text(text) if is_value_placeholder(text) => true,
            _ if self.text.is_some() => true,
            Json::Boolean(_) => self.boolean,
            Json::Number(text) => self.number.is_some_and(|number| number.reads(text)) || self.boolean && matches!(*text, "0" | "1"),
            Json::Text(text) => {
                self.number.is_some_and(|number| number.reads(text.trim())) || self.boolean && matches!(&**text, "true" | "false")
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
            Json::List(elements) => self.array.as_ref().is_some_and(|known| elements.iter().all(|element| known.gives_back(element))),
            Json::Object(members) => match &self.object {
                Some(object) => {
                    let known = |key: &str| object.members.get(key);
                    members.iter().all(|(key, value)| known(key).is_none_or(|member| member.shape.gives_back(value)))
                }
                None => self.map.is_some(),
            },
        }
    }
}

fn is_value_placeholder(text: &str) -> bool {
    hints::placeholder(text).is_some_and(|placeholder: Placeholder| !placeholder.is_text())
}

fn inside(step: impl std::fmt::Display, refused: Option<String>) -> Option<String> {
    refused.map(|rest| format!("/{step}{rest}"))
}

impl Number {
    fn reads(self, text: &str) -> bool {
        let whole = || text.parse::<f64>().is_ok_and(|number| number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0);
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
        assert_eq!(refused(r#"{"a": 1, "b": "x", "c": true, "d": 1.5}"#, r#"{"a": "2", "b": 3, "c": "false", "d": 1}"#), None);
        assert_eq!(refused(r#"{"a": [1]}"#, r#"{"a": [2, "x"]}"#).as_deref(), Some("/a/1"));
        assert_eq!(refused(r#"{"a": true}"#, r#"{"a": 2}"#).as_deref(), Some("/a"));
        assert_eq!(refused(r#"{"a": 1}"#, r#"{"a": 1.5}"#).as_deref(), Some("/a"));
    }

    #[test]
    fn composed_values_do_not() {
        assert_eq!(refused(r#"{"a": "x"}"#, r#"{"a": {}}"#).as_deref(), Some("/a"));
        assert_eq!(refused(r#"{"a": [1, "x"]}"#, r#"{"a": [{}], "b": 1}"#), None, "a union keeps it");
        assert_eq!(refused(r#"{"a": {"1": 1}}"#, r#"{"a": {"2": "x"}}"#), None, "a map keeps it");
    }
}
