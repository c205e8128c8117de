// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Numbers to the last digit.

use super::{Cursor, Misfit, Node, Scalar, Slot, read_model, write_model};
use std::fmt;
use std::str::FromStr;

/// A JSON number, kept as it is written: whatever its size and precision, nothing is lost.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(Box<str>);

/// A text that is no JSON number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotANumber;

impl fmt::Display for NotANumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a JSON number")
    }
}

impl std::error::Error for NotANumber {}

impl Number {
    /// The number as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number, when it is an integer in range.
    pub fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }

    /// The number, when it is an integer in range.
    pub fn as_u64(&self) -> Option<u64> {
        self.0.parse().ok()
    }

    /// The nearest float; infinite for a number beyond all floats.
    pub fn as_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }

    /// A float; `None` for what JSON cannot write.
    pub fn from_f64(value: f64) -> Option<Self> {
        serde_json::Number::from_f64(value).map(|number| Number(number.to_string().into()))
    }
}

/// The grammar of JSON: `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let exponent_fits =
        exponent.is_none_or(|text| digits(text.strip_prefix(['+', '-']).unwrap_or(text)));
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    let whole_fits = digits(whole) && (whole == "0" || !whole.starts_with('0'));
    whole_fits && fraction.is_none_or(digits) && exponent_fits
}

impl FromStr for Number {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        if is_number(text) { Ok(Number(text.into())) } else { Err(NotANumber) }
    }
}

macro_rules! from_integers {
    ($($type:ty)*) => {$(
        impl From<$type> for Number {
            fn from(value: $type) -> Self {
                Number(value.to_string().into())
            }
        }
    )*};
}

from_integers!(i32 u32 i64 u64 i128 u128);

impl Default for Number {
    fn default() -> Self {
        Number("0".into())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Slot for Number {
    fn blank() -> Self {
        Number::default()
    }

    fn stands_for_list() -> bool {
        false
    }

    fn is_absent(json: &mut Cursor<'_>) -> bool {
        json.nothing()
    }

    fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
        let before = *json;
        if json.nothing() {
            *self = Number::default();
            return Ok(());
        }
        let parsed = match json.scalar("a number")? {
            Scalar::Null => Err(NotANumber),
            Scalar::Boolean(value) => Ok(i64::from(value).into()),
            Scalar::Number(text) => text.parse(),
            Scalar::Text(text) => text.trim().parse(),
        };
        *self = parsed.map_err(|NotANumber| { before }.misfit("a number"))?;
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        Node::Number(&self.0)
    }
}

impl serde_core::Serialize for Number {
    fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_model(self, serializer)
    }
}

impl<'de> serde_core::Deserialize<'de> for Number {
    fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_model(deserializer)
    }
}
