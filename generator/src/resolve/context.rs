//! What every part of this stage needs: the variables, the place it works at, and the building of parameters.

use crate::api::{Parameter, Saved, Template};
use crate::diagnostics::{Diagnostic, Kind};
use crate::hints;
use crate::hints::secrets::{self, Certainty};
use crate::postman::Place;
use crate::resolve::secrets::scope::{Scope, View};
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

    /// A key of a parameter, header or field: its variables are replaced where they have values.
    pub(crate) fn name(&mut self, key: &str) -> String {
        self.scope.use_in(key);
        self.scope.fill(key, View::Visible)
    }

    /// The key of a query parameter as it is sent, when its variables bring delimiters: those are not encoded.
    pub(crate) fn delimited(&self, key: &str) -> Option<String> {
        let fill = |text: &str| self.scope.fill(text, View::Visible);
        let pieces = template::pieces(key).into_iter().map(|piece| match piece {
            Piece::Text(text) => encode::query_key(text),
            Piece::Variable(variable) => encode::query_lenient(&fill(variable)),
        });
        let sent: String = if key.contains("{{") { pieces.collect() } else { return None };
        (sent != encode::query_key(&fill(key))).then_some(sent)
    }

    /// A saved text.
    pub(crate) fn template(&mut self, text: &str) -> Template {
        self.scope.use_in(text);
        Template(text.to_owned())
    }

    /// Adds what the request itself sends to a parameter.
    pub(crate) fn save(&mut self, parameter: &mut Parameter, text: &str) {
        let template = self.template(text);
        // Of JSON with secrets in it the rest may be shown.
        parameter.secret |= !is_json(text) && self.scope.is_secret(text);
        let sample = self.scope.fill(text, View::Sample);
        push_sample(parameter, sample);
        parameter.saved.push(Saved::Text(template));
    }

    /// Adds a value that was seen elsewhere to a parameter.
    pub(crate) fn witness(&mut self, parameter: &mut Parameter, text: &str) {
        let sample = self.scope.fill(text, View::Sample);
        push_sample(parameter, sample);
    }
}

/// Whether a text is a list or object of JSON once its variables are filled in.
fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
        && !text.trim_start().starts_with("{{")
        && crate::json::check(
            &crate::template::replace_once(text, |_| Some("0".to_owned()))
                .unwrap_or_else(|| text.to_owned()),
        )
        .is_ok()
}

fn push_sample(parameter: &mut Parameter, sample: String) {
    parameter.open |= template::has_variable(&sample);
    parameter.secret |= secrets::is_stand_in(&sample);
    parameter.samples.push(sample);
}

/// A parameter without values.
pub(crate) fn parameter(name: &str, description: Option<&str>, place: &Place) -> Parameter {
    Parameter {
        name: name.to_owned(),
        description: description.map(str::to_owned),
        place: place.clone(),
        ..Default::default()
    }
}

/// Ends a parameter: all its values are there. Where no value was a secret, and none shows that there are no secrets,
/// the name decides.
pub(crate) fn finish(parameter: &mut Parameter) {
    finish_as(parameter, secrets::is_secret_name(&parameter.name));
}

/// The same for a parameter of a path: a session or credential there is a resource.
pub(crate) fn finish_in_path(parameter: &mut Parameter) {
    let certain = secrets::certainty(&parameter.name) == Some(Certainty::Certain);
    finish_as(parameter, certain);
}

fn finish_as(parameter: &mut Parameter, named: bool) {
    parameter.open |= parameter.samples.is_empty();
    let contradicted = parameter
        .samples
        .iter()
        .any(|sample| !sample.is_empty() && secrets::contradicts(&parameter.name, sample))
        || parameter.description.as_deref().and_then(hints::listed_values).is_some();
    parameter.secret |= named && !contradicted;
}
