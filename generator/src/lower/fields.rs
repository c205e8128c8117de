//! The fields of an endpoint: each value that a caller can set, its name, its type, and what the collection saves for it.

use std::collections::HashMap;

use crate::api::{Parameter, Saved};
use crate::docs;
use crate::hints;
use crate::hints::samples;
use crate::infer::{Arity, Encoding, Evidence, Inference, Presence};
use crate::lower::types::Types;
use crate::name::draft::Origin as Seen;
use crate::name::ident;
use crate::name::ident::Scope;
use crate::rust::{Field, Origin, Role, Slot, SlotPlace, Type};
use crate::shape::{Format, NumberKind, Shape, Values};

/// The fields of one endpoint, while they are collected.
pub struct Fields<'t, 's> {
    types: &'t mut Types<'s>,
    endpoint: usize,
    root: String,
    scope: Scope,
    by_path_name: HashMap<String, String>,
    /// The fields so far.
    pub fields: Vec<Field>,
    /// What the collection saves for each, at the same position.
    pub slots: Vec<Slot>,
}

impl<'t, 's> Fields<'t, 's> {
    /// No fields yet, of the endpoint with this position and name.
    pub fn new(types: &'t mut Types<'s>, endpoint: usize, root: &str) -> Fields<'t, 's> {
        let (scope, by_path_name) = (Scope::default(), HashMap::new());
        Fields {
            types,
            endpoint,
            root: root.to_owned(),
            scope,
            by_path_name,
            fields: Vec::new(),
            slots: Vec::new(),
        }
    }

