//! One request: its fields, the steps that write it, and what its answers are.

use crate::api::{
    Api, Body, Endpoint, Graphql, Header, HeaderRole, Multipart, Parameter, Part, PathPiece, Saved,
    Template,
};
use crate::docs;
use crate::docs::{documented, page};
use crate::hints::samples;
use crate::infer::{BodyTypes, EndpointTypes, Evidence, Inference, Presence};
use crate::lower::fields::{Fields, called};
use crate::lower::headers::{fixed_texts, is_standard};
use crate::lower::settings::Settings;
use crate::lower::types::Types;
use crate::lower::{output, text};
use crate::name::ident;
use crate::name::tree::EndpointName;
use crate::rust::{self, Operation, PartKind, Slot, SlotPlace, Step, Type};

/// More required values than these become one struct.
const MOST_ARGUMENTS: usize = 4;

/// The endpoint as Rust, without documentation. `auths` has the client's setting for each of the credentials.
pub fn lower(
    endpoint: &Endpoint,
    found: &EndpointTypes,
    types: &mut Types,
    name: &EndpointName,
    auths: &[usize],
) -> rust::Endpoint {
    let (Fields { fields, slots, .. }, steps) = Lowering::all(endpoint, found, types, name);
    let (output, redirects) = output::lower(endpoint, found, types, name);
    let required = fields.iter().filter(|field| field.origin == rust::Origin::Required).count();
    rust::Endpoint {
        index: endpoint.index,
        module: name.module.clone(),
        name: name.name.clone(),
        operation: operation(endpoint, redirects, auths),
        fields,
        saved: slots,
        required: (required > MOST_ARGUMENTS).then(|| ident::inner_type(&name.name, "Required")),
        steps,
        output,
        ..rust::Endpoint::default()
    }
}

/// The documentation of an endpoint, and what it shows of the wire. `auths` has the client's setting for each of the credentials.
pub fn document(
    api: &Api,
    settings: &Settings,
    endpoint: &Endpoint,
    found: &EndpointTypes,
    auths: &[usize],
) -> (String, rust::Page) {
    let slot = endpoint.auth.and_then(|auth| auths.get(auth).copied());
    let auth = slot.and_then(|slot| settings.auths.get(slot));
    (
        docs::endpoint(api, endpoint, found, &address(settings, endpoint), auth),
        page::page(api, endpoint, auth),
    )
}

/// The path, behind the setting of its server when that is not the main one.
fn address(settings: &Settings, endpoint: &Endpoint) -> String {
    let other = settings.servers.get(endpoint.server).filter(|_| endpoint.server > 0);
    other.map_or(path(endpoint), |server| format!("{{{}}}{}", server.method, path(endpoint)))
}

/// The path, for people.
fn path(endpoint: &Endpoint) -> String {
    let piece = |piece: &PathPiece| match piece {
        PathPiece::Text(text) => text.clone(),
        PathPiece::Parameter(parameter) | PathPiece::Location(parameter) => {
            format!(":{}", parameter.name)
        }
    };
    endpoint.path.iter().map(piece).collect()
}

/// What a later request saves for the fields of its endpoint: it has the same ones, for it has the same parameters.
pub fn saved(
    request: &Endpoint,
    found: &EndpointTypes,
    types: &mut Types,
    name: &EndpointName,
) -> Vec<Slot> {
    Lowering::all(request, found, types, name).0.slots
}

fn operation(endpoint: &Endpoint, redirects: Vec<u16>, slots: &[usize]) -> Operation {
    Operation {
        title: endpoint.name.clone(),
        method: endpoint.method.clone(),
        path: path(endpoint),
        server: endpoint.server,
        auth: endpoint.auth.and_then(|auth| slots.get(auth).copied()),
        redirects,
        errors: documented::errors(endpoint),
        settings: endpoint.settings.clone(),
    }
}

struct Lowering<'a, 't, 's> {
    endpoint: &'a Endpoint,
    found: &'a EndpointTypes,
    fields: Fields<'t, 's>,
    steps: Vec<Step>,
}

impl<'a, 't, 's> Lowering<'a, 't, 's> {
    /// The fields and steps of a request.
    fn all(
        endpoint: &'a Endpoint,
        found: &'a EndpointTypes,
        types: &'t mut Types<'s>,
        name: &EndpointName,
    ) -> (Fields<'t, 's>, Vec<Step>) {
        let mut lowering = Lowering {
            endpoint,
            found,
            fields: Fields::new(types, endpoint.index, &name.name),
            steps: Vec::new(),
        };
        lowering.path();
        lowering.query();
        lowering.headers();
        lowering.body(name);
        (lowering.fields, lowering.steps)
    }

