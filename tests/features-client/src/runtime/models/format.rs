// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Texts of a known format. Each keeps the text that the server wrote, also one that is not of its format.

use super::super::{BuildError, Param, Sink};
use super::{Cursor, Misfit, Node, Slot, read_model};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

macro_rules! formats {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text, as a `String`.
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $name(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                $name(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Param for $name {
            fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
                sink.text(&self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read_model(deserializer)
            }
        }

        impl Slot for $name {
            fn blank() -> Self {
                $name::default()
            }

            fn is_absent(json: &mut Cursor<'_>) -> bool {
                json.null()
            }

            fn read(&mut self, json: &mut Cursor<'_>) -> Result<(), Misfit> {
                self.0.read(json)
            }

            fn node(&self) -> Node<'_> {
                Node::Text(&self.0)
            }
        }
    )*};
}

formats! {
    /// A point in time, such as `2024-05-01T12:00:00Z`.
    DateTime;
    /// A date, such as `2024-05-01`.
    Date;
    /// A time of day, such as `12:00:00`.
    Time;
    /// A UUID, such as `0a3e8f1c-5d7b-4c55-9d0e-0f6f7ad5a1f2`.
    Uuid;
}
