//! What declared variables say of the values of `variables`.

use serde_json::{Map, Value, json};

use crate::api::{Declared, JsonBody};
use crate::pointer::token;

/// A JSON text with a placeholder for each variable whose type is built in, and the pointers of those whose type the
/// document does not say. A saved value of another type counts more than the declaration.
pub(super) fn of(declared: &[Declared], saved: Option<&JsonBody>) -> (String, Vec<String>) {
    let samples = saved.map(|saved| saved.samples.as_slice()).unwrap_or_default();
    let samples: Vec<Value> =
        samples.iter().filter_map(|sample| serde_json::from_str(sample).ok()).collect();
    let mut open = Vec::new();
    let mut members = Map::new();
    for variable in declared {
        let mut pointer = format!("/{}", token(&variable.name));
        let values = samples.iter().filter_map(|sample| sample.get(&variable.name));
        let fits = values.clone().all(|value| fits(&variable.ty, value));
        let value = match fits {
            true => value(&variable.ty, &mut pointer, &mut open),
            false => {
                open.push(pointer);
                Value::Null
            }
        };
        members.insert(variable.name.clone(), value);
    }
    (Value::Object(members).to_string(), open)
}

/// A value of a type, with placeholders.
fn value(ty: &str, pointer: &mut String, open: &mut Vec<String>) -> Value {
    let ty = ty.trim_end_matches('!');
    if let Some(item) = item(ty) {
        pointer.push_str("/0");
        return json!([value(item, pointer, open)]);
    }
    match ty {
        "String" | "ID" => json!("<string>"),
        "Int" => json!("<integer>"),
        "Float" => json!("<number>"),
        "Boolean" => json!("<boolean>"),
        _ => {
            open.push(pointer.clone());
            Value::Null
        }
    }
}

/// Whether a saved value is of the type. A variable of Postman within quotes is a string.
fn fits(ty: &str, value: &Value) -> bool {
    let ty = ty.trim_end_matches('!');
    if let Some(item) = item(ty) {
        return value.is_null()
            || value.as_array().is_some_and(|items| items.iter().all(|value| fits(item, value)));
    }
    value.is_null()
        || match ty {
            "String" | "ID" => value.is_string(),
            "Int" => value.is_i64(),
            "Float" => value.is_number(),
            "Boolean" => value.is_boolean(),
            _ => true,
        }
}

/// The type of the items of a list.
fn item(ty: &str) -> Option<&str> {
    ty.strip_prefix('[')?.strip_suffix(']')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Need;

    #[test]
    fn types_are_placeholders() {
        let declared = |name: &str, ty: &str| Declared {
            name: name.to_owned(),
            ty: ty.to_owned(),
            need: Need::Optional,
        };
        let all = [
            declared("a", "String!"),
            declared("b", "[[Int!]]"),
            declared("c", "[Filter!]!"),
            declared("d", "ID"),
        ];
        let saved = JsonBody { samples: vec![r#"{"d": 5}"#.to_owned()], ..JsonBody::default() };
        let (text, open) = of(&all, Some(&saved));
        assert_eq!(text, r#"{"a":"<string>","b":[["<integer>"]],"c":[null],"d":null}"#);
        assert_eq!(open, ["/c/0", "/d"]);
    }
}
