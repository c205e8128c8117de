// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! JSON that travels as a text.

/// JSON inside a text: a form field, a query value, a part of a multipart body. It is written without blanks.
#[derive(Debug, Clone, PartialEq)]
pub struct Json<T>(Content<T>);

#[derive(Debug, Clone, PartialEq)]
enum Content<T> {
    Value(T),
    Raw(String),
}

impl<T> Json<T> {
    /// A value, written as JSON.
    pub fn new(value: T) -> Self {
        Json(Content::Value(value))
    }

    /// A text that is sent as it is, like a [`Raw`](super::super::Raw), in place of a typed value.
    pub fn raw(text: impl Into<String>) -> Self {
        Json(Content::Raw(text.into()))
    }

    /// The value, unless this is a raw text.
    pub fn value(&self) -> Option<&T> {
        match &self.0 {
            Content::Value(value) => Some(value),
            Content::Raw(_) => None,
        }
    }

    /// The raw text; empty for a typed value.
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
