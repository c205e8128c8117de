// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Which requests the command line names.

use std::collections::BTreeSet;

use super::data::{Collection, Request};

/// The requests to take.
#[derive(Debug)]
pub enum Selection {
    /// All.
    All,
    /// Those with these numbers.
    Only(BTreeSet<u64>),
}

impl Selection {
    /// Finds what `--only` names: numbers and names, with commas between them. A name is that of a request, or of its folders
    /// too, with slashes between them; it stands for every request of that name.
    ///
    /// # Errors
    ///
    /// A line for people that says which name or number is unknown.
    pub fn of(only: Option<&[String]>, collections: &[Collection]) -> Result<Self, String> {
        let Some(only) = only else { return Ok(Selection::All) };
        let mut found = BTreeSet::new();
        for written in only {
            let whole = named(written, collections);
            if !whole.is_empty() {
                found.extend(whole);
                continue;
            }
            for name in written.split(',').map(str::trim).filter(|name| !name.is_empty()) {
                let requests = named(name, collections);
                if requests.is_empty() {
                    return Err(format!("there is no request {name}; --list shows all of them"));
                }
                found.extend(requests);
            }
        }
        Ok(Selection::Only(found))
    }

    /// Whether the request with this number is to be taken.
    pub fn takes(&self, index: u64) -> bool {
        match self {
            Selection::All => true,
            Selection::Only(only) => only.contains(&index),
        }
    }
}

/// The numbers of the requests of this number or name.
fn named(name: &str, collections: &[Collection]) -> Vec<u64> {
    let requests = collections.iter().flat_map(|collection| &collection.requests);
    let number: Option<u64> = name.parse().ok();
    let is_meant = |request: &&Request| match number {
        Some(number) => request.index == number,
        None => {
            request.path.last().is_some_and(|own| own == name) || request.path.join("/") == name
        }
    };
    requests.filter(is_meant).map(|request| request.index).collect()
}
