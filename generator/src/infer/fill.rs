//! Values in the place of type placeholders, so that a saved text can be sent, or decoded as its type.
//!
//! A placeholder for a text (`<uuid>`) is a value of its type itself and stays.

use std::borrow::Cow;

use super::types::{Encoding, Inference, Rule};
use crate::hints::{self, Placeholder};
use crate::json::Json;
use crate::shape::{Shape, words_of};

/// A JSON text with every quoted placeholder for a number, boolean, object or list replaced by some value of its type
/// (and one for nothing by `null`). Everything else stays byte for byte; so does a text that is no JSON.
pub fn fill_json(text: &str) -> Cow<'_, str> {
    let Ok(json) = Json::parse(text) else {
        return Cow::Borrowed(text);
    };
    let words = words_of(&json);
    let mut filled = String::new();
    let mut done = 0;
    json.visit("", &mut |_, value| {
        if let Json::Text(Cow::Borrowed(quoted)) = value
            && let Some(example) = words.placeholder(quoted).and_then(Placeholder::example)
        {
            // The quoted text is a part of the whole: the distance of their starts is its position.
            let start = quoted.as_ptr() as usize - text.as_ptr() as usize;
            filled.push_str(&text[done..start - 1]);
            filled.push_str(example);
            done = start + quoted.len() + 1;
        }
    });
    match done {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(filled + &text[done..]),
    }
}

/// The saved text of a parameter, a placeholder in it replaced by some value of its type.
pub fn fill_text<'a>(inference: &Inference, text: &'a str) -> Cow<'a, str> {
    let word = || hints::type_word(text).filter(|_| inference.rule == Rule::Placeholder && !is_text(&inference.shape));
    let named = hints::placeholder(text).or_else(word);
    let listed = inference.shape.text.as_ref().and_then(|text| text.listed()?.first());
    match (named.filter(|named| *named != Placeholder::Never).and_then(Placeholder::example), listed) {
        (Some(_), Some(listed)) => Cow::Owned(listed.clone()),
        (Some(example), None) => Cow::Borrowed(example),
        (None, _) if inference.encoding == Encoding::Json => fill_json(text),
        (None, _) => Cow::Borrowed(text),
    }
}

fn is_text(shape: &Shape) -> bool {
    shape.text.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_in_json_are_replaced_and_nothing_else() {
        let text = r#"{ "id" : "<integer>","on":["<boolean>" ], "x": "<Error: deep>", "a\u0062": "<uuid>", "<integer>": 1.0 }"#;
        let filled = r#"{ "id" : 1,"on":[true ], "x": null, "a\u0062": "<uuid>", "<integer>": 1.0 }"#;
        assert_eq!(fill_json(text), filled);
        assert_eq!(fill_json(r#"{"a": "integer", "b": "string"}"#), r#"{"a": 1, "b": "string"}"#);
        assert_eq!(fill_json(r#""<array>""#), "[]");
    }

    #[test]
    fn texts_without_placeholders_stay() {
        for text in ["", "{", "<integer>", r#"{"a": "integer", "b": "Ada"}"#] {
            assert!(matches!(fill_json(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }
}
