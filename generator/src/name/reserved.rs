//! Names at the root of a collection that requests and folders cannot have.

/// The enum of environments. A collection without environments does not have it.
pub const ENVIRONMENT: &str = "Environment";

/// The trait with a method for each response header.
pub const RESPONSE_HEADERS: &str = "ResponseHeaders";
