//! Diagnostics → messages with their places in the files.

use std::collections::HashMap;

use crate::diagnostics::Diagnostic;
use crate::inputs::{Inputs, SourceId};
use crate::postman::Place;
use crate::read::{Locator, Position};

use super::message::Message;

/// The places of the inputs, found when they are asked for.
pub(crate) struct Places<'a> {
    inputs: &'a Inputs,
    locators: HashMap<SourceId, Locator<'a>>,
}

impl<'a> Places<'a> {
    pub(crate) fn new(inputs: &'a Inputs) -> Places<'a> {
        Places { inputs, locators: HashMap::new() }
    }

    /// With the place of the value itself.
    pub(crate) fn exact(&mut self, id: SourceId, diagnostic: &Diagnostic) -> Message {
        let position = self.locate(id, &diagnostic.place);
        self.message(id, diagnostic, position)
    }

    /// With a place that says something to people: of an item that is its name, and the whole file is no place.
    pub(crate) fn telling(&mut self, id: SourceId, diagnostic: &Diagnostic) -> Message {
        let place = &diagnostic.place;
        let position = if place.0.is_empty() { None } else { self.locate(id, place) };
        let named = match &position {
            Some(position) if position.snippet[position.span.clone()].starts_with('{') => {
                self.locate(id, &place.member("name"))
            }
            _ => None,
        };
        self.message(id, diagnostic, named.or(position))
    }

    fn locate(&mut self, id: SourceId, place: &Place) -> Option<Position> {
        let source = self.inputs.source(id)?;
        let locator = self.locators.entry(id).or_insert_with(|| Locator::new(&source.bytes));
        locator.locate(place)
    }

    fn message(
        &self,
        id: SourceId,
        diagnostic: &Diagnostic,
        position: Option<Position>,
    ) -> Message {
        let file = self.inputs.source(id).map_or("", |source| &source.name);
        Message::diagnostic(diagnostic, file, position)
    }
}
