//! What the mock server answers, and what the tests of the saved responses read.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::api::{Answer, AnswerClass, Api, Endpoint, PathPiece, Saved};
use crate::hints::samples;
use crate::lower::output;
use crate::rust::{SavedRequest, SavedResponse};

/// Headers that describe how a body travelled, and not how it is saved.
const OF_THE_WIRE: [&str; 8] = [
    "connection",
    "content-encoding",
    "content-length",
    "keep-alive",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "content-md5",
];

/// The saved responses of each request that has any.
pub fn data(api: &Api) -> Vec<SavedRequest> {
    let mut taken = HashSet::new();
    let ids: Vec<Vec<String>> =
        api.endpoints.iter().map(|endpoint| ids(endpoint, &mut taken)).collect();
    let requests = api.endpoints.par_iter().zip(&ids);
    requests.filter_map(|(endpoint, ids)| request(endpoint, ids)).collect()
}

/// What each answer is called: its own identifier, unless an earlier answer has it.
fn ids<'a>(endpoint: &'a Endpoint, taken: &mut HashSet<&'a str>) -> Vec<String> {
    // what looks like one of ours could be taken for it
    let is_ours =
        |id: &str| id.contains('.') && id.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let is_id =
        |id: &str| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_graphic()) && !is_ours(id);
    let ids =
        endpoint.answers.iter().enumerate().map(|(position, answer)| match answer.id.as_deref() {
            Some(id) if status(answer).is_some() && is_id(id) && taken.insert(id) => id.to_owned(),
            _ => format!("{}.{position}", endpoint.index),
        });
    ids.collect()
}

fn request(endpoint: &Endpoint, ids: &[String]) -> Option<SavedRequest> {
    let answers = endpoint.answers.iter().zip(ids);
    let responses: Vec<SavedResponse> =
        answers.filter_map(|(answer, id)| response(endpoint, answer, id)).collect();
    let (index, method) = (endpoint.index, endpoint.method.clone());
    (!responses.is_empty()).then(|| SavedRequest {
        index,
        method,
        paths: paths(endpoint),
        responses,
    })
}

/// The path with `{}` for its arguments; then as it is saved, when an argument holds several segments.
fn paths(endpoint: &Endpoint) -> Vec<String> {
    let (mut pattern, mut saved) = (String::new(), String::new());
    let mut is_long = false;
    for piece in &endpoint.path {
        match piece {
            PathPiece::Text(text) => {
                [&mut pattern, &mut saved].into_iter().for_each(|path| path.push_str(text))
            }
            PathPiece::Parameter(parameter) | PathPiece::Location(parameter) => {
                pattern.push_str("{}");
                let value = parameter
                    .samples
                    .first()
                    .filter(|_| matches!(parameter.saved.first(), Some(Saved::Text(_))));
                let value = value.map_or("{}", String::as_str);
                is_long |= value.contains('/');
                saved.push_str(value);
            }
        }
    }
    if is_long { vec![pattern, saved] } else { vec![pattern] }
}

/// The status that a server can give.
fn status(answer: &Answer) -> Option<u16> {
    // OpenAPI's `default` is an error as a rule
    let status =
        answer.status.unwrap_or(if answer.class == AnswerClass::Default { 500 } else { 200 });
    (200..1000).contains(&status).then_some(status)
}

/// A response; none when no server can give it.
fn response(endpoint: &Endpoint, answer: &Answer, id: &str) -> Option<SavedResponse> {
    let status = status(answer)?;
    let body = answer.body.as_ref().filter(|_| !output::is_bodiless(endpoint, Some(status)));
    Some(SavedResponse {
        id: id.to_owned(),
        name: answer.name.clone(),
        status,
        class: class(answer.class),
        headers: headers(answer),
        query: answer.query.clone(),
        body: body.map(samples::shared).unwrap_or_default(),
    })
}

fn headers(answer: &Answer) -> Vec<(String, String)> {
    let kept = answer
        .headers
        .iter()
        .filter(|(name, _, _)| !OF_THE_WIRE.contains(&name.to_ascii_lowercase().as_str()));
    let mut headers: Vec<(String, String)> =
        kept.map(|(name, value, _)| (name.clone(), value.clone())).collect();
    // an empty type says nothing: what the preview takes the body for stands in its place
    headers.retain(|(name, value)| !name.eq_ignore_ascii_case("content-type") || !value.is_empty());
    if let Some(media_type) = &answer.media_type
        && !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type"))
    {
        headers.push(("Content-Type".to_owned(), media_type.clone()));
    }
    headers
}

fn class(class: AnswerClass) -> &'static str {
    match class {
        AnswerClass::Success => "success",
        AnswerClass::Redirect => "redirect",
        AnswerClass::Error => "error",
        AnswerClass::Mislabelled => "mislabelled",
        AnswerClass::Unreadable => "unreadable",
        AnswerClass::Default => "default",
        AnswerClass::Odd => "odd",
    }
}
