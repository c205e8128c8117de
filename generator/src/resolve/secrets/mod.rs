//! Variables and secrets: which values names have, and which strings must not be emitted.

pub mod json_scan;
pub mod scope;
pub mod sweep;
pub mod tokens;
