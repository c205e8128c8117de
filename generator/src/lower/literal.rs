//! Saved values as expressions: JSON and the type that it has in the emitted crate.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::hints;
use crate::json::Json;
use crate::rust::{Expression, Kind, Model, ModelField, ModelKind, Type, needed};

/// Writes values as expressions, and remembers what cannot be written.
pub struct Writer<'a> {
    models: &'a HashMap<&'a str, &'a Model>,
    /// The keys of members that are no part of the expression: variables, placeholders, secrets.
    pub left_out: Vec<String>,
}

impl<'a> Writer<'a> {
    /// A writer that knows these types by their names.
    pub fn new(models: &'a HashMap<&'a str, &'a Model>) -> Writer<'a> {
        Writer { models, left_out: Vec::new() }
    }

    /// The value as what a setter of a field of this type takes.
    pub fn argument(&mut self, ty: &Type, value: &Json) -> Option<Expression> {
        match (ty, value) {
            (ty, value) if ty.is_passed_on() => self.exact(ty, value),
            (Type::Boxed(inner) | Type::Json(inner), value) => self.exact(inner, value),
            (Type::Vec(inner), Json::List(items)) if items.is_empty() => {
                Some(Expression::EmptyVec((**inner).clone()))
            }
            (Type::Vec(inner), Json::List(items)) => items
                .iter()
                .map(|item| self.item(inner, item))
                .collect::<Option<_>>()
                .map(Expression::Array),
            (ty, Json::Text(text)) if self.is_text(ty) => {
                hints::is_given(text).then(|| Expression::Text(text.to_string()))
            }
            (Type::Number, Json::Number(text)) => text.parse().ok().map(Expression::I64),
            (ty, value) => self.exact(ty, value),
        }
    }

    /// An item of a list whose items are converted: a number says its type.
    fn item(&mut self, ty: &Type, value: &Json) -> Option<Expression> {
        Some(match self.argument(ty, value)? {
            Expression::Signed(number) if *ty == Type::I64 && i32::try_from(number).is_err() => {
                Expression::I64(number)
            }
            Expression::Unsigned(number) => Expression::U64(number),
            other => other,
        })
    }

    /// The value as an expression of this very type.
    pub fn exact(&mut self, ty: &Type, value: &Json) -> Option<Expression> {
        match (ty, value) {
            (Type::Value, value) => any(value).map(Expression::Any),
            (Type::Option(_), Json::Null) => Some(Expression::None),
            (Type::Option(inner), value) => {
                self.exact(inner, value).map(Box::new).map(Expression::Some)
            }
            (Type::Boxed(inner), value) => {
                self.exact(inner, value).map(Box::new).map(Expression::Boxed)
            }
            (Type::Json(inner), value) => {
                self.exact(inner, value).map(Box::new).map(Expression::Json)
            }
            (Type::Bool, Json::Boolean(value)) => Some(Expression::Bool(*value)),
            (Type::I64, Json::Number(text)) => text.parse().ok().map(Expression::Signed),
            (Type::U64, Json::Number(text)) => text.parse().ok().map(Expression::Unsigned),
            (Type::F64, Json::Number(text)) => text.parse().ok().map(Expression::Float),
            (Type::String, Json::Text(text)) => {
                hints::is_given(text).then(|| Expression::Owned(text.to_string()))
            }
            (ty, Json::Text(text)) if self.is_text(ty) => hints::is_given(text)
                .then(|| Expression::Into(Box::new(Expression::Text(text.to_string())))),
            (Type::Vec(inner), Json::List(items)) => items
                .iter()
                .map(|item| self.exact(inner, item))
                .collect::<Option<_>>()
                .map(Expression::Vec),
            (Type::Map(inner), Json::Object(members)) => {
                let entry = |(key, value): &(Cow<str>, Json)| {
                    let key = hints::is_given(key).then(|| key.to_string())?;
                    Some((key, self.exact(inner, value)?))
                };
                members.iter().map(entry).collect::<Option<_>>().map(Expression::Map)
            }
            (Type::Named(name), value) => self.named(name, &[], value),
            (Type::Generic(..), value) => {
                let (name, arguments) = ty.model()?;
                self.named(name, arguments, value)
            }
            _ => None,
        }
    }

    /// The value of a field of a type with these arguments, as what the setter takes.
    fn member(
        &mut self,
        field: &ModelField,
        arguments: &[Type],
        value: &Json,
    ) -> Option<Expression> {
        let ty = if let Type::Option(inner) = &field.ty { inner } else { &field.ty };
        match ty.parameters() {
            0 => self.argument(ty, value),
            _ => self.exact(&ty.with(arguments), value),
        }
    }

    fn named(&mut self, name: &str, given: &[Type], value: &Json) -> Option<Expression> {
        match (&self.models.get(name)?.kind, value) {
            (ModelKind::Struct { fields, role }, Json::Object(members)) => {
                let needed: Vec<&ModelField> = needed(fields, *role);
                let saved = |field: &ModelField| {
                    members.iter().find(|(key, _)| **key == field.key).map(|(_, value)| value)
                };
                let arguments = needed
                    .iter()
                    .map(|field| self.member(field, given, saved(field)?))
                    .collect::<Option<_>>()?;
                let mut settings = Vec::new();
                for (key, value) in members {
                    let field = fields.iter().find(|field| field.key == **key)?;
                    if needed.iter().any(|needed| needed.key == field.key) {
                        continue;
                    }
                    match self.member(field, given, value) {
                        Some(value) => settings.push((field.name.clone(), value)),
                        None => self.left_out.push(key.to_string()),
                    }
                }
                Some(Expression::Build(name.to_owned(), arguments, settings))
            }
            (ModelKind::Union { variants }, value) => {
                let (kind, inner) = variants.iter().find(|(kind, _)| holds(*kind, value))?;
                let value = self.exact(inner, value)?;
                Some(Expression::Variant(name.to_owned(), *kind, Box::new(value)))
            }
            _ => None,
        }
    }

    /// A text can be converted into a value of this type.
    fn is_text(&self, ty: &Type) -> bool {
        match ty {
            Type::String | Type::Text | Type::DateTime | Type::Date | Type::Time | Type::Uuid => {
                true
            }
            Type::Named(name) => self
                .models
                .get(name.as_str())
                .is_some_and(|model| matches!(model.kind, ModelKind::Enum { .. })),
            _ => false,
        }
    }
}

/// Whether a variant for this kind of value holds the value.
fn holds(kind: Kind, value: &Json) -> bool {
    match value {
        Json::Null => false,
        Json::Boolean(_) => kind == Kind::Boolean,
        Json::Number(text) => {
            kind == Kind::Number || kind == Kind::Integer && text.parse::<i64>().is_ok()
        }
        Json::Text(_) => kind == Kind::Text,
        Json::List(_) => kind == Kind::List,
        Json::Object(_) => kind == Kind::Object,
    }
}

/// A value of which nothing is known; `None` when something in it does not stand for itself.
fn any(value: &Json) -> Option<serde_json::Value> {
    Some(match value {
        Json::Null => serde_json::Value::Null,
        Json::Boolean(value) => (*value).into(),
        Json::Number(text) => serde_json::from_str(text).ok()?,
        Json::Text(text) => hints::is_given(text).then(|| text.to_string())?.into(),
        Json::List(items) => {
            items.iter().map(any).collect::<Option<_>>().map(serde_json::Value::Array)?
        }
        Json::Object(members) => {
            let members = members.iter().map(|(key, value)| Some((key.to_string(), any(value)?)));
            serde_json::Value::Object(members.collect::<Option<_>>()?)
        }
    })
}
