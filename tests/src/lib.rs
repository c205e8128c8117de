//! What the tests share: a loopback HTTP server that records requests and answers as told, the recordings of what Postman's
//! runtime sends for the project's own collections, and a way to run the emitted programs that send them.

mod canned;
pub mod golden;
mod received;
pub mod replay;
mod reply;
mod server;

pub use canned::canned;
pub use received::Received;
pub use reply::Reply;
pub use server::{Server, refusing_address};

/// The code in the project's README compiles.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
