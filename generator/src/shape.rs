//! Shapes: what is known of the values at one place. Plain data and its join.
//!
//! A [`Shape`] says for each kind of JSON value whether it was seen and what was seen of it. Shapes form a
//! join-semilattice: [`Shape::join`] is commutative, associative and idempotent (key order aside), `Shape::default()`
//! (nothing seen) is its neutral element, and what either side admits the join admits.

use indexmap::IndexMap;

/// What is known of the values at one place. The default: nothing was ever seen there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shape {
    /// `null` was seen.
    pub null: bool,
    /// `true` or `false` was seen.
    pub boolean: bool,
    /// Numbers, when seen.
    pub number: Option<Number>,
    /// Texts, when seen.
    pub text: Option<Text>,
    /// Lists, when seen: the join of all elements (the default shape when all were empty).
    pub array: Option<Box<Shape>>,
    /// Objects, when seen.
    pub object: Option<Object>,
}

/// Numbers. The flags are joined by `or`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Number {
    /// One is below zero.
    pub negative: bool,
    /// One is a whole number above `i64::MAX` (and within `u64`).
    pub unsigned: bool,
    /// One is a whole number beyond 2^53, so that `f64` does not hold it.
    pub large: bool,
    /// One is written with a fraction or an exponent.
    pub float: bool,
    /// One is not what `f64` (or `i64`, `u64`) gives back: its text must be kept.
    pub exact: bool,
}

/// Texts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text {
    /// The format that every text seen has; `None` when there is none or they differ.
    pub format: Option<Format>,
    /// The values of a list in a description, in its order: an enum.
    pub values: Option<Vec<String>>,
}

/// Formats of texts, named as in OpenAPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are those of OpenAPI")]
pub enum Format {
    DateTime,
    Date,
    Time,
    Uuid,
    Email,
    Uri,
    Ip,
    Byte,
    Password,
}

/// Objects.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Object {
    /// Its members by key, in order of first sight.
    pub members: IndexMap<String, Member>,
    /// Something other than the keys themselves says that it is a map (`key_0` …).
    pub map: bool,
}

/// A member of an object.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Member {
    /// Its values.
    pub shape: Shape,
    /// Some object seen lacks it.
    pub optional: bool,
}
