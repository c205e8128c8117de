//! What GraphQL documents say: which variables have to be given, and which members a response has.

use super::inferred::{Evidence, Inference, ResponseTypes};
use crate::api::{AnswerClass, Body, Declared, Endpoint, JsonBody, Need, Selected};
use crate::json::Json;
use crate::shape::{Member, Shape};

/// Marks the variables that the document requires, where each saved value of `variables` has them. The last sample of each
/// body is the declaration itself.
pub(super) fn require(bodies: &[&JsonBody], declared: &[&Declared], inference: &mut Inference) {
    if bodies.iter().all(|body| body.saved.is_none()) && !declared.is_empty() {
        inference.presence.evidence = Evidence::Declared;
    }
    let saved: Vec<Json<'_>> = bodies
        .iter()
        .filter(|body| body.saved.is_some())
        .filter_map(|body| Json::parse(body.samples.first()?).ok())
        .collect();
    let Some(object) = &mut inference.shape.object else { return };
    for variable in declared.iter().filter(|variable| variable.need == Need::Required) {
        let given =
            |json: &Json<'_>| json.get(&variable.name).is_some_and(|value| *value != Json::Null);
        if let Some(member) = object.members.get_mut(&variable.name)
            && saved.iter().all(given)
        {
            member.shape.tell().required = true;
        }
    }
}

/// Adds to `data` of each success the members that the operations select and no sample shows.
pub(super) fn select(requests: &[&Endpoint], responses: &mut [ResponseTypes]) {
    let selections = requests.iter().filter_map(|request| match &request.body {
        Body::Graphql(body) => Some(&body.selection),
        _ => None,
    });
    for selection in selections {
        let successes =
            responses.iter_mut().filter(|response| response.class == AnswerClass::Success);
        for shape in successes.filter_map(|response| response.body.json.as_mut()) {
            let data = shape.object.as_mut().and_then(|object| object.members.get_mut("data"));
            if let Some(data) = data {
                fill(&mut data.shape, selection);
            }
        }
    }
}

fn fill(shape: &mut Shape, selection: &[Selected]) {
    if let Some(items) = &mut shape.array {
        fill(items, selection);
    }
    if let Some(object) = &mut shape.object {
        for field in selection {
            match object.members.get_mut(&field.key) {
                Some(member) => fill(&mut member.shape, &field.inner),
                None => {
                    let unknown = Member { optional: true, ..Member::default() };
                    object.members.insert(field.key.clone(), unknown);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selected_members_are_added_where_an_object_was_seen() {
        let field = |key: &str, inner: Vec<Selected>| Selected { key: key.to_owned(), inner };
        let selection = [
            field("users", vec![field("id", vec![]), field("name", vec![])]),
            field("next", vec![]),
        ];
        let mut shape = Shape::of_json(r#"{"users": [{"id": "1"}]}"#).unwrap();
        fill(&mut shape, &selection);
        let members = &shape.object.as_ref().unwrap().members;
        let users = members["users"].shape.array.as_ref().unwrap().object.as_ref().unwrap();
        assert_eq!(users.members.keys().collect::<Vec<_>>(), ["id", "name"]);
        assert!(users.members["name"].optional && members.contains_key("next"));
    }
}
