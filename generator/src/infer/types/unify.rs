//! Classes of nodes that are one type: a union-find structure that grows until nothing changes.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::evidence::Resources;
use super::form::Form;
use super::graph::{Digest, Graph, Key, KeySet, NodeId};
use super::{Conflict, Direction};
use crate::shape::Label;

/// With as many groups of one bucket a class is compared.
pub(super) const MOST_CANDIDATES: usize = 32;
/// As many pairs of classes are looked at to unify two.
const MOST_PAIRS: usize = 4096;
/// So many keys that mean something make a set of keys evidence by itself.
const TELLING_KEYS: usize = 3;
/// Each round but the last merges classes. Rounds beyond this number have no effect on real collections.
const MOST_ROUNDS: usize = 16;

/// Why two classes may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// They have the same keys.
    SameKeys,
    /// They belong to one resource, or to one tree.
    Resource,
    /// They are found under the same key of parents that are one type.
    SameParent,
    /// An override says so.
    Override,
}

/// Nodes that are one type.
#[derive(Debug, Clone)]
struct Class {
    direction: Direction,
    label: Option<Label>,
    /// The least signature of its nodes.
    signature: Digest,
    members: Vec<(Key, Form)>,
    /// The sets of keys of its nodes.
    sets: Vec<KeySet>,
    /// What its nodes are about, each once.
    resources: Vec<Resources>,
    nodes: usize,
    /// A node is a body, or only keys of envelopes lead to it.
    is_payload: bool,
}

/// All classes.
#[derive(Debug)]
pub(super) struct Classes<'a> {
    classes: Vec<Class>,
    parent: Vec<usize>,
    of_node: Vec<usize>,
    keys: HashMap<&'a str, Key>,
}

/// The pairs that are one if all of them are.
#[derive(Default)]
pub(super) struct Pairs {
    seen: HashSet<(usize, usize)>,
    list: Vec<(usize, usize)>,
}

