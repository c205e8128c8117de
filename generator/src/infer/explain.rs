//! What was found out, place by place, for `--explain`.

use super::types::Rule;
use crate::shape::{NumberKind, Shape, Text};

/// What is known of one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// The JSON pointer of the place; `/*` stands for the elements of a list and the values of a map.
    pub pointer: String,
    /// `string`, `integer`, `number`, `boolean`, `object`, `array`, `map`, `enum`, `union` or `any`.
    pub kind: &'static str,
    /// The format, as in OpenAPI.
    pub format: Option<&'static str>,
    /// Whether the value is always there.
    pub required: bool,
    /// Whether it may be `null`.
    pub nullable: bool,
    /// The values of an enum.
    pub values: Option<Vec<String>>,
    /// The rule in words.
    pub rule: &'static str,
    /// How many values were seen.
    pub samples: usize,
}

/// Lists the place at `pointer`, whose shape is settled, and every place in it.
pub fn explain(pointer: &str, shape: &Shape, required: bool, rule: Rule) -> Vec<Explained> {
    let mut places = Vec::new();
    add(&mut places, pointer.to_owned(), shape, required, rule);
    places
}

fn add(places: &mut Vec<Explained>, pointer: String, shape: &Shape, required: bool, rule: Rule) {
    let text = shape.text.as_ref().filter(|_| kinds(shape) == 1);
    places.push(Explained {
        pointer: pointer.clone(),
        kind: kind(shape),
        format: format(shape),
        required,
        nullable: shape.null,
        values: text.and_then(Text::listed).map(<[String]>::to_vec),
        rule: sentence(shape, rule),
        samples: shape.samples.0,
    });
    for inner in shape.array.iter().chain(&shape.map) {
        add(places, format!("{pointer}/*"), inner, true, rule);
    }
    for (key, member) in shape.object.iter().flat_map(|object| &object.members) {
        let key = key.replace('~', "~0").replace('/', "~1");
        add(places, format!("{pointer}/{key}"), &member.shape, !member.optional, rule);
    }
}

/// How many kinds of values there are, `null` aside.
fn kinds(shape: &Shape) -> usize {
    let scalars = [shape.boolean, shape.number.is_some(), shape.text.is_some()];
    let parts = [shape.array.is_some(), shape.object.is_some(), shape.map.is_some()];
    scalars.iter().chain(&parts).filter(|seen| **seen).count()
}

fn kind(shape: &Shape) -> &'static str {
    match shape {
        _ if kinds(shape) > 1 => "union",
        Shape { boolean: true, .. } => "boolean",
        Shape { number: Some(number), .. } if number.float => "number",
        Shape { number: Some(_), .. } => "integer",
        Shape { text: Some(text), .. } if text.listed().is_some() => "enum",
        Shape { text: Some(_), .. } => "string",
        Shape { array: Some(_), .. } => "array",
        Shape { object: Some(_), .. } => "object",
        Shape { map: Some(_), .. } => "map",
        _ => "any",
    }
}

fn format(shape: &Shape) -> Option<&'static str> {
    match shape {
        _ if kinds(shape) > 1 => None,
        Shape { number: Some(number), .. } if number.kind() == NumberKind::Unsigned => Some("uint64"),
        Shape { number: Some(number), .. } if number.large && number.kind() == NumberKind::Signed => Some("int64"),
        Shape { text: Some(text), .. } => text.format().map(|format| format.name()),
        _ => None,
    }
}

/// What the place itself says, else the rule of the whole.
fn sentence(shape: &Shape, rule: Rule) -> &'static str {
    let joined = matches!(rule, Rule::JsonSamples | Rule::JsonInText);
    let repeated = || shape.text.as_ref().is_some_and(|text| text.listed().is_some());
    match kinds(shape) {
        0 if joined && shape.null => "only null was seen",
        0 if joined => "no value was seen",
        2.. => "values of several kinds",
        _ if shape.map.is_some() && joined => "the keys are data, or none was seen",
        _ if joined && repeated() => "many samples repeat few words",
        _ => rule.sentence(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_listed() {
        let text = r#"{"a/b": [{"at": "2020-01-31"}, {"at": null, "n": 1.5}], "m": {"1": 9007199254740993}, "u": [1, true], "x": null}"#;
        let mut shape = Shape::of_json(text).unwrap();
        shape.settle("");
        let places = explain("/user", &shape, true, Rule::JsonInText);
        let row = |place: &Explained| format!("{} {} {:?} {}", place.pointer, place.kind, place.format, place.samples);
        let found: Vec<String> = places.iter().map(row).collect();
        let expected = [
            "/user object None 1",
            "/user/a~1b array None 1",
            "/user/a~1b/* object None 2",
            "/user/a~1b/*/at string Some(\"date\") 2",
            "/user/a~1b/*/n number None 1",
            "/user/m map None 1",
            "/user/m/* integer Some(\"int64\") 1",
            "/user/u array None 1",
            "/user/u/* union None 2",
            "/user/x any None 1",
        ];
        assert_eq!(found, expected);
        assert!(places[3].nullable && places[3].required && !places[4].required);
        assert_eq!(places[0].rule, "JSON in a text field");
        assert_eq!(places[9].rule, "only null was seen");
    }
}
