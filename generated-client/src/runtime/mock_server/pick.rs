// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Chooses the saved response for a request.

use super::saved::{Saved, SavedRequest, SavedResponse};
use http::HeaderMap;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;
use std::cmp::Reverse;

/// A key of a query, and its value.
type Pair<'a> = (Cow<'a, [u8]>, Cow<'a, [u8]>);

/// The parts of a request that matter for the choice.
pub(super) struct Wanted<'a> {
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    query: Vec<Pair<'a>>,
    headers: &'a HeaderMap,
}

impl<'a> Wanted<'a> {
    pub(super) fn of(head: &'a http::request::Parts) -> Self {
        let query = head
            .uri
            .query()
            .into_iter()
            .flat_map(|query| query.split('&'))
            .filter(|pair| !pair.is_empty());
        let pairs = query.map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(key), decoded(value))
        });
        Wanted {
            method: head.method.as_str(),
            path: head.uri.path(),
            query: pairs.collect(),
            headers: &head.headers,
        }
    }

    /// Whether the request's headers select this response, or do not select any.
    fn admits(&self, response: &SavedResponse) -> bool {
        let is = |name: &str, own: &str| {
            self.headers.get(name).is_none_or(|value| value.as_bytes() == own.as_bytes())
        };
        is("x-mock-response-id", &response.id)
            && is("x-mock-response-name", &response.name)
            && is("x-mock-response-code", &response.status.to_string())
    }

    /// Returns how much of a response's query the request's query contains.
    fn likeness(&self, response: &SavedResponse) -> i64 {
        let points = response.query.iter().map(|(key, value)| {
            let same_key = || self.query.iter().filter(|(own, _)| **own == *key.as_bytes());
            let wanted = value.as_deref().unwrap_or_default().as_bytes();
            match (same_key().next(), same_key().any(|(_, own)| **own == *wanted)) {
                (None, _) => -1,
                (Some(_), false) => 1,
                (Some(_), true) => 2,
            }
        });
        points.sum()
    }
}

impl Saved {
    /// Returns the best match. The first of equal matches wins.
    pub(super) fn pick(&self, wanted: &Wanted<'_>) -> Option<&SavedResponse> {
        let by_path =
            self.0.iter().filter_map(|request| Some((request.nearness(wanted)?, request)));
        let all = by_path.flat_map(|(nearness, request)| {
            request.responses.iter().map(move |response| (nearness, response))
        });
        let admitted = all.filter(|(_, response)| wanted.admits(response));
        let (_, response) = admitted.min_by_key(|(nearness, response)| {
            (Reverse(*nearness), response.class != "success", Reverse(wanted.likeness(response)))
        })?;
        Some(response)
    }
}

impl SavedRequest {
    /// Returns how many characters of the path match the pattern literally, if it matches.
    fn nearness(&self, wanted: &Wanted<'_>) -> Option<usize> {
        if self.method != wanted.method {
            return None;
        }
        self.paths.iter().filter_map(|pattern| fit(pattern, wanted.path)).max()
    }
}

/// Returns how many characters of the path match the pattern literally, or `None` if it does not
/// match.
fn fit(pattern: &str, path: &str) -> Option<usize> {
    let mut patterns = pattern.trim_start_matches('/').split('/');
    let mut segments = path.trim_start_matches('/').split('/');
    let mut letters = 0;
    loop {
        match (patterns.next(), segments.next()) {
            (None, None) => return Some(letters),
            (Some(pattern), Some(segment)) => letters += fit_segment(pattern, &decoded(segment))?,
            _ => return None,
        }
    }
}

/// Does the same for a segment. Each `{}` matches at least one character.
fn fit_segment(pattern: &str, segment: &[u8]) -> Option<usize> {
    let mut literals = pattern.split("{}").map(decoded);
    let first = literals.next()?;
    let mut rest = segment.strip_prefix(&*first)?;
    let mut letters = first.len();
    let mut literals = literals.peekable();
    if literals.peek().is_none() && !rest.is_empty() {
        return None;
    }
    while let Some(literal) = literals.next() {
        letters += literal.len();
        let last = literals.peek().is_none();
        let at = (1..=rest.len()).find(|&at| {
            rest[at..].starts_with(&literal) && (!last || rest.len() == at + literal.len())
        })?;
        rest = &rest[at + literal.len()..];
    }
    Some(letters)
}

fn decoded(text: &str) -> Cow<'_, [u8]> {
    percent_decode_str(text).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        assert_eq!(fit("/users/{}", "/users/me"), Some(5));
        assert_eq!(fit("/users/me", "/users/me"), Some(7));
        assert_eq!(fit("/users/{}", "/users/a%2Fb"), Some(5));
        assert_eq!(fit("/a%20b/{}.json", "/a%20b/17.json"), Some(8));
        assert_eq!(fit("/{}:{}", "/a:b"), Some(1));
        assert_eq!(fit("", "/"), Some(0));
        for (pattern, path) in [
            ("/users/{}", "/users/"),
            ("/users/{}", "/users/a/b"),
            ("/users", "/users/"),
            ("/{}.json", "/a.xml"),
        ] {
            assert_eq!(fit(pattern, path), None, "{pattern} {path}");
        }
    }
}
