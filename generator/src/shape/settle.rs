//! What the evidence means, decided once when no more samples come.

use super::{Formats, Object, Shape, Text, Values};
use crate::hints;

/// The fewest samples of one place whose repetition makes an enum.
const MANY: usize = 20;

impl Shape {
    /// Decides what the evidence means, for a place called `name` (empty when it has no name):
    ///
    /// * an object whose keys are data ([`super::Object::is_map`]), or of which no key was ever seen, becomes a map; where
    ///   both a map and an object were seen, the one of which something is known stays, else all is one map;
    /// * a text has the one format that is proven and possible, or none;
    /// * texts become an enum where a description lists the values, or where 20 or more samples repeat two to five words
    ///   that look like constants and the name speaks of a kind or state (`type`, `status` …; [`hints::names_a_choice`]).
    ///
    /// Settling a settled shape changes nothing.
    pub fn settle(&mut self, name: &str) {
        self.settle_objects();
        let samples = self.samples.0;
        if let Some(text) = &mut self.text {
            text.settle(name, samples);
        }
        for shape in self.array.iter_mut().chain(&mut self.map) {
            shape.settle(name);
        }
        for (key, member) in self.object.iter_mut().flat_map(|object| &mut object.members) {
            member.shape.settle(key);
        }
    }

    fn settle_objects(&mut self) {
        let known = self.map.as_ref().is_some_and(|map| **map != Shape::default());
        let into_map =
            |object: &mut Box<Object>| known || object.members.is_empty() || object.is_map();
        match self.object.take_if(into_map) {
            Some(object) => self.map.get_or_insert_default().join(&object.value()),
            None if self.object.is_some() => self.map = None,
            None => {}
        }
    }
}

impl Text {
    /// As [`Shape::settle`].
    fn settle(&mut self, name: &str, samples: usize) {
        let format = self.format().map_or(Formats::NONE, Formats::only);
        (self.proven, self.possible) = (format, format);
        let repeated =
            |words: &[String]| words.len() > 1 && samples >= MANY && hints::names_a_choice(name);
        self.values = match std::mem::replace(&mut self.values, Values::Open) {
            Values::Few(words) if repeated(&words) => Values::Listed(words),
            Values::Few(_) => Values::Open,
            decided => decided,
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::json::Json;
    use crate::shape::Shape;

    fn settled(text: &str) -> Shape {
        let mut shape = Shape::of(&Json::parse(text).unwrap());
        shape.settle("");
        shape
    }

    fn list_of(key: &str, words: &[&str], times: usize) -> String {
        let objects = words.iter().cycle().take(words.len() * times);
        let objects: Vec<String> =
            objects.map(|word| format!(r#"{{"{key}": "{word}"}}"#)).collect();
        format!("[{}]", objects.join(","))
    }

    fn listed(key: &str, words: &[&str], times: usize) -> Option<Vec<String>> {
        let object = settled(&list_of(key, words, times)).array.unwrap().object.unwrap();
        let text = object.members[key].shape.text.clone().unwrap();
        text.listed().map(<[String]>::to_vec)
    }

    #[test]
    fn words_that_many_samples_repeat_become_an_enum() {
        let words = listed("status", &["open", "closed"], 10);
        assert_eq!(words, Some(vec!["closed".to_owned(), "open".to_owned()]));
    }

    #[test]
    fn weak_repetition_makes_no_enum() {
        assert_eq!(listed("status", &["open", "closed"], 9), None, "too few samples");
        assert_eq!(listed("status", &["open"], 30), None, "one word is no choice");
        assert_eq!(listed("login", &["ada", "eve"], 30), None, "the name speaks of no choice");
        assert_eq!(listed("status", &["a", "b", "c", "d", "e", "f"], 30), None, "too many words");
        assert_eq!(listed("status", &["All is well.", "It is not."], 30), None, "sentences");
    }

    #[test]
    fn maps_are_found_at_every_depth() {
        let shape = settled(r#"{"a": [{"1": {"2": {"3": true}}}]}"#);
        let a = shape.object.unwrap().members["a"].shape.clone();
        let map = a.array.unwrap().map.unwrap().map.unwrap().map.unwrap();
        assert!(map.boolean);
    }

    #[test]
    fn settling_twice_is_settling_once() {
        let once =
            settled(r#"{"a": [{"1": {"id": "2020-01-01"}}, {"x": ""}], "key_0": {"key_1": 1}}"#);
        let mut twice = once.clone();
        twice.settle("");
        assert_eq!(once, twice);
    }
}
