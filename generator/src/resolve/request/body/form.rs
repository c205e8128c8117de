//! Forms: `application/x-www-form-urlencoded` and `multipart/form-data`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::api::{FilePart, Multipart, Parameter, Part, Template};
use crate::postman::{self, Body};
use crate::resolve::context::{self, Context};
use crate::resolve::request::evidence::Originals;
use crate::resolve::request::query::{add_sample, describe};
use crate::resolve::text::text_of;
use crate::template;

/// The fields of an urlencoded form in the order in which Postman sends them: grouped by key, whole numbers first.
pub(crate) fn urlencoded(
    context: &mut Context<'_>,
    body: Option<&Body>,
    originals: &Originals<'_>,
) -> Vec<Parameter> {
    let own = body.map(|body| body.urlencoded.as_slice()).unwrap_or_default();
    let mut fields: Vec<Parameter> = Vec::new();
    for entry in own {
        let mut position = field_of(context, &mut fields, entry);
        if entry.disabled {
            add_sample(context, &mut fields[position], entry);
            continue;
        }
        if fields[position].saved.is_empty() {
            // What is disabled keeps no place for what is sent.
            fields[position..].rotate_left(1);
            position = fields.len() - 1;
        }
        save(context, &mut fields[position], entry);
    }
    let shown = originals.bodies().filter(|body| body.mode.as_deref() == Some("urlencoded"));
    for entry in shown.flat_map(|body| &body.urlencoded) {
        let position = field_of(context, &mut fields, entry);
        add_sample(context, &mut fields[position], entry);
    }
    fields.iter_mut().for_each(context::finish);
    fields.sort_by_key(|field| whole_number(&field.name).map_or((1, 0), |number| (0, number)));
    fields.retain(|field| field.name != "__proto__");
    fields
}

/// The position of an entry's field, made when there is none.
fn field_of(
    context: &mut Context<'_>,
    fields: &mut Vec<Parameter>,
    entry: &postman::Parameter,
) -> usize {
    let name = context.name(entry.key.as_deref().unwrap_or("undefined"));
    fields.iter().position(|field| field.name == name).unwrap_or_else(|| {
        fields.push(context::parameter(&name, entry.description.as_deref(), &entry.place));
        fields.len() - 1
    })
}

/// Adds what a field sends: a list as several values, an object as nothing.
fn save(context: &mut Context<'_>, field: &mut Parameter, entry: &postman::Parameter) {
    match &entry.value {
        None | Some(Value::Null | Value::Object(_)) => context.save(field, ""),
        Some(Value::Array(items)) => {
            items.iter().for_each(|item| context.save(field, &text_of(item)))
        }
        Some(value) => context.save(field, &text_of(value)),
    }
    describe(field, entry);
}

/// A key that JavaScript takes for an index, which it orders before all others.
fn whole_number(key: &str) -> Option<u32> {
    key.parse().ok().filter(|number: &u32| *number < u32::MAX && number.to_string() == key)
}

/// Whether Postman still loads the files of a form: after a list of files it loads none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loading {
    On,
    Off,
}

/// The parts of a multipart form.
pub(crate) fn multipart(
    context: &mut Context<'_>,
    body: Option<&Body>,
    originals: &Originals<'_>,
) -> Multipart {
    let own = body.map(|body| body.formdata.as_slice()).unwrap_or_default();
    let mut parts: Vec<Part> = Vec::new();
    let mut loading = Loading::On;
    for entry in own {
        push_part(context, &mut parts, entry, loading);
        if is_file(entry)
            && !entry.disabled
            && matches!(&entry.src, Some(Value::Array(list)) if !list.is_empty())
        {
            loading = Loading::Off;
        }
    }
    let shown = originals.bodies().filter(|body| body.mode.as_deref() == Some("formdata"));
    for entry in shown.flat_map(|body| &body.formdata) {
        witness(context, &mut parts, entry);
    }
    for part in &mut parts {
        context::finish(match part {
            Part::Text { parameter, .. } | Part::File { parameter, .. } => parameter,
        });
    }
    Multipart { boundary: None, parts }
}

/// Whether an entry goes as a file: also a text that has a file name.
fn is_file(entry: &postman::Parameter) -> bool {
    entry.kind.as_deref() == Some("file") || entry.file_name.is_some()
}

fn part_name(part: &Part) -> &str {
    match part {
        Part::Text { parameter, .. } | Part::File { parameter, .. } => &parameter.name,
    }
}

