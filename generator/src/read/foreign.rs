//! What a file seems to be when it is not what was asked for.

use serde_json::{Map, Value};

use super::error::Foreign;

/// What a text that is no JSON seems to be.
pub(super) fn of_text(text: &str) -> Option<Foreign> {
    let text = text.trim_start();
    if text.starts_with('<') {
        return Some(Foreign::Markup);
    }
    let mut lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let first = lines.next()?;
    if first.starts_with("meta {") {
        return Some(Foreign::Bruno);
    }
    if first != "---" && !first.split_once(':').is_some_and(|(key, _)| is_yaml_key(key)) {
        return None;
    }
    let mut keys = std::iter::once(first).chain(lines);
    keys.find_map(|line| match line.split_once(':')?.0 {
        "openapi" | "swagger" => Some(Foreign::OpenApi),
        "asyncapi" => Some(Foreign::AsyncApi),
        "type" if line.contains("insomnia") => Some(Foreign::Insomnia),
        "$kind" => Some(Foreign::PostmanV3),
        _ => None,
    })
    .or(Some(Foreign::Yaml))
}

fn is_yaml_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-$".contains(&byte))
}

/// What a JSON value without the marks of a collection or an environment seems to be.
pub(super) fn of_value(value: &Value) -> Foreign {
    match value {
        Value::Object(object) => of_object(object),
        Value::Array(list) => match list.first() {
            Some(Value::Object(first)) if is_collection(first) => Foreign::PostmanDump,
            Some(Value::Object(first)) if is_hoppscotch(first) => Foreign::Hoppscotch,
            _ => Foreign::OtherJson,
        },
        _ => Foreign::OtherJson,
    }
}

fn of_object(object: &Map<String, Value>) -> Foreign {
    let has = |key: &str| object.contains_key(key);
    let text = |key: &str| object.get(key).and_then(Value::as_str).unwrap_or_default();
    if has("openapi") || has("swagger") {
        Foreign::OpenApi
    } else if has("asyncapi") {
        Foreign::AsyncApi
    } else if has("__export_format") || text("type").contains("insomnia") {
        Foreign::Insomnia
    } else if object.get("log").is_some_and(|log| log.get("entries").is_some()) {
        Foreign::Har
    } else if has("clientName") && text("clientName").contains("Thunder") || has("colName") {
        Foreign::ThunderClient
    } else if has("$kind") {
        Foreign::PostmanV3
    } else if is_collection(object) {
        Foreign::PostmanCollection
    } else if is_environment(object) {
        Foreign::PostmanEnvironment
    } else if is_bruno(object) {
        Foreign::Bruno
    } else if is_hoppscotch(object) {
        Foreign::Hoppscotch
    } else if has("requests") {
        Foreign::PostmanV1
    } else if object.get("collections").is_some_and(Value::is_array) {
        Foreign::PostmanDump
    } else {
        Foreign::OtherJson
    }
}

/// Whether the object is a collection of the schemas v2.0 or v2.1.
pub(super) fn is_collection(object: &Map<String, Value>) -> bool {
    let items = object.contains_key("item") || object.contains_key("items");
    let info = object.get("info").is_some_and(|info| !info.is_null());
    let api_description = object.contains_key("openapi") || object.contains_key("swagger") || object.contains_key("asyncapi");
    !is_bruno(object) && !api_description && (items || info)
}

/// Whether the object is an environment or globals export.
pub(super) fn is_environment(object: &Map<String, Value>) -> bool {
    let scoped = object.contains_key("_postman_variable_scope");
    let values = object.get("values").is_some_and(Value::is_array);
    !object.contains_key("item") && !object.contains_key("requests") && (scoped || values)
}

fn is_bruno(object: &Map<String, Value>) -> bool {
    let typed = |item: &Value| item.get("type").and_then(Value::as_str).is_some_and(|kind| kind == "http-request" || kind == "http");
    let first = object.get("items").and_then(Value::as_array).and_then(|items| items.first());
    object.contains_key("brunoConfig") || object.contains_key("uid") && object.contains_key("items") || first.is_some_and(typed)
}

fn is_hoppscotch(object: &Map<String, Value>) -> bool {
    object.contains_key("v") && object.contains_key("folders") && object.contains_key("requests")
}
