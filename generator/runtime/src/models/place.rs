//! The place of an error in a document.
//!
//! Only when reading fails, each level on the way out notes its key or its index. That costs nothing when all is well, and
//! it spares every model a second, wrapped copy of its reader.

use super::super::DecodeError;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::fmt::Write;

thread_local! {
    /// The steps to the error that is being returned, innermost first.
    static STEPS: RefCell<Vec<Step>> = const { RefCell::new(Vec::new()) };
}

enum Step {
    Key(String),
    Index(usize),
}

/// Notes a key on the way out.
pub(crate) fn at_key<E>(key: &str) -> impl FnOnce(E) -> E {
    move |error| {
        STEPS.with_borrow_mut(|steps| steps.push(Step::Key(key.to_owned())));
        error
    }
}

/// Notes an index on the way out.
pub(crate) fn at_index<E>(index: usize) -> impl FnOnce(E) -> E {
    move |error| {
        STEPS.with_borrow_mut(|steps| steps.push(Step::Index(index)));
        error
    }
}

/// Forgets the steps of an error that is dealt with.
pub(crate) fn forget() {
    STEPS.with_borrow_mut(Vec::clear);
}

/// The place of the error that came out, such as `users[3].email`.
fn take() -> String {
    let mut place = String::new();
    for step in STEPS.take().iter().rev() {
        match step {
            Step::Key(key) if place.is_empty() => place.push_str(key),
            Step::Key(key) => {
                place.push('.');
                place.push_str(key);
            }
            Step::Index(index) => write!(place, "[{index}]").unwrap_or_default(),
        }
    }
    place
}

/// Reads JSON; an error knows its place.
pub fn from_json<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    forget();
    // Some servers start their answers with a byte order mark.
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    serde_json::from_slice(body).map_err(|source| DecodeError::Json { path: take(), source })
}
