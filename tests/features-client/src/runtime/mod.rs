// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The hand-written part of every emitted client.
//!
//! It is compiled and tested as a crate of its own, and copied verbatim into each client as its module `runtime`. So paths
//! are relative, and macros name what they need as `crate::runtime::…`, which is where it is in a client.
//!
//! An endpoint is a value of type [`Endpoint`]: it writes itself into a [`RequestBuilder`] and reads a [`RawResponse`].
//! A [`Client`] adds the address, the credentials and a transport.

#[cfg(all(target_arch = "wasm32", any(feature = "blocking", feature = "mock-server")))]
compile_error!(
    "the features `blocking` and `mock-server` need threads and sockets, which WebAssembly has not: leave them out"
);

#[cfg(feature = "client")]
pub(crate) mod address;
mod arguments;
pub mod auth;
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
pub mod blocking;
mod body;
mod build_error;
pub mod builder;
#[cfg(feature = "reqwest")]
mod by_reqwest;
#[cfg(feature = "client")]
mod call;
pub mod client;
mod clock;
#[cfg(feature = "client")]
mod deadline;
mod decode_error;
pub mod documented;
#[cfg(feature = "client")]
mod download;
pub mod encode;
mod endpoint;
mod error;
mod file;
mod header_text;
#[cfg(feature = "client")]
pub mod hook;
mod json_text;
pub mod mime;
#[cfg(feature = "mock")]
pub mod mock;
#[cfg(all(feature = "mock-server", not(target_arch = "wasm32")))]
pub mod mock_server;
pub mod models;
mod multipart;
pub mod options;
#[cfg(feature = "client")]
pub mod pages;
pub mod paginate;
mod param;
pub mod prelude;
pub mod redirect;
pub mod replay;
mod request;
mod response;
mod restore;
pub mod retries;
#[cfg(feature = "client")]
mod send;
mod target;
mod template;
mod text;
#[cfg(all(feature = "client", feature = "tracing"))]
mod trace;
#[cfg(feature = "client")]
pub mod transport;
mod transport_error;
#[cfg(feature = "reqwest")]
mod upload;

pub use auth::{Credential, Outgoing};
pub use body::{Body, ByteStream, Chunk};
pub use build_error::BuildError;
pub use builder::ClientBuilder;
pub use client::Client;
pub use decode_error::DecodeError;
pub use documented::DocumentedError;
#[cfg(feature = "client")]
pub use download::Download;
pub use endpoint::{Api, AuthSpec, Endpoint, Operation, Scheme, ServerSpec, Settings};
pub use error::{Error, ErrorKind};
pub use file::{File, FileParam};
pub use header_text::header_value;
#[cfg(feature = "client")]
pub use hook::{Hook, HookError};
pub use json_text::Json;
pub use models::{
    Cursor, Date, DateTime, JsonKind, Map, Misfit, Node, Number, Slot, TextEnum, Time, Union, Uuid,
    fit, read_model, read_text_enum, read_union, show_members, write_model,
};
pub use multipart::MultipartBuilder;
pub use options::CallOptions;
pub use paginate::Paginate;
pub use param::{Param, Sink};
pub use request::{Form, Parts, RequestBuilder};
pub use response::{Answer, Exchange, RawResponse, Untyped};
pub use restore::{Restore, SavedValue, single, single_text};
pub use retries::Retries;
pub use target::Secrecy;
pub use template::{Language, Piece};
pub use text::{Raw, Secret, Text, TextKind};
#[cfg(feature = "client")]
pub use transport::Transport;
pub use transport_error::{Reason, TransportError};

// What the macros and the emitted code need of others.
pub use bytes::Bytes;
pub use http::{HeaderMap, StatusCode};
pub use serde::de::{Deserialize, Deserializer};
pub use serde::ser::{Serialize, Serializer};
pub use serde_json::Value;

pub(crate) use arguments::arguments;
pub(crate) use endpoint::{endpoints, operation};
pub(crate) use models::{body, fields, text_enum, union};
pub(crate) use paginate::paged;
