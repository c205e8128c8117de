//! The join of shapes: what is known of the values of two places (or of two samples of one place) together.

use super::{Member, Number, NumberKind, Object, Samples, Shape, Text, Values};

impl Shape {
    /// Takes in what the other one knows.
    pub fn join(&mut self, other: Shape) {
        self.null |= other.null;
        self.boolean |= other.boolean;
        join_option(&mut self.number, other.number, Number::join);
        join_option(&mut self.text, other.text, Text::join);
        join_option(&mut self.array, other.array, |mine, theirs| mine.join(*theirs));
        join_option(&mut self.object, other.object, Object::join);
        join_option(&mut self.map, other.map, |mine, theirs| mine.join(*theirs));
        join_option(&mut self.told, other.told, |mine, theirs| mine.join(*theirs));
        self.samples = Samples(self.samples.0 + other.samples.0);
        self.example.0 = self.example.0.take().or(other.example.0);
    }

    /// The join of all.
    pub fn join_all(shapes: impl IntoIterator<Item = Shape>) -> Shape {
        let mut joined = Shape::default();
        shapes.into_iter().for_each(|shape| joined.join(shape));
        joined
    }
}

/// Nothing seen is neutral.
fn join_option<T>(mine: &mut Option<T>, theirs: Option<T>, join: impl FnOnce(&mut T, T)) {
    match (mine.as_mut(), theirs) {
        (Some(mine), Some(theirs)) => join(mine, theirs),
        (None, Some(theirs)) => *mine = Some(theirs),
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
    pub fn join(&mut self, other: Text) {
        self.possible = self.possible.and(other.possible);
        self.proven = self.proven.or(other.proven).and(self.possible);
        self.values.join(other.values);
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
    pub fn join(&mut self, other: Values) {
        match (&mut *self, other) {
            (Values::Listed(mine), Values::Listed(theirs)) => {
                let new: Vec<String> = theirs.into_iter().filter(|value| !mine.contains(value)).collect();
                mine.extend(new);
            }
            (Values::Listed(_), _) | (Values::Open, Values::Open | Values::Few(_)) => {}
            (Values::Few(mine), Values::Few(theirs)) => {
                theirs.into_iter().for_each(|word| insert_sorted(mine, word));
                if mine.len() > Values::FEW {
                    *self = Values::Open;
                }
            }
            (_, other) => *self = other,
        }
    }
}

/// Inserts a word at its place when it is new.
fn insert_sorted(words: &mut Vec<String>, word: String) {
    if let Err(position) = words.binary_search(&word) {
        words.insert(position, word);
    }
}

impl Object {
    /// Takes in what the other one knows: a member that only one side has is optional.
    pub fn join(&mut self, other: Object) {
        for (key, member) in &mut self.members {
            member.optional |= !other.members.contains_key(key);
        }
        for (key, theirs) in other.members {
            match self.members.get_mut(&key) {
                Some(mine) => mine.join(theirs),
                None => {
                    self.members.insert(key, Member { optional: true, ..theirs });
                }
            }
        }
    }
}

impl Member {
    /// Takes in what the other one knows.
    pub fn join(&mut self, other: Member) {
        self.shape.join(other.shape);
        self.optional |= other.optional;
    }
}
