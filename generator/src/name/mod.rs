//! Identifiers, and nothing else: from the words of a collection to Rust's names.
//!
//! [`ident`] opens with a catalogue of examples. [`tree`] names modules and endpoints, [`candidates`]
//! says what a type may be called, best first.

pub mod apart;
pub mod candidates;
pub mod collections;
pub mod draft;
pub mod ident;
mod renames;
pub mod reserved;
pub mod spoken;
pub mod thing;
pub mod title;
pub mod tree;
pub mod words;

pub use renames::Renames;
