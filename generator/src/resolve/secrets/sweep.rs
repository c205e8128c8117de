//! Last of all: secrets that are known by now are replaced wherever else they stand.

use std::cell::Cell;

use crate::api::{Answer, Api, Body, Endpoint, Parameter, Part, PathPiece, Saved};
use crate::diagnostics::{Diagnostic, Kind};
use crate::hints::secrets;
use crate::postman::Place;
use crate::resolve::secrets::scope::{Scope, replace_tokens};

/// All parameters of an endpoint.
pub(crate) fn parameters(endpoint: &Endpoint) -> Vec<&Parameter> {
    let mut found: Vec<&Parameter> = Vec::new();
    found.extend(endpoint.path.iter().filter_map(|piece| match piece {
        PathPiece::Parameter(parameter) | PathPiece::Location(parameter) => Some(parameter),
        PathPiece::Text(_) => None,
    }));
    found.extend(&endpoint.query);
    found.extend(endpoint.headers.iter().map(|header| &header.parameter));
    match &endpoint.body {
        Body::Urlencoded(fields) => found.extend(fields),
        Body::Text(text) => found.extend(&text.holes),
        Body::Multipart(form) => found.extend(form.parts.iter().map(|part| match part {
            Part::Text { parameter, .. } | Part::File { parameter, .. } => parameter,
        })),
        Body::Empty | Body::Json(_) | Body::File(_) | Body::Graphql(_) => {}
    }
    found
}

/// The same, to change them.
pub(crate) fn parameters_mut(endpoint: &mut Endpoint) -> Vec<&mut Parameter> {
    let mut found: Vec<&mut Parameter> = Vec::new();
    found.extend(endpoint.path.iter_mut().filter_map(|piece| match piece {
        PathPiece::Parameter(parameter) | PathPiece::Location(parameter) => Some(parameter),
        PathPiece::Text(_) => None,
    }));
    found.extend(&mut endpoint.query);
    found.extend(endpoint.headers.iter_mut().map(|header| &mut header.parameter));
    match &mut endpoint.body {
        Body::Urlencoded(fields) => found.extend(fields),
        Body::Text(text) => found.extend(&mut text.holes),
        Body::Multipart(form) => found.extend(form.parts.iter_mut().map(|part| match part {
            Part::Text { parameter, .. } | Part::File { parameter, .. } => parameter,
        })),
        Body::Empty | Body::Json(_) | Body::File(_) | Body::Graphql(_) => {}
    }
    found
}

/// The secrets to look for: long and varied enough not to be a word.
struct Secrets<'a> {
    known: Vec<(&'a str, &'a str)>,
    /// One was replaced in a description since somebody asked.
    replaced: Cell<bool>,
}

