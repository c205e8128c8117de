//! Shapes: what is known of the values at one place. Plain data and its join.
//!
//! A [`Shape`] says for each kind of JSON value whether it was seen and what was seen of it. Shapes form a
//! join-semilattice: [`Shape::join`] is commutative, associative and idempotent (key order aside), `Shape::default()`
//! (nothing seen) is its neutral element, and what either side admits the join admits.
//!
//! A shape lives twice. As *evidence* it grows by joins, and objects are objects. Then [`Shape::settle`] decides what the
//! evidence means: objects whose keys are data become maps, repeated words become enums, formats become one or none.
//! Settled shapes are what `name` and the emitters read; two of them are equal when they make the same type.

mod admit;
mod alike;
mod format;
mod join;
#[cfg(test)]
mod laws;
mod map;
mod number;
mod read;
mod settle;
mod told;
mod tolerate;

use indexmap::IndexMap;

pub use format::{Format, Formats};
pub use told::{Label, Told};

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
    /// Objects with members of their own, when seen.
    pub object: Option<Box<Object>>,
    /// Objects whose keys are data, when seen: the join of all values. Only [`Shape::settle`] and map marks set it.
    pub map: Option<Box<Shape>>,
    /// How many values were seen here.
    pub samples: Samples,
    /// One of the values.
    pub example: Example,
    /// The samples here say little: the type is that of the key elsewhere.
    pub guessed: Guessed,
    /// What a person says of the values here.
    pub told: Option<Box<Told>>,
}

impl Shape {
    /// How many kinds of JSON values were seen, `null` aside: none is any value, several are a union.
    pub fn kinds(&self) -> usize {
        let scalars = [self.boolean, self.number.is_some(), self.text.is_some()];
        let parts = [self.array.is_some(), self.object.is_some(), self.map.is_some()];
        scalars.iter().chain(&parts).filter(|seen| **seen).count()
    }
}

/// A number of samples. It measures evidence and is no knowledge of the values: any two are equal, and it is no part of
/// the lattice.
#[derive(Debug, Clone, Copy, Default)]
pub struct Samples(pub usize);

impl PartialEq for Samples {
    fn eq(&self, _: &Samples) -> bool {
        true
    }
}

/// The first short number or text that was seen, as JSON, for documentation. Like [`Samples`] it is no part of the lattice.
#[derive(Debug, Clone, Default)]
pub struct Example(pub Option<Box<str>>);

impl PartialEq for Example {
    fn eq(&self, _: &Example) -> bool {
        true
    }
}

/// Whether a type is a guess. Like [`Samples`] it is no part of the lattice.
#[derive(Debug, Clone, Copy, Default)]
pub struct Guessed(pub bool);

impl PartialEq for Guessed {
    fn eq(&self, _: &Guessed) -> bool {
        true
    }
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
    /// The format that a placeholder names.
    pub named: Named,
}

/// The format that a placeholder names, for `--explain`. Like [`Samples`] it is no part of the lattice: any two are equal.
#[derive(Debug, Clone, Copy, Default)]
pub struct Named(pub Option<NumberFormat>);

impl PartialEq for Named {
    fn eq(&self, _: &Named) -> bool {
        true
    }
}

impl Eq for Named {}

impl std::hash::Hash for Named {
    fn hash<H: std::hash::Hasher>(&self, _: &mut H) {}
}

/// The formats of numbers that OpenAPI has a placeholder for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFormat {
    /// `<long>`
    Int64,
    /// `<float>`
    Float,
    /// `<double>`
    Double,
}

impl NumberFormat {
    /// OpenAPI's name.
    pub fn name(self) -> &'static str {
        match self {
            NumberFormat::Int64 => "int64",
            NumberFormat::Float => "float",
            NumberFormat::Double => "double",
        }
    }
}

/// The narrowest kind of number that holds all of a [`Number`] without loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberKind {
    /// `i64` holds each.
    Signed,
    /// `u64` holds each, `i64` does not.
    Unsigned,
    /// `f64` holds each.
    Float,
    /// Only the text of the number holds each.
    Exact,
}

/// Texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The formats that some text speaks for and none against.
    pub proven: Formats,
    /// The formats that no text speaks against. An empty text speaks neither for nor against any.
    pub possible: Formats,
    /// The values.
    pub values: Values,
}

/// What is known of the values of texts, in ascending order of the lattice.
#[derive(Debug, Clone, PartialEq)]
pub enum Values {
    /// Few words so far (at most [`Values::FEW`], sorted): they may turn out to be an enum.
    Few(Vec<String>),
    /// Any text.
    Open,
    /// An enum: the values that a description lists, or that many samples repeat; in the order of the list.
    Listed(Vec<String>),
}

/// Objects.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Object {
    /// Its members.
    pub members: Members,
}

impl Object {
    /// Without members, with room for as many.
    fn with_room(members: usize) -> Object {
        Object { members: Members::with_capacity_and_hasher(members, Default::default()) }
    }
}

/// Members by key, in order of first sight.
pub type Members = IndexMap<String, Member, foldhash::fast::RandomState>;

/// A member of an object.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Member {
    /// Its values.
    pub shape: Shape,
    /// Some object seen lacks it.
    pub optional: bool,
}
