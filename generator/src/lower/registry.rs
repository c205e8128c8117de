//! One shape, one type: which objects of a collection are the same type, before they have names.
//!
//! Objects of one direction (request, response) share a type when
//!
//! * they have the same keys, and joining them mixes no kinds of values (a text stays a text, a whole number a whole
//!   number), or
//! * in responses, they stand under the same key, the keys of one are among those of the other, and at least half of them
//!   are there.
//!
//! What a person says of a place comes first: places that are told the same name are one type, one that is told to stand
//! apart shares its type with no other.
//!
//! A type that contains its own keys again is recursive. All objects are seen before any type is made, so what a type
//! holds is the join of all its objects.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

use crate::name::draft::Origin;
use crate::rust::Role;
use crate::shape::{Label, Member, Object, Shape};

/// Objects that are one type.
#[derive(Debug, Clone)]
pub struct Cluster<'a> {
    /// The join of all of them.
    pub object: Cow<'a, Object>,
    /// Where the first was seen.
    pub origin: Origin,
    /// The endpoints that use it, each once, in order.
    pub endpoints: Vec<usize>,
    /// What a person wants it to be.
    pub label: Option<Label>,
}

/// All clusters of a collection.
#[derive(Debug, Default)]
pub struct Clusters<'a> {
    list: Vec<Cluster<'a>>,
    by_keys: HashMap<(Role, Keys), Vec<usize>>,
    by_name: HashMap<(Role, String), Vec<usize>>,
    by_label: HashMap<(Role, Label), usize>,
}

/// What tells sets of keys from each other. Should two sets have one by chance, objects that agree become one type all the
/// same, which loses nothing: what only one of them has is optional.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Keys(u64);

impl Keys {
    /// Of an object, in any order.
    fn of(object: &Object) -> Keys {
        let hasher = BuildHasherDefault::<DefaultHasher>::default();
        Keys(object.members.keys().fold(0, |sum, key| sum.wrapping_add(hasher.hash_one(key))))
    }
}

impl<'a> Clusters<'a> {
    /// Puts every object in `shape` into its cluster, outer ones first.
    pub fn collect(&mut self, role: Role, shape: &'a Shape, origin: &Origin) {
        let meant = shape.meant();
        if let Some(object) = &meant.object {
            if !object.members.is_empty() {
                self.add(role, object, &origin.labelled(shape));
            }
            for (key, member) in
                object.members.iter().filter(|(_, member)| holds_objects(&member.shape))
            {
                self.collect(role, &member.shape, &origin.member(key));
            }
        }
        for part in
            [&meant.array, &meant.map].into_iter().flatten().filter(|part| holds_objects(part))
        {
            self.collect(role, part, &origin.element());
        }
    }

    /// The cluster that holds everything of an object, made when there is none.
    pub fn of(&mut self, role: Role, object: &Object, origin: &Origin) -> usize {
        if let Some(index) = self.labelled(role, origin) {
            self.list[index].object.to_mut().join(object);
            return index;
        }
        let same_keys = self.by_keys.get(&(role, Keys::of(object))).into_iter().flatten();
        let same_name = origin
            .keys
            .last()
            .and_then(|key| self.by_name.get(&(role, key.clone())))
            .into_iter()
            .flatten();
        let covering = same_keys
            .chain(same_name)
            .copied()
            .find(|&index| covers_object(&self.list[index].object, object));
        match covering {
            Some(index) => index,
            None => self.push(role, Cow::Owned(object.clone()), origin),
        }
    }

    /// A cluster by its position.
    pub fn get(&self, index: usize) -> &Cluster<'a> {
        &self.list[index]
    }

    fn add(&mut self, role: Role, object: &'a Object, origin: &Origin) {
        let Some(index) = self.find(role, object, origin) else {
            self.push(role, Cow::Borrowed(object), origin);
            return;
        };
        self.label(role, index, origin);
        let cluster = &mut self.list[index];
        let before = cluster.object.members.len();
        cluster.object.to_mut().join(object);
        if cluster.endpoints.last() != Some(&origin.endpoint) {
            cluster.endpoints.push(origin.endpoint);
        }
        if cluster.object.members.len() != before {
            let keys = Keys::of(&cluster.object);
            self.by_keys.entry((role, keys)).or_default().push(index);
        }
    }

    fn push(&mut self, role: Role, object: Cow<'a, Object>, origin: &Origin) -> usize {
        let (index, keys) = (self.list.len(), Keys::of(&object));
        self.list.push(Cluster {
            object,
            origin: origin.clone(),
            endpoints: vec![origin.endpoint],
            label: None,
        });
        self.label(role, index, origin);
        if matches!(origin.label, Some(Label::Apart(_))) {
            return index;
        }
        self.by_keys.entry((role, keys)).or_default().push(index);
        if let Some(key) = origin.keys.last() {
            self.by_name.entry((role, key.clone())).or_default().push(index);
        }
        index
    }

    /// The cluster of a place that a person says something of: of the same label, when there is one.
    fn labelled(&self, role: Role, origin: &Origin) -> Option<usize> {
        self.by_label.get(&(role, origin.label.clone()?)).copied()
    }

    /// Gives a cluster the label of a place in it; the first one counts.
    fn label(&mut self, role: Role, index: usize, origin: &Origin) {
        if let (Some(label), None) = (&origin.label, &self.list[index].label) {
            self.list[index].label = Some(label.clone());
            self.by_label.entry((role, label.clone())).or_insert(index);
        }
    }

    fn find(&self, role: Role, object: &Object, origin: &Origin) -> Option<usize> {
        if let Some(index) = self.labelled(role, origin) {
            return Some(index);
        }
        if matches!(origin.label, Some(Label::Apart(_))) {
            return None;
        }
        let same_keys = self.by_keys.get(&(role, Keys::of(object))).into_iter().flatten();
        if let Some(&index) =
            same_keys.into_iter().find(|&&index| agree_objects(&self.list[index].object, object))
        {
            return Some(index);
        }
        if role == Role::Request {
            return None;
        }
        let same_name = self.by_name.get(&(role, origin.keys.last()?.clone()))?;
        same_name.iter().copied().find(|&index| {
            let other = &self.list[index].object;
            is_subset(object, other) && agree_objects(other, object)
        })
    }
}

