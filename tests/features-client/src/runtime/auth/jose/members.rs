// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! JSON objects that keep the order of their members and the text of their numbers: what a token says is what the
//! collection says.

use std::fmt;

use serde_core::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The members of a JSON object.
#[derive(Clone, Debug, Default)]
pub struct Members(Vec<(String, Box<RawValue>)>);

impl Members {
    /// Reads an object; an empty text is an empty object.
    pub fn parse(text: &str) -> Option<Self> {
        if text.trim().is_empty() { Some(Self::default()) } else { serde_json::from_str(text).ok() }
    }

    /// Sets a member to a text.
    pub fn set_text(&mut self, name: &str, text: &str) {
        if let Ok(value) = serde_json::value::to_raw_value(text) {
            self.set(name, value);
        }
    }

    /// Sets a member to a number.
    pub fn set_number(&mut self, name: &str, number: u64) {
        if let Ok(value) = serde_json::value::to_raw_value(&number) {
            self.set(name, value);
        }
    }

    /// Sets a member. One that is there already keeps its place.
    pub fn set(&mut self, name: &str, value: Box<RawValue>) {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }

    /// The value of a member, unless it says nothing (`null`, `false`, `0`, `""`).
    pub fn telling(&self, name: &str) -> Option<&RawValue> {
        let (_, value) = self.0.iter().find(|(known, _)| known == name)?;
        (!matches!(value.get(), "null" | "false" | "0" | "\"\"")).then_some(value)
    }

    /// The value of a member as text, when it is a text or a number.
    pub fn text(&self, name: &str) -> Option<String> {
        let value = self.telling(name)?.get();
        match value.as_bytes()[0] {
            b'"' => serde_json::from_str(value).ok(),
            b'{' | b'[' => None,
            _ => Some(value.to_owned()),
        }
    }

    /// The object, without blanks.
    pub fn to_json(&self) -> String {
        let member = |(name, value): &(String, Box<RawValue>)| {
            format!("{}:{}", serde_json::Value::from(name.as_str()), compact(value.get()))
        };
        format!("{{{}}}", self.0.iter().map(member).collect::<Vec<_>>().join(","))
    }
}

/// Valid JSON without the blanks between its parts.
fn compact(json: &str) -> String {
    let mut compact = String::with_capacity(json.len());
    let mut characters = json.chars();
    while let Some(character) = characters.next() {
        match character {
            ' ' | '\t' | '\n' | '\r' => {}
            '"' => {
                compact.push('"');
                copy_text(&mut characters, &mut compact);
            }
            other => compact.push(other),
        }
    }
    compact
}

/// Copies a text up to its closing quote.
fn copy_text(characters: &mut std::str::Chars<'_>, to: &mut String) {
    while let Some(character) = characters.next() {
        to.push(character);
        match character {
            '"' => return,
            '\\' => to.extend(characters.next()),
            _ => {}
        }
    }
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Members::default();
                while let Some((name, value)) = map.next_entry::<String, Box<RawValue>>()? {
                    members.set(&name, value);
                }
                Ok(members)
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}
