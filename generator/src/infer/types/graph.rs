//! The objects of all shapes as nodes, each with the form of its members and a signature.

use std::collections::HashMap;

use super::evidence::Resources;
use super::form::{Form, TextForm};
use super::{Direction, Location, Root, RootId, envelope};
use crate::hints::plural::singular;
use crate::shape::{Label, Object, Shape};

/// A node. A parent has a smaller number than its children.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct NodeId(pub(super) usize);

/// A key, interned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key(u32);

/// A set of keys, interned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct KeySet(u32);

/// A hash of content. It does not depend on where the content is found, nor on the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Digest(u64);

impl Default for Digest {
    /// Of nothing. Zero would swallow leading zeros.
    fn default() -> Digest {
        Digest(0x243f_6a88_85a3_08d3)
    }
}

impl Digest {
    /// Takes in a number.
    pub(super) fn number(self, number: u64) -> Digest {
        let mixed = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Digest(mixed ^ (mixed >> 29))
    }

    /// Takes in a text.
    pub(super) fn text(self, text: &str) -> Digest {
        let chunk = |bytes: &[u8]| bytes.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
        let chunks = text.as_bytes().chunks(8).map(chunk);
        chunks.fold(self.number(text.len() as u64), Digest::number)
    }

    /// Takes in another digest.
    pub(super) fn digest(self, other: Digest) -> Digest {
        self.number(other.0)
    }
}

/// An object of a shape.
#[derive(Debug)]
pub(super) struct Node<'a> {
    pub(super) direction: Direction,
    pub(super) object: &'a Object,
    /// The forms of its members, sorted by key.
    pub(super) members: Vec<(Key, Form)>,
    pub(super) keys: KeySet,
    pub(super) signature: Digest,
    /// What an override says of it.
    pub(super) label: Option<&'a Label>,
    /// What it is about, where it is what an endpoint is about.
    pub(super) resources: Resources,
    root: RootId,
    parent: Option<NodeId>,
    /// The key in the parent.
    key: Option<&'a str>,
    element: bool,
    /// It is the body, or only keys of envelopes lead to it.
    pub(super) is_payload: bool,
}

/// All nodes.
#[derive(Debug, Default)]
pub(super) struct Graph<'a> {
    nodes: Vec<Node<'a>>,
    keys: HashMap<&'a str, Key, foldhash::fast::RandomState>,
    texts: Vec<(&'a str, Digest, bool)>,
    sets: HashMap<Vec<Key>, KeySet, foldhash::fast::RandomState>,
    set_keys: Vec<Vec<Key>>,
}

/// Where the walk through a shape is.
#[derive(Clone, Copy)]
struct Cursor<'a, 'r> {
    root: RootId,
    direction: Direction,
    resources: &'r Resources,
    parent: Option<NodeId>,
    key: Option<&'a str>,
    element: bool,
    /// Only keys of envelopes lead here.
    is_payload: bool,
}

impl<'a> Graph<'a> {
    /// The nodes of all shapes.
    pub(super) fn new(roots: &[Root<'a>]) -> Graph<'a> {
        let mut graph = Graph::default();
        for (root, Root { direction, shape, resources }) in roots.iter().enumerate() {
            let cursor = Cursor {
                root,
                direction: *direction,
                resources,
                parent: None,
                key: None,
                element: false,
                is_payload: true,
            };
            graph.form(shape, cursor);
        }
        graph
    }

    pub(super) fn get(&self, id: NodeId) -> &Node<'a> {
        &self.nodes[id.0]
    }

    pub(super) fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node<'a>)> {
        self.nodes.iter().enumerate().map(|(index, node)| (NodeId(index), node))
    }

    pub(super) fn key(&self, key: &str) -> Option<Key> {
        self.keys.get(key).copied()
    }

