// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Values that are of one JSON kind here and of another there.

use super::{Cursor, JsonKind, Misfit, Slot};

/// A union; `union!` implements it.
pub trait Union: Sized {
    /// The first variant that the value fits.
    fn choose(kind: JsonKind, json: &mut Cursor<'_>) -> Option<Self>;
}

/// Whether a variant of the kind `wanted` is for values of the kind `found`.
fn takes(wanted: JsonKind, found: JsonKind) -> bool {
    wanted == found
        || wanted == JsonKind::Other
        || (wanted == JsonKind::Number && found == JsonKind::Integer)
}

/// Takes the value of a variant of the kind `wanted`, when it fits.
pub fn fit<T: Slot>(wanted: JsonKind, found: JsonKind, json: &mut Cursor<'_>) -> Option<T> {
    if !takes(wanted, found) {
        return None;
    }
    let before = *json;
    let mut value = T::blank();
    match value.read(json) {
        Ok(()) => Some(value),
        Err(_) => {
            *json = before;
            None
        }
    }
}

/// Takes a union.
pub fn read_union<T: Union>(place: &mut T, json: &mut Cursor<'_>) -> Result<(), Misfit> {
    let kind = json.kind();
    match T::choose(kind, json) {
        Some(value) => {
            *place = value;
            Ok(())
        }
        None => Err(json.misfit("another kind of value")),
    }
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
            fn choose(kind: crate::runtime::JsonKind, json: &mut crate::runtime::Cursor<'_>) -> Option<Self> {
                $(if kind == crate::runtime::JsonKind::$null {
                    json.null();
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
            fn is_absent(json: &mut crate::runtime::Cursor<'_>) -> bool {
                json.null()
            }
            fn read(&mut self, json: &mut crate::runtime::Cursor<'_>) -> Result<(), crate::runtime::Misfit> {
                crate::runtime::read_union(self, json)
            }
            fn node(&self) -> crate::runtime::Node<'_> {
                match self {
                    $(Self::$null => crate::runtime::Node::Null,)?
                    $(Self::$variant(value) => crate::runtime::Slot::node(value),)*
                }
            }
        }
        impl crate::runtime::Serialize for $name {
            fn serialize<S: crate::runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::runtime::write_model(self, serializer)
            }
        }
        impl<'de> crate::runtime::Deserialize<'de> for $name {
            fn deserialize<D: crate::runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::runtime::read_model(deserializer)
            }
        }
    };
}
pub(crate) use union;
