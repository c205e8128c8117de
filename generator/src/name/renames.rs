//! Names that the override file gives.

use std::collections::BTreeMap;

/// Names that replace the ones this stage would choose.
#[derive(Debug, Clone, Default)]
pub struct Renames {
    /// Modules of folders, by the folder's position.
    pub modules: BTreeMap<usize, String>,
    /// Structs of requests, by the request's position.
    pub endpoints: BTreeMap<usize, String>,
    /// Settings of the client, by the name that they would have otherwise.
    pub settings: BTreeMap<String, String>,
}
