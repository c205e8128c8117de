//! Saved values as expressions of their types.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::emit::items::example::layout::Expr;
use crate::emit::items::model::variant_name;
use crate::emit::print::format::{self, literal};
use crate::hints::is_filler;
use crate::json::Json;
use crate::rust::{Kind, Model, ModelField, ModelKind, Role, Type, needed};

/// As many members of an object are shown, and as many elements of a list.
const MOST_MEMBERS: usize = 5;
const MOST_ELEMENTS: usize = 2;
/// Objects within objects are shown up to this depth.
const DEEPEST: usize = 3;
/// A longer text is not shown.
const LONGEST_TEXT: usize = 60;

/// What the place of an expression takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// `impl Into<T>`.
    Into,
    /// `T` itself.
    Exact,
}

/// Makes expressions, and notes which types they name.
pub struct Values<'a> {
    models: &'a dyn Fn(&str) -> Option<&'a Model>,
    /// The types of the collection that were named.
    pub named: BTreeSet<String>,
    /// The types of the runtime that were named.
    pub runtime: BTreeSet<&'static str>,
    depth: usize,
}

/// The value of a field; its key in the place of a text that says nothing.
fn telling<'v>(field: &'v ModelField, value: &'v Json<'v>) -> Cow<'v, Json<'v>> {
    match value {
        Json::Text(text) if is_filler(text) => Cow::Owned(Json::Text(field.key.as_str().into())),
        value => Cow::Borrowed(value),
    }
}

