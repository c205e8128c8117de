//! Whether a request takes the parameters of an earlier one, and its own parameters put into the order of that one.

use crate::api::{Body, Endpoint, Header, HeaderRole, Multipart, Parameter, Part};
use crate::hints;

/// The parts of a request that hold parameters: those of the first request, with the values of the later one.
#[derive(Debug)]
pub(super) struct Aligned {
    pub(super) query: Vec<Parameter>,
    pub(super) headers: Vec<Header>,
    pub(super) body: Body,
}

/// The parameters of `request` as those of `first`; `None` when they do not agree.
pub(super) fn align(first: &Endpoint, request: &Endpoint) -> Option<Aligned> {
    let same = (&first.settings, first.bare_query, &first.content_type);
    if same != (&request.settings, request.bare_query, &request.content_type) {
        return None;
    }
    Some(Aligned {
        query: parameters(&first.query, &request.query)?,
        headers: in_order(&first.headers, &request.headers, are_one_header, blank_header)?,
        body: body(&first.body, &request.body)?,
    })
}

/// The entries of `later` at the places of those of `first` that they match. A place that none matches gets a blank, if it
/// may have one.
fn in_order<T: Clone>(
    first: &[T],
    later: &[T],
    same: fn(&T, &T) -> bool,
    blank: fn(&T) -> Option<T>,
) -> Option<Vec<T>> {
    let mut later = later.iter().peekable();
    let placed: Option<Vec<T>> = first
        .iter()
        .map(|place| later.next_if(|entry| same(place, entry)).cloned().or_else(|| blank(place)))
        .collect();
    placed.filter(|_| later.peek().is_none())
}

fn parameters(first: &[Parameter], later: &[Parameter]) -> Option<Vec<Parameter>> {
    in_order(first, later, are_one_parameter, blank_parameter)
}

/// The later one repeats its key only where the first does, and is sent where the first has to be.
fn are_one_parameter(first: &Parameter, later: &Parameter) -> bool {
    let repeats = first.saved.len() > 1;
    first.name == later.name
        && (repeats || later.saved.len() <= 1)
        && (!is_required(first) || !later.saved.is_empty())
}

fn is_required(parameter: &Parameter) -> bool {
    !parameter.saved.is_empty() && parameter.description.as_deref().is_some_and(hints::is_required)
}

/// A parameter that is not sent, in the place of one that need not be.
fn blank_parameter(first: &Parameter) -> Option<Parameter> {
    let blank = || Parameter { saved: Vec::new(), samples: Vec::new(), ..first.clone() };
    (!is_required(first)).then(blank)
}

/// A header that is always sent has to be sent as it is.
fn are_one_header(first: &Header, later: &Header) -> bool {
    let fixed = first.role == HeaderRole::Fixed;
    first.role == later.role
        && are_one_parameter(&first.parameter, &later.parameter)
        && (!fixed || first.parameter.saved == later.parameter.saved)
}

fn blank_header(first: &Header) -> Option<Header> {
    let parameter =
        blank_parameter(&first.parameter).filter(|_| first.role == HeaderRole::Argument)?;
    Some(Header { parameter, role: first.role })
}

fn body(first: &Body, later: &Body) -> Option<Body> {
    match (first, later) {
        (Body::Empty, Body::Empty) | (Body::File(_), Body::File(_)) => Some(later.clone()),
        (Body::Json(one), Body::Json(other)) => {
            (one.saved.is_some() == other.saved.is_some()).then(|| later.clone())
        }
        (Body::Text(one), Body::Text(other)) => {
            (one.saved == other.saved && one.language == other.language).then(|| later.clone())
        }
        (Body::Urlencoded(one), Body::Urlencoded(other)) => {
            parameters(one, other).map(Body::Urlencoded)
        }
        (Body::Multipart(one), Body::Multipart(other)) if one.boundary == other.boundary => {
            let parts = in_order(&one.parts, &other.parts, are_one_part, blank_part)?;
            Some(Body::Multipart(Multipart { boundary: other.boundary.clone(), parts }))
        }
        (Body::Graphql(one), Body::Graphql(other)) => {
            let same = one.query == other.query
                && one.operation == other.operation
                && one.empty == other.empty;
            (same && one.variables.is_some() == other.variables.is_some()).then(|| later.clone())
        }
        _ => None,
    }
}

fn are_one_part(first: &Part, later: &Part) -> bool {
    match (first, later) {
        (
            Part::Text { parameter: one, content_type: ours },
            Part::Text { parameter: other, content_type: theirs },
        ) => are_one_parameter(one, other) && ours == theirs,
        (
            Part::File { parameter: one, files: ours, .. },
            Part::File { parameter: other, files: theirs, .. },
        ) => {
            one.name == other.name
                && (ours.len() > 1) == (theirs.len() > 1)
                && (!is_required_file(first) || is_sent(later))
        }
        _ => false,
    }
}

fn blank_part(first: &Part) -> Option<Part> {
    match first {
        Part::Text { parameter, content_type } => Some(Part::Text {
            parameter: blank_parameter(parameter)?,
            content_type: content_type.clone(),
        }),
        Part::File { parameter, .. } => {
            let blank =
                || Part::File { parameter: parameter.clone(), files: Vec::new(), disabled: true };
            (!is_required_file(first)).then(blank)
        }
    }
}

fn is_required_file(part: &Part) -> bool {
    let marked =
        |parameter: &Parameter| parameter.description.as_deref().is_some_and(hints::is_required);
    matches!(part, Part::File { parameter, .. } if is_sent(part) && marked(parameter))
}

fn is_sent(part: &Part) -> bool {
    matches!(part, Part::File { disabled: false, .. })
}
