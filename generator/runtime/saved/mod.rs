//! Checks that every saved success of a collection decodes into its type, and comes back from it without loss: once from the
//! saved text, once over a real connection to the mock server, which serves the saved errors as well.
//!
//! What the saved responses look like is said in the runtime's `mock_server/saved.rs`.

use std::marker::PhantomData;

use bytes::Bytes;
use serde_json::Value;

use crate::client::runtime::mock_server::MockServer;
use crate::client::runtime::replay::AnyEndpoint;
use crate::client::runtime::{
    Api, BuildError, DecodeError, Endpoint, Error, Operation, RawResponse, RequestBuilder, Retries,
    Serialize,
};

/// The saved responses of a collection, and its endpoints by the number of the request.
pub struct Collection<A: Api> {
    /// `saved_responses.json`.
    pub json: &'static str,
    /// The endpoints that have any.
    pub endpoints: &'static [(u64, Probe<A>)],
}

/// Makes a request of an endpoint that asks the mock server for one saved response.
pub type Probe<A> = fn(Wanted) -> Box<dyn AnyEndpoint<A>>;

/// A saved response that is wanted.
#[derive(Debug, Default)]
pub struct Wanted {
    path: String,
    id: String,
}

/// The [`Probe`] of an endpoint.
pub fn probe<E: Endpoint + 'static>(wanted: Wanted) -> Box<dyn AnyEndpoint<E::Api>>
where
    E::Output: Serialize,
{
    Box::new(Probing { wanted, endpoint: PhantomData::<fn() -> E> })
}

/// Sent like another endpoint's requests, and reads what that one reads.
struct Probing<E> {
    wanted: Wanted,
    endpoint: PhantomData<fn() -> E>,
}

impl<E: Endpoint> Endpoint for Probing<E> {
    type Api = E::Api;
    type Output = E::Output;
    const OPERATION: Operation = E::OPERATION;

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path(&self.wanted.path)?;
        request.header("x-mock-response-id", &self.wanted.id.as_str())
    }

    fn read(response: &RawResponse) -> Result<E::Output, DecodeError> {
        E::read(response)
    }
}

/// Checks all saved successes as they are saved; panics with a list of all that went wrong.
pub fn decode<A: Api>(collection: &Collection<A>) {
    report(each(collection, |saved| {
        if saved.class() == "success" {
            losses(saved.body(), &saved.decode()?)
        } else {
            Ok(Vec::new())
        }
    }));
}

/// Checks what a client makes of all saved responses when the mock server gives them; panics with a list of all that went wrong.
pub fn serve<A: Api>(collection: &Collection<A>) {
    let server = MockServer::<A>::start(collection.json)
        .expect("a port is free, and the saved responses can be read");
    let client = server
        .client_builder()
        .retries(Retries::none())
        .build()
        .expect("every server has an address");
    let driver = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("the system has what it takes");
    report(each(collection, |saved| {
        let result = driver.block_on(client.send_any(&*saved.endpoint));
        saved.judge(result.map(|(response, value)| (response.status(), value)))
    }));
}

/// Runs a check for each saved response, and gives what it found.
fn each<A: Api>(
    collection: &Collection<A>,
    check: impl Fn(&Saved<'_, A>) -> Result<Vec<String>, String>,
) -> Vec<String> {
    let all: Value = serde_json::from_str(collection.json).expect("saved_responses.json is JSON");
    let mut wrong = Vec::new();
    for request in all.as_array().into_iter().flatten() {
        let index = request["index"].as_u64().unwrap_or_default();
        let probe = collection
            .endpoints
            .iter()
            .find(|(at, _)| *at == index)
            .map(|(_, probe)| probe)
            .expect("each has its endpoint");
        let path = request["paths"][0].as_str().unwrap_or_default().replace("{}", "x");
        for response in request["responses"].as_array().into_iter().flatten() {
            let id = response["id"].as_str().unwrap_or_default().to_owned();
            let found =
                check(&Saved { response, endpoint: probe(Wanted { path: path.clone(), id }) });
            let place = format!("request {index}, {}", response["name"]);
            wrong.extend(
                found
                    .unwrap_or_else(|error| vec![error])
                    .into_iter()
                    .map(|fault| format!("{place}: {fault}")),
            );
        }
    }
    wrong
}

fn report(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

/// A saved response and its endpoint.
struct Saved<'a, A: Api> {
    response: &'a Value,
    endpoint: Box<dyn AnyEndpoint<A>>,
}

impl<A: Api> Saved<'_, A> {
    fn class(&self) -> &str {
        self.response["class"].as_str().unwrap_or_default()
    }

    fn body(&self) -> &str {
        self.response["body"].as_str().unwrap_or_default()
    }

    fn status(&self) -> u16 {
        self.response["status"]
            .as_u64()
            .and_then(|status| status.try_into().ok())
            .unwrap_or_default()
    }

    /// The typed value of the saved text.
    fn decode(&self) -> Result<String, String> {
        let mut built = http::Response::builder().status(self.status());
        let headers = self.response["headers"].as_array().into_iter().flatten();
        for (name, value) in
            headers.filter_map(|header| Some((header[0].as_str()?, header[1].as_str()?)))
        {
            // the mock server leaves out the others, too
            if http::HeaderName::from_bytes(name.as_bytes()).is_ok()
                && http::HeaderValue::from_str(value).is_ok()
            {
                built = built.header(name, value);
            }
        }
        let built =
            built.body(Bytes::from(self.body().to_owned())).map_err(|error| error.to_string())?;
        self.endpoint.read(&built.into()).map_err(|error| error.to_string())
    }

    /// What is wrong with the outcome of a call.
    fn judge(
        &self,
        outcome: Result<(http::StatusCode, String), Error>,
    ) -> Result<Vec<String>, String> {
        let status = match &outcome {
            Ok((status, _)) => Some(*status),
            Err(error) => error.status(),
        };
        if status.is_none_or(|status| status.as_u16() != self.status()) {
            return Err(format!("{} became {outcome:?}", self.status()));
        }
        match outcome {
            Ok((_, value)) if self.class() == "success" => losses(self.body(), &value),
            Err(error) if self.class() == "success" => Err(error.to_string()),
            Ok(_) if self.status() >= 400 => {
                Err(format!("{} is taken for a success", self.status()))
            }
            Err(error) if error.body() != self.body().as_bytes() => {
                Err("the body of the error is lost".to_owned())
            }
            _ => Ok(Vec::new()),
        }
    }
}

/// What of a saved text is not in its typed value.
fn losses(saved: &str, decoded: &str) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    // in a body that is no JSON (or has numbers beyond all floats) there is nothing to compare
    if let Ok(saved) = serde_json::from_str::<Value>(saved) {
        let mut decoded: Value =
            serde_json::from_str(decoded).map_err(|error| error.to_string())?;
        // A stream of one item looks like the item.
        if let Value::Array(items) = &mut decoded
            && items.len() == 1
            && saved.is_object()
        {
            decoded = items.remove(0);
        }
        compare(&saved, &decoded, "", &mut found);
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
