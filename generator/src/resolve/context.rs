//! What every part of this stage needs: the variables, the place it works at, and the building of parameters.

use crate::resolve::request::body::json;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::api::{Parameter, Saved, Template};
use crate::diagnostics::{Diagnostic, Kind};
use crate::hints::secrets;
use crate::postman::Place;
use crate::resolve::secrets::scope;
use crate::resolve::secrets::scope::{Scope, View};
use crate::resolve::secrets::tokens;
use crate::template::{self, Piece};
use runtime::encode;

/// The state of the stage.
pub(crate) struct Context<'a> {
    /// The variables.
    pub(crate) scope: Scope,
    /// The names of the folders and of the request at work.
    pub(crate) trail: Vec<String>,
    /// Where the item at work stands.
    pub(crate) place: Place,
    pub(crate) diagnostics: &'a mut Vec<Diagnostic>,
}

impl Context<'_> {
    /// Tells the user something about the item at work.
    pub(crate) fn note(&mut self, kind: Kind, place: &Place) {
        self.diagnostics.push(Diagnostic { kind, place: place.clone(), trail: self.trail.clone() });
    }

    /// Tells which secrets were taken out since the last call, each name once.
    pub(crate) fn note_secrets(&mut self) {
        for name in self.scope.take_removed() {
            let kind = Kind::SecretRemoved { name };
            if !self.diagnostics.iter().any(|diagnostic| diagnostic.kind == kind) {
                let place = self.place.clone();
                self.note(kind, &place);
            }
        }
    }

    /// A key of a parameter, header or field: its variables are replaced where they have values.
    pub(crate) fn name(&mut self, key: &str) -> String {
        self.scope.use_in(key);
        self.scope.fill(key, View::Real)
    }

    /// The key of a query parameter as it is sent, when its variables bring delimiters: those are not encoded.
    pub(crate) fn delimited(&self, key: &str) -> Option<String> {
        let fill = |text: &str| self.scope.fill(text, View::Real);
        let pieces = template::pieces(key).into_iter().map(|piece| match piece {
            Piece::Text(text) => encode::query_key(text),
            Piece::Variable(variable) => encode::query_lenient(&fill(variable)),
        });
        let sent: String = if key.contains("{{") { pieces.collect() } else { return None };
        (sent != encode::query_key(&fill(key))).then_some(sent)
    }

    /// A saved text, its secrets moved to variables.
    pub(crate) fn template(&mut self, key: &str, text: &str) -> Template {
        if self.is_told_of(text) {
            return Template(json::protect(&mut self.scope, text));
        }
        Template(self.scope.protect(key, text))
    }

    /// The content of a file, base64: a variable when a secret stands in it.
    pub(crate) fn content(&mut self, content: String) -> Template {
        let text = STANDARD.decode(&content).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let secret = text.is_some_and(|text| !tokens::find(&text).is_empty());
        Template(if secret { self.scope.hide("file content", &content) } else { content })
    }

    /// Adds what the request itself sends to a parameter.
    pub(crate) fn save(&mut self, parameter: &mut Parameter, text: &str) {
        let template = self.template(&parameter.name, text);
        // of JSON with secrets in it that a person named, the rest may be shown
        parameter.secret |= !self.is_told_of(text) && self.scope.is_secret(&template.0);
        let sample = self.scope.fill(&template.0, View::Sample);
        push_sample(parameter, sample);
        parameter.saved.push(Saved::Text(template));
    }

    /// Adds a value that was seen elsewhere to a parameter.
    pub(crate) fn witness(&mut self, parameter: &mut Parameter, text: &str) {
        let judgement = self.scope.judgement();
        let redacted = if self.is_told_of(text) {
            json::redact(judgement, text)
        } else {
            scope::redacted(judgement, &parameter.name, text)
        };
        let sample = self.scope.fill(redacted.as_deref().unwrap_or(text), View::Sample);
        push_sample(parameter, sample);
    }

    /// A text is JSON, and a person says of some keys whether they stand for secrets.
    fn is_told_of(&self, text: &str) -> bool {
        !self.scope.judgement().0.is_empty()
            && text.trim_start().starts_with(['{', '['])
            && crate::json::check(text).is_ok()
    }
}

fn push_sample(parameter: &mut Parameter, sample: String) {
    parameter.open |= template::has_variable(&sample);
    parameter.samples.push(sample);
}

/// A parameter without values.
pub(crate) fn parameter(name: &str, description: Option<&str>, place: &Place) -> Parameter {
    Parameter {
        name: name.to_owned(),
        description: description.map(str::to_owned),
        secret: secrets::is_secret_name(name),
        place: place.clone(),
        ..Default::default()
    }
}

/// Ends a parameter: all its values are there.
pub(crate) fn finish(parameter: &mut Parameter) {
    parameter.open |= parameter.samples.is_empty();
}
