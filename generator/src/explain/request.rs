//! The places of one request, in the order in which it is written, and of its responses.

use super::Explanation;
use super::types::Types;
use crate::api::{Body, Endpoint, Graphql, Part as FormPart};
use crate::infer::places::pointer;
use crate::infer::{
    Arity, BodyTypes, Encoding, EndpointTypes, Inference, Part, Presence, ResponseTypes, Rule,
};
use crate::overrides::keys::quoted;
use crate::rust::{Kind, Type};
use crate::shape::{NumberKind, Samples, Shape, Text};

/// Explains a request with this key in overrides.
pub(super) fn explain(
    endpoint: &Endpoint,
    found: &EndpointTypes,
    types: Types<'_>,
    key: &str,
    all: &mut Vec<Explanation>,
) {
    let mut request =
        Request { endpoint, types, key, all, around: Around::sent(Part::Path, Rule::NoSample) };
    request.parameters(found);
    request.body(found);
    found.responses.iter().for_each(|response| request.response(response));
}

struct Request<'a> {
    endpoint: &'a Endpoint,
    types: Types<'a>,
    key: &'a str,
    all: &'a mut Vec<Explanation>,
    around: Around,
}

/// What all places of one parameter or body have in common.
#[derive(Clone, Copy)]
struct Around {
    part: Part,
    status: Option<u16>,
    rule: Rule,
    /// What stands for a type where there is none, other than that of a value of its kind.
    untyped: Option<&'static str>,
    /// Overrides may say something of it.
    open: bool,
}

impl Around {
    /// A place of a request.
    fn sent(part: Part, rule: Rule) -> Around {
        Around { part, status: None, rule, untyped: None, open: true }
    }
}

/// What is known of one place.
struct Known<'s> {
    kind: &'static str,
    shape: &'s Shape,
    ty: Option<Type>,
    required: bool,
}

impl<'s> Known<'s> {
    /// Of a value that is optional, and that no field of the client holds.
    fn of(kind: &'static str, shape: &'s Shape) -> Known<'s> {
        Known { kind, shape, ty: None, required: false }
    }

    fn of_shape(shape: &'s Shape) -> Known<'s> {
        Known::of(kind(shape), shape)
    }
}

