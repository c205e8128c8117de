//! Events → tree.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span, Tag};

use super::scalar::{self, Plain};
use super::{ALIASED, DEEPEST, Problem, YamlError};
use crate::json::Json;
use crate::pointer;
use crate::source::Lines;

/// So many members are compared one by one to find a key that appears twice.
const FEW: usize = 16;

/// Learns where each value is.
pub(super) trait Spans {
    /// Whether [`Spans::add`] wants to be called.
    const WANTED: bool;
    /// A value: its JSON pointer and its range of bytes.
    fn add(&mut self, pointer: String, span: Range<usize>);
}

/// Locations are not needed.
pub(super) struct NoSpans;

impl Spans for NoSpans {
    const WANTED: bool = false;
    fn add(&mut self, _: String, _: Range<usize>) {}
}

/// Composes the tree of a text.
pub(super) fn compose<'a, S: Spans>(text: &'a str, spans: &mut S) -> Result<Json<'a>, YamlError> {
    let offsets = Offsets::new(text);
    let (anchors, stack) = (HashMap::new(), Vec::new());
    let mut composer =
        Composer { text, offsets, anchors, stack, root: None, aliased: 0, documents: 0, spans };
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            let at = composer.marked(error.marker());
            YamlError { problem: Problem::Syntax(error.info().to_owned()), span: at }
        })?;
        composer.event(event, span)?;
    }
    Ok(composer.root.unwrap_or_default())
}

/// A value that is under way.
enum Frame<'a> {
    List { anchor: usize, elements: Vec<Json<'a>> },
    Map { anchor: usize, members: Vec<(Cow<'a, str>, Json<'a>)>, marks: Vec<Marker>, keyed: bool },
}

/// What an anchor names.
struct Anchored<'a> {
    value: Json<'a>,
    weight: usize,
    depth: usize,
}

struct Composer<'a, 's, S> {
    text: &'a str,
    offsets: Offsets<'a>,
    anchors: HashMap<usize, Anchored<'a>>,
    stack: Vec<Frame<'a>>,
    root: Option<Json<'a>>,
    /// The weight of all aliases so far.
    aliased: usize,
    documents: usize,
    spans: &'s mut S,
}

impl<'a, S: Spans> Composer<'a, '_, S> {
    fn event(&mut self, event: Event<'a>, span: Span) -> Result<(), YamlError> {
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(self.error(Problem::SecondDocument, &span));
                }
            }
            Event::Alias(anchor) => {
                let value = self.alias(anchor, &span)?;
                self.note(&span);
                self.value(value, 0, span)?;
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.note(&span);
                let value = self.scalar(text, style, tag.as_deref(), &span);
                self.value(value, anchor, span)?;
            }
            Event::SequenceStart(anchor, _) => {
                self.note(&span);
                self.enter(Frame::List { anchor, elements: Vec::new() }, &span)?;
            }
            Event::MappingStart(anchor, _) => {
                self.note(&span);
                let (members, marks) = (Vec::new(), Vec::new());
                self.enter(Frame::Map { anchor, members, marks, keyed: false }, &span)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.leave(span)?,
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        Ok(())
    }

    fn enter(&mut self, frame: Frame<'a>, span: &Span) -> Result<(), YamlError> {
        self.stack.push(frame);
        if self.stack.len() > DEEPEST {
            return Err(self.error(Problem::TooDeep, span));
        }
        Ok(())
    }

    fn leave(&mut self, span: Span) -> Result<(), YamlError> {
        match self.stack.pop() {
            Some(Frame::List { anchor, elements }) => {
                self.value(Json::List(elements), anchor, span)
            }
            Some(Frame::Map { anchor, members, marks, .. }) => {
                if let Some(at) = repeated(&members) {
                    let problem = Problem::DuplicateKey(members[at].0.clone().into_owned());
                    let span = self.marked(&marks[at]);
                    return Err(YamlError { problem, span });
                }
                self.value(Json::Object(merged(members)), anchor, span)
            }
            None => Ok(()),
        }
    }

    /// Puts a finished value where it belongs.
    fn value(&mut self, value: Json<'a>, anchor: usize, span: Span) -> Result<(), YamlError> {
        if anchor > 0 {
            let (weight, depth) = measure(&value);
            self.anchors.insert(anchor, Anchored { value: value.clone(), weight, depth });
            // an anchor copies its value, as an alias does
            self.aliased += weight;
            if self.aliased > ALIASED {
                return Err(self.error(Problem::TooManyAliases, &span));
            }
        }
        match self.stack.last_mut() {
            None => self.root = Some(value),
            Some(Frame::List { elements, .. }) => elements.push(value),
            Some(Frame::Map { members, keyed, .. }) if *keyed => {
                *keyed = false;
                if let Some(last) = members.last_mut() {
                    last.1 = value;
                }
            }
            Some(Frame::Map { members, marks, keyed, .. }) => {
                members.push((key_text(value), Json::Null));
                marks.push(span.start);
                *keyed = true;
            }
        }
        Ok(())
    }

    fn alias(&mut self, anchor: usize, span: &Span) -> Result<Json<'a>, YamlError> {
        let Some(anchored) = self.anchors.get(&anchor) else {
            return Err(self.error(Problem::CyclicAlias, span));
        };
        let (weight, depth) = (anchored.weight, anchored.depth);
        self.aliased += weight;
        if self.aliased > ALIASED {
            return Err(self.error(Problem::TooManyAliases, span));
        }
        if self.stack.len() + depth > DEEPEST {
            return Err(self.error(Problem::TooDeep, span));
        }
        Ok(self.anchors[&anchor].value.clone())
    }

    fn scalar(
        &mut self,
        text: Cow<'a, str>,
        style: ScalarStyle,
        tag: Option<&Tag>,
        span: &Span,
    ) -> Json<'a> {
        let is_text = tag.is_some_and(|tag| tag.is_yaml_core_schema() && tag.suffix == "str");
        if style != ScalarStyle::Plain || is_text {
            return Json::Text(text);
        }
        match scalar::resolve(&text) {
            Plain::Null => Json::Null,
            Plain::Boolean(value) => Json::Boolean(value),
            Plain::Text => Json::Text(text),
            Plain::Number => {
                let start = self.offsets.at(&span.start);
                let written = self.text.get(start..start + text.len());
                written.filter(|written| *written == text).map_or(Json::Text(text), Json::Number)
            }
        }
    }

    /// Tells where the value that starts here is, unless it is a key.
    fn note(&mut self, span: &Span) {
        if !S::WANTED {
            return;
        }
        if let Some(Frame::Map { keyed: false, .. }) = self.stack.last() {
            return;
        }
        let tokens = self.stack.iter().map(|frame| match frame {
            Frame::List { elements, .. } => format!("/{}", elements.len()),
            Frame::Map { members, .. } => {
                let key = members.last().map(|(key, _)| key.as_ref()).unwrap_or_default();
                format!("/{}", pointer::token(key))
            }
        });
        let place = tokens.collect();
        let start = self.offsets.at(&span.start);
        let end = self.offsets.at(&span.end);
        self.spans.add(place, start..end);
    }

    fn error(&mut self, problem: Problem, span: &Span) -> YamlError {
        let start = self.offsets.at(&span.start);
        let end = self.offsets.at(&span.end).max(start + 1);
        YamlError { problem, span: start..end }
    }

    /// The character at a marker. The parser's line and column count; its index may lie behind the text.
    fn marked(&self, marker: &Marker) -> Range<usize> {
        let at = Lines::new(self.text).offset(marker.line(), marker.col());
        at..at + 1
    }
}

