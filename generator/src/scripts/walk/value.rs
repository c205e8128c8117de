//! What is known of the value of an expression.

use oxc_ast::ast::{ArrowFunctionExpression, Function};

use super::super::{JsonPath, JsonType};

/// What is known of a value.
#[derive(Debug, Clone, Default)]
pub(super) enum Value<'a> {
    /// Nothing.
    #[default]
    Unknown,
    /// A global of the sandbox, or something reached from one: `pm.response.headers`.
    Global(String),
    /// A string.
    Text(String),
    /// A number.
    Number(f64),
    /// A boolean or null.
    Constant(serde_json::Value),
    /// A list that the script makes.
    Array(Vec<Value<'a>>),
    /// An object that the script makes.
    Object(Vec<(String, Value<'a>)>),
    /// A function of the script.
    Callable(Callable<'a>),
    /// A value of the response's JSON.
    Json(JsonPath),
    /// `typeof` of such a value.
    TypeOf(JsonPath),
    /// Whether such a value has a type.
    HasType(JsonPath, JsonType),
    /// Whether such a value equals a literal.
    Equals(JsonPath, serde_json::Value),
    /// The status code of the response.
    Status,
    /// Whether the status code is this one.
    StatusIs(f64),
    /// The whole body as text.
    Body,
    /// A header of the response.
    Header(String),
    /// A cookie of the response.
    Cookie(String),
    /// A variable of Postman's; its name is empty when the script computes it.
    Variable(String),
    /// The entry of the request's headers or query that a callback gets.
    Entry,
    /// The key of such an entry.
    EntryKey,
    /// Something of another request that the script sends.
    Sent,
    /// A time.
    Time,
    /// A random value.
    Random,
    /// A digest: a position in the signatures of the facts.
    Digest(usize),
    /// Something computed from values of the response.
    Computed,
    /// `pm.expect(…)` with the words behind it.
    Expect(Box<Expect<'a>>),
}

/// An assertion that is being built.
#[derive(Debug, Clone)]
pub(super) struct Expect<'a> {
    /// What it is about.
    pub(super) subject: Value<'a>,
    /// Whether it says that something is not so.
    pub(super) negated: bool,
    /// The last word.
    pub(super) word: String,
}

/// A function of the script.
#[derive(Debug, Clone, Copy)]
pub(super) enum Callable<'a> {
    /// `function …`.
    Function(&'a Function<'a>),
    /// `… => …`.
    Arrow(&'a ArrowFunctionExpression<'a>),
}

impl<'a> Value<'a> {
    /// The value as JSON, if it is a literal.
    pub(super) fn literal(&self) -> Option<serde_json::Value> {
        match self {
            Value::Text(text) => Some(text.as_str().into()),
            Value::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                Some((*number as i64).into())
            }
            Value::Number(number) => Some((*number).into()),
            Value::Constant(value) => Some(value.clone()),
            _ => None,
        }
    }

    /// The text of a string or a number.
    pub(super) fn text(&self) -> Option<String> {
        match self {
            Value::Text(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Constant(value) => Some(value.to_string()),
            _ => None,
        }
    }

    /// What is known of a value that is computed from several.
    pub(super) fn derived(values: &[&Value<'a>]) -> Value<'a> {
        let mut derived = Value::Unknown;
        for &value in values {
            let found = match value {
                Value::Digest(_) => return value.clone(),
                Value::Array(values) => Value::derived(&values.iter().collect::<Vec<_>>()),
                Value::Object(members) => {
                    let values: Vec<&Value<'a>> = members.iter().map(|(_, value)| value).collect();
                    Value::derived(&values)
                }
                Value::Sent | Value::Time | Value::Random => value.clone(),
                Value::Json(_) | Value::Computed | Value::Body | Value::Header(_) => {
                    Value::Computed
                }
                _ => continue,
            };
            if matches!(found, Value::Digest(_)) {
                return found;
            }
            if matches!(derived, Value::Unknown | Value::Time | Value::Random) {
                derived = found;
            }
        }
        derived
    }

    /// A member of an object that the script makes.
    pub(super) fn member(&self, key: &str) -> Option<&Value<'a>> {
        match self {
            Value::Object(members) => {
                members.iter().rfind(|(name, _)| name == key).map(|(_, value)| value)
            }
            _ => None,
        }
    }
}
