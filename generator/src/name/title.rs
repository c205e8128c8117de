//! What a request or a folder is called by what the collection says of it.

use super::ident;
use super::spoken::unnumbered;
use crate::api::{Endpoint, PathPiece};
use crate::hints::plural::singular;

/// The module of a folder: its name; for a path, the nouns in it (`/merchants/:id/users` → `merchant_users`).
pub fn folder(name: &str) -> String {
    let name = unnumbered(name);
    let named: Vec<String> = if is_path(name) {
        nouns(&name.split('/').map(segment).collect::<Vec<_>>())
    } else {
        Vec::new()
    };
    if named.is_empty() {
        ident::module(name, "folder")
    } else {
        ident::module(&named.join(" "), "folder")
    }
}

fn is_path(name: &str) -> bool {
    name.starts_with('/') || name.contains("/:") || name.contains("/{")
}

/// What is the same for folders that are one thing: the name without case and number, the nouns of a path.
pub fn same_folder(name: &str) -> String {
    let plain = unnumbered(name);
    if is_path(plain) { folder(name) } else { plain.trim().to_lowercase() }
}

/// A segment of a path.
enum Segment<'a> {
    Text(std::borrow::Cow<'a, str>),
    Variable(String),
}

/// `:id`, `{id}`, `{{id}}`, `<id>` and the same with percent signs are variables.
fn segment(text: &str) -> Segment<'_> {
    let text = percent_encoding::percent_decode_str(text).decode_utf8_lossy();
    let inner = text
        .strip_prefix(':')
        .or_else(|| text.strip_prefix('{')?.strip_suffix('}'))
        .or_else(|| text.strip_prefix('<')?.strip_suffix('>'));
    match inner {
        Some(name) => Segment::Variable(name.trim_matches(['{', '}']).to_owned()),
        None => Segment::Text(text),
    }
}

/// The texts of a path that say something.
fn nouns(segments: &[Segment]) -> Vec<String> {
    (0..segments.len()).filter_map(|at| noun_at(segments, at)).collect()
}

/// The text of a segment, unless it is a version or `api`; in the singular before a variable.
fn noun_at(segments: &[Segment], at: usize) -> Option<String> {
    match &segments[at] {
        Segment::Text(text) if text.is_empty() || is_noise(text) => None,
        Segment::Text(text) if matches!(segments.get(at + 1), Some(Segment::Variable(_))) => {
            Some(singular(text))
        }
        Segment::Text(text) => Some(text.to_string()),
        Segment::Variable(_) => None,
    }
}

/// A version, `api` or `rest`.
fn is_noise(segment: &str) -> bool {
    let lower = segment.to_ascii_lowercase();
    let version = lower.strip_prefix('v').is_some_and(|rest| {
        !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    });
    version || lower == "api" || lower == "rest"
}

/// A name from method and path: `GetOrderById`. Versions and `api` are left out.
pub fn by_path(endpoint: &Endpoint) -> String {
    let method = ident::pascal(&endpoint.method.to_lowercase(), "Send");
    let mut words = path_words(endpoint);
    // `ByOwnerByRepo` says no more than `ByRepo`
    words.dedup_by(|next, previous| {
        next.starts_with("By") && previous.starts_with("By") && {
            std::mem::swap(next, previous);
            true
        }
    });
    if words.is_empty() {
        words.push("Root".to_owned())
    }
    method + &words.concat()
}

/// The nouns of a path and its variables: `Order`, `ById`.
pub fn path_words(endpoint: &Endpoint) -> Vec<String> {
    let text: String = endpoint
        .path
        .iter()
        .map(|piece| match piece {
            PathPiece::Text(text) => text.clone(),
            PathPiece::Parameter(parameter) | PathPiece::Location(parameter) => {
                format!(":{}", parameter.name.replace('/', " "))
            }
        })
        .collect();
    let text = text.split('?').next().unwrap_or_default();
    let segments: Vec<Segment> =
        text.split('/').filter(|segment| !segment.is_empty()).map(segment).collect();
    let word = |(at, segment): (usize, &Segment)| match segment {
        Segment::Variable(variable) => Some(format!("By{}", ident::pascal(variable, ""))),
        Segment::Text(_) => noun_at(&segments, at).map(|noun| ident::pascal(&noun, "")),
    };
    segments.iter().enumerate().filter_map(word).collect()
}

/// The name without its verb: what the answer is called.
pub fn noun(name: &str) -> String {
    const VERBS: &[&str] = &[
        "get", "list", "create", "add", "update", "delete", "remove", "set", "fetch", "retrieve",
        "find", "search", "read", "show", "check", "post", "put", "patch", "upload", "download",
        "send", "start", "stop", "cancel", "query", "generate", "replace", "edit", "return",
        "returns", "all",
    ];
    const COUNTS: &[&str] = &["list_of_", "collection_of_", "all_of_", "all_", "of_"];
    let snake = heck::ToSnakeCase::to_snake_case(name);
    let snake = ["create_or_update_", "get_or_create_", "add_or_update_", "create_and_update_"]
        .iter()
        .find_map(|verbs| snake.strip_prefix(verbs))
        .map_or(snake.clone(), |rest| format!("get_{rest}"));
    let is_verb = |word: &str| {
        VERBS.contains(&word) || word.strip_suffix('s').is_some_and(|verb| VERBS.contains(&verb))
    };
    let rest = snake.split_once('_').filter(|(verb, _)| is_verb(verb)).map(|(_, rest)| rest);
    let rest =
        rest.map(|rest| COUNTS.iter().find_map(|count| rest.strip_prefix(count)).unwrap_or(rest));
    match rest.filter(|rest| {
        rest.starts_with(|c: char| c.is_ascii_alphabetic())
            && !rest.starts_with("by_")
            && !rest.starts_with("for_")
    }) {
        Some(rest) => ident::type_name(rest.split("_by_").next().unwrap_or(rest), "Response"),
        None => ident::inner_type(name, "Response"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_that_are_paths_are_called_after_their_nouns() {
        assert_eq!(folder("/v1/merchants/:merchantId/users"), "merchant_users");
        assert_eq!(folder("/merchants/{merchantId}/users/{userId}"), "merchant_user");
        assert_eq!(folder("1. Users and groups"), "users_and_groups");
        assert_eq!(folder("/"), "folder");
    }

    #[test]
    fn answers_are_called_after_what_is_asked_for() {
        let nouns = [
            "GetOrderById",
            "RetrievesListOfOrders",
            "List",
            "ListAllOrders",
            "ListOfOrders",
            "CreateOrUpdateOrder",
            "AddressCheck",
        ];
        let wanted = [
            "Order",
            "Orders",
            "ListResponse",
            "Orders",
            "Orders",
            "Order",
            "AddressCheckResponse",
        ];
        assert_eq!(nouns.map(noun), wanted);
    }

    #[test]
    fn paths_are_decoded() {
        let path = |text: &str| {
            by_path(&Endpoint {
                method: "GET".to_owned(),
                path: vec![PathPiece::Text(text.to_owned())],
                ..Endpoint::default()
            })
        };
        assert_eq!(path("/v2/orders/%3CorderId%3E/lines"), "GetOrderByOrderIdLines");
        assert_eq!(path("/orders/%7Bid%7D"), "GetOrderById");
        assert_eq!(path("/"), "GetRoot");
    }
}
