//! Turns Postman collections into typed Rust client crates.

pub mod api;
pub mod diagnostics;
pub mod name;
pub mod hints;
pub mod infer;
pub mod json;
pub mod postman;
pub mod read;
pub mod shape;