    fn path(&mut self) {
        for piece in &self.endpoint.path {
            let step = match piece {
                PathPiece::Text(text) => Step::Path(text.clone()),
                PathPiece::Parameter(parameter) => {
                    match self.found.path.iter().find(|argument| argument.name == parameter.name) {
                        Some(argument) => Step::Argument {
                            name: parameter.name.clone(),
                            field: self.fields.path_argument(parameter, &argument.inference),
                            shared: parameter.shared,
                        },
                        None => continue,
                    }
                }
                PathPiece::Location(parameter) => {
                    match self.found.path.iter().find(|argument| argument.name == parameter.name) {
                        Some(argument) => Step::Location {
                            name: parameter.name.clone(),
                            field: self.fields.location(parameter, &argument.inference),
                        },
                        None => continue,
                    }
                }
            };
            self.steps.push(step);
        }
    }

    fn query(&mut self) {
        for (parameter, inference) in self.endpoint.query.iter().zip(&self.found.query) {
            let field = self.fields.parameter(SlotPlace::Query, parameter, inference);
            let key = page::query_key(parameter);
            self.steps.push(Step::Query { key, field, shared: parameter.shared });
        }
        if self.endpoint.bare_query {
            self.steps.push(Step::BareQuery);
        }
    }

    fn headers(&mut self) {
        for (header, inference) in self.endpoint.headers.iter().zip(&self.found.headers) {
            let Header { parameter, role } = header;
            match (role, fixed_texts(parameter)) {
                (HeaderRole::Fixed, Some(texts))
                    if texts.len() > 1 || is_standard(&parameter.name) =>
                {
                    let name = parameter.name.clone();
                    self.steps.extend(
                        texts
                            .into_iter()
                            .map(|value| Step::FixedHeader { name: name.clone(), value }),
                    );
                }
                (HeaderRole::Fixed, Some(texts)) => {
                    let field = self.fields.fixed(
                        SlotPlace::Header,
                        Type::Text,
                        parameter,
                        called(inference, &parameter.name),
                        &texts.concat(),
                    );
                    self.steps.push(Step::Header {
                        name: parameter.name.clone(),
                        field,
                        shared: parameter.shared,
                    });
                }
                _ => {
                    let field = self.fields.parameter(SlotPlace::Header, parameter, inference);
                    self.steps.push(Step::Header {
                        name: parameter.name.clone(),
                        field,
                        shared: parameter.shared,
                    });
                }
            }
        }
    }

    fn body(&mut self, name: &crate::name::tree::EndpointName) {
        let content_type = self.content_type();
        let found = self.found;
        match (&self.endpoint.body, &found.body) {
            (Body::Json(body), BodyTypes::Json(inference)) => {
                let values = body.saved.iter().map(|saved| Some(saved.0.clone())).collect();
                let root = ident::inner_type(&name.name, "Body");
                let field = self.json_field("body", &root, inference, values, body.samples.first());
                let optional = !inference.presence.required;
                self.steps.push(Step::Json { content_type, field, optional });
            }
            (Body::Text(body), BodyTypes::Text(holes)) => self.text(body, holes, content_type),
            (Body::Urlencoded(pairs), BodyTypes::Urlencoded(inferences)) => {
                let pairs = pairs.iter().zip(inferences).map(|(pair, inference)| {
                    (
                        runtime::encode::form(&pair.name),
                        self.fields.parameter(SlotPlace::Urlencoded, pair, inference),
                    )
                });
                let pairs = pairs.collect();
                self.steps.push(Step::Urlencoded { content_type, pairs });
            }
            (Body::Multipart(form), BodyTypes::Multipart(inferences)) => {
                self.multipart(form, inferences)
            }
            (Body::File(file), BodyTypes::File(presence)) => {
                let slot = Slot {
                    place: SlotPlace::File,
                    name: "body".to_owned(),
                    values: Vec::new(),
                    files: vec![file.clone()],
                    sample: None,
                    shown: Vec::new(),
                };
                let field = self.fields.push(
                    "body",
                    "body",
                    Type::File,
                    *presence,
                    docs::file_body(),
                    slot,
                );
                self.steps.push(Step::File { content_type, field });
            }
            (Body::Graphql(body), BodyTypes::Graphql(variables)) => {
                self.graphql(body, variables.as_ref(), content_type)
            }
            _ => {}
        }
    }

    /// The literal content type; one with variables in it is a header field.
    fn content_type(&mut self) -> Option<String> {
        let template = self.endpoint.content_type.as_ref()?;
        Some(template.0.clone())
    }

    fn json_field(
        &mut self,
        field: &str,
        root: &str,
        inference: &Inference,
        values: Vec<Option<String>>,
        sample: Option<&String>,
    ) -> String {
        let mut origin = self.fields.seen("");
        origin.keys.clear();
        origin.root = root.to_owned();
        let ty = self.fields.types().nullable(rust::Role::Request, &inference.shape, &origin);
        let docs = docs::json_body(inference);
        let slot = Slot {
            place: SlotPlace::Json,
            name: field.to_owned(),
            values,
            files: Vec::new(),
            sample: sample.map(|text| samples::json(text)),
            shown: Vec::new(),
        };
        self.fields.push(called(inference, field), "body", ty, inference.presence, docs, slot)
    }

