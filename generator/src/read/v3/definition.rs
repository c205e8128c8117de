//! `.resources/definition.yaml`: the metadata of a folder or of the collection.

use super::auth::Auths;
use super::fields::number_of;
use crate::json::Json;
use crate::postman::{Behavior, Place, Script, Variable};
use crate::read::members::{Members, Reader};

const KNOWN: &[&str] = &[
    "$kind",
    "$schema",
    "id",
    "name",
    "description",
    "version",
    "variables",
    "auth",
    "scripts",
    "settings",
    "order",
    "type",
    "extensions",
];

/// The metadata of a folder or of the collection.
#[derive(Debug, Clone, Default)]
pub(super) struct Definition {
    pub(super) place: Place,
    pub(super) name: Option<String>,
    pub(super) description: Option<String>,
    pub(super) version: Option<String>,
    pub(super) variables: Vec<Variable>,
    pub(super) auths: Auths,
    pub(super) behavior: Behavior,
    pub(super) scripts: Vec<Script>,
    pub(super) order: f64,
}

impl Reader {
    pub(super) fn definition(&mut self, mut members: Members) -> Definition {
        self.unknown(&members, "definition", KNOWN);
        Definition {
            name: self.string(&mut members, "name"),
            description: self.description(&mut members),
            version: self.string(&mut members, "version"),
            variables: self.variable_entries(&mut members, "variables"),
            auths: self.auths(&mut members),
            behavior: self.settings(&mut members),
            scripts: self.scripts_v3(&mut members),
            order: self.order(&mut members),
            place: members.place,
        }
    }

    /// `order`; 0 when it is missing or not a number.
    pub(super) fn order(&mut self, members: &mut Members) -> f64 {
        match members.take("order") {
            None | Some(Json::Null) => 0.0,
            Some(value) => number_of(&value).unwrap_or_else(|| {
                self.ignored(members.place_of("order"), "order", &value);
                0.0
            }),
        }
    }
}
