//! Documentation: what each emitted item says about itself, as Markdown that rustdoc takes without a warning.

use std::fmt::Write as _;

use super::registry::Origin;
use super::types::DraftKind;
use crate::api::{AnswerClass, Api, Endpoint, Group, Parameter};
use crate::hints;
use crate::infer::{EndpointTypes, Evidence, Inference};
use crate::markdown;
use crate::rust::Auth;

/// Of a collection's module.
pub fn collection(api: &Api) -> String {
    let title = markdown::inline(&api.name);
    let title = if title.is_empty() { "An API.".to_owned() } else { title };
    paragraphs([Some(title), api.description.as_deref().map(markdown::to_rustdoc)])
}

/// Of a folder's module.
pub fn module(group: &Group) -> String {
    let title = markdown::inline(&group.name);
    let title = if title.is_empty() { "A folder without a name.".to_owned() } else { title };
    paragraphs([Some(title), group.description.as_deref().map(markdown::to_rustdoc)])
}

/// Of an endpoint.
pub fn endpoint(endpoint: &Endpoint, found: &EndpointTypes, auth: Option<&Auth>) -> String {
    let title = markdown::inline(&endpoint.name);
    let title = if title.is_empty() { format!("{} request.", markdown::inline(&endpoint.method)) } else { title };
    let line = format!("`{} {}`", code(&endpoint.method), code(&endpoint.url));
    let fault = endpoint.fault.as_ref().map(|fault| format!("Postman does not send this request: {}", markdown::inline(fault)));
    let auth = auth.map(|auth| format!("Credentials: `{}`.", auth.method.trim_start_matches("r#")));
    paragraphs([Some(title), Some(line), endpoint.description.as_deref().map(markdown::to_rustdoc), auth, fault, answers(endpoint, found)])
}

fn answers(endpoint: &Endpoint, found: &EndpointTypes) -> Option<String> {
    let documented = |class: AnswerClass| matches!(class, AnswerClass::Error | AnswerClass::Default | AnswerClass::Mislabelled);
    let mut table = String::from("# Errors\n\n| Status | Meaning |\n|---|---|\n");
    let mut any = false;
    for response in found.responses.iter().filter(|response| documented(response.class)) {
        for &answer in &response.answers {
            let Some(answer) = endpoint.answers.get(answer) else { continue };
            let status = answer.status.map_or("any other".to_owned(), |status| status.to_string());
            let meaning = markdown::inline(&answer.name).replace('|', "\\|");
            let _ = writeln!(table, "| {status} | {meaning} |");
            any = true;
        }
    }
    any.then_some(table)
}

/// Of a parameter.
pub fn parameter(parameter: &Parameter, inference: &Inference) -> String {
    let description = parameter.description.as_deref().and_then(hints::without_marks).map(|text| markdown::to_rustdoc(&text));
    let description = description.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| format!("`{}`.", code(&parameter.name)));
    let presence = match inference.presence.evidence {
        Evidence::Marked => Some("Required: the collection marks it so.".to_owned()),
        Evidence::InPath => Some("Required: a part of the path.".to_owned()),
        Evidence::Sent => Some("Required: the request always has it.".to_owned()),
        Evidence::OnlyInExamples => Some("Only examples show it.".to_owned()),
        Evidence::Told if inference.presence.required => Some("Required.".to_owned()),
        Evidence::Disabled | Evidence::Unmarked | Evidence::NoMarks | Evidence::Preset | Evidence::Told => None,
    };
    paragraphs([Some(description), presence])
}

/// Of a text that starts with a fixed value.
pub fn fixed(parameter: &Parameter, text: &str) -> String {
    let description = parameter.description.as_deref().and_then(hints::without_marks).map(|text| markdown::to_rustdoc(&text));
    let description = description.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| format!("`{}`.", code(&parameter.name)));
    let shown = (text.len() <= 80 && !text.contains('\n')).then(|| format!("Unless set: `{}`.", code(text)));
    paragraphs([Some(description), shown])
}

/// Of a dynamic variable's field.
pub fn dynamic(name: &str) -> String {
    format!("Postman makes `{}` anew for each request.", code(name))
}

/// Of a JSON body.
pub fn json_body(inference: &Inference) -> String {
    match inference.presence.evidence {
        Evidence::OnlyInExamples => "The body. Only examples show it.".to_owned(),
        _ => "The body.".to_owned(),
    }
}

/// Of a body that is a file.
pub fn file_body() -> String {
    "The body: the bytes of a file.".to_owned()
}

/// Of a text body.
pub fn text_body() -> String {
    "The body: its whole text.".to_owned()
}

/// Of a type.
pub fn model(origin: &Origin, kind: &DraftKind) -> String {
    let place = match origin.keys.as_slice() {
        [] => "the whole body".to_owned(),
        keys => format!("`{}`", code(&keys.join("."))),
    };
    match kind {
        DraftKind::Struct(..) => format!("An object: {place}."),
        DraftKind::Enum(_) => format!("One of the documented values of {place}, or any other text."),
        DraftKind::Union(_) => format!("What {place} can be."),
    }
}

/// Of a field of a type.
pub fn model_field(key: &str) -> String {
    format!("`{}`.", code(key))
}

/// Text between backticks: it ends neither the code nor the line.
fn code(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() || c == '`' || is_direction(c) { ' ' } else { c }).collect();
    let text = text.trim();
    if text.is_empty() { "—".to_owned() } else { text.to_owned() }
}

/// Characters that turn the direction of text: rustc refuses them.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

fn paragraphs<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}
