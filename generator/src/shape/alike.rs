//! Whether two shapes are of one kind of thing. A test weaker than equality and stronger than "they can be joined".

use super::{Object, Shape};

impl Shape {
    /// Neither speaks against the other: no place holds values of different kinds, and objects with members have a key in
    /// common. A shape of which nothing is known is like any other.
    pub fn is_like(&self, other: &Shape) -> bool {
        let (mine, theirs) = (self.like_kinds(), other.like_kinds());
        let unknown = |kinds: &[bool]| !kinds.contains(&true);
        if unknown(&mine) || unknown(&theirs) {
            return true;
        }
        let both = |one: &Option<Box<Shape>>, other: &Option<Box<Shape>>| {
            one.as_ref().zip(other.as_ref()).is_none_or(|(one, other)| one.is_like(other))
        };
        let objects = self.object.as_ref().zip(other.object.as_ref());
        mine == theirs
            && both(&self.array, &other.array)
            && both(&self.map, &other.map)
            && objects.is_none_or(|(a, b)| a.is_like(b))
    }

    /// The kinds of values seen; an object is one, whether its keys are data or not.
    fn like_kinds(&self) -> [bool; 5] {
        let object = self.object.is_some() || self.map.is_some();
        [self.boolean, self.number.is_some(), self.text.is_some(), self.array.is_some(), object]
    }
}

impl Object {
    /// As [`Shape::is_like`]. Objects whose keys are data need no key in common.
    fn is_like(&self, other: &Object) -> bool {
        let free = |object: &Object| object.members.is_empty() || object.is_map();
        let shared =
            self.members.iter().filter_map(|(key, mine)| Some((mine, other.members.get(key)?)));
        let mut any = free(self) || free(other);
        for (mine, theirs) in shared {
            any = true;
            if !mine.shape.is_like(&theirs.shape) {
                return false;
            }
        }
        any
    }

    /// At least half of the keys of the smaller one are keys of both.
    pub fn is_near(&self, other: &Object) -> bool {
        let shared = self.members.keys().filter(|key| other.members.contains_key(*key)).count();
        2 * shared >= self.members.len().min(other.members.len())
    }
}

#[cfg(test)]
mod tests {
    use crate::shape::Shape;

    fn is_like(one: &str, other: &str) -> bool {
        let (one, other) = (Shape::of_json(one).unwrap(), Shape::of_json(other).unwrap());
        assert_eq!(one.is_like(&other), other.is_like(&one));
        one.is_like(&other)
    }

    #[test]
    fn alike() {
        assert!(is_like(r#"{"a": 1}"#, r#"{"a": 2.5, "b": "x"}"#));
        assert!(is_like(
            r#"{"a": null, "b": [], "c": {}}"#,
            r#"{"a": "x", "b": [{"d": 1}], "c": {"e": 1}}"#
        ));
        assert!(is_like(r#"{"by_id": {"1": "x"}}"#, r#"{"by_id": {"2": "x"}}"#));
        assert!(is_like(
            r#"{"pay": {"type": "card", "number": "1"}}"#,
            r#"{"pay": {"type": "iban", "iban": "x"}}"#
        ));
    }

    #[test]
    fn not_alike() {
        assert!(!is_like(r#"{"a": 1}"#, r#"{"a": "1"}"#));
        assert!(!is_like(r#"{"a": 1}"#, r#"{"b": 1}"#));
        assert!(!is_like(r#"[{"a": true}]"#, r#"[{"a": [true]}]"#));
        assert!(!is_like(
            r#"{"method": "x", "params": {"a": 1}}"#,
            r#"{"method": "y", "params": {"b": 1}}"#
        ));
    }
}
