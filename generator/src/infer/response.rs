//! The types of saved responses.
//!
//! Responses are joined with those of their own class and status only. The body decides what it is, not the declared
//! type: what parses as JSON is JSON (but for a lone number, word or quoted text that is declared as text). What does not
//! parse is a text, or binary when it is declared so. An empty body is nothing, or a body that was not saved when
//! something is declared that Postman does not save (an image, a PDF).

use indexmap::IndexMap;
use runtime::stream::frames::{self, Framing};

use super::inferred::{AnswerAt, ResponseShape, ResponseTypes, Rule};
use crate::api::{Answer, AnswerClass, Endpoint};
use crate::hints::{self, Placeholder};
use crate::json::Json;
use crate::shape::Shape;

/// The responses to the requests of one endpoint by class and status, in order of first sight. Shapes are not settled yet.
pub(super) fn responses(requests: &[&Endpoint]) -> Vec<ResponseTypes> {
    let mut groups: IndexMap<(AnswerClass, Option<u16>), ResponseTypes> = IndexMap::new();
    let answers = requests.iter().flat_map(|request| {
        request.answers.iter().enumerate().map(|answer| (request.index, answer))
    });
    for (request, (position, answer)) in answers {
        let group = groups.entry((answer.class, answer.status)).or_insert_with(|| ResponseTypes {
            class: answer.class,
            status: answer.status,
            answers: Vec::new(),
            body: ResponseShape::default(),
            shared_error: false,
            rule: Rule::NotJson,
        });
        group.answers.push(AnswerAt { request, position });
        group.body.join(body(answer));
    }
    let mut responses: Vec<ResponseTypes> = groups.into_values().collect();
    for response in &mut responses {
        response.rule = rule(&response.body);
    }
    responses
}

/// Whether the response is one that tells of an error.
pub(super) fn is_error(class: AnswerClass) -> bool {
    matches!(class, AnswerClass::Error | AnswerClass::Default)
}

fn rule(body: &ResponseShape) -> Rule {
    match &body.json {
        Some(shape) if shape.samples.0 > 0 => Rule::JsonSamples,
        None if body.text || body.binary => Rule::NotJson,
        _ => Rule::NoSample,
    }
}

impl ResponseShape {
    /// Takes in what the other one knows.
    pub fn join(&mut self, other: ResponseShape) {
        match (&mut self.json, other.json) {
            (Some(mine), Some(theirs)) => mine.join(&theirs),
            (None, theirs) => self.json = theirs,
            (Some(_), None) => {}
        }
        self.stream |= other.stream;
        self.text |= other.text;
        self.binary |= other.binary;
        self.empty |= other.empty;
    }
}

/// What the body of one response is.
fn body(answer: &Answer) -> ResponseShape {
    let text = answer
        .body
        .as_deref()
        .map(|body| body.trim_start_matches('\u{feff}').trim())
        .unwrap_or_default();
    let media_type = answer.media_type.as_deref().unwrap_or_default();
    let kind = MediaKind::of(media_type);
    if Framing::of(content_type(answer).unwrap_or(media_type)).is_some() {
        return stream(answer);
    }
    if text.is_empty() {
        return nothing(answer, kind);
    }
    match hints::placeholder(text) {
        Some(Placeholder::Binary) => {
            return ResponseShape { binary: true, ..ResponseShape::default() };
        }
        Some(named) if kind != MediaKind::Json && named.is_text() => return a_text(),
        Some(named) => return json(Shape::of_placeholder(named)),
        None => {}
    }
    match Json::parse(text) {
        Ok(value) if kind != MediaKind::Text || is_composed(&value) => json(Shape::of(&value)),
        _ if kind == MediaKind::Binary => {
            ResponseShape { binary: true, ..ResponseShape::default() }
        }
        _ => a_text(),
    }
}

/// A sequence of items, which all have one type: JSON, unless an item is not.
fn stream(answer: &Answer) -> ResponseShape {
    let content_type = content_type(answer).or(answer.media_type.as_deref());
    let body = answer.body.as_deref().unwrap_or_default();
    let items = frames::all(content_type, body.as_bytes());
    let mut found = ResponseShape { stream: true, ..ResponseShape::default() };
    for item in items.iter().filter(|item| item.data != b"[DONE]") {
        match std::str::from_utf8(&item.data).ok().and_then(|text| Json::parse(text).ok()) {
            Some(value) => found.join(json(Shape::of(&value))),
            None => found.text = true,
        }
    }
    found
}

fn content_type(answer: &Answer) -> Option<&str> {
    let mut headers = answer.headers.iter();
    let found = headers.find(|(name, ..)| name.eq_ignore_ascii_case("content-type"));
    found.map(|(_, value, ..)| value.as_str())
}

/// What a response without a body is.
fn nothing(answer: &Answer, kind: MediaKind) -> ResponseShape {
    let empty = ResponseShape { empty: true, ..ResponseShape::default() };
    let without_content = matches!(answer.status, Some(204 | 205 | 304));
    match declared(answer) {
        // JSON was sent, or would have been: of what form, nobody knows.
        true if !without_content && kind == MediaKind::Json => {
            ResponseShape { json: Some(Shape::default()), ..empty }
        }
        true if !without_content && kind == MediaKind::Binary => {
            ResponseShape { binary: true, ..empty }
        }
        _ => empty,
    }
}

/// A header declares the type. (Where none does, the media type is a guess from how Postman shows the body.)
fn declared(answer: &Answer) -> bool {
    answer.headers.iter().any(|(name, ..)| name.eq_ignore_ascii_case("content-type"))
}

fn json(shape: Shape) -> ResponseShape {
    ResponseShape { json: Some(shape), ..ResponseShape::default() }
}

fn a_text() -> ResponseShape {
    ResponseShape { text: true, ..ResponseShape::default() }
}

/// An object or a list.
fn is_composed(value: &Json) -> bool {
    matches!(value, Json::List(_) | Json::Object(_))
}

/// What a media type says of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MediaKind {
    Json,
    Text,
    Binary,
    Unknown,
}

impl MediaKind {
    fn of(media_type: &str) -> MediaKind {
        let name = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let (kind, subtype) = name.split_once('/').unwrap_or((&name, ""));
        match (kind, subtype) {
            ("application" | "text", "json") | ("json", "") => MediaKind::Json,
            (_, subtype) if subtype.ends_with("+json") => MediaKind::Json,
            (_, subtype) if subtype.ends_with("+xml") => MediaKind::Text,
            ("text", _) | ("html" | "xml" | "plain", "") => MediaKind::Text,
            (
                "application",
                "xml" | "javascript" | "yaml" | "x-yaml" | "x-ndjson" | "sql" | "graphql",
            ) => MediaKind::Text,
            ("image" | "audio" | "video" | "font", _)
            | ("application", "pdf" | "octet-stream" | "zip" | "gzip") => MediaKind::Binary,
            ("application", subtype)
                if subtype.starts_with("vnd.openxml") || subtype.starts_with("vnd.ms-") =>
            {
                MediaKind::Binary
            }
            _ => MediaKind::Unknown,
        }
    }
}
