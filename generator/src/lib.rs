//! Turns Postman collections into typed Rust client crates.

pub mod api;
pub mod diagnostics;
pub mod postman;
pub mod read;
pub mod resolve;
pub mod shape;
