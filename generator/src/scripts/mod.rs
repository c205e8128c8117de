//! What a script says about requests and responses. Scripts are parsed, never run.
//!
//! The room takes the text of one script and returns [`Facts`]: which paths of the response's JSON it reads, which
//! variables it sets and where their values come from, which statuses, types and values it asserts, which headers and
//! query parameters it drops when a variable is unset, and which signatures it computes.
//!
//! The walk over the syntax tree follows values through variables, destructuring, helper functions and callbacks, so
//! `const j = pm.response.json(); pm.environment.set("id", j.items[0].id)` is one fact: `id` comes from `items[0].id`.
//! Time and depth are bounded: a script that is nested too deeply or too long is [`Unreadable`].
//!
//! Without the feature `scripts` there is no parser; only the names of the variables that scripts set are found then.

mod facts;
#[cfg(feature = "scripts")]
mod nesting;
mod scan;
#[cfg(all(test, feature = "scripts"))]
mod tests;
#[cfg(feature = "scripts")]
mod walk;

#[cfg(feature = "scripts")]
use crate::json_path::{JsonPath, Step};
pub use facts::{
    Asserted, Assertion, Dropped, Facts, JsonType, Part, Read, SetVariable, Signature, Source,
    Status, Target,
};

/// Why a script cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// What is wrong, in words.
    pub reason: String,
    /// The line of the script, from 1, where known.
    pub line: Option<u32>,
}

/// The longest script that is parsed, in bytes.
#[cfg(feature = "scripts")]
const MOST_BYTES: usize = 1 << 20;

/// The facts of a script.
///
/// # Errors
///
/// If it is no JavaScript, or too long or too deeply nested to be parsed safely. The names of the variables that it
/// seems to set are in the facts all the same.
#[cfg(feature = "scripts")]
pub fn facts(source: &str) -> (Facts, Option<Unreadable>) {
    if source.trim().is_empty() {
        return (Facts::default(), None);
    }
    let read = match source.len() {
        length if length > MOST_BYTES => {
            Err(Unreadable { reason: format!("it is longer than {MOST_BYTES} bytes"), line: None })
        }
        _ => nesting::check(source).and_then(|()| walk::facts(source)),
    };
    match read {
        Ok(facts) => (facts, None),
        Err(unreadable) => (scan::facts(source), Some(unreadable)),
    }
}

/// The facts of a script, as far as they can be found without a parser: the names of the variables that it sets.
#[cfg(not(feature = "scripts"))]
pub fn facts(source: &str) -> (Facts, Option<Unreadable>) {
    (scan::facts(source), None)
}
