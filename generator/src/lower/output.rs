//! What a success of an endpoint is: one type, an option, or an enum by status.

use crate::api::{self, AnswerClass};
use crate::infer::{EndpointTypes, ResponseShape, ResponseTypes};
use crate::lower::types::Types;
use crate::name::draft::Origin;
use crate::name::tree::EndpointName;
use crate::rust::{Arm, Endpoint, Output, Role, Type};

/// Says what an endpoint gives, behind the line that says what it sends: ``GET /users/:id` → [`User`]``.
pub fn document(endpoint: &mut Endpoint) {
    let Some(given) = given(&endpoint.output) else { return };
    let docs = &mut endpoint.docs;
    let Some(line) = docs.find("\n\n").map(|end| end + 2) else { return };
    let end = docs[line..].find("\n\n").map_or(docs.len(), |end| line + end);
    docs.insert_str(end, &format!(" → {given}"));
}

fn given(output: &Output) -> Option<String> {
    match output {
        Output::Json(ty) => spoken(ty),
        Output::OptionalJson(ty) => spoken(ty).map(|given| format!("{given}, or nothing")),
        Output::ByStatus { name, .. } => Some(format!("[`{name}`]")),
        Output::Text => Some("a text".to_owned()),
        Output::Bytes => Some("bytes".to_owned()),
        Output::Empty => Some("nothing".to_owned()),
        Output::Stream(item) => {
            let item = item.as_ref().and_then(spoken).unwrap_or_else(|| "items".to_owned());
            Some(format!("a stream of {item}"))
        }
        Output::Untyped => None,
    }
}

fn spoken(ty: &Type) -> Option<String> {
    match ty {
        Type::Named(name) => Some(format!("[`{name}`]")),
        Type::Vec(inner) => spoken(inner).map(|inner| format!("a list of {inner}")),
        Type::Option(inner) | Type::Boxed(inner) => spoken(inner),
        Type::Generic(base, arguments) => {
            let (base, first) = (spoken(base)?, arguments.first().and_then(spoken));
            Some(first.map_or_else(|| base.clone(), |first| format!("{base} of {first}")))
        }
        _ => None,
    }
}

/// A documented success: its status and what it holds.
struct Success {
    status: Option<u16>,
    output: Output,
}

/// The output of an endpoint, and its documented redirects that count as success.
///
/// A 304 is no success beside a documented 2xx: only a conditional request gets it, and it has nothing to decode.
pub fn lower(
    endpoint: &api::Endpoint,
    found: &EndpointTypes,
    types: &mut Types,
    name: &EndpointName,
) -> (Output, Vec<u16>) {
    let documented =
        |class: AnswerClass| found.responses.iter().filter(move |response| response.class == class);
    let any_success = documented(AnswerClass::Success).next().is_some();
    let redirects: Vec<&ResponseTypes> = documented(AnswerClass::Redirect)
        .filter(|response| !any_success || response.status != Some(304))
        .collect();
    let statuses = redirects.iter().filter_map(|response| response.status).collect();
    let responses: Vec<&ResponseTypes> =
        documented(AnswerClass::Success).chain(redirects).collect();
    let origin = |root| Origin {
        endpoint: endpoint.index,
        keys: Vec::new(),
        element: false,
        root,
        resource: String::new(),
        label: None,
    };
    let successes: Vec<Success> = responses
        .iter()
        .zip(roots(&responses, &name.noun))
        .map(|(response, root)| Success {
            status: response.status,
            output: if is_bodiless(endpoint, response.status) {
                Output::Empty
            } else {
                one(&response.body, types, &origin(root))
            },
        })
        .collect();
    (combine(successes, name), statuses)
}

/// Answers that carry no body whatever the collection saves for them (RFC 9110, sections 6.4.1 and 15.3.5).
pub fn is_bodiless(endpoint: &api::Endpoint, status: Option<u16>) -> bool {
    endpoint.method == "HEAD" || matches!(status, Some(204 | 205 | 304))
}

