//! From shapes to Rust types: which kind of type a shape is, and which type of the crate.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::hints::secrets;
use crate::infer::types::{self, Conflict, Parameter, TemplateId, TypeId};
use crate::lower::roots::Roots;
use crate::name::draft::{Draft, DraftKind, Origin, Variants};
use crate::name::thing;
use crate::rust::{Kind, Role, Type};
use crate::shape::{Format, Label, Member, NumberKind, Object, Shape, Text, Values};

/// All types of a collection, while they are made.
#[derive(Debug, Default)]
pub struct Types<'a> {
    types: Arc<types::Types<'a>>,
    /// Where each root is found.
    origins: Vec<Origin>,
    drafts: Vec<Draft>,
    structs: HashMap<TypeId, usize>,
    templates: HashMap<TemplateId, usize>,
    /// Instances of generic types whose arguments are being made.
    applied: Vec<TypeId>,
    enums: HashMap<(Option<Label>, String, Vec<String>), usize>,
    unions: HashMap<(Option<Label>, Variants), usize>,
    open: Vec<usize>,
    /// How many lists, maps and options are around, up to the next struct.
    nested: usize,
}

/// Lists and maps in each other are typed up to this depth: clippy finds a type too complex that nests deeper.
const DEEPEST: usize = 4;

impl<'a> Types<'a> {
    /// Types for the objects in these shapes.
    pub fn new(Roots { roots, origins }: Roots<'a>) -> Types<'a> {
        Types { types: Arc::new(types::Types::new(&roots)), origins, ..Types::default() }
    }

    /// Overrides that cannot be followed: names that would have to be several types.
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut conflicts = self.types.conflicts.clone();
        let mut named = HashSet::new();
        for draft in &self.drafts {
            if let Some(Label::Named(name)) = &draft.origin.label
                && !named.insert(name)
                && !conflicts.iter().any(|conflict| conflict.name == *name)
            {
                conflicts.push(Conflict { name: name.clone(), keys: Vec::new() });
            }
        }
        conflicts
    }

    /// The drafts, at the positions that [`Type::Model`] names.
    pub fn into_drafts(self) -> Vec<Draft> {
        self.drafts
    }

    /// The type of values of this shape. `null` is not part of it: the caller knows what null means at its place.
    pub fn of(&mut self, role: Role, shape: &Shape, origin: &Origin) -> Type {
        let (shape, origin) = (shape.meant(), &origin.labelled(shape));
        let mut variants = self.kinds(role, shape, origin);
        match variants.len() {
            0 => Type::Value,
            1 => variants.remove(0).1,
            _ => self.union(variants, origin),
        }
    }

    /// As [`Types::of`], with an option where null occurs.
    pub fn nullable(&mut self, role: Role, shape: &Shape, origin: &Origin) -> Type {
        match self.of(role, shape, origin) {
            Type::Value => Type::Value,
            ty if shape.null => Type::Option(Box::new(ty)),
            ty => ty,
        }
    }

    fn kinds(&mut self, role: Role, shape: &Shape, origin: &Origin) -> Variants {
        let mut kinds = Vec::new();
        if shape.boolean {
            kinds.push((Kind::Boolean, Type::Bool));
        }
        if let Some(number) = &shape.number {
            kinds.push(match number.kind() {
                NumberKind::Signed => (Kind::Integer, Type::I64),
                NumberKind::Unsigned => (Kind::Integer, Type::U64),
                NumberKind::Float => (Kind::Number, Type::F64),
                NumberKind::Exact => (Kind::Number, Type::Number),
            });
        }
        if let Some(text) = &shape.text {
            let ty = self.text(text, origin);
            let hidden = ty == Type::String && !shape.is_shown() && is_secret(origin, shape);
            kinds.push((Kind::Text, if hidden { Type::Secret } else { ty }));
        }
        if let Some(items) = &shape.array {
            let item = self.inner(role, items, origin);
            kinds.push((Kind::List, Type::Vec(Box::new(item))));
        }
        if let Some(ty) = self.object(role, shape, origin) {
            kinds.push((Kind::Object, ty));
        }
        kinds
    }

