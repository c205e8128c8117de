//! Requests.

use serde_json::Value;

use crate::json::Json;
use crate::postman::{
    Parameter, Place, Query, Request, RequestItem, Script, ScriptTime, Url, Variable,
};
use crate::read::address::{self, Beside};
use crate::read::members::{Members, Reader, truthy};
use crate::read::scripts;
use crate::read::v2::header;

/// What a disabled header starts with.
const COMMENT: &str = "//";

/// Whether an entry is switched off.
pub(super) fn is_disabled(members: &mut Members) -> bool {
    members.is_truthy("disabled") || members.take("enabled") == Some(Json::Boolean(false))
}

impl Reader {
    /// A request with its saved responses.
    pub(super) fn request_item_v1(&mut self, mut members: Members) -> RequestItem {
        let name = self.text(&mut members, "name").unwrap_or_default();
        self.trail.push(name.clone());
        let responses = self.responses_v1(&mut members);
        let behavior = self.behavior(&mut members);
        let scripts = self.scripts_v1(&mut members);
        let place = members.place.clone();
        let request = self.request_v1(members);
        self.trail.pop();
        RequestItem {
            name,
            description: None,
            request: Some(request),
            responses,
            behavior,
            scripts,
            place,
        }
    }

    pub(super) fn request_v1(&mut self, mut members: Members) -> Request {
        Request {
            method: self.text(&mut members, "method"),
            url: self.url_v1(&mut members),
            headers: self.headers_v1(&mut members),
            body: self.body_v1(&mut members),
            auth: self.auth_v1(&mut members),
            description: self.description(&mut members),
            place: members.place,
        }
    }

    /// `url` with `queryParams`, which replace its query, `pathVariableData` and `pathVariables`.
    fn url_v1(&mut self, members: &mut Members) -> Url {
        let place = members.place_of("url");
        let Some(text) = self.text(members, "url") else { return Url::Missing };
        let listed = self.objects(members, "queryParams");
        let query: Vec<Parameter> =
            listed.into_iter().map(|entry| self.query_entry(entry)).collect();
        let variables = self.path_variables(members);
        let beside = Beside { query: Vec::new(), variables };
        let mut parts = address::parts(place, &text, beside);
        if !query.is_empty() {
            parts.query = Some(Query::List(query));
        }
        Url::Parts(Box::new(parts))
    }

    fn query_entry(&mut self, mut members: Members) -> Parameter {
        let value = members.take("value").map(Value::from);
        let value = match members.take("equals") {
            None => value,
            Some(equals) if truthy(&equals) => match value {
                Some(Value::Null) => Some(Value::from("")),
                value => value,
            },
            // without `=`, unless there is a value
            Some(_) => value.filter(|value| value != "").or(Some(Value::Null)),
        };
        Parameter {
            key: self.text(&mut members, "key"),
            value,
            disabled: is_disabled(&mut members),
            description: self.description(&mut members),
            place: members.place,
            ..Parameter::default()
        }
    }

    /// `pathVariableData`, then what else the map `pathVariables` has.
    fn path_variables(&mut self, members: &mut Members) -> Vec<Variable> {
        let mut variables: Vec<Variable> = Vec::new();
        for mut entry in self.objects(members, "pathVariableData") {
            variables.push(Variable {
                key: self.text(&mut entry, "key"),
                value: entry.take("value").map(Value::from),
                kind: self.text(&mut entry, "type"),
                description: self.description(&mut entry),
                place: entry.place,
                ..Variable::default()
            });
        }
        let place = members.place_of("pathVariables");
        if let Some(Json::Object(map)) = members.take("pathVariables") {
            for (key, value) in map {
                let key = key.into_owned();
                if !variables.iter().any(|variable| variable.key.as_ref() == Some(&key)) {
                    let (place, value) = (place.member(&key), Some(Value::from(value)));
                    variables.push(Variable {
                        key: Some(key),
                        value,
                        place,
                        ..Variable::default()
                    });
                }
            }
        }
        variables
    }

    /// `headerData`, then what else the text `headers` has. A name with `//` in front is disabled.
    pub(super) fn headers_v1(&mut self, members: &mut Members) -> Vec<Parameter> {
        let mut headers: Vec<Parameter> = Vec::new();
        for mut entry in self.objects(members, "headerData") {
            let key = self.text(&mut entry, "key").unwrap_or_default();
            let commented = key.strip_prefix(COMMENT).map(|key| key.trim().to_owned());
            headers.push(Parameter {
                disabled: is_disabled(&mut entry) || commented.is_some(),
                key: Some(commented.unwrap_or(key)),
                value: entry.take("value").map(Value::from),
                description: self.description(&mut entry),
                place: entry.place,
                ..Parameter::default()
            });
        }
        let place = members.place_of("headers");
        match members.take("headers") {
            Some(Json::Text(text)) => {
                let known = |header: &Parameter| headers.iter().any(|own| own.key == header.key);
                let more: Vec<Parameter> =
                    lines(&place, &text).into_iter().filter(|header| !known(header)).collect();
                headers.extend(more);
                headers
            }
            Some(value @ (Json::List(_) | Json::Object(_))) => self.headers(place, value),
            _ => headers,
        }
    }

    /// Its scripts: `tests` and `preRequestScript`, or else `events`.
    pub(super) fn scripts_v1(&mut self, members: &mut Members) -> Vec<Script> {
        let mut scripts = Vec::new();
        let keys =
            [("preRequestScript", ScriptTime::BeforeRequest), ("tests", ScriptTime::AfterResponse)];
        for (key, when) in keys {
            let place = members.place_of(key);
            let Some(script) = members.take_truthy(key) else { continue };
            scripts.extend(scripts::script(&script, when, place));
        }
        if scripts.is_empty() {
            let place = members.place.clone();
            let events = members.take("events").unwrap_or_default();
            scripts = self.scripts(&mut Members::new(place, vec![("event".into(), events)]));
        }
        scripts
    }
}

/// Headers as one text of lines `Name: value`. The name has no blanks, but for those behind `//`.
fn lines(place: &Place, text: &str) -> Vec<Parameter> {
    let unfolded = text.replace("\r\n ", " ").replace("\r\n\t", "\t");
    let line = |line: &str| {
        let (commented, rest) = match line.strip_prefix(COMMENT) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, line),
        };
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let colon = rest[..word].rfind(':').filter(|at| *at > 0)?;
        let found = header(place.clone(), &rest[..colon], rest[colon + 1..].trim());
        Some(Parameter { disabled: commented, ..found })
    };
    unfolded.split(['\r', '\n']).filter_map(line).collect()
}
