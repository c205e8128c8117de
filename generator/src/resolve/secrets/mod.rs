//! Variables and secrets: which values names have, and which strings must not be emitted.

pub mod conceal;
pub mod find;
mod registry;
pub mod scope;
mod visit;
