//! What the JSON of a request and of its saved responses says about whether two requests are one endpoint.

use indexmap::IndexMap;

use crate::api::{AnswerClass, Body, Endpoint, JsonBody};
use crate::json::Json;
use crate::shape::Shape;

/// The shapes of what an endpoint sends and gets, joined over its requests so far.
#[derive(Debug, Default)]
pub(super) struct Known {
    body: Shape,
    procedure: Option<String>,
    answers: IndexMap<(AnswerClass, Option<u16>), Shape>,
}

impl Known {
    /// What one request says.
    pub(super) fn of(endpoint: &Endpoint) -> Known {
        let mut known = Known::default();
        match &endpoint.body {
            Body::Json(body) => {
                known.procedure =
                    body.samples.iter().find_map(|sample| procedure(&Json::parse(sample).ok()?));
                absorb(&mut known.body, body);
            }
            Body::Graphql(graphql) => {
                graphql.variables.iter().for_each(|variables| absorb(&mut known.body, variables))
            }
            _ => {}
        }
        for answer in &endpoint.answers {
            if let Some(json) =
                answer.body.as_deref().and_then(|body| Json::parse(body.trim()).ok())
            {
                known.answers.entry((answer.class, answer.status)).or_default().absorb(&json, &[]);
            }
        }
        known
    }

    /// Takes in what another request says, when it may be of the same endpoint. Whether it was taken in.
    pub(super) fn join_like(&mut self, other: &Known) -> bool {
        let objects = self.body.object.as_ref().zip(other.body.object.as_ref());
        let bodies = self.procedure == other.procedure
            && self.body.is_like(&other.body)
            && objects.is_none_or(|(mine, theirs)| mine.is_near(theirs));
        let answers = other.answers.iter().all(|(status, theirs)| {
            self.answers.get(status).is_none_or(|mine| mine.is_like(theirs))
        });
        if bodies && answers {
            self.body.join(&other.body);
            other
                .answers
                .iter()
                .for_each(|(status, theirs)| self.answers.entry(*status).or_default().join(theirs));
        }
        bodies && answers
    }
}

/// The procedure that a JSON-RPC body calls: another one is another endpoint.
fn procedure(body: &Json) -> Option<String> {
    let Json::Object(members) = body else { return None };
    let member = |name: &str| members.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    let Some(Json::Text(method)) = member("method") else { return None };
    (member("jsonrpc").is_some() || member("params").is_some()).then(|| method.to_string())
}

fn absorb(shape: &mut Shape, body: &JsonBody) {
    for json in body.samples.iter().filter_map(|sample| Json::parse(sample).ok()) {
        shape.absorb(&json, &body.open);
    }
}