    fn object(&mut self, role: Role, shape: &Shape, origin: &Origin) -> Option<Type> {
        match (&shape.object, &shape.map) {
            (None, None) => None,
            (None, Some(values)) => {
                let value = self.inner(role, values, origin);
                Some(Type::Map(Box::new(value)))
            }
            (Some(object), None) if !object.members.is_empty() => {
                Some(self.structure(role, object))
            }
            _ => Some(Type::Map(Box::new(Type::Value))),
        }
    }

    /// The type of the elements of a list or of the values of a map.
    fn inner(&mut self, role: Role, shape: &Shape, origin: &Origin) -> Type {
        let around = self.nested;
        self.nested += if shape.null { 2 } else { 1 };
        let is_deeper = shape.meant().array.is_some() || shape.meant().map.is_some();
        let ty = if self.nested >= DEEPEST && is_deeper {
            Type::Value
        } else {
            self.nullable(role, shape, &origin.element())
        };
        self.nested = around;
        ty
    }

    fn text(&mut self, text: &Text, origin: &Origin) -> Type {
        if let Values::Listed(values) = &text.values {
            return self.listed(values, origin);
        }
        match text.format() {
            Some(Format::DateTime) => Type::DateTime,
            Some(Format::Date) => Type::Date,
            Some(Format::Time) => Type::Time,
            Some(Format::Uuid) => Type::Uuid,
            Some(Format::Password) => Type::Secret,
            _ => Type::String,
        }
    }

    /// The enum of these values under this name.
    pub fn listed(&mut self, values: &[String], origin: &Origin) -> Type {
        let next = self.drafts.len();
        let key = match &origin.label {
            // locations with one name share an enum of all their values
            Some(Label::Named(_)) => (origin.label.clone(), String::new(), Vec::new()),
            _ => {
                let name = origin.keys.last().cloned().unwrap_or_default();
                (origin.label.clone(), name, values.to_vec())
            }
        };
        let index = *self.enums.entry(key).or_insert(next);
        if index == next {
            self.draft(DraftKind::Enum(values.to_vec()), origin);
        } else if let DraftKind::Enum(known) = &mut self.drafts[index].kind {
            let new = values.iter().filter(|value| !known.contains(value));
            let new: Vec<String> = new.cloned().collect();
            known.extend(new);
        }
        Type::Model(index)
    }

    fn union(&mut self, variants: Variants, origin: &Origin) -> Type {
        let variants: Variants = variants
            .into_iter()
            .map(|(kind, ty)| if kind == Kind::Object { (kind, boxed(ty)) } else { (kind, ty) })
            .collect();
        let next = self.drafts.len();
        let index = *self.unions.entry((origin.label.clone(), variants.clone())).or_insert(next);
        if index == next {
            self.draft(DraftKind::Union(variants), origin);
        }
        Type::Model(index)
    }

    /// The type of an object. Only objects of the roots have one.
    fn structure(&mut self, role: Role, object: &Object) -> Type {
        let Some(id) = self.types.of(object) else { return Type::Value };
        if let Some(template) = self.types.get(id).template {
            return self.instance(role, id, template);
        }
        if let Some(&index) = self.structs.get(&id) {
            return Type::Model(index);
        }
        let index = self.drafts.len();
        let origin = self.origin(id);
        let types = Arc::clone(&self.types);
        let object = &types.get(id).object;
        self.structs.insert(id, index);
        self.draft(DraftKind::Struct(role, Vec::new()), &origin);
        self.open.push(index);
        let around = std::mem::take(&mut self.nested);
        let mut fields = Vec::with_capacity(object.members.len());
        for (key, member) in &object.members {
            let ty = self.field(role, index, key, member, &origin);
            fields.push((key.clone(), presence(role, ty, member)));
        }
        self.open.pop();
        self.nested = around;
        self.drafts[index].kind = DraftKind::Struct(role, fields);
        Type::Model(index)
    }

