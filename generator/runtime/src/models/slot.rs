//! What can stand in a field of a model, and how it is read.

use super::place::at_index;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap};
use std::fmt;
use std::marker::PhantomData;

/// A type of a field.
pub trait Slot: Sized + Serialize {
    /// What stands for an absent field, or for `null` where null has no meaning of its own.
    fn blank() -> Self;

    /// Reads a value, with tolerance.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// What `null` stands for in an `Option` of this type.
    fn null() -> Option<Self> {
        None
    }

    /// Reads the value of a member into this field.
    fn fill<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        *self = map.next_value::<Tolerant<Self>>()?.0;
        Ok(())
    }

    /// Writes this field as a member, if at all.
    fn put<M: SerializeMap>(&self, key: &'static str, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry(key, self)
    }
}

/// A value that is read with tolerance by anything that reads with serde.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tolerant<T>(pub T);

impl<'de, T: Slot> Deserialize<'de> for Tolerant<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Tolerant)
    }
}

struct OptionVisitor<T>(PhantomData<T>);

impl<'de, T: Slot> Visitor<'de> for OptionVisitor<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(T::null())
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(T::null())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        T::read(deserializer).map(Some)
    }
}

impl<T: Slot> Slot for Option<T> {
    fn blank() -> Self {
        None
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(OptionVisitor(PhantomData))
    }

    /// In an `Option<Option<T>>`: present, and null.
    fn null() -> Option<Self> {
        Some(None)
    }

    fn put<M: SerializeMap>(&self, key: &'static str, map: &mut M) -> Result<(), M::Error> {
        match self {
            Some(value) => map.serialize_entry(key, value),
            None => Ok(()),
        }
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Slot> Visitor<'de> for ListVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = seq.next_element::<Tolerant<T>>().map_err(at_index(list.len()))? {
            list.push(item.0);
        }
        Ok(list)
    }
}

impl<T: Slot> Slot for Vec<T> {
    fn blank() -> Self {
        Vec::new()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ListVisitor(PhantomData))
    }
}

impl<T: Slot> Slot for Box<T> {
    fn blank() -> Self {
        Box::new(T::blank())
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Box::new)
    }

    fn null() -> Option<Self> {
        T::null().map(Box::new)
    }
}

impl Slot for serde_json::Value {
    fn blank() -> Self {
        serde_json::Value::Null
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde_json::Value::deserialize(deserializer)
    }
}
