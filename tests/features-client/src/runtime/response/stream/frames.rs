// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Cuts a body into items as it arrives, wherever the transport cuts it.

use super::lines::{Lines, Sequence, Whole};
use super::multipart::Multipart;
use super::sse::Sse;
use http::HeaderMap;
use std::collections::VecDeque;
use std::time::Duration;

/// The most bytes that one item may have. A longer one ends the stream with an error, so that no server can fill the
/// memory.
pub const LONGEST: usize = 64 * 1024 * 1024;

/// An item as it was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frame {
    /// The `event` field; `None` if it is absent or empty.
    pub event: Option<String>,
    /// The last `id` field so far.
    pub id: Option<String>,
    /// The headers of a part of a multipart body.
    pub headers: HeaderMap,
    /// The content.
    pub data: Vec<u8>,
}

impl Frame {
    pub(super) fn of(data: &[u8]) -> Self {
        Frame { data: data.to_vec(), ..Frame::default() }
    }
}

/// How a body separates its items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Framing {
    /// `text/event-stream`, by the rules of the WHATWG.
    Events,
    /// JSON values on lines of their own: `application/x-ndjson`, `application/jsonl` and similar.
    Lines,
    /// `application/json-seq` (RFC 7464).
    Sequence,
    /// `multipart/mixed` and other multipart types (RFC 2046), with their boundary.
    Parts(String),
}

impl Framing {
    /// Returns the framing that a `Content-Type` declares; `None` if it declares a single value.
    pub fn of(content_type: &str) -> Option<Framing> {
        let mut parts = content_type.split(';');
        let essence = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let subtype = essence.split_once('/').map_or("", |(_, subtype)| subtype);
        match subtype.strip_prefix("x-").unwrap_or(subtype) {
            "event-stream" => Some(Framing::Events),
            "ndjson" | "jsonl" | "jsonlines" | "json-lines" | "ldjson" | "stream+json"
            | "json-stream" => Some(Framing::Lines),
            "json-seq" => Some(Framing::Sequence),
            _ if subtype.ends_with("+json-seq") => Some(Framing::Sequence),
            "mixed" if essence == "multipart/mixed" => boundary(parts).map(Framing::Parts),
            _ => None,
        }
    }
}

fn boundary<'a>(mut parameters: impl Iterator<Item = &'a str>) -> Option<String> {
    parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (name.trim().eq_ignore_ascii_case("boundary") && !value.is_empty())
            .then(|| value.to_owned())
    })
}

/// Finds the items of one format.
#[derive(Debug)]
enum Parser {
    Unknown(Vec<u8>),
    Events(Sse),
    Lines(Lines),
    Sequence(Sequence),
    Parts(Multipart),
    Whole(Whole),
}

/// The items of a body that arrives in pieces.
#[derive(Debug)]
pub struct Frames {
    parser: Parser,
    ready: VecDeque<Frame>,
}

impl Frames {
    /// Creates the parser for a `Content-Type`. A body without a type that separates items is recognized by its first
    /// character; `application/json` is one item.
    pub fn new(content_type: Option<&str>) -> Self {
        let content_type = content_type.unwrap_or_default();
        let is_json = content_type.split(';').next().is_some_and(|essence| {
            let essence = essence.trim().to_ascii_lowercase();
            essence == "application/json" || essence.ends_with("+json")
        });
        let parser = match Framing::of(content_type) {
            Some(framing) => Parser::of(framing),
            None if is_json => Parser::Whole(Whole::default()),
            None => Parser::Unknown(Vec::new()),
        };
        Frames { parser, ready: VecDeque::new() }
    }

    /// Takes the next piece of the body.
    ///
    /// # Errors
    ///
    /// Fails when an item is longer than [`LONGEST`].
    pub fn push(&mut self, piece: &[u8]) -> Result<(), TooLong> {
        let held = match &mut self.parser {
            Parser::Unknown(held) => {
                held.extend_from_slice(piece);
                let Some(known) = recognized(held) else { return Ok(()) };
                let held = std::mem::take(held);
                self.parser = known;
                return self.push(&held);
            }
            Parser::Events(sse) => sse.push(piece, &mut self.ready),
            Parser::Lines(lines) => lines.push(piece, &mut self.ready),
            Parser::Sequence(sequence) => sequence.push(piece, &mut self.ready),
            Parser::Parts(parts) => parts.push(piece, &mut self.ready),
            Parser::Whole(whole) => whole.push(piece),
        };
        if held > LONGEST { Err(TooLong) } else { Ok(()) }
    }

    /// Ends the body. An event without its blank line is dropped, as the WHATWG says; a last line without its end counts.
    pub fn end(&mut self) {
        match &mut self.parser {
            Parser::Unknown(_) | Parser::Events(_) => {}
            Parser::Lines(lines) => lines.end(&mut self.ready),
            Parser::Sequence(sequence) => sequence.end(&mut self.ready),
            Parser::Parts(parts) => parts.end(&mut self.ready),
            Parser::Whole(whole) => whole.end(&mut self.ready),
        }
    }

    /// Returns the next item that is complete.
    pub fn pop(&mut self) -> Option<Frame> {
        self.ready.pop_front()
    }

    /// Drops what is incomplete: the connection that would have brought the rest is gone.
    pub fn reconnected(&mut self) {
        match &mut self.parser {
            Parser::Unknown(held) => held.clear(),
            Parser::Events(sse) => sse.reconnected(),
            Parser::Lines(lines) => *lines = Lines::default(),
            Parser::Sequence(sequence) => *sequence = Sequence::default(),
            Parser::Parts(parts) => parts.reconnected(),
            Parser::Whole(whole) => *whole = Whole::default(),
        }
    }

    /// The last `id` field of an event stream.
    pub fn last_id(&self) -> Option<&str> {
        match &self.parser {
            Parser::Events(sse) => sse.last_id(),
            _ => None,
        }
    }

    /// The last `retry` field of an event stream.
    pub fn retry(&self) -> Option<Duration> {
        match &self.parser {
            Parser::Events(sse) => sse.retry(),
            _ => None,
        }
    }
}

impl Parser {
    fn of(framing: Framing) -> Parser {
        match framing {
            Framing::Events => Parser::Events(Sse::default()),
            Framing::Lines => Parser::Lines(Lines::default()),
            Framing::Sequence => Parser::Sequence(Sequence::default()),
            Framing::Parts(boundary) => Parser::Parts(Multipart::new(&boundary)),
        }
    }
}

/// The format that the first character tells; `None` while there is none.
fn recognized(held: &[u8]) -> Option<Parser> {
    let first = held.iter().find(|byte| !byte.is_ascii_whitespace())?;
    Some(match first {
        0x1e => Parser::of(Framing::Sequence),
        b'{' | b'[' | b'"' | b'-' | b'0'..=b'9' => Parser::of(Framing::Lines),
        _ => Parser::of(Framing::Events),
    })
}

/// An item is longer than [`LONGEST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;

/// Returns the items of a whole body.
pub fn all(content_type: Option<&str>, body: &[u8]) -> Vec<Frame> {
    let mut frames = Frames::new(content_type);
    // An item of a body in memory can be as long as the body.
    let _ = frames.push(body);
    frames.end();
    frames.ready.into()
}
