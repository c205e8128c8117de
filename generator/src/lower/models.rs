//! Types of the crate: what each is called and which module it lives in.
//!
//! A type that one endpoint uses lives in the endpoint's module, any other in the collection's `models`. It is called by
//! the first of its candidates that is free.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::docs;
use crate::name::candidates::candidates;
use crate::name::draft::{Draft, DraftKind};
use crate::name::ident;
use crate::name::ident::Scope;
use crate::rust::{Arm, Endpoint, Kind, Model, ModelField, ModelKind, Output, Type};

/// The types that live in the collection's `models`.
#[derive(Debug, Default)]
pub struct Shared {
    /// The types.
    pub models: Vec<Model>,
    /// The name of the API's error among them.
    pub error: Option<String>,
}

/// Names all drafts, puts each into its home, and replaces their positions in `endpoints` by their names. Gives the
/// shared ones; the draft `error` and what is in it are always among them. No shared type is called like the `marker`.
pub fn settle(
    drafts: &[Draft],
    endpoints: &mut [Endpoint],
    error: Option<usize>,
    marker: &str,
) -> Shared {
    let used: Vec<BTreeSet<usize>> =
        endpoints.iter().map(|endpoint| used_by(drafts, endpoint)).collect();
    let of_error = reachable(drafts, error.into_iter().collect());
    let mut homes = Homes {
        drafts,
        users: users(drafts, &used),
        of_error,
        names: vec![String::new(); drafts.len()],
    };
    let shared: Vec<usize> = (0..drafts.len()).filter(|&index| homes.is_shared(index)).collect();
    // what was shared first keeps the plain name: an endpoint that is appended comes last
    let mut by_age = shared.clone();
    by_age.sort_by_key(|index| {
        let least = usize::from(!drafts[*index].is_generic());
        if homes.of_error.contains(index) { None } else { homes.users[*index].get(least) }
    });
    let taken = endpoints.iter().flat_map(own_names).chain([marker.to_owned()]);
    take(drafts, &by_age, Scope::with(taken), &mut homes.names);
    for (endpoint, used) in endpoints.iter().zip(&used) {
        let (imports, own) = homes.split(used);
        let scope = Scope::with(
            own_names(endpoint)
                .into_iter()
                .chain(imports.iter().map(|&index| homes.names[index].clone())),
        );
        take(drafts, &own, scope, &mut homes.names);
    }
    endpoints
        .par_iter_mut()
        .zip(&used)
        .enumerate()
        .for_each(|(position, (endpoint, used))| homes.furnish(position, endpoint, used));
    let models =
        shared.par_iter().map(|&index| homes.model(index, &homes.user(index, endpoints))).collect();
    Shared { models, error: error.map(|index| homes.names[index].clone()) }
}

/// Where each draft lives, and under which name.
struct Homes<'a> {
    drafts: &'a [Draft],
    /// For each draft, the positions of the endpoints that use it.
    users: Vec<Vec<usize>>,
    /// What the API's error consists of.
    of_error: BTreeSet<usize>,
    names: Vec<String>,
}

