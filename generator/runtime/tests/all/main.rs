//! The runtime in its second home: as a module of another crate, where its macros work.

#[path = "../../src/lib.rs"]
pub mod runtime;

mod models;
