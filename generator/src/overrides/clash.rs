//! Two fields of one struct that would have one name because of a `rename`.

use std::collections::{HashMap, HashSet};

use super::bind::Said;
use super::error::{Found, Problem};
use crate::api::Api;
use crate::infer::Inferred;
use crate::infer::places::{self, Part, Slot};
use crate::name::ident;
use crate::pointer;

/// What a field is a field of: the endpoint for parameters, an object of a body for members.
type Owner = (usize, Option<(Part, Option<String>)>, String);

/// The renames that give a field the name of another field beside it.
pub(super) fn find(said: &[Said<'_>], api: &Api, inferred: &mut Inferred) -> Vec<Found> {
    let renamed: HashSet<(Owner, String)> = said
        .iter()
        .filter(|said| said.place.rename.is_some())
        .map(|said| (owner(said), key(said)))
        .collect();
    let mut given: HashMap<Owner, HashSet<&str>> = HashMap::new();
    let mut found = Vec::new();
    for said in said {
        let Some(rename) = &said.place.rename else { continue };
        let (owner, name) = (owner(said), rename.get_ref().as_str());
        let is_second = !given.entry(owner.clone()).or_default().insert(name);
        let siblings = siblings(said, api, inferred);
        let is_taken = siblings.into_iter().any(|(sibling, field)| {
            field == name && sibling != key(said) && !renamed.contains(&(owner.clone(), sibling))
        });
        if is_second || is_taken {
            found.push(Found {
                problem: Problem::Taken { name: name.to_owned() },
                span: rename.span(),
            });
        }
    }
    found
}

/// Parameters of every part are fields of the endpoint; members of JSON are fields of their object.
fn owner(said: &Said<'_>) -> Owner {
    let status = said.status.map(|status| status.get_ref().clone());
    let pointer = said.pointer();
    let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
    match said.part {
        Part::Body | Part::Response => (said.request, Some((said.part, status)), parent),
        _ if parent.is_empty() => (said.request, None, parent),
        part => (said.request, Some((part, None)), parent),
    }
}

fn key(said: &Said<'_>) -> String {
    let pointer = said.pointer();
    pointer::key(pointer.rsplit('/').next().unwrap_or_default()).into_owned()
}

/// The fields beside this one: the key of each, and the name that it has without a `rename`.
fn siblings(said: &Said<'_>, api: &Api, inferred: &mut Inferred) -> Vec<(String, String)> {
    let Some((endpoint, types)) =
        api.endpoints.get(said.request).zip(inferred.endpoints.get_mut(said.request))
    else {
        return Vec::new();
    };
    let (_, json, parent) = owner(said);
    let slots = places::slots(endpoint, types);
    if json.is_none() {
        let parameters = slots.iter().filter(|slot| !slot.pointer.is_empty());
        let keys = parameters.map(|slot| pointer::key(&slot.pointer[1..]).into_owned());
        return keys.map(|key| named(said.part, key)).collect();
    }
    let mut found = Vec::new();
    for slot in slots.into_iter().filter(|slot| slot.part == said.part) {
        let written = slot.status.map_or("default".to_owned(), |status| status.to_string());
        let same_status = said.status.is_none_or(|status| *status.get_ref() == written);
        if let Some(rest) = parent.strip_prefix(&slot.pointer).filter(|_| same_status) {
            found.extend(members(slot, rest).into_iter().map(|key| named(said.part, key)));
        }
    }
    found
}

fn members(slot: Slot<'_>, pointer: &str) -> Vec<String> {
    let shapes = places::descend(slot.shape, pointer);
    let objects = shapes.iter().filter_map(|shape| shape.object.as_ref());
    objects.flat_map(|object| object.members.keys().map(|key| key.to_string())).collect()
}

fn named(part: Part, key: String) -> (String, String) {
    let name = match part {
        Part::Response => ident::field(&key, "value"),
        _ => ident::setter(&key, "value"),
    };
    let name = name.trim_start_matches("r#").to_owned();
    (key, name)
}
