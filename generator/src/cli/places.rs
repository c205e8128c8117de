//! Diagnostics → messages with their locations in the files.

use std::collections::HashMap;

use crate::diagnostics::Diagnostic;
use crate::load::{Inputs, SourceId};
use crate::masks::Masks;
use crate::postman::{DocumentId, Place};
use crate::read::Locator;
use crate::source::{Position, Syntax};

use super::message::Message;

/// The locations in the inputs, found when they are asked for.
pub(crate) struct Places<'a> {
    inputs: &'a Inputs,
    masks: &'a Masks,
    locators: HashMap<(SourceId, DocumentId), Locator<'a>>,
}

impl<'a> Places<'a> {
    pub(crate) fn new(inputs: &'a Inputs, masks: &'a Masks) -> Places<'a> {
        Places { inputs, masks, locators: HashMap::new() }
    }

    /// A message with the location of the value itself.
    pub(crate) fn exact(&mut self, id: SourceId, diagnostic: &Diagnostic) -> Message {
        let position = self.locate(id, &diagnostic.place);
        self.message(id, diagnostic, position)
    }

    /// A message with a location that means something to people: the name of an item instead of its opening brace, the
    /// collection's name instead of a whole export.
    pub(crate) fn telling(&mut self, id: SourceId, diagnostic: &Diagnostic) -> Message {
        let position = self.told(id, &diagnostic.place);
        self.message(id, diagnostic, position)
    }

    fn told(&mut self, id: SourceId, place: &Place) -> Option<Position> {
        let is_yaml = self
            .inputs
            .document(id, place.document)
            .is_some_and(|file| file.syntax() == Syntax::Yaml);
        if place.pointer.is_empty() {
            let members = match is_yaml {
                true => vec![place.member("name"), place.member("url")],
                false => vec![place.member("info").member("name"), place.clone()],
            };
            return members.iter().find_map(|place| self.locate(id, place));
        }
        let position = self.locate(id, place)?;
        let is_object = position.snippet[position.span.clone()].starts_with('{');
        let named = if is_object { self.locate(id, &place.member("name")) } else { None };
        Some(named.unwrap_or(position))
    }

    fn locate(&mut self, id: SourceId, place: &Place) -> Option<Position> {
        let source = self.inputs.document(id, place.document)?;
        let key = (id, place.document);
        let locator = self.locators.entry(key).or_insert_with(|| Locator::new(source));
        locator.locate(place)
    }

    fn message(
        &self,
        id: SourceId,
        diagnostic: &Diagnostic,
        position: Option<Position>,
    ) -> Message {
        let source = self.inputs.document(id, diagnostic.place.document);
        let file = source.map_or("", |source| &source.name);
        let position =
            position.map(|found| Position { snippet: self.masks.hide(&found.snippet), ..found });
        Message::diagnostic(diagnostic, file, position)
    }
}
