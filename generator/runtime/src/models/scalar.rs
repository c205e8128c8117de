//! Texts, numbers and booleans, each of which reads the others where nothing is lost.

use super::super::Secret;
use super::Slot;
use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// A scalar, and how it is made from each kind of JSON scalar.
trait Scalar: Sized {
    const EXPECTED: &'static str;
    fn blank() -> Self;
    fn of_text(text: &str) -> Option<Self>;
    fn of_bool(value: bool) -> Option<Self>;
    fn of_signed(value: i64) -> Option<Self>;
    fn of_unsigned(value: u64) -> Option<Self>;
    fn of_float(value: f64) -> Option<Self>;
}

struct ScalarVisitor<T>(PhantomData<T>);

impl<T: Scalar> Visitor<'_> for ScalarVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        Ok(T::blank())
    }

    fn visit_none<E: Error>(self) -> Result<T, E> {
        Ok(T::blank())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        T::of_bool(value).ok_or_else(|| E::invalid_type(Unexpected::Bool(value), &self))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        T::of_signed(value).ok_or_else(|| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        T::of_unsigned(value).ok_or_else(|| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        T::of_float(value).ok_or_else(|| E::invalid_value(Unexpected::Float(value), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::of_text(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

impl Scalar for bool {
    const EXPECTED: &'static str = "a boolean";
    fn blank() -> Self {
        false
    }
    fn of_text(text: &str) -> Option<Self> {
        text.parse().ok()
    }
    fn of_bool(value: bool) -> Option<Self> {
        Some(value)
    }
    fn of_signed(_: i64) -> Option<Self> {
        None
    }
    fn of_unsigned(value: u64) -> Option<Self> {
        match value {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
    fn of_float(_: f64) -> Option<Self> {
        None
    }
}

macro_rules! integers {
    ($($type:ty)*) => {$(
        impl Scalar for $type {
            const EXPECTED: &'static str = concat!("an integer (", stringify!($type), ")");
            fn blank() -> Self {
                0
            }
            fn of_text(text: &str) -> Option<Self> {
                text.trim().parse().ok()
            }
            fn of_bool(_: bool) -> Option<Self> {
                None
            }
            fn of_signed(value: i64) -> Option<Self> {
                value.try_into().ok()
            }
            fn of_unsigned(value: u64) -> Option<Self> {
                value.try_into().ok()
            }
            /// `1.0` is 1; beyond 2^53 a float does not tell which integer it was.
            fn of_float(value: f64) -> Option<Self> {
                let whole = value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0;
                whole.then_some(value as i64)?.try_into().ok()
            }
        }
    )*};
}

integers!(i32 u32 i64 u64);

impl Scalar for f64 {
    const EXPECTED: &'static str = "a number";
    fn blank() -> Self {
        0.0
    }
    fn of_text(text: &str) -> Option<Self> {
        text.trim().parse().ok()
    }
    fn of_bool(_: bool) -> Option<Self> {
        None
    }
    fn of_signed(value: i64) -> Option<Self> {
        Some(value as f64)
    }
    fn of_unsigned(value: u64) -> Option<Self> {
        Some(value as f64)
    }
    fn of_float(value: f64) -> Option<Self> {
        Some(value)
    }
}

macro_rules! scalar_slots {
    ($($type:ty)*) => {$(
        impl Slot for $type {
            fn blank() -> Self {
                Scalar::blank()
            }
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(ScalarVisitor(PhantomData))
            }
        }
    )*};
}

scalar_slots!(bool i32 u32 i64 u64 f64);

/// Unlike the other scalars it takes over a text that the reader owns.
struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_unit<E: Error>(self) -> Result<String, E> {
        Ok(String::new())
    }

    fn visit_none<E: Error>(self) -> Result<String, E> {
        Ok(String::new())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<String, E> {
        // As JSON writes it: `1.0` stays `1.0`.
        Ok(serde_json::Number::from_f64(value).map_or_else(|| value.to_string(), |number| number.to_string()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<String, E> {
        Ok(text)
    }
}

impl Slot for String {
    fn blank() -> Self {
        String::new()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

impl Slot for Secret {
    fn blank() -> Self {
        Secret::default()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Secret::deserialize(deserializer)
    }
}
