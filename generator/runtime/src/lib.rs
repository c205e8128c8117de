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

mod addresses;
pub mod auth;
mod build_error;
pub mod client;
mod clock;
mod endpoint;
mod error;
mod maybe_send;
#[cfg(all(feature = "mock-server", not(target_arch = "wasm32")))]
pub mod mock_server;
pub mod models;
pub mod prelude;
pub mod replay;
mod request;
mod response;
pub mod transport;

#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
pub use client::blocking;
#[cfg(feature = "client")]
pub use client::hook;
pub use client::{builder, options, redirect, retries};
pub use request::{encode, mime};
#[cfg(feature = "client")]
pub use response::pages;
pub use response::{documented, paginate, stream};
#[cfg(feature = "mock")]
pub use transport::mock;

pub use auth::{Credential, Outgoing};
pub use build_error::BuildError;
pub use client::Client;
pub use client::builder::ClientBuilder;
#[cfg(feature = "client")]
pub use client::hook::{Hook, HookError};
pub use client::options::CallOptions;
pub use client::retries::Retries;
pub use endpoint::{
    Api, AuthSpec, Base, Endpoint, Operation, Scheme, ServerSpec, Settings, ValueSpec,
};
pub use error::{Error, ErrorKind};
pub use models::{
    Cursor, Date, DateTime, JsonKind, Map, Misfit, Node, Number, Slot, TextEnum, Time, Union, Uuid,
    fit, read_model, read_text_enum, read_union, show_members, write_model,
};
pub use replay::restore::{Restore, SavedValue, single, single_text};
pub use request::body::{Body, ByteStream, Chunk};
pub use request::file::{File, FileParam};
pub use request::header_text::header_value;
pub use request::json_text::Json;
pub use request::multipart::MultipartBuilder;
pub use request::param::{Param, Sink};
pub use request::target::Secrecy;
pub use request::template::{Language, Piece};
pub use request::text::{Raw, Secret, Text, TextKind};
pub use request::{Form, Parts, RequestBuilder};
pub use response::decode_error::DecodeError;
pub use response::documented::DocumentedError;
#[cfg(feature = "client")]
pub use response::download::Download;
pub use response::paginate::Paginate;
pub use response::stream::{Event, EventStream};
pub use response::{Answer, Exchange, RawResponse, Untyped};
#[cfg(feature = "client")]
pub use transport::Transport;
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
pub use transport::by_reqwest::reqwest_builder;
pub use transport::transport_error::{Reason, TransportError};

// What the macros and the emitted code need of others.
pub use bytes::Bytes;
pub use http::{HeaderMap, StatusCode};
pub use serde_core::de::{Deserialize, Deserializer};
pub use serde_core::ser::{Serialize, Serializer};
pub use serde_json::Value;

pub(crate) use endpoint::{endpoints, operation};
pub(crate) use models::{body, fields, text_enum, union};
pub(crate) use request::arguments::arguments;
pub(crate) use response::paginate::paged;
