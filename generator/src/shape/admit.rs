//! Whether a value is among those that a shape describes. Written apart from the join, so that each checks the other.

use super::{Number, Object, Shape, Text};
use crate::hints::{self, Placeholder};
use crate::json::Json;

impl Shape {
    /// Whether the value is among those described. A type placeholder is when a value of its type is; members that no
    /// sample had are not.
    pub fn admits(&self, value: &Json) -> bool {
        match value {
            Json::Null => self.null,
            Json::Boolean(_) => self.boolean,
            Json::Number(text) => self.number.is_some_and(|number| number.admits(text)),
            Json::Text(text) => match hints::placeholder(text) {
                Some(placeholder) if !placeholder.is_text() => self.admits_placeholder(placeholder),
                _ => self.text.as_ref().is_some_and(|known| known.admits(text)),
            },
            Json::List(elements) => self
                .array
                .as_ref()
                .is_some_and(|known| elements.iter().all(|element| known.admits(element))),
            Json::Object(members) if super::read::stands_for_nothing(members) => true,
            Json::Object(members) if says_nothing(members) => true,
            Json::Object(members) => {
                let as_object = self.object.as_ref().is_some_and(|object| object.admits(members));
                let admits_all = |map: &Shape| members.iter().all(|(_, value)| map.admits(value));
                as_object || self.map.as_ref().is_some_and(|map| admits_all(map))
            }
        }
    }

    fn admits_placeholder(&self, placeholder: Placeholder) -> bool {
        match placeholder {
            Placeholder::Boolean => self.boolean,
            Placeholder::Integer
            | Placeholder::Long
            | Placeholder::Number
            | Placeholder::Float
            | Placeholder::Double => self.number.is_some(),
            Placeholder::Object => self.object.is_some() || self.map.is_some(),
            Placeholder::Array => self.array.is_some(),
            _ => true,
        }
    }
}

/// Whether a faker made up all keys of the object and broke off all of its values, so that any
/// object may be meant.
fn says_nothing(members: &[(std::borrow::Cow<str>, Json)]) -> bool {
    let broken_off = |value: &Json| matches!(value, Json::Text(text) if hints::placeholder(text) == Some(Placeholder::Never));
    super::read::has_made_up_keys(members) && members.iter().all(|(_, value)| broken_off(value))
}

impl Number {
    /// Whether the number that is written so is given back without loss by [`Number::kind`].
    pub(super) fn admits(self, text: &str) -> bool {
        use super::NumberKind::{Exact, Float, Signed, Unsigned};
        match self.kind() {
            Signed => text.parse::<i64>().is_ok(),
            Unsigned => text.parse::<u64>().is_ok(),
            Float => super::number::is_given_back(text),
            Exact => true,
        }
    }
}

impl Text {
    /// Whether the text has the format that all have. The empty text always does.
    fn admits(&self, text: &str) -> bool {
        let unknown = text.is_empty() || hints::placeholder(text).is_some() || text.contains("{{");
        unknown || self.format().is_none_or(|format| format.fits(text))
    }
}

impl Object {
    /// Whether every member is known and admitted, and none that is always there is missing.
    fn admits(&self, members: &[(std::borrow::Cow<str>, Json)]) -> bool {
        let has = |key: &str| members.iter().any(|(present, _)| present == key);
        let complete = self.members.iter().all(|(key, member)| member.optional || has(key));
        let known = |key: &str, value: &Json| {
            self.members.get(key).is_some_and(|member| member.shape.admits(value))
        };
        complete && members.iter().all(|(key, value)| known(key, value))
    }
}
