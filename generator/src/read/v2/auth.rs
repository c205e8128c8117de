//! Auth. It may hold parameters for several types; `type` selects one.

use serde_json::{Map, Value};

use crate::json::Json;
use crate::postman::{Auth, Place};
use crate::read::members::{Members, Reader, text_of, truthy};

impl Reader {
    /// `auth`. Without a type it counts as absent, so auth is inherited.
    pub(in crate::read) fn auth(&mut self, members: &mut Members) -> Option<Auth> {
        let place = members.place_of("auth");
        let value = members.take_truthy("auth")?;
        let mut object = self.object(place, "auth", value)?;
        let kind = match object.take("type") {
            Some(Json::Text(kind)) if kind != "type" => kind.into_owned(),
            None | Some(Json::Null) => return None,
            Some(value) => {
                self.ignored(object.place_of("type"), "type", &value);
                return None;
            }
        };
        let parameters = object.take_truthy(&kind);
        let parameters =
            parameters.map(|value| self.auth_parameters(object.place_of(&kind), &kind, value));
        Some(Auth { place: object.place, kind, parameters: parameters.unwrap_or_default() })
    }

    fn auth_parameters(&mut self, place: Place, kind: &str, value: Json) -> Vec<(String, Value)> {
        // of two parameters with one key the last one counts
        let mut parameters = Map::new();
        match value {
            // v2.0
            Json::Object(members) => parameters
                .extend(members.into_iter().map(|(key, value)| (key.into_owned(), value.into()))),
            // v2.1
            Json::List(list) => {
                for (index, entry) in list.into_iter().enumerate() {
                    let Some(entry) = self.object(place.element(index), kind, entry) else {
                        continue;
                    };
                    if let Some((key, value)) = self.auth_parameter(entry) {
                        parameters.insert(key, value);
                    }
                }
            }
            value => self.ignored(place, kind, &value),
        }
        parameters.into_iter().collect()
    }

    fn auth_parameter(&mut self, mut entry: Members) -> Option<(String, Value)> {
        let key = self.text(&mut entry, "key")?;
        let kind = self.text(&mut entry, "type").unwrap_or_default();
        Some((key, typed(entry.take("value").unwrap_or_default(), &kind.to_lowercase())))
    }
}

/// The value converted to its Postman `type`: `"true"` of type `boolean` is true, `false` of type `string` is a string.
fn typed(value: Json, kind: &str) -> Value {
    match (kind, &value) {
        (_, Json::Null) | ("string", Json::Text(_)) => value.into(),
        ("string", _) => Value::String(text_of(&value)),
        ("boolean", _) => Value::Bool(truthy(&value)),
        ("number", Json::Text(text)) => {
            text.trim().parse().map_or_else(|_| value.into(), Value::Number)
        }
        ("array" | "object", Json::Text(text)) => {
            serde_json::from_str(text).unwrap_or_else(|_| value.into())
        }
        _ => value.into(),
    }
}
