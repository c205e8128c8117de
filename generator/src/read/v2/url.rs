//! URLs.

use std::borrow::Cow;

use super::parameters::each_once;
use crate::diagnostics::Kind;
use crate::json::Json;
use crate::postman::{Parameter, Path, Place, Query, Url, UrlParts};
use crate::read::members::{Members, Reader, kind_of, text_of, truthy};

impl Reader {
    /// `url` of a request.
    pub(in crate::read) fn url(&mut self, members: &mut Members) -> Url {
        let place = members.place_of("url");
        match members.take("url") {
            None | Some(Json::Null) => Url::Missing,
            Some(Json::Text(text)) => Url::Text(text.into_owned()),
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
            Json::Text(text) => Some(Path::Text(text.into_owned())),
            Json::List(list) => {
                let segments = list.into_iter().enumerate();
                Some(Path::Segments(
                    segments
                        .map(|(index, value)| self.segment(place.element(index), value))
                        .collect(),
                ))
            }
            value => {
                if truthy(&value) {
                    self.ignored(place, "path", &value);
                }
                None
            }
        }
    }

    fn segment(&mut self, place: Place, value: Json) -> String {
        match value {
            Json::Text(text) => text.into_owned(),
            Json::Null => String::new(),
            value => {
                let text = text_of(&value);
                self.note(
                    place,
                    Kind::OddText { found: kind_of(&value).to_owned(), text: text.clone() },
                );
                text
            }
        }
    }

    fn query(&mut self, members: &mut Members) -> Option<Query> {
        let place = members.place_of("query");
        match members.take("query")? {
            Json::Text(text) => Some(Query::Text(text.into_owned())),
            Json::List(list) => Some(Query::List(self.parameters(place, "query", list))),
            // a map of names and values, as in old files
            Json::Object(members) if members.is_empty() => {
                Some(Query::List(vec![Parameter { place, ..Parameter::default() }]))
            }
            Json::Object(members) => {
                let pair = |(key, value): (Cow<str>, Json)| Parameter {
                    place: place.member(&key),
                    key: Some(key.into_owned()),
                    value: Some(value.into()),
                    ..Parameter::default()
                };
                Some(Query::List(each_once(members).map(pair).collect()))
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
    let auth = members.take("auth")?;
    let part = |key: &str| match auth.get(key) {
        Some(Json::Text(text)) => Some(text.as_ref().to_owned()),
        _ => None,
    };
    let (user, password) = (part("user"), part("password"));
    (user.is_some() || password.is_some())
        .then(|| (user.unwrap_or_default(), password.unwrap_or_default()))
}

fn host(value: Option<Json>) -> Vec<String> {
    let label = |value: Json| match value {
        Json::Text(text) => text.into_owned(),
        Json::Null => String::new(),
        value => text_of(&value),
    };
    match value {
        None => Vec::new(),
        Some(Json::List(list)) => list.into_iter().map(label).collect(),
        Some(value) => vec![label(value)],
    }
}
