//! Rust text: files, types, documentation comments.

pub mod docs;
pub mod format;
pub mod types;