    /// The registry of types.
    pub fn types(&mut self) -> &mut Types<'s> {
        self.types
    }

    /// Where a value of this name was seen.
    pub fn seen(&self, name: &str) -> Seen {
        Seen {
            endpoint: self.endpoint,
            keys: vec![name.to_owned()],
            element: false,
            root: self.root.clone(),
            resource: String::new(),
            label: None,
        }
    }

    /// The field of a path argument; the same name is the same field.
    pub fn path_argument(&mut self, parameter: &Parameter, inference: &Inference) -> String {
        if let Some(field) = self.by_path_name.get(&parameter.name) {
            return field.clone();
        }
        let field = self.parameter(SlotPlace::Path, parameter, inference);
        self.by_path_name.insert(parameter.name.clone(), field.clone());
        field
    }

    /// The field of an argument that is a whole URL.
    pub fn location(&mut self, parameter: &Parameter, inference: &Inference) -> String {
        self.parameter(SlotPlace::Location, parameter, inference)
    }

    /// The field of a parameter: its name.
    pub fn parameter(
        &mut self,
        place: SlotPlace,
        parameter: &Parameter,
        inference: &Inference,
    ) -> String {
        let ty = self.parameter_type(parameter, inference);
        let docs = docs::parameter(place, parameter, inference);
        let slot = slot(place, parameter);
        self.push(called(inference, &parameter.name), "value", ty, inference.presence, docs, slot)
    }

    /// The field of a text that starts with a fixed value.
    pub fn fixed(
        &mut self,
        place: SlotPlace,
        ty: Type,
        parameter: &Parameter,
        name: &str,
        text: &str,
    ) -> String {
        let name = self.take(name, "value", place);
        let docs = docs::fixed(place, parameter, text);
        self.fields.push(Field {
            name: name.clone(),
            ty,
            origin: Origin::Fixed(text.to_owned()),
            docs,
            is_json: false,
        });
        self.slots.push(slot(place, parameter));
        name
    }

    /// The field of a dynamic variable in a text: Postman makes it anew for each request, here the caller does.
    pub fn dynamic(&mut self, place: SlotPlace, parameter: &Parameter) -> String {
        let presence = Presence { required: true, evidence: Evidence::Sent };
        let slot = slot(place, parameter);
        self.push(
            &parameter.name,
            "value",
            Type::Text,
            presence,
            docs::dynamic(&parameter.name),
            slot,
        )
    }

    /// A field of any type: its name.
    pub fn push(
        &mut self,
        name: &str,
        fallback: &str,
        ty: Type,
        presence: Presence,
        docs: String,
        slot: Slot,
    ) -> String {
        let name = self.take(name, fallback, slot.place);
        let (ty, origin) = match ty {
            ty if presence.required => (ty, Origin::Required),
            ty @ Type::Vec(_) => (ty, Origin::Setter),
            ty => (Type::Option(Box::new(ty)), Origin::Setter),
        };
        let is_json = slot.place == SlotPlace::Json;
        self.fields.push(Field { name: name.clone(), ty, origin, docs, is_json });
        self.slots.push(slot);
        name
    }

    /// A name for a field: of several with one name, the later ones are told apart by their places.
    fn take(&mut self, name: &str, fallback: &str, place: SlotPlace) -> String {
        let place = match place {
            SlotPlace::Path => "path",
            SlotPlace::Location => "url",
            SlotPlace::Query => "query",
            SlotPlace::Header => "header",
            SlotPlace::Urlencoded | SlotPlace::Form => "form",
            SlotPlace::File => "file",
            SlotPlace::Json | SlotPlace::JsonText | SlotPlace::XmlText | SlotPlace::PlainText => {
                "body"
            }
        };
        let name = ident::snake(name, fallback);
        self.scope.take([
            ident::setter(&name, fallback),
            ident::setter(&format!("{place}_{name}"), fallback),
        ])
    }

    fn parameter_type(&mut self, parameter: &Parameter, inference: &Inference) -> Type {
        let origin = self.seen(&parameter.name);
        let one = match inference.encoding {
            Encoding::Json => {
                Type::Json(Box::new(self.types.of(Role::Request, &inference.shape, &origin)))
            }
            Encoding::Plain | Encoding::File if parameter.secret => Type::Secret,
            Encoding::Plain | Encoding::File => self.plain(&inference.shape, &origin),
        };
        match inference.arity {
            Arity::One => one,
            Arity::Many => Type::Vec(Box::new(one)),
        }
    }

    fn plain(&mut self, shape: &Shape, origin: &Seen) -> Type {
        let (shape, origin) = (shape.meant(), &origin.labelled(shape));
        match (&shape.text, shape.boolean, &shape.number) {
            (Some(text), false, None) => match (&text.values, text.format()) {
                (Values::Listed(values), _) => self.types.listed(values, origin),
                (_, Some(Format::Password)) => Type::Secret,
                _ => Type::Text,
            },
            (None, true, None) => Type::Bool,
            (None, false, Some(number)) => match number.kind() {
                NumberKind::Signed => Type::I64,
                NumberKind::Unsigned => Type::U64,
                NumberKind::Float => Type::F64,
                NumberKind::Exact => Type::Text,
            },
            _ => Type::Text,
        }
    }
}

/// What a parameter is called: by a person, else by its name.
pub fn called<'a>(inference: &'a Inference, name: &'a str) -> &'a str {
    inference.shape.field().unwrap_or(name)
}

fn slot(place: SlotPlace, parameter: &Parameter) -> Slot {
    let plain = |sample: &&String| !sample.is_empty() && !sample.contains("{{");
    let sample = parameter.samples.iter().find(plain).filter(|_| !parameter.secret);
    Slot {
        place,
        name: parameter.name.clone(),
        values: saved_values(parameter),
        files: Vec::new(),
        // what says nothing is better called by its name
        sample: sample.map(|text| {
            if hints::is_filler(text) { parameter.name.clone() } else { samples::parameter(text) }
        }),
    }
}

fn saved_values(parameter: &Parameter) -> Vec<Option<String>> {
    let value = |saved: &Saved| match saved {
        Saved::Bare => None,
        Saved::Text(template) => Some(template.0.clone()),
    };
    parameter.saved.iter().map(value).collect()
}
