// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The request as the schemes see it: what they read, and what they change.

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

    /// Returns the values of a header as one string, joined with `, `. Bytes that are not UTF-8 are
    /// read as Latin-1.
    pub fn header(&self, name: &str) -> Option<String> {
        let values: Vec<_> =
            self.headers.get_all(name).iter().map(|value| text(value.as_bytes())).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// Returns the content type, or an empty string.
    pub fn content_type(&self) -> String {
        self.header(CONTENT_TYPE.as_str()).unwrap_or_default()
    }

    /// Whether the body is multipart.
    pub fn is_multipart(&self) -> bool {
        self.content_type().trim_start().to_ascii_lowercase().starts_with("multipart/")
    }

    /// Returns the body if it is urlencoded.
    pub fn form(&self) -> Option<String> {
        let urlencoded = self
            .content_type()
            .trim_start()
            .to_ascii_lowercase()
            .starts_with("application/x-www-form-urlencoded");
        let bytes = self.body.as_bytes().filter(|_| urlencoded && !self.body.is_empty())?;
        std::str::from_utf8(bytes).ok().map(str::to_owned)
    }

    /// Returns all bytes of the body, or `None` if it contains a stream. Files are read completely.
    pub fn bytes(&self) -> Result<Option<Cow<'_, [u8]>>, BuildError> {
        self.gather(read_file)
    }

    /// Returns all bytes of the body, or `None` unless all of it is in memory.
    pub fn memory(&self) -> Option<Cow<'_, [u8]>> {
        self.gather(|_| Ok(None)).unwrap_or_default()
    }

    /// Collects all bytes; `read` supplies those that are not in memory.
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

    /// Replaces the query. `None` also removes the `?`.
    pub fn set_query(&mut self, query: Option<&str>) {
        let without = self.url.split('?').next().unwrap_or_default();
        *self.url = query.map_or_else(|| without.to_owned(), |query| format!("{without}?{query}"));
    }
}

/// Returns the values of a header that may be repeated.
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
