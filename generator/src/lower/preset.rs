//! Presets: what the constructors of an endpoint's saved requests are called, and the values that they give.
//!
//! The endpoint's own request and the later ones get a constructor each. It is called after what tells the request from the
//! first one (from the second, for the first): the name without the words at the start and end that both have (`Search paid
//! orders` beside `Search open orders` is `paid`). Where the names are the same, the first value that differs makes the name: `action_sso_create`.
//!
//! A constructor gives every saved value that stands in the collection as it is. One that is a variable, a placeholder
//! or a secret is not given: what `new` takes, the constructor takes then.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::api::{Api, Endpoint};
use crate::docs;
use crate::hints;
use crate::infer::TextPlace as Place;
use crate::json::Json;
use crate::lower::literal::Writer;
use crate::name::apart;
use crate::name::ident;
use crate::name::ident::Scope;
use crate::rust::{self, Expression, Field, Model, Origin, Preset, Slot, SlotPlace, Type};

/// Gives each endpoint with later requests its constructors.
pub fn make(api: &Api, endpoints: &mut [rust::Endpoint], shared: &[Model]) {
    let shared: HashMap<&str, &Model> =
        shared.iter().map(|model| (model.name.as_str(), model)).collect();
    for endpoint in endpoints.iter_mut().filter(|endpoint| !endpoint.later.is_empty()) {
        let mut models = shared.clone();
        models.extend(endpoint.models.iter().map(|model| (model.name.as_str(), model)));
        endpoint.presets = presets(api, endpoint, &models);
    }
}

fn presets(api: &Api, endpoint: &rust::Endpoint, models: &HashMap<&str, &Model>) -> Vec<Preset> {
    let mut scope = Scope::with(endpoint.fields.iter().map(|field| field.name.clone()));
    let requests = std::iter::once((endpoint.index, &endpoint.saved))
        .chain(endpoint.later.iter().map(|later| (later.index, &later.saved)));
    let requests: Vec<(usize, &Vec<Slot>)> = requests.collect();
    let filled: Vec<Preset> = requests
        .iter()
        .map(|(index, saved)| fill(endpoint, &api.endpoints[*index], saved, models))
        .collect();
    // requests with equal values share the constructor of the first
    let is_new = |position: &usize| {
        let values = |preset: &Preset| (preset.arguments.clone(), preset.settings.clone());
        let own = values(&filled[*position]);
        !filled[..*position].iter().any(|earlier| values(earlier) == own)
    };
    let preset = |position: usize| {
        let (index, saved) = requests[position];
        let (other, others) = requests[usize::from(position == 0)];
        let (request, other) = (&api.endpoints[index], &api.endpoints[other]);
        let same = ident::uncut(&request.name) == ident::uncut(&other.name);
        let name = if same {
            own_value(saved, others)
        } else {
            apart::own_words(&request.name, &other.name)
        };
        let name = name.unwrap_or_else(|| ident::snake(&request.name, "preset"));
        let names = [ident::setter(&name, "preset"), "as_saved".to_owned()];
        let name = scope.take(names.iter().filter(|name| !is_like_type(name, &endpoint.name)));
        Preset { name, ..filled[position].clone() }
    };
    (0..requests.len()).filter(is_new).map(preset).collect()
}

/// A constructor that is called like its type: clippy takes it for `new`.
fn is_like_type(name: &str, ty: &str) -> bool {
    name.trim_start_matches("r#").replace('_', "") == ty.to_lowercase()
}

/// The first short text (no identifier) that another request has otherwise, with the name of its field.
fn own_value(saved: &[Slot], others: &[Slot]) -> Option<String> {
    let (mine, theirs) = (named_values(saved), named_values(others));
    let differs = |(name, value): &&(String, String)| {
        !theirs.iter().any(|(key, other)| key == name && other == value)
    };
    let is_word = |(_, value): &&(String, String)| {
        value.len() <= 30
            && hints::is_given(value)
            && value.bytes().filter(u8::is_ascii_digit).count() <= 3
    };
    mine.iter().filter(is_word).find(differs).map(|(name, value)| format!("{name} {value}"))
}

/// The texts of parameters and of the top of JSON bodies, by name.
fn named_values(saved: &[Slot]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for slot in saved {
        for value in slot.values.iter().flatten() {
            match Json::parse(value) {
                Ok(Json::Object(members)) if slot.place == SlotPlace::Json => {
                    found.extend(
                        members
                            .iter()
                            .filter_map(|(key, value)| Some((key.to_string(), scalar(value)?))),
                    );
                }
                _ => found.push((slot.name.clone(), value.clone())),
            }
        }
    }
    found
}

fn scalar(value: &Json) -> Option<String> {
    match value {
        Json::Boolean(value) => Some(value.to_string()),
        Json::Number(text) => Some((*text).to_owned()),
        Json::Text(text) => Some(text.to_string()),
        Json::Null | Json::List(_) | Json::Object(_) => None,
    }
}

