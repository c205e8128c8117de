//! JSON pointers → locations in the text.

mod json;

use std::collections::HashMap;
use std::ops::Range;

use crate::postman::Place;
use crate::source::{Lines, Position, Source, Syntax, decode};
use crate::yaml;

/// Finds locations in the text of a file that was read.
pub struct Locator<'a>(Texts<'a>);

enum Texts<'a> {
    Json(Box<json::Locator<'a>>),
    Yaml { lines: Lines<'a>, spans: HashMap<String, Range<usize>> },
}

impl<'a> Locator<'a> {
    /// Prepares a file. One that is not text has no locations.
    pub fn new(source: &'a Source) -> Locator<'a> {
        let text = decode(&source.bytes).unwrap_or_default();
        Locator(match source.syntax() {
            Syntax::Json => Texts::Json(Box::new(json::Locator::new(text))),
            Syntax::Yaml => Texts::Yaml { lines: Lines::new(text), spans: yaml::index(text) },
        })
    }

    /// The location of a value. What an alias or a merge key brings into a YAML file is where that stands.
    pub fn locate(&mut self, place: &Place) -> Option<Position> {
        match &mut self.0 {
            Texts::Json(locator) => locator.locate(place),
            Texts::Yaml { lines, spans } => {
                let mut pointer = place.pointer.as_str();
                loop {
                    match spans.get(pointer) {
                        Some(span) => return Some(lines.position(span.clone())),
                        None => pointer = &pointer[..pointer.rfind('/').filter(|at| *at > 0)?],
                    }
                }
            }
        }
    }
}
