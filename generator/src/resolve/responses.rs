//! Saved responses: what each of them is.

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::api::{Answer, AnswerClass};
use crate::diagnostics::Kind;
use crate::json::lenient::{self, Fault, Mended};
use crate::postman::{Collection, Item, Request, RequestItem, Response};
use crate::resolve::context::Context;
use crate::resolve::request::body::json;
use crate::resolve::request::evidence::{is_security, query_entries};
use crate::resolve::secrets::scope::{Scope, View};
use crate::resolve::text::text_of;

/// The body of a saved response.
pub(crate) struct Body {
    /// The body.
    text: Arc<str>,
    json: Validity,
}

/// Whether a body is JSON.
enum Validity {
    Valid,
    /// It was not until this fault was corrected.
    Mended(Fault),
    /// The parser's error.
    Invalid(String),
}

impl Body {
    fn new(scope: &Scope, response: &Response, saved: &Arc<str>) -> Body {
        let (mended, json) = match crate::json::check(saved) {
            Ok(()) => (None, Validity::Valid),
            Err(error) => match mended(scope, response, saved) {
                Some(mended) => (Some(mended.text), Validity::Mended(mended.fault)),
                None => (None, Validity::Invalid(error.to_string())),
            },
        };
        let text = mended.map_or_else(|| saved.clone(), Arc::from);
        Body { json, text }
    }
}

/// The body as valid JSON, if a person would read it as JSON and nothing declares it to be something else.
fn mended(scope: &Scope, response: &Response, saved: &str) -> Option<Mended> {
    const OTHERS: [&str; 6] = ["html", "xml", "javascript", "css", "ndjson", "event-stream"];
    let declared = response.headers.iter().find(|header| {
        header.key.as_deref().is_some_and(|key| key.eq_ignore_ascii_case("content-type"))
    });
    let declared = declared.and_then(|header| header.value.as_ref()).map(text_of);
    if declared.is_some_and(|declared| OTHERS.iter().any(|other| declared.contains(other))) {
        return None;
    }
    lenient::mend(saved, &|variable| json::bare(scope, variable))
}

/// The bodies of the saved responses of each request, in collection order. They are most of a collection, and independent of
/// each other.
pub(crate) fn bodies(collection: &Collection, scope: &Scope) -> Vec<Vec<Option<Body>>> {
    let mut items = Vec::new();
    collect(&collection.items, &mut items);
    let of_item = |item: &&RequestItem| {
        item.responses
            .iter()
            .map(|response| Some(Body::new(scope, response, response.body.as_ref()?)))
            .collect()
    };
    items.par_iter().map(of_item).collect()
}

fn collect<'a>(items: &'a [Item], found: &mut Vec<&'a RequestItem>) {
    for item in items {
        match item {
            Item::Folder(folder) => collect(&folder.items, found),
            Item::Request(item) => found.push(item),
        }
    }
}

/// The saved responses of an item, with their [`bodies`].
pub(crate) fn resolve(
    context: &mut Context<'_>,
    item: &RequestItem,
    bodies: Vec<Option<Body>>,
) -> Vec<Answer> {
    let uncoded = if item.responses.iter().any(|response| response.code.is_some()) {
        AnswerClass::Default
    } else {
        AnswerClass::Success
    };
    let is_json = |body: &Option<Body>| {
        body.as_ref().is_some_and(|body| !matches!(body.json, Validity::Invalid(_)))
    };
    let valid: Vec<bool> = bodies.iter().map(is_json).collect();
    let responses = item.responses.iter().zip(bodies);
    let mut answers: Vec<Answer> =
        responses.map(|(response, body)| answer(context, response, body, uncoded)).collect();
    mark_mislabelled(context, &mut answers);
    mark_unreadable(&mut answers, &valid);
    answers
}

/// Name, value and description.
type Header = (String, String, Option<String>);

