// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The parts of a multipart body (RFC 2046, section 5.1).

use super::frames::Frame;
use http::{HeaderMap, HeaderName, HeaderValue};
use std::collections::VecDeque;

/// The state between two pieces of a multipart body.
#[derive(Debug)]
pub(super) struct Multipart {
    /// `--` and the boundary.
    delimiter: Vec<u8>,
    held: Vec<u8>,
    /// Where to look for the next delimiter.
    from: usize,
    stage: Stage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Before the first delimiter.
    Preamble,
    Part,
    /// After the last delimiter.
    Epilogue,
}

impl Multipart {
    pub(super) fn new(boundary: &str) -> Self {
        let delimiter = format!("--{boundary}").into_bytes();
        Multipart { delimiter, held: Vec::new(), from: 0, stage: Stage::Preamble }
    }

    /// Takes a piece and returns how many bytes the incomplete part holds.
    pub(super) fn push(&mut self, piece: &[u8], ready: &mut VecDeque<Frame>) -> usize {
        if self.stage == Stage::Epilogue {
            return 0;
        }
        self.held.extend_from_slice(piece);
        while let Some((start, end, stage)) = self.delimiter() {
            if self.stage == Stage::Part {
                ready.push_back(part(without_line_end(&self.held[..start])));
            }
            self.stage = stage;
            self.held.drain(..end);
            self.from = 0;
            if stage == Stage::Epilogue {
                self.held.clear();
            }
        }
        self.held.len()
    }

    /// A last part without its delimiter counts: the connection may have ended early.
    pub(super) fn end(&mut self, ready: &mut VecDeque<Frame>) {
        let held = std::mem::take(&mut self.held);
        let ended = without_line_end(&held).ends_with(&self.delimiter);
        if self.stage == Stage::Part && !ended && !held.trim_ascii().is_empty() {
            ready.push_back(part(without_line_end(&held)));
        }
        self.stage = Stage::Epilogue;
    }

    pub(super) fn reconnected(&mut self) {
        self.held.clear();
        (self.from, self.stage) = (0, Stage::Preamble);
    }

    /// The next whole delimiter line: where it starts, where it ends, and what follows it.
    fn delimiter(&mut self) -> Option<(usize, usize, Stage)> {
        loop {
            let start = self.from
                + find(&self.held[self.from..], &self.delimiter).or_else(|| {
                    // The end of what is here may be the start of a delimiter.
                    self.from = self.from.max(self.held.len().saturating_sub(self.delimiter.len()));
                    None
                })?;
            self.from = start;
            let after = &self.held[start + self.delimiter.len()..];
            let line = after.iter().position(|byte| *byte == b'\n');
            let at_line_start = start == 0 || self.held[start - 1] == b'\n';
            if at_line_start && after.starts_with(b"--") {
                return Some((start, start + self.delimiter.len() + 2, Stage::Epilogue));
            }
            let end = line?;
            if at_line_start && after[..end].trim_ascii().is_empty() {
                return Some((start, start + self.delimiter.len() + end + 1, Stage::Part));
            }
            self.from = start + 1;
        }
    }
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}

fn without_line_end(text: &[u8]) -> &[u8] {
    text.strip_suffix(b"\r\n").or_else(|| text.strip_suffix(b"\n")).unwrap_or(text)
}

/// A part: its headers up to a blank line, then its content.
fn part(text: &[u8]) -> Frame {
    let mut headers = HeaderMap::new();
    let mut rest = text;
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let line = rest[..end].trim_ascii();
        rest = &rest[end + 1..];
        if line.is_empty() {
            break;
        }
        let colon = line.iter().position(|byte| *byte == b':').unwrap_or(line.len());
        let name = HeaderName::from_bytes(line[..colon].trim_ascii());
        let value = line.get(colon + 1..).unwrap_or_default().trim_ascii();
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value)) {
            headers.append(name, value);
        }
    }
    Frame { headers, data: rest.to_vec(), ..Frame::default() }
}
