//! Presets: an endpoint with values that the collection saves. Plain data.

use super::{Kind, Slot, Type};

/// A request that is an endpoint with values of its own: a constructor.
#[derive(Debug, Clone, PartialEq)]
pub struct Preset {
    /// The constructor.
    pub name: String,
    /// Its documentation.
    pub docs: String,
    /// For each argument of `new` (or field of the struct that it takes), the value; `None`: the constructor takes it.
    pub arguments: Vec<Option<Expression>>,
    /// Setters and what they get.
    pub settings: Vec<(String, Expression)>,
}

/// A later request of an endpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct Later {
    /// The request: its position in the collection.
    pub index: usize,
    /// What the collection saves for each field, at the same position.
    pub saved: Vec<Slot>,
}

/// A value that is written out in code.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// `None`.
    None,
    /// `Some(x)`.
    Some(Box<Expression>),
    /// `true`.
    Bool(bool),
    /// `1`.
    Signed(i64),
    /// `1`, of `u64`.
    Unsigned(u64),
    /// `1i64`, where nothing else says the type.
    I64(i64),
    /// `1u64`, where nothing else says the type.
    U64(u64),
    /// `1.0`.
    Float(f64),
    /// `"text"`, where a conversion follows.
    Text(String),
    /// `"text".to_owned()`.
    Owned(String),
    /// `x.into()`.
    Into(Box<Expression>),
    /// `Raw::new("text")`: with Postman's lenient escaping.
    Raw(String),
    /// `[x, y]`.
    Array(Vec<Expression>),
    /// `vec![x, y]`.
    Vec(Vec<Expression>),
    /// `Vec::<T>::new()`.
    EmptyVec(Type),
    /// `Map::from_iter([("key", x)])`.
    Map(Vec<(String, Expression)>),
    /// `Box::new(x)`.
    Boxed(Box<Expression>),
    /// `Json::new(x)`.
    Json(Box<Expression>),
    /// `Name::new(needed).field(x)`.
    Build(String, Vec<Expression>, Vec<(String, Expression)>),
    /// `Name::Variant(x)`, of a union.
    Variant(String, Kind, Box<Expression>),
    /// `serde_json::json!(…)`.
    Any(serde_json::Value),
}

impl Expression {
    /// Calls `visit` with the name of each type of the crate that the expression writes.
    pub fn names(&self, visit: &mut impl FnMut(&str)) {
        match self {
            Expression::Some(inner)
            | Expression::Into(inner)
            | Expression::Boxed(inner)
            | Expression::Json(inner) => inner.names(visit),
            Expression::Array(items) | Expression::Vec(items) => {
                items.iter().for_each(|item| item.names(visit))
            }
            Expression::EmptyVec(ty) => ty.names(visit),
            Expression::Map(entries) => entries.iter().for_each(|(_, value)| value.names(visit)),
            Expression::Build(name, needed, settings) => {
                visit(name);
                needed.iter().for_each(|value| value.names(visit));
                settings.iter().for_each(|(_, value)| value.names(visit));
            }
            Expression::Variant(name, _, inner) => {
                visit(name);
                inner.names(visit);
            }
            Expression::None
            | Expression::Bool(_)
            | Expression::Signed(_)
            | Expression::Unsigned(_)
            | Expression::I64(_)
            | Expression::U64(_)
            | Expression::Float(_)
            | Expression::Text(_)
            | Expression::Owned(_)
            | Expression::Raw(_)
            | Expression::Any(_) => {}
        }
    }
}
