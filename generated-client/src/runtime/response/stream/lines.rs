// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! JSON values on lines of their own, JSON text sequences (RFC 7464), and a body that is one value.

use super::frames::Frame;
use std::collections::VecDeque;

/// The byte before each value of a JSON text sequence.
const RECORD_SEPARATOR: u8 = 0x1e;

/// Lines of JSON. Blank lines are ignored.
#[derive(Debug, Default)]
pub(super) struct Lines(Pieces);

impl Lines {
    pub(super) fn push(&mut self, piece: &[u8], ready: &mut VecDeque<Frame>) -> usize {
        self.0.push(piece, b'\n', ready)
    }

    pub(super) fn end(&mut self, ready: &mut VecDeque<Frame>) {
        self.0.end(ready);
    }
}

/// A JSON text sequence.
#[derive(Debug, Default)]
pub(super) struct Sequence(Pieces);

impl Sequence {
    /// A value is complete at its line end, so that it need not wait for the next one; the JSON in it may have line ends
    /// of its own.
    pub(super) fn push(&mut self, piece: &[u8], ready: &mut VecDeque<Frame>) -> usize {
        for line in piece.split_inclusive(|byte| *byte == b'\n') {
            self.0.push(line, RECORD_SEPARATOR, ready);
            if line.ends_with(b"\n") && is_json(&self.0.0) {
                self.0.end(ready);
            }
        }
        self.0.0.len()
    }

    pub(super) fn end(&mut self, ready: &mut VecDeque<Frame>) {
        self.0.end(ready);
    }
}

fn is_json(text: &[u8]) -> bool {
    serde_json::from_slice::<serde_core::de::IgnoredAny>(text).is_ok()
}

/// What has arrived since the last separator.
#[derive(Debug, Default)]
struct Pieces(Vec<u8>);

impl Pieces {
    fn push(&mut self, mut piece: &[u8], separator: u8, ready: &mut VecDeque<Frame>) -> usize {
        while let Some(end) = piece.iter().position(|byte| *byte == separator) {
            self.0.extend_from_slice(&piece[..end]);
            self.end(ready);
            piece = &piece[end + 1..];
        }
        self.0.extend_from_slice(piece);
        self.0.len()
    }

    fn end(&mut self, ready: &mut VecDeque<Frame>) {
        let held = std::mem::take(&mut self.0);
        let value = held.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&held).trim_ascii();
        if !value.is_empty() {
            ready.push_back(Frame::of(value));
        }
    }
}

/// A body that is one item.
#[derive(Debug, Default)]
pub(super) struct Whole(Vec<u8>);

impl Whole {
    pub(super) fn push(&mut self, piece: &[u8]) -> usize {
        self.0.extend_from_slice(piece);
        self.0.len()
    }

    pub(super) fn end(&mut self, ready: &mut VecDeque<Frame>) {
        let value = self.0.trim_ascii();
        if !value.is_empty() {
            ready.push_back(Frame::of(value));
        }
    }
}
