//! Saved responses.

use std::sync::Arc;

use serde_json::Value;

use crate::json::Json;
use crate::postman::Response;
use crate::read::members::{Members, Reader, number};

impl Reader {
    /// `response` of an item.
    pub(in crate::read) fn responses(&mut self, members: &mut Members) -> Vec<Response> {
        self.objects(members, "response")
            .into_iter()
            .map(|response| self.response(response))
            .collect()
    }

    fn response(&mut self, mut members: Members) -> Response {
        let original = members.take_truthy("originalRequest");
        let headers = members.take("header");
        Response {
            id: self.text(&mut members, "id"),
            name: self.text(&mut members, "name"),
            original: original.and_then(|value| {
                self.request(members.place_of("originalRequest"), "originalRequest", value)
            }),
            code: self.code(&mut members),
            status: self.text(&mut members, "status"),
            headers: headers
                .map(|value| self.headers(members.place_of("header"), value))
                .unwrap_or_default(),
            body: response_body(&mut members),
            language: self.language(&mut members),
            place: members.place,
        }
    }

    /// `code`, a number or a string of digits.
    pub(in crate::read) fn code(&mut self, members: &mut Members) -> Option<u16> {
        let value = members.take("code").filter(|value| *value != Json::Null)?;
        let code = match &value {
            Json::Number(text) => Some(number(text))
                .filter(|code| code.fract() == 0.0 && (0.0..65536.0).contains(code))
                .map(|code| code as u16),
            Json::Text(text) => text.trim().parse().ok(),
            _ => None,
        };
        if code.is_none() {
            self.ignored(members.place_of("code"), "code", &value);
        }
        code
    }

    /// `_postman_previewlanguage`, which Postman's API nests in `_`.
    fn language(&mut self, members: &mut Members) -> Option<String> {
        let inner = match members.take("_") {
            Some(Json::Object(inner)) => {
                let mut meta = Members::new(members.place_of("_"), inner);
                self.text(&mut meta, "postman_previewlanguage")
            }
            _ => None,
        };
        self.text(members, "_postman_previewlanguage").or(inner)
    }
}

fn response_body(members: &mut Members) -> Option<Arc<str>> {
    match members.take("body")? {
        Json::Null => None,
        Json::Text(text) => Some(text.into()),
        value => Some(Value::from(value).to_string().into()),
    }
}