    fn text(
        &mut self,
        body: &crate::api::TextBody,
        holes: &[Inference],
        content_type: Option<String>,
    ) {
        if body.holes.is_empty() {
            let slot = Slot {
                place: SlotPlace::PlainText,
                name: "body".to_owned(),
                values: vec![Some(body.saved.0.clone())],
                files: Vec::new(),
                sample: Some(body.saved.0.clone()),
                shown: whole_text(&body.saved),
            };
            let presence = Presence { required: true, evidence: Evidence::Sent };
            let field =
                self.fields.push("body", "body", Type::Text, presence, docs::text_body(), slot);
            self.steps.push(Step::TextBody { content_type, field });
            return;
        }
        let place = match body.language {
            crate::api::Language::Plain => SlotPlace::PlainText,
            crate::api::Language::Xml => SlotPlace::XmlText,
            crate::api::Language::Json => SlotPlace::JsonText,
        };
        let mut fields = Vec::new();
        for (hole, inference) in body.holes.iter().zip(holes) {
            fields.push((text::variable(hole), self.fields.parameter(place, hole, inference)));
        }
        for name in text::dynamic_variables(&body.saved.0) {
            let saved = vec![Saved::Text(Template(format!("{{{{{name}}}}}")))];
            let parameter =
                Parameter { name: name.clone(), saved, open: true, ..Parameter::default() };
            fields.push((name, self.fields.dynamic(place, &parameter)));
        }
        let pieces = text::pieces(&body.saved, &fields);
        self.steps.push(Step::Template { content_type, language: body.language, pieces });
    }

    fn multipart(&mut self, form: &Multipart, inferences: &[Inference]) {
        let mut parts = Vec::new();
        for (part, inference) in form.parts.iter().zip(inferences) {
            parts.push(match part {
                Part::Text { parameter, content_type } => {
                    let field = self.fields.parameter(SlotPlace::Form, parameter, inference);
                    rust::Part {
                        name: parameter.name.clone(),
                        field,
                        content_type: content_type.clone(),
                        kind: PartKind::Text,
                    }
                }
                Part::File { parameter, files, disabled } => {
                    let files = if *disabled { Vec::new() } else { files.clone() };
                    let ty =
                        if files.len() > 1 { Type::Vec(Box::new(Type::File)) } else { Type::File };
                    let slot = Slot {
                        place: SlotPlace::File,
                        name: parameter.name.clone(),
                        values: Vec::new(),
                        files,
                        sample: None,
                        shown: Vec::new(),
                    };
                    let docs = docs::parameter(SlotPlace::File, parameter, inference);
                    let field = self.fields.push(
                        called(inference, &parameter.name),
                        "file",
                        ty,
                        inference.presence,
                        docs,
                        slot,
                    );
                    rust::Part {
                        name: parameter.name.clone(),
                        field,
                        content_type: None,
                        kind: PartKind::File,
                    }
                }
            });
        }
        self.steps.push(Step::Multipart { boundary: form.boundary.clone(), parts });
    }

    fn graphql(
        &mut self,
        body: &Graphql,
        variables: Option<&Inference>,
        content_type: Option<String>,
    ) {
        if body.empty {
            self.steps.push(Step::Literal { content_type, text: "{}".to_owned() });
            return;
        }
        let query = body.query.as_ref().map(|text| self.graphql_text("query", text));
        let operation =
            body.operation.as_ref().map(|text| self.graphql_text("operation_name", text));
        let root = ident::inner_type(&self.endpoint_root(), "Variables");
        let variables = body.variables.as_ref().zip(variables).map(|(body, inference)| {
            let values = body.saved.iter().map(|saved| Some(saved.0.clone())).collect();
            self.json_field("variables", &root, inference, values, body.samples.first())
        });
        self.steps.push(Step::Graphql { content_type, query, operation, variables });
    }

    fn graphql_text(&mut self, name: &str, text: &Template) -> String {
        let saved = vec![Saved::Text(text.clone())];
        let parameter = Parameter { name: name.to_owned(), saved, ..Parameter::default() };
        self.fields.fixed(SlotPlace::PlainText, Type::String, &parameter, name, &text.0)
    }

    fn endpoint_root(&self) -> String {
        self.fields.seen("").root
    }
}

/// A text body as code writes it, when no variable is in it.
fn whole_text(Template(text): &Template) -> Vec<rust::Shown> {
    let is_known = !text.contains("{{");
    is_known.then(|| rust::Shown::Text(text.clone())).into_iter().collect()
}
