//! `--explain`: for each place that holds values, what was seen there, the rule applied, and the resulting type.

use serde::Serialize;

use crate::api::{Api, Body, Endpoint, Part};
use crate::infer::{BodyTypes, Encoding, EndpointTypes, Inference, Inferred};
use crate::rust::{self, Collection, Model, ModelKind, Module, Output, Type};
use crate::shape::{NumberKind, Shape, Text, Values};

/// One place, in the words of DESIGN's `--explain` contract.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// The request's position, as in `replay`.
    pub request: usize,
    /// The folders' names and the request's own.
    pub path: Vec<String>,
    /// `path`, `query`, `header`, `urlencoded`, `form`, `body` or `response`.
    #[serde(rename = "in")]
    pub place: &'static str,
    /// The status of a response.
    pub status: Option<u16>,
    /// `/name` of a parameter, then into its JSON; `/*` stands for elements and for values of a map.
    pub pointer: String,
    /// `string`, `integer`, `number`, `boolean`, `object`, `array`, `map`, `enum`, `union`, `binary` or `any`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The format, as in OpenAPI.
    pub format: Option<&'static str>,
    /// It has to be given.
    pub required: bool,
    /// Null was seen.
    pub nullable: bool,
    /// The values of an enum.
    pub values: Option<Vec<String>>,
    /// The Rust type.
    pub rust: String,
    /// The rule, in words.
    pub rule: &'static str,
    /// How many values were seen.
    pub samples: usize,
}

/// Explains every place of a collection, request by request.
pub fn explain(api: &Api, inferred: &Inferred, collection: &Collection) -> Vec<Explanation> {
    let mut lowered: Vec<&rust::Endpoint> = Vec::new();
    endpoints(&collection.modules, &collection.endpoints, &mut lowered);
    lowered.sort_by_key(|endpoint| endpoint.index);
    let mut all = Vec::new();
    for (endpoint, found) in api.endpoints.iter().zip(&inferred.endpoints) {
        let first = endpoint.preset_of.unwrap_or(endpoint.index);
        let Ok(lowered) = lowered.binary_search_by_key(&first, |lowered| lowered.index).map(|at| lowered[at]) else { continue };
        let models: Vec<&Model> = lowered.models.iter().chain(&collection.models).collect();
        let mut request = Request { endpoint, lowered, models, all: &mut all, place: "path", status: None, rule: "" };
        request.parameters(found);
        request.body(found);
        request.responses(found);
    }
    all
}

fn endpoints<'a>(modules: &'a [Module], own: &'a [rust::Endpoint], found: &mut Vec<&'a rust::Endpoint>) {
    found.extend(own);
    for module in modules {
        endpoints(&module.modules, &module.endpoints, found);
    }
}

struct Request<'a> {
    endpoint: &'a Endpoint,
    lowered: &'a rust::Endpoint,
    models: Vec<&'a Model>,
    all: &'a mut Vec<Explanation>,
    place: &'static str,
    status: Option<u16>,
    rule: &'static str,
}