fn fill(
    endpoint: &rust::Endpoint,
    request: &Endpoint,
    saved: &[Slot],
    models: &HashMap<&str, &Model>,
) -> Preset {
    let mut preset = Preset {
        name: String::new(),
        docs: String::new(),
        arguments: Vec::new(),
        settings: Vec::new(),
    };
    let mut left_out = Vec::new();
    let structured = endpoint.required.is_some();
    // what is fixed is the same in all requests of an endpoint
    for (field, slot) in endpoint
        .fields
        .iter()
        .zip(saved)
        .filter(|(field, _)| !matches!(field.origin, Origin::Fixed(_)))
    {
        let is_argument = field.origin == Origin::Required;
        let mut writer = Writer::new(models);
        let ty = if is_argument { &field.ty } else { setter_type(&field.ty) };
        let taken = if is_argument && structured { Taken::Itself } else { Taken::Converted };
        let value = value(&mut writer, field, ty, slot, taken);
        left_out.extend(writer.left_out);
        match (value, is_argument) {
            (value, true) => preset.arguments.push(value),
            (Some(value), false) => preset.settings.push((field.name.clone(), value)),
            (None, false) if !slot.values.is_empty() || !slot.files.is_empty() => {
                left_out.push(slot.name.clone())
            }
            (None, false) => {}
        }
    }
    preset.docs = docs::preset(request, &left_out);
    preset
}

/// The type that the setter of a field takes.
fn setter_type(ty: &Type) -> &Type {
    match ty {
        Type::Option(inner) => inner,
        ty => ty,
    }
}

/// What is taken in the place of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taken {
    /// The very type: by the member of a struct.
    Itself,
    /// What can be converted into it: by an argument or a setter.
    Converted,
}

/// The saved value of a field; `None` when it cannot be given.
fn value(
    writer: &mut Writer,
    field: &Field,
    ty: &Type,
    slot: &Slot,
    taken: Taken,
) -> Option<Expression> {
    let texts: Vec<&str> = slot.values.iter().map(Option::as_deref).collect::<Option<_>>()?;
    let is_json = field.is_json || matches!(ty, Type::Json(_));
    let is_typed = is_json || matches!(ty, Type::Bool | Type::I64 | Type::U64 | Type::F64);
    let value = match (texts.as_slice(), ty) {
        ([], _) => return None,
        ([text], _) if is_typed => Json::parse(text).ok()?,
        ([text], Type::Text) if hints::is_given(text) && !is_plain(slot.place, text) => {
            return raw(text, taken);
        }
        ([text], Type::Vec(item)) => Json::List(vec![one(item, text)?]),
        ([text], _) => Json::Text(Cow::Borrowed(text)),
        (several, Type::Vec(item)) => {
            Json::List(several.iter().map(|text| one(item, text)).collect::<Option<_>>()?)
        }
        _ => return None,
    };
    match taken {
        Taken::Itself => writer.exact(ty, &value),
        Taken::Converted => writer.argument(ty, &value),
    }
}

/// One of several texts as a value of this type.
fn one<'a>(ty: &Type, text: &'a str) -> Option<Json<'a>> {
    match ty {
        Type::Bool | Type::I64 | Type::U64 | Type::F64 | Type::Json(_) => Json::parse(text).ok(),
        _ => Some(Json::Text(Cow::Borrowed(text))),
    }
}

fn raw(text: &str, taken: Taken) -> Option<Expression> {
    let raw = Expression::Raw(text.to_owned());
    Some(match taken {
        Taken::Itself => Expression::Into(Box::new(raw)),
        Taken::Converted => raw,
    })
}

/// Escaped as data the text is what Postman sends for it.
fn is_plain(place: SlotPlace, text: &str) -> bool {
    let place = match place {
        SlotPlace::Path => Place::Path,
        SlotPlace::Query => Place::Query,
        SlotPlace::Header => Place::Header,
        SlotPlace::Urlencoded => Place::Urlencoded,
        SlotPlace::Form => Place::Form,
        SlotPlace::XmlText | SlotPlace::JsonText => Place::Hole,
        SlotPlace::Location | SlotPlace::Json | SlotPlace::PlainText | SlotPlace::File => {
            return true;
        }
    };
    place.keeps(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_constructor_is_called_like_its_type() {
        assert!(is_like_type("create_users_v2", "CreateUsersV2"));
        assert!(is_like_type("r#type", "Type"));
        assert!(!is_like_type("as_saved", "CreateUsersV2"));
    }

    #[test]
    fn values_tell_requests_of_one_name_apart() {
        let saved = |text: &str| {
            let values = vec![Some(text.to_owned())];
            vec![Slot {
                place: SlotPlace::Json,
                name: "body".to_owned(),
                values,
                files: Vec::new(),
                sample: None,
                shown: Vec::new(),
            }]
        };
        let (one, other) =
            (saved(r#"{"id": 1, "state": "paid"}"#), saved(r#"{"id": 1, "state": "open"}"#));
        assert_eq!(own_value(&one, &other).as_deref(), Some("state paid"));
        assert_eq!(own_value(&one, &one), None);
    }
}
