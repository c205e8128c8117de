//! Values that are of one JSON kind here and of another there.

use super::place::forget;
use super::{Slot, Tolerant};
use serde::de::{Deserialize, Deserializer, Error};
use serde_json::Value;
use serde_json::value::RawValue;
use std::cell::Cell;

/// How deep unions and maps may nest. Each reads its own text anew, so that the reader's own limit does not hold for them.
const DEPTH: usize = 48;

thread_local! {
    static NESTED: Cell<usize> = const { Cell::new(0) };
}

/// One level of nesting while it lives.
struct Level;

impl Level {
    fn enter() -> Option<Level> {
        let depth = NESTED.get();
        (depth < DEPTH).then(|| {
            NESTED.set(depth + 1);
            Level
        })
    }
}

impl Drop for Level {
    fn drop(&mut self) {
        NESTED.set(NESTED.get() - 1);
    }
}

/// The kinds of JSON values, by the names that the variants of a union have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonKind {
    /// `null`
    Null,
    /// `true` and `false`
    Boolean,
    /// A number without fraction and exponent.
    Integer,
    /// Any number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
    /// Anything: the variant for what fits no other one.
    Other,
}

impl JsonKind {
    fn of(json: &str) -> JsonKind {
        match json.as_bytes().first() {
            Some(b'n') => JsonKind::Null,
            Some(b't' | b'f') => JsonKind::Boolean,
            Some(b'"') => JsonKind::Text,
            Some(b'[') => JsonKind::List,
            Some(b'{') => JsonKind::Object,
            _ if json.contains(['.', 'e', 'E']) => JsonKind::Number,
            _ => JsonKind::Integer,
        }
    }

    fn takes(self, found: JsonKind) -> bool {
        self == found || self == JsonKind::Other || (self == JsonKind::Number && found == JsonKind::Integer)
    }
}

/// A union; `union!` implements it.
pub trait Union: Sized {
    /// The first variant that the value fits.
    fn choose(kind: JsonKind, json: &str) -> Option<Self>;
}

/// The value of a variant of the kind `wanted`, when it fits.
pub fn fit<T: Slot>(wanted: JsonKind, found: JsonKind, json: &str) -> Option<T> {
    if !wanted.takes(found) {
        return None;
    }
    read_anew::<Tolerant<T>>(json).map(|tolerant| tolerant.0)
}

/// Reads a text that was set aside; a misfit is no error, so that its place is forgotten.
pub(crate) fn read_anew<'a, T: Deserialize<'a>>(json: &'a str) -> Option<T> {
    let _level = Level::enter()?;
    let found = serde_json::from_str(json);
    if found.is_err() {
        forget();
    }
    found.ok()
}

/// Any JSON: what no reader takes (a number beyond all limits, for instance) is kept as its text.
pub(crate) fn kept_aside(json: &str) -> Value {
    read_anew(json).unwrap_or_else(|| Value::String(json.to_owned()))
}

/// Reads a union.
pub fn read_union<'de, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let json = Box::<RawValue>::deserialize(deserializer)?;
    let json = json.get().trim();
    T::choose(JsonKind::of(json), json).ok_or_else(|| D::Error::custom("a value that no variant takes"))
}

/// Implements [`Union`], [`Slot`], `Serialize` and `Deserialize` for an enum with a variant for each JSON kind that occurs,
/// named after it. `Null` stands first, if at all; `Other(Value)` is last:
/// `union!(Id { Null, Integer: i64, Text: String, Other: Value });`
macro_rules! union {
    () => {};
    ($name:ident { Null, $($variant:ident: $type:ty),* $(,)? }) => {
        crate::runtime::union!(@all $name [Null] $($variant: $type),*);
    };
    ($name:ident { $($variant:ident: $type:ty),* $(,)? }) => {
        crate::runtime::union!(@all $name [] $($variant: $type),*);
    };
    (@all $name:ident [$($null:ident)?] $($variant:ident: $type:ty),*) => {
        impl crate::runtime::Union for $name {
            fn choose(kind: crate::runtime::JsonKind, json: &str) -> Option<Self> {
                $(if kind == crate::runtime::JsonKind::$null {
                    return Some(Self::$null);
                })?
                $(if let Some(value) = crate::runtime::fit::<$type>(crate::runtime::JsonKind::$variant, kind, json) {
                    return Some(Self::$variant(value));
                })*
                None
            }
        }
        impl crate::runtime::Slot for $name {
            fn blank() -> Self {
                Self::Other(crate::runtime::Value::Null)
            }
            fn read<'de, D: crate::runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::runtime::read_union(deserializer)
            }
        }
        impl crate::runtime::Serialize for $name {
            fn serialize<S: crate::runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$null => serializer.serialize_unit(),)?
                    $(Self::$variant(value) => crate::runtime::Serialize::serialize(value, serializer),)*
                }
            }
        }
        impl<'de> crate::runtime::Deserialize<'de> for $name {
            fn deserialize<D: crate::runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::runtime::read_union(deserializer)
            }
        }
    };
}
pub(crate) use union;