impl Request<'_> {
    fn parameters(&mut self, found: &EndpointTypes) {
        for argument in &found.path {
            self.parameter("path", &argument.name, &argument.inference);
        }
        for (parameter, inference) in self.endpoint.query.iter().zip(&found.query) {
            self.parameter("query", &parameter.name, inference);
        }
        for (header, inference) in self.endpoint.headers.iter().zip(&found.headers) {
            self.parameter("header", &header.parameter.name, inference);
        }
    }

    fn body(&mut self, found: &EndpointTypes) {
        match (&self.endpoint.body, &found.body) {
            (_, BodyTypes::Json(inference)) => self.json(inference, "body"),
            (_, BodyTypes::Graphql(Some(inference))) => self.json(inference, "variables"),
            (Body::Urlencoded(pairs), BodyTypes::Urlencoded(inferences)) => {
                for (pair, inference) in pairs.iter().zip(inferences) {
                    self.parameter("urlencoded", &pair.name, inference);
                }
            }
            (Body::Multipart(form), BodyTypes::Multipart(inferences)) => {
                for (part, inference) in form.parts.iter().zip(inferences) {
                    let (Part::Text { parameter, .. } | Part::File { parameter, .. }) = part;
                    self.parameter("form", &parameter.name, inference);
                }
            }
            (Body::Text(text), BodyTypes::Text(inferences)) => {
                for (hole, inference) in text.holes.iter().zip(inferences) {
                    self.parameter("body", &hole.name, inference);
                }
            }
            _ => {}
        }
    }

    fn json(&mut self, inference: &Inference, field: &str) {
        (self.place, self.status, self.rule) = ("body", None, inference.rule.sentence());
        let ty = self
            .lowered
            .fields
            .iter()
            .find(|candidate| candidate.is_json && candidate.name.starts_with(field))
            .map(|field| field.ty.clone());
        self.shape("", &inference.shape, ty.as_ref(), inference.presence.required);
    }

    fn responses(&mut self, found: &EndpointTypes) {
        for response in &found.responses {
            (self.place, self.status, self.rule) = ("response", response.status, response.rule.sentence());
            let ty = response_type(&self.lowered.output, response.status).cloned();
            if let Some(shape) = &response.body.json {
                self.shape("", shape, ty.as_ref(), false);
            }
        }
    }

    fn parameter(&mut self, place: &'static str, name: &str, inference: &Inference) {
        (self.place, self.status, self.rule) = (place, None, inference.rule.sentence());
        let slot = self.lowered.saved.iter().position(|slot| slot.name == name && slot_place(slot.place) == place);
        let ty = slot.and_then(|slot| self.lowered.fields.get(slot)).map(|field| field.ty.clone());
        let pointer = pointer("", name);
        let required = inference.presence.required;
        match inference.encoding {
            Encoding::Json => self.shape(&pointer, &inference.shape, ty.as_ref(), required),
            Encoding::File => self.push(&pointer, &inference.shape, "binary", ty.as_ref(), required),
            Encoding::Plain => self.push(&pointer, &inference.shape, kind(&inference.shape), ty.as_ref(), required),
        }
    }

    fn shape(&mut self, pointer_: &str, shape: &Shape, ty: Option<&Type>, required: bool) {
        self.push(pointer_, shape, kind(shape), ty, required);
        let inner = ty.map(strip);
        for (key, member) in shape.object.iter().flat_map(|object| &object.members) {
            let ty = inner.and_then(|ty| self.member(ty, key));
            self.shape(&pointer(pointer_, key), &member.shape, ty.as_ref(), false);
        }
        let element = match inner {
            Some(Type::Vec(item) | Type::Map(item)) => Some((**item).clone()),
            _ => None,
        };
        for part in [&shape.array, &shape.map].into_iter().flatten() {
            self.shape(&format!("{pointer_}/*"), part, element.as_ref(), false);
        }
    }

    /// The type of a member of a struct.
    fn member(&self, ty: &Type, key: &str) -> Option<Type> {
        let Type::Named(name) = ty else { return None };
        let model = self.models.iter().find(|model| model.name == *name)?;
        match &model.kind {
            ModelKind::Struct { fields, .. } => fields.iter().find(|field| field.key == key).map(|field| field.ty.clone()),
            ModelKind::Enum { .. } | ModelKind::Union { .. } => None,
        }
    }

    fn push(&mut self, pointer: &str, shape: &Shape, kind: &'static str, ty: Option<&Type>, required: bool) {
        self.all.push(Explanation {
            request: self.endpoint.index,
            path: self.endpoint.trail.clone(),
            place: self.place,
            status: self.status,
            pointer: pointer.to_owned(),
            kind,
            format: shape.text.as_ref().and_then(Text::format).map(|format| format.name()),
            required,
            nullable: shape.null,
            values: listed(shape).map(<[String]>::to_vec),
            rust: ty.map_or_else(|| "serde_json::Value".to_owned(), ToString::to_string),
            rule: self.rule,
            samples: shape.samples.0,
        });
    }
}

fn slot_place(place: rust::SlotPlace) -> &'static str {
    match place {
        rust::SlotPlace::Path => "path",
        rust::SlotPlace::Query => "query",
        rust::SlotPlace::Header => "header",
        rust::SlotPlace::Urlencoded => "urlencoded",
        rust::SlotPlace::Form | rust::SlotPlace::File => "form",
        rust::SlotPlace::Json | rust::SlotPlace::PlainText | rust::SlotPlace::XmlText | rust::SlotPlace::JsonText => "body",
    }
}

fn pointer(around: &str, key: &str) -> String {
    format!("{around}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// What is inside options, boxes and JSON texts.
fn strip(ty: &Type) -> &Type {
    match ty {
        Type::Option(inner) | Type::Boxed(inner) | Type::Json(inner) => strip(inner),
        ty => ty,
    }
}

fn listed(shape: &Shape) -> Option<&[String]> {
    match &shape.text.as_ref()?.values {
        Values::Listed(values) => Some(values),
        Values::Few(_) | Values::Open => None,
    }
}

fn kind(shape: &Shape) -> &'static str {
    let mut kinds = Vec::new();
    kinds.extend(shape.boolean.then_some("boolean"));
    kinds.extend(shape.number.map(|number| match number.kind() {
        NumberKind::Signed | NumberKind::Unsigned => "integer",
        NumberKind::Float | NumberKind::Exact => "number",
    }));
    kinds.extend(shape.text.as_ref().map(|_| if listed(shape).is_some() { "enum" } else { "string" }));
    kinds.extend(shape.array.as_ref().map(|_| "array"));
    kinds.extend(shape.object.as_ref().map(|_| "object"));
    kinds.extend(shape.map.as_ref().map(|_| "map"));
    match kinds.as_slice() {
        [] => "any",
        [one] => one,
        _ => "union",
    }
}

fn response_type(output: &Output, status: Option<u16>) -> Option<&Type> {
    match output {
        Output::Json(ty) | Output::OptionalJson(ty) => Some(ty),
        Output::ByStatus { arms, .. } => {
            let arm = arms.iter().find(|arm| status.is_some_and(|status| arm.statuses.contains(&status)))?;
            response_type(&arm.output, status)
        }
        Output::Untyped | Output::Empty | Output::Text | Output::Bytes => None,
    }
}
