//! The shape of a JSON value, and taking in one more. Type placeholders count as values of their type.
//!
//! Taking a value in is joining its shape, without making it first.

use std::borrow::Cow;

use super::{
    Example, Format, Formats, Member, Number, NumberFormat, Object, Samples, Shape, Text, Values,
};
use crate::hints::{self, Placeholder};
use crate::json::Json;
use crate::pointer;

impl Shape {
    /// The shape of a JSON text.
    pub fn of_json(text: &str) -> Result<Shape, serde_json::Error> {
        Json::parse(text).map(|json| Shape::of(&json))
    }

    /// The shape of one JSON value.
    pub fn of(value: &Json) -> Shape {
        let mut shape = Shape::default();
        shape.absorb(value, &[]);
        shape
    }

    /// Takes in one JSON value, as if its shape were joined. Nothing is known of its `null`s at the places `open` (JSON
    /// pointers).
    pub fn absorb(&mut self, value: &Json, open: &[String]) {
        let reader = Reader { words: words_of(value), open };
        reader.read(value, &mut String::new(), self);
    }

    /// The shape of a value that a placeholder stands for.
    pub fn of_placeholder(placeholder: Placeholder) -> Shape {
        let mut shape = Shape { samples: Samples(1), ..Shape::default() };
        match placeholder {
            Placeholder::Never => {}
            Placeholder::Boolean => shape.boolean = true,
            Placeholder::Integer => shape.number = Some(Number::integer()),
            Placeholder::Long => shape.number = Some(Number::named(NumberFormat::Int64)),
            Placeholder::Number => shape.number = Some(Number::float()),
            Placeholder::Float => shape.number = Some(Number::named(NumberFormat::Float)),
            Placeholder::Double => shape.number = Some(Number::named(NumberFormat::Double)),
            Placeholder::Object => shape.map = Some(Box::default()),
            Placeholder::Array => shape.array = Some(Box::default()),
            text => shape.text = Some(Text::of_format(format_of(text))),
        }
        shape
    }
}

/// The format that a placeholder for a text names.
fn format_of(placeholder: Placeholder) -> Option<Format> {
    match placeholder {
        Placeholder::DateTime => Some(Format::DateTime),
        Placeholder::Date => Some(Format::Date),
        Placeholder::Time => Some(Format::Time),
        Placeholder::Uuid => Some(Format::Uuid),
        Placeholder::Email => Some(Format::Email),
        Placeholder::Uri => Some(Format::Uri),
        Placeholder::Ip => Some(Format::Ip),
        Placeholder::Byte => Some(Format::Byte),
        Placeholder::Password => Some(Format::Password),
        _ => None,
    }
}

impl Example {
    /// A longer value is no example.
    const LONGEST: usize = 40;

    /// Takes in a number.
    fn see(&mut self, number: &str) {
        if self.0.is_none() && number.len() <= Example::LONGEST {
            self.0 = Some(number.into());
        }
    }

    /// Takes in a text. Nothing is shown by an empty one and by one with `{{variables}}` in it.
    fn see_text(&mut self, text: &str) {
        let plain = |text: &str| {
            text.len() <= Example::LONGEST && !text.trim().is_empty() && !text.contains("{{")
        };
        if self.0.is_none() && plain(text) {
            self.0 = serde_json::to_string(text).ok().map(String::into_boxed_str);
        }
    }
}

impl Text {
    /// No text: the neutral element. No format is proven, each is possible.
    pub fn none() -> Text {
        Text { proven: Formats::NONE, possible: Formats::ALL, values: Values::default() }
    }

    /// A text of no format, of whose value nothing is known.
    fn unlike_any() -> Text {
        Text { possible: Formats::NONE, ..Text::none() }
    }

    /// What is known of one text.
    pub fn of(text: &str) -> Text {
        let mut known = Text::none();
        known.absorb(text);
        known
    }

    /// Takes in one string. Nothing is known of an empty one and of one with `{{variables}}` in it; one that replaced a
    /// secret speaks for secrets.
    pub fn absorb(&mut self, text: &str) {
        if text.is_empty() || text.contains("{{") {
            return;
        }
        if hints::secrets::is_stand_in(text) {
            return self.join(&Text::of_format(Some(Format::Password)));
        }
        self.possible = self.possible.that_fit(text);
        self.proven = self.proven.or(Formats::provable()).and(self.possible);
        match &mut self.values {
            Values::Few(words) if words.iter().any(|word| word == text) => {}
            Values::Few(_) if hints::is_constant(text) => {
                self.values.join(&Values::Few(vec![text.to_owned()]))
            }
            values => values.join(&Values::Open),
        }
    }

