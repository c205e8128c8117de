//! The join of shapes: what is known of the values of two places (or of two samples of one place) together.

use std::borrow::Borrow;

use super::{Member, Number, NumberKind, Object, Samples, Shape, Text, Values};

impl Shape {
    /// Takes in what the other one knows.
    pub fn join(&mut self, other: &Shape) {
        self.null |= other.null;
        self.boolean |= other.boolean;
        join_option(&mut self.number, &other.number, |mine, theirs| mine.join(*theirs));
        join_option(&mut self.text, &other.text, Text::join);
        join_option(&mut self.array, &other.array, |mine, theirs| mine.join(theirs));
        join_option(&mut self.object, &other.object, |mine, theirs| mine.join(theirs));
        join_option(&mut self.map, &other.map, |mine, theirs| mine.join(theirs));
        join_option(&mut self.told, &other.told, |mine, theirs| mine.join(theirs));
        self.samples = Samples(self.samples.0 + other.samples.0);
        if self.example.0.is_none() {
            self.example.clone_from(&other.example);
        }
    }

    /// The join of all.
    pub fn join_all(shapes: impl IntoIterator<Item: Borrow<Shape>>) -> Shape {
        let mut joined = Shape::default();
        shapes.into_iter().for_each(|shape| joined.join(shape.borrow()));
        joined
    }
}

/// Nothing seen is neutral.
fn join_option<T: Clone>(mine: &mut Option<T>, theirs: &Option<T>, join: impl FnOnce(&mut T, &T)) {
    match (mine.as_mut(), theirs) {
        (Some(mine), Some(theirs)) => join(mine, theirs),
        (None, Some(theirs)) => *mine = Some(theirs.clone()),
        (_, None) => {}
    }
}

impl Number {
    /// Takes in what the other one knows.
    pub fn join(&mut self, other: Number) {
        self.negative |= other.negative;
        self.unsigned |= other.unsigned;
        self.large |= other.large;
        self.float |= other.float;
        self.exact |= other.exact;
        self.named.0 = self.named.0.or(other.named.0);
    }

    /// The narrowest kind that holds all of them without loss.
    pub fn kind(self) -> NumberKind {
        match self {
            Number { exact: true, .. } => NumberKind::Exact,
            Number { float: true, large: true, .. } => NumberKind::Exact,
            Number { float: true, .. } => NumberKind::Float,
            Number { unsigned: true, negative: true, .. } => NumberKind::Exact,
            Number { unsigned: true, .. } => NumberKind::Unsigned,
            _ => NumberKind::Signed,
        }
    }
}

impl Text {
    /// Takes in what the other one knows.
    pub fn join(&mut self, other: &Text) {
        self.possible = self.possible.and(other.possible);
        self.proven = self.proven.or(other.proven).and(self.possible);
        self.values.join(&other.values);
    }

    /// The format that all of them have: one that some text speaks for and none against.
    pub fn format(&self) -> Option<super::Format> {
        self.proven.first()
    }

    /// The values, when it is an enum.
    pub fn listed(&self) -> Option<&[String]> {
        match &self.values {
            Values::Listed(values) => Some(values),
            Values::Few(_) | Values::Open => None,
        }
    }
}

impl Default for Values {
    fn default() -> Values {
        Values::Few(Vec::new())
    }
}

impl Values {
    /// How many words are few.
    pub const FEW: usize = 5;

    /// Takes in what the other one knows: few and few are few or open, open swallows few, a list swallows both.
    pub fn join(&mut self, other: &Values) {
        match (&mut *self, other) {
            (Values::Listed(mine), Values::Listed(theirs)) => {
                let new: Vec<String> =
                    theirs.iter().filter(|value| !mine.contains(value)).cloned().collect();
                mine.extend(new);
            }
            (Values::Listed(_), _) | (Values::Open, Values::Open | Values::Few(_)) => {}
            (Values::Few(mine), Values::Few(theirs)) => {
                theirs.iter().for_each(|word| insert_sorted(mine, word));
                if mine.len() > Values::FEW {
                    *self = Values::Open;
                }
            }
            (_, other) => self.clone_from(other),
        }
    }
}

/// Inserts a word at its place when it is new.
fn insert_sorted(words: &mut Vec<String>, word: &String) {
    if let Err(position) = words.binary_search(word) {
        words.insert(position, word.clone());
    }
}

impl Object {
    /// Takes in what the other one knows: a member that only one side has is optional.
    pub fn join(&mut self, other: &Object) {
        let before = self.members.len();
        let mut common = 0;
        for (position, (key, theirs)) in other.members.iter().enumerate() {
            match self.position(key, position) {
                Some(mine) => {
                    self.members[mine].join(theirs);
                    common += 1;
                }
                None => drop(
                    self.members.insert(key.clone(), Member { optional: true, ..theirs.clone() }),
                ),
            }
        }
        if common < before {
            let mine = self.members.iter_mut().take(before);
            mine.filter(|(key, _)| !other.members.contains_key(*key))
                .for_each(|(_, member)| member.optional = true);
        }
    }

    /// Where a key is: most objects of one kind have it at the same position.
    pub(super) fn position(&self, key: &str, likely: usize) -> Option<usize> {
        match self.members.get_index(likely) {
            Some((found, _)) if found == key => Some(likely),
            _ => self.members.get_index_of(key),
        }
    }
}

impl Member {
    /// Takes in what the other one knows.
    pub fn join(&mut self, other: &Member) {
        self.shape.join(&other.shape);
        self.optional |= other.optional;
    }
}
