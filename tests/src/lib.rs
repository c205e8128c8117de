//! What the tests share: a loopback HTTP server that records requests and answers as told, and the recordings of what
//! Postman's runtime sends for the project's own collections.

pub mod golden;
mod received;
mod reply;
mod server;

pub use received::Received;
pub use reply::Reply;
pub use server::{Server, refusing_address};
