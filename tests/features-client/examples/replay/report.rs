// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What is printed about a request: one line of JSON.

use std::fmt::Display;

use super::data::Request;
use super::variables::Variables;
use crate::client::runtime::encode;

/// A secret shorter than this is not looked for in messages: it would be found everywhere.
const SHORTEST_SECRET: usize = 3;

/// What came of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A success, read as its type. Holds the status and the typed value as JSON.
    Ok(u16, String),
    /// The server's status is no success. Holds the status and a message.
    ApiError(u16, String),
    /// A success that could not be read. Holds the status and a message.
    DecodeError(u16, String),
    /// No answer, or none that is whole. Holds a message.
    TransportError(String),
    /// Nothing was sent. Holds the reason.
    Unsupported(String),
}

impl Outcome {
    /// Nothing was sent, for this reason.
    pub fn unsupported(reason: impl Display) -> Self {
        Outcome::Unsupported(reason.to_string())
    }

    fn fields(&self) -> (&'static str, Option<u16>, Option<&str>, Option<&str>) {
        match self {
            Outcome::Ok(status, value) => ("ok", Some(*status), Some(value), None),
            Outcome::ApiError(status, error) => ("api_error", Some(*status), None, Some(error)),
            Outcome::DecodeError(status, error) => {
                ("decode_error", Some(*status), None, Some(error))
            }
            Outcome::TransportError(error) => ("transport_error", None, None, Some(error)),
            Outcome::Unsupported(error) => ("unsupported", None, None, Some(error)),
        }
    }
}

/// The line about a request that was sent, or could not be. Values of secrets are taken out of the message.
pub fn outcome(request: &Request, outcome: &Outcome, variables: &Variables) -> String {
    let (name, status, value, error) = outcome.fields();
    encode::json_line(&format!(
        r#"{{"index":{},"path":{},"outcome":"{name}","status":{},"value":{},"error":{}}}"#,
        request.index,
        path(request),
        status.map_or("null".to_owned(), |status| status.to_string()),
        value.map_or_else(|| "null".to_owned(), |value| without_saved(request, value, variables)),
        error.map_or("null".to_owned(), |error| quoted(&redacted(error, variables))),
    ))
}

/// A typed value as JSON, without secrets that a script saves from the response.
fn without_saved(request: &Request, value: &str, variables: &Variables) -> String {
    let mut value = value.to_owned();
    for save in request.saves.iter().filter(|save| save.secret) {
        if let Some(secret) = variables.get(&save.variable).filter(|secret| !secret.is_empty()) {
            value = value.replace(&quoted(secret), &quoted(&format!("${}", save.variable)));
        }
    }
    value
}

/// The line that says what a request is.
pub fn listing(request: &Request) -> String {
    let (method, url) = (quoted(&request.method), quoted(&request.url));
    encode::json_line(&format!(
        r#"{{"index":{},"path":{},"method":{method},"url":{url}}}"#,
        request.index,
        path(request)
    ))
}

/// A text without the values of secrets.
pub fn redacted(text: &str, variables: &Variables) -> String {
    let mut text = text.to_owned();
    for (name, value) in
        variables.secret_values().filter(|(_, value)| value.len() >= SHORTEST_SECRET)
    {
        text = text.replace(value, &format!("${name}"));
    }
    text
}

fn path(request: &Request) -> String {
    let names: Vec<String> = request.path.iter().map(|name| quoted(name)).collect();
    format!("[{}]", names.join(","))
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