impl<'a> Values<'a> {
    /// Over the types that `models` knows by name.
    pub fn new(models: &'a dyn Fn(&str) -> Option<&'a Model>) -> Values<'a> {
        Values { models, named: BTreeSet::new(), runtime: BTreeSet::new(), depth: 0 }
    }

    /// The expression for a parameter's text.
    pub fn of_text(&mut self, ty: &Type, text: &str, place: Place) -> Option<Expr> {
        match ty {
            Type::Vec(inner) => {
                let element = self.of_text(inner, text, place)?;
                Some(Expr::List(if place == Place::Exact { "vec!" } else { "" }, vec![element]))
            }
            Type::Bool | Type::I64 | Type::U64 | Type::F64 | Type::Json(_) => {
                self.of_json(ty, &Json::parse(text).ok()?, place)
            }
            Type::Named(_) | Type::Option(_) => self.of_json(ty, &Json::Text(text.into()), place),
            _ => text_literal(text, place),
        }
    }

    /// The expression for a JSON value; `None` where it is not of the type, or takes too much space.
    pub fn of_json(&mut self, ty: &Type, json: &Json, place: Place) -> Option<Expr> {
        match (ty, json) {
            (Type::Bool, Json::Boolean(flag)) => Some(Expr::text(flag.to_string())),
            (Type::I64, Json::Number(number)) => {
                number.parse::<i64>().ok().map(|number| Expr::text(number.to_string()))
            }
            (Type::U64, Json::Number(number)) => {
                number.parse::<u64>().ok().map(|number| Expr::text(number.to_string()))
            }
            (Type::F64, Json::Number(number)) => {
                number.parse::<f64>().ok().map(|number| Expr::text(format::float(number)))
            }
            (
                Type::String | Type::Text | Type::DateTime | Type::Date | Type::Time | Type::Uuid,
                Json::Text(text),
            ) => text_literal(text, place),
            (Type::Vec(inner), Json::List(elements)) => self.list(inner, elements, place),
            (Type::Map(inner), Json::Object(members)) => {
                self.runtime.insert("Map");
                let member = |(key, value): &(std::borrow::Cow<str>, Json)| {
                    Some(Expr::text(format!(
                        "({}, {})",
                        literal(key),
                        self.of_json(inner, value, Place::Exact)?.layout(0, 0)
                    )))
                };
                let shown: Option<Vec<Expr>> =
                    members.iter().take(MOST_ELEMENTS).map(member).collect();
                Some(Expr::Call(
                    "Map::from_iter".to_owned(),
                    vec![Expr::List("", shown.filter(|shown| !shown.is_empty())?)],
                ))
            }
            (Type::Option(inner), json) if place == Place::Exact => {
                Some(Expr::Call("Some".to_owned(), vec![self.of_json(inner, json, Place::Exact)?]))
            }
            (Type::Option(inner) | Type::Json(inner), json) => match **inner {
                // these are of their type without a conversion
                Type::Bool | Type::Named(_) | Type::Generic(..) | Type::Map(_) => {
                    self.of_json(inner, json, Place::Exact)
                }
                _ => None,
            },
            (Type::Boxed(inner), json) if place == Place::Into => {
                self.of_json(inner, json, Place::Exact)
            }
            (Type::Boxed(inner), json) => Some(Expr::Call(
                "Box::new".to_owned(),
                vec![self.of_json(inner, json, Place::Exact)?],
            )),
            (Type::Named(_) | Type::Generic(..), json) => {
                let (name, arguments) = ty.model()?;
                self.model((self.models)(name)?, arguments, json)
            }
            _ => None,
        }
    }

    fn list(&mut self, inner: &Type, elements: &[Json], place: Place) -> Option<Expr> {
        let exact = place == Place::Exact || Type::Vec(Box::new(inner.clone())).is_passed_on();
        let (head, place) = if exact { ("vec!", Place::Exact) } else { ("", Place::Into) };
        let shown: Option<Vec<Expr>> = elements
            .iter()
            .take(MOST_ELEMENTS)
            .map(|element| self.of_json(inner, element, place))
            .collect();
        let mut shown = shown.filter(|shown| !shown.is_empty())?;
        // a bare number would be an `i32`, which no other number is made of without a doubt
        if let (Place::Into, Type::I64 | Type::U64, Expr::Text(number)) =
            (place, inner, &mut shown[0])
        {
            number.push_str(if *inner == Type::I64 { "_i64" } else { "_u64" });
        }
        Some(Expr::List(head, shown))
    }

    fn model(&mut self, model: &'a Model, arguments: &[Type], json: &Json) -> Option<Expr> {
        let value = match (&model.kind, json) {
            (ModelKind::Enum { variants }, Json::Text(text)) => {
                match variants.iter().find(|(_, known)| known == text) {
                    Some((variant, _)) => Expr::text(format!("{}::{variant}", model.name)),
                    None => Expr::Call(
                        format!("{}::from", model.name),
                        vec![text_literal(text, Place::Into)?],
                    ),
                }
            }
            (ModelKind::Struct { fields, role }, Json::Object(members)) => {
                self.structure(&model.name, fields, *role, arguments, members)?
            }
            (ModelKind::Union { variants }, json) => {
                let (kind, ty) = variants.iter().find(|(kind, _)| is_of(*kind, json))?;
                Expr::Call(
                    format!("{}::{}", model.name, variant_name(*kind)),
                    vec![self.of_json(ty, json, Place::Exact)?],
                )
            }
            _ => return None,
        };
        self.named.insert(model.name.clone());
        Some(value)
    }

    fn structure(
        &mut self,
        name: &str,
        fields: &'a [ModelField],
        role: Role,
        arguments: &[Type],
        members: &[(std::borrow::Cow<str>, Json)],
    ) -> Option<Expr> {
        if self.depth == DEEPEST {
            return None;
        }
        self.depth += 1;
        let value = |field: &'a ModelField| {
            members
                .iter()
                .find(|(key, _)| *key == field.key)
                .map(|(_, value)| telling(field, value))
        };
        let needed = needed(fields, role);
        let given = needed.iter().map(|field| {
            let (ty, place) = given_type(&field.ty, arguments);
            match value(field).and_then(|value| self.of_json(&ty, &value, place)) {
                Some(value) => value,
                None => self.stand_in(&ty, &field.name, place),
            }
        });
        let given = given.collect();
        let mut calls = Vec::new();
        for field in
            fields.iter().filter(|field| !needed.iter().any(|needed| needed.key == field.key))
        {
            let ty = match &field.ty {
                Type::Option(inner) => inner,
                ty => ty,
            };
            let (ty, place) = given_type(ty, arguments);
            if let Some(value) = value(field).and_then(|value| self.of_json(&ty, &value, place)) {
                calls.push((field.name.clone(), vec![value]));
            }
            if calls.len() == MOST_MEMBERS {
                break;
            }
        }
        self.depth -= 1;
        Some(chain(Expr::Call(format!("{name}::new"), given), calls))
    }

    /// Some value of the type, for an argument of which nothing fitting is saved.
    pub fn stand_in(&mut self, ty: &Type, name: &str, place: Place) -> Expr {
        let speaking = heck::ToShoutySnakeCase::to_shouty_snake_case(name);
        match ty {
            Type::Bool => Expr::text("true"),
            Type::I64 | Type::U64 => Expr::text("1"),
            Type::F64 => Expr::text("1.0"),
            Type::Number if place == Place::Into => Expr::text("1"),
            Type::Number => Expr::text("1.into()"),
            Type::Value => Expr::text("serde_json::json!({})"),
            Type::File => {
                self.runtime.insert("File");
                Expr::text("File::bytes(\"file.txt\", \"…\")")
            }
            Type::Map(_) => {
                self.runtime.insert("Map");
                Expr::text("Map::new()")
            }
            Type::Vec(_) if place == Place::Exact => Expr::text("Vec::new()"),
            Type::Vec(inner) => Expr::text(format!("Vec::<{}>::new()", self.spelt(inner))),
            Type::Option(inner) if place == Place::Into => {
                Expr::text(format!("None::<{}>", self.spelt(inner)))
            }
            Type::Option(_) => Expr::text("None"),
            Type::Json(inner) if place == Place::Into => self.exact(inner, name),
            Type::Json(inner) => Expr::Chain(
                Box::new(self.exact(inner, name)),
                vec![("into".to_owned(), Vec::new())],
            ),
            Type::Boxed(inner) if place == Place::Into => self.exact(inner, name),
            Type::Boxed(inner) => Expr::Call("Box::new".to_owned(), vec![self.exact(inner, name)]),
            Type::Named(model) => self.named_stand_in(model, &[]),
            Type::Generic(base, arguments) => match base.model() {
                Some((model, _)) => self.named_stand_in(model, arguments),
                None => Expr::text("Default::default()"),
            },
            _ => text_literal(&speaking, place).unwrap_or_else(|| Expr::text("\"\".into()")),
        }
    }

    /// A value whose type needs no place to be known.
    fn exact(&mut self, ty: &Type, name: &str) -> Expr {
        match ty {
            Type::Vec(_) | Type::Option(_) => self.stand_in(ty, name, Place::Into),
            Type::I64 => Expr::text("1_i64"),
            Type::U64 => Expr::text("1_u64"),
            Type::String => Expr::text(format!("{}.to_owned()", literal(name))),
            Type::Map(inner) => {
                let inner = self.spelt(inner);
                self.runtime.insert("Map");
                Expr::text(format!("Map::<{inner}>::new()"))
            }
            ty => self.stand_in(ty, name, Place::Exact),
        }
    }

    fn named_stand_in(&mut self, name: &str, arguments: &[Type]) -> Expr {
        self.named.insert(name.to_owned());
        match (self.models)(name).map(|model| &model.kind) {
            Some(ModelKind::Enum { variants }) if !variants.is_empty() => {
                Expr::text(format!("{name}::{}", variants[0].0))
            }
            Some(ModelKind::Struct { fields, role }) => {
                let needed = needed(fields, *role).into_iter();
                let needed = needed.map(|field| {
                    let (ty, place) = given_type(&field.ty, arguments);
                    self.stand_in(&ty, &field.name, place)
                });
                let needed = needed.collect();
                Expr::Call(format!("{name}::new"), needed)
            }
            Some(ModelKind::Union { .. }) => {
                Expr::text(format!("{name}::Other(serde_json::json!({{}}))"))
            }
            Some(ModelKind::Enum { .. }) | None => Expr::text(format!("{name}::from(\"…\")")),
        }
    }

    /// The type as it is written.
    fn spelt(&mut self, ty: &Type) -> String {
        match ty {
            Type::Named(name) => {
                self.named.insert(name.clone());
            }
            Type::Generic(base, arguments) => {
                self.spelt(base);
                arguments.iter().for_each(|argument| drop(self.spelt(argument)));
            }
            Type::Vec(inner) | Type::Option(inner) | Type::Boxed(inner) => {
                self.spelt(inner);
            }
            Type::Map(inner) | Type::Json(inner) => {
                self.runtime.insert(if matches!(ty, Type::Map(_)) { "Map" } else { "Json" });
                self.spelt(inner);
            }
            _ => {
                self.runtime.extend(ty.runtime_name());
            }
        }
        ty.to_string()
    }
}