impl Request<'_> {
    fn parameters(&mut self, found: &EndpointTypes) {
        for argument in &found.path {
            self.parameter(Part::Path, &argument.name, &argument.inference);
        }
        for (parameter, inference) in self.endpoint.query.iter().zip(&found.query) {
            self.parameter(Part::Query, &parameter.name, inference);
        }
        for (header, inference) in self.endpoint.headers.iter().zip(&found.headers) {
            self.parameter(Part::Header, &header.parameter.name, inference);
        }
    }

    fn body(&mut self, found: &EndpointTypes) {
        let endpoint = self.endpoint;
        match (&endpoint.body, &found.body) {
            (_, BodyTypes::Json(inference)) => self.json("", "body", inference),
            (Body::Graphql(body), BodyTypes::Graphql(variables)) => {
                self.graphql(body, variables.as_ref())
            }
            (Body::Urlencoded(pairs), BodyTypes::Urlencoded(inferences)) => {
                for (pair, inference) in pairs.iter().zip(inferences) {
                    self.parameter(Part::Urlencoded, &pair.name, inference);
                }
            }
            (Body::Multipart(form), BodyTypes::Multipart(inferences)) => {
                for (part, inference) in form.parts.iter().zip(inferences) {
                    let (FormPart::Text { parameter, .. } | FormPart::File { parameter, .. }) =
                        part;
                    self.parameter(Part::Form, &parameter.name, inference);
                }
            }
            (Body::Text(text), BodyTypes::Text(inferences)) => {
                for (hole, inference) in text.holes.iter().zip(inferences) {
                    self.parameter(Part::Body, &hole.name, inference);
                }
                if text.holes.is_empty() {
                    self.whole(
                        "body",
                        Rule::NotJson,
                        Known { required: true, ..Known::of("string", &one_sample()) },
                    );
                }
            }
            (_, BodyTypes::File(Presence { required, .. })) => {
                self.whole(
                    "body",
                    Rule::File,
                    Known { required: *required, ..Known::of("binary", &one_sample()) },
                );
            }
            _ => {}
        }
    }

    fn graphql(&mut self, body: &Graphql, variables: Option<&Inference>) {
        let texts = [
            ("/query", "query", &body.query),
            ("/operationName", "operation_name", &body.operation),
        ];
        for (pointer, slot, _) in texts.into_iter().filter(|(.., text)| text.is_some()) {
            self.around = Around { open: false, ..Around::sent(Part::Body, Rule::Texts) };
            let ty = self.types.parameter(Part::Body, slot);
            self.push(pointer, Known { kind: "string", shape: &one_sample(), ty, required: false });
        }
        variables.iter().for_each(|variables| self.json("/variables", "variables", variables));
    }

    /// A body that is one value.
    fn whole(&mut self, slot: &str, rule: Rule, known: Known<'_>) {
        self.around = Around { open: false, ..Around::sent(Part::Body, rule) };
        let ty = self.types.parameter(Part::Body, slot);
        self.push("", Known { ty, ..known });
    }

    fn json(&mut self, pointer: &str, slot: &str, inference: &Inference) {
        self.around = Around::sent(Part::Body, inference.rule);
        let ty = self.types.parameter(Part::Body, slot);
        self.shape(
            pointer,
            Known {
                ty,
                required: inference.presence.required,
                ..Known::of_shape(&inference.shape)
            },
        );
    }

    fn response(&mut self, response: &ResponseTypes) {
        let (ty, body) = (self.types.response(response), &response.body);
        let (untyped, open) = (ty.as_ref().err().copied().flatten(), body.json.is_some());
        self.around = Around {
            part: Part::Response,
            status: response.status,
            rule: response.rule,
            untyped,
            open,
        };
        let ty = ty.ok();
        match &body.json {
            Some(shape) => self.shape("", Known { ty, ..Known::of_shape(shape) }),
            None if body.text || body.binary => {
                let kind = if body.binary { "binary" } else { "string" };
                let shape = Shape { samples: Samples(response.answers.len()), ..Shape::default() };
                self.push("", Known { kind, shape: &shape, ty, required: false });
            }
            None => {}
        }
    }

    fn parameter(&mut self, part: Part, name: &str, inference: &Inference) {
        self.around = Around::sent(part, inference.rule);
        let (pointer, shape, required) =
            (pointer("", name), &inference.shape, inference.presence.required);
        let ty = Some(self.types.parameter(part, name).unwrap_or(Type::Text));
        let kind =
            |shape| if inference.encoding == Encoding::File { "binary" } else { kind(shape) };
        match (inference.encoding, inference.arity) {
            (_, Arity::Many) => {
                let element = ty.as_ref().and_then(|ty| self.types.element(ty, Kind::List));
                let samples = Samples(inference.samples);
                let list = Shape { samples, ..Shape::default() };
                self.push(&pointer, Known { kind: "array", shape: &list, ty, required });
                // what is said of such a list is said of its values
                self.around.open = false;
                self.push(
                    &format!("{pointer}/*"),
                    Known { kind: kind(shape), shape, ty: element, required: false },
                );
            }
            (Encoding::Json, Arity::One) => {
                self.shape(&pointer, Known { ty, required, ..Known::of_shape(shape) })
            }
            (_, Arity::One) => {
                self.push(&pointer, Known { kind: kind(shape), shape, ty, required })
            }
        }
    }

    /// A place of JSON, and all below it.
    fn shape(&mut self, around: &str, known: Known<'_>) {
        let (ty, meant) = (known.ty.clone(), known.shape.meant());
        self.push(around, known);
        for (key, member) in meant.object.iter().flat_map(|object| &object.members) {
            let ty = ty.as_ref().and_then(|ty| self.types.member(ty, key));
            let required = member.shape.is_required();
            self.shape(
                &pointer(around, key),
                Known { ty, required, ..Known::of_shape(&member.shape) },
            );
        }
        for (part, kind) in [(&meant.array, Kind::List), (&meant.map, Kind::Object)] {
            if let Some(part) = part {
                let ty = ty.as_ref().and_then(|ty| self.types.element(ty, kind));
                self.shape(&format!("{around}/*"), Known { ty, ..Known::of_shape(part) });
            }
        }
    }

    fn push(&mut self, pointer: &str, known: Known<'_>) {
        let Around { part, status, rule, untyped, open } = self.around;
        let Known { kind, shape, ty, required } = known;
        let meant = shape.meant();
        self.all.push(Explanation {
            request: self.endpoint.index,
            path: self.endpoint.trail.clone(),
            place: part.name(),
            status,
            pointer: pointer.to_owned(),
            kind,
            format: format(meant),
            required,
            nullable: shape.null,
            values: meant.text.as_ref().and_then(Text::listed).map(<[String]>::to_vec),
            rust: ty.map_or_else(
                || untyped.unwrap_or_else(|| plain_type(kind)).to_owned(),
                |ty| ty.to_string(),
            ),
            rule: rule.sentence_at(shape),
            samples: shape.samples.0,
            key: open.then(|| self.override_key(pointer)),
        });
    }

    fn override_key(&self, pointer: &str) -> String {
        let Around { part, status, .. } = self.around;
        let status = match part {
            Part::Response => {
                format!(".{}", status.map_or("default".to_owned(), |status| status.to_string()))
            }
            _ => String::new(),
        };
        // a parameter is written as its name, where that is one
        let plain =
            pointer.strip_prefix('/').filter(|name| !name.contains(['/', '~']) && !name.is_empty());
        format!(
            "requests.{}.{}{status}.{}",
            quoted(self.key),
            part.name(),
            quoted(plain.unwrap_or(pointer))
        )
    }
}

fn one_sample() -> Shape {
    Shape { samples: Samples(1), ..Shape::default() }
}

fn kind(shape: &Shape) -> &'static str {
    let shape = shape.meant();
    let mut kinds = Vec::new();
    kinds.extend(shape.boolean.then_some("boolean"));
    kinds.extend(shape.number.map(|number| match number.kind() {
        NumberKind::Signed | NumberKind::Unsigned => "integer",
        NumberKind::Float | NumberKind::Exact => "number",
    }));
    kinds.extend(
        shape.text.as_ref().map(|text| if text.listed().is_some() { "enum" } else { "string" }),
    );
    kinds.extend(shape.array.as_ref().map(|_| "array"));
    kinds.extend(shape.object.as_ref().map(|_| "object"));
    kinds.extend(shape.map.as_ref().map(|_| "map"));
    match kinds.as_slice() {
        [] => "any",
        [one] => one,
        _ => "union",
    }
}

/// The type of a value that no field of the client holds: of a header that is always the same, of an error.
fn plain_type(kind: &str) -> &'static str {
    match kind {
        "string" | "enum" => "String",
        "integer" => "i64",
        "number" => "f64",
        "boolean" => "bool",
        _ => "serde_json::Value",
    }
}

/// The format of OpenAPI: of texts, else of numbers where a placeholder names one.
fn format(shape: &Shape) -> Option<&'static str> {
    let text = shape.text.as_ref().and_then(Text::format).map(|format| format.name());
    let number = || shape.number?.named.0.map(|format| format.name());
    text.or_else(number)
}
