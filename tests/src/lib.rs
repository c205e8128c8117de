//! Shared by the tests: a loopback HTTP server that records requests and sends prepared responses,
//! recordings of Postman's runtime for the project's own collections, and a way to run the emitted
//! `replay` programs.

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

/// Compiles the code in the project's README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
