// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Texts, numbers and booleans, each of which reads the others where nothing is lost.

use super::super::Secret;
use super::{Cursor, JsonKind, Misfit, Node, Scalar, Slot};

impl Slot for String {
    fn blank() -> Self {
        String::new()
    }

    fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
        *self = match json.scalar("a text")? {
            Scalar::Null => String::new(),
            Scalar::Boolean(value) => value.to_string(),
            Scalar::Number(text) => text.to_owned(),
            Scalar::Text(text) => text.into_owned(),
        };
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        Node::Text(self)
    }
}

impl Slot for Secret {
    fn blank() -> Self {
        Secret::default()
    }

    fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
        let mut text = String::new();
        text.read(json)?;
        *self = text.into();
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        Node::Secret(self.expose())
    }
}

impl Slot for bool {
    fn blank() -> Self {
        false
    }

    fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
        let before = *json;
        *self = match json.scalar("a boolean")? {
            Scalar::Null => false,
            Scalar::Boolean(value) => value,
            Scalar::Number("0") => false,
            Scalar::Number("1") => true,
            Scalar::Text(text) if text == "true" => true,
            Scalar::Text(text) if text == "false" => false,
            Scalar::Number(_) | Scalar::Text(_) => return Err({ before }.misfit("a boolean")),
        };
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        Node::Boolean(*self)
    }
}

impl Slot for f64 {
    fn blank() -> Self {
        0.0
    }

    fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
        *self = number(json, "a number", 0.0, |text| text.parse().ok())?;
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        Node::Float(*self)
    }
}

/// A number, or a text that holds one.
fn number<T>(json: &mut Cursor<'_>, expected: &str, blank: T, parse: impl Fn(&str) -> Option<T>) -> Result<T, Misfit> {
    let mut before = *json;
    let parsed = match json.scalar(expected)? {
        Scalar::Null => Some(blank),
        Scalar::Boolean(_) => None,
        Scalar::Number(text) => parse(text),
        Scalar::Text(text) => parse(text.trim()),
    };
    parsed.ok_or_else(|| match before.kind() {
        JsonKind::Integer | JsonKind::Number => Misfit::new(format!("{expected} is expected, {} is there", before.raw())),
        _ => before.misfit(expected),
    })
}

/// An integer, also one that is written `1.0`. Beyond 2^53 a float does not tell which integer it was.
fn integer<T: TryFrom<i64> + std::str::FromStr>(text: &str) -> Option<T> {
    if let Ok(value) = text.parse() {
        return Some(value);
    }
    let value: f64 = text.parse().ok()?;
    let whole = value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0;
    whole.then_some(value as i64)?.try_into().ok()
}

macro_rules! integers {
    ($($type:ty as $node:ident,)*) => {$(
        impl Slot for $type {
            fn blank() -> Self {
                0
            }

            fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
                *self = number(json, concat!("an integer (", stringify!($type), ")"), 0, integer)?;
                Ok(())
            }

            fn node(&self) -> Node<'_> {
                Node::$node((*self).into())
            }
        }
    )*};
}

integers! {
    i32 as Signed,
    i64 as Signed,
    u32 as Unsigned,
    u64 as Unsigned,
}