    pub(super) fn text(&self, key: Key) -> &'a str {
        self.texts[key.0 as usize].0
    }

    /// A hash of the key's text.
    pub(super) fn digest(&self, key: Key) -> Digest {
        self.texts[key.0 as usize].1
    }

    /// The key is one that any envelope has.
    pub(super) fn is_envelope(&self, key: Key) -> bool {
        self.texts[key.0 as usize].2
    }

    pub(super) fn set(&self, set: KeySet) -> &[Key] {
        &self.set_keys[set.0 as usize]
    }

    /// The nearest node around that `is_wanted`.
    pub(super) fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.nodes[id.0].parent, |id| self.nodes[id.0].parent)
    }

    /// The key under which a node's object is found in its parent.
    pub(super) fn key_in_parent(&self, id: NodeId) -> Option<&'a str> {
        self.nodes[id.0].key
    }

    /// Where a node's object occurs.
    pub(super) fn location(&self, id: NodeId) -> Location<'a> {
        let node = &self.nodes[id.0];
        let around = self.ancestors(id).map(|id| self.nodes[id.0].key);
        let mut keys: Vec<&str> = std::iter::once(node.key).chain(around).flatten().collect();
        keys.reverse();
        Location { root: node.root, keys, element: node.element }
    }

    fn form(&mut self, shape: &'a Shape, at: Cursor<'a, '_>) -> Form {
        let label = shape.label();
        let shape = shape.meant();
        let mut form = Form {
            boolean: shape.boolean,
            number: shape.number.map(|number| number.kind()),
            text: shape.text.as_ref().map(TextForm::of),
            ..Form::default()
        };
        let inside = Cursor { element: true, ..at };
        let mut part = |part: &'a Option<Box<Shape>>| {
            part.as_ref().map(|part| Box::new(self.form(part, inside)))
        };
        form.array = part(&shape.array);
        form.map = part(&shape.map);
        match &shape.object {
            Some(object) if object.members.is_empty() || shape.map.is_some() => {
                form.map.get_or_insert_default();
            }
            Some(object) => form.object = Some(self.node(object, label, at)),
            None => {}
        }
        form
    }

    fn node(&mut self, object: &'a Object, label: Option<&'a Label>, at: Cursor<'a, '_>) -> NodeId {
        let id = NodeId(self.nodes.len());
        let called = at.key.map(singular);
        let is_about =
            at.is_payload || called.is_some_and(|called| at.resources.0.contains(&called));
        self.nodes.push(Node {
            direction: at.direction,
            object,
            members: Vec::new(),
            keys: KeySet(0),
            signature: Digest::default(),
            label,
            resources: if is_about { at.resources.clone() } else { Resources::default() },
            root: at.root,
            parent: at.parent,
            key: at.key,
            element: at.element,
            is_payload: at.is_payload,
        });
        let mut members = Vec::with_capacity(object.members.len());
        for (key, member) in &object.members {
            let interned = self.intern(key);
            let inside = Cursor {
                parent: Some(id),
                key: Some(key),
                element: false,
                is_payload: at.is_payload && self.is_envelope(interned),
                ..at
            };
            members.push((interned, self.form(&member.shape, inside)));
        }
        members.sort_unstable_by_key(|(key, _)| *key);
        let keys = self.intern_set(members.iter().map(|(key, _)| *key).collect());
        let signature = self
            .signature(at.direction, label, &members, |graph, node| graph.nodes[node.0].signature);
        let node = &mut self.nodes[id.0];
        (node.members, node.keys, node.signature) = (members, keys, signature);
        id
    }

    /// The signature of an object with these members.
    pub(super) fn signature(
        &self,
        direction: Direction,
        label: Option<&Label>,
        members: &[(Key, Form)],
        mut object: impl FnMut(&Self, NodeId) -> Digest,
    ) -> Digest {
        // keys are numbered in the order of their first occurrence, so a sum makes the order irrelevant
        let sum = members.iter().fold(0u64, |sum, (key, form)| {
            let digest = self.digest(*key).digest(self.form_digest(form, &mut object));
            sum.wrapping_add(digest.number(1).0)
        });
        let label = match label {
            Some(Label::Named(name)) => Digest::default().text(name),
            Some(Label::Apart(name)) => Digest::default().number(7).text(name),
            None => Digest::default(),
        };
        Digest::default().number(direction as u64).number(sum).digest(label)
    }

    fn form_digest(&self, form: &Form, object: &mut impl FnMut(&Self, NodeId) -> Digest) -> Digest {
        let mut digest = Digest::default().number(u64::from(form.boolean));
        digest = digest.number(form.number.map_or(0, |kind| kind as u64 + 1));
        digest = match &form.text {
            None => digest.number(0),
            Some(TextForm::Open(format)) => {
                digest.number(1).text(format.map_or("", |format| format.name()))
            }
            Some(TextForm::Listed(values)) => {
                let values = values.iter().map(|value| Digest::default().text(value).0);
                digest.number(2).number(values.fold(0, u64::wrapping_add))
            }
        };
        for part in [&form.array, &form.map] {
            digest = match part {
                None => digest.number(0),
                Some(part) => digest.number(1).digest(self.form_digest(part, object)),
            };
        }
        match form.object {
            None => digest.number(0),
            Some(node) => digest.number(1).digest(object(self, node)),
        }
    }

    fn intern(&mut self, key: &'a str) -> Key {
        let next = Key(self.texts.len() as u32);
        let interned = *self.keys.entry(key).or_insert(next);
        if interned == next {
            self.texts.push((key, Digest::default().text(key), envelope::is_word(key)));
        }
        interned
    }

    fn intern_set(&mut self, keys: Vec<Key>) -> KeySet {
        let next = KeySet(self.set_keys.len() as u32);
        let interned = *self.sets.entry(keys.clone()).or_insert(next);
        if interned == next {
            self.set_keys.push(keys);
        }
        interned
    }
}
