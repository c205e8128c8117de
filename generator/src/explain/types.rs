//! The Rust types of places, looked up in what `name` settled.

use std::collections::HashMap;

use crate::api::AnswerClass;
use crate::infer::{Part, ResponseTypes};
use crate::rust::{Collection, Endpoint, Kind, Model, ModelKind, Module, Output, SlotPlace, Type};

/// What is read without a type.
const UNTYPED: &str = "Untyped";

/// The endpoints of a collection by their position.
pub(super) fn by_index(collection: &Collection) -> HashMap<usize, &Endpoint> {
    let mut found = HashMap::new();
    collect(&collection.modules, &collection.endpoints, &mut found);
    found
}

fn collect<'a>(
    modules: &'a [Module],
    own: &'a [Endpoint],
    found: &mut HashMap<usize, &'a Endpoint>,
) {
    found.extend(own.iter().map(|endpoint| (endpoint.index, endpoint)));
    modules.iter().for_each(|module| collect(&module.modules, &module.endpoints, found));
}

/// The types of one endpoint.
pub(super) struct Types<'a> {
    endpoint: &'a Endpoint,
    models: HashMap<&'a str, &'a Model>,
    error: Option<&'a str>,
    /// How many parameters of each name were asked for: keys may be repeated.
    asked: HashMap<(Part, String), usize>,
}

impl<'a> Types<'a> {
    pub(super) fn new(endpoint: &'a Endpoint, collection: &'a Collection) -> Types<'a> {
        let models = collection
            .models
            .iter()
            .chain(&endpoint.models)
            .map(|model| (model.name.as_str(), model))
            .collect();
        Types { endpoint, models, error: collection.error.as_deref(), asked: HashMap::new() }
    }

    /// The type of the next parameter of this name.
    pub(super) fn parameter(&mut self, part: Part, name: &str) -> Option<Type> {
        let asked = self.asked.entry((part, name.to_owned())).or_default();
        let slots = self
            .endpoint
            .saved
            .iter()
            .enumerate()
            .filter(|(_, slot)| slot.name == name && is_in(slot.place, part));
        let (index, _) = slots.clone().nth(*asked).or_else(|| slots.clone().next())?;
        *asked += 1;
        self.endpoint.fields.get(index).map(|field| field.ty.clone())
    }

    /// What a response is read into; or what stands for a type, where one thing does.
    pub(super) fn response(&self, response: &ResponseTypes) -> Result<Type, Option<&'static str>> {
        match response.class {
            AnswerClass::Success | AnswerClass::Redirect => {
                in_output(&self.endpoint.output, response.status)
            }
            _ => self
                .error
                .filter(|_| response.shared_error)
                .map(|name| Type::Named(name.to_owned()))
                .ok_or(None),
        }
    }

    /// The type of a member of objects of this type.
    pub(super) fn member(&self, ty: &Type, key: &str) -> Option<Type> {
        let (name, arguments) = self.variant(ty, Kind::Object)?.model()?;
        match &self.models.get(name)?.kind {
            ModelKind::Struct { fields, .. } => {
                fields.iter().find(|field| field.key == key).map(|field| field.ty.with(arguments))
            }
            ModelKind::Enum { .. } | ModelKind::Union { .. } => None,
        }
    }

    /// The type of the elements of lists, or of the values of maps, of this type.
    pub(super) fn element(&self, ty: &Type, kind: Kind) -> Option<Type> {
        match self.variant(ty, kind)? {
            Type::Vec(inner) | Type::Map(inner) => Some((**inner).clone()),
            _ => None,
        }
    }

    /// What values of this kind are, where several kinds occur.
    fn variant<'t>(&'t self, ty: &'t Type, kind: Kind) -> Option<&'t Type> {
        let ty = strip(ty);
        let Type::Named(name) = ty else { return Some(ty) };
        match &self.models.get(name.as_str())?.kind {
            ModelKind::Union { variants } => {
                variants.iter().find(|(other, _)| *other == kind).map(|(_, ty)| strip(ty))
            }
            ModelKind::Struct { .. } | ModelKind::Enum { .. } => Some(ty),
        }
    }
}

/// What is inside options, boxes and JSON texts.
fn strip(ty: &Type) -> &Type {
    match ty {
        Type::Option(inner) | Type::Boxed(inner) | Type::Json(inner) => strip(inner),
        ty => ty,
    }
}

fn is_in(place: SlotPlace, part: Part) -> bool {
    match place {
        SlotPlace::Path | SlotPlace::Location => part == Part::Path,
        SlotPlace::Query => part == Part::Query,
        SlotPlace::Header => part == Part::Header,
        SlotPlace::Urlencoded => part == Part::Urlencoded,
        SlotPlace::Form => part == Part::Form,
        SlotPlace::File => matches!(part, Part::Form | Part::Body),
        SlotPlace::Json | SlotPlace::PlainText | SlotPlace::XmlText | SlotPlace::JsonText => {
            part == Part::Body
        }
    }
}

fn in_output(output: &Output, status: Option<u16>) -> Result<Type, Option<&'static str>> {
    match output {
        Output::Json(ty) | Output::Stream(Some(ty)) => Ok(ty.clone()),
        Output::OptionalJson(ty) => Ok(Type::Option(Box::new(ty.clone()))),
        Output::Text => Ok(Type::String),
        Output::ByStatus { arms, .. } => match arms
            .iter()
            .find(|arm| status.is_some_and(|status| arm.statuses.contains(&status)))
        {
            Some(arm) => in_output(&arm.output, status),
            None => Err(Some(UNTYPED)),
        },
        Output::Empty => Err(Some("()")),
        Output::Untyped | Output::Bytes | Output::Stream(None) => Err(Some(UNTYPED)),
    }
}
