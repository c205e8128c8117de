//! Bodies: `{type, content}`.

use serde_json::{Map, Value};

use super::entries::FIELD;
use super::fields::value_of;
use crate::diagnostics::Kind;
use crate::json::Json;
use crate::postman::{Body, FileBody, Place};
use crate::read::members::{Members, Reader, kind_of};

impl Reader {
    /// `body` of a request. A string is a raw body.
    pub(super) fn body_v3(&mut self, members: &mut Members) -> Option<Body> {
        let place = members.place_of("body");
        match members.take("body")? {
            Json::Null => None,
            Json::Text(text) => Some(raw(place, Value::from(text.into_owned()), None)),
            value => {
                let object = self.object(place, "body", value)?;
                self.typed_body(object)
            }
        }
    }

    fn typed_body(&mut self, mut members: Members) -> Option<Body> {
        self.unknown(&members, "body", &["type", "content", "src", "disabled"]);
        let kind = self.string(&mut members, "type").unwrap_or_else(|| "text".to_owned());
        let disabled = members.is_truthy("disabled");
        let place = members.place.clone();
        let content_place = members.place_of("content");
        let content = members.take("content").unwrap_or_default();
        let body = Body { mode: Some(kind.clone()), place: place.clone(), ..Body::default() };
        let body = match kind.as_str() {
            "none" => return None,
            "urlencoded" => Body {
                urlencoded: self.parameters_of(content_place, "content", content, FIELD),
                ..body
            },
            "formdata" => Body {
                formdata: self.parameters_of(content_place, "content", content, FIELD),
                ..body
            },
            "file" | "binary" => {
                let file = self.file_body(&mut members, content_place, content);
                Body { mode: Some("file".to_owned()), file: Some(file), ..body }
            }
            "graphql" => Body { graphql: Some(graphql(content)), ..body },
            kind => raw(place, self.content(content_place, content), language(kind)),
        };
        Some(Body { disabled, ..body })
    }

    /// The text of a raw body. A map or a list, which Postman does not take, is sent as JSON.
    pub(super) fn content(&mut self, place: Place, content: Json) -> Value {
        let text = match content {
            Json::Null => String::new(),
            Json::List(_) | Json::Object(_) => {
                let (member, found) = ("content".to_owned(), kind_of(&content));
                self.note(place, Kind::NotText { member, found });
                value_of(content).to_string()
            }
            content => self.text_value(place, "content", content).unwrap_or_default(),
        };
        Value::from(text)
    }

    /// `{src}`, a string, or nothing.
    fn file_body(&mut self, members: &mut Members, place: Place, content: Json) -> FileBody {
        let src = match content {
            Json::Object(inner) => {
                let mut inner = Members::new(place, inner);
                self.unknown(&inner, "file body", &["src", "content"]);
                let content = self.string(&mut inner, "content");
                let src = self.string(&mut inner, "src");
                return FileBody { src, content };
            }
            content => self.text_value(place, "content", content),
        };
        FileBody { src: src.or_else(|| self.string(members, "src")), content: None }
    }
}

fn raw(place: Place, text: Value, language: Option<String>) -> Body {
    Body { place, mode: Some("raw".to_owned()), raw: Some(text), language, ..Body::default() }
}

/// The language of a raw body; plain text has none.
fn language(kind: &str) -> Option<String> {
    (kind != "text").then(|| kind.to_owned())
}

/// `{query, variables, operationName}`; a string is the query.
fn graphql(content: Json) -> Value {
    match value_of(content) {
        Value::String(query) => Value::Object(Map::from_iter([("query".to_owned(), query.into())])),
        content => content,
    }
}
