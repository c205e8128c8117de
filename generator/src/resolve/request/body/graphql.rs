//! GraphQL bodies.

mod document;
mod evidence;

use serde_json::{Map, Value};

use crate::api::{self, Declared, Graphql, JsonBody, Language, Template};
use crate::diagnostics::Kind;
use crate::postman::Body;
use crate::resolve::context::Context;
use crate::resolve::request::body::{Content, json};

/// A GraphQL body. Variables that are no JSON make the whole body a text.
pub(crate) fn resolve(context: &mut Context<'_>, body: &Body) -> Content {
    let empty = Map::new();
    let members = body.graphql.as_ref().and_then(Value::as_object).unwrap_or(&empty);
    let text = |name: &str| members.get(name).and_then(Value::as_str);
    let operation = document::operation(
        text("query").unwrap_or_default(),
        text("operationName").filter(|name| !name.is_empty()),
    );
    if let Some(problem) = operation.fault {
        context.note(Kind::GraphqlFault { problem }, &body.place);
    }
    let variables = match members.get("variables") {
        None => Ok(None),
        Some(Value::String(text)) if text.is_empty() => Ok(None),
        Some(Value::String(text)) => json::body(context, text, &body.place).map(Some),
        Some(value) => json::body(context, &value.to_string(), &body.place).map(Some),
    };
    let found = match variables {
        Ok(variables) => api::Body::Graphql(Graphql {
            variables: with_declared(variables, &operation.declared, body),
            declared: operation.declared,
            selection: operation.selection,
            query: text("query").map(|query| context.template(query)),
            operation: text("operationName").map(|name| context.template(name)),
            empty: members.is_empty(),
            place: body.place.clone(),
        }),
        Err(problem) => {
            context.note(Kind::BodyNotJson { problem }, &body.place);
            let whole = whole_text(
                text("query"),
                text("operationName"),
                text("variables").unwrap_or_default(),
            );
            api::Body::Text(crate::resolve::request::body::raw::text_body(
                context,
                &whole,
                Language::Json,
                body,
            ))
        }
    };
    Content { body: found, content_type: Some(Template("application/json".to_owned())) }
}

/// The saved variables with what the document declares as further evidence.
fn with_declared(saved: Option<JsonBody>, declared: &[Declared], body: &Body) -> Option<JsonBody> {
    if declared.is_empty() {
        return saved;
    }
    let (sample, open) = evidence::of(declared, saved.as_ref());
    let mut variables =
        saved.unwrap_or_else(|| JsonBody { place: body.place.clone(), ..JsonBody::default() });
    variables.samples.push(sample);
    variables.open.extend(open);
    Some(variables)
}

/// The text that Postman puts together.
fn whole_text(query: Option<&str>, operation: Option<&str>, variables: &str) -> String {
    let mut members = Vec::new();
    members.extend(query.map(|query| format!("\"query\":{}", Value::from(query))));
    members
        .extend(operation.map(|operation| format!("\"operationName\":{}", Value::from(operation))));
    members.push(format!("\"variables\":{variables}"));
    format!("{{{}}}", members.join(","))
}
