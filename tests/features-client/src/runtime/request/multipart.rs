// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! `multipart/form-data`, written as Postman writes it.

use super::super::{BuildError, File, FileParam, Param, Sink};
use super::body::{Body, Chunk};
use bytes::Bytes;
use std::hash::{BuildHasher, Hasher, RandomState};

/// A multipart body that is being written.
#[derive(Debug)]
pub(crate) struct Multipart {
    boundary: String,
    /// What no value may hold: a boundary that is no random one could stand in any of them.
    delimiter: Option<String>,
    chunks: Vec<Chunk>,
    text: Vec<u8>,
}

impl Multipart {
    pub(crate) fn new(boundary: Option<&str>) -> Self {
        let delimiter = boundary.map(|boundary| format!("--{boundary}"));
        let boundary = boundary.map_or_else(random_boundary, str::to_owned);
        Multipart { boundary, delimiter, chunks: Vec::new(), text: Vec::new() }
    }

    /// The `Content-Type` and the body; `None` when there is no part.
    pub(crate) fn finish(mut self) -> Option<(String, Body)> {
        if self.text.is_empty() && self.chunks.is_empty() {
            return None;
        }
        let end = format!("--{}--\r\n", self.boundary);
        self.push(&[&end]);
        self.flush();
        Some((
            format!("multipart/form-data; boundary={}", self.boundary),
            Body::from_chunks(self.chunks),
        ))
    }

    fn push(&mut self, texts: &[&str]) {
        for text in texts {
            self.text.extend_from_slice(text.as_bytes());
        }
    }

    /// Refuses a value that would end its own part. A file that is read while it is sent is not looked at.
    fn admit(&self, name: &'static str, value: &[u8]) -> Result<(), BuildError> {
        let Some(delimiter) = &self.delimiter else { return Ok(()) };
        let held = value.windows(delimiter.len()).any(|window| window == delimiter.as_bytes());
        if held { Err(BuildError::Boundary { name }) } else { Ok(()) }
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.chunks.push(Chunk::Bytes(Bytes::from(std::mem::take(&mut self.text))));
        }
    }

    /// The names are the collection's own and stand as they are, as in Postman.
    fn open(&mut self, name: &'static str) {
        self.text.extend_from_slice(b"--");
        self.text.extend_from_slice(self.boundary.as_bytes());
        self.push(&["\r\nContent-Disposition: form-data; name=\"", name, "\""]);
    }

    fn part(
        &mut self,
        name: &'static str,
        content_type: Option<&str>,
        value: &str,
    ) -> Result<(), BuildError> {
        self.open(name);
        if let Some(content_type) = content_type {
            self.push(&["\r\nContent-Type: ", header_text(content_type)?]);
        }
        self.push(&["\r\n\r\n", value, "\r\n"]);
        Ok(())
    }

    fn file(&mut self, name: &'static str, file: &File) -> Result<(), BuildError> {
        let content = file.chunk()?;
        if let Chunk::Bytes(bytes) = &content {
            self.admit(name, bytes)?;
        }
        self.open(name);
        if let Some(file_name) = file.name() {
            self.push(&["; filename=\"", &quotable(file_name), "\""]);
            if file_name.chars().any(|character| character > '\u{ff}') {
                self.push(&["; filename*=UTF-8''", &super::encode::form(file_name)]);
            }
        }
        if let Some(media_type) = file.media_type() {
            self.push(&["\r\nContent-Type: ", header_text(media_type)?]);
        }
        self.push(&["\r\n\r\n"]);
        match content {
            // Small enough to be copied: one chunk less to send.
            Chunk::Bytes(bytes) if bytes.len() <= 4096 => self.text.extend_from_slice(&bytes),
            other => {
                self.flush();
                self.chunks.push(other);
            }
        }
        self.push(&["\r\n"]);
        Ok(())
    }
}

/// The form of HTML: what would end the name or the line is percent-encoded.
fn quotable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' => out.push_str("%22"),
            '\r' => out.push_str("%0D"),
            '\n' => out.push_str("%0A"),
            other => out.push(other),
        }
    }
    out
}

fn header_text(value: &str) -> Result<&str, BuildError> {
    if value.chars().any(char::is_control) {
        return Err(BuildError::HeaderValue { name: "Content-Type".to_owned() });
    }
    Ok(value)
}

/// Random enough that no content holds it by chance: the standard library seeds each state anew.
fn random_boundary() -> String {
    let random = || RandomState::new().build_hasher().finish();
    format!("--------------------------{:016x}{:016x}", random(), random())
}

/// Adds parts to a multipart body. Without any part, no body and no `Content-Type` are sent.
#[derive(Debug)]
pub struct MultipartBuilder<'a> {
    multipart: &'a mut Multipart,
}

impl<'a> MultipartBuilder<'a> {
    pub(crate) fn new(multipart: &'a mut Multipart) -> Self {
        MultipartBuilder { multipart }
    }

    /// A text part for each value.
    pub fn text(
        &mut self,
        name: &'static str,
        content_type: Option<&'static str>,
        value: &impl Param,
    ) -> Result<(), BuildError> {
        value.write(&mut TextPart { multipart: self.multipart, name, content_type })
    }

    /// A part for each file.
    pub fn file(&mut self, name: &'static str, file: &impl FileParam) -> Result<(), BuildError> {
        file.files().iter().try_for_each(|file| self.multipart.file(name, file))
    }
}

struct TextPart<'a> {
    multipart: &'a mut Multipart,
    name: &'static str,
    content_type: Option<&'static str>,
}

impl Sink for TextPart<'_> {
    fn text(&mut self, value: &str) -> Result<(), BuildError> {
        self.multipart.admit(self.name, value.as_bytes())?;
        self.raw(value)
    }

    fn raw(&mut self, value: &str) -> Result<(), BuildError> {
        self.multipart.part(self.name, self.content_type, value)
    }

    fn bare(&mut self) -> Result<(), BuildError> {
        self.text("")
    }
}
