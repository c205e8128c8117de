// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Texts, numbers and booleans, each of which reads the others where nothing is lost.

use super::super::Secret;
use super::{Cursor, JsonKind, Misfit, Node, Scalar, Slot};

impl Slot for String {
    fn blank() -> Self {
        String::new()
    }

    fn is_absent(json: &mut Cursor<'_>) -> bool {
        json.null()
    }

    /// A text takes everything: what is no text, as it is written.
    fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
        *self = match json.kind() {
            JsonKind::List | JsonKind::Object => json.raw().to_owned(),
            _ => match json.scalar("a text")? {
                Scalar::Null => String::new(),
                Scalar::Boolean(value) => value.to_string(),
                Scalar::Number(text) => text.to_owned(),
                Scalar::Text(text) => text.into_owned(),
            },
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

    fn is_absent(json: &mut Cursor<'_>) -> bool {
        json.null()
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

    fn is_absent(json: &mut Cursor<'_>) -> bool {
        json.nothing()
    }

    fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
        let before = *json;
        *self = match json.scalar("a boolean")? {
            Scalar::Null => false,
            Scalar::Boolean(value) => value,
            Scalar::Number(text) => word(text).ok_or_else(|| { before }.misfit("a boolean"))?,
            Scalar::Text(text) => {
                word(text.trim()).ok_or_else(|| { before }.misfit("a boolean"))?
            }
        };
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        Node::Boolean(*self)
    }
}

/// The boolean that a number or a text stands for.
fn word(text: &str) -> Option<bool> {
    const WORDS: [(&str, &str); 6] =
        [("true", "false"), ("1", "0"), ("yes", "no"), ("on", "off"), ("y", "n"), ("t", "f")];
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    let known = WORDS.iter().find(|(yes, no)| is(yes) || is(no));
    if text.is_empty() { Some(false) } else { known.map(|(yes, _)| is(yes)) }
}

impl Slot for f64 {
    fn blank() -> Self {
        0.0
    }

    fn stands_for_list() -> bool {
        false
    }

    fn is_absent(json: &mut Cursor<'_>) -> bool {
        json.nothing()
    }

    /// In a list `null` is no number, as JSON writes it.
    fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
        *self = if json.nothing() {
            f64::NAN
        } else {
            number(json, "a number", |text| text.parse().ok())?
        };
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        Node::Float(*self)
    }
}

/// A number, a text that holds one, or a boolean as 1 or 0.
fn number<T>(
    json: &mut Cursor<'_>,
    expected: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T, Misfit> {
    let mut before = *json;
    let parsed = match json.scalar(expected)? {
        Scalar::Null => None,
        Scalar::Boolean(value) => parse(if value { "1" } else { "0" }),
        Scalar::Number(text) => parse(text),
        Scalar::Text(text) => parse(text.trim()),
    };
    parsed.ok_or_else(|| match before.kind() {
        JsonKind::Integer | JsonKind::Number => {
            Misfit::new(format!("{expected} is expected, {} is there", before.raw()))
        }
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

            fn stands_for_list() -> bool {
                false
            }

            fn is_absent(json: &mut Cursor<'_>) -> bool {
                json.nothing()
            }

            fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
                let expected = concat!("an integer (", stringify!($type), ")");
                *self = if json.nothing() { 0 } else { number(json, expected, integer)? };
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
