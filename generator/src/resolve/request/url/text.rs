//! A URL while it is one text, with characters that stand for the things in it.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use crate::postman::{self, Parameter, Place};
use crate::resolve::request::url::{Address, Entry, PathPart, PathVariable, parse_pair};
use crate::resolve::secrets::scope;
use crate::template::{Piece, pieces};

const PATH_VARIABLES: u32 = 0xF_0000;
const ENTRIES: u32 = 0xF_8000;
const VARIABLES: u32 = 0x10_0000;
const END: u32 = 0x10_FFFE;

/// The character that stands for an entry of the query list.
pub(crate) fn entry_marker(index: usize) -> char {
    marker(ENTRIES, index)
}

/// The character that stands for a thing.
fn marker(kind: u32, index: usize) -> char {
    u32::try_from(index)
        .ok()
        .and_then(|index| char::from_u32(kind + index))
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// A URL while it is one text.
#[derive(Default)]
pub(crate) struct Text<'a> {
    /// The text.
    pub(crate) text: String,
    path_variables: Vec<PathVariable<'a>>,
    variables: Vec<String>,
    /// The list of the query.
    pub(crate) entries: Cow<'a, [Parameter]>,
}

/// The name of the path variable at the start of a segment, which ends at the first `.`.
fn variable_name(segment: &str) -> Option<&str> {
    let rest = segment.strip_prefix(':')?;
    Some(rest.split('.').next().unwrap_or(rest)).filter(|name| !name.is_empty())
}

