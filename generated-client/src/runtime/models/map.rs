// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Objects whose keys are data.

use super::{Cursor, JsonKind, Misfit, Node, Slot, read_model, write_model};
use serde_json::Value;
use std::fmt;

/// An object whose keys are data, in the order of the document. A value that is not of type `T` is kept aside, see
/// [`misfits`](Map::misfits).
#[derive(Clone, PartialEq)]
pub struct Map<T> {
    entries: Vec<(String, T)>,
    misfits: Vec<Misplaced>,
}

/// A value that is not of the type of its map.
#[derive(Clone, PartialEq)]
struct Misplaced {
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

impl<T: Slot> Slot for Map<T> {
    fn blank() -> Self {
        Map::new()
    }

    fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
        *self = Map::new();
        if json.nothing_composed() {
            return Ok(());
        }
        json.members("an object", &mut |key, json| {
            let before = *json;
            let key = key.to_owned();
            let mut value = T::blank();
            if fits(value.node(), before) && value.read(json).is_ok() {
                self.entries.push((key, value));
                return Ok(());
            }
            *json = before;
            let mut misfit = Misplaced { before: self.entries.len(), key, value: Value::Null };
            misfit.value.read(json)?;
            self.misfits.push(misfit);
            Ok(())
        })
    }

    fn node(&self) -> Node<'_> {
        Node::Object("", self)
    }

    fn members(&self, show: &mut dyn FnMut(&str, Node<'_>)) {
        let mut misfits = self.misfits.iter().peekable();
        for (position, (key, value)) in self.entries.iter().enumerate() {
            while let Some(misfit) = misfits.next_if(|misfit| misfit.before <= position) {
                show(&misfit.key, misfit.value.node());
            }
            show(key, value.node());
        }
        misfits.for_each(|misfit| show(&misfit.key, misfit.value.node()));
    }
}

/// Whether a value goes into a map of such values: `null` only where it is one, and no list or object in the place of a text.
fn fits(blank: Node<'_>, mut json: Cursor<'_>) -> bool {
    match (blank, json.kind()) {
        (Node::Null | Node::Value(_), _) => true,
        (_, JsonKind::Null) => false,
        (Node::Text(_) | Node::Secret(_), JsonKind::List | JsonKind::Object) => false,
        _ => true,
    }
}

impl<T: Slot> serde_core::Serialize for Map<T> {
    fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_model(self, serializer)
    }
}

impl<'de, T: Slot> serde_core::Deserialize<'de> for Map<T> {
    fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_model(deserializer)
    }
}