    /// A generic type with what `id` holds in its place.
    fn instance(&mut self, role: Role, id: TypeId, template: TemplateId) -> Type {
        // an envelope of nothing but itself has no type
        if self.applied.iter().filter(|around| **around == id).count() > 1 {
            return Type::Value;
        }
        let base = self.template(role, template, id);
        let (types, origin) = (Arc::clone(&self.types), self.origin(id));
        let members = &types.get(id).object.members;
        self.applied.push(id);
        self.nested += 1;
        let argument = |(key, parameter): &(String, Parameter)| {
            let Some(member) = members.get(key) else { return Type::Value };
            let (shape, origin) = (&member.shape, origin.member(key));
            match (parameter, &shape.meant().array) {
                (Parameter::Elements, Some(items)) => {
                    self.inner(role, items, &origin.labelled(shape))
                }
                (Parameter::Elements, None) => Type::Value,
                (Parameter::Value, _) => self.of(role, shape, &origin),
            }
        };
        let arguments = types.template(template).parameters.iter().map(argument).collect();
        self.nested -= 1;
        self.applied.pop();
        Type::Generic(Box::new(Type::Model(base)), arguments)
    }

    /// A generic type, of which `id` is an instance.
    fn template(&mut self, role: Role, template: TemplateId, id: TypeId) -> usize {
        if let Some(&index) = self.templates.get(&template) {
            return index;
        }
        let (index, origin) = (self.drafts.len(), self.origin(id));
        self.templates.insert(template, index);
        self.draft(DraftKind::Struct(role, Vec::new()), &origin);
        let types = Arc::clone(&self.types);
        let types::Template { object, parameters } = types.template(template);
        let around = std::mem::take(&mut self.nested);
        let mut fields = Vec::with_capacity(object.members.len());
        for (key, member) in &object.members {
            let parameter = parameters.iter().position(|(parameter, _)| parameter == key);
            let ty = match parameter.map(|position| (position, parameters[position].1)) {
                Some((position, Parameter::Value)) => Type::Parameter(position),
                Some((position, Parameter::Elements)) => {
                    Type::Vec(Box::new(Type::Parameter(position)))
                }
                None => self.field(role, index, key, member, &origin),
            };
            fields.push((key.clone(), presence(role, ty, member)));
        }
        self.nested = around;
        self.drafts[index].kind = DraftKind::Struct(role, fields);
        index
    }

    /// The type of a member, and what its draft says about it.
    fn field(
        &mut self,
        role: Role,
        draft: usize,
        key: &str,
        member: &Member,
        origin: &Origin,
    ) -> Type {
        let ty = self.of(role, &member.shape, &origin.member(key));
        let ty = self.boxed_when_open(ty);
        if let Some(name) = member.shape.field() {
            self.drafts[draft].fields.insert(key.to_owned(), name.to_owned());
        }
        if let Some(example) = member.shape.example.0.as_deref().filter(|_| is_plain(&ty)) {
            self.drafts[draft].examples.insert(key.to_owned(), example.to_owned());
        }
        ty
    }

    /// The location after which a type is named.
    fn origin(&self, id: TypeId) -> Origin {
        let label = self.types.get(id).label.clone();
        let mut seen = HashSet::new();
        let all = self.types.locations(id).filter(|location| {
            let name =
                self.origins.get(location.root).map(|origin| (origin.endpoint, &origin.root));
            seen.insert((name, location.keys.last().copied()))
        });
        let locations: Vec<Origin> = all
            .map(|location| {
                let mut origin = self.origins.get(location.root).cloned().unwrap_or_default();
                origin.keys.extend(location.keys.iter().map(|key| (*key).to_owned()));
                Origin { element: location.element, ..origin }
            })
            .collect();
        let members: Vec<&str> =
            self.types.get(id).object.members.keys().map(String::as_str).collect();
        let named = thing::origin(&locations, &members).unwrap_or_default();
        Origin { label, ..named }
    }