/// Adds an entry of the request: to the part before it when that has its key, else as a part.
fn push_part(
    context: &mut Context<'_>,
    parts: &mut Vec<Part>,
    entry: &postman::Parameter,
    loading: Loading,
) {
    let name = context.name(entry.key.as_deref().unwrap_or_default());
    let known = parts
        .iter()
        .any(|part| part_name(part) == name && matches!(part, Part::File { .. }) == is_file(entry));
    if entry.disabled && known {
        return witness(context, parts, entry);
    }
    let content_type = media_type(context, entry);
    if is_file(entry) {
        let files = if entry.disabled { Vec::new() } else { files(context, entry, loading) };
        return match parts.last_mut() {
            Some(Part::File { parameter, files: others, disabled: false })
                if parameter.name == name && !entry.disabled =>
            {
                others.extend(files)
            }
            _ => {
                let parameter =
                    context::parameter(&name, entry.description.as_deref(), &entry.place);
                parts.push(Part::File { parameter, files, disabled: entry.disabled });
            }
        };
    }
    if !matches!(parts.last(), Some(Part::Text { parameter, content_type: other }) if parameter.name == name && *other == content_type)
    {
        let parameter = context::parameter(&name, entry.description.as_deref(), &entry.place);
        parts.push(Part::Text { parameter, content_type });
    }
    if let Some(Part::Text { parameter, .. }) = parts.last_mut() {
        if entry.disabled {
            add_sample(context, parameter, entry);
        } else {
            context.save(parameter, &part_text(entry));
            describe(parameter, entry);
        }
    }
}

/// The media type that a text part says of itself.
fn media_type(context: &mut Context<'_>, entry: &postman::Parameter) -> Option<String> {
    entry
        .content_type
        .as_deref()
        .filter(|media_type| !media_type.is_empty())
        .map(|media_type| context.name(media_type))
}

/// The text of a text part: anything but a text goes as JSON.
fn part_text(entry: &postman::Parameter) -> String {
    match &entry.value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
    }
}

/// What a file part sends.
fn files(context: &mut Context<'_>, entry: &postman::Parameter, loading: Loading) -> Vec<FilePart> {
    let part = FilePart {
        file_name: entry.file_name.clone(),
        content_type: entry.content_type.clone().filter(|media_type| !media_type.is_empty()),
        ..Default::default()
    };
    if entry.kind.as_deref() != Some("file") {
        return vec![FilePart { content: Some(encoded(context, &part_text(entry))), ..part }];
    }
    if loading == Loading::Off {
        return vec![part];
    }
    let paths: Vec<&str> = match &entry.src {
        Some(Value::String(path)) if !path.is_empty() => vec![path],
        Some(Value::Array(paths)) => paths.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if paths.is_empty() {
        let content =
            entry.value.as_ref().and_then(Value::as_str).filter(|content| !content.is_empty());
        return vec![FilePart {
            content: content.map(|content| context.template(content)),
            ..part
        }];
    }
    paths
        .into_iter()
        .map(|path| FilePart { path: Some(Template(note_use(context, path))), ..part.clone() })
        .collect()
}

/// Content as base64. The variable of a secret holds it encoded already.
fn encoded(context: &mut Context<'_>, text: &str) -> Template {
    let secret = template::single_variable(text);
    match secret.is_some_and(|name| context.scope.is_generated(name)) {
        true => context.template(text),
        false => context.template(&STANDARD.encode(text)),
    }
}

fn note_use(context: &mut Context<'_>, text: &str) -> String {
    context.scope.use_in(text);
    text.to_owned()
}

/// Adds an entry that is not sent: evidence for the part of its key, or an optional part.
fn witness(context: &mut Context<'_>, parts: &mut Vec<Part>, entry: &postman::Parameter) {
    let name = context.name(entry.key.as_deref().unwrap_or_default());
    let same = |part: &Part| {
        part_name(part) == name && matches!(part, Part::File { .. }) == is_file(entry)
    };
    let position = parts.iter().position(same).unwrap_or_else(|| {
        let parameter = context::parameter(&name, None, &entry.place);
        parts.push(if is_file(entry) {
            Part::File { parameter, files: Vec::new(), disabled: true }
        } else {
            Part::Text { parameter, content_type: media_type(context, entry) }
        });
        parts.len() - 1
    });
    match &mut parts[position] {
        Part::Text { parameter, .. } => add_sample(context, parameter, entry),
        Part::File { parameter, .. } => describe(parameter, entry),
    }
}

/// Whether anything of a form is sent by the request itself.
pub(crate) fn is_sent(entries: &[postman::Parameter]) -> bool {
    entries.iter().any(|entry| !entry.disabled)
}
