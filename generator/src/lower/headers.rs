//! Headers that are always the same.

use crate::api::{Parameter, Saved};

/// The texts of a header that has no variables.
pub fn fixed_texts(parameter: &Parameter) -> Option<Vec<String>> {
    let text = |saved: &Saved| match saved {
        Saved::Text(template) if !template.0.contains("{{") => Some(template.0.clone()),
        Saved::Text(_) | Saved::Bare => None,
    };
    parameter.saved.iter().map(text).collect::<Option<Vec<_>>>().filter(|texts| !texts.is_empty())
}

/// Headers that say how to talk, not what to do: a caller never sets them for one call.
pub fn is_standard(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "accept",
        "accept-charset",
        "accept-encoding",
        "accept-language",
        "cache-control",
        "connection",
        "content-type",
        "host",
        "origin",
        "pragma",
        "referer",
        "user-agent",
        "x-requested-with",
        "dnt",
        "content-length",
        "transfer-encoding",
        "expect",
        "content-encoding",
    ];
    NAMES.contains(&name.to_ascii_lowercase().as_str())
}
