//! Bodies: `dataMode` with `data`, `rawModeData` or `graphqlModeData`.

use serde_json::Value;

use crate::json::Json;
use crate::postman::{Body, FileBody, Parameter, Place};
use crate::read::members::{Members, Reader};

impl Reader {
    /// The body of a request. Without `dataMode` what there is of data decides.
    pub(super) fn body_v1(&mut self, members: &mut Members) -> Option<Body> {
        let place = members.place_of("data");
        let declared = members.take("dataMode");
        let data = members.take("data").unwrap_or_default();
        let raw = raw_text(members.take("rawModeData").unwrap_or_default());
        let graphql = members.take("graphqlModeData").unwrap_or_default();
        let language = self.raw_language_v1(members);
        let is_empty = [&data, &graphql].into_iter().all(holds_nothing) && raw.is_empty();
        let mode = match &declared {
            Some(Json::Null) => return None,
            Some(Json::Text(mode)) => mode_of(mode),
            _ => None,
        };
        let mode = match mode {
            Some(mode) => mode,
            None if is_empty => return None,
            None if !matches!(raw, Raw::Text(_)) && matches!(data, Json::List(_)) => "formdata",
            None if !matches!(raw, Raw::Text(_)) && !holds_nothing(&graphql) => "graphql",
            None => "raw",
        };
        let disabled = members.is_truthy("dataDisabled");
        let body =
            Body { place: place.clone(), mode: Some(mode.to_owned()), disabled, ..Body::default() };
        Some(match mode {
            "raw" => Body { raw: Some(raw.text(data)), language, ..body },
            "graphql" => Body { graphql: Some(raw.graphql(graphql, data)), ..body },
            "file" => {
                let src = match raw {
                    Raw::Text(src) => Some(src),
                    _ => None,
                };
                Body { file: Some(FileBody { src, content: None }), ..body }
            }
            "urlencoded" => Body { urlencoded: self.fields(place, raw.list(data)), ..body },
            _ => Body { formdata: self.fields(place, raw.list(data)), ..body },
        })
    }

    /// The fields of a form. Those without a key are nothing.
    fn fields(&mut self, place: Place, list: Vec<Json>) -> Vec<Parameter> {
        let mut fields = Vec::new();
        for (index, entry) in list.into_iter().enumerate() {
            if entry == Json::Null {
                continue;
            }
            let Some(members) = self.object(place.element(index), "data", entry) else { continue };
            fields.extend(self.field(members));
        }
        fields
    }

    fn field(&mut self, mut members: Members) -> Option<Parameter> {
        let key = self.text(&mut members, "key")?;
        let kind = self.text(&mut members, "type");
        let mut value = members.take("value").map(Value::from);
        let mut src = members.take("src").map(Value::from);
        // the path of a file is its value
        let has_src = src.as_ref().is_some_and(|src| !src.is_null() && src != "");
        if kind.as_deref() == Some("file") && !has_src && value.is_some() {
            src = value.take().map(|value| match value {
                Value::String(_) | Value::Array(_) => value,
                _ => Value::Null,
            });
        }
        Some(Parameter {
            key: Some(key),
            value,
            src,
            kind,
            disabled: super::request::is_disabled(&mut members),
            description: self.description(&mut members),
            content_type: self.text(&mut members, "contentType"),
            file_name: self.text(&mut members, "fileName"),
            place: members.place,
        })
    }

    /// `dataOptions.raw.language`.
    fn raw_language_v1(&mut self, members: &mut Members) -> Option<String> {
        let options = members.take("dataOptions")?;
        match options.get("raw")?.get("language")? {
            Json::Text(language) => Some(language.as_ref().to_owned()),
            _ => None,
        }
    }
}

/// `rawModeData`.
enum Raw<'a> {
    Text(String),
    List(Vec<Json<'a>>),
    Nothing,
}

/// A text, or a list of one text; any other list holds the fields of a form.
fn raw_text(value: Json) -> Raw {
    match value {
        Json::Text(text) => Raw::Text(text.into_owned()),
        Json::List(list) => match list.as_slice() {
            [Json::Text(text)] => Raw::Text(text.as_ref().to_owned()),
            _ => Raw::List(list),
        },
        _ => Raw::Nothing,
    }
}

impl<'a> Raw<'a> {
    fn is_empty(&self) -> bool {
        match self {
            Raw::Text(text) => text.is_empty(),
            Raw::List(list) => list.is_empty(),
            Raw::Nothing => true,
        }
    }

    /// The text of a raw body; older files have it in `data`.
    fn text(self, data: Json) -> Value {
        match (self, data) {
            (Raw::Text(text), _) if !text.is_empty() => Value::from(text),
            (_, Json::Text(text)) => Value::from(text.into_owned()),
            _ => Value::from(""),
        }
    }

    fn graphql(self, graphql: Json, data: Json) -> Value {
        let content = if holds_nothing(&graphql) { data } else { graphql };
        content.into()
    }

    fn list(self, data: Json<'a>) -> Vec<Json<'a>> {
        match (data, self) {
            (Json::List(list), _) => list,
            (_, Raw::List(list)) => list,
            _ => Vec::new(),
        }
    }
}

/// Whether a value holds nothing.
fn holds_nothing(value: &Json) -> bool {
    match value {
        Json::Text(text) => text.is_empty(),
        Json::List(list) => list.is_empty(),
        Json::Object(members) => members.is_empty(),
        _ => true,
    }
}

/// The mode of v2.1 for a `dataMode`.
fn mode_of(mode: &str) -> Option<&'static str> {
    Some(match mode {
        "binary" => "file",
        "graphql" => "graphql",
        "params" => "formdata",
        "raw" => "raw",
        "urlencoded" => "urlencoded",
        _ => return None,
    })
}
