//! What is said of places, put to what was inferred there.

use std::collections::HashSet;

use super::bind::{Bound, Said};
use super::clash;
use super::document::{Kind, Place};
use super::error::{Found, Problem, What};
use super::fit::{Fit, fit};
use crate::api::{Api, Endpoint};
use crate::diagnostics::{self, Diagnostic};
use crate::infer::places::{self, Part, Slot};
use crate::infer::types::Conflict;
use crate::infer::{Encoding, EndpointTypes, Evidence, Inferred, Presence};
use crate::rust::{self, Collection, Module};
use crate::shape::{Format, Label, Number, Shape, Text};

impl Bound<'_> {
    /// Tells the inferred places what is said of them.
    pub fn tell(&mut self, api: &Api, inferred: &mut Inferred, diagnostics: &mut Vec<Diagnostic>) {
        let places = std::mem::take(&mut self.places);
        self.faults.extend(clash::find(&places, api, inferred));
        for said in places {
            // requests that are one endpoint have one set of types
            let first = api
                .endpoints
                .get(said.request)
                .and_then(|request| request.preset_of)
                .unwrap_or(said.request);
            let both = api.endpoints.get(first).zip(inferred.endpoints.get_mut(first));
            if let Some((endpoint, found)) = both {
                self.tell_place(&said, endpoint, found, diagnostics);
            }
        }
        for (position, request) in api.endpoints.iter().enumerate() {
            if let Some(types) =
                request.preset_of.and_then(|first| inferred.endpoints.get(first)).cloned()
            {
                inferred.endpoints[position] = types;
            }
        }
        self.look_for_names(api);
    }

    fn tell_place(
        &mut self,
        said: &Said<'_>,
        endpoint: &Endpoint,
        found: &mut EndpointTypes,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let mut slots = places::slots(endpoint, found);
        slots.retain(|slot| slot.part == said.part);
        if let Some(status) = said.status {
            let written = |slot: &Slot<'_>| {
                slot.status.map_or_else(|| "default".to_owned(), |status| status.to_string())
            };
            let statuses: Vec<String> = slots.iter().map(written).collect();
            slots.retain(|slot| written(slot) == *status.get_ref());
            if slots.is_empty() {
                return self.no_match(What::Status, status, &statuses);
            }
        }
        let pointer = said.pointer();
        let mut all = Vec::new();
        slots.iter().for_each(|slot| places::pointers(&slot.pointer, slot.shape, &mut all));
        let mut matched = false;
        for slot in slots {
            let is_below = |rest: &str| rest.is_empty() || rest.starts_with('/');
            if let Some(rest) =
                pointer.strip_prefix(&slot.pointer).filter(|rest| is_below(rest)).map(str::to_owned)
            {
                matched |= self.tell_slot(said, slot, &rest, endpoint, diagnostics);
            }
        }
        if !matched {
            self.no_match(What::Place, said.key, &all);
        }
    }

    /// Whether there is such a place in the slot.
    fn tell_slot(
        &mut self,
        said: &Said<'_>,
        slot: Slot<'_>,
        rest: &str,
        endpoint: &Endpoint,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> bool {
        let Slot { part, shape, sent, samples, .. } = slot;
        let whole = rest.is_empty();
        let mut shapes = places::descend(shape, rest);
        if shapes.is_empty() {
            return false;
        }
        let presence = sent.as_ref().filter(|_| whole).map(|(presence, _)| **presence);
        if self.tell_presence(said, part, presence, &shapes) && !whole {
            shapes.iter_mut().for_each(|shape| shape.tell().required = true);
        }
        for shape in &mut shapes {
            let misfit = self.tell_shape(said, shape, if whole { samples } else { &[] });
            if misfit {
                let kind = diagnostics::Kind::OverrideMisfit {
                    place: format!("{} {}", part.name(), said.pointer()),
                };
                diagnostics.push(Diagnostic {
                    kind,
                    place: endpoint.place.clone(),
                    trail: endpoint.trail.clone(),
                });
            }
        }
        let scalar = shapes.first().is_some_and(|shape| is_scalar(shape));
        if let Some((presence, encoding)) = sent.filter(|_| whole) {
            if let Some(required) = &said.place.required {
                *presence = Presence { required: *required.get_ref(), evidence: Evidence::Told };
            }
            if said.place.kind.is_some() && *encoding == Encoding::Json && scalar {
                *encoding = Encoding::Plain;
            }
        }
        true
    }

    /// Whether a value is said to be required: of what is sent as a whole it is said or denied, of a member of JSON it is said.
    fn tell_presence(
        &mut self,
        said: &Said<'_>,
        part: Part,
        presence: Option<Presence>,
        shapes: &[&mut Shape],
    ) -> bool {
        let Some(required) = &said.place.required else { return false };
        let reason = match (part, presence) {
            (Part::Response, _) => "a response is what the server makes of it",
            (Part::Path, Some(_)) if !required.get_ref() => "a part of the path cannot be left out",
            (_, None) if !required.get_ref() => {
                "members of JSON are optional unless something else is said"
            }
            (_, None) if said.pointer().ends_with("/*") => {
                "an element of a list is there or not; say it of the list"
            }
            (_, None) if shapes.iter().any(|shape| shape.null) => "null is sent there, too",
            _ => return *required.get_ref(),
        };
        self.fault(Problem::Meaningless { entry: "required", reason }, required);
        false
    }

    /// Tells one shape; whether some value seen does not fit.
    fn tell_shape(&mut self, said: &Said<'_>, shape: &mut Shape, samples: &[String]) -> bool {
        let place = said.place;
        let mut told = shape.told.take().unwrap_or_default();
        let mut misfit = false;
        if let Some(kind) = self.kind(place) {
            let values =
                place.values.as_ref().map(|values| values.get_ref().clone()).unwrap_or_default();
            let meant = shape_of(kind, values, shape);
            let fit = fit(kind, &meant, shape, samples);
            misfit = fit == Fit::Some;
            if let (Fit::None, Some(entry)) = (fit, &place.kind) {
                let problem = Problem::Contradicted { location: location(said), kind: kind.word() };
                self.fault(problem, entry);
            }
            told.shape = Some(meant);
        }
        match place.secret.as_ref().map(|secret| *secret.get_ref()) {
            Some(true) if shape.meant().text.is_some() => {
                told.shape = Some(Shape {
                    text: Some(Text::of_format(Some(Format::Password))),
                    null: shape.null,
                    ..Shape::default()
                });
            }
            Some(false) => told.shown = true,
            _ => {}
        }
        told.field =
            place.rename.as_ref().and_then(|rename| self.field_name(rename)).or(told.field.take());
        shape.told = Some(told);
        if let Some(label) = self.label(said) {
            let innermost = innermost(shape);
            places::descend(shape, &innermost)
                .into_iter()
                .for_each(|shape| shape.tell().label = Some(label.clone()));
        }
        misfit
    }

    fn kind(&mut self, place: &Place) -> Option<Kind> {
        if let Some(values) = place.values.as_ref().filter(|values| values.get_ref().is_empty()) {
            let reason = "an enum needs at least one value";
            self.fault(Problem::Meaningless { entry: "values", reason }, values);
            return None;
        }
        match (&place.kind, &place.values) {
            (None, None) => None,
            (None, Some(_)) => Some(Kind::Enum),
            (Some(kind), None) if *kind.get_ref() == Kind::Enum => {
                self.fault(
                    Problem::Meaningless {
                        entry: "enum",
                        reason: "say its values with `values = […]`",
                    },
                    kind,
                );
                None
            }
            (Some(kind), Some(values)) if *kind.get_ref() != Kind::Enum => {
                self.fault(
                    Problem::Meaningless { entry: "values", reason: "only an enum has values" },
                    values,
                );
                None
            }
            (Some(kind), _) => Some(*kind.get_ref()),
        }
    }

    fn label(&mut self, said: &Said<'_>) -> Option<Label> {
        if let Some(name) = &said.place.type_name {
            let named = self.type_name(What::Type, name)?;
            self.types.push((named.clone(), name.span()));
            return Some(Label::Named(named));
        }
        let apart = said.place.own_type.as_ref().is_some_and(|own| *own.get_ref());
        let status = said.status.map(|status| status.get_ref().as_str()).unwrap_or_default();
        apart.then(|| {
            Label::Apart(format!(
                "{} {} {status} {}",
                said.request,
                said.part.name(),
                said.pointer()
            ))
        })
    }

    /// Checks that each `type-name` had its effect.
    pub fn verify(&mut self, collection: &Collection, conflicts: &[Conflict]) {
        let mut models: HashSet<&str> =
            collection.models.iter().map(|model| model.name.as_str()).collect();
        endpoint_models(&collection.modules, &collection.endpoints, &mut models);
        for (name, span) in std::mem::take(&mut self.types) {
            if let Some(conflict) = conflicts.iter().find(|conflict| conflict.name == name) {
                let keys = conflict.keys.clone();
                self.faults.push(Found { problem: Problem::Conflict { name, keys }, span });
            } else if !models.contains(name.as_str()) {
                self.faults.push(Found { problem: Problem::Taken { name }, span });
            }
        }
    }

    /// Settings and variables that are named have to be there.
    fn look_for_names(&mut self, api: &Api) {
        let Some(document) = self.document else { return };
        let settings = crate::lower::setting_names(api);
        for (key, _) in document.client.iter().filter(|(key, _)| !settings.contains(key.get_ref()))
        {
            self.no_match(What::Setting, key, &settings);
        }
        for renamed in document.client.values() {
            let name = renamed.rename.get_ref();
            if self.name.settings.values().any(|wish| wish == name)
                && !crate::lower::is_setting_free(api, &self.name.settings, name)
            {
                self.fault(Problem::Taken { name: name.clone() }, &renamed.rename);
            }
        }
        let variables: Vec<String> =
            api.variables.iter().map(|variable| variable.name.clone()).collect();
        for (key, _) in
            document.variables.iter().filter(|(key, _)| !variables.contains(key.get_ref()))
        {
            self.no_match(What::Variable, key, &variables);
        }
    }
}