/// A key as a text. A list or a map, which `{{name}}` without quotes is to YAML, is written as in YAML.
fn key_text(key: Json<'_>) -> Cow<'_, str> {
    match key {
        Json::Text(text) => text,
        Json::Number(text) => Cow::Borrowed(text),
        Json::Boolean(value) => Cow::Owned(value.to_string()),
        Json::Null => Cow::Borrowed("null"),
        Json::List(_) => Cow::Borrowed("[]"),
        Json::Object(members) => {
            let keys: Vec<&str> = members.iter().map(|(key, _)| key.as_ref()).collect();
            Cow::Owned(format!("{{{}}}", keys.join(", ")))
        }
    }
}

/// The position of the first member whose key an earlier one has.
fn repeated(members: &[(Cow<'_, str>, Json<'_>)]) -> Option<usize> {
    let mut seen: HashSet<&str> = HashSet::new();
    let known = |at: usize| members[..at].iter().any(|(key, _)| *key == members[at].0);
    match members.len() <= FEW {
        true => (1..members.len()).find(|at| known(*at)),
        false => members.iter().position(|(key, _)| !seen.insert(key.as_ref())),
    }
}

/// The members, with those that a merge key (`<<`) brings in added at the end. A map's own members win.
fn merged<'a>(mut members: Vec<(Cow<'a, str>, Json<'a>)>) -> Vec<(Cow<'a, str>, Json<'a>)> {
    let is_map = |value: &Json<'_>| matches!(value, Json::Object(_));
    let is_merge = |(key, value): &(Cow<'_, str>, Json<'_>)| {
        let maps = matches!(value, Json::List(list) if list.iter().all(is_map));
        key == "<<" && (maps || is_map(value))
    };
    let Some(at) = members.iter().position(is_merge) else { return members };
    let sources = match members.remove(at).1 {
        Json::List(list) => list,
        map => vec![map],
    };
    for source in sources {
        let Json::Object(added) = source else { continue };
        for (key, value) in added {
            if !members.iter().any(|(own, _)| *own == key) {
                members.push((key, value));
            }
        }
    }
    members
}

/// How many values a value consists of, and how deeply they are nested.
fn measure(value: &Json<'_>) -> (usize, usize) {
    let all = |parts: &mut dyn Iterator<Item = (usize, usize)>| {
        parts.fold((1, 1), |(weight, depth), (more, inner)| (weight + more, depth.max(inner + 1)))
    };
    match value {
        Json::Text(text) => (1 + text.len() / 64, 0),
        Json::List(elements) => all(&mut elements.iter().map(measure)),
        Json::Object(members) => all(&mut members.iter().map(|(_, value)| measure(value))),
        _ => (1, 0),
    }
}

/// Characters → bytes. Markers are asked for in ascending order, so the text is walked over once.
struct Offsets<'a> {
    text: &'a str,
    ascii: bool,
    characters: usize,
    bytes: usize,
}

impl<'a> Offsets<'a> {
    fn new(text: &'a str) -> Offsets<'a> {
        Offsets { text, ascii: text.is_ascii(), characters: 0, bytes: 0 }
    }

    fn at(&mut self, marker: &Marker) -> usize {
        let index = marker.index();
        if self.ascii {
            return index.min(self.text.len());
        }
        if index < self.characters {
            (self.characters, self.bytes) = (0, 0);
        }
        let rest = &self.text[self.bytes..];
        let skipped = index - self.characters;
        let length = rest.char_indices().nth(skipped).map_or(rest.len(), |(at, _)| at);
        (self.characters, self.bytes) = (index, self.bytes + length);
        self.bytes
    }
}
