//! Enums in bodies that converters from OpenAPI made of placeholders.
//!
//! Such a body has `"<string>"` for every free string, and one of the values for an enum. So a word in it that is no
//! placeholder is a value of an enum. The words of equal objects (of one set of keys) are pooled over the collection: two
//! or more different ones, of which one is repeated, make an enum. One word alone may be a constant or an example.

use std::collections::{BTreeMap, HashMap};

use super::inferred::{BodyTypes, EndpointTypes};
use crate::api::Endpoint;
use crate::hints;
use crate::json::Json;
use crate::shape::{Object, Shape, Values};

/// How often each word was seen, by the sorted keys of its object and its own key.
type Pool = HashMap<Box<[String]>, BTreeMap<String, BTreeMap<String, usize>>>;

/// Marks the enums of all endpoints. `requests` are those of each endpoint; shapes are settled.
pub(super) fn mark(requests: &[Vec<&Endpoint>], endpoints: &mut [EndpointTypes]) {
    let mut pool = Pool::default();
    for request in requests.iter().flatten() {
        let responses = request.answers.iter().filter_map(|answer| answer.body.as_deref());
        let body = request.body.as_json().into_iter().flat_map(|body| &body.samples);
        for text in responses.chain(body.map(String::as_str)) {
            // a quick look: most bodies have no placeholder
            if text.contains("\"<") {
                absorb(text, &mut pool);
            }
        }
    }
    for words in pool.values_mut() {
        words.retain(|_, words| words.len() > 1 && words.values().any(|times| *times > 1));
    }
    pool.retain(|_, words| !words.is_empty());
    if pool.is_empty() {
        return;
    }
    for endpoint in endpoints {
        for response in &mut endpoint.responses {
            response.body.json.iter_mut().for_each(|shape| list(shape, &pool));
        }
        if let BodyTypes::Json(inference) = &mut endpoint.body {
            list(&mut inference.shape, &pool);
        }
    }
}

/// Takes in the words of a body whose strings are placeholders otherwise.
fn absorb(text: &str, pool: &mut Pool) {
    let Ok(json) = Json::parse(text) else { return };
    let (mut placeholders, mut others) = (0, 0);
    json.visit(&mut |value| {
        if let Json::Text(text) = value {
            let named = hints::placeholder(text).is_some();
            placeholders += usize::from(named);
            others += usize::from(!named && !hints::is_constant(text));
        }
    });
    if placeholders == 0 || others > 0 {
        return;
    }
    json.visit(&mut |value| {
        let Json::Object(members) = value else { return };
        for (key, value) in members {
            let Json::Text(word) = value else { continue };
            if hints::placeholder(word).is_none() && !hints::repeats_name(key, word) {
                let object = pool.entry(keys(members.iter().map(|(key, _)| &**key))).or_default();
                let words = object.entry(key.to_string()).or_default();
                *words.entry(word.to_string()).or_default() += 1;
            }
        }
    });
}

fn keys<'a>(keys: impl Iterator<Item = &'a str>) -> Box<[String]> {
    let mut keys: Vec<String> = keys.map(str::to_owned).collect();
    keys.sort_unstable();
    keys.into_boxed_slice()
}

/// Makes enums of the members that the pool knows.
fn list(shape: &mut Shape, pool: &Pool) {
    if let Some(object) = &mut shape.object {
        list_members(object, pool);
    }
    shape.array.iter_mut().chain(&mut shape.map).for_each(|part| list(part, pool));
}

fn list_members(object: &mut Object, pool: &Pool) {
    let known = pool.get(&keys(object.members.keys().map(String::as_str)));
    for (key, member) in &mut object.members {
        let shape = &mut member.shape;
        let is_word = shape.kinds() == 1
            && shape.text.as_ref().is_some_and(|text| text.format().is_none())
            && shape.example.0.is_some();
        if let (true, Some(text)) = (is_word, &mut shape.text)
            && let Some(words) = known.and_then(|known| known.get(key))
        {
            text.values = Values::Listed(words.keys().cloned().collect());
        }
        list(shape, pool);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pool(texts: &[&str]) -> Pool {
        let mut pool = Pool::default();
        texts.iter().for_each(|text| absorb(text, &mut pool));
        pool
    }

    #[test]
    fn words_among_placeholders_are_pooled() {
        let one = r#"{"id": "<uuid>", "state": "open"}"#;
        let other = r#"[{"state": "closed", "id": "<uuid>"}]"#;
        let pool = pool(&[one, other, one, r#"{"id": "x y", "state": "odd", "t": "<string>"}"#]);
        let words = &pool[&keys(["state", "id"].into_iter())]["state"];
        assert_eq!(
            words.iter().map(|(word, times)| (&**word, *times)).collect::<Vec<_>>(),
            [("closed", 1), ("open", 2)]
        );
        assert_eq!(pool.len(), 1, "a body with free text is no evidence");
    }
}
