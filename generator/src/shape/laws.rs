//! The laws of the lattice, on arbitrary JSON.

use proptest::prelude::*;
use serde_json::value::RawValue;

use super::{Shape, Text, Values};
use crate::json::Json;

/// Values with all that the lattice tells apart.
const LEAVES: [&str; 33] = [
    "null",
    "true",
    "0",
    "-1",
    "1.0",
    "-0",
    "0.1",
    "1e400",
    "9007199254740993",
    "-9223372036854775808",
    "18446744073709551615",
    "123456789012345678901",
    "0.12345678901234567890",
    r#""""#,
    r#""open""#,
    r#""closed""#,
    r#""a b""#,
    r#""2020-01-31""#,
    r#""2020-01-31T10:00:00Z""#,
    r#""2020-01-31T10:00:00.5+0100""#,
    r#""10:00:00""#,
    r#""QUJD""#,
    r#""123e4567-e89b-12d3-a456-426614174000""#,
    r#""ada@example.org""#,
    r#""https://example.org""#,
    r#""::1""#,
    r#""{{name}}""#,
    r#""<integer>""#,
    r#""<boolean>""#,
    r#""<object>""#,
    r#""<array>""#,
    r#""<dateTime>""#,
    r#""<Error: deep>""#,
];

/// JSON texts with all that the lattice tells apart: kinds, formats, numbers at the edges, placeholders, keys that are data.
fn json() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "a",
        "b",
        "status",
        "1",
        "27",
        "2020-01-31",
        "key_0",
        "dolor_3f",
        "en",
        "de",
        "pt-BR",
    ]);
    let leaf = prop::sample::select(LEAVES.to_vec()).prop_map(str::to_owned);
    leaf.prop_recursive(4, 24, 4, move |inner| {
        let list = prop::collection::vec(inner.clone(), 0..4)
            .prop_map(|list| format!("[{}]", list.join(",")));
        let members = prop::collection::btree_map(key.clone(), inner, 0..4);
        let object = members.prop_map(|members| {
            let members: Vec<String> =
                members.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
            format!("{{{}}}", members.join(","))
        });
        prop_oneof![list, object]
    })
}

fn samples() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(json(), 0..4)
}

fn shape(samples: &[String]) -> Shape {
    Shape::join_all(samples.iter().map(|sample| Shape::of_json(sample).unwrap()))
}

fn joined(mut one: Shape, other: Shape) -> Shape {
    one.join(&other);
    one
}

proptest! {
    #[test]
    fn join_is_commutative(a in samples(), b in samples()) {
        prop_assert_eq!(joined(shape(&a), shape(&b)), joined(shape(&b), shape(&a)));
    }

    #[test]
    fn join_is_associative(a in samples(), b in samples(), c in samples()) {
        let left = joined(joined(shape(&a), shape(&b)), shape(&c));
        prop_assert_eq!(left, joined(shape(&a), joined(shape(&b), shape(&c))));
    }

    #[test]
    fn join_is_idempotent(a in samples()) {
        prop_assert_eq!(joined(shape(&a), shape(&a)), shape(&a));
    }

    #[test]
    fn nothing_seen_is_neutral(a in samples()) {
        prop_assert_eq!(joined(shape(&a), Shape::default()), shape(&a));
        prop_assert_eq!(joined(Shape::default(), shape(&a)), shape(&a));
    }

    #[test]
    fn absorbing_is_joining(samples in samples()) {
        let mut absorbed = Shape::default();
        samples.iter().for_each(|sample| absorbed.absorb(&Json::parse(sample).unwrap(), &[]));
        prop_assert_eq!(absorbed.samples.0, shape(&samples).samples.0);
        prop_assert_eq!(absorbed, shape(&samples));
    }

    #[test]
    fn what_was_joined_is_admitted(samples in samples()) {
        let mut shape = shape(&samples);
        for sample in &samples {
            prop_assert!(shape.admits(&Json::parse(sample).unwrap()), "{} before", sample);
        }
        shape.settle("");
        for sample in &samples {
            prop_assert!(shape.admits(&Json::parse(sample).unwrap()), "{} when settled", sample);
        }
    }

    #[test]
    fn settling_settles(samples in samples()) {
        let mut once = shape(&samples);
        once.settle("");
        let mut twice = once.clone();
        twice.settle("");
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn what_is_admitted_adds_no_member(samples in samples(), other in json()) {
        let known = shape(&samples);
        let value = Json::parse(&other).unwrap();
        let wider = joined(known.clone(), Shape::of(&value));
        let members = |shape: &Shape| shape.object.as_ref().map_or(0, |object| object.members.len());
        // a map admits any key
        prop_assert!(members(&wider) == members(&known) || known.map.is_some() || !known.admits(&value));
    }

    #[test]
    fn any_text_is_read_as_serde_json_reads_it(text in r#"[\[\]{}",:0-9aeE\\ntrue .<>-]{0,16}"#) {
        prop_assert_eq!(Shape::of_json(&text).is_ok(), serde_json::from_str::<&RawValue>(&text).is_ok());
    }
}

#[test]
fn lists_swallow_words() {
    let words = |words: &[&str]| Text {
        values: Values::Few(words.iter().map(|&word| word.into()).collect()),
        ..Text::none()
    };
    let list = |values: &[&str]| Text::of_list(values.iter().map(|&value| value.into()).collect());
    let join = |mut one: Text, other: Text| {
        one.join(&other);
        one.values
    };
    assert_eq!(join(list(&["b", "a"]), words(&["c"])), list(&["b", "a"]).values);
    assert_eq!(join(words(&["c"]), list(&["b", "a"])), list(&["b", "a"]).values);
    assert_eq!(join(list(&["b"]), list(&["a", "b"])), list(&["b", "a"]).values);
    assert_eq!(join(words(&["a", "c"]), words(&["b"])), words(&["a", "b", "c"]).values);
    assert_eq!(join(words(&["a", "b", "c"]), words(&["d", "e", "f"])), Values::Open);
    assert_eq!(join(words(&["a"]), Text::of_format(None)), Values::Open);
}
