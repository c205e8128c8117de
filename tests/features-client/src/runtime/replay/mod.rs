// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What the example `replay` needs to send the collection's own requests: saved values become the arguments of an endpoint, and
//! the endpoint is then handled without its type, so that the code of one request is small.

pub(crate) mod restore;

use super::client::redirect::Hop;
use super::endpoint::method;
use super::{
    Api, Base, Body, BuildError, Chunk, Client, DecodeError, Endpoint, Error, File, Operation,
    Parts, RawResponse, Restore, SavedValue, Text,
};
use http::Method;
use serde_core::Serialize;
use serde_core::de::DeserializeOwned;
use std::fmt;

/// The saved values of one request: a slot for each field that has any.
#[derive(Debug, Clone, Default)]
pub struct Saved {
    slots: Vec<Slot>,
}

/// The saved values of one field, with all variables filled in.
#[derive(Debug, Clone, Default)]
pub struct Slot {
    /// Texts; one JSON text for a typed body.
    pub values: Vec<SavedValue>,
    /// Files.
    pub files: Vec<File>,
}

/// Why an endpoint cannot be made from saved values.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The client has no endpoint for the request.
    Skipped,
    /// There is no such slot: program and data do not belong together.
    NoSlot {
        /// The slot.
        slot: usize,
    },
    /// The saved value does not fit the field.
    Value {
        /// The slot.
        slot: usize,
        /// What is wrong with it.
        reason: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Skipped => f.write_str("the client has no endpoint for it"),
            Fault::NoSlot { slot } => {
                write!(f, "there is no saved value {slot}: replay.json is of another program")
            }
            Fault::Value { slot, reason } => write!(f, "saved value {slot}: {reason}"),
        }
    }
}

impl std::error::Error for Fault {}

impl Saved {
    /// The saved values, slot by slot.
    pub fn new(slots: Vec<Slot>) -> Self {
        Saved { slots }
    }

    /// A parameter: a piece of the path, a query value, a header, a form field, a hole, a whole text.
    pub fn at<T: Restore>(&self, slot: usize) -> Result<T, Fault> {
        T::restore(&self.slot(slot)?.values).map_err(|reason| Fault::Value { slot, reason })
    }

    /// A parameter that is a text.
    pub fn text(&self, slot: usize) -> Result<Text, Fault> {
        self.at(slot)
    }

    /// A typed JSON body. Without a saved text it is what `null` stands for.
    pub fn json<T: DeserializeOwned>(&self, slot: usize) -> Result<T, Fault> {
        let text = self.slot(slot)?.values.first().map_or("null", SavedValue::as_str);
        serde_json::from_str(text).map_err(|error| Fault::Value {
            slot,
            reason: format!("not the JSON of this body: {error}"),
        })
    }

    /// The files: one, one if there is any, or all.
    pub fn file<T: OfFiles>(&self, slot: usize) -> Result<T, Fault> {
        Ok(T::of_files(&self.slot(slot)?.files))
    }

    fn slot(&self, slot: usize) -> Result<&Slot, Fault> {
        self.slots.get(slot).ok_or(Fault::NoSlot { slot })
    }
}

/// An endpoint of an API, without its type.
pub trait AnyEndpoint<A: Api>: Send + Sync {
    /// What is fixed about it.
    fn operation(&self) -> &'static Operation;

    /// The parts of the request to a server.
    fn write_to(&self, base: Base<'_>) -> Result<Parts, BuildError>;

    /// Reads a successful answer and writes the typed value as JSON, to the letter.
    fn read(&self, response: &RawResponse) -> Result<String, DecodeError>;
}

impl<E: Endpoint> AnyEndpoint<E::Api> for E
where
    E::Output: Serialize,
{
    fn operation(&self) -> &'static Operation {
        const { &E::OPERATION }
    }

    fn write_to(&self, base: Base<'_>) -> Result<Parts, BuildError> {
        Endpoint::write_to(self, base)
    }

    fn read(&self, response: &RawResponse) -> Result<String, DecodeError> {
        let output = E::read(response)?;
        serde_json::to_string(&output)
            .map_err(|error| DecodeError::Unexpected { reason: error.to_string() })
    }
}

/// What takes saved files.
pub trait OfFiles {
    /// Of any number of files.
    fn of_files(files: &[File]) -> Self;
}

impl OfFiles for File {
    fn of_files(files: &[File]) -> Self {
        files.first().cloned().unwrap_or_else(File::empty)
    }
}

impl OfFiles for Option<File> {
    fn of_files(files: &[File]) -> Self {
        files.first().cloned()
    }
}

impl OfFiles for Vec<File> {
    fn of_files(files: &[File]) -> Self {
        files.to_vec()
    }
}

/// What a [`Call`] gives.
pub type Made<A> = Result<Box<dyn AnyEndpoint<A>>, Fault>;

/// Makes the endpoint of one request from its saved values.
pub type Call<A> = fn(&Saved) -> Made<A>;

/// The call of a request that the client has no endpoint for.
pub fn skipped<A: Api>(_saved: &Saved) -> Made<A> {
    Err(Fault::Skipped)
}

/// The end of a [`Call`].
pub fn made<E: Endpoint<Api: Api> + 'static>(endpoint: E) -> Made<E::Api>
where
    E::Output: Serialize,
{
    Ok(Box::new(endpoint))
}

/// All bytes of a body in memory. A stream is not read: saved values have none.
pub fn bytes_of(body: Body) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for chunk in body.into_chunks() {
        match chunk {
            Chunk::Bytes(chunk) => bytes.extend_from_slice(&chunk),
            #[cfg(feature = "files")]
            Chunk::File { path, .. } => bytes.extend(std::fs::read(path)?),
            Chunk::Stream { .. } => return Err(std::io::ErrorKind::Unsupported.into()),
        }
    }
    Ok(bytes)
}

impl<A: Api> Client<A> {
    /// What would be sent for an endpoint, with everything that the client adds.
    pub fn parts_of(&self, endpoint: &dyn AnyEndpoint<A>) -> Result<(Method, Parts), Error> {
        let operation = endpoint.operation();
        let parts = method(operation).and_then(|method| {
            let parts = self
                .call(operation, &|base| endpoint.write_to(base))
                .parts(&Hop::first(method.clone()))?;
            Ok((method, parts))
        });
        parts.map_err(|error| Error::build(operation, error))
    }

    /// Sends the request of an endpoint. Returns the response, and its typed value as JSON.
    #[cfg(feature = "client")]
    pub async fn send_any(
        &self,
        endpoint: &dyn AnyEndpoint<A>,
    ) -> Result<(RawResponse, String), Error> {
        let write = |base: Base<'_>| endpoint.write_to(base);
        let call = self.call(endpoint.operation(), &write);
        let answer = call.send().await;
        answer.and_then(|response| read(endpoint, response)).map_err(|error| call.located(error))
    }
}

#[cfg(feature = "client")]
fn read<A: Api>(
    endpoint: &dyn AnyEndpoint<A>,
    response: RawResponse,
) -> Result<(RawResponse, String), Error> {
    let operation = endpoint.operation();
    if !super::client::is_answer(operation, response.status()) {
        return Err(Error::status_error(operation, response));
    }
    match endpoint.read(&response) {
        Ok(json) => Ok((response, json)),
        Err(error) => Err(Error::decode(operation, response, error)),
    }
}
