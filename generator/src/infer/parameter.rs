//! The type of a value that stands as text: in the path, the query, a header, a form, a hole of a text.
//!
//! In order; the first that applies counts:
//!
//! 1. A secret is a text.
//! 2. A list in the description is an enum; `true` and `false` are a boolean. A list in words counts when every example
//!    value is in it. A description that says "true or false" makes a boolean when no example value says otherwise.
//! 3. Without a sample, or when one is a variable without a value, it is a text. A sample that only repeats the name
//!    (`status`, `status_example`) says nothing.
//! 4. When every sample is a JSON object or list (query and forms only), it is JSON in a text.
//! 5. When every sample is a type placeholder or fits it, it is of that type. (`<array>` in a query or urlencoded form is a
//!    repeated key.)
//! 6. When every sample is `true` or `false`, a whole number in its usual form, or a number in its usual form, it is that,
//!    unless it is a number and the name speaks of an identifier ([`hints::names_an_identifier`]): one value does not
//!    tell a number from a text of digits.
//! 7. When every sample has one format, it is a text of that format.
//! 8. It is a text.
//!
//! A saved value has to be given back unchanged by whatever type is chosen, on the wire too ([`Slot::keeps`]); an empty
//! one is given back by a text only. Empty samples that the request does not send are no evidence.

use std::borrow::Cow;

use super::inferred::{Encoding, Rule};
use super::slot::Slot;
use crate::api::{Parameter, Saved};
use crate::hints::{self, Placeholder};
use crate::json::Json;
use crate::shape::{Number, Samples, Shape, Text};

/// What was seen of one parameter.
pub(super) struct Seen<'a> {
    name: &'a str,
    slot: Slot,
    secret: bool,
    listed: Option<Vec<String>>,
    descriptions: Vec<&'a str>,
    /// The samples that are neither empty nor the name itself.
    texts: Vec<&'a str>,
    /// A sample repeats the name.
    repeats_name: bool,
    /// What is sent repeats the name: only a string or an enum gives that back.
    sends_name: bool,
    /// A saved value is empty, a key without value, or (in a path) there is none.
    blank: bool,
}

/// What was decided: the shape (not settled), how it stands in the text, and why.
pub(super) type Decision = (Shape, Encoding, Rule);

