//! JSON as it stands: a tree that keeps the text of its numbers, the order of members and repeated keys.
//!
//! `serde_json` decides what is JSON; this walk only cuts a text. What it makes of one that is no JSON is never looked at.

pub mod lenient;
mod walk;

use std::borrow::Cow;

use serde::de::IgnoredAny;
use serde_json::Value;

use walk::Walk;
pub(crate) use walk::end_of_string;

/// A JSON value that borrows from its text.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Json<'a> {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, as written.
    Number(&'a str),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Json<'a>>),
    /// An object: its members as they stand.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// The most lists and objects in one another: what `serde_json` reads into a type, here and in the clients.
const DEEPEST: usize = 127;

/// A text of so many bytes is worth being looked at from two sides at once.
const LARGE: usize = 1 << 16;

/// Whether a text is JSON, and can be read into a type; what the parser says when not.
pub fn check(text: &str) -> Result<(), serde_json::Error> {
    serde_json::from_str::<IgnoredAny>(text)?;
    // a text with few of them is not looked through
    let opened = text.bytes().filter(|byte| matches!(byte, b'{' | b'[')).count();
    match opened > DEEPEST && depth(text) > DEEPEST {
        true => Err(too_deep()),
        false => Ok(()),
    }
}

fn too_deep() -> serde_json::Error {
    serde::de::Error::custom("it is nested too deeply")
}

/// How many lists and objects of a JSON text are in one another at most.
fn depth(text: &str) -> usize {
    let (mut deepest, mut depth, mut at) = (0, 0usize, 0);
    while let Some(byte) = text.as_bytes().get(at) {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
        at = if *byte == b'"' { end_of_string(text, at) } else { at + 1 };
    }
    deepest
}

impl<'a> Json<'a> {
    /// Reads a JSON text.
    ///
    /// # Errors
    ///
    /// What `serde_json` says against the text; that it is nested too deeply; an escape that names no character.
    pub fn parse(text: &'a str) -> Result<Json<'a>, serde_json::Error> {
        let check = || serde_json::from_str::<IgnoredAny>(text);
        let walk = || Walk::new(text).value();
        if text.len() < LARGE {
            return check().and_then(|_| walk());
        }
        let (checked, tree) = rayon::join(check, walk);
        checked.and(tree)
    }

    /// A member of an object. Of two with one key the last one counts.
    pub fn get(&self, key: &str) -> Option<&Json<'a>> {
        match self {
            Json::Object(members) => {
                members.iter().rfind(|(name, _)| name == key).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// Calls `visit` for this value and everything in it.
    pub fn visit(&self, visit: &mut impl FnMut(&Json<'a>)) {
        visit(self);
        match self {
            Json::List(elements) => elements.iter().for_each(|element| element.visit(visit)),
            Json::Object(members) => members.iter().for_each(|(_, value)| value.visit(visit)),
            _ => {}
        }
    }
}

/// As `serde_json` reads it; a number that it cannot hold is null.
impl From<Json<'_>> for Value {
    fn from(json: Json<'_>) -> Value {
        match json {
            Json::Null => Value::Null,
            Json::Boolean(value) => Value::Bool(value),
            Json::Number(text) => serde_json::from_str(text).unwrap_or_default(),
            Json::Text(text) => Value::String(text.into_owned()),
            Json::List(elements) => elements.into_iter().map(Value::from).collect(),
            Json::Object(members) => members
                .into_iter()
                .map(|(key, value)| (key.into_owned(), Value::from(value)))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::value::RawValue;

    #[test]
    fn what_is_nested_too_deeply_is_no_json() {
        let nested =
            |depth: usize| format!("{}\"[[\\\"[\"{}", "[".repeat(depth), "]".repeat(depth));
        assert!(Json::parse(&nested(DEEPEST)).is_ok());
        for depth in [DEEPEST + 1, 100_000] {
            assert!(Json::parse(&nested(depth)).is_err(), "{depth}");
        }
    }

    #[test]
    fn numbers_keep_their_text() {
        let json = Json::parse(" [1.0, -0,1e5 ,\t123456789012345678901] ").unwrap();
        let texts = ["1.0", "-0", "1e5", "123456789012345678901"];
        assert_eq!(json, Json::List(texts.map(Json::Number).to_vec()));
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for text in
            ["", " ", "{", "{'a': 1}", "[1,]", "{\"a\": 1} {\"b\": 2}", "ok", "\"\\ud800\"", "01"]
        {
            assert!(Json::parse(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_walk_ends_in_any_text(text in r#"(\PC|[\[\]{}",:0-9a\\ntrufé .-]){0,24}"#) {
            let _ = Walk::new(&text).value();
        }

        #[test]
        fn the_walk_agrees_with_serde_json(text in r#"[\[\]{}",:0-9a\\ntrue .-]{0,12}"#) {
            let parsed = Json::parse(&text).ok();
            prop_assert_eq!(parsed.is_some(), serde_json::from_str::<&RawValue>(&text).is_ok());
            // a number beyond what `Value` holds is no `Value`
            if let Ok(value) = serde_json::from_str::<Value>(&text) {
                prop_assert_eq!(parsed.map(Value::from), Some(value));
            }
        }

        #[test]
        fn what_serde_json_writes_is_read_back(keys in prop::collection::vec(".{0,4}", 0..4), text in ".*", eighths: i32) {
            let object: serde_json::Map<_, _> = keys.into_iter().map(|key| (key, text.clone().into())).collect();
            let whole = serde_json::json!([object, f64::from(eighths) / 8.0, null, true, {"a": {"b": [[], {}]}}]);
            for text in [whole.to_string(), serde_json::to_string_pretty(&whole).unwrap()] {
                prop_assert_eq!(Value::from(Json::parse(&text).unwrap()), whole.clone());
            }
        }
    }
}
