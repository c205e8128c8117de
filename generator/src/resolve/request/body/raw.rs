//! Raw bodies: JSON, or another text with its variables as holes.

use super::comments::cut_comments;
use crate::api::{self, JsonBody, Language, Parameter, Saved, Template, TextBody};
use crate::diagnostics::Kind;
use crate::postman::Body;
use crate::resolve::context::{self, Context};
use crate::resolve::request::body::{CONTENT_TYPE, Content, Source, is_nothing, json};
use crate::resolve::request::headers::Headers;
use crate::resolve::secrets::scope::View;
use crate::template::{self, Piece, pieces};

/// The text of a raw body, before comments are cut; one that is JSON instead of a text is printed compactly.
pub(crate) fn text(body: &Body) -> String {
    match &body.raw {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(value) if !is_nothing(value) => value.to_string(),
        _ => String::new(),
    }
}

/// A media type of forms.
fn is_form_type(media_type: &str) -> bool {
    let media_type = media_type.trim_start().to_ascii_lowercase();
    media_type.starts_with("application/x-www-form-urlencoded")
        || media_type.starts_with("multipart/")
}

/// What a raw body says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Claim {
    Json,
    Xml,
    Other,
    Nothing,
}

/// A raw body. One that parses as JSON when its variables are filled in is JSON.
pub(crate) fn resolve(
    context: &mut Context<'_>,
    source: &Source<'_, '_>,
    headers: &Headers<'_>,
    body: &Body,
) -> Content {
    let hand_set = headers.single(CONTENT_TYPE).map(|text| context.scope.fill(&text, View::Real));
    let content_type = automatic_type(body.language.as_deref());
    let text =
        if cuts_comments(context, source, body) { cut_comments(&text(body)) } else { text(body) };
    if text.is_empty() {
        return Content {
            body: api::Body::Empty,
            content_type: Some(Template(content_type.to_owned())),
        };
    }
    let claim = claim(body.language.as_deref(), hand_set.as_deref());
    if hand_set.as_deref().is_some_and(is_form_type) {
        // whoever reads it cuts it at `&` and `=`: every byte of the text counts
        let body = api::Body::Text(text_body(context, &text, Language::Plain, body));
        return Content { body, content_type: Some(Template(content_type.to_owned())) };
    }
    let body = match json_body(context, source, &text, claim, body) {
        Ok(body) => api::Body::Json(body),
        Err(problem) => {
            if let (Claim::Json, Some(problem)) = (claim, problem) {
                context.note(Kind::BodyNotJson { problem }, &body.place);
            }
            api::Body::Text(text_body(context, &text, language(claim, &text), body))
        }
    };
    Content { body, content_type: Some(Template(content_type.to_owned())) }
}

/// The type that Postman sets for a language.
fn automatic_type(language: Option<&str>) -> &'static str {
    match language {
        Some("json") => "application/json",
        Some("xml") => "application/xml",
        Some("html") => "text/html",
        Some("javascript") => "application/javascript",
        _ => "text/plain",
    }
}

/// Whether Postman cuts comments out: the language is JSON, or there is none and the `Content-Type` (even a disabled
/// one, when it is the only one) is JSON.
fn cuts_comments(context: &Context<'_>, source: &Source<'_, '_>, body: &Body) -> bool {
    if let Some(language) = body.language.as_deref().filter(|language| !language.is_empty()) {
        return language == "json";
    }
    let named = |key: Option<&str>| key.is_some_and(|key| key.eq_ignore_ascii_case(CONTENT_TYPE));
    let types: Vec<_> =
        source.request.headers.iter().filter(|header| named(header.key.as_deref())).collect();
    let counts = match types.as_slice() {
        [] => return false,
        [one] => Some(one),
        several => several.iter().find(|header| !header.disabled),
    };
    let value = counts.and_then(|header| header.value.as_ref()).and_then(|value| value.as_str());
    value.is_none_or(|value| is_json_type(&context.scope.fill(value, View::Real)))
}

/// `application/json`, `application/vnd.x+json` …
pub(crate) fn is_json_type(media_type: &str) -> bool {
    let Some(rest) = media_type.strip_prefix("application/") else { return false };
    let subtype = rest.split(char::is_whitespace).next().unwrap_or(rest);
    rest.starts_with("json") || subtype.contains("+json")
}

fn claim(language: Option<&str>, hand_set: Option<&str>) -> Claim {
    match (language, hand_set) {
        (Some("json"), _) => Claim::Json,
        (Some("xml" | "html"), _) => Claim::Xml,
        (_, Some(media_type)) if is_json_type(media_type) => Claim::Json,
        (_, Some(media_type)) if media_type.contains("xml") || media_type.contains("html") => {
            Claim::Xml
        }
        (Some("javascript"), _) => Claim::Other,
        _ => Claim::Nothing,
    }
}

/// The language of a text, for what is put into its holes.
fn language(claim: Claim, text: &str) -> Language {
    match (claim, text.trim_start().chars().next()) {
        (Claim::Json, _) | (Claim::Nothing, Some('{' | '[')) => Language::Json,
        (Claim::Xml, _) | (Claim::Nothing, Some('<')) => Language::Xml,
        _ => Language::Plain,
    }
}

/// The body as JSON; the problem when it is none, if it is one. A text that does not claim to be JSON is when it is a list or object.
fn json_body(
    context: &mut Context<'_>,
    source: &Source<'_, '_>,
    text: &str,
    claim: Claim,
    body: &Body,
) -> Result<JsonBody, Option<String>> {
    let mut found = json::body(context, text, &body.place).map_err(Some)?;
    let composite = found.samples.iter().any(|sample| sample.trim_start().starts_with(['{', '[']));
    let unknown = template::single_variable(text.trim()).is_some() && !found.open.is_empty();
    if unknown || claim != Claim::Json && !composite {
        return Err(None);
    }
    witness(context, source, &mut found);
    Ok(found)
}

/// Adds the JSON bodies of the saved examples.
pub(crate) fn witness(context: &mut Context<'_>, source: &Source<'_, '_>, found: &mut JsonBody) {
    let texts: Vec<String> = source
        .originals
        .bodies()
        .filter(|body| {
            !matches!(
                body.mode.as_deref(),
                None | Some("urlencoded" | "formdata" | "file" | "graphql")
            )
        })
        .map(|body| {
            if cuts_comments(context, source, body) {
                cut_comments(&self::text(body))
            } else {
                self::text(body)
            }
        })
        .filter(|text| text.trim_start().starts_with(['{', '[']))
        .collect();
    json::witness(context, found, texts.iter().map(String::as_str));
}

/// A text with its variables as holes. Without any, the whole text is the argument.
pub(crate) fn text_body(
    context: &mut Context<'_>,
    text: &str,
    language: Language,
    body: &Body,
) -> TextBody {
    let saved = context.template(text).0;
    let mut holes: Vec<Parameter> = Vec::new();
    for piece in pieces(&saved) {
        let Piece::Variable(variable) = piece else { continue };
        let name = template::name_of(variable);
        let known = Saved::Text(Template(variable.to_owned()));
        if name.starts_with('$') || holes.iter().any(|hole| hole.saved.contains(&known)) {
            continue;
        }
        let name = context.scope.argument(name);
        let mut hole = context::parameter(&name, None, &body.place);
        context.save(&mut hole, variable);
        context::finish(&mut hole);
        holes.push(hole);
    }
    TextBody { saved: Template(saved), language, holes, place: body.place.clone() }
}
