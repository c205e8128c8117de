//! What an endpoint is about, read from its path.

use std::collections::HashMap;
use std::sync::Arc;

use crate::api::{Api, Body, Endpoint, PathPiece};
use crate::hints::plural::singular;

/// The nouns in the singular that say what an endpoint is about: `task` for `/boards/:id/tasks` and `/tasks/:id`; `move` and
/// `task` for `/tasks/:id/move`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resources(pub(super) Arc<Vec<String>>);

impl Resources {
    /// Nothing is known.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The noun that says most.
    pub fn first(&self) -> &str {
        self.0.first().map(String::as_str).unwrap_or_default()
    }

    /// Both are about one thing.
    pub(super) fn meet(&self, other: &Resources) -> bool {
        self.0.iter().any(|noun| other.0.contains(noun))
    }
}

/// As many requests with one method and path are several procedures behind one address.
const PROCEDURES: usize = 3;

/// For each endpoint, what it is about. Paths that several procedures share (GraphQL, JSON-RPC, SOAP) say nothing.
pub fn resources(api: &Api) -> Vec<Resources> {
    let segments: Vec<Vec<Segment<'_>>> = api.endpoints.iter().map(segments).collect();
    let mut counts: HashMap<(&str, &[Segment<'_>]), usize> = HashMap::new();
    let all = || api.endpoints.iter().zip(&segments);
    for (endpoint, segments) in all().filter(|(endpoint, _)| endpoint.preset_of.is_none()) {
        *counts.entry((&endpoint.method, segments)).or_default() += 1;
    }
    let found = all().map(|(endpoint, segments)| {
        let shared = counts.get(&(endpoint.method.as_str(), segments.as_slice())).copied();
        let says_nothing = matches!(endpoint.body, Body::Graphql(_));
        if says_nothing || shared.unwrap_or_default() >= PROCEDURES {
            return Resources::default();
        }
        Resources(Arc::new(nouns(segments)))
    });
    found.collect()
}

/// A segment of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Segment<'a> {
    Text(&'a str),
    Variable,
}

fn segments(endpoint: &Endpoint) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    for piece in &endpoint.path {
        match piece {
            PathPiece::Parameter(_) | PathPiece::Location(_) => segments.push(Segment::Variable),
            PathPiece::Text(text) => {
                let path = text.split('?').next().unwrap_or_default();
                let parts = path.split('/').filter(|part| !part.is_empty());
                segments.extend(parts.map(|part| match part.as_bytes() {
                    [b':' | b'{' | b'<' | b'%', ..] => Segment::Variable,
                    bytes if bytes.iter().all(u8::is_ascii_digit) => Segment::Variable,
                    _ => Segment::Text(part),
                }));
            }
        }
    }
    segments
}

/// The last noun, and the one before the last variable if a word stands behind it.
fn nouns(segments: &[Segment<'_>]) -> Vec<String> {
    let text = |segment: &Segment<'_>| match segment {
        Segment::Text(text) => Some(text.trim_end_matches(".json").to_ascii_lowercase()),
        Segment::Variable => None,
    };
    let last = segments.iter().rposition(|segment| matches!(segment, Segment::Text(_)));
    let Some(last) = last else { return Vec::new() };
    let mut nouns: Vec<String> = text(&segments[last]).into_iter().collect();
    if last >= 2 && segments[last - 1] == Segment::Variable && last + 1 == segments.len() {
        nouns.extend(text(&segments[last - 2]));
    }
    nouns.iter().map(|noun| singular(noun)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(path: &str) -> Vec<String> {
        let piece = PathPiece::Text(path.to_owned());
        nouns(&segments(&Endpoint { path: vec![piece], ..Endpoint::default() }))
    }

    #[test]
    fn the_last_nouns_of_a_path_say_what_it_is_about() {
        assert_eq!(about("/boards/:id/tasks"), ["task", "board"]);
        assert_eq!(about("/v1/tasks/:id"), ["task"]);
        assert_eq!(about("/tasks/{id}/move"), ["move", "task"]);
        assert_eq!(about("/tasks/search"), ["search"]);
        assert_eq!(about("/:id"), Vec::<String>::new());
        assert_eq!(about(""), Vec::<String>::new());
    }
}
