//! The runtime as a module of another crate, where its macros work.

#[path = "../../src/lib.rs"]
pub mod runtime;

mod address;
mod auth;
#[cfg(feature = "client")]
mod calls;
#[cfg(feature = "reqwest")]
mod client;
#[cfg(all(feature = "gzip", feature = "brotli"))]
mod compressed;
mod encode;
#[cfg(feature = "mock-server")]
mod mock_server;
mod models;
#[cfg(feature = "reqwest")]
mod paginate;
mod request;
#[cfg(feature = "reqwest")]
mod server;
#[cfg(feature = "reqwest")]
mod streams;
#[cfg(feature = "rustls")]
mod tls;
mod tolerance;
#[cfg(feature = "client")]
mod transport;