impl Homes<'_> {
    fn is_shared(&self, index: usize) -> bool {
        let is_used = || self.users[index].len() > 1 || self.of_error.contains(&index);
        self.drafts[index].is_generic() || is_used()
    }

    /// Of the drafts that an endpoint uses, those that others use too, and its own.
    fn split(&self, used: &BTreeSet<usize>) -> (Vec<usize>, Vec<usize>) {
        used.iter().partition(|&&index| self.is_shared(index))
    }

    /// Gives an endpoint its types under their names.
    fn furnish(&self, position: usize, endpoint: &mut Endpoint, used: &BTreeSet<usize>) {
        let (imports, own) = self.split(used);
        let user = docs::User::Neighbour(endpoint.name.clone());
        endpoint.models = own.iter().map(|&index| self.model(index, &user)).collect();
        rename_endpoint(endpoint, &self.names);
        // what was first seen here stays reachable here
        let first: Vec<usize> = imports
            .iter()
            .copied()
            .filter(|&index| self.users[index].first() == Some(&position))
            .collect();
        let seen =
            first.iter().copied().chain(first.iter().flat_map(|&index| parts(&self.drafts[index])));
        let seen = seen.map(|index| self.names[index].clone());
        endpoint.imports =
            mentioned(endpoint, &imports, &self.names).into_iter().chain(seen).collect();
    }

    fn model(&self, index: usize, user: &docs::User) -> Model {
        let (draft, names) = (&self.drafts[index], &self.names);
        let kind = match &draft.kind {
            DraftKind::Struct(role, fields) => {
                ModelKind::Struct { fields: model_fields(draft, fields, *role, names), role: *role }
            }
            DraftKind::Enum(values) => ModelKind::Enum { variants: variants(values) },
            DraftKind::Union(variants) => ModelKind::Union {
                variants: variants
                    .iter()
                    .map(|(kind, ty): &(Kind, Type)| (*kind, named(ty, names)))
                    .collect(),
            },
        };
        Model {
            name: names[index].clone(),
            docs: docs::model(&draft.origin, &draft.kind, user),
            kind,
        }
    }

    /// Who uses a shared draft.
    fn user(&self, index: usize, endpoints: &[Endpoint]) -> docs::User {
        let users = &self.users[index];
        let Some(&first) = users.first() else { return docs::User::Errors };
        let first = endpoints.get(first).map(|endpoint| endpoint.name.clone()).unwrap_or_default();
        docs::User::Several(first, users.len().saturating_sub(1))
    }
}

/// Names these drafts, one after the other.
fn take(drafts: &[Draft], these: &[usize], mut scope: Scope, names: &mut [String]) {
    for &index in these {
        names[index] = scope.take(candidates(&drafts[index]));
    }
}

fn own_names(endpoint: &Endpoint) -> Vec<String> {
    let output = match &endpoint.output {
        Output::ByStatus { name, .. } => Some(name.clone()),
        _ => None,
    };
    [Some(endpoint.name.clone()), endpoint.required.clone(), output].into_iter().flatten().collect()
}

/// The drafts that can be reached from an endpoint.
fn used_by(drafts: &[Draft], endpoint: &Endpoint) -> BTreeSet<usize> {
    let mut own = Vec::new();
    endpoint_types(endpoint, &mut |ty| references(ty, &mut own));
    reachable(drafts, own)
}

/// For each draft, the endpoints that use it, in order.
fn users(drafts: &[Draft], used: &[BTreeSet<usize>]) -> Vec<Vec<usize>> {
    let mut users = vec![Vec::new(); drafts.len()];
    for (position, used) in used.iter().enumerate() {
        used.iter().for_each(|&index| users[index].push(position));
    }
    users
}

/// These drafts and all in them.
fn reachable(drafts: &[Draft], mut todo: Vec<usize>) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    while let Some(index) = todo.pop() {
        if found.insert(index) {
            draft_types(&drafts[index], &mut |ty| references(ty, &mut todo));
        }
    }
    found
}

/// The drafts that the fields of one are of.
fn parts(draft: &Draft) -> Vec<usize> {
    let mut found = Vec::new();
    draft_types(draft, &mut |ty| references(ty, &mut found));
    found
}

fn references(ty: &Type, found: &mut Vec<usize>) {
    match ty {
        Type::Model(index) => found.push(*index),
        Type::Generic(base, arguments) => {
            references(base, found);
            arguments.iter().for_each(|argument| references(argument, found));
        }
        Type::Vec(inner)
        | Type::Map(inner)
        | Type::Option(inner)
        | Type::Json(inner)
        | Type::Boxed(inner) => references(inner, found),
        _ => {}
    }
}

fn endpoint_types(endpoint: &Endpoint, visit: &mut impl FnMut(&Type)) {
    endpoint.fields.iter().for_each(|field| visit(&field.ty));
    output_types(&endpoint.output, visit);
}

