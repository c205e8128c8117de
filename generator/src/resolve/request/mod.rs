//! The parts of a request: URL, headers, body, and what saved requests show of them.

pub mod behavior;
pub mod body;
pub mod evidence;
pub mod headers;
pub mod path;
pub mod query;
pub mod servers;
pub mod shared;
pub mod url;