impl<'a> Classes<'a> {
    /// One class for each signature.
    pub(super) fn new(graph: &Graph<'a>) -> Classes<'a> {
        let mut classes = Classes {
            classes: Vec::new(),
            parent: Vec::new(),
            of_node: Vec::new(),
            keys: HashMap::new(),
        };
        let mut by_signature: HashMap<Digest, usize> = HashMap::new();
        for (_, node) in graph.nodes() {
            let next = classes.classes.len();
            let class = *by_signature.entry(node.signature).or_insert(next);
            classes.of_node.push(class);
            if class == next {
                classes.parent.push(next);
                classes.classes.push(Class {
                    direction: node.direction,
                    label: node.label.cloned(),
                    signature: node.signature,
                    members: node.members.clone(),
                    sets: vec![node.keys],
                    resources: Vec::new(),
                    nodes: 0,
                    is_payload: false,
                });
            }
            let class = &mut classes.classes[class];
            class.nodes += 1;
            class.is_payload |= node.is_payload;
            if !node.resources.is_empty() && !class.resources.contains(&node.resources) {
                class.resources.push(node.resources.clone());
            }
            for key in node.object.members.keys() {
                if let Some(interned) = graph.key(key) {
                    classes.keys.insert(graph.text(interned), interned);
                }
            }
        }
        classes
    }

    /// The class of a node.
    pub(super) fn of(&self, node: NodeId) -> usize {
        self.find(self.of_node[node.0])
    }

    /// What overrides say of a class.
    pub(super) fn label(&self, class: usize) -> Option<Label> {
        self.classes[class].label.clone()
    }

    /// The form of a member.
    pub(super) fn member(&self, class: usize, key: &str) -> Option<&Form> {
        let members = &self.classes[class].members;
        let key = self.keys.get(key)?;
        let at = members.binary_search_by_key(key, |(key, _)| *key).ok()?;
        Some(&members[at].1)
    }

    /// Merges what is one type, until nothing changes. Returns the overrides that cannot be followed.
    pub(super) fn close(&mut self, graph: &Graph<'a>) -> Vec<Conflict> {
        let conflicts = self.follow_overrides(graph);
        let trees = trees(graph);
        for _ in 0..MOST_ROUNDS {
            let mut changed = self.merge_equal(graph);
            changed |= self.merge_same_keys(graph);
            changed |= self.merge_resources(graph);
            changed |= self.merge_envelopes(graph);
            for &(ancestor, node) in &trees {
                let (one, other) = (self.of(ancestor), self.of(node));
                changed |= one != other && self.unify(graph, one, other, Rule::Resource);
            }
            if !changed {
                break;
            }
        }
        conflicts
    }

    fn find(&self, mut class: usize) -> usize {
        while self.parent[class] != class {
            class = self.parent[class];
        }
        class
    }

    /// Those that were not merged into others.
    pub(super) fn all(&self) -> Vec<usize> {
        (0..self.classes.len()).filter(|&class| self.parent[class] == class).collect()
    }

    /// Locations with one name are one class.
    fn follow_overrides(&mut self, graph: &Graph<'a>) -> Vec<Conflict> {
        let mut named: BTreeMap<(Direction, String), Vec<usize>> = BTreeMap::new();
        for (class, found) in self.classes.iter().enumerate() {
            if let Some(Label::Named(name)) = &found.label {
                named.entry((found.direction, name.clone())).or_default().push(class);
            }
        }
        let mut conflicts = Vec::new();
        for ((_, name), classes) in named {
            for &class in &classes[1..] {
                let (first, class) = (self.find(classes[0]), self.find(class));
                if first == class || self.unify(graph, first, class, Rule::Override) {
                    continue;
                }
                let keys = self.conflicting(graph, first, class);
                conflicts.push(Conflict { name: name.clone(), keys });
            }
        }
        conflicts
    }

    /// The common keys under which two classes cannot be one.
    fn conflicting(&self, graph: &Graph<'a>, one: usize, other: usize) -> Vec<String> {
        let theirs: HashMap<Key, &Form> =
            self.classes[other].members.iter().map(|(key, form)| (*key, form)).collect();
        let conflicts = |(key, form): &&(Key, Form)| {
            theirs.get(key).is_some_and(|other| {
                let mut pairs = Pairs::default();
                !form.fits(other, &mut |one, other| {
                    self.fits(graph, self.of(one), self.of(other), Rule::SameParent, &mut pairs)
                })
            })
        };
        let found = self.classes[one].members.iter().filter(conflicts);
        found.map(|(key, _)| graph.text(*key).to_owned()).collect()
    }

    /// Congruence: classes whose members are equal are one. A class with a name takes those without.
    fn merge_equal(&mut self, graph: &Graph<'a>) -> bool {
        let mut by_members: HashMap<Digest, Vec<usize>> = HashMap::new();
        // members have larger numbers than what is around them: from the inside out, most is done in one round
        for class in self.all().into_iter().rev() {
            let found = &self.classes[class];
            let of_node = |_: &Graph<'a>, node| Digest::default().number(self.of(node) as u64);
            let digest = graph.signature(found.direction, None, &found.members, of_node);
            by_members.entry(digest).or_default().push(class);
        }
        let mut changed = false;
        for equal in by_members.into_values().filter(|equal| equal.len() > 1) {
            let labels: HashSet<&Label> =
                equal.iter().filter_map(|&class| self.classes[class].label.as_ref()).collect();
            let several = labels.len() > 1;
            let mut equal: Vec<usize> = equal
                .into_iter()
                .filter(|&class| match &self.classes[class].label {
                    Some(Label::Apart(_)) => false,
                    Some(Label::Named(_)) => !several,
                    None => true,
                })
                .collect();
            equal.sort_by_key(|&class| self.classes[class].signature);
            for pair in equal.windows(2) {
                changed |= self.merge(pair[0], pair[1]);
            }
        }
        changed
    }

    /// Classes whose keys are the same and mean something.
    fn merge_same_keys(&mut self, graph: &Graph<'a>) -> bool {
        let mut buckets: BTreeMap<(Direction, KeySet), Vec<usize>> = BTreeMap::new();
        for class in self.all() {
            let found = &self.classes[class];
            for &set in found.sets.iter().filter(|set| is_telling(graph, **set)) {
                buckets.entry((found.direction, set)).or_default().push(class);
            }
        }
        // sets are numbered in the order of the collection, which must not matter
        let mut buckets: Vec<Vec<usize>> = buckets.into_values().filter(|b| b.len() > 1).collect();
        buckets.sort_by_cached_key(|bucket| {
            let mut signatures: Vec<Digest> =
                bucket.iter().map(|&class| self.classes[class].signature).collect();
            signatures.sort_unstable();
            signatures
        });
        let each =
            buckets.into_iter().map(|bucket| self.merge_bucket(graph, bucket, Rule::SameKeys));
        each.fold(false, |changed, merged| changed | merged)
    }

    /// Classes of one resource.
    fn merge_resources(&mut self, graph: &Graph<'a>) -> bool {
        let mut buckets: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for class in self.all() {
            let found = &self.classes[class];
            if found.direction == Direction::Request {
                continue;
            }
            for noun in found.resources.iter().flat_map(|resources| resources.0.iter()) {
                let bucket = buckets.entry(noun.clone()).or_default();
                if bucket.last() != Some(&class) {
                    bucket.push(class);
                }
            }
        }
        let buckets = buckets.into_values().filter(|bucket| bucket.len() > 1);
        let each = buckets.map(|bucket| self.merge_bucket(graph, bucket, Rule::Resource));
        each.fold(false, |changed, merged| changed | merged)
    }

    /// Merges each class into the first that it fits, the longest first.
    fn merge_bucket(&mut self, graph: &Graph<'a>, bucket: Vec<usize>, rule: Rule) -> bool {
        let mut sorted: Vec<usize> = bucket.into_iter().map(|class| self.find(class)).collect();
        sorted.sort_by_key(|&class| {
            let found = &self.classes[class];
            (std::cmp::Reverse(found.members.len()), found.signature)
        });
        sorted.dedup();
        let mut groups: Vec<usize> = Vec::new();
        let mut changed = false;
        for class in sorted {
            let class = self.find(class);
            let mut fits = |&group: &usize| {
                let group = self.find(group);
                group == class || self.unify(graph, group, class, rule)
            };
            let joined = groups.iter().take(MOST_CANDIDATES).any(&mut fits);
            changed |= joined;
            if !joined {
                groups.push(class);
            }
        }
        changed
    }

    /// Makes two classes one, with all that has to be one then. Whether they can be.
    fn unify(&mut self, graph: &Graph<'a>, one: usize, other: usize, rule: Rule) -> bool {
        let mut pairs = Pairs::default();
        let fits = self.fits(graph, one, other, rule, &mut pairs);
        if fits {
            self.merge_all(pairs);
        }
        fits
    }

    /// Merges pairs that were found to be one. Whether any was not one yet.
    pub(super) fn merge_all(&mut self, pairs: Pairs) -> bool {
        let merged = pairs.list.into_iter().map(|(one, other)| self.merge(one, other));
        merged.fold(false, |changed, merged| changed | merged)
    }

    /// The members of a class, sorted.
    pub(super) fn members(&self, class: usize) -> &[(Key, Form)] {
        &self.classes[class].members
    }

    /// The direction and the members of a class of which overrides say nothing.
    pub(super) fn unnamed(&self, class: usize) -> Option<(Direction, &[(Key, Form)])> {
        let found = &self.classes[class];
        found.label.is_none().then_some((found.direction, found.members.as_slice()))
    }

    /// A node of the class is a body, or only keys of envelopes lead to it.
    pub(super) fn is_payload(&self, class: usize) -> bool {
        self.classes[class].is_payload
    }

    /// The least signature of a class.
    pub(super) fn signature(&self, class: usize) -> Digest {
        self.classes[class].signature
    }

    /// Whether two classes can be one, given `pairs`, to which it adds all that have to be one as well.
    pub(super) fn fits(
        &self,
        graph: &Graph<'_>,
        one: usize,
        other: usize,
        rule: Rule,
        pairs: &mut Pairs,
    ) -> bool {
        let pair = (one.min(other), one.max(other));
        if one == other || !pairs.seen.insert(pair) {
            return true;
        }
        let (first, second) = (&self.classes[one], &self.classes[other]);
        let labels = match (&first.label, &second.label) {
            (None, None) => true,
            (Some(Label::Apart(_)), _) | (_, Some(Label::Apart(_))) => false,
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        if !labels || pairs.seen.len() > MOST_PAIRS || !self.share_keys(graph, one, other, rule) {
            return false;
        }
        let mut theirs = second.members.iter().peekable();
        for (key, form) in &first.members {
            while theirs.next_if(|(other, _)| other < key).is_some() {}
            if let Some((_, other)) = theirs.next_if(|(other, _)| other == key)
                && !form.fits(other, &mut |one, other| {
                    self.fits(graph, self.of(one), self.of(other), Rule::SameParent, pairs)
                })
            {
                return false;
            }
        }
        pairs.list.push(pair);
        true
    }

    /// Whether the keys of two classes allow them to be one.
    fn share_keys(&self, graph: &Graph<'_>, one: usize, other: usize, rule: Rule) -> bool {
        let (first, second) = (&self.classes[one], &self.classes[other]);
        let alike = || {
            first.sets.iter().all(|one| {
                second.sets.iter().all(|other| {
                    let is_same = one == other && rule != Rule::Resource;
                    is_same || is_near(graph, *one, *other, rule)
                })
            })
        };
        match rule {
            Rule::Override => true,
            Rule::SameKeys => first.sets.iter().any(|set| second.sets.contains(set)) && alike(),
            Rule::SameParent => alike(),
            Rule::Resource => {
                let about = |resources: &Resources| {
                    first.resources.iter().any(|other| other.meet(resources))
                };
                second.resources.iter().all(about) && alike()
            }
        }
    }

    /// Whether they were two.
    fn merge(&mut self, one: usize, other: usize) -> bool {
        let (one, other) = (self.find(one), self.find(other));
        if one == other {
            return false;
        }
        let is_larger = self.classes[one].nodes >= self.classes[other].nodes;
        let (kept, gone) = if is_larger { (one, other) } else { (other, one) };
        self.parent[gone] = kept;
        let members = std::mem::take(&mut self.classes[gone].members);
        let Class { label, signature, sets, resources, nodes, is_payload, .. } =
            self.classes[gone].clone();
        let class = &mut self.classes[kept];
        class.members = joined(std::mem::take(&mut class.members), members);
        class.label = class.label.take().or(label);
        class.signature = class.signature.min(signature);
        class.nodes += nodes;
        class.is_payload |= is_payload;
        extend(&mut class.sets, sets);
        extend(&mut class.resources, resources);
        true
    }
}

fn extend<T: PartialEq>(list: &mut Vec<T>, more: Vec<T>) {
    for element in more {
        if !list.contains(&element) {
            list.push(element);
        }
    }
}

/// The members of both, sorted.
fn joined(one: Vec<(Key, Form)>, other: Vec<(Key, Form)>) -> Vec<(Key, Form)> {
    let mut all = Vec::with_capacity(one.len().max(other.len()));
    let mut others = other.into_iter().peekable();
    for (key, mut form) in one {
        while let Some(member) = others.next_if(|(other, _)| *other < key) {
            all.push(member);
        }
        if let Some((_, other)) = others.next_if(|(other, _)| *other == key) {
            form.join(&other);
        }
        all.push((key, form));
    }
    all.extend(others);
    all
}

/// Each node that is found under a key that it has itself, with the objects around it that have this key.
fn trees(graph: &Graph<'_>) -> Vec<(NodeId, NodeId)> {
    let mut found = Vec::new();
    for (id, node) in graph.nodes() {
        let Some(key) = graph.key_in_parent(id) else { continue };
        if node.object.members.contains_key(key) {
            let around = graph
                .ancestors(id)
                .filter(|&around| graph.get(around).object.members.contains_key(key));
            found.extend(around.take(1).map(|around| (around, id)));
        }
    }
    found
}

/// Three keys or more are not those of any envelope.
fn is_telling(graph: &Graph<'_>, set: KeySet) -> bool {
    let keys = graph.set(set).iter();
    keys.filter(|key| !graph.is_envelope(**key)).count() >= TELLING_KEYS
}

/// At least half of the keys are common; under a resource, also of those that no envelope has.
fn is_near(graph: &Graph<'_>, one: KeySet, other: KeySet, rule: Rule) -> bool {
    let (one, other) = (graph.set(one), graph.set(other));
    let telling = |keys: &[Key]| keys.iter().filter(|key| !graph.is_envelope(**key)).count();
    let common: Vec<Key> =
        one.iter().filter(|key| other.binary_search(key).is_ok()).copied().collect();
    let is_half = |common: usize, all: usize| common > 0 && 2 * common >= all - common;
    let all = is_half(common.len(), one.len() + other.len());
    let known = telling(&common);
    all && (rule == Rule::SameParent || is_half(known, telling(one) + telling(other)))
}
