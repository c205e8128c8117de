//! Turns Postman collections into typed Rust client crates.

pub mod api;
pub mod diagnostics;
pub mod emit;
pub mod explain;
pub mod hints;
pub mod infer;
pub mod json;
pub mod name;
pub mod markdown;
pub mod output;
pub mod pipeline;
pub mod postman;
pub mod read;
pub mod rust;
pub mod resolve;
pub mod shape;
pub mod write;
