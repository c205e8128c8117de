//! The location after which a type is named: a type that several endpoints use is named after the thing that it is, not after
//! the first endpoint that returned it.
//!
//! * A resource names its objects: what `/tasks/:id` returns and is called `Task` there is a `Task` everywhere.
//! * Otherwise a key that means something names them: `owner` is an `Owner`.
//! * Two resources with one form have both names, `ExpenseOrIncome`. An object with few members that has several names is
//!   called after its members, and so is one that only unrelated endpoints share.

use std::collections::BTreeSet;

use super::candidates::{is_container, is_generic};
use super::draft::Origin;
use super::ident;
use crate::hints::plural::singular;

/// An object with no more members may be anything.
const FEW_MEMBERS: usize = 3;
/// As many members make a name.
const NAMING_MEMBERS: usize = 3;

/// The origin that names a type with these members and locations, which are in the order of the collection.
pub fn origin(locations: &[Origin], members: &[&str]) -> Option<Origin> {
    let first = locations.first()?;
    let endpoints: BTreeSet<usize> = locations.iter().map(|origin| origin.endpoint).collect();
    let resources: Vec<&Origin> = locations.iter().filter(|origin| is_resource(origin)).collect();
    let of_resources: BTreeSet<String> =
        resources.iter().map(|origin| ident::pascal(&origin.resource, "")).collect();
    if endpoints.len() < 2 {
        return Some(resources.first().copied().unwrap_or(first).clone());
    }
    let keyed = || locations.iter().filter(|origin| is_keyed(origin));
    let of_keys: BTreeSet<String> = keyed().filter_map(key_name).collect();
    let names: BTreeSet<&String> = of_resources.union(&of_keys).collect();
    let neutral = |name: String| {
        Some(Origin { keys: Vec::new(), element: false, root: name, ..first.clone() })
    };
    if members.len() <= FEW_MEMBERS && names.len() > 1 {
        return neutral(after_members(members));
    }
    match (of_resources.len(), keyed().next()) {
        (1, _) => resources.first().map(|origin| (*origin).clone()),
        (2, _) => neutral(of_resources.into_iter().collect::<Vec<_>>().join(" or ")),
        (0, Some(key)) => Some(key.clone()),
        (0, None) => {
            let roots: BTreeSet<&str> = locations.iter().map(|origin| &*origin.root).collect();
            match roots.len() {
                1 => Some(first.clone()),
                _ => neutral(common_words(&roots).unwrap_or_else(|| after_members(members))),
            }
        }
        _ => neutral(after_members(members)),
    }
}

/// It is what an endpoint is about, and called so.
fn is_resource(origin: &Origin) -> bool {
    let is_payload = origin.keys.iter().all(|key| is_container(key));
    let called = ident::uncut(&singular(&origin.root));
    is_payload && !origin.resource.is_empty() && called == ident::uncut(&origin.resource)
}

/// It is under a key that means something.
fn is_keyed(origin: &Origin) -> bool {
    key_name(origin).is_some()
}

fn key_name(origin: &Origin) -> Option<String> {
    let key = origin.keys.iter().rev().find(|key| !is_container(key))?;
    (!is_generic(key)).then(|| ident::pascal(&singular(key), ""))
}

/// The words with which all of these names end, unless they say only that it is a body.
fn common_words(names: &BTreeSet<&str>) -> Option<String> {
    let words: Vec<String> = names.iter().map(|name| ident::uncut(name)).collect();
    let mut words = words.iter().map(|name| name.split('_').rev().collect::<Vec<_>>());
    let mut common = words.next()?;
    for other in words {
        let shared = common.iter().zip(&other).take_while(|(one, other)| one == other).count();
        common.truncate(shared);
    }
    let says_nothing = |word: &&str| matches!(*word, "body" | "response" | "variables");
    if common.iter().all(says_nothing) {
        return None;
    }
    common.reverse();
    Some(common.join(" "))
}

fn after_members(members: &[&str]) -> String {
    let mut named: Vec<&str> = members.to_vec();
    if named.len() > NAMING_MEMBERS {
        named.retain(|key| !is_generic(key));
    }
    named.truncate(NAMING_MEMBERS);
    if named.is_empty() { "record".to_owned() } else { named.join(" ") }
}