    /// Texts of this format and no other.
    pub fn of_format(format: Option<Format>) -> Text {
        let formats = format.map_or(Formats::NONE, Formats::only);
        Text { proven: formats, possible: formats, values: Values::Open }
    }

    /// An enum of these values.
    pub fn of_list(values: Vec<String>) -> Text {
        Text { values: Values::Listed(values), ..Text::of_format(None) }
    }
}

/// What a converter puts where it breaks off a schema that holds itself: `{"value": "<Circular reference to …>"}`. Nothing is
/// known of the value there.
pub(super) fn stands_for_nothing(members: &[(Cow<str>, Json)]) -> bool {
    let broken_off = |value: &Json| matches!(value, Json::Text(text) if hints::placeholder(text) == Some(Placeholder::Never));
    matches!(members, [(key, value)] if key == "value" && broken_off(value))
}

/// A faker made up all keys of the object: they are data.
pub(super) fn has_made_up_keys(members: &[(Cow<str>, Json)]) -> bool {
    !members.is_empty() && hints::are_made_up(members.iter().map(|(key, _)| &**key))
}

/// What bare type words such as "integer" are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    /// Texts like any other.
    Texts,
    /// Placeholders: every text of the value is such a word.
    Types,
}

/// Type words count when every text of a value is one.
fn words_of(value: &Json) -> Words {
    let (mut texts, mut words) = (0, 0);
    value.visit(&mut |value| {
        if let Json::Text(text) = value {
            texts += 1;
            words += usize::from(hints::type_word(text).is_some());
        }
    });
    if texts == words { Words::Types } else { Words::Texts }
}

/// Reads one JSON value.
struct Reader<'a> {
    words: Words,
    open: &'a [String],
}

impl Reader<'_> {
    /// Takes in the value at the JSON pointer `place`. (The pointer is kept only when there are open places.)
    fn read(&self, value: &Json, place: &mut String, shape: &mut Shape) {
        match value {
            Json::Text(text) => return self.read_text(text, shape),
            Json::Null => shape.null |= !self.open.contains(place),
            Json::Boolean(_) => shape.boolean = true,
            Json::Number(text) => {
                shape.example.see(text);
                shape.number.get_or_insert_default().join(Number::of(text));
            }
            Json::List(elements) => {
                let joined = shape.array.get_or_insert_default();
                for (index, element) in elements.iter().enumerate() {
                    self.inside(
                        place,
                        || index.to_string(),
                        |place| self.read(element, place, joined),
                    );
                }
            }
            Json::Object(members) if stands_for_nothing(members) => {}
            Json::Object(members) if has_made_up_keys(members) => {
                let joined = shape.map.get_or_insert_default();
                for (key, value) in members {
                    self.inside(place, || key.to_string(), |place| self.read(value, place, joined));
                }
            }
            Json::Object(members) => self.read_members(members, place, &mut shape.object),
        }
        shape.samples.0 += 1;
    }

    fn read_members(
        &self,
        members: &[(Cow<str>, Json)],
        place: &mut String,
        object: &mut Option<Box<Object>>,
    ) {
        let optional = object.is_some();
        let known = object.get_or_insert_with(|| Box::new(Object::with_room(members.len())));
        let before = known.members.len();
        let mut present = vec![false; before];
        for (likely, (key, value)) in members.iter().enumerate() {
            let position = known.position(key, likely).unwrap_or_else(|| {
                known
                    .members
                    .insert_full(key.to_string(), Member { optional, ..Member::default() })
                    .0
            });
            present.get_mut(position).into_iter().for_each(|present| *present = true);
            let member = &mut known.members[position].shape;
            if matches!(value, Json::Text(text) if hints::repeats_name(key, text)) {
                // a text of no format, and no evidence of which
                member.text.get_or_insert_with(Text::none).join(&Text::unlike_any());
                member.samples.0 += 1;
                continue;
            }
            self.inside(place, || key.to_string(), |place| self.read(value, place, member));
        }
        for (member, present) in known.members.values_mut().zip(present) {
            member.optional |= !present;
        }
    }

    /// Goes to an element or member and back.
    fn inside(&self, place: &mut String, key: impl Fn() -> String, read: impl FnOnce(&mut String)) {
        let length = place.len();
        if !self.open.is_empty() {
            place.push('/');
            place.push_str(&pointer::token(&key()));
        }
        read(place);
        place.truncate(length);
    }

    fn read_text(&self, text: &str, shape: &mut Shape) {
        let word = || hints::type_word(text).filter(|_| self.words == Words::Types);
        match hints::placeholder(text).or_else(word) {
            Some(placeholder) => shape.join(&Shape::of_placeholder(placeholder)),
            None => {
                shape.text.get_or_insert_with(Text::none).absorb(text);
                shape.example.see_text(text);
                shape.samples.0 += 1;
            }
        }
    }
}
