// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The way from serde to the models and back.

use super::super::DecodeError;
use super::{Cursor, Node, Slot};
use serde_core::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_core::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// Reads a body. An empty one is a model of which every member is absent: a success stays one. It is no number, though.
pub fn from_json<T: Slot>(body: &[u8]) -> Result<T, DecodeError> {
    let mut model = T::blank();
    let Some(text) = checked(body)? else { return said_by_nothing(model.node()).map(|()| model) };
    match model.read(&mut Cursor::new(text)) {
        Ok(()) => Ok(model),
        Err(misfit) => Err(DecodeError::Json {
            path: misfit.place(),
            source: serde_json::Error::custom(misfit.reason()),
        }),
    }
}

/// Whether an empty body may stand for what is shown.
fn said_by_nothing(blank: Node<'_>) -> Result<(), DecodeError> {
    match blank {
        Node::Boolean(_)
        | Node::Signed(_)
        | Node::Unsigned(_)
        | Node::Float(_)
        | Node::Number(_) => {
            Err(DecodeError::Unexpected { reason: "the body is empty".to_owned() })
        }
        _ => Ok(()),
    }
}

/// The JSON text of a body; `None` when it is empty.
fn checked(body: &[u8]) -> Result<Option<&str>, DecodeError> {
    // Some servers start their answers with a byte order mark.
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    if body.trim_ascii().is_empty() {
        return Ok(None);
    }
    let checked = serde_json::from_slice::<&RawValue>(body);
    checked
        .map(|text| Some(text.get()))
        .map_err(|source| DecodeError::Json { path: String::new(), source })
}

/// Reads a model from anything that serde reads: `Deserialize` of every model.
pub fn read_model<'de, T: Slot, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let Json(json) = Json::deserialize(deserializer)?;
    let mut model = T::blank();
    model.read(&mut Cursor::new(&json)).map_err(D::Error::custom)?;
    Ok(model)
}

/// Writes a model to anything that serde writes: `Serialize` of every model.
pub fn write_model<S: Serializer>(model: &dyn Slot, serializer: S) -> Result<S::Ok, S::Error> {
    model.node().serialize(serializer)
}

/// JSON text.
struct Json<'de>(Cow<'de, str>);

/// By this name `serde_json` hands out text as it stands, so that no digit of a number is lost. Other readers take it for the
/// name of any type and give values.
const AS_TEXT: &str = "$serde_json::private::RawValue";

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(AS_TEXT, JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    /// From `serde_json`: one member, whose value is the text.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json<'de>, A::Error> {
        map.next_key::<IgnoredAny>()?;
        map.next_value::<Text<'de>>().map(|text| Json(text.0))
    }

    /// From others.
    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Json<'de>, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Ok(Json(Cow::Owned(value.to_string())))
    }
}

/// A text that is borrowed where that is possible.
struct Text<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text)))
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Node::Null => serializer.serialize_unit(),
            Node::Boolean(value) => serializer.serialize_bool(value),
            Node::Signed(value) => serializer.serialize_i64(value),
            Node::Unsigned(value) => serializer.serialize_u64(value),
            Node::Float(value) => serializer.serialize_f64(value),
            Node::Number(text) => write_number(text, serializer),
            Node::Text(text) | Node::Secret(text) => serializer.serialize_str(text),
            Node::Value(value) => value.serialize(serializer),
            Node::List(list) => {
                let mut seq = serializer.serialize_seq(Some(list.count()))?;
                let mut written = Ok(());
                list.items(&mut |item| {
                    if written.is_ok() {
                        written = seq.serialize_element(&item);
                    }
                });
                written?;
                seq.end()
            }
            Node::Object(_, object) => {
                let mut map = serializer.serialize_map(None)?;
                let mut written = Ok(());
                object.members(&mut |key, value| {
                    if written.is_ok() {
                        written = map.serialize_entry(key, &value);
                    }
                });
                written?;
                map.end()
            }
        }
    }
}

/// A number that an integer type holds exactly is written as one; every other one as its text.
fn write_number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(value) = text.parse::<i64>()
        && text != "-0"
    {
        return serializer.serialize_i64(value);
    }
    if let Ok(value) = text.parse::<u64>() {
        return serializer.serialize_u64(value);
    }
    let raw = RawValue::from_string(text.to_owned()).map_err(serde_core::ser::Error::custom)?;
    raw.serialize(serializer)
}
