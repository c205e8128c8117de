//! Turns Postman collections into typed Rust client crates.

pub mod api;
pub mod diagnostics;
pub mod markdown;
pub mod postman;
pub mod shape;