/// Whether there may be objects in it.
fn holds_objects(shape: &Shape) -> bool {
    let meant = shape.meant();
    meant.object.is_some() || meant.array.is_some() || meant.map.is_some()
}

/// The keys of one are among those of the other, and are at least half of them.
fn is_subset(a: &Object, b: &Object) -> bool {
    let (small, large) = if a.members.len() <= b.members.len() { (a, b) } else { (b, a) };
    small.members.len() >= 2
        && small.members.len() * 2 >= large.members.len()
        && small.members.keys().all(|key| large.members.contains_key(key))
}

/// Joining the two mixes no kinds of values.
fn agree(a: &Shape, b: &Shape) -> bool {
    let kinds = |s: &Shape| {
        [
            s.boolean,
            s.number.is_some(),
            s.text.is_some(),
            s.array.is_some(),
            s.object.is_some(),
            s.map.is_some(),
        ]
    };
    let (ka, kb) = (kinds(a), kinds(b));
    let nothing = |kinds: &[bool; 6]| !kinds.contains(&true);
    if nothing(&ka) || nothing(&kb) {
        return true;
    }
    ka == kb && agree_numbers(a, b) && agree_texts(a, b) && agree_parts(a, b)
}

fn agree_numbers(a: &Shape, b: &Shape) -> bool {
    match (&a.number, &b.number) {
        (Some(a), Some(b)) => a.kind() == b.kind(),
        _ => true,
    }
}

fn agree_texts(a: &Shape, b: &Shape) -> bool {
    match (&a.text, &b.text) {
        (Some(a), Some(b)) => a.listed() == b.listed() && a.format() == b.format(),
        _ => true,
    }
}

fn agree_parts(a: &Shape, b: &Shape) -> bool {
    let parts = [(&a.array, &b.array), (&a.map, &b.map)];
    let objects = a.object.as_ref().zip(b.object.as_ref());
    parts.into_iter().all(|(a, b)| a.as_ref().zip(b.as_ref()).is_none_or(|(a, b)| agree(a, b)))
        && objects.is_none_or(|(a, b)| agree_objects(a, b))
}

fn agree_objects(a: &Object, b: &Object) -> bool {
    b.members.iter().all(|(key, member)| {
        a.members.get(key).is_none_or(|other| agree(&other.shape, &member.shape))
    })
}

/// Every value that `b` admits is kept whole by the type that is made of `a`.
fn covers(a: &Shape, b: &Shape) -> bool {
    let nothing = |s: &Shape| {
        !s.boolean
            && s.number.is_none()
            && s.text.is_none()
            && s.array.is_none()
            && s.object.is_none()
            && s.map.is_none()
    };
    if nothing(a) || nothing(b) {
        return true;
    }
    let part = |a: &Option<Box<Shape>>, b: &Option<Box<Shape>>| match (a, b) {
        (_, None) => true,
        (Some(a), Some(b)) => covers(a, b),
        (None, Some(_)) => false,
    };
    let numbers = match (&a.number, &b.number) {
        (_, None) => true,
        (Some(a), Some(b)) => a.kind() == b.kind(),
        (None, Some(_)) => false,
    };
    let texts = match (&a.text, &b.text) {
        (_, None) => true,
        (Some(a), Some(b)) => {
            a.listed() == b.listed() && (a.format() == b.format() || a.format().is_none())
        }
        (None, Some(_)) => false,
    };
    let objects = match (&a.object, &b.object) {
        (_, None) => true,
        (Some(a), Some(b)) => covers_object(a, b),
        (None, Some(_)) => false,
    };
    (a.boolean || !b.boolean)
        && numbers
        && texts
        && objects
        && part(&a.array, &b.array)
        && part(&a.map, &b.map)
}

fn covers_object(a: &Object, b: &Object) -> bool {
    // a list that is always there comes back even where it was not
    let always =
        |member: &Member| member.shape.array.is_some() && !member.optional && !member.shape.null;
    let lists = a
        .members
        .iter()
        .filter(|(_, member)| always(member))
        .all(|(key, _)| b.members.get(key).is_some_and(always));
    lists
        && b.members.iter().all(|(key, member)| {
            a.members.get(key).is_some_and(|own| covers(&own.shape, &member.shape))
        })
}
