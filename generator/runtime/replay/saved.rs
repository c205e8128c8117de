//! Saved values of one request, turned into arguments.

use std::cell::RefCell;
use std::fmt;

use serde::de::DeserializeOwned;

use super::data::{self, Place, Request};
use super::dynamic::Dynamic;
use super::files;
use super::variables::{MissingSecret, Piece, Variables, pieces};
use crate::client::runtime::{File, Restore, SavedValue, encode};

/// The saved values of a request. A call function takes from it, by position, what each field of its endpoint holds.
#[derive(Debug)]
pub struct Saved<'a> {
    request: &'a Request,
    variables: &'a Variables,
    dynamic: &'a RefCell<Dynamic>,
}

/// Why a request cannot be built from its saved values.
#[derive(Debug)]
pub enum Fault {
    /// A secret has no value. Holds its name.
    MissingSecret(String),
    /// A saved value does not fit its field. Holds the slot and why.
    Value(usize, String),
    /// The call function asks for a slot that the data does not have.
    NoSlot(usize),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::MissingSecret(name) => write!(f, "missing secret {name}"),
            Fault::Value(slot, reason) => write!(f, "saved value {slot}: {reason}"),
            Fault::NoSlot(slot) => write!(f, "replay.json has no saved value {slot}; it is not the file that this program was made for"),
        }
    }
}

impl From<MissingSecret> for Fault {
    fn from(missing: MissingSecret) -> Self {
        Fault::MissingSecret(missing.0)
    }
}

impl<'a> Saved<'a> {
    /// The saved values of `request`.
    pub fn new(request: &'a Request, variables: &'a Variables, dynamic: &'a RefCell<Dynamic>) -> Self {
        Self { request, variables, dynamic }
    }

    /// The argument in a slot: path, query, header, form field, hole, text body.
    pub fn at<T: Restore>(&self, slot: usize) -> Result<T, Fault> {
        T::restore(&self.values(slot)?).map_err(|reason| Fault::Value(slot, reason))
    }

    /// The typed value of a slot that holds a JSON text: a body, the variables of GraphQL. No text is `null`.
    pub fn json<T: DeserializeOwned>(&self, slot: usize) -> Result<T, Fault> {
        let text = self.json_text(slot)?;
        serde_json::from_str(&text).map_err(|error| Fault::Value(slot, format!("not the JSON of this body: {error}")))
    }

    /// The file in a slot, if it can be read.
    pub fn file(&self, slot: usize) -> Result<Option<File>, Fault> {
        Ok(self.files(slot)?.into_iter().next())
    }

    /// The files in a slot, as far as they can be read.
    pub fn files(&self, slot: usize) -> Result<Vec<File>, Fault> {
        let files = &self.slot(slot)?.files;
        if files::after_list(&self.request.slots, slot) {
            return Ok(files.iter().map(|_| File::empty()).collect());
        }
        let filled = files.iter().map(|file| self.fill_file(file)).collect::<Result<Vec<_>, _>>()?;
        Ok(filled.into_iter().filter_map(files::load).collect())
    }

    fn slot(&self, slot: usize) -> Result<&'a data::Slot, Fault> {
        self.request.slots.get(slot).ok_or(Fault::NoSlot(slot))
    }

    fn values(&self, slot: usize) -> Result<Vec<SavedValue>, Fault> {
        let slot = self.slot(slot)?;
        let value = |value: &Option<String>| match value {
            None => Ok(SavedValue::Bare),
            Some(template) => self.value(slot.place, template),
        };
        slot.values.iter().map(value).collect()
    }

    /// The value that `template` stands for: plain text, when escaping it as data gives what Postman sends, else raw text.
    fn value(&self, place: Place, template: &str) -> Result<SavedValue, Fault> {
        let mut again = self.dynamic.borrow().clone();
        let text = self.fill(template)?;
        let (raw, same) = match place {
            Place::Path => (text.clone(), !matches!(text.as_str(), "" | "." | "..") && encode::path_safe(&text) == encode::path_lenient(&text)),
            Place::Query => {
                let raw = self.variables.fill(&escape_literals(template), &mut again)?;
                let same = encode::query_safe(&text) == encode::query_lenient(&raw);
                (raw, same)
            }
            Place::Xml => (text.clone(), !text.contains(|c: char| "&<>\"'".contains(c) || c.is_control())),
            Place::JsonHole => (text.clone(), !text.contains(|c: char| "\"\\".contains(c) || c.is_control())),
            Place::Plain => (String::new(), true),
        };
        Ok(if same { SavedValue::Text(text) } else { SavedValue::Raw(raw) })
    }

    fn json_text(&self, slot: usize) -> Result<String, Fault> {
        match self.slot(slot)?.values.first() {
            Some(Some(template)) => self.fill(template),
            _ => Ok("null".to_owned()),
        }
    }

    fn fill(&self, template: &str) -> Result<String, Fault> {
        Ok(self.variables.fill(template, &mut self.dynamic.borrow_mut())?)
    }

    fn fill_file(&self, file: &data::File) -> Result<data::File, Fault> {
        let fill = |text: &Option<String>| text.as_deref().map(|text| self.fill(text)).transpose();
        Ok(data::File {
            path: fill(&file.path)?,
            content: file.content.clone(),
            file_name: fill(&file.file_name)?,
            content_type: fill(&file.content_type)?,
        })
    }
}

/// Escapes what would part a query in the literal text of a parameter. What a variable brings in stays as it is, as in Postman.
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
