// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What can stand in a field of a model: how it is read and shown.

use super::list::ListForm;
use super::{Cursor, Misfit};
use serde_json::Value;
use std::fmt;

/// A type of a field.
pub trait Slot {
    /// What stands for an absent field, or for `null` where null has no meaning of its own.
    fn blank() -> Self
    where
        Self: Sized;

    /// What `null` stands for in an `Option` of this type.
    fn null() -> Option<Self>
    where
        Self: Sized,
    {
        None
    }

    /// Takes what counts as no value in an `Option` of this type, if it is next: `null`, and what servers write in its place.
    fn is_absent(json: &mut Cursor<'_>) -> bool
    where
        Self: Sized,
    {
        json.nothing_composed()
    }

    /// Whether one value may stand for a list of it. A number may not, nor a list: positions such as those of GeoJSON would
    /// change their depth unseen.
    fn stands_for_list() -> bool
    where
        Self: Sized,
    {
        true
    }

    /// Takes the next value, with tolerance.
    fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit>;

    /// The value as JSON.
    fn node(&self) -> Node<'_>;

    /// The value as a member of an object; `None` when it is left out.
    fn member(&self) -> Option<Node<'_>> {
        Some(self.node())
    }

    /// Shows each member of an object. Other values have none.
    fn members(&self, show: &mut dyn FnMut(&str, Node<'_>)) {
        let _ = show;
    }
}

/// A value as JSON, one level of it.
#[derive(Clone, Copy)]
pub enum Node<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// An integer.
    Signed(i64),
    /// An integer without sign.
    Unsigned(u64),
    /// A float.
    Float(f64),
    /// A number as it is written.
    Number(&'a str),
    /// A text.
    Text(&'a str),
    /// A text that `Debug` does not show.
    Secret(&'a str),
    /// Any JSON.
    Value(&'a Value),
    /// A list.
    List(&'a dyn Items),
    /// An object, by the name of its type (empty for a map): it shows its members.
    Object(&'static str, &'a dyn Slot),
}

/// As `derive` would write it, but for members that are left out.
impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Node::Null => f.write_str("null"),
            Node::Boolean(value) => value.fmt(f),
            Node::Signed(value) => value.fmt(f),
            Node::Unsigned(value) => value.fmt(f),
            Node::Float(value) => value.fmt(f),
            Node::Number(text) => f.write_str(text),
            Node::Text(text) => text.fmt(f),
            Node::Secret(_) => f.write_str("Secret(…)"),
            Node::Value(value) => fmt::Display::fmt(value, f),
            Node::List(list) => {
                let mut out = f.debug_list();
                list.items(&mut |item| {
                    out.entry(&item);
                });
                out.finish()
            }
            Node::Object("", object) => {
                let mut out = f.debug_map();
                object.members(&mut |key, value| {
                    out.entry(&key, &value);
                });
                out.finish()
            }
            Node::Object(name, object) => {
                let mut out = f.debug_struct(name);
                object.members(&mut |key, value| {
                    out.field(key, &value);
                });
                out.finish()
            }
        }
    }
}

/// A list.
pub trait Items {
    /// Shows each item.
    fn items(&self, show: &mut dyn FnMut(Node<'_>));
    /// How many there are.
    fn count(&self) -> usize;
}

impl<T: Slot> Slot for Option<T> {
    fn blank() -> Self {
        None
    }

    /// In an `Option<Option<T>>`: present, and null.
    fn null() -> Option<Self> {
        Some(None)
    }

    fn is_absent(json: &mut Cursor<'_>) -> bool {
        T::is_absent(json)
    }

    fn stands_for_list() -> bool {
        T::stands_for_list()
    }

    fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
        if T::is_absent(json) {
            *self = T::null();
            return Ok(());
        }
        self.insert(T::blank()).read(json)
    }

    fn node(&self) -> Node<'_> {
        self.as_ref().map_or(Node::Null, Slot::node)
    }

    fn member(&self) -> Option<Node<'_>> {
        self.as_ref().map(Slot::node)
    }
}

impl<T: Slot> Slot for Vec<T> {
    fn blank() -> Self {
        Vec::new()
    }

    fn stands_for_list() -> bool {
        false
    }

    fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
        self.clear();
        let mut before = *json;
        let form = ListForm::of(T::blank().node(), before);
        if form == ListForm::Alone && !T::stands_for_list() {
            return Err(before.misfit("a list"));
        }
        form.read(json, &mut |json| {
            let mut item = T::blank();
            item.read(json)?;
            self.push(item);
            Ok(())
        })?;
        form.check(self, before)
    }

    fn node(&self) -> Node<'_> {
        Node::List(self)
    }
}

impl<T: Slot> Items for Vec<T> {
    fn items(&self, show: &mut dyn FnMut(Node<'_>)) {
        self.iter().for_each(|item| show(item.node()));
    }

    fn count(&self) -> usize {
        self.len()
    }
}

impl<T: Slot> Slot for Box<T> {
    fn blank() -> Self {
        Box::new(T::blank())
    }

    fn null() -> Option<Self> {
        T::null().map(Box::new)
    }

    fn is_absent(json: &mut Cursor<'_>) -> bool {
        T::is_absent(json)
    }

    fn stands_for_list() -> bool {
        T::stands_for_list()
    }

    fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
        (**self).read(json)
    }

    fn node(&self) -> Node<'_> {
        (**self).node()
    }
}

/// Any JSON. What no reader takes (a number beyond all floats, for instance) is kept as its text.
impl Slot for Value {
    fn blank() -> Self {
        Value::Null
    }

    fn is_absent(json: &mut Cursor<'_>) -> bool {
        json.null()
    }

    fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
        let raw = json.raw();
        *self = serde_json::from_str(raw).unwrap_or_else(|_| Value::String(raw.to_owned()));
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        Node::Value(self)
    }
}