/// One response; `uncoded` is what a response without a code is beside the others of its item.
fn answer(
    context: &mut Context<'_>,
    response: &Response,
    body: Option<Body>,
    uncoded: AnswerClass,
) -> Answer {
    let headers = headers(response);
    let media_type = media_type(&headers, response.language.as_deref());
    let claims_json = media_type.as_deref().is_some_and(is_json);
    match body.as_ref().map(|body| &body.json) {
        Some(Validity::Mended(fault)) => {
            context.note(Kind::ResponseMended { fault: fault.to_string() }, &response.place);
        }
        Some(Validity::Invalid(problem)) if claims_json && !is_blank(&body) => {
            let problem = problem.clone();
            context.note(Kind::ResponseNotJson { problem }, &response.place);
        }
        _ => {}
    }
    Answer {
        id: response.id.clone(),
        query: response
            .original
            .as_ref()
            .map(|request| query(context, request))
            .unwrap_or_default(),
        name: response.name.clone().unwrap_or_default(),
        status: response.code,
        reason: response.status.clone(),
        class: response.code.map_or(uncoded, class),
        headers,
        body: body.map(|body| body.text),
        media_type,
        place: response.place.clone(),
    }
}

/// The headers.
fn headers(response: &Response) -> Vec<Header> {
    let sent = response.headers.iter().filter(|header| !header.disabled);
    let headers = sent.filter_map(|header| {
        let key = header.key.clone()?;
        let value = header.value.as_ref().map(text_of).unwrap_or_default();
        Some((key, value, header.description.clone()))
    });
    headers.collect()
}

/// The query of the request that a response answers.
fn query(context: &Context<'_>, request: &Request) -> Vec<(String, Option<String>)> {
    let pairs = query_entries(request)
        .into_iter()
        .filter(|entry| !entry.disabled && !is_security(entry.description.as_deref()));
    let pairs = pairs.filter_map(|entry| {
        let key = context.scope.fill(entry.key.as_deref()?, View::Sample);
        let value =
            entry.value.as_ref().map(|value| context.scope.fill(&text_of(value), View::Sample));
        Some((key, value))
    });
    pairs.collect()
}

fn class(code: u16) -> AnswerClass {
    match code {
        200..=299 => AnswerClass::Success,
        300..=399 => AnswerClass::Redirect,
        400..=599 => AnswerClass::Error,
        _ => AnswerClass::Odd,
    }
}

/// Sets aside each response that claims to be JSON and is not, if another one of its status is: it says nothing about
/// the type. `valid` says which are JSON.
fn mark_unreadable(answers: &mut [Answer], valid: &[bool]) {
    let claims = |answer: &Answer| {
        answer.media_type.as_deref().is_some_and(is_json)
            && answer.body.as_deref().is_some_and(|body| !body.trim().is_empty())
    };
    let group = |answer: &Answer| (answer.class, answer.status);
    let good: HashSet<_> = answers
        .iter()
        .zip(valid)
        .filter(|(answer, valid)| **valid && claims(answer))
        .map(|(answer, _)| group(answer))
        .collect();
    for (answer, valid) in answers.iter_mut().zip(valid) {
        if !valid && claims(answer) && good.contains(&group(answer)) {
            answer.class = AnswerClass::Unreadable;
        }
    }
}

fn is_blank(body: &Option<Body>) -> bool {
    body.as_ref().is_none_or(|body| body.text.trim().is_empty())
}

/// A success without JSON is none when its name says that it is an error.
fn mark_mislabelled(context: &mut Context<'_>, answers: &mut [Answer]) {
    for answer in answers {
        let is_empty = |body: &str| body.trim().is_empty() || crate::json::check(body).is_err();
        if let (AnswerClass::Success, Some(status)) = (answer.class, answer.status)
            && is_error_name(&answer.name)
            && answer.body.as_deref().is_none_or(is_empty)
        {
            answer.class = AnswerClass::Mislabelled;
            let place = answer.place.clone();
            context.note(Kind::MislabelledResponse { status }, &place);
        }
    }
}

/// Whether a name begins with an error code: `**Error Code:** …`, `Error 300`.
fn is_error_name(name: &str) -> bool {
    let name = name.trim_start_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    name.starts_with("error") && !name.starts_with("errors ")
}

/// The media type: of the header, else of the preview language.
fn media_type(headers: &[Header], language: Option<&str>) -> Option<String> {
    let header = headers
        .iter()
        .find(|(name, value, _)| name.eq_ignore_ascii_case("content-type") && !value.is_empty());
    let by_language = || {
        let media_type = match language? {
            "json" => "application/json",
            "xml" => "application/xml",
            "html" => "text/html",
            "javascript" => "application/javascript",
            "text" | "plain" => "text/plain",
            _ => return None,
        };
        Some(media_type.to_owned())
    };
    header.map(|(_, value, _)| value.clone()).or_else(by_language)
}

/// Whether a media type is JSON.
fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or(media_type).trim().to_ascii_lowercase();
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
}
