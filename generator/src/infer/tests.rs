//! Inference on hand-made APIs, rule by rule.

mod corpus;
mod pages;
mod parameters;
mod requests;
mod responses;

use super::*;
use crate::api::{Answer, AnswerClass, Parameter, Saved, Template};

/// A parameter that sends its samples.
fn sent(name: &str, samples: &[&str]) -> Parameter {
    let saved =
        samples.iter().take(1).map(|sample| Saved::Text(Template(sample.to_string()))).collect();
    Parameter { saved, ..seen(name, samples) }
}

/// A parameter that the request does not send.
fn seen(name: &str, samples: &[&str]) -> Parameter {
    let samples: Vec<String> = samples.iter().map(|sample| sample.to_string()).collect();
    Parameter { name: name.to_owned(), samples, ..Parameter::default() }
}

fn described(parameter: Parameter, description: &str) -> Parameter {
    Parameter { description: Some(description.to_owned()), ..parameter }
}

fn answer(class: AnswerClass, status: Option<u16>, media_type: &str, body: &str) -> Answer {
    let headers = vec![("Content-Type".to_owned(), media_type.to_owned(), None)];
    let body = Some(body.into());
    Answer {
        class,
        status,
        headers,
        body,
        media_type: Some(media_type.to_owned()),
        ..Answer::default()
    }
}

/// An API of one endpoint.
fn api(endpoint: Endpoint) -> Api {
    Api { endpoints: vec![endpoint], ..Api::default() }
}

fn inferred(endpoint: Endpoint) -> EndpointTypes {
    infer(&api(endpoint)).endpoints.remove(0)
}

/// A word for a shape, for short tests.
fn word(shape: &crate::shape::Shape) -> String {
    let number = shape.number.map(|number| format!("{:?}", number.kind()));
    let text = shape.text.as_ref().map(|text| match (text.listed(), text.format()) {
        (Some(values), _) => values.join("|"),
        (None, Some(format)) => format.name().to_owned(),
        (None, None) => "text".to_owned(),
    });
    let array = shape.array.as_ref().map(|elements| format!("[{}]", word(elements)));
    let map = shape.map.as_ref().map(|values| format!("<{}>", word(values)));
    let object = shape.object.as_ref().map(|object| {
        let members = object.members.iter();
        let members = members.map(|(key, member)| {
            format!("{key}{}:{}", if member.optional { "?" } else { "" }, word(&member.shape))
        });
        format!("{{{}}}", members.collect::<Vec<_>>().join(","))
    });
    let null = shape.null.then(|| "null".to_owned());
    let boolean = shape.boolean.then(|| "boolean".to_owned());
    let words: Vec<String> =
        [null, boolean, number, text, array, object, map].into_iter().flatten().collect();
    if words.is_empty() { "any".to_owned() } else { words.join("/") }
}
