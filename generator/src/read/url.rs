//! URLs.

use serde_json::Value;

use super::members::{Members, Reader, kind_of, text_of, truthy};
use crate::diagnostics::Kind;
use crate::postman::{Parameter, Path, Place, Query, Url, UrlParts};

impl Reader {
    /// `url` of a request.
    pub(super) fn url(&mut self, members: &mut Members) -> Url {
        let place = members.place_of("url");
        match members.take("url") {
            None | Some(Value::Null) => Url::Missing,
            Some(Value::String(text)) => Url::Text(text),
            Some(value) => match self.object(place, "url", value) {
                Some(object) => Url::Parts(Box::new(self.url_parts(object))),
                None => Url::Missing,
            },
        }
    }

    fn url_parts(&mut self, mut members: Members) -> UrlParts {
        UrlParts {
            raw: self.text(&mut members, "raw"),
            protocol: self.text(&mut members, "protocol"),
            userinfo: userinfo(&mut members),
            host: host(members.take_truthy("host")),
            port: self.text(&mut members, "port"),
            path: self.path(&mut members),
            query: self.query(&mut members),
            hash: self.text(&mut members, "hash"),
            variables: self.variables(&mut members),
            place: members.place,
        }
    }

    fn path(&mut self, members: &mut Members) -> Option<Path> {
        let place = members.place_of("path");
        match members.take("path")? {
            Value::String(text) => Some(Path::Text(text)),
            Value::Array(list) => {
                let segments = list.into_iter().enumerate();
                Some(Path::Segments(segments.map(|(index, value)| self.segment(place.element(index), value)).collect()))
            }
            value => {
                if truthy(&value) {
                    self.ignored(place, "path", &value);
                }
                None
            }
        }
    }

    fn segment(&mut self, place: Place, value: Value) -> String {
        match value {
            Value::String(text) => text,
            Value::Null => String::new(),
            value => {
                let text = text_of(&value);
                self.note(place, Kind::OddText { found: kind_of(&value).to_owned(), text: text.clone() });
                text
            }
        }
    }

    fn query(&mut self, members: &mut Members) -> Option<Query> {
        let place = members.place_of("query");
        match members.take("query")? {
            Value::String(text) => Some(Query::Text(text)),
            Value::Array(list) => Some(Query::List(self.parameters(place, "query", list))),
            // A map of names and values, as old files have it.
            Value::Object(map) if map.is_empty() => Some(Query::List(vec![Parameter { place, ..Parameter::default() }])),
            Value::Object(map) => {
                let pair = |(key, value): (String, Value)| Parameter {
                    place: place.member(&key),
                    key: Some(key),
                    value: Some(value),
                    ..Parameter::default()
                };
                Some(Query::List(map.into_iter().map(pair).collect()))
            }
            value => {
                if truthy(&value) {
                    self.ignored(place, "query", &value);
                }
                None
            }
        }
    }
}

fn userinfo(members: &mut Members) -> Option<(String, String)> {
    let Some(Value::Object(mut auth)) = members.take("auth") else {
        return None;
    };
    let mut part = |key: &str| match auth.swap_remove(key) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    };
    let (user, password) = (part("user"), part("password"));
    (user.is_some() || password.is_some()).then(|| (user.unwrap_or_default(), password.unwrap_or_default()))
}

fn host(value: Option<Value>) -> Vec<String> {
    let label = |value| match value {
        Value::String(text) => text,
        Value::Null => String::new(),
        value => text_of(&value),
    };
    match value {
        None => Vec::new(),
        Some(Value::Array(list)) => list.into_iter().map(label).collect(),
        Some(value) => vec![label(value)],
    }
}
