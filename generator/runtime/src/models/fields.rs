//! Objects with known members.

use super::place::at_key;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// An object with known members; `fields!` implements it.
pub trait Fields: Sized {
    /// The name of the type.
    const NAME: &'static str;
    /// The keys of the members.
    const FIELDS: &'static [&'static str];

    /// An object without any member.
    fn empty() -> Self;

    /// Reads the value of the member `key`. Unknown ones are skipped.
    fn read<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error>;

    /// Writes each member.
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;
}

/// A key of a member: borrowed from the document where that is possible.
#[derive(Debug)]
pub struct Key<'de>(pub Cow<'de, str>);

struct KeyVisitor;

impl<'de> Visitor<'de> for KeyVisitor {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Owned(text)))
    }
}

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

struct FieldsVisitor<T>(PhantomData<T>);

impl<'de, T: Fields> Visitor<'de> for FieldsVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", T::NAME)
    }

    fn visit_unit<E>(self) -> Result<T, E> {
        Ok(T::empty())
    }

    fn visit_none<E>(self) -> Result<T, E> {
        Ok(T::empty())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut object = T::empty();
        while let Some(Key(key)) = map.next_key()? {
            object.read(&key, &mut map).map_err(at_key(&key))?;
        }
        Ok(object)
    }
}

/// Reads an object.
pub fn read_fields<'de, T: Fields, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(FieldsVisitor(PhantomData))
}

/// Writes an object.
pub fn write_fields<T: Fields, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    object.write(&mut map)?;
    map.end()
}

/// Skips the value of an unknown member.
pub fn read_slot<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<IgnoredAny>().map(drop)
}

/// Implements [`Fields`], [`Slot`], `Serialize` and `Deserialize` for a struct: `fields!(User { id: "id", r#type: "type" });`
macro_rules! fields {
    () => {};
    ($name:ident { $($field:ident: $key:literal),* $(,)? }) => {
        impl crate::runtime::Fields for $name {
            const NAME: &'static str = stringify!($name);
            const FIELDS: &'static [&'static str] = &[$($key),*];
            fn empty() -> Self {
                $name { $($field: crate::runtime::Slot::blank()),* }
            }
            fn read<'de, A: crate::runtime::MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
                match key {
                    $($key => crate::runtime::Slot::fill(&mut self.$field, map),)*
                    _ => crate::runtime::read_slot(map),
                }
            }
            fn write<M: crate::runtime::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                $(crate::runtime::Slot::put(&self.$field, $key, map)?;)*
                Ok(())
            }
        }
        impl crate::runtime::Slot for $name {
            fn blank() -> Self {
                crate::runtime::Fields::empty()
            }
            fn read<'de, D: crate::runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::runtime::read_fields(deserializer)
            }
        }
        impl crate::runtime::Serialize for $name {
            fn serialize<S: crate::runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::runtime::write_fields(self, serializer)
            }
        }
        impl<'de> crate::runtime::Deserialize<'de> for $name {
            fn deserialize<D: crate::runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::runtime::read_fields(deserializer)
            }
        }
    };
}
pub(crate) use fields;
