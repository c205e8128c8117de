//! JSON models: what the emitted structs, enums and unions are made of.
//!
//! They tolerate what examples cannot prove. An unknown key is ignored, `null` counts as absent, a number reads as a text
//! where a text is expected and the other way round, an unknown value of an enum is kept. What still does not fit is an
//! error that names its place in the document.
//!
//! A model is a [`Slot`]: it reads itself from a [`Cursor`] over JSON text and shows itself as a [`Node`]. Neither is generic,
//! so that a crate with hundreds of models compiles quickly; `Serialize` and `Deserialize` of each lead here.

mod convert;
mod cursor;
mod fields;
mod format;
mod list;
mod map;
mod misfit;
mod number;
mod scalar;
mod serde_door;
mod slot;
mod text_enum;
mod union;

pub use cursor::{Cursor, JsonKind, Scalar};
pub use fields::show_members;
pub use format::{Date, DateTime, Time, Uuid};
pub use map::Map;
pub use misfit::Misfit;
pub use number::{NotANumber, Number};
pub use serde_door::{from_json, read_model, write_model};
pub use slot::{Items, Node, Slot};
pub use text_enum::{TextEnum, read_text_enum};
pub use union::{Union, fit, read_union};

pub(crate) use fields::{body, fields};
pub(crate) use text_enum::text_enum;
pub(crate) use union::union;
