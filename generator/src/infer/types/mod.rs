//! Which objects of a collection are one type.
//!
//! Two faults are to be avoided: different things that share a type because their values *can* be joined, and one thing
//! that has several types because its samples differ a little.
//!
//! # The rules
//!
//! 1. **Congruence.** Two objects are one type when they have the same keys and the values under each key have, in turn,
//!    one type. This holds wherever the objects occur, and it is decided from the inside out.
//! 2. **Same keys.** Objects with the same keys, three or more of which mean something, are one type even if their samples
//!    know different things: `null` or an empty list in one and a value in the other, a format here and plain text there.
//! 3. **Short and long form.** Two objects with different keys are one type if there is evidence that they are one thing,
//!    they share at least half of their keys, and nothing conflicts. Evidence is either the same resource (`/tasks` and
//!    `/tasks/:id`: see `evidence`), the same key under parents that are one type, or a tree (an object below an object
//!    like itself). Keys that any envelope has (`data`, `message`, `id` …: see `envelope`) are not evidence.
//! 4. **Overrides.** Locations with one `type-name` are one type, whatever their keys; if their members conflict, that is
//!    an error. A location with `own-type` shares its type with nothing.
//!
//! Requests follow the same rules, except that two requests never become one by rule 3 at the top level: a caller should
//! not be offered members that the endpoint does not take.
//!
//! # The algorithm
//!
//! Every object of every shape becomes a node (`graph`); nodes are made from the inside out, so a node's signature
//! hashes its keys, the kinds of the values, and the signatures below. Equal signatures are one class at once
//! (hash-consing), which leaves few classes for the rest.
//!
//! The classes then grow until nothing changes (`unify`): hash the classes again, now over the classes of their members
//! (congruence closure, rule 1); try to unify the classes that have the same keys (rule 2), that belong to the same
//! resource, and that lie in one tree (rule 3). To unify two classes is to unify the classes under each common key, too.
//! A pair that is being unified counts as equal meanwhile, so recursive types are found as the greatest fixpoint. Nothing is
//! merged unless everything below fits, and a form that joins a type must share half of its keys with *every* form in it:
//! so a chain of similar forms never connects two that have little in common.
//!
//! Which classes are tried first is decided by their content alone (the longest first, ties by signature), never by
//! their position: so the order of a collection does not influence the grouping.
//!
//! # Cost
//!
//! Signatures take time linear in the size of the shapes. A round takes time linear in the number of classes, as long as
//! the number of types with the same keys or of the same resource is bounded; the attempts per class are limited
//! (`unify::MOST_CANDIDATES`). Each round but the last merges classes, and two or three rounds are usual.

mod envelope;
mod evidence;
mod form;
mod generic;
mod graph;
#[cfg(test)]
mod laws;
mod unify;

use std::borrow::Cow;
use std::collections::HashMap;

use crate::shape::{Label, Object, Shape};
pub use evidence::{Resources, resources};
use form::Form;
use generic::Family;
use graph::{Graph, NodeId};
use unify::Classes;

/// Which way values go: requests and responses have types of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// The caller sends them.
    Request,
    /// The server sends them.
    Response,
}

/// A shape whose objects need types: a body, a response, a parameter that holds JSON.
#[derive(Debug, Clone)]
pub struct Root<'a> {
    /// Which way its values go.
    pub direction: Direction,
    /// What is known of its values.
    pub shape: &'a Shape,
    /// What its endpoint is about; empty where that is unknown.
    pub resources: Resources,
}

/// The number of a root: roots are counted in the order in which they are added.
pub type RootId = usize;

/// A type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(usize);

/// A location whose values are of a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location<'a> {
    /// The root that it belongs to.
    pub root: RootId,
    /// The keys that lead to it, without the steps into lists and maps.
    pub keys: Vec<&'a str>,
    /// It is an element of a list or a value of a map.
    pub element: bool,
}

/// A type: what its objects have in common.
#[derive(Debug, Clone)]
pub struct ObjectType<'a> {
    /// The join of its objects.
    pub object: Cow<'a, Object>,
    /// Where its objects occur, in the order of the roots. Never empty.
    nodes: Vec<NodeId>,
    /// What an override says of it.
    pub label: Option<Label>,
    /// The generic type that it is an instance of.
    pub template: Option<TemplateId>,
}

/// A generic type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TemplateId(usize);

/// What a type parameter stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Parameter {
    /// The values of a member.
    Value,
    /// The elements of the list that a member is.
    Elements,
}

/// A generic type: an envelope.
#[derive(Debug, Clone)]
pub struct Template {
    /// The join of all instances. Of the members with type parameters only their presence is known.
    pub object: Object,
    /// The keys of the members with type parameters.
    pub parameters: Vec<(String, Parameter)>,
}

/// Locations that one `type-name` cannot unite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The name.
    pub name: String,
    /// The keys whose values conflict.
    pub keys: Vec<String>,
}