    fn draft(&mut self, kind: DraftKind, origin: &Origin) {
        self.drafts.push(Draft {
            kind,
            origin: origin.clone(),
            fields: HashMap::new(),
            examples: HashMap::new(),
        });
    }

    fn boxed_when_open(&self, ty: Type) -> Type {
        if self.is_open(&ty) { Type::Boxed(Box::new(ty)) } else { ty }
    }

    /// The type holds, without a list in between, one that is being made.
    fn is_open(&self, ty: &Type) -> bool {
        match ty {
            Type::Model(index) => self.open.contains(index),
            Type::Option(inner) => self.is_open(inner),
            Type::Generic(base, arguments) => {
                let Type::Model(base) = **base else { return false };
                let DraftKind::Struct(_, fields) = &self.drafts[base].kind else { return false };
                let is_direct =
                    |position: usize| fields.iter().any(|(_, ty)| holds_directly(ty, position));
                let mut arguments = arguments.iter().enumerate();
                arguments.any(|(position, ty)| self.is_open(ty) && is_direct(position))
            }
            _ => false,
        }
    }
}

/// A number or a text that may be shown.
fn is_plain(ty: &Type) -> bool {
    matches!(
        ty,
        Type::I64
            | Type::U64
            | Type::F64
            | Type::Number
            | Type::String
            | Type::DateTime
            | Type::Date
            | Type::Time
            | Type::Uuid
    )
}

/// A field of this type holds the value of a type parameter, and not a list of them.
fn holds_directly(ty: &Type, parameter: usize) -> bool {
    match ty {
        Type::Parameter(index) => *index == parameter,
        Type::Option(inner) => holds_directly(inner, parameter),
        _ => false,
    }
}

/// Whether the name of a location announces secrets, and no value there shows the contrary. (A value that was a secret
/// has made the type secret already.)
fn is_secret(origin: &Origin, shape: &Shape) -> bool {
    let Some(key) = origin.keys.last().filter(|_| !origin.element) else { return false };
    let example: Option<String> =
        shape.example.0.as_deref().and_then(|example| serde_json::from_str(example).ok());
    secrets::is_secret_name(key)
        && example
            .is_none_or(|example| secrets::is_harmless(&example) || secrets::is_stub(key, &example))
}

/// A struct as a variant: on the heap, so that all variants are of like size.
fn boxed(ty: Type) -> Type {
    match ty {
        Type::Model(_) | Type::Generic(..) => Type::Boxed(Box::new(ty)),
        ty => ty,
    }
}

/// A member's type with its presence: a list that every answer has is a plain list; where a request may send null, null
/// and absence are two things; what a person says to be required is its type; everything else is an option.
fn presence(role: Role, ty: Type, Member { shape, optional }: &Member) -> Type {
    let list = matches!(ty, Type::Vec(_)) && !shape.null && !*optional;
    match role {
        Role::Response if list => ty,
        // a type that holds itself has to end somewhere
        Role::Request if shape.is_required() && !matches!(ty, Type::Boxed(_)) => ty,
        Role::Request if shape.null => Type::Option(Box::new(Type::Option(Box::new(ty)))),
        _ => Type::Option(Box::new(ty)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_nest_no_deeper_than_clippy_likes() {
        let shape = Shape::of_json(&format!("{}1{}", "[".repeat(60), "]".repeat(60))).unwrap();
        let mut ty = Types::default().of(Role::Response, &shape, &Origin::default());
        let mut depth = 0;
        while let Type::Vec(inner) = ty {
            (ty, depth) = (*inner, depth + 1);
        }
        assert_eq!((ty, depth), (Type::Value, DEEPEST));
    }
}
