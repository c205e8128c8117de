//! Envelopes: objects whose keys say nothing about what they hold, apart from one that holds it. All that have one set of keys
//! are one generic type, with a type parameter for what they hold.
//!
//! An object is an envelope by its own form, however many there are in the collection: so what is appended to a
//! collection does not turn a plain type into a generic one.

use super::form::Form;
use super::graph::{Graph, Key};
use super::unify::{Classes, Pairs, Rule};
use super::{Direction, Parameter};

/// Keys that hold anything.
const ANYTHING: [&str; 4] = ["data", "result", "response", "payload"];
/// Keys that hold the content if it is a list.
const LISTS: [&str; 12] = [
    "results", "items", "records", "entries", "rows", "list", "values", "objects", "content",
    "value", "edges", "nodes",
];

/// Classes that are one generic type.
#[derive(Debug, Clone)]
pub(super) struct Family {
    pub(super) classes: Vec<usize>,
    pub(super) parameters: Vec<(Key, Parameter)>,
    /// The forms of the other members.
    pub(super) others: Vec<(Key, Form)>,
}

/// The members of an envelope for which it has type parameters; `None` for any other object.
pub(super) fn parameters(
    graph: &Graph<'_>,
    direction: Direction,
    members: &[(Key, Form)],
    is_payload: bool,
) -> Option<Vec<(Key, Parameter)>> {
    if members.iter().any(|(key, _)| !graph.is_envelope(*key)) {
        return None;
    }
    let find = |word: &str| members.iter().find(|(key, _)| graph.text(*key) == word);
    let objects = |word: &str| find(word).filter(|(_, form)| form.is_object());
    if let Some((attributes, _)) = objects("attributes").filter(|_| find("type").is_some()) {
        let related = objects("relationships").map(|(key, _)| *key);
        let keys = std::iter::once(*attributes).chain(related);
        return Some(keys.map(|key| (key, Parameter::Value)).collect());
    }
    let is_sent = direction == Direction::Request;
    let holds = |(_, form): &&(Key, Form)| !is_sent || form.holds_objects();
    let of_form = |form: &Form| {
        if form.is_list() { Parameter::Elements } else { Parameter::Value }
    };
    let mut anything = ANYTHING.into_iter().filter_map(find);
    if let Some((key, form)) = anything.next() {
        let included = find("included").filter(|(_, form)| form.is_list() && form.holds_objects());
        let content = Some((*key, of_form(form))).filter(|_| holds(&&(*key, form.clone())));
        let first = content.filter(|_| anything.next().is_none())?;
        let second = included.map(|(key, _)| (*key, Parameter::Elements));
        return Some(std::iter::once(first).chain(second).collect());
    }
    let only = objects("node").or_else(|| objects("properties").filter(|_| members.len() == 1));
    if let Some((key, _)) = only {
        return Some(vec![(*key, Parameter::Value)]);
    }
    // an order has items, too: it is no page
    let is_thing = find("id").is_some() || !is_payload && find("edges").or(find("nodes")).is_none();
    if is_thing {
        return None;
    }
    let lists = LISTS.into_iter().filter_map(find).filter(|(_, form)| form.is_list());
    let mut lists = lists.filter(holds);
    if let (Some((key, _)), None) = (lists.next(), lists.next()) {
        return Some(vec![(*key, Parameter::Elements)]);
    }
    None
}

/// A class that may be an envelope, with the members whose types are its parameters.
type Candidate = (usize, Vec<(Key, Parameter)>);

impl Classes<'_> {
    /// All envelopes, by family. Each family is sorted; families are in the order of their first classes.
    pub(super) fn families(&self, graph: &Graph<'_>) -> Vec<Family> {
        let mut families = Vec::new();
        for bucket in self.envelopes(graph) {
            let mut groups: Vec<Family> = Vec::new();
            for (class, parameters) in bucket {
                let others = self.others(class, &parameters);
                let joined = groups.iter_mut().find(|group| {
                    let mut same = |one, other| self.of(one) == self.of(other);
                    all_fit(&group.others, &others, &mut same)
                });
                match joined {
                    Some(group) => {
                        group.classes.push(class);
                        let forms = group.others.iter_mut().zip(&others);
                        forms.for_each(|((_, mine), (_, theirs))| mine.join(theirs));
                    }
                    None => groups.push(Family { classes: vec![class], parameters, others }),
                }
            }
            families.extend(groups);
        }
        for family in &mut families {
            family.classes.sort_unstable();
        }
        families.sort_by_key(|family| family.classes[0]);
        families
    }

    /// Merges what is beside the content of envelopes with one set of keys.
    pub(super) fn merge_envelopes(&mut self, graph: &Graph<'_>) -> bool {
        let mut changed = false;
        for bucket in self.envelopes(graph) {
            let mut firsts: Vec<Vec<(Key, Form)>> = Vec::new();
            for (class, parameters) in bucket {
                let others = self.others(class, &parameters);
                let mut fits = |first: &mut Vec<(Key, Form)>| {
                    let mut pairs = Pairs::default();
                    let fits = all_fit(first, &others, &mut |one, other| {
                        let (one, other) = (self.of(one), self.of(other));
                        self.fits(graph, one, other, Rule::SameParent, &mut pairs)
                    });
                    changed |= fits && self.merge_all(pairs);
                    if fits {
                        let forms = first.iter_mut().zip(&others);
                        forms.for_each(|((_, mine), (_, theirs))| mine.join(theirs));
                    }
                    fits
                };
                if !firsts.iter_mut().any(&mut fits) {
                    firsts.push(others);
                }
            }
        }
        changed
    }

    /// All envelopes, by their keys and parameters, in an order that depends on their content alone.
    fn envelopes(&self, graph: &Graph<'_>) -> Vec<Vec<Candidate>> {
        let mut buckets = std::collections::BTreeMap::<_, Vec<_>>::new();
        for class in self.all() {
            let Some((direction, members)) = self.unnamed(class) else { continue };
            let is_payload = self.is_payload(class);
            let found = parameters(graph, direction, members, is_payload);
            let Some(parameters) = found else { continue };
            let keys: Vec<Key> = members.iter().map(|(key, _)| *key).collect();
            let bucket = buckets.entry((direction, keys, parameters.clone())).or_default();
            bucket.push((class, parameters));
        }
        let mut buckets: Vec<Vec<_>> = buckets.into_values().collect();
        for bucket in &mut buckets {
            bucket.sort_by_key(|(class, _)| self.signature(*class));
        }
        buckets
    }

    /// The members beside the content.
    fn others(&self, class: usize, parameters: &[(Key, Parameter)]) -> Vec<(Key, Form)> {
        let is_content = |key: &Key| parameters.iter().any(|(parameter, _)| parameter == key);
        self.members(class).iter().filter(|(key, _)| !is_content(key)).cloned().collect()
    }
}

fn all_fit(
    ours: &[(Key, Form)],
    theirs: &[(Key, Form)],
    objects: &mut impl FnMut(super::NodeId, super::NodeId) -> bool,
) -> bool {
    ours.iter().zip(theirs).all(|((_, ours), (_, theirs))| ours.fits(theirs, objects))
}
