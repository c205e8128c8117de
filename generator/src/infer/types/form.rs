//! What the members of an object are, as far as types are concerned.

use super::graph::NodeId;
use crate::shape::{NumberKind, Object, Shape, Text, Values};

/// What the values at one location are. Objects are nodes of the graph.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Form {
    pub(super) boolean: bool,
    pub(super) number: Option<NumberKind>,
    pub(super) text: Option<TextForm>,
    pub(super) array: Option<Box<Form>>,
    /// The values of maps. Objects without members are maps of which nothing is known.
    pub(super) map: Option<Box<Form>>,
    pub(super) object: Option<NodeId>,
}

/// What texts are.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum TextForm {
    /// Any text, of this format if any.
    Open(Option<crate::shape::Format>),
    /// An enum of these values.
    Listed(Vec<String>),
}

impl TextForm {
    pub(super) fn of(text: &Text) -> TextForm {
        match &text.values {
            Values::Listed(values) => TextForm::Listed(values.clone()),
            Values::Few(_) | Values::Open => TextForm::Open(text.format()),
        }
    }

    /// One enum or text holds both. Two enums have to have a value in common.
    fn fits(&self, other: &TextForm) -> bool {
        match (self, other) {
            (TextForm::Listed(one), TextForm::Listed(other)) => {
                one.iter().any(|value| other.contains(value))
            }
            _ => true,
        }
    }

    fn join(&mut self, other: &TextForm) {
        match (&mut *self, other) {
            (TextForm::Listed(mine), TextForm::Listed(theirs)) => {
                let new: Vec<String> =
                    theirs.iter().filter(|value| !mine.contains(value)).cloned().collect();
                mine.extend(new);
            }
            (TextForm::Open(_), TextForm::Listed(_)) => *self = other.clone(),
            (TextForm::Open(mine), TextForm::Open(theirs)) if mine != theirs => *mine = None,
            _ => {}
        }
    }
}

impl Form {
    /// Nothing is known of the values.
    pub(super) fn is_unknown(&self) -> bool {
        !self.boolean && self.number.is_none() && self.text.is_none() && self.is_scalar()
    }

    /// No list, map or object occurs.
    pub(super) fn is_scalar(&self) -> bool {
        self.array.is_none() && self.map.is_none() && self.object.is_none()
    }

    /// An object without members, or one of whose values nothing is known, and nothing else.
    fn is_unknown_map(&self) -> bool {
        let only_map = !self.boolean
            && self.number.is_none()
            && self.text.is_none()
            && self.array.is_none()
            && self.object.is_none();
        only_map && self.map.as_ref().is_some_and(|values| values.is_unknown())
    }

    /// Objects with members occur, and nothing else.
    pub(super) fn is_object(&self) -> bool {
        self.kinds() == [false, false, false, false, false, true]
    }

    /// Lists occur, and nothing else.
    pub(super) fn is_list(&self) -> bool {
        self.kinds() == [false, false, false, true, false, false]
    }

    /// Objects with members occur, in lists or not.
    pub(super) fn holds_objects(&self) -> bool {
        self.object.is_some() || self.array.as_ref().is_some_and(|items| items.holds_objects())
    }

    /// The kinds of values.
    fn kinds(&self) -> [bool; 6] {
        [
            self.boolean,
            self.number.is_some(),
            self.text.is_some(),
            self.array.is_some(),
            self.map.is_some(),
            self.object.is_some(),
        ]
    }

    /// Whether one type holds both without mixing kinds of values; `objects` decides on objects.
    pub(super) fn fits(
        &self,
        other: &Form,
        objects: &mut impl FnMut(NodeId, NodeId) -> bool,
    ) -> bool {
        if self.is_unknown() || other.is_unknown() {
            return true;
        }
        let is_empty = |one: &Form, other: &Form| one.is_unknown_map() && other.is_object();
        if is_empty(self, other) || is_empty(other, self) {
            return true;
        }
        let texts = || match (&self.text, &other.text) {
            (Some(one), Some(other)) => one.fits(other),
            _ => true,
        };
        if self.kinds() != other.kinds() || !texts() {
            return false;
        }
        for (one, other) in [(&self.array, &other.array), (&self.map, &other.map)] {
            if let (Some(one), Some(other)) = (one, other)
                && !one.fits(other, objects)
            {
                return false;
            }
        }
        match (self.object, other.object) {
            (Some(one), Some(other)) => objects(one, other),
            _ => true,
        }
    }

    /// Takes in what the other one knows.
    pub(super) fn join(&mut self, other: &Form) {
        self.boolean |= other.boolean;
        self.number = match (self.number, other.number) {
            (Some(one), Some(other)) if one != other => Some(NumberKind::Float),
            (one, other) => one.or(other),
        };
        match (&mut self.text, &other.text) {
            (Some(mine), Some(theirs)) => mine.join(theirs),
            (None, theirs) => self.text.clone_from(theirs),
            (Some(_), None) => {}
        }
        join_part(&mut self.array, &other.array);
        join_part(&mut self.map, &other.map);
        self.object = self.object.or(other.object);
        if self.object.is_some() && self.map.as_ref().is_some_and(|values| values.is_unknown()) {
            self.map = None;
        }
    }

    /// Calls `found` with each object in `shape` that is not in another object, and with its node.
    pub(super) fn objects(form: &Form, shape: &Shape, found: &mut impl FnMut(&Object, NodeId)) {
        let shape = shape.meant();
        if let (Some(node), Some(object)) = (form.object, &shape.object) {
            found(object, node);
        }
        for (form, shape) in [(&form.array, &shape.array), (&form.map, &shape.map)] {
            if let (Some(form), Some(shape)) = (form, shape) {
                Form::objects(form, shape, found);
            }
        }
    }
}

fn join_part(mine: &mut Option<Box<Form>>, theirs: &Option<Box<Form>>) {
    match (mine.as_mut(), theirs) {
        (Some(mine), Some(theirs)) => mine.join(theirs),
        (None, Some(theirs)) => *mine = Some(theirs.clone()),
        (_, None) => {}
    }
}

/// Where objects with members were joined with empty ones, the empty ones say nothing.
pub(super) fn keep_known_objects(shape: &mut Shape) {
    let known = shape.object.as_ref().is_some_and(|object| !object.members.is_empty());
    if known && shape.map.as_ref().is_some_and(|values| **values == Shape::default()) {
        shape.map = None;
    }
    shape.array.iter_mut().chain(&mut shape.map).for_each(|part| keep_known_objects(part));
}
