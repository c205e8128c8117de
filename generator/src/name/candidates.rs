//! What a type may be called. Its name is made of the key under which it was first seen, in the singular for the items of a list
//! (`pac_accounts` → `PacAccount`); what stands at the top of an answer is called after the request (`CreateUsers` → `Users`).
//! Keys that say nothing (`data`, `items` …), and names that are taken, get the name of what is around them in front.

use super::ident;
use crate::hints::plural;
use crate::name::draft::Origin;
use crate::name::draft::{Draft, DraftKind};
use crate::shape::Label;

/// What a type may be called, best first.
pub fn candidates(draft: &Draft) -> Vec<String> {
    let Draft { origin, kind, .. } = draft;
    let Origin { keys, element, root, .. } = origin;
    if let Some(Label::Named(name)) = &origin.label {
        return vec![name.clone()];
    }
    let singular = |key: &str| if *element { plural::singular(key) } else { key.to_owned() };
    let Some((last, around)) = keys.split_last() else {
        let root = if *element { plural::singular(root) } else { root.clone() };
        let suffix = if matches!(kind, DraftKind::Union(_)) { "Value" } else { "Item" };
        return vec![ident::type_name(&root, "Answer"), ident::inner_type(&root, suffix)];
    };
    let last = singular(last);
    let mut candidates = Vec::new();
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

/// Keys that say nothing of what stands under them.
const GENERIC: &str = "data datum item items value values result results response body content contents object list entry \
    element record payload attributes attribute properties property type status state kind id name meta \
    info details detail row key code all child children node edge";

fn is_generic(key: &str) -> bool {
    let key = ident::snake(key, "");
    GENERIC.split(' ').any(|generic| generic == key)
}