/// The type of a field of a generic type with these arguments, and what its setter takes.
fn given_type(ty: &Type, arguments: &[Type]) -> (Type, Place) {
    let place = if ty.parameters() > 0 { Place::Exact } else { Place::Into };
    (ty.with(arguments), place)
}

/// A text; where its type has to be that of the place, with a conversion.
fn text_literal(text: &str, place: Place) -> Option<Expr> {
    let fits = text.chars().count() <= LONGEST_TEXT && !text.contains("{{");
    fits.then(|| match place {
        Place::Into => Expr::text(literal(text)),
        Place::Exact => Expr::text(format!("{}.into()", literal(text))),
    })
}

fn is_of(kind: Kind, json: &Json) -> bool {
    match json {
        Json::Null => false,
        Json::Boolean(_) => kind == Kind::Boolean,
        Json::Number(number) => {
            kind == Kind::Number || (kind == Kind::Integer && !number.contains(['.', 'e', 'E']))
        }
        Json::Text(_) => kind == Kind::Text,
        Json::List(_) => kind == Kind::List,
        Json::Object(_) => kind == Kind::Object,
    }
}

/// A chain of calls, or its head alone.
pub fn chain(head: Expr, calls: Vec<(String, Vec<Expr>)>) -> Expr {
    match head {
        head if calls.is_empty() => head,
        Expr::Chain(head, first) => Expr::Chain(head, [first, calls].concat()),
        head => Expr::Chain(Box::new(head), calls),
    }
}