impl<'a> Text<'a> {
    /// A URL that is a text already.
    pub(crate) fn of(text: &str) -> Text<'a> {
        Text { text: text.to_owned(), ..Default::default() }
    }

    /// Adds a segment; a path variable as its character.
    pub(crate) fn push_segment(
        &mut self,
        segment: &str,
        variables: &'a [postman::Variable],
        place: &Place,
    ) {
        let Some(name) = variable_name(segment) else {
            self.text.push_str(segment);
            return;
        };
        let entry = variables.iter().rev().find(|variable| variable.key.as_deref() == Some(name));
        self.text.push(marker(PATH_VARIABLES, self.path_variables.len()));
        self.text.push_str(&segment[name.len() + 1..]);
        self.path_variables.push(PathVariable {
            name: name.to_owned(),
            value: entry.and_then(scope::path_value),
            description: entry.and_then(|entry| entry.description.as_deref()),
            place: entry.map_or(place, |entry| &entry.place).clone(),
        });
    }

    /// Marks the path variables of a path that was part of a text.
    pub(crate) fn mark_segments(&mut self, path: &str, place: &Place) -> String {
        for (index, segment) in path.split('/').enumerate() {
            if index > 0 {
                self.text.push('/');
            }
            self.push_segment(segment, &[], place);
        }
        std::mem::take(&mut self.text)
    }

    /// Replaces each variable by its character.
    pub(crate) fn hide_variables(&mut self) {
        let text = std::mem::take(&mut self.text);
        for piece in pieces(&text) {
            match piece {
                Piece::Text(text) => self.text.push_str(text),
                Piece::Variable(variable) => {
                    self.text.push(marker(VARIABLES, self.variables.len()));
                    self.variables.push(variable.to_owned());
                }
            }
        }
    }

    /// What a character stands for, as a number within its kind.
    fn index(letter: char, kind: u32, end: u32) -> Option<usize> {
        let code = u32::from(letter);
        if (kind..end).contains(&code) { usize::try_from(code - kind).ok() } else { None }
    }

    fn variable(&self, letter: char) -> Option<&String> {
        self.variables.get(Self::index(letter, VARIABLES, END)?)
    }

    fn path_variable(&self, letter: char) -> Option<&PathVariable<'a>> {
        self.path_variables.get(Self::index(letter, PATH_VARIABLES, ENTRIES)?)
    }

    fn entry(&self, letter: char) -> Option<usize> {
        Self::index(letter, ENTRIES, VARIABLES).filter(|index| *index < self.entries.len())
    }

    /// A text with everything in it written out.
    pub(crate) fn show(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for letter in text.chars() {
            if let Some(variable) = self.variable(letter) {
                shown.push_str(variable);
            } else if let Some(variable) = self.path_variable(letter) {
                shown.push_str(
                    &variable.value.clone().unwrap_or_else(|| format!(":{}", variable.name)),
                );
            } else if let Some(index) = self.entry(letter) {
                let entry = &self.entries[index];
                shown.push_str(entry.key.as_deref().unwrap_or_default());
                if let Some(value) = entry.value.as_ref().and_then(serde_json::Value::as_str) {
                    shown.push('=');
                    shown.push_str(value);
                }
            } else {
                shown.push(letter);
            }
        }
        shown
    }

    pub(crate) fn path_parts(&self, path: &str) -> Vec<PathPart<'a>> {
        let mut parts = Vec::new();
        for letter in path.chars() {
            if let Some(variable) = self.variable(letter) {
                parts.push(PathPart::Variable(variable.clone()));
            } else if let Some(variable) = self.path_variable(letter) {
                parts.push(PathPart::PathVariable(variable.clone()));
            } else if let Some(PathPart::Text(text)) = parts.last_mut() {
                text.push(letter);
            } else {
                parts.push(PathPart::Text(letter.to_string()));
            }
        }
        parts
    }

    /// Reads the query: the enabled entries in the order of the text, the others where they stand in the list.
    pub(crate) fn read_query(self, query: Option<&str>, address: &mut Address<'a>) {
        let pieces = query.map(|query| query.split('&')).into_iter().flatten();
        let order: Vec<QueryPiece> = pieces.map(|piece| self.query_piece(piece)).collect();
        let sent: HashSet<usize> = order.iter().filter_map(QueryPiece::index).collect();
        address.bare_query = match order.as_slice() {
            [QueryPiece::Text(text)] => text.is_empty(),
            [QueryPiece::Entry(index)] => is_blank(&self.entries[*index]),
            _ => false,
        };
        let mut left: Vec<Option<Cow<'a, Parameter>>> = match self.entries {
            Cow::Borrowed(entries) => {
                entries.iter().map(|entry| Some(Cow::Borrowed(entry))).collect()
            }
            Cow::Owned(entries) => {
                entries.into_iter().map(|entry| Some(Cow::Owned(entry))).collect()
            }
        };
        let mut next = 0;
        for piece in order {
            let parameter = match piece {
                QueryPiece::Text(text) => Some(Cow::Owned(parse_pair(&text, &Place::default()))),
                QueryPiece::Entry(index) => {
                    address.query.extend(unsent(&mut left, next..index, &sent));
                    next = next.max(index + 1);
                    left[index].take()
                }
            };
            address.query.extend(
                parameter
                    .filter(|_| !address.bare_query)
                    .map(|parameter| Entry { parameter, enabled: true }),
            );
        }
        let end = left.len();
        address.query.extend(unsent(&mut left, next..end, &sent));
    }

    fn query_piece(&self, piece: &str) -> QueryPiece {
        let mut letters = piece.chars();
        match (letters.next().and_then(|letter| self.entry(letter)), letters.next()) {
            (Some(index), None) => QueryPiece::Entry(index),
            _ => QueryPiece::Text(self.show(piece)),
        }
    }
}

/// A piece of the query between `&`.
enum QueryPiece {
    /// An entry of the list, by its position.
    Entry(usize),
    /// Text that is no entry.
    Text(String),
}

impl QueryPiece {
    fn index(&self) -> Option<usize> {
        match self {
            QueryPiece::Entry(index) => Some(*index),
            QueryPiece::Text(_) => None,
        }
    }
}

/// The entries within a part of the list that are not sent.
fn unsent<'a>(
    left: &mut [Option<Cow<'a, Parameter>>],
    part: Range<usize>,
    sent: &HashSet<usize>,
) -> Vec<Entry<'a>> {
    let entries =
        part.filter(|index| !sent.contains(index)).filter_map(|index| left.get_mut(index)?.take());
    entries.map(|parameter| Entry { parameter, enabled: false }).collect()
}

/// Whether an entry has neither key nor value.
fn is_blank(entry: &Parameter) -> bool {
    entry.key.as_deref().is_none_or(str::is_empty)
        && !entry.value.as_ref().is_some_and(serde_json::Value::is_string)
}
