//! What the rules say to people.

use super::inferred::{Evidence, Rule};
use crate::shape::Shape;

impl Rule {
    /// The rule in words, as `--explain` shows it.
    pub fn sentence(self) -> &'static str {
        match self {
            Rule::NoSample => "no sample: text",
            Rule::OpenVariable => "a variable without a value: text",
            Rule::Placeholder => "the type placeholder of the samples",
            Rule::ListMark => "the values that the description lists",
            Rule::WordedList => "the values that the description lists in words",
            Rule::Flag => "the description says that it is true or false",
            Rule::RepeatsName => "the example values only repeat the name: string",
            Rule::SameKey => "the type of the same key in the collection's JSON",
            Rule::Secret => "a secret: text",
            Rule::AllValues => "every value seen is of this type and is given back unchanged",
            Rule::IdentifierName => "digits under the name of an identifier: text",
            Rule::NotGivenBack => "a narrower type would change a saved value: text",
            Rule::Texts => "texts of no one type",
            Rule::JsonInText => "JSON in a text field",
            Rule::JsonSamples => "the join of all JSON samples",
            Rule::File => "a file",
            Rule::NotJson => "the bodies are no JSON",
            Rule::Told => "the overrides say so",
        }
    }
}

impl Rule {
    /// The rule in words for one place within a shape: what is special about the place, else the rule of the whole.
    pub fn sentence_at(self, place: &Shape) -> &'static str {
        let joined = matches!(self, Rule::JsonSamples | Rule::JsonInText);
        let repeated = || place.text.as_ref().is_some_and(|text| text.listed().is_some());
        let told = || place.told.as_ref().is_some_and(|told| told.shape.is_some());
        match place.kinds() {
            _ if told() => Rule::Told.sentence(),
            _ if !joined => self.sentence(),
            _ if place.guessed.0 && place.example.0.is_some() => {
                "whole numbers, with fractions beside them or under the same key of similar objects"
            }
            _ if place.guessed.0 => "only null was seen: what stands under the same key elsewhere",
            0 if place.null => "only null was seen",
            0 => "no value was seen",
            2.. => "values of several kinds",
            _ if place.map.is_some() => {
                "an object whose keys are data, or that no sample has members for"
            }
            _ if repeated() => "the samples repeat few words",
            _ => self.sentence(),
        }
    }
}

impl Evidence {
    /// The evidence in words.
    pub fn sentence(self) -> &'static str {
        match self {
            Evidence::Marked => "the description says that it is required",
            Evidence::InPath => "a part of the path cannot be left out",
            Evidence::Sent => "the request sends it",
            Evidence::OnlyInExamples => "only a saved response shows it: optional",
            Evidence::Declared => "the document declares it, the request saves no value: optional",
            Evidence::Disabled => "the request does not send it: optional",
            Evidence::Unmarked => "others are marked as required, this one is not: optional",
            Evidence::NoMarks => "nothing in the collection is marked as required: optional",
            Evidence::Preset => "the client sends its own value unless told otherwise: optional",
            Evidence::Told => "the overrides say so",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_sentences_of_their_own() {
        let mut shape =
            Shape::of_json(r#"{"x": null, "u": [1, true], "m": {"1": 2}, "t": ""}"#).unwrap();
        shape.settle("");
        let object = shape.object.as_ref().unwrap();
        let sentence = |key: &str| Rule::JsonInText.sentence_at(&object.members[key].shape);
        assert_eq!(sentence("x"), "only null was seen");
        assert_eq!(sentence("t"), Rule::JsonInText.sentence());
        assert_ne!(sentence("m"), Rule::JsonInText.sentence());
        let elements = object.members["u"].shape.array.as_ref().unwrap();
        assert_eq!(Rule::JsonInText.sentence_at(elements), "values of several kinds");
        assert_eq!(Rule::Texts.sentence_at(elements), Rule::Texts.sentence());
    }
}
