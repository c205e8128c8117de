//! JSON bodies: texts that parse when their variables are filled in.

use serde_json::Value;

use crate::api::{JsonBody, Template};
use crate::hints::secrets;
use crate::json::lenient;
use crate::pointer::token;
use crate::postman::Place;
use crate::resolve::context::Context;
use crate::resolve::secrets::find::number_stand_in;
use crate::resolve::secrets::scope::{Scope, View};
use crate::template::{self, Piece, pieces};

/// Stands, within quotes, where a bare variable without a value stands.
const HOLE: &str = "\u{E000}hole\u{E000}";

/// A text filled in.
pub(crate) struct Sample {
    /// The JSON text.
    pub(crate) text: String,
    /// JSON pointers of the bare variables without a value.
    pub(crate) open: Vec<String>,
}

/// A JSON text filled in; what the parser says when it is none.
pub(crate) fn sample(scope: &Scope, text: &str) -> Result<Sample, String> {
    let filled = fill(scope, text, "null");
    if let Err(problem) = crate::json::check(&filled) {
        return Err(problem.to_string());
    }
    let mut open = Vec::new();
    let marked = fill(scope, text, &format!("\"{HOLE}\""));
    if marked.contains(HOLE)
        && let Ok(value) = serde_json::from_str(&marked)
    {
        find_holes(&value, &mut String::new(), &mut open);
    }
    Ok(Sample { text: filled, open })
}

/// Replaces the variables: within quotes those that have values, elsewhere all, `hole` standing for one without. In a key a
/// variable stays: the key is data, whatever its value.
fn fill(scope: &Scope, text: &str, hole: &str) -> String {
    if !text.contains("{{") {
        return text.to_owned();
    }
    let mut filled = String::with_capacity(text.len());
    let mut around = Quotes::Outside;
    let mut at = 0;
    for piece in pieces(text) {
        let (Piece::Text(written) | Piece::Variable(written)) = piece;
        at += written.len();
        match piece {
            Piece::Text(text) => {
                around = around.behind(text);
                filled.push_str(text);
            }
            Piece::Variable(variable) if around == Quotes::Inside && is_in_key(&text[at..]) => {
                filled.push_str(variable)
            }
            Piece::Variable(variable) if around == Quotes::Inside => {
                filled.push_str(&scope.fill(variable, View::Sample))
            }
            Piece::Variable(variable) => {
                filled.push_str(&bare(scope, variable).unwrap_or_else(|| hole.to_owned()))
            }
        }
    }
    filled
}

/// Whether the string that goes on with this text is a key: a colon follows its closing quote.
fn is_in_key(rest: &str) -> bool {
    let mut letters = rest.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            '"' => return rest[at + 1..].trim_start().starts_with(':'),
            _ => {}
        }
    }
    false
}

/// A text as it is sent, with `null` for what has no value.
fn as_sent(scope: &Scope, text: &str) -> String {
    let filled = |piece: &Piece<'_>| match piece {
        Piece::Text(text) => (*text).to_owned(),
        Piece::Variable(variable) => match scope.fill(variable, View::Real) {
            open if template::has_variable(&open) => "null".to_owned(),
            value => value,
        },
    };
    pieces(text).iter().map(filled).collect()
}

/// The value of a variable that stands bare, when it is known. A secret keeps its JSON type only.
pub(in crate::resolve) fn bare(scope: &Scope, variable: &str) -> Option<String> {
    if scope.is_secret(variable) {
        let real = scope.fill(variable, View::Real);
        return Some(stand_in(&real));
    }
    let value = scope.fill(variable, View::Sample);
    if template::has_variable(&value) { None } else { Some(value) }
}

fn stand_in(real: &str) -> String {
    match serde_json::from_str(real) {
        Ok(Value::String(text)) => Value::String(secrets::stand_in(&text)).to_string(),
        Ok(Value::Number(_)) => number_stand_in(real),
        Ok(_) => "null".to_owned(),
        Err(_) => secrets::stand_in(real),
    }
}

/// Where in a JSON text something stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// Behind as many opening as closing ones.
    Outside,
    /// Behind an opening one.
    Inside,
}

impl Quotes {
    /// The place behind a text that begins here.
    fn behind(mut self, text: &str) -> Quotes {
        let mut bytes = text.bytes();
        while let Some(byte) = bytes.next() {
            match (byte, self) {
                (b'"', Quotes::Outside) => self = Quotes::Inside,
                (b'"', Quotes::Inside) => self = Quotes::Outside,
                (b'\\', Quotes::Inside) => drop(bytes.next()),
                _ => {}
            }
        }
        self
    }
}

fn find_holes(value: &Value, pointer: &mut String, found: &mut Vec<String>) {
    let length = pointer.len();
    match value {
        Value::String(text) if text == HOLE => found.push(pointer.clone()),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointer.push_str(&format!("/{index}"));
                find_holes(item, pointer, found);
                pointer.truncate(length);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                pointer.extend(["/", &token(key)]);
                find_holes(member, pointer, found);
                pointer.truncate(length);
            }
        }
        _ => {}
    }
}

/// A JSON body with its own text as the first sample; what the parser says when it is no JSON.
pub(crate) fn body(
    context: &mut Context<'_>,
    text: &str,
    place: &Place,
) -> Result<JsonBody, String> {
    let sample = sample(&context.scope, text)?;
    if context.scope.is_secret(text) {
        // The secret itself may be what keeps the text from being JSON.
        crate::json::check(&as_sent(&context.scope, text))
            .map_err(|problem| problem.to_string())?;
    }
    context.scope.use_in(text);
    Ok(JsonBody {
        saved: Some(Template(text.to_owned())),
        samples: vec![sample.text],
        open: sample.open,
        place: place.clone(),
    })
}

/// As [`sample`], for a text that is only evidence and is never sent: faults are corrected.
fn lenient_sample(scope: &Scope, text: &str) -> Result<Sample, String> {
    sample(scope, text).or_else(|problem| {
        let mended = lenient::mend(text, &|variable| bare(scope, variable)).ok_or(problem)?;
        sample(scope, &mended.text)
    })
}

/// Adds the bodies that saved examples show.
pub(crate) fn witness<'a>(
    context: &Context<'_>,
    body: &mut JsonBody,
    texts: impl Iterator<Item = &'a str>,
) {
    for text in texts {
        if let Ok(sample) = lenient_sample(&context.scope, text) {
            body.samples.push(sample.text);
            sample.open.into_iter().for_each(|pointer| {
                if !body.open.contains(&pointer) {
                    body.open.push(pointer);
                }
            });
        }
    }
}
