//! Which kind of Postman export a JSON value is.

use crate::json::Json;

/// Whether the value is a collection of the schemas v2.0 or v2.1.
pub fn is_collection(value: &Json) -> bool {
    let has = |key: &str| value.get(key).is_some();
    let info = value.get("info").is_some_and(|info| *info != Json::Null);
    let api_description = has("openapi") || has("swagger") || has("asyncapi");
    !is_bruno(value) && !api_description && (has("item") || has("items") || info)
}

/// Whether the value is a collection in the format v1, whose requests are one flat list.
pub fn is_v1(value: &Json) -> bool {
    let has = |key: &str| value.get(key).is_some();
    is_list(value.get("requests"))
        && !has("item")
        && !has("items")
        && !has("v")
        && !has("clientName")
        && !has("colName")
        && !has("info")
        && (has("order") || has("folders") || has("name"))
}

/// Whether the value is an environment or globals export.
pub fn is_environment(value: &Json) -> bool {
    let has = |key: &str| value.get(key).is_some();
    !has("item")
        && !has("requests")
        && (has("_postman_variable_scope") || is_list(value.get("values")))
}

/// Whether the value is a collection of Bruno.
pub fn is_bruno(value: &Json) -> bool {
    let has = |key: &str| value.get(key).is_some();
    let typed = |item: &Json| matches!(item.get("type"), Some(Json::Text(kind)) if kind == "http-request" || kind == "http");
    let first = value.get("items").and_then(|items| match items {
        Json::List(items) => items.first(),
        _ => None,
    });
    has("brunoConfig") || has("uid") && has("items") || first.is_some_and(typed)
}

/// Whether the value is a list.
pub fn is_list(value: Option<&Json>) -> bool {
    matches!(value, Some(Json::List(_)))
}

/// Whether the text of a file is an environment or globals export. A file that is not JSON is not.
pub fn is_environment_file(bytes: &[u8]) -> bool {
    // Parsing a large collection only to learn that it is not an environment would be slow.
    let may_be = bytes.windows(8).any(|word| word == b"\"values\"");
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = may_be.then(|| std::str::from_utf8(text).ok()).flatten();
    text.and_then(|text| Json::parse(text).ok()).is_some_and(|value| {
        let value = unwrapped(&value);
        is_environment(value) && !is_collection(value) && !is_v1(value)
    })
}

/// The value itself, or the one that Postman's API wraps.
fn unwrapped<'a, 'b>(value: &'b Json<'a>) -> &'b Json<'a> {
    value.get("environment").unwrap_or(value)
}
