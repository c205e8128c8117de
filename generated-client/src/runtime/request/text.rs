// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! String arguments: data, or text with a meaning of its own.

use std::borrow::Cow;
use std::fmt;

/// A string argument. It is data, escaped for its context, unless it was made from a [`Raw`] or is
/// [`Text::bare`].
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text {
    value: Cow<'static, str>,
    kind: TextKind,
}

/// How a [`Text`] is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextKind {
    /// Escaped for its context.
    Escaped,
    /// Written like Postman writes it.
    Raw,
    /// As a query key without `=`.
    Bare,
}

impl Text {
    /// A query key without `=`. Elsewhere, an empty string.
    pub const fn bare() -> Self {
        Text { value: Cow::Borrowed(""), kind: TextKind::Bare }
    }

    /// Returns the text, before escaping.
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// Returns how it is written.
    pub fn kind(&self) -> TextKind {
        self.kind
    }
}

impl Default for Text {
    fn default() -> Self {
        Text { value: Cow::Borrowed(""), kind: TextKind::Escaped }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TextKind::Escaped => fmt::Debug::fmt(&self.value, f),
            TextKind::Raw => f.debug_tuple("Raw").field(&self.value).finish(),
            TextKind::Bare => f.write_str("Bare"),
        }
    }
}

/// A text that is sent with Postman's own, lenient escaping: `/ ? # % & + =` keep their meaning.
///
/// For the rare places that hold more than one value, such as a whole file path in one path argument. Never make one from
/// text of unknown origin: it can change the structure of the request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Raw(String);

impl Raw {
    /// Wraps text that is sent unchanged.
    pub fn new(text: impl Into<String>) -> Self {
        Raw(text.into())
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Raw> for Text {
    fn from(raw: Raw) -> Self {
        Text { value: Cow::Owned(raw.0), kind: TextKind::Raw }
    }
}

impl From<Cow<'static, str>> for Text {
    fn from(value: Cow<'static, str>) -> Self {
        Text { value, kind: TextKind::Escaped }
    }
}

impl From<String> for Text {
    fn from(value: String) -> Self {
        Cow::<'static, str>::Owned(value).into()
    }
}

impl From<&str> for Text {
    fn from(value: &str) -> Self {
        value.to_owned().into()
    }
}

impl From<&String> for Text {
    fn from(value: &String) -> Self {
        value.clone().into()
    }
}

impl From<char> for Text {
    fn from(value: char) -> Self {
        value.to_string().into()
    }
}

macro_rules! from_display {
    ($($type:ty)*) => {$(
        impl From<$type> for Text {
            fn from(value: $type) -> Self {
                value.to_string().into()
            }
        }
    )*};
}

from_display!(bool i32 u32 i64 u64 f64 usize);

/// A string that `Debug` never shows: a token, password or key.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Secret(Text);

impl Secret {
    /// Wraps a secret.
    pub fn new(text: impl Into<String>) -> Self {
        Secret(Text::from(text.into()))
    }

    /// Returns the secret itself. Do not log it.
    pub fn expose(&self) -> &str {
        self.0.as_str()
    }

    /// Returns it as an argument, which is data or raw.
    pub fn as_text(&self) -> &Text {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Secret(text.into())
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Secret(text.into())
    }
}

impl From<&String> for Secret {
    fn from(text: &String) -> Self {
        Secret(text.as_str().into())
    }
}

impl From<Raw> for Secret {
    fn from(text: Raw) -> Self {
        Secret(text.into())
    }
}

impl From<Text> for Secret {
    fn from(text: Text) -> Self {
        Secret(text)
    }
}

impl serde_core::Serialize for Secret {
    fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose())
    }
}

impl<'de> serde_core::Deserialize<'de> for Secret {
    fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::super::read_model(deserializer)
    }
}