fn output_types(output: &Output, visit: &mut impl FnMut(&Type)) {
    match output {
        Output::Json(ty) | Output::OptionalJson(ty) | Output::Stream(Some(ty)) => visit(ty),
        Output::ByStatus { arms, .. } => {
            for Arm { output, .. } in arms {
                if let Output::Json(ty) | Output::OptionalJson(ty) = output {
                    visit(ty);
                }
            }
        }
        _ => {}
    }
}

fn draft_types(draft: &Draft, visit: &mut impl FnMut(&Type)) {
    match &draft.kind {
        DraftKind::Struct(_, fields) => fields.iter().for_each(|(_, ty)| visit(ty)),
        DraftKind::Union(variants) => variants.iter().for_each(|(_, ty)| visit(ty)),
        DraftKind::Enum(_) => {}
    }
}

fn named(ty: &Type, names: &[String]) -> Type {
    let inner = |ty: &Type| Box::new(named(ty, names));
    match ty {
        Type::Model(index) => Type::Named(names[*index].clone()),
        Type::Generic(base, arguments) => Type::Generic(
            inner(base),
            arguments.iter().map(|argument| named(argument, names)).collect(),
        ),
        Type::Vec(ty) => Type::Vec(inner(ty)),
        Type::Map(ty) => Type::Map(inner(ty)),
        Type::Option(ty) => Type::Option(inner(ty)),
        Type::Json(ty) => Type::Json(inner(ty)),
        Type::Boxed(ty) => Type::Boxed(inner(ty)),
        ty => ty.clone(),
    }
}

fn rename_output(output: &mut Output, names: &[String]) {
    match output {
        Output::Json(ty) | Output::OptionalJson(ty) | Output::Stream(Some(ty)) => {
            *ty = named(ty, names)
        }
        Output::ByStatus { arms, .. } => {
            arms.iter_mut().for_each(|arm| rename_output(&mut arm.output, names))
        }
        _ => {}
    }
}

fn rename_endpoint(endpoint: &mut Endpoint, names: &[String]) {
    for field in &mut endpoint.fields {
        field.ty = named(&field.ty, names);
    }
    rename_output(&mut endpoint.output, names);
}

/// The names among `imports` that the endpoint's own file writes.
fn mentioned(endpoint: &Endpoint, imports: &[usize], names: &[String]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut visit = |ty: &Type| named_in(ty, &mut found);
    endpoint_types(endpoint, &mut visit);
    for model in &endpoint.models {
        match &model.kind {
            ModelKind::Struct { fields, .. } => fields.iter().for_each(|field| visit(&field.ty)),
            ModelKind::Union { variants } => variants.iter().for_each(|(_, ty)| visit(ty)),
            ModelKind::Enum { .. } => {}
        }
    }
    let imports: BTreeSet<&str> = imports.iter().map(|&index| names[index].as_str()).collect();
    found.into_iter().filter(|name| imports.contains(name.as_str())).collect()
}

fn named_in(ty: &Type, found: &mut BTreeSet<String>) {
    ty.names(&mut |name| {
        found.insert(name.to_owned());
    });
}

fn model_fields(
    draft: &Draft,
    fields: &[(String, Type)],
    role: crate::rust::Role,
    names: &[String],
) -> Vec<ModelField> {
    let mut scope = Scope::default();
    let field = |(key, ty): &(String, Type)| {
        let name = match (draft.fields.get(key), role) {
            (Some(name), _) => ident::keyword_safe(name.clone()),
            (None, crate::rust::Role::Request) => ident::setter(key, "value"),
            (None, crate::rust::Role::Response) => ident::field(key, "value"),
        };
        let name = scope.take([name]);
        ModelField {
            name,
            key: key.clone(),
            ty: named(ty, names),
            docs: docs::model_field(key, draft.examples.get(key)),
        }
    };
    fields.iter().map(field).collect()
}

fn variants(values: &[String]) -> Vec<(String, String)> {
    let mut scope = Scope::with(["Other"]);
    let mut seen = BTreeSet::new();
    values
        .iter()
        .filter(|value| seen.insert(value.as_str()))
        .map(|value| (scope.take([ident::variant(value)]), value.clone()))
        .collect()
}