/// The types of a collection.
#[derive(Debug, Default)]
pub struct Types<'a> {
    graph: Graph<'a>,
    types: Vec<ObjectType<'a>>,
    templates: Vec<Template>,
    /// The type of each object, by where the object is stored.
    by_address: HashMap<usize, TypeId, foldhash::fast::RandomState>,
    /// Overrides that cannot be followed.
    pub conflicts: Vec<Conflict>,
}

impl<'a> Types<'a> {
    /// Decides which objects in these shapes are one type.
    pub fn new(roots: &[Root<'a>]) -> Types<'a> {
        let graph = Graph::new(roots);
        let mut classes = Classes::new(&graph);
        let conflicts = classes.close(&graph);
        let mut types = Types { graph, conflicts, ..Types::default() };
        types.join(&classes);
        types
    }

    /// The type of an object: one of the given shapes, or of [`ObjectType::object`]. `None` for any other object, and for
    /// one without members.
    pub fn of(&self, object: &Object) -> Option<TypeId> {
        self.by_address.get(&address(object)).copied()
    }

    /// A type.
    pub fn get(&self, id: TypeId) -> &ObjectType<'a> {
        &self.types[id.0]
    }

    /// A generic type.
    pub fn template(&self, id: TemplateId) -> &Template {
        &self.templates[id.0]
    }

    /// Where the values of a type occur, in the order of the roots.
    pub fn locations(&self, id: TypeId) -> impl Iterator<Item = Location<'a>> {
        self.types[id.0].nodes.iter().map(|&node| self.graph.location(node))
    }

    /// Joins the objects of each class.
    fn join(&mut self, classes: &Classes<'a>) {
        let mut of_class: HashMap<usize, TypeId> = HashMap::new();
        for (id, node) in self.graph.nodes() {
            let class = classes.of(id);
            let next = TypeId(self.types.len());
            let ty = *of_class.entry(class).or_insert(next);
            if ty == next {
                self.types.push(ObjectType {
                    object: Cow::Borrowed(node.object),
                    nodes: Vec::new(),
                    label: classes.label(class),
                    template: None,
                });
            } else {
                self.types[ty.0].object.to_mut().join(node.object);
            }
            self.types[ty.0].nodes.push(id);
            self.by_address.insert(address(node.object), ty);
        }
        self.locate_joined(classes, &of_class);
        for family in classes.families(&self.graph) {
            self.add_template(family, classes, &of_class);
        }
    }

    /// Notes where the objects in joined objects are stored.
    fn locate_joined(&mut self, classes: &Classes<'a>, of_class: &HashMap<usize, TypeId>) {
        for (&class, &ty) in of_class {
            let joined = &mut self.types[ty.0];
            let Cow::Owned(object) = &mut joined.object else { continue };
            for (key, member) in &mut object.members {
                form::keep_known_objects(&mut member.shape);
                if let Some(form) = classes.member(class, key) {
                    let mut found = |object: &Object, node: NodeId| {
                        if let Some(&ty) = of_class.get(&classes.of(node)) {
                            self.by_address.insert(address(object), ty);
                        }
                    };
                    Form::objects(form, &member.shape, &mut found);
                }
            }
        }
    }

    /// Makes the types of a family instances of a generic type.
    fn add_template(
        &mut self,
        family: Family,
        classes: &Classes<'a>,
        of_class: &HashMap<usize, TypeId>,
    ) {
        let text = |(key, parameter): &(_, _)| (self.graph.text(*key).to_owned(), *parameter);
        let parameters: Vec<(String, Parameter)> = family.parameters.iter().map(text).collect();
        let id = TemplateId(self.templates.len());
        let mut joined: Option<Object> = None;
        for ty in family.classes.iter().filter_map(|class| of_class.get(class)) {
            let ty = &mut self.types[ty.0];
            ty.template = Some(id);
            let object = hollow(&ty.object, &parameters);
            match &mut joined {
                Some(joined) => joined.join(&object),
                None => joined = Some(object),
            }
        }
        let mut object = joined.unwrap_or_default();
        for (key, member) in &mut object.members {
            form::keep_known_objects(&mut member.shape);
            let form = family.others.iter().find(|(other, _)| self.graph.text(*other) == key);
            if let Some((_, form)) = form {
                let mut found = |object: &Object, node: NodeId| {
                    if let Some(&ty) = of_class.get(&classes.of(node)) {
                        self.by_address.insert(address(object), ty);
                    }
                };
                Form::objects(form, &member.shape, &mut found);
            }
        }
        self.templates.push(Template { object, parameters });
    }
}

/// What is known of the presence of a member, and nothing of its values.
fn hollow(object: &Object, parameters: &[(String, Parameter)]) -> Object {
    let mut object = object.clone();
    for (key, _) in parameters {
        if let Some(member) = object.members.get_mut(key) {
            member.shape = Shape { null: member.shape.null, ..Shape::default() };
        }
    }
    object
}

/// Where an object is stored: it stays there as long as its shape is borrowed.
fn address(object: &Object) -> usize {
    std::ptr::from_ref(object).addr()
}