impl Secrets<'_> {
    /// Replaces the secrets in a text that only people or inference read.
    fn clean(&self, text: &mut String) {
        if let Some(cleaned) = self.cleaned(text) {
            *text = cleaned;
        }
    }

    /// The text with its secrets replaced; `None` when it has none.
    fn cleaned(&self, text: &str) -> Option<String> {
        let mut cleaned: Option<String> = None;
        for (value, _) in &self.known {
            let text = cleaned.as_deref().unwrap_or(text);
            if text.contains(value) {
                cleaned = Some(text.replace(value, &secrets::stand_in(value)));
            }
        }
        cleaned
    }

    /// Replaces the secrets in a description, and tokens that it shows as examples.
    fn clean_words(&self, text: &mut Option<String>) {
        let Some(text) = text else { return };
        let shows = self.known.iter().any(|(value, _)| text.contains(value));
        self.clean(text);
        let cleaned = replace_tokens(text, &mut secrets::stand_in);
        if shows || cleaned.is_some() {
            self.replaced.set(true);
        }
        if let Some(cleaned) = cleaned {
            *text = cleaned;
        }
    }

    /// Tells of what was replaced in descriptions since the last call.
    fn note(&self, place: &Place, trail: &[String], diagnostics: &mut Vec<Diagnostic>) {
        if self.replaced.take() {
            let kind = Kind::SecretReplaced { what: "description" };
            diagnostics.push(Diagnostic { kind, place: place.clone(), trail: trail.to_vec() });
        }
    }

    /// Replaces the secrets in a name.
    fn clean_name(&self, name: &mut String) {
        let mut words = Some(std::mem::take(name));
        self.clean_words(&mut words);
        *name = words.unwrap_or_default();
    }

    /// Replaces the secrets in a saved text by their variables.
    fn move_out(&self, text: &mut String) {
        for (value, name) in &self.known {
            if text.contains(value) {
                *text = text.replace(value, &format!("{{{{{name}}}}}"));
            }
        }
    }

    fn parameter(&self, parameter: &mut Parameter) {
        self.clean_words(&mut parameter.description);
        parameter.samples.iter_mut().for_each(|sample| self.clean(sample));
        for saved in &mut parameter.saved {
            if let Saved::Text(text) = saved {
                self.move_out(&mut text.0);
            }
        }
    }

    fn answer(&self, answer: &mut Answer) {
        self.clean(&mut answer.name);
        if let Some(cleaned) = answer.body.as_deref().and_then(|body| self.cleaned(body)) {
            answer.body = Some(cleaned.into());
        }
        for value in answer.query.iter_mut().filter_map(|(_, value)| value.as_mut()) {
            self.clean(value);
        }
        for (_, value, description) in &mut answer.headers {
            self.clean(value);
            self.clean_words(description);
        }
    }

    fn body(&self, body: &mut Body) {
        let json = match body {
            Body::Json(json) => json,
            Body::Text(text) => return self.move_out(&mut text.saved.0),
            Body::Graphql(graphql) => {
                for text in graphql.query.iter_mut().chain(&mut graphql.operation) {
                    self.move_out(&mut text.0);
                }
                match &mut graphql.variables {
                    Some(json) => json,
                    None => return,
                }
            }
            Body::Empty | Body::Urlencoded(_) | Body::Multipart(_) | Body::File(_) => return,
        };
        json.samples.iter_mut().for_each(|sample| self.clean(sample));
        json.saved.iter_mut().for_each(|saved| self.move_out(&mut saved.0));
    }
}

/// Replaces every known secret in what later stages read.
pub(crate) fn sweep(api: &mut Api, scope: &Scope, diagnostics: &mut Vec<Diagnostic>) {
    let telling = |value: &str| {
        value.len() >= 8
            && value.bytes().any(|byte| byte.is_ascii_digit())
            && value.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    let mut secrets: Vec<(&str, &str)> =
        scope.secrets().filter(|(value, _)| telling(value)).collect();
    // The longest first: one may be part of another.
    secrets.sort_by_key(|(value, _)| std::cmp::Reverse(value.len()));
    let secrets = Secrets { known: secrets, replaced: Cell::default() };
    secrets.clean_words(&mut api.description);
    secrets.note(&Place::default(), &[], diagnostics);
    for group in &mut api.groups {
        secrets.clean_words(&mut group.description);
        secrets.clean_name(&mut group.name);
        secrets.note(&group.place, std::slice::from_ref(&group.name), diagnostics);
    }
    for endpoint in &mut api.endpoints {
        secrets.clean_words(&mut endpoint.description);
        secrets.move_out(&mut endpoint.url);
        secrets.clean_name(&mut endpoint.name);
        endpoint.trail.iter_mut().for_each(|name| secrets.clean_name(name));
        parameters_mut(endpoint).into_iter().for_each(|parameter| secrets.parameter(parameter));
        endpoint.answers.iter_mut().for_each(|answer| secrets.answer(answer));
        secrets.body(&mut endpoint.body);
        secrets.note(&endpoint.place, &endpoint.trail, diagnostics);
    }
}
