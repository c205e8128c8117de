//! Evidence to types: for each place of an [`Api`] that holds values, what is known of them and by which rule.
//!
//! The order of the rooms: `json` reads a JSON text without losing the text of its numbers, `evidence` turns it into a
//! [`crate::shape::Shape`] (type placeholders count as their type), `parameter` and `response` join the samples of one
//! place, [`crate::shape::Shape::settle`] decides what they mean.

mod types;

pub use types::*;
