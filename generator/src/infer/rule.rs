//! What the rules say to people.

use super::types::{Evidence, Rule};

impl Rule {
    /// The rule in words, as `--explain` shows it.
    pub fn sentence(self) -> &'static str {
        match self {
            Rule::NoSample => "no sample: text",
            Rule::OpenVariable => "a variable without a value: text",
            Rule::Placeholder => "the type placeholder of the samples",
            Rule::ListMark => "the values that the description lists",
            Rule::Secret => "a secret: text",
            Rule::AllValues => "every value seen is of this type and is given back unchanged",
            Rule::IdentifierName => "digits under the name of an identifier: text",
            Rule::NotGivenBack => "a narrower type would change a saved value: text",
            Rule::Texts => "texts of no one type",
            Rule::JsonInText => "JSON in a text field",
            Rule::JsonSamples => "the join of all JSON samples",
            Rule::File => "a file",
            Rule::NotJson => "the bodies are no JSON",
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
            Evidence::Disabled => "the request does not send it: optional",
            Evidence::Unmarked => "others are marked as required, this one is not: optional",
            Evidence::NoMarks => "nothing in the collection is marked as required: optional",
            Evidence::Preset => "the client sends its own value unless told otherwise: optional",
        }
    }
}