impl<'a> Seen<'a> {
    /// The occurrences of one parameter (several in a path that repeats a variable).
    pub(super) fn new(occurrences: &[&'a Parameter], slot: Slot) -> Seen<'a> {
        let texts = occurrences.iter().flat_map(|parameter| &parameter.samples).map(String::as_str);
        let descriptions: Vec<&str> =
            occurrences.iter().filter_map(|parameter| parameter.description.as_deref()).collect();
        let name = occurrences.first().map_or("", |parameter| &*parameter.name);
        let repeats = |saved: &Saved| matches!(saved, Saved::Text(template) if hints::repeats_name(name, &template.0));
        let blank = |saved: &Saved| match saved {
            Saved::Bare => true,
            Saved::Text(template) => template.0.is_empty(),
        };
        let unset = |parameter: &&Parameter| slot == Slot::Path && parameter.saved.is_empty();
        Seen {
            name,
            slot,
            secret: occurrences.iter().any(|parameter| parameter.secret),
            listed: descriptions.iter().find_map(|text| hints::listed_values(text)),
            descriptions,
            repeats_name: texts.clone().any(|text| hints::repeats_name(name, text)),
            texts: texts
                .filter(|text| !text.is_empty() && !hints::repeats_name(name, text))
                .collect(),
            sends_name: occurrences.iter().any(|parameter| parameter.saved.iter().any(repeats)),
            blank: occurrences
                .iter()
                .any(|parameter| parameter.saved.iter().any(blank) || unset(parameter)),
        }
    }

    /// Decides, by the rules of this module.
    pub(super) fn decide(&self) -> Decision {
        let (mut shape, encoding, rule) = self.secret().unwrap_or_else(|| {
            let listed = self.listed.as_deref();
            listed
                .map(|values| self.decide_listed(values, Rule::ListMark))
                .or_else(|| self.worded())
                .or_else(|| self.flag())
                .or_else(|| self.open())
                .or_else(|| self.json())
                .unwrap_or_else(|| self.decide_by_values())
        });
        shape.samples = Samples(self.texts.len());
        (shape, encoding, rule)
    }

    fn secret(&self) -> Option<Decision> {
        self.secret.then(|| plain(text(), Rule::Secret))
    }

    /// An enum of these values, or a boolean.
    fn decide_listed(&self, values: &[String], rule: Rule) -> Decision {
        let texts_named = self
            .texts
            .iter()
            .any(|text| hints::placeholder(text).is_some_and(Placeholder::is_text));
        let boolean = values.iter().all(|value| is_boolean(value)) && !texts_named;
        if boolean && !self.sends_name && self.is_given_back(is_boolean) {
            return plain(Shape { boolean: true, ..Shape::default() }, rule);
        }
        match self.is_given_back(|_| true) {
            true => plain(
                Shape { text: Some(Text::of_list(values.to_vec())), ..Shape::default() },
                rule,
            ),
            false => plain(text(), Rule::NotGivenBack),
        }
    }

    /// The values that the description lists in words, if every sample that says something is one of them. Values in
    /// quotes without a phrase before them need such a sample, or a name that speaks of a choice.
    fn worded(&self) -> Option<Decision> {
        let mut telling = self.telling().peekable();
        let supported = telling.peek().is_some() || hints::names_a_choice(self.name);
        let alternatives = |text: &&str| hints::quoted_alternatives(text).filter(|_| supported);
        let mut descriptions = self.descriptions.iter();
        let listed = descriptions.find_map(|text| hints::worded_values(text));
        let values = listed.or_else(|| self.descriptions.iter().find_map(alternatives))?;
        if values.iter().any(|value| value == self.name) || self.names_another_type(&values) {
            return None;
        }
        let fits = telling.all(|sample| values.iter().any(|value| value == sample));
        let decision = fits.then(|| self.decide_listed(&values, Rule::WordedList))?;
        (decision.2 == Rule::WordedList).then_some(decision)
    }

    /// A placeholder says that the values are no strings, and they are not true and false either.
    fn names_another_type(&self, values: &[String]) -> bool {
        let mut named = self.texts.iter().filter_map(|text| hints::placeholder(text));
        named.any(|named| {
            !named.is_text()
                && named != Placeholder::Array
                && !values.iter().all(|value| is_boolean(value))
        })
    }

    /// A boolean, where the description says so and no sample says otherwise.
    fn flag(&self) -> Option<Decision> {
        let said = self.descriptions.iter().any(|text| hints::is_flag(text));
        let free = !self.blank && !self.sends_name && self.texts.is_empty();
        (said && free).then(|| plain(Shape { boolean: true, ..Shape::default() }, Rule::Flag))
    }

    /// The samples that say something of the values.
    fn telling(&self) -> impl Iterator<Item = &'a str> {
        self.values().filter(|text| {
            !text.contains("{{") && !hints::is_filler(text) && hints::type_word(text).is_none()
        })
    }

    fn open(&self) -> Option<Decision> {
        if self.texts.is_empty() {
            let rule = if self.repeats_name { Rule::RepeatsName } else { Rule::NoSample };
            return Some(plain(text(), rule));
        }
        let open = |text: &&str| {
            text.contains("{{") && !(self.slot.may_hold_json() && json_of(text).is_some())
        };
        self.texts.iter().any(open).then(|| plain(text(), Rule::OpenVariable))
    }

    fn json(&self) -> Option<Decision> {
        if !self.slot.may_hold_json() || self.blank || self.sends_name {
            return None;
        }
        let shapes: Option<Vec<Shape>> =
            self.texts.iter().map(|text| self.json_shape(text)).collect();
        shapes.map(|shapes| (Shape::join_all(shapes), Encoding::Json, Rule::JsonInText))
    }

    /// The shape of the JSON object or list that the text is, or stands for.
    fn json_shape(&self, text: &str) -> Option<Shape> {
        match hints::placeholder(text) {
            Some(Placeholder::Array) if self.slot.repeats_keys() => None,
            Some(named @ (Placeholder::Object | Placeholder::Array)) => {
                Some(Shape::of_placeholder(named))
            }
            _ => json_of(text).map(|json| Shape::of(&json)),
        }
    }

    fn decide_by_values(&self) -> Decision {
        let named: Vec<Placeholder> =
            self.texts.iter().filter_map(|text| hints::placeholder(text)).collect();
        match named.is_empty() {
            true => self.decide_by_texts(),
            false => self.decide_by_placeholders(&named),
        }
    }

    /// Some samples are placeholders: the others have to fit the type.
    fn decide_by_placeholders(&self, named: &[Placeholder]) -> Decision {
        let mut shape =
            Shape::join_all(named.iter().map(|placeholder| Shape::of_placeholder(*placeholder)));
        if shape.array.is_some() && self.slot.repeats_keys() {
            return plain(text(), Rule::Placeholder);
        }
        if shape == Shape::default() || shape.array.is_some() || shape.map.is_some() {
            return plain(text(), Rule::NoSample);
        }
        let fits: fn(&str) -> bool = match (shape.boolean, shape.number, &shape.text) {
            (true, None, None) => is_boolean,
            (false, Some(Number { float: false, .. }), None) => is_integer,
            (false, Some(_), None) => is_number,
            _ => |_| true,
        };
        if !self.is_given_back(fits) || self.sends_name {
            return plain(text(), Rule::NotGivenBack);
        }
        if let Some(known) = &mut shape.text {
            self.values().for_each(|value| known.absorb(value));
        }
        let mixed = shape.text.is_some() && (shape.boolean || shape.number.is_some());
        if mixed { plain(text(), Rule::Texts) } else { plain(shape, Rule::Placeholder) }
    }

    fn decide_by_texts(&self) -> Decision {
        let all = |fits: fn(&str) -> bool| self.values().all(fits);
        let narrow = if all(is_boolean) {
            Shape { boolean: true, ..Shape::default() }
        } else if all(is_number) && hints::names_an_identifier(self.name) {
            return plain(text(), Rule::IdentifierName);
        } else if all(is_number) {
            let numbers = self.values().map(Number::of);
            let number = numbers.reduce(|mut one, other| {
                one.join(other);
                one
            });
            Shape { number, ..Shape::default() }
        } else {
            return self.decide_format();
        };
        match self.blank || self.sends_name {
            true => plain(text(), Rule::NotGivenBack),
            false => plain(narrow, Rule::AllValues),
        }
    }

    fn decide_format(&self) -> Decision {
        let mut known = Text::none();
        self.values().for_each(|value| known.absorb(value));
        match known.format() {
            Some(_) if !self.sends_name && self.is_given_back(|_| true) => {
                plain(Shape { text: Some(known), ..Shape::default() }, Rule::AllValues)
            }
            Some(_) => plain(text(), Rule::NotGivenBack),
            None => plain(text(), Rule::Texts),
        }
    }

    /// Nothing is saved that the narrow type could not hold and send.
    fn is_given_back(&self, fits: impl Fn(&str) -> bool) -> bool {
        !self.blank && self.values().all(|value| fits(value) && self.slot.keeps(value))
    }

    /// The samples that are no placeholders.
    fn values(&self) -> impl Iterator<Item = &'a str> {
        self.texts.iter().copied().filter(|text| hints::placeholder(text).is_none())
    }
}

