//! What a type may be called. Its name is made of the key under which it was first seen, in the singular for the items of a list
//! (`pac_accounts` → `PacAccount`); what stands at the top of an answer is called after the request (`CreateUsers` → `Users`).
//! Keys that say nothing (`data`, `items` …), and names that are taken, get the name of what is around them in front.

use super::ident;
use crate::hints::plural;
use crate::name::draft::Origin;
use crate::name::draft::{Draft, DraftKind};
use crate::rust::{Role, Type};
use crate::shape::Label;

/// What a type may be called, best first.
pub fn candidates(draft: &Draft) -> Vec<String> {
    let Draft { origin, kind, .. } = draft;
    let Origin { keys, element, root, .. } = origin;
    if let Some(Label::Named(name)) = &origin.label {
        return vec![name.clone()];
    }
    if let (DraftKind::Struct(role, fields), true) = (kind, draft.is_generic()) {
        return envelope(*role, fields);
    }
    if keys.iter().all(|key| is_container(key)) && !keys.is_empty() {
        return payload(draft);
    }
    let singular = |key: &str| if *element { plural::singular(key) } else { key.to_owned() };
    let Some((last, around)) = keys.split_last() else {
        let root = if *element { plural::singular(root) } else { root.clone() };
        let suffix = if matches!(kind, DraftKind::Union(_)) { "Value" } else { "Item" };
        return vec![ident::type_name(&root, "Answer"), ident::inner_type(&root, suffix)];
    };
    let last = singular(last);
    let mut candidates = Vec::new();
    if !origin.resource.is_empty()
        && is_generic(&last)
        && around.iter().all(|key| is_container(key))
    {
        candidates.push(ident::inner_type(&origin.resource, &last));
    }
    if !is_generic(&last) {
        candidates.push(ident::type_name(&last, "Item"));
    }
    let mut before = String::new();
    for key in around.iter().rev() {
        before = format!("{} {before}", plural::singular(key));
        candidates.push(ident::inner_type(&before, &last));
    }
    candidates.push(ident::inner_type(&format!("{root} {before}"), &last));
    // a union and the objects in it stand at one place
    let suffix = match kind {
        DraftKind::Struct(..) => "Object",
        DraftKind::Union(_) => "Value",
        DraftKind::Enum(_) => "Choice",
    };
    candidates.push(ident::inner_type(&format!("{root} {before}"), &format!("{last} {suffix}")));
    candidates
}

/// What a generic type may be called: after its form, then also after the keys that others of this form do not have.
fn envelope(role: Role, fields: &[(String, Type)]) -> Vec<String> {
    let content = fields.iter().find(|(_, ty)| ty.parameters() > 0);
    let content = content.map(|(key, _)| key.as_str()).unwrap_or_default();
    let is_list = |ty: &Type| match ty {
        Type::Option(inner) => matches!(**inner, Type::Vec(_)),
        ty => matches!(ty, Type::Vec(_)),
    };
    let is_list = fields.iter().any(|(key, ty)| key == content && is_list(ty));
    let has = |key: &str| fields.iter().any(|(other, _)| other == key);
    let form = match content {
        "attributes" | "relationships" => "Resource",
        "node" => "Edge",
        "edges" => "Connection",
        "properties" => "Properties",
        _ if has("included") || has("jsonapi") => "Document",
        _ if is_list && fields.len() > 1 => "Page",
        _ if is_list => "List",
        _ => "Envelope",
    };
    let form = if role == Role::Request { format!("{form}Body") } else { form.to_owned() };
    let others = fields.iter().filter(|(_, ty)| ty.parameters() == 0);
    let with = others.map(|(key, _)| ident::type_name(&format!("{form}With {key}"), "Envelope"));
    let content = ident::inner_type(content, &form);
    std::iter::once(form.clone()).chain([content]).chain(with).collect()
}

/// Keys that say nothing of what stands under them.
const GENERIC: &str = "data datum item items value values result results response body content contents object list entry \
    element record payload attributes attribute properties property type status state kind id name meta \
    info details detail row key code all child children node edge";

/// Keys of envelopes, which say nothing at all.
const CONTAINERS: &str = "data datum item items value values result results response body content contents list entry entries \
    element elements record records payload rows row node nodes edges objects";

/// A key of an envelope.
pub(super) fn is_container(key: &str) -> bool {
    let key = ident::snake(key, "");
    CONTAINERS.split(' ').any(|container| container == key)
}

/// What the content of a response may be called: like the response, in the singular for the items of a list.
fn payload(draft: &Draft) -> Vec<String> {
    let Origin { keys, element, root, .. } = &draft.origin;
    let root = root.strip_suffix("Response").filter(|root| !root.is_empty()).unwrap_or(root);
    let root = if *element { plural::singular(root) } else { root.to_owned() };
    let last = keys.last().map(String::as_str).unwrap_or_default();
    let last = if *element { plural::singular(last) } else { last.to_owned() };
    let mut candidates = match &draft.kind {
        DraftKind::Struct(..) => vec![ident::type_name(&root, "Item")],
        DraftKind::Union(_) => vec![ident::inner_type(&root, "Value")],
        DraftKind::Enum(_) => vec![ident::inner_type(&root, "Choice")],
    };
    candidates.push(ident::inner_type(&root, &last));
    candidates.push(ident::inner_type(&root, &format!("{last} Object")));
    candidates
}

/// A key that says little about what is under it.
pub(super) fn is_generic(key: &str) -> bool {
    let key = ident::snake(key, "");
    GENERIC.split(' ').any(|generic| generic == key)
}
