//! What a person says to this stage.

use std::collections::{BTreeMap, HashMap};

/// What a person says of requests and variables.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// For requests, by their position.
    pub requests: BTreeMap<usize, RequestOverrides>,
    /// Whether the value of a variable is a secret, by its name.
    pub variables: HashMap<String, bool>,
}

/// What a person says of a request.
#[derive(Debug, Clone, Default)]
pub struct RequestOverrides {
    /// It has no endpoint.
    pub skip: bool,
    /// Whether values under a key are secrets.
    pub secrets: Secrets,
}

/// Whether the values under a key are secrets: what a person says, else what the key's name says.
#[derive(Debug, Clone, Default)]
pub struct Secrets(pub HashMap<String, bool>);

impl Secrets {
    /// Whether a person says that a value under this key may be shown.
    pub(crate) fn shown(&self, key: &str) -> bool {
        self.0.get(key) == Some(&false)
    }
}
