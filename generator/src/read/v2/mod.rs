//! Exports in schema v2.0 or v2.1, and the JSON environments that Postman exports with them.

mod auth;
mod body;
mod collection;
mod parameters;
mod request;
mod response;
mod url;
mod variables;

pub(super) use parameters::header;
