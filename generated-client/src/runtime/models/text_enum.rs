// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Enums of texts that keep values they do not know.

use super::{Cursor, Misfit, Slot};

/// An enum of texts; `text_enum!` implements it.
pub trait TextEnum: Sized {
    /// The text.
    fn text(&self) -> &str;
    /// The value of a text; an unknown one is kept.
    fn of_text(text: &str) -> Self;
}

/// Takes a text of an enum.
pub fn read_text_enum<T: TextEnum>(place: &mut T, json: &mut Cursor<'_>) -> Result<(), Misfit> {
    let mut text = String::new();
    text.read(json)?;
    *place = T::of_text(&text);
    Ok(())
}

/// Implements all that an enum of texts needs, for an enum whose last variant is `Other(String)`:
/// `text_enum!(Action { Create = "create", AutoCreate = "autoCreate" });`
macro_rules! text_enum {
    () => {};
    ($name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        impl $name {
            /// The text of the value.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Other(text) => text,
                }
            }
        }
        impl crate::runtime::TextEnum for $name {
            fn text(&self) -> &str {
                self.as_str()
            }
            fn of_text(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    other => Self::Other(other.to_owned()),
                }
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                crate::runtime::TextEnum::of_text(text)
            }
        }
        impl From<String> for $name {
            fn from(text: String) -> Self {
                crate::runtime::TextEnum::of_text(&text)
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
        impl crate::runtime::Param for $name {
            fn write(&self, sink: &mut dyn crate::runtime::Sink) -> Result<(), crate::runtime::BuildError> {
                sink.text(self.as_str())
            }
        }
        impl crate::runtime::Restore for $name {
            fn restore(values: &[crate::runtime::SavedValue]) -> Result<Self, String> {
                crate::runtime::single_text(values).map(crate::runtime::TextEnum::of_text)
            }
        }
        impl crate::runtime::Slot for $name {
            fn blank() -> Self {
                Self::Other(String::new())
            }
            fn is_absent(json: &mut crate::runtime::Cursor<'_>) -> bool {
                json.null()
            }
            fn read(&mut self, json: &mut crate::runtime::Cursor<'_>) -> Result<(), crate::runtime::Misfit> {
                crate::runtime::read_text_enum(self, json)
            }
            fn node(&self) -> crate::runtime::Node<'_> {
                crate::runtime::Node::Text(self.as_str())
            }
        }
        impl crate::runtime::Serialize for $name {
            fn serialize<S: crate::runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
        impl<'de> crate::runtime::Deserialize<'de> for $name {
            fn deserialize<D: crate::runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::runtime::read_model(deserializer)
            }
        }
    };
}
pub(crate) use text_enum;
