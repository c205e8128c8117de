// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Checks that every saved success of a collection decodes into its type, and comes back from it without loss.
//!
//! `saved_responses.json` is a list of `{"index": 0, "responses": [{"name", "status", "content_type", "body"}]}`.

use bytes::Bytes;
use serde_json::Value;

use crate::client::runtime::Endpoint;

/// Decodes one saved response and gives the typed value as JSON.
pub type Decode = fn(http::Response<Bytes>) -> Result<Value, String>;

/// The [`Decode`] of an endpoint.
pub fn decode<E: Endpoint>(response: http::Response<Bytes>) -> Result<Value, String>
where
    E::Output: serde::Serialize,
{
    let output = E::decode(response).map_err(|error| error.to_string())?;
    let text = serde_json::to_string(&output).map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

/// Checks all saved responses; panics with a list of all that went wrong.
pub fn check(json: &str, endpoints: &[(u64, Decode)]) {
    let all: Value = serde_json::from_str(json).expect("saved_responses.json is JSON");
    let mut wrong = Vec::new();
    for endpoint in all.as_array().into_iter().flatten() {
        let index = endpoint["index"].as_u64().unwrap_or_default();
        let decode = endpoints.iter().find(|(at, _)| *at == index).map(|(_, decode)| decode);
        for response in endpoint["responses"].as_array().into_iter().flatten() {
            let place = format!("request {index}, {}", response["name"]);
            match decode.ok_or_else(|| "no such endpoint".to_owned()).and_then(|decode| losses(response, *decode)) {
                Ok(losses) => wrong.extend(losses.into_iter().map(|loss| format!("{place}: {loss}"))),
                Err(error) => wrong.push(format!("{place}: {error}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{} saved responses:\n{}", wrong.len(), wrong.join("\n"));
}

fn losses(response: &Value, decode: Decode) -> Result<Vec<String>, String> {
    let body = response["body"].as_str().unwrap_or_default().to_owned();
    let status = u16::try_from(response["status"].as_u64().unwrap_or(200)).map_err(|error| error.to_string())?;
    let mut built = http::Response::builder().status(status);
    if let Some(media_type) = response["content_type"].as_str() {
        built = built.header("content-type", media_type);
    }
    let built = built.body(Bytes::from(body.clone())).map_err(|error| error.to_string())?;
    let value = decode(built)?;
    let mut found = Vec::new();
    // a body that is no JSON is a text or bytes: there is no structure to compare
    if let Ok(saved) = serde_json::from_str(&body) {
        compare(&saved, &value, "", &mut found);
    }
    Ok(found)
}

/// What of `saved` is not in `decoded`. Null and absent are one; so are `1` and `1.0`.
fn compare(saved: &Value, decoded: &Value, place: &str, found: &mut Vec<String>) {
    match (saved, decoded) {
        (Value::Object(saved), Value::Object(decoded)) => {
            for (key, value) in saved {
                match decoded.get(key) {
                    Some(decoded) => compare(value, decoded, &format!("{place}/{key}"), found),
                    None if value.is_null() => {}
                    None => found.push(format!("{place}/{key} is lost")),
                }
            }
        }
        (Value::Array(saved), Value::Array(decoded)) if saved.len() == decoded.len() => {
            for (at, (saved, decoded)) in saved.iter().zip(decoded).enumerate() {
                compare(saved, decoded, &format!("{place}/{at}"), found);
            }
        }
        (Value::Number(saved), Value::Number(decoded)) if saved.as_f64() == decoded.as_f64() => {}
        (saved, decoded) if saved == decoded => {}
        (saved, decoded) => found.push(format!("{place}: {saved} became {decoded}")),
    }
}
