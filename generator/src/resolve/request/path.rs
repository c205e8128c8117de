//! The server and the path of an endpoint.

use runtime::encode;

use crate::api::{Parameter, PathPiece, Saved, Settings, Template};
use crate::hints::bracketed;
use crate::postman::Place;
use crate::resolve::context;
use crate::resolve::context::Context;
use crate::resolve::request::evidence::Originals;
use crate::resolve::request::url::{Address, PathPart, PathVariable};
use crate::resolve::secrets::scope;
use crate::resolve::secrets::scope::View;
use crate::template::{self, Piece, pieces};

/// A path and how people read it.
#[derive(Default)]
pub(crate) struct Path {
    /// Its pieces.
    pub(crate) pieces: Vec<PathPiece>,
    /// `/users/:id/{{x}}`.
    pub(crate) shown: String,
}

/// Finds a path where the URL has no `/` of its own to start one.
///
/// Everything before the path is the server's address, which is a setting: an argument there could send the request, and its
/// credentials, to another host. Two things are a path all the same: a variable at the end whose value starts with a slash
/// (`{{url}}{{path}}`), and a variable that holds a whole URL, which a script saves from an earlier response.
pub(crate) fn find(context: &Context<'_>, address: &mut Address<'_>) {
    if !address.path.is_empty() {
        return;
    }
    let server = std::mem::take(&mut address.server);
    let found = pieces(&server);
    if let [Piece::Variable(variable)] = found.as_slice()
        && context.scope.is_only_scripted(template::name_of(variable))
    {
        address.path.push(PathPart::Location((*variable).to_owned()));
        return;
    }
    let starts_path = |piece: &Piece<'_>| match piece {
        Piece::Variable(variable) => context.scope.fill(variable, View::Real).starts_with('/'),
        Piece::Text(_) => false,
    };
    let at = found.iter().skip(1).position(starts_path).map_or(found.len(), |at| at + 1);
    address.path.extend(found[at..].iter().map(|piece| match piece {
        Piece::Variable(text) => PathPart::Variable((*text).to_owned()),
        Piece::Text(text) => PathPart::Text((*text).to_owned()),
    }));
    address.server = found[..at].iter().map(Piece::as_str).collect();
}

/// The path of an endpoint.
pub(crate) fn resolve(
    context: &mut Context<'_>,
    address: &Address<'_>,
    originals: &Originals<'_>,
    settings: &Settings,
    place: &Place,
) -> Path {
    let mut path = Path::default();
    for (index, part) in address.path.iter().enumerate() {
        match part {
            PathPart::Text(text) => push_text(context, &mut path, text, settings),
            PathPart::Variable(variable) => {
                let mut parameter = variable_parameter(context, variable, place);
                witness_segment(context, &mut parameter, address, index, originals);
                push_parameter(&mut path, parameter, variable.clone());
            }
            PathPart::Location(variable) => {
                path.shown.push_str(variable);
                path.pieces.push(PathPiece::Location(variable_parameter(context, variable, place)));
            }
            PathPart::PathVariable(variable) => {
                let parameter = path_variable(context, variable, originals);
                push_parameter(&mut path, parameter, format!(":{}", variable.name));
            }
        }
    }
    path
}

/// Adds literal text. A placeholder such as `{id}` becomes a parameter.
fn push_text(context: &mut Context<'_>, path: &mut Path, text: &str, settings: &Settings) {
    let mut plain = String::new();
    for (index, segment) in text.split('/').enumerate() {
        if index > 0 {
            plain.push('/');
        }
        for piece in bracketed::pieces(segment) {
            match piece {
                bracketed::Piece::Text(text) => plain.push_str(text),
                bracketed::Piece::Placeholder { name, written } => {
                    push_plain(path, &std::mem::take(&mut plain), settings);
                    let place = context.place.clone();
                    let mut parameter = context::parameter(name, None, &place);
                    parameter.saved.push(Saved::Text(Template(written.to_owned())));
                    context::finish_in_path(&mut parameter);
                    push_parameter(path, parameter, written.to_owned());
                }
            }
        }
    }
    push_plain(path, &plain, settings);
}

