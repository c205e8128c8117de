//! Scripts: their texts, with the time at which Postman runs them.

use super::members::{Members, Reader};
use crate::json::Json;
use crate::postman::{Place, Script, ScriptTime};

impl Reader {
    /// The scripts of `event` that are not blank, in order.
    pub(in crate::read) fn scripts(&mut self, members: &mut Members) -> Vec<Script> {
        let mut scripts = Vec::new();
        for mut event in self.objects(members, "event") {
            let when = match event.take("listen") {
                Some(Json::Text(listen)) if listen == "prerequest" => ScriptTime::BeforeRequest,
                _ => ScriptTime::AfterResponse,
            };
            let Some(value) = event.take("script") else { continue };
            scripts.extend(script(&value, when, event.place_of("script")));
        }
        scripts
    }
}

/// A script, unless it is blank.
pub(in crate::read) fn script(value: &Json, when: ScriptTime, place: Place) -> Option<Script> {
    let source = source_of(value);
    (!source.trim().is_empty()).then(|| Script { when, source: source.into(), place })
}

/// A script is a string, a list of lines, or an object whose `exec` is one of them.
fn source_of(script: &Json) -> String {
    match script {
        Json::Text(text) => text.as_ref().to_owned(),
        Json::List(lines) => {
            let lines = lines.iter().filter_map(|line| match line {
                Json::Text(line) => Some(line.as_ref()),
                _ => None,
            });
            lines.collect::<Vec<&str>>().join("\n")
        }
        Json::Object(_) => match script.get("exec") {
            Some(exec @ (Json::Text(_) | Json::List(_))) => source_of(exec),
            _ => String::new(),
        },
        _ => String::new(),
    }
}
