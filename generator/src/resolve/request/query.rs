//! The query of an endpoint.

use crate::api::{Parameter, Saved};
use crate::postman;
use crate::resolve::context;
use crate::resolve::context::Context;
use crate::resolve::request::evidence::Originals;
use crate::resolve::request::url::Entry;
use crate::resolve::text::text_of;
use serde_json::Value;

/// The parameters of a query: those of the request in order, then those that only saved examples show.
pub(crate) fn resolve(
    context: &mut Context<'_>,
    entries: &[Entry<'_>],
    originals: &Originals<'_>,
) -> Vec<Parameter> {
    let mut parameters = enabled(context, entries);
    insert_disabled(context, entries, &mut parameters);
    let shown = originals.query();
    for entry in &shown {
        let name = context.name(entry.key.as_deref().unwrap_or_default());
        if name.is_empty() {
            continue;
        }
        let position = parameters
            .iter()
            .position(|(_, parameter)| parameter.name == name)
            .unwrap_or_else(|| {
                parameters.push((usize::MAX, context::parameter(&name, None, &entry.place)));
                parameters.len() - 1
            });
        add_sample(context, &mut parameters[position].1, entry);
    }
    let mut parameters: Vec<Parameter> =
        parameters.into_iter().map(|(_, parameter)| parameter).collect();
    parameters.iter_mut().for_each(context::finish);
    parameters
}

/// The parameters that are sent, each with its position in the list. Equal keys side by side are one.
fn enabled(context: &mut Context<'_>, entries: &[Entry<'_>]) -> Vec<(usize, Parameter)> {
    let mut parameters: Vec<(usize, Parameter)> = Vec::new();
    for (position, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.enabled) {
        let entry = entry.parameter.as_ref();
        let name = context.name(entry.key.as_deref().unwrap_or_default());
        if parameters.last().is_none_or(|(_, last)| last.name != name) {
            let mut parameter =
                context::parameter(&name, entry.description.as_deref(), &entry.place);
            parameter.key = context.delimited(entry.key.as_deref().unwrap_or_default());
            parameters.push((position, parameter));
        }
        if let Some((_, parameter)) = parameters.last_mut() {
            match &entry.value {
                Some(Value::String(text)) => context.save(parameter, text),
                _ => parameter.saved.push(Saved::Bare),
            }
            describe(parameter, entry);
        }
    }
    parameters
}

/// Disabled entries: evidence for a parameter of their name, or parameters without a saved value where they stand.
fn insert_disabled(
    context: &mut Context<'_>,
    entries: &[Entry<'_>],
    parameters: &mut Vec<(usize, Parameter)>,
) {
    for (position, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.enabled) {
        let entry = entry.parameter.as_ref();
        let name = context.name(entry.key.as_deref().unwrap_or_default());
        if name.is_empty() {
            continue;
        }
        let at = parameters
            .iter()
            .position(|(_, parameter)| parameter.name == name)
            .unwrap_or_else(|| {
                let at = parameters.partition_point(|(other, _)| *other < position);
                parameters.insert(at, (position, context::parameter(&name, None, &entry.place)));
                at
            });
        add_sample(context, &mut parameters[at].1, entry);
    }
}

/// Adds the value and the description of an entry that is not sent.
pub(crate) fn add_sample(
    context: &mut Context<'_>,
    parameter: &mut Parameter,
    entry: &postman::Parameter,
) {
    if let Some(value) = entry.value.as_ref().filter(|value| !value.is_null()) {
        context.witness(parameter, &text_of(value));
    }
    describe(parameter, entry);
}

/// Takes the first description.
pub(crate) fn describe(parameter: &mut Parameter, entry: &postman::Parameter) {
    if parameter.description.as_deref().is_none_or(str::is_empty) {
        parameter.description.clone_from(&entry.description);
    }
}
