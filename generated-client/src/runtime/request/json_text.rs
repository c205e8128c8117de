// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! JSON inside a string.

/// JSON inside a string: in a form field, a query value or a part of a multipart body. It is
/// written without white space.
#[derive(Debug, Clone, PartialEq)]
pub struct Json<T>(Content<T>);

#[derive(Debug, Clone, PartialEq)]
enum Content<T> {
    Value(T),
    Raw(String),
}

impl<T> Json<T> {
    /// Wraps a value, which is sent as JSON.
    pub fn new(value: T) -> Self {
        Json(Content::Value(value))
    }

    /// Wraps text that is sent unchanged instead of a typed value, like a
    /// [`Raw`](super::super::Raw).
    pub fn raw(text: impl Into<String>) -> Self {
        Json(Content::Raw(text.into()))
    }

    /// Returns the value, unless this is raw text.
    pub fn value(&self) -> Option<&T> {
        match &self.0 {
            Content::Value(value) => Some(value),
            Content::Raw(_) => None,
        }
    }

    /// Returns the raw text, or an empty string for a typed value.
    pub fn raw_text(&self) -> &str {
        match &self.0 {
            Content::Value(_) => "",
            Content::Raw(text) => text,
        }
    }
}

impl<T> From<T> for Json<T> {
    fn from(value: T) -> Self {
        Json::new(value)
    }
}
