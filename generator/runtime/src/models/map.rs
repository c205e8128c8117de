//! Objects whose keys are data.

use super::place::at_key;
use super::union::{kept_aside, read_anew};
use super::{Key, Slot, Tolerant};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;
use std::fmt;
use std::marker::PhantomData;

/// An object whose keys are data, in the order of the document. A value that is not of type `T` is kept aside, see
/// [`misfits`](Map::misfits).
#[derive(Clone, PartialEq)]
pub struct Map<T> {
    entries: Vec<(String, T)>,
    misfits: Vec<Misfit>,
}

/// A value that is not of the type of its map.
#[derive(Debug, Clone, PartialEq)]
pub struct Misfit {
    /// How many entries stand before it.
    before: usize,
    key: String,
    value: Value,
}

impl<T> Map<T> {
    /// An empty map.
    pub const fn new() -> Self {
        Map { entries: Vec::new(), misfits: Vec::new() }
    }

    /// The number of values.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no values.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of a key. It looks at one entry after the other: collect into a hash map for many look-ups.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.iter().find_map(|(name, value)| (name == key).then_some(value))
    }

    /// The value of a key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut T> {
        self.entries.iter_mut().find_map(|(name, value)| (name == key).then_some(value))
    }

    /// Sets the value of a key; the earlier value comes back.
    pub fn insert(&mut self, key: impl Into<String>, value: T) -> Option<T> {
        let key = key.into();
        match self.get_mut(&key) {
            Some(place) => Some(std::mem::replace(place, value)),
            None => {
                self.entries.push((key, value));
                None
            }
        }
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(key, _)| key.as_str())
    }

    /// The values, in order.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.entries.iter().map(|(_, value)| value)
    }

    /// The keys and values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.entries.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// The keys whose values are not of type `T`, with those values.
    pub fn misfits(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.misfits.iter().map(|misfit| (misfit.key.as_str(), &misfit.value))
    }
}

impl<T> Default for Map<T> {
    fn default() -> Self {
        Map::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for Map<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).entries(self.misfits()).finish()
    }
}

impl<T> IntoIterator for Map<T> {
    type Item = (String, T);
    type IntoIter = std::vec::IntoIter<(String, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

/// Of two values of one key the last counts.
impl<K: Into<String>, T> Extend<(K, T)> for Map<T> {
    fn extend<I: IntoIterator<Item = (K, T)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Into<String>, T> FromIterator<(K, T)> for Map<T> {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(entries: I) -> Self {
        let mut map = Map::new();
        map.extend(entries);
        map
    }
}

impl<T: Serialize> Serialize for Map<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.entries.len() + self.misfits.len()))?;
        let mut misfits = self.misfits.iter().peekable();
        for (position, (key, value)) in self.entries.iter().enumerate() {
            while let Some(misfit) = misfits.next_if(|misfit| misfit.before <= position) {
                map.serialize_entry(&misfit.key, &misfit.value)?;
            }
            map.serialize_entry(key, value)?;
        }
        for misfit in misfits {
            map.serialize_entry(&misfit.key, &misfit.value)?;
        }
        map.end()
    }
}

struct MapVisitor<T>(PhantomData<T>);

impl<'de, T: Slot> Visitor<'de> for MapVisitor<T> {
    type Value = Map<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_unit<E>(self) -> Result<Map<T>, E> {
        Ok(Map::new())
    }

    fn visit_none<E>(self) -> Result<Map<T>, E> {
        Ok(Map::new())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Map<T>, A::Error> {
        let mut map = Map::new();
        while let Some(Key(key)) = source.next_key()? {
            let json = source.next_value::<Box<RawValue>>().map_err(at_key(&key))?;
            let key = key.into_owned();
            match read_anew::<Tolerant<T>>(json.get()) {
                Some(Tolerant(value)) => map.entries.push((key, value)),
                None => {
                    let misfit = Misfit { before: map.entries.len(), key, value: kept_aside(json.get()) };
                    map.misfits.push(misfit);
                }
            }
        }
        Ok(map)
    }
}

impl<T: Slot> Slot for Map<T> {
    fn blank() -> Self {
        Map::new()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MapVisitor(PhantomData))
    }
}

impl<'de, T: Slot> Deserialize<'de> for Map<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <Self as Slot>::read(deserializer)
    }
}
