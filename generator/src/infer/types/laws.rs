//! The laws of grouping, on arbitrary samples.

use std::sync::Arc;

use proptest::prelude::*;

use super::{Direction, Resources, Root, TypeId, Types};
use crate::shape::{Object, Shape};

/// Keys with a value for each.
const MEMBERS: [(&str, &str); 10] = [
    ("id", "1"),
    ("name", r#""Ada""#),
    ("title", r#""Crash on start""#),
    ("price", "12.5"),
    ("archived", "false"),
    ("created_at", r#""2025-03-01T08:00:00Z""#),
    ("owner", r#"{"id": 1, "login": "ada", "role": "admin"}"#),
    ("tags", r#"["bug"]"#),
    ("columns", r#"[{"label": "To do", "position": 1}]"#),
    ("data", r#"{"pong": true}"#),
];

/// An object with some of the keys; values may be null.
fn object() -> impl Strategy<Value = String> {
    let member = prop::sample::select(MEMBERS.to_vec());
    let members = prop::collection::btree_map(member, prop::bool::weighted(0.2), 1..8);
    members.prop_map(|members| {
        let member = |((key, value), is_null): (&(&str, &str), &bool)| {
            format!("\"{key}\": {}", if *is_null { "null" } else { value })
        };
        format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(", "))
    })
}

/// What an endpoint is about, and a sample of its response.
type Sample = (&'static str, String);

fn sample() -> impl Strategy<Value = Sample> {
    let wrapped = prop_oneof![
        object(),
        object().prop_map(|object| format!(r#"{{"data": {object}}}"#)),
        object().prop_map(|object| format!(r#"{{"data": [{object}], "has_more": true}}"#)),
    ];
    (prop::sample::select(vec!["task", "board", "user"]), wrapped)
}

fn shapes(samples: &[Sample]) -> Vec<(Resources, Shape)> {
    let shape = |(noun, text): &Sample| {
        let mut shape = Shape::of_json(text).unwrap();
        shape.settle("");
        (Resources(Arc::new(vec![(*noun).to_owned()])), shape)
    };
    samples.iter().map(shape).collect()
}

fn types(shapes: &[(Resources, Shape)]) -> Types<'_> {
    let roots = shapes.iter().map(|(resources, shape)| Root {
        direction: Direction::Response,
        shape,
        resources: resources.clone(),
    });
    Types::new(&roots.collect::<Vec<_>>())
}

/// The objects of a shape, the outer ones first.
fn objects(shape: &Shape) -> Vec<&Object> {
    let own = shape.object.iter().map(|object| &**object);
    let members = own.clone().flat_map(|object| object.members.values());
    let inner = members.flat_map(|member| objects(&member.shape));
    let parts = [&shape.array, &shape.map].into_iter().flatten().flat_map(|part| objects(part));
    own.chain(inner).chain(parts).collect()
}

/// For each object of each sample, the first object of the same type.
fn grouping(shapes: &[(Resources, Shape)], order: &[usize]) -> Vec<Vec<usize>> {
    let ordered: Vec<(Resources, Shape)> =
        order.iter().map(|&at| (shapes[at].0.clone(), shapes[at].1.clone())).collect();
    let types = types(&ordered);
    let mut ids: Vec<Vec<Option<TypeId>>> = vec![Vec::new(); shapes.len()];
    for (position, &at) in order.iter().enumerate() {
        ids[at] = objects(&ordered[position].1).iter().map(|object| types.of(object)).collect();
    }
    let all: Vec<Option<TypeId>> = ids.iter().flatten().copied().collect();
    let first = |id: &Option<TypeId>| all.iter().position(|other| other == id).unwrap();
    ids.iter().map(|ids| ids.iter().map(first).collect()).collect()
}

fn forwards(count: usize) -> Vec<usize> {
    (0..count).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_order_does_not_matter(samples in prop::collection::vec(sample(), 1..8)) {
        let shapes = shapes(&samples);
        let backwards: Vec<usize> = (0..samples.len()).rev().collect();
        prop_assert_eq!(grouping(&shapes, &forwards(samples.len())), grouping(&shapes, &backwards));
    }

    #[test]
    fn more_of_the_same_changes_no_group(
        samples in prop::collection::vec(sample(), 1..8), again in any::<prop::sample::Index>()
    ) {
        let mut more = samples.clone();
        more.push(again.get(&samples).clone());
        more.push(("invoice", r#"{"due": 1, "paid": 2, "iban": "x", "lines": [{"vat": 1}]}"#.to_owned()));
        let (before, after) = (shapes(&samples), shapes(&more));
        let grouped = grouping(&after, &forwards(more.len()));
        prop_assert_eq!(grouping(&before, &forwards(samples.len())), grouped[..samples.len()].to_vec());
    }

    #[test]
    fn one_value_at_list_get_and_create_is_one_type(object in object()) {
        prop_assume!(object.matches(':').count() > 3 && !object.contains("data"));
        let listed = format!(r#"{{"data": [{object}], "has_more": true}}"#);
        let samples = [("task", object.clone()), ("task", listed), ("task", object)];
        let shapes = shapes(&samples);
        let types = types(&shapes);
        let id = |shape: &Shape| types.of(shape.object.as_ref().unwrap());
        let item = shapes[1].1.object.as_ref().unwrap().members["data"].shape.array.as_ref();
        prop_assert_eq!(id(&shapes[0].1), id(item.unwrap()));
        prop_assert_eq!(id(&shapes[0].1), id(&shapes[2].1));
    }

    #[test]
    fn unrelated_payloads_in_one_envelope_are_apart(count in 2usize..8) {
        let nouns = ["task", "board", "user", "order", "invoice", "team", "label", "note"];
        let samples: Vec<Sample> = nouns[..count].iter().map(|noun| {
            (*noun, format!(r#"{{"success": true, "data": {{"id": 1, "{noun}_name": "x"}}}}"#))
        }).collect();
        let shapes = shapes(&samples);
        let types = types(&shapes);
        let envelopes: Vec<_> = shapes.iter().map(|(_, shape)| {
            types.get(types.of(shape.object.as_ref().unwrap()).unwrap())
        }).collect();
        prop_assert!(envelopes.iter().all(|ty| ty.template.is_some() && ty.template == envelopes[0].template));
        let mut payloads: Vec<_> = shapes.iter().map(|(_, shape)| types.of(objects(shape)[1])).collect();
        payloads.dedup();
        prop_assert_eq!(payloads.len(), count);
    }
}

fn same(samples: &[Sample]) -> bool {
    let shapes = shapes(samples);
    let types = types(&shapes);
    types.of(objects(&shapes[0].1)[0]) == types.of(objects(&shapes[1].1)[0])
}

#[test]
fn short_and_long_forms_need_evidence() {
    let short = r#"{"id": 1, "name": "a", "price": 1.5}"#.to_owned();
    let long = r#"{"id": 1, "name": "a", "price": 1.5, "title": "b"}"#.to_owned();
    assert!(same(&[("task", short.clone()), ("task", long.clone())]));
    assert!(!same(&[("task", short.clone()), ("board", long)]), "of different resources");
    let other =
        r#"{"id": 1, "name": "a", "title": "b", "owner": {"id": 1}, "tags": []}"#.to_owned();
    assert!(!same(&[("task", short.clone()), ("task", other)]), "less than half is shared");
    let conflicting = r#"{"id": 1, "name": true, "price": 1.5, "title": "b"}"#.to_owned();
    assert!(!same(&[("task", short), ("task", conflicting)]), "the names conflict");
}

#[test]
fn trees_are_recursive() {
    let text = r#"{"text": "a", "by": "b", "replies": [{"text": "a", "by": "b", "replies": [{"text": "a", "by": "b"}]}]}"#;
    let shapes = shapes(&[("comment", text.to_owned())]);
    let types = types(&shapes);
    let ids: Vec<_> = objects(&shapes[0].1).into_iter().map(|object| types.of(object)).collect();
    assert!(ids.iter().all(|id| *id == ids[0]) && ids.len() == 3, "{ids:?}");
}
