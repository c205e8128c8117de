//! The shape of one JSON value. Type placeholders count as values of their type.

use super::{Format, Formats, Member, Number, Object, Samples, Shape, Text, Values};
use crate::hints::{self, Placeholder};
use crate::json::Json;

impl Shape {
    /// The shape of a JSON text.
    pub fn of_json(text: &str) -> Result<Shape, serde_json::Error> {
        Json::parse(text).map(|json| Shape::of(&json))
    }

    /// The shape of one JSON value.
    pub fn of(value: &Json) -> Shape {
        Shape::of_with(value, &[])
    }

    /// The shape of one JSON value in which nothing is known of the `null`s at the places `open` (JSON pointers).
    pub fn of_with(value: &Json, open: &[String]) -> Shape {
        let reader = Reader {
            words: words_of(value),
            open,
        };
        reader.read(value, &mut String::new())
    }

    /// The shape of a value that a placeholder stands for.
    pub fn of_placeholder(placeholder: Placeholder) -> Shape {
        let mut shape = Shape {
            samples: Samples(1),
            ..Shape::default()
        };
        match placeholder {
            Placeholder::Never => {}
            Placeholder::Boolean => shape.boolean = true,
            Placeholder::Integer => shape.number = Some(Number::integer()),
            Placeholder::Number => shape.number = Some(Number::float()),
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

impl Text {
    /// What is known of one text. A text with `{{variables}}` in it is not known.
    pub fn of(text: &str) -> Text {
        if text.is_empty() || text.contains("{{") {
            return Text {
                values: Values::default(),
                ..Text::unknown()
            };
        }
        let possible = Formats::of(text);
        let values = match hints::is_constant(text) {
            true => Values::Few(vec![text.to_owned()]),
            false => Values::Open,
        };
        Text {
            proven: possible.proven_by(),
            possible,
            values,
        }
    }

    /// Texts of this format and no other.
    pub fn of_format(format: Option<Format>) -> Text {
        let formats = format.map_or(Formats::NONE, Formats::only);
        Text {
            proven: formats,
            possible: formats,
            values: Values::Open,
        }
    }

    /// An enum of these values.
    pub fn of_list(values: Vec<String>) -> Text {
        Text {
            values: Values::Listed(values),
            ..Text::of_format(None)
        }
    }
}

/// What a bare type word such as "integer" is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    /// A text like any other.
    Texts,
    /// A placeholder: every text of the value is such a word.
    Types,
}

/// Type words count when every text is one. A word other than "string" under a key that speaks of types (`{"type":
/// "integer"}`) is a value in its own right: then none counts.
fn words_of(value: &Json) -> Words {
    const SPEAK_OF_TYPES: [&str; 6] = ["type", "kind", "format", "datatype", "data_type", "dataType"];
    let mut found = Words::Texts;
    let mut refuted = false;
    value.visit("", &mut |key, value| {
        if let Json::Text(text) = value {
            let word = hints::type_word(text);
            refuted |= word.is_none() || word != Some(Placeholder::Text) && SPEAK_OF_TYPES.contains(&key);
            found = Words::Types;
        }
    });
    if refuted { Words::Texts } else { found }
}

/// Reads one JSON value.
struct Reader<'a> {
    words: Words,
    open: &'a [String],
}

impl Reader<'_> {
    /// The shape of the value at the JSON pointer `place`. (The pointer is kept only when there are open places.)
    fn read(&self, value: &Json, place: &mut String) -> Shape {
        let mut shape = Shape {
            samples: Samples(1),
            ..Shape::default()
        };
        match value {
            Json::Null => shape.null = !self.open.contains(place),
            Json::Boolean(_) => shape.boolean = true,
            Json::Number(text) => shape.number = Some(Number::of(text)),
            Json::Text(text) => return self.read_text(text),
            Json::List(elements) => {
                let mut joined = Shape::default();
                for (index, element) in elements.iter().enumerate() {
                    joined.join(self.inside(place, &index.to_string(), element));
                }
                shape.array = Some(Box::new(joined));
            }
            Json::Object(members) => {
                let mut object = Object::default();
                for (key, value) in members {
                    let member = Member {
                        shape: self.inside(place, key, value),
                        optional: false,
                    };
                    object.members.entry(key.to_string()).or_default().join(member);
                }
                shape.object = Some(object);
            }
        }
        shape
    }

    /// The shape of an element or member.
    fn inside(&self, place: &mut String, key: &str, value: &Json) -> Shape {
        if self.open.is_empty() {
            return self.read(value, place);
        }
        let length = place.len();
        place.push('/');
        place.push_str(&key.replace('~', "~0").replace('/', "~1"));
        let shape = self.read(value, place);
        place.truncate(length);
        shape
    }

    fn read_text(&self, text: &str) -> Shape {
        let word = || hints::type_word(text).filter(|_| self.words == Words::Types);
        match hints::placeholder(text).or_else(word) {
            Some(placeholder) => Shape::of_placeholder(placeholder),
            None => Shape { text: Some(Text::of(text)), samples: Samples(1), ..Shape::default() },
        }
    }
}
