// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! `text/event-stream`, by the parsing rules of the HTML standard (section 9.2.6).

use super::frames::Frame;
use std::collections::VecDeque;
use std::time::Duration;

/// The state between two pieces of an event stream.
#[derive(Debug, Default)]
pub(super) struct Sse {
    /// The start of a line whose end has not arrived.
    line: Vec<u8>,
    /// The last byte was CR: an LF that follows belongs to it.
    after_cr: bool,
    /// The first line is over: a byte order mark can no longer come.
    started: bool,
    data: Vec<u8>,
    event: String,
    last_id: Option<String>,
    retry: Option<Duration>,
}

impl Sse {
    /// Takes a piece and returns how many bytes the incomplete event holds.
    pub(super) fn push(&mut self, mut piece: &[u8], ready: &mut VecDeque<Frame>) -> usize {
        if std::mem::take(&mut self.after_cr) && piece.first() == Some(&b'\n') {
            piece = &piece[1..];
        } else if piece.is_empty() {
            return self.held();
        }
        while let Some(end) = piece.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            let is_cr = piece[end] == b'\r';
            self.line.extend_from_slice(&piece[..end]);
            piece = &piece[end + 1..];
            let line = std::mem::take(&mut self.line);
            self.line(&line, ready);
            match piece.first() {
                Some(b'\n') if is_cr => piece = &piece[1..],
                None => self.after_cr = is_cr,
                _ => {}
            }
        }
        self.line.extend_from_slice(piece);
        self.held()
    }

    fn held(&self) -> usize {
        self.line.len() + self.data.len()
    }

    fn line(&mut self, line: &[u8], ready: &mut VecDeque<Frame>) {
        let first = !std::mem::replace(&mut self.started, true);
        let mark = if first { line.strip_prefix(b"\xef\xbb\xbf") } else { None };
        let line = mark.unwrap_or(line);
        if line.is_empty() {
            return self.dispatch(ready);
        }
        let colon = line.iter().position(|byte| *byte == b':');
        let (name, value) = colon.map_or((line, &[][..]), |at| (&line[..at], &line[at + 1..]));
        let value = value.strip_prefix(b" ").unwrap_or(value);
        match name {
            b"data" => {
                self.data.extend_from_slice(value);
                self.data.push(b'\n');
            }
            b"event" => self.event = String::from_utf8_lossy(value).into_owned(),
            b"id" if !value.contains(&0) => {
                self.last_id = Some(String::from_utf8_lossy(value).into_owned());
            }
            b"retry" if !value.is_empty() && value.iter().all(u8::is_ascii_digit) => {
                let milliseconds = std::str::from_utf8(value).ok().and_then(|it| it.parse().ok());
                self.retry = milliseconds.map(Duration::from_millis).or(self.retry);
            }
            // Comments have an empty name. Unknown fields are ignored.
            _ => {}
        }
    }

    fn dispatch(&mut self, ready: &mut VecDeque<Frame>) {
        let event = std::mem::take(&mut self.event);
        let mut data = std::mem::take(&mut self.data);
        if data.pop().is_none() {
            return;
        }
        if std::str::from_utf8(&data).is_err() {
            data = String::from_utf8_lossy(&data).into_owned().into_bytes();
        }
        ready.push_back(Frame {
            event: Some(event).filter(|event| !event.is_empty()),
            id: self.last_id.clone(),
            data,
            ..Frame::default()
        });
    }

    pub(super) fn reconnected(&mut self) {
        let (last_id, retry) = (self.last_id.take(), self.retry);
        *self = Sse { last_id, retry, ..Sse::default() };
    }

    pub(super) fn last_id(&self) -> Option<&str> {
        self.last_id.as_deref()
    }

    pub(super) fn retry(&self) -> Option<Duration> {
        self.retry
    }
}
