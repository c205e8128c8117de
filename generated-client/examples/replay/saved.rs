// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Saved values with their variables filled in, and the right escaping.

use super::data::{self, Place, Request};
use super::dynamic::Dynamic;
use super::files;
use super::variables::{MissingSecret, Piece, Variables, pieces};
use crate::client::runtime::replay::{Saved, Slot};
use crate::client::runtime::{File, SavedValue, encode};

/// Fills in the values of one request.
#[derive(Debug)]
pub struct Filler<'a> {
    /// The values of variables.
    pub variables: &'a Variables,
    /// The generator of dynamic values.
    pub dynamic: &'a mut Dynamic,
}

impl Filler<'_> {
    /// Fills in a template.
    pub fn text(&mut self, template: &str) -> Result<String, MissingSecret> {
        self.variables.fill(template, self.dynamic)
    }

    /// Fills in all saved values of a request.
    pub fn saved(&mut self, request: &Request) -> Result<Saved, MissingSecret> {
        let slots = request.slots.iter().enumerate().map(|(position, slot)| {
            let values = slot.values.iter().map(|value| match value {
                None => Ok(SavedValue::Bare),
                Some(template) => self.value(request, slot.place, template),
            });
            let values = values.collect::<Result<_, _>>()?;
            Ok(Slot { values, files: self.files(&request.slots, position)? })
        });
        Ok(Saved::new(slots.collect::<Result<_, _>>()?))
    }

    /// Fills in a template. The result is plain text if escaping it as data gives what Postman
    /// sends, otherwise raw text.
    fn value(
        &mut self,
        request: &Request,
        place: Place,
        template: &str,
    ) -> Result<SavedValue, MissingSecret> {
        let mut again = self.dynamic.clone();
        let text = self.text(template)?;
        let special =
            |characters: &str| text.contains(|c: char| characters.contains(c) || c.is_control());
        let plain = match place {
            Place::Path if matches!(text.as_str(), "" | "." | "..") => false,
            Place::Path if request.raw_url => encode::path_safe(&text) == text,
            Place::Path => encode::path_safe(&text) == encode::path_lenient(&text),
            Place::Query => return self.query(request, text, template, &mut again),
            Place::Xml => !special("&<>\"'"),
            Place::JsonHole => !special("\"\\"),
            Place::Location | Place::Plain => true,
        };
        Ok(if plain { SavedValue::Text(text) } else { SavedValue::Raw(text) })
    }

    /// Fills in a query value. Literal text is escaped where it would separate pairs; the value of
    /// a variable is not. Dynamic values are the same as in the first pass.
    fn query(
        &self,
        request: &Request,
        text: String,
        template: &str,
        again: &mut Dynamic,
    ) -> Result<SavedValue, MissingSecret> {
        let raw = self.variables.fill(&escape_literals(template), again)?;
        let safe = encode::query_safe(&text);
        let plain = if request.raw_url { safe == raw } else { safe == encode::query_lenient(&raw) };
        Ok(if plain { SavedValue::Text(text) } else { SavedValue::Raw(raw) })
    }

    fn files(&mut self, slots: &[data::Slot], position: usize) -> Result<Vec<File>, MissingSecret> {
        let listed = &slots[position].files;
        if files::after_list(slots, position) {
            return Ok(listed.iter().map(|_| File::empty()).collect());
        }
        let mut loaded = Vec::new();
        for file in listed {
            loaded.extend(files::load(self.file(file)?));
        }
        Ok(loaded)
    }

    fn file(&mut self, file: &data::File) -> Result<data::File, MissingSecret> {
        let mut fill =
            |text: &Option<String>| text.as_deref().map(|text| self.text(text)).transpose();
        Ok(data::File {
            path: fill(&file.path)?,
            content: fill(&file.content)?,
            file_name: fill(&file.file_name)?,
            content_type: fill(&file.content_type)?,
        })
    }
}

fn escape_literals(template: &str) -> String {
    let mut escaped = String::with_capacity(template.len());
    for piece in pieces(template) {
        match piece {
            Piece::Text(text) => escaped.push_str(&text.replace('&', "%26").replace('#', "%23")),
            Piece::Name(name) => escaped.extend(["{{", name, "}}"]),
        }
    }
    escaped
}