fn push_plain(path: &mut Path, text: &str, settings: &Settings) {
    if text.is_empty() {
        return;
    }
    path.shown.push_str(text);
    let encoded = if settings.raw_url { text.to_owned() } else { encode::path_lenient(text) };
    path.pieces.push(PathPiece::Text(encoded));
}

/// Adds a parameter. Two of one name are one argument; with different values they get different names.
fn push_parameter(path: &mut Path, mut parameter: Parameter, shown: String) {
    path.shown.push_str(&shown);
    let taken = |name: &str, saved: &[Saved]| {
        path.pieces.iter().any(|piece| matches!(piece, PathPiece::Parameter(other) if other.name == name && other.saved != saved))
    };
    if taken(&parameter.name, &parameter.saved) {
        let fresh = (2..)
            .map(|number| format!("{}_{number}", parameter.name))
            .find(|name| !taken(name, &parameter.saved));
        parameter.name = fresh.unwrap_or_default();
    }
    path.pieces.push(PathPiece::Parameter(parameter));
}

/// The parameter of a `{{variable}}`.
fn variable_parameter(context: &mut Context<'_>, variable: &str, place: &Place) -> Parameter {
    let name = context.scope.argument(template::name_of(variable));
    let name = name.trim().trim_start_matches('$');
    let mut parameter = context::parameter(name, None, place);
    context.save(&mut parameter, variable);
    context::finish_in_path(&mut parameter);
    parameter
}

/// The parameter of a `:variable`. Without a value the text `:name` is sent.
fn path_variable(
    context: &mut Context<'_>,
    variable: &PathVariable<'_>,
    originals: &Originals<'_>,
) -> Parameter {
    let mut parameter = context::parameter(&variable.name, variable.description, &variable.place);
    match &variable.value {
        Some(value) => context.save(&mut parameter, value),
        None => parameter.saved.push(Saved::Text(Template(format!(":{}", variable.name)))),
    }
    for other in originals.path_variables(&variable.name) {
        if let Some(value) = scope::path_value(other) {
            context.witness(&mut parameter, &value);
        }
        if parameter.description.is_none() {
            parameter.description.clone_from(&other.description);
        }
    }
    context::finish_in_path(&mut parameter);
    parameter
}

/// Adds the segments of the original paths that stand where a variable is a whole segment.
fn witness_segment(
    context: &mut Context<'_>,
    parameter: &mut Parameter,
    address: &Address<'_>,
    index: usize,
    originals: &Originals<'_>,
) {
    let before = |part: &PathPart<'_>| matches!(part, PathPart::Text(text) if text.ends_with('/'));
    let after = |part: &PathPart<'_>| matches!(part, PathPart::Text(text) if text.starts_with('/'));
    if index == 0
        || !before(&address.path[index - 1])
        || !address.path.get(index + 1).is_none_or(after)
    {
        return;
    }
    let own = own_segments(&address.path);
    let position = own_segments(&address.path[..index]).len() - 1;
    for path in originals.paths() {
        let same = path.len() == own.len()
            && own
                .iter()
                .zip(&path)
                .all(|(own, other)| own.as_deref().is_none_or(|own| own == *other));
        let segment = path.get(position).copied().unwrap_or_default();
        if same
            && !segment.is_empty()
            && !segment.starts_with(':')
            && !template::has_variable(segment)
        {
            context.witness(parameter, segment);
        }
    }
}

/// The segments of a path; `None` for one with a variable in it.
fn own_segments(parts: &[PathPart<'_>]) -> Vec<Option<String>> {
    let mut found: Vec<Option<String>> = Vec::new();
    for part in parts {
        let PathPart::Text(text) = part else {
            if let Some(last) = found.last_mut() {
                *last = None;
            }
            continue;
        };
        for (index, segment) in text.split('/').enumerate() {
            if index > 0 {
                found.push(Some(segment.to_owned()));
            } else if let Some(last @ Some(_)) = found.last_mut() {
                *last = last.take().map(|start| start + segment);
            }
        }
    }
    found
}
