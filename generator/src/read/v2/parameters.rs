//! Entries of `query`, `header`, `urlencoded` and `formdata`.

use std::borrow::Cow;

use indexmap::IndexMap;
use serde_json::Value;

use crate::json::Json;
use crate::postman::{Parameter, Place};
use crate::read::members::{Members, Reader, truthy};

impl Reader {
    /// The entries of a list. A string is read as `key=value`; null is skipped, as in Postman.
    pub(in crate::read) fn parameters(
        &mut self,
        place: Place,
        member: &str,
        list: Vec<Json>,
    ) -> Vec<Parameter> {
        let entries = list.into_iter().enumerate();
        entries
            .filter_map(|(index, value)| self.parameter(place.element(index), member, value))
            .collect()
    }

    fn parameter(&mut self, place: Place, member: &str, value: Json) -> Option<Parameter> {
        match value {
            Json::Null => None,
            Json::Text(text) if member == "header" => Some(header_line(place, &text)),
            Json::Text(text) if member != "formdata" => Some(pair(place, &text)),
            value => {
                let members = self.object(place, member, value)?;
                Some(self.parameter_object(members, member))
            }
        }
    }

    fn parameter_object(&mut self, mut members: Members, member: &str) -> Parameter {
        let disabled = members.is_truthy("disabled");
        let is_form = member == "formdata";
        let mut parameter = Parameter {
            key: self.text(&mut members, "key"),
            value: members.take("value").map(Value::from),
            disabled,
            description: self.description(&mut members),
            ..Parameter::default()
        };
        if is_form {
            parameter.kind = self.text(&mut members, "type");
            parameter.src = members.take("src").map(Value::from);
            parameter.content_type = self.text(&mut members, "contentType");
            parameter.file_name = self.text(&mut members, "fileName");
        }
        parameter.place = members.place;
        parameter
    }

    /// `header`: a list, a string of lines, or a map of names and values.
    pub(in crate::read) fn headers(&mut self, place: Place, value: Json) -> Vec<Parameter> {
        match value {
            Json::Text(text) => header_lines(&place, &text),
            Json::List(list) => self.parameters(place, "header", list),
            Json::Object(members) => each_once(members)
                .filter_map(|(key, value)| self.mapped_header(&place, key, value))
                .collect(),
            value => {
                if truthy(&value) {
                    self.ignored(place, "header", &value);
                }
                Vec::new()
            }
        }
    }

    fn mapped_header(&mut self, place: &Place, key: Cow<str>, value: Json) -> Option<Parameter> {
        let place = place.member(&key);
        match value {
            Json::Text(_) => Some(Parameter {
                place,
                key: Some(key.into_owned()),
                value: Some(value.into()),
                ..Parameter::default()
            }),
            Json::Object(members) => {
                Some(self.parameter_object(Members::new(place, members), "header"))
            }
            value => {
                self.ignored(place, &key, &value);
                None
            }
        }
    }

    /// `urlencoded` or `formdata` of a body: a list, one entry, or (for `urlencoded`) a string.
    pub(in crate::read) fn form(&mut self, members: &mut Members, member: &str) -> Vec<Parameter> {
        let place = members.place_of(member);
        match members.take_truthy(member) {
            None => Vec::new(),
            Some(Json::Text(text)) if member == "urlencoded" => pairs(&place, &text),
            Some(Json::List(list)) => self.parameters(place, member, list),
            Some(value) => self
                .object(place, member, value)
                .map(|object| self.parameter_object(object, member))
                .into_iter()
                .collect(),
        }
    }
}

/// The members of an object that is read as a list. Of two with one key the last value counts, at the first position.
pub(in crate::read) fn each_once<'a>(
    members: Vec<(Cow<'a, str>, Json<'a>)>,
) -> impl Iterator<Item = (Cow<'a, str>, Json<'a>)> {
    members.into_iter().collect::<IndexMap<_, _>>().into_iter()
}

/// `a=1&b` as entries. An empty part has neither key nor value; the last part has an empty key.
fn pairs(place: &Place, text: &str) -> Vec<Parameter> {
    let last = text.split('&').count() - 1;
    let parameter = |(index, piece): (usize, &str)| {
        let mut parameter = pair(place.clone(), piece);
        if piece.is_empty() && index != last {
            parameter.key = None;
        }
        parameter
    };
    text.split('&').enumerate().map(parameter).collect()
}

fn pair(place: Place, text: &str) -> Parameter {
    let (key, value) = match text.split_once('=') {
        Some((key, value)) => (key, Value::String(value.to_owned())),
        None => (text, Value::Null),
    };
    Parameter { place, key: Some(key.to_owned()), value: Some(value), ..Parameter::default() }
}

/// A header written as `Name: value`.
fn header_line(place: Place, text: &str) -> Parameter {
    let (key, value) = text.split_once(':').unwrap_or((text, ""));
    header(place, key.trim(), value.trim())
}

/// Headers as lines of one string. A line counts if there is no blank before its colon; a line that starts with a blank
/// continues the previous one.
fn header_lines(place: &Place, text: &str) -> Vec<Parameter> {
    let unfolded = text.replace("\r\n ", " ").replace("\r\n\t", "\t");
    let line = |line: &str| {
        let word = line.find(char::is_whitespace).unwrap_or(line.len());
        let colon = line[..word].rfind(':').filter(|at| *at > 0)?;
        Some(header(place.clone(), &line[..colon], line[colon + 1..].trim()))
    };
    unfolded.split(['\r', '\n']).filter_map(line).collect()
}

pub(in crate::read) fn header(place: Place, key: &str, value: &str) -> Parameter {
    Parameter {
        place,
        key: Some(key.to_owned()),
        value: Some(Value::String(value.to_owned())),
        ..Parameter::default()
    }
}