fn plain(shape: Shape, rule: Rule) -> Decision {
    (shape, Encoding::Plain, rule)
}

/// A text of which nothing is known.
fn text() -> Shape {
    Shape { text: Some(Text::of_format(None)), ..Shape::default() }
}

fn is_boolean(text: &str) -> bool {
    matches!(text, "true" | "false")
}

/// An `i64` writes it so.
pub(super) fn is_integer(text: &str) -> bool {
    text.parse::<i64>().is_ok_and(|number| number.to_string() == text)
}

/// An `i64` writes it so, or it has a fraction and an `f64` does.
fn is_number(text: &str) -> bool {
    let is_float =
        || text.parse::<f64>().is_ok_and(|number| number.is_finite() && number.to_string() == text);
    is_integer(text) || text.contains('.') && is_float()
}

/// The JSON object or list that the text is.
fn json_of(text: &str) -> Option<Json<'_>> {
    let starts = text.trim_start().starts_with(['{', '[']);
    let json = starts.then(|| Json::parse(text).ok())??;
    (!repeats_a_key(&json)).then_some(json)
}

/// Some object has two members of one key: a type would lose one.
fn repeats_a_key(json: &Json) -> bool {
    let mut repeated = false;
    json.visit(&mut |value| {
        if let Json::Object(members) = value {
            let mut keys: Vec<&Cow<str>> = members.iter().map(|(key, _)| key).collect();
            keys.sort_unstable();
            repeated |= keys.windows(2).any(|pair| pair[0] == pair[1]);
        }
    });
    repeated
}
