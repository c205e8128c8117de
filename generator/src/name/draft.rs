//! Types that do not have a name yet: what each is, and where it was first seen.

use std::collections::HashMap;

use crate::rust::{Kind, Role, Type};
use crate::shape::{Label, Shape};

/// A type of the crate before it has a name.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What it is.
    pub kind: DraftKind,
    /// Where it was first seen.
    pub origin: Origin,
    /// What a person calls its fields, by key.
    pub fields: HashMap<String, String>,
    /// A value of its fields, by key, where it tells something and is no secret.
    pub examples: HashMap<String, String>,
}

impl Draft {
    /// It has type parameters.
    pub fn is_generic(&self) -> bool {
        match &self.kind {
            DraftKind::Struct(_, fields) => fields.iter().any(|(_, ty)| ty.parameters() > 0),
            DraftKind::Enum(_) | DraftKind::Union(_) => false,
        }
    }
}

/// What a type of the crate is.
#[derive(Debug, Clone)]
pub enum DraftKind {
    /// A struct: keys and types, and whether callers make it.
    Struct(Role, Vec<(String, Type)>),
    /// An enum of texts.
    Enum(Vec<String>),
    /// An enum by kind of JSON value.
    Union(Variants),
}

/// The variants of a union.
pub type Variants = Vec<(Kind, Type)>;

/// Where an object was first seen: what a name can be made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The endpoint: a position in the collection.
    pub endpoint: usize,
    /// The keys that lead to it from the top, lists and maps left out.
    pub keys: Vec<String>,
    /// It is an element of a list or a value of a map.
    pub element: bool,
    /// The name of what stands at the top.
    pub root: String,
    /// The noun in the singular for what its endpoint is about; empty if unknown.
    pub resource: String,
    /// Which type a person wants it to be.
    pub label: Option<Label>,
}

impl Origin {
    /// The origin of a member.
    pub fn member(&self, key: &str) -> Origin {
        let mut keys = self.keys.clone();
        keys.push(key.to_owned());
        Origin {
            endpoint: self.endpoint,
            keys,
            element: false,
            root: self.root.clone(),
            resource: self.resource.clone(),
            label: None,
        }
    }

    /// The origin of an element.
    pub fn element(&self) -> Origin {
        Origin { element: true, label: None, ..self.clone() }
    }

    /// The same place with what a person says of the values there.
    pub fn labelled(&self, shape: &Shape) -> Origin {
        Origin { label: shape.label().cloned(), ..self.clone() }
    }
}
