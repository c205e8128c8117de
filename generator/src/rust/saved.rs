//! Saved responses, as the mock server and the tests read them. The schema stands in `runtime/src/mock_server/saved.rs`.

use std::sync::Arc;

use serde::Serialize;

/// A request that has saved responses.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SavedRequest {
    /// Its position in the collection.
    pub index: usize,
    /// Its method.
    pub method: String,
    /// Its path with `{}` for arguments, and as it is saved when an argument holds several segments.
    pub paths: Vec<String>,
    /// The responses; there is one at least.
    pub responses: Vec<SavedResponse>,
}

/// A saved response.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SavedResponse {
    /// What it is called: no other one of the collection is called so.
    pub id: String,
    /// Its name as it stands.
    pub name: String,
    /// Its status.
    pub status: u16,
    /// What kind of answer it is.
    pub class: &'static str,
    /// Its headers, but for those of the wire.
    pub headers: Vec<(String, String)>,
    /// The query of the request that it answers.
    pub query: Vec<(String, Option<String>)>,
    /// Its body; empty when it has none.
    pub body: Arc<str>,
}
