//! JSON models: what the emitted structs, enums and unions are made of.
//!
//! They tolerate what examples cannot prove. An unknown key is ignored, `null` counts as absent, a number reads as a text
//! where a text is expected and the other way round, an unknown value of an enum is kept. What still does not fit is an
//! error that names its place in the document.

mod fields;
mod format;
mod map;
mod number;
mod place;
mod scalar;
mod slot;
mod text_enum;
mod union;

pub use fields::{Fields, Key, read_fields, read_slot, write_fields};
pub use format::{Date, DateTime, Time, Uuid};
pub use map::Map;
pub use number::Number;
pub use place::from_json;
pub use slot::{Slot, Tolerant};
pub use text_enum::{TextEnum, read_text_enum};
pub use union::{JsonKind, Union, fit, read_union};

pub(crate) use fields::fields;
pub(crate) use text_enum::text_enum;
pub(crate) use union::union;