/// The pointer from lists and maps to what they hold in the end: a type of the crate.
fn innermost(shape: &Shape) -> String {
    let told = shape.told.as_ref().is_some_and(|told| told.shape.is_some());
    match [&shape.array, &shape.map].into_iter().flatten().next() {
        Some(inner) if !told && shape.kinds() == 1 => format!("/*{}", innermost(inner)),
        _ => String::new(),
    }
}

/// The shape of values of this kind, where these were seen.
fn shape_of(kind: Kind, values: Vec<String>, seen: &Shape) -> Shape {
    let text = |format| Shape { text: Some(Text::of_format(format)), ..Shape::default() };
    let numbers = |least: Number| {
        let mut number = least;
        seen.number.iter().for_each(|seen| number.join(*seen));
        number
    };
    let shape = match kind {
        Kind::String => text(None),
        Kind::Date => text(Some(Format::Date)),
        Kind::Time => text(Some(Format::Time)),
        Kind::DateTime => text(Some(Format::DateTime)),
        Kind::Uuid => text(Some(Format::Uuid)),
        Kind::Enum => Shape { text: Some(Text::of_list(values)), ..Shape::default() },
        Kind::Boolean => Shape { boolean: true, ..Shape::default() },
        Kind::Integer => {
            let number = numbers(Number::integer());
            Shape {
                number: Some(if number.float { Number::integer() } else { number }),
                ..Shape::default()
            }
        }
        Kind::Number => Shape { number: Some(numbers(Number::float())), ..Shape::default() },
        Kind::Map => Shape { map: Some(Box::new(values_of(seen))), ..Shape::default() },
        Kind::Any => Shape::default(),
    };
    Shape { null: seen.null, samples: seen.samples, ..shape }
}

/// The values of objects, as those of a map.
fn values_of(seen: &Shape) -> Shape {
    let mut values = seen.map.as_deref().cloned().unwrap_or_default();
    seen.object.iter().for_each(|object| values.join(&object.value()));
    values
}

fn location(said: &Said<'_>) -> String {
    format!("{} {}", said.part.name(), said.pointer())
}

fn endpoint_models<'a>(
    modules: &'a [Module],
    endpoints: &'a [rust::Endpoint],
    found: &mut HashSet<&'a str>,
) {
    found.extend(
        endpoints.iter().flat_map(|endpoint| &endpoint.models).map(|model| model.name.as_str()),
    );
    modules.iter().for_each(|module| endpoint_models(&module.modules, &module.endpoints, found));
}

fn is_scalar(shape: &Shape) -> bool {
    let meant = shape.meant();
    meant.map.is_none() && meant.kinds() > 0
}
