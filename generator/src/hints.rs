//! Conventions that carry meaning: what generators of collections and their authors say about types in descriptions,
//! names and sample values. Pure functions on texts; nothing here knows where a text comes from.

pub mod bracketed;
mod filler;
mod marks;
mod markup;
mod names;
mod placeholder;
pub mod plural;
pub mod samples;
pub mod secrets;

pub use filler::is_filler;
pub use marks::{VendorCode, is_required, listed_values, vendor_codes, without_marks};
pub use markup::plain_text;
pub use names::{is_constant, is_map_mark, names_a_choice, names_an_identifier};
pub use placeholder::{Placeholder, is_given, placeholder, type_word};
