//! Turns Postman collections into typed Rust client crates.

pub mod api;
pub mod diagnostics;
pub mod output;
pub mod postman;
pub mod read;
pub mod shape;
pub mod write;
