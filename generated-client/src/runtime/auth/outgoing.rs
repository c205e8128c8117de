// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What schemes read from a request, and what they change in it.

use std::borrow::Cow;

use http::HeaderMap;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderName};

use super::super::{Body, BuildError, Chunk, Settings};
use super::plain::set_secret;
use super::target::Target;

/// A request that is about to be sent.
#[derive(Debug)]
pub struct Outgoing<'a> {
    /// The method.
    pub method: &'a http::Method,
    /// The address: absolute and encoded.
    pub url: &'a mut String,
    /// The headers.
    pub headers: &'a mut HeaderMap,
    /// The body.
    pub body: &'a mut Body,
    /// How it is sent.
    pub settings: &'a Settings,
}

impl Outgoing<'_> {
    /// The parts of the address.
    pub fn target(&self) -> Target<'_> {
        Target::of(self.url)
    }

    /// The values of a header as one text, joined as the protocol joins them. What is no UTF-8 is latin-1: one of the two is
    /// how it was written.
    pub fn header(&self, name: &str) -> Option<String> {
        let values: Vec<_> =
            self.headers.get_all(name).iter().map(|value| text(value.as_bytes())).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// The content type; empty when there is none.
    pub fn content_type(&self) -> String {
        self.header(CONTENT_TYPE.as_str()).unwrap_or_default()
    }

    /// Whether the body consists of parts.
    pub fn is_multipart(&self) -> bool {
        self.content_type().trim_start().to_ascii_lowercase().starts_with("multipart/")
    }

    /// The body when it is urlencoded.
    pub fn form(&self) -> Option<String> {
        let urlencoded = self
            .content_type()
            .trim_start()
            .to_ascii_lowercase()
            .starts_with("application/x-www-form-urlencoded");
        let bytes = self.body.as_bytes().filter(|_| urlencoded && !self.body.is_empty())?;
        std::str::from_utf8(bytes).ok().map(str::to_owned)
    }

    /// All bytes of the body; none when it holds a stream. Files are read for it: what signs a body must read it whole.
    pub fn bytes(&self) -> Result<Option<Cow<'_, [u8]>>, BuildError> {
        self.gather(read_file)
    }

    /// All bytes of the body; none when it is not wholly in memory.
    pub fn memory(&self) -> Option<Cow<'_, [u8]>> {
        self.gather(|_| Ok(None)).unwrap_or_default()
    }

    /// All bytes, where `read` gives those that are not in memory.
    fn gather(
        &self,
        read: impl Fn(Chunk) -> Result<Option<Vec<u8>>, BuildError>,
    ) -> Result<Option<Cow<'_, [u8]>>, BuildError> {
        if let Some(bytes) = self.body.as_bytes() {
            return Ok(Some(Cow::Borrowed(bytes)));
        }
        let Some(copy) = self.body.try_clone() else { return Ok(None) };
        let mut all = Vec::new();
        for chunk in copy.into_chunks() {
            let content = match chunk {
                Chunk::Bytes(bytes) => Some(bytes.to_vec()),
                other => read(other)?,
            };
            let Some(content) = content else { return Ok(None) };
            all.extend(content);
        }
        Ok(Some(Cow::Owned(all)))
    }

    /// Sets the `Authorization` header.
    pub fn authorize(&mut self, value: &str) -> Result<(), BuildError> {
        set_secret(self, AUTHORIZATION, value)
    }

    /// Sets a header whose value is secret or derived from a secret.
    pub fn set_header(&mut self, name: &'static str, value: &str) -> Result<(), BuildError> {
        set_secret(self, HeaderName::from_static(name), value)
    }

    /// Replaces the query; without one, the `?` goes too.
    pub fn set_query(&mut self, query: Option<&str>) {
        let without = self.url.split('?').next().unwrap_or_default();
        *self.url = query.map_or_else(|| without.to_owned(), |query| format!("{without}?{query}"));
    }
}

/// The texts of a header that may stand on several lines.
pub fn texts(headers: &HeaderMap, name: HeaderName) -> Vec<String> {
    headers.get_all(name).iter().map(|value| text(value.as_bytes())).collect()
}

fn text(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes)
        .map_or_else(|_| bytes.iter().copied().map(char::from).collect(), str::to_owned)
}

#[cfg(feature = "files")]
fn read_file(chunk: Chunk) -> Result<Option<Vec<u8>>, BuildError> {
    match chunk {
        Chunk::File { path, .. } => match std::fs::read(&path) {
            Ok(content) => Ok(Some(content)),
            Err(source) => Err(BuildError::File { path, source }),
        },
        _ => Ok(None),
    }
}

#[cfg(not(feature = "files"))]
fn read_file(_: Chunk) -> Result<Option<Vec<u8>>, BuildError> {
    Ok(None)
}
