// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! `multipart/form-data`, written as Postman writes it.

use super::super::{BuildError, File, FileParam, Param, Sink};
use super::body::{Body, Chunk};
use bytes::Bytes;
use std::hash::{BuildHasher, Hasher, RandomState};

/// A multipart body under construction.
#[derive(Debug)]
pub(crate) struct Multipart {
    boundary: String,
    /// The delimiter of a fixed boundary, which no value may contain. A random boundary does not
    /// need this check.
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

    /// Returns the `Content-Type` and the body, or `None` if there is no part.
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

    /// Rejects a value that would end its own part. Files that are read while they are sent are not
    /// checked.
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

    /// Starts a part. Names come from the collection and are sent unchanged, like Postman does.
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
            // Small chunks are copied, which saves a chunk.
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

/// Escapes a name as HTML does: characters that would end the name or the line are percent-encoded.
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

/// Returns a boundary that no content contains by chance. The standard library seeds each hasher
/// randomly.
fn random_boundary() -> String {
    let random = || RandomState::new().build_hasher().finish();
    format!("--------------------------{:016x}{:016x}", random(), random())
}

/// Adds parts to a multipart body. Without parts, neither a body nor a `Content-Type` is sent.
#[derive(Debug)]
pub struct MultipartBuilder<'a> {
    multipart: &'a mut Multipart,
}

impl<'a> MultipartBuilder<'a> {
    pub(crate) fn new(multipart: &'a mut Multipart) -> Self {
        MultipartBuilder { multipart }
    }

    /// Adds a text part for each value.
    pub fn text(
        &mut self,
        name: &'static str,
        content_type: Option<&'static str>,
        value: &impl Param,
    ) -> Result<(), BuildError> {
        value.write(&mut TextPart { multipart: self.multipart, name, content_type })
    }

    /// Adds a part for each file.
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
