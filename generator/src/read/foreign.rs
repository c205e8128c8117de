//! Guesses what a file is when it is not what was asked for.

use super::error::Foreign;
use crate::export::{is_bruno, is_collection, is_environment, is_list};
use crate::json::Json;

/// What a text that is not JSON seems to be.
pub(super) fn of_text(text: &str) -> Option<Foreign> {
    let text = text.trim_start();
    if text.starts_with('<') {
        return Some(Foreign::Markup);
    }
    let mut lines =
        text.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'));
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
    !key.is_empty()
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-$".contains(&byte))
}

/// What a JSON value seems to be that is neither a collection nor an environment.
pub(super) fn of_value(value: &Json) -> Foreign {
    match value {
        Json::Object(_) => of_object(value),
        Json::List(list) => match list.first() {
            Some(first) if is_collection(first) => Foreign::PostmanDump,
            Some(first) if is_hoppscotch(first) => Foreign::Hoppscotch,
            _ => Foreign::OtherJson,
        },
        _ => Foreign::OtherJson,
    }
}

fn of_object(object: &Json) -> Foreign {
    let has = |key: &str| object.get(key).is_some();
    let says = |key: &str, word: &str| matches!(object.get(key), Some(Json::Text(text)) if text.contains(word));
    if has("openapi") || has("swagger") {
        Foreign::OpenApi
    } else if has("asyncapi") {
        Foreign::AsyncApi
    } else if has("__export_format") || says("type", "insomnia") {
        Foreign::Insomnia
    } else if object.get("log").is_some_and(|log| log.get("entries").is_some()) {
        Foreign::Har
    } else if says("clientName", "Thunder") || has("colName") {
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
    } else if is_list(object.get("collections")) {
        Foreign::PostmanDump
    } else {
        Foreign::OtherJson
    }
}

fn is_hoppscotch(value: &Json) -> bool {
    ["v", "folders", "requests"].iter().all(|key| value.get(key).is_some())
}
