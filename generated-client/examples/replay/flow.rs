// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Values that scripts of the collection save from responses, for later requests of the same run.
//!
//! ```json
//! "saves": [{"variable": "token", "json": ["access_token"], "status": 200, "secret": true},
//!           {"variable": "id", "json": ["items", 0, "id"]}, {"variable": "first", "json": ["items", null, "id"]},
//!           {"variable": "place", "header": "Location"}, {"variable": "session", "cookie": "sid"},
//!           {"variable": "text", "body": true}]
//! ```
//!
//! A step of `json` is the key of a member, the position of an element, or null for some element: the first.

use serde_json::Value;

use super::data::{Collection, Request};
use super::variables::{Piece, Variables, pieces};
use crate::client::runtime::RawResponse;

/// What is saved from the response to a request.
#[derive(Debug)]
pub struct Save {
    /// The variable that gets the value.
    pub variable: String,
    /// Where the value is.
    pub from: From,
    /// The status that the script checks for.
    pub status: Option<u64>,
    /// The value must not be printed.
    pub secret: bool,
}

/// Where a value is in a response.
#[derive(Debug)]
pub enum From {
    /// At a path of its JSON.
    Json(Vec<Value>),
    /// In a header.
    Header(String),
    /// In a cookie.
    Cookie(String),
    /// It is the whole body.
    Body,
}

impl Save {
    /// Reads an entry of `saves`.
    pub fn read(value: &Value) -> Save {
        let text = |key: &str| value[key].as_str().map(str::to_owned);
        let from = match (&value["json"], text("header"), text("cookie")) {
            (Value::Array(steps), _, _) => From::Json(steps.clone()),
            (_, Some(name), _) => From::Header(name),
            (_, _, Some(name)) => From::Cookie(name),
            _ => From::Body,
        };
        Save {
            variable: text("variable").unwrap_or_default(),
            from,
            status: value["status"].as_u64(),
            secret: value["secret"] == true,
        }
    }

    /// The value in a response, as Postman saves it.
    fn value(&self, response: &RawResponse, json: Option<&Value>) -> Option<String> {
        if self.status.is_some_and(|status| status != u64::from(response.status().as_u16())) {
            return None;
        }
        match &self.from {
            From::Json(steps) => text_of(at(json?, steps)?),
            From::Header(name) => {
                Some(response.headers().get(name.as_str())?.to_str().ok()?.to_owned())
            }
            From::Cookie(name) => cookie(response, name),
            From::Body => Some(String::from_utf8_lossy(response.body()).into_owned()),
        }
    }
}

/// Saves what the scripts of a request save from its response. Variables of the command line keep their values.
pub fn save(
    request: &Request,
    response: &RawResponse,
    fixed: &[(String, String)],
    variables: &mut Variables,
) {
    if request.saves.is_empty() {
        return;
    }
    let json: Option<Value> = serde_json::from_slice(response.body()).ok();
    for save in &request.saves {
        if fixed.iter().any(|(name, _)| *name == save.variable) {
            continue;
        }
        if let Some(value) = save.value(response, json.as_ref()) {
            if save.secret {
                variables.mark_secret(&save.variable);
            }
            variables.set(&save.variable, value);
        }
    }
}

/// The variables that a request needs and have no value, with the request whose response supplies each.
pub fn lacking<'c>(
    collection: &'c Collection,
    request: &Request,
    variables: &Variables,
) -> Vec<(String, &'c Request)> {
    let mut lacking: Vec<(String, &Request)> = Vec::new();
    for name in names(collection, request, variables) {
        let known = lacking.iter().any(|(known, _)| *known == name);
        if known || variables.get(&name).is_some_and(|value| !value.is_empty()) {
            continue;
        }
        let saves = |other: &&Request| {
            other.index != request.index && other.saves.iter().any(|save| save.variable == name)
        };
        if let Some(producer) = collection.requests.iter().find(saves) {
            lacking.push((name, producer));
        }
    }
    lacking
}

/// The names of the variables in the templates of a request.
fn names(collection: &Collection, request: &Request, variables: &Variables) -> Vec<String> {
    let slots = request.slots.iter().flat_map(|slot| slot.values.iter().flatten());
    let server = collection.servers.get(request.server);
    let auth = request.auth.and_then(|auth| collection.auths.get(auth));
    let auth = auth.into_iter().flat_map(|auth| auth.parameters.iter().map(|(_, value)| value));
    let mut texts: Vec<&str> = slots.chain(server).chain(auth).map(String::as_str).collect();
    let mut names: Vec<String> = Vec::new();
    while let Some(text) = texts.pop() {
        for piece in pieces(text) {
            if let Piece::Name(name) = piece
                && !names.iter().any(|known| known == name)
            {
                names.push(name.to_owned());
                texts.extend(variables.get(name));
            }
        }
    }
    names
}

/// What to do about values that a request lacks, for people.
pub fn advice(request: &Request, lacking: &[(String, &Request)]) -> String {
    let each = lacking.iter().map(|(name, producer)| {
        format!("{name} (request {}, {})", producer.index, producer.path.join("/"))
    });
    let each: Vec<String> = each.collect();
    format!(
        "replay: request {} lacks values that earlier responses supply: {}. Send those too, or set them with --var.",
        request.index,
        each.join(", ")
    )
}

fn at<'v>(json: &'v Value, steps: &[Value]) -> Option<&'v Value> {
    steps.iter().try_fold(json, |value, step| match step {
        Value::String(key) => value.get(key),
        Value::Number(index) => value.get(usize::try_from(index.as_u64()?).ok()?),
        _ => value.get(0),
    })
}

/// The text of a value as a variable of Postman's has it. Null is no value.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

fn cookie(response: &RawResponse, name: &str) -> Option<String> {
    let cookies = response.headers().get_all("set-cookie").into_iter();
    let mut pairs =
        cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next()?.split_once('='));
    pairs.find(|(key, _)| key.trim() == name).map(|(_, value)| value.trim().to_owned())
}