/// What stands at the top of each of these responses is called so: `noun`, and from the second status on with the reason
/// behind it (`PaymentAccepted`).
fn roots(responses: &[&ResponseTypes], noun: &str) -> Vec<String> {
    let root = |(position, response): (usize, &&ResponseTypes)| match (
        position,
        reason(response.status),
    ) {
        (0, _) | (_, None) => noun.to_owned(),
        (_, Some(reason)) => crate::name::ident::inner_type(noun, reason),
    };
    responses.iter().enumerate().map(root).collect()
}

fn reason(status: Option<u16>) -> Option<&'static str> {
    http::StatusCode::from_u16(status?).ok()?.canonical_reason()
}

/// Every shape that [`lower`] will ask for, with the name of what stands at its top.
pub fn shapes<'a>(found: &'a EndpointTypes, noun: &str) -> Vec<(String, &'a crate::shape::Shape)> {
    let of =
        |class: AnswerClass| found.responses.iter().filter(move |response| response.class == class);
    let responses: Vec<&ResponseTypes> =
        of(AnswerClass::Success).chain(of(AnswerClass::Redirect)).collect();
    let roots = roots(&responses, noun);
    roots
        .into_iter()
        .zip(responses)
        .filter_map(|(root, response)| Some((root, response.body.json.as_ref()?)))
        .collect()
}

fn one(body: &ResponseShape, types: &mut Types, origin: &Origin) -> Output {
    if body.stream {
        let shape = body.json.as_ref().filter(|_| !body.text);
        let item = shape.map(|shape| types.nullable(Role::Response, shape, origin));
        return Output::Stream(item);
    }
    match (&body.json, body.text, body.binary, body.empty) {
        (Some(shape), false, false, empty) => {
            let ty = types.nullable(Role::Response, shape, origin);
            if empty { Output::OptionalJson(ty) } else { Output::Json(ty) }
        }
        (None, true, false, _) => Output::Text,
        (None, false, true, _) => Output::Bytes,
        (None, false, false, true) => Output::Empty,
        _ => Output::Untyped,
    }
}

fn combine(successes: Vec<Success>, name: &EndpointName) -> Output {
    let mut distinct: Vec<Output> = Vec::new();
    for success in &successes {
        if !distinct.contains(&success.output) {
            distinct.push(success.output.clone());
        }
    }
    match distinct.as_slice() {
        [] => Output::Untyped,
        [one] => one.clone(),
        // The status does not tell how long a body is, and a value cannot wait for a stream.
        several if several.iter().any(|output| matches!(output, Output::Stream(_))) => {
            Output::Untyped
        }
        [Output::Json(ty) | Output::OptionalJson(ty), Output::Empty]
        | [Output::Empty, Output::Json(ty) | Output::OptionalJson(ty)] => {
            Output::OptionalJson(ty.clone())
        }
        [Output::Json(a), Output::OptionalJson(b)] | [Output::OptionalJson(a), Output::Json(b)]
            if a == b =>
        {
            Output::OptionalJson(a.clone())
        }
        _ if successes.iter().any(|success| success.status.is_none()) => Output::Untyped,
        _ => by_status(&successes, distinct, name),
    }
}

fn by_status(successes: &[Success], distinct: Vec<Output>, name: &EndpointName) -> Output {
    let arms = distinct.into_iter().map(|output| {
        let statuses: Vec<u16> = successes
            .iter()
            .filter(|success| success.output == output)
            .filter_map(|success| success.status)
            .collect();
        let reason = reason(statuses.first().copied());
        let fallback = format!("Status{}", statuses.first().copied().unwrap_or_default());
        let variant = reason.map_or(fallback.clone(), crate::name::ident::variant);
        let variant = if variant == "Ok" { "Success".to_owned() } else { variant };
        let docs =
            statuses.iter().map(|status| format!("`{status}`")).collect::<Vec<_>>().join(", ");
        Arm { variant, statuses, output, docs: format!("Status {docs}.") }
    });
    Output::ByStatus {
        name: crate::name::ident::inner_type(&name.name, "Output"),
        arms: arms.collect(),
    }
}
