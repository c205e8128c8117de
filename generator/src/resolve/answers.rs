//! Saved responses: what each of them is.

use super::body::json;
use super::context::Context;
use super::evidence::{is_security, query_entries};
use super::scope::View;
use super::text::text_of;
use super::{Secrets, scope};
use crate::api::{Answer, AnswerClass};
use crate::diagnostics::Kind;
use crate::postman::{Request, RequestItem, Response};

/// The saved responses of an item.
pub(super) fn resolve(context: &mut Context<'_>, item: &RequestItem) -> Vec<Answer> {
    let uncoded = if item.responses.iter().any(|response| response.code.is_some()) { AnswerClass::Default } else { AnswerClass::Success };
    let mut answers: Vec<Answer> = item.responses.iter().map(|response| answer(context, response, uncoded)).collect();
    mark_mislabelled(context, &mut answers);
    answers
}

/// Name, value and description.
type Header = (String, String, Option<String>);

/// One response; `uncoded` is what a response without a code is beside the others of its item.
fn answer(context: &mut Context<'_>, response: &Response, uncoded: AnswerClass) -> Answer {
    let headers = headers(context, response);
    let media_type = media_type(&headers, response.language.as_deref());
    let claims_json = media_type.as_deref().is_some_and(is_json);
    let body = response.body.as_deref().map(|body| redact_body(context.scope.judgement(), body));
    if claims_json && body.as_deref().is_some_and(|body| !body.trim().is_empty() && crate::json::check(body).is_err()) {
        context.note(Kind::ResponseNotJson, &response.place);
    }
    if body != response.body || headers.iter().any(|header| !is_shown(response, header)) {
        context.note(Kind::SecretReplaced { what: "saved response" }, &response.place);
    }
    Answer {
        id: response.id.clone(),
        query: response.original.as_ref().map(|request| query(context, request)).unwrap_or_default(),
        name: response.name.clone().unwrap_or_default(),
        status: response.code,
        reason: response.status.clone(),
        class: response.code.map_or(uncoded, class),
        headers,
        body,
        media_type,
        place: response.place.clone(),
    }
}

/// Whether a header is as it is saved.
fn is_shown(response: &Response, (key, value, _): &Header) -> bool {
    let saved = response.headers.iter().filter(|header| header.key.as_ref() == Some(key));
    saved.map(|header| header.value.as_ref().map(text_of).unwrap_or_default()).any(|saved| saved == *value)
}

/// The headers, secrets replaced.
fn headers(context: &Context<'_>, response: &Response) -> Vec<Header> {
    let sent = response.headers.iter().filter(|header| !header.disabled);
    let headers = sent.filter_map(|header| {
        let key = header.key.clone()?;
        let value = header.value.as_ref().map(text_of).unwrap_or_default();
        Some((key.clone(), scope::redact(context.scope.judgement(), &key, &value), header.description.clone()))
    });
    headers.collect()
}

/// The query of the request that a response answers.
fn query(context: &Context<'_>, request: &Request) -> Vec<(String, Option<String>)> {
    let pairs = query_entries(request).into_iter().filter(|entry| !entry.disabled && !is_security(entry.description.as_deref()));
    let pairs = pairs.filter_map(|entry| {
        let key = context.scope.fill(entry.key.as_deref()?, View::Sample);
        let value = entry
            .value
            .as_ref()
            .map(|value| context.scope.fill(&scope::redact(context.scope.judgement(), &key, &text_of(value)), View::Sample));
        Some((key, value))
    });
    pairs.collect()
}

/// A body whose secrets have been replaced by harmless values.
fn redact_body(judgement: &Secrets, body: &str) -> String {
    let redacted = if body.trim_start().starts_with(['{', '[', '"']) {
        json::redact(judgement, body)
    } else {
        scope::replace_tokens(body, &mut crate::hints::secrets::stand_in)
    };
    redacted.unwrap_or_else(|| body.to_owned())
}

fn class(code: u16) -> AnswerClass {
    match code {
        200..=299 => AnswerClass::Success,
        300..=399 => AnswerClass::Redirect,
        400..=599 => AnswerClass::Error,
        _ => AnswerClass::Odd,
    }
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
    let header = headers.iter().find(|(name, value, _)| name.eq_ignore_ascii_case("content-type") && !value.is_empty());
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
