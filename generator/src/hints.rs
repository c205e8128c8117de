//! Conventions that carry meaning: what generators of collections and their authors say about types in descriptions,
//! names and sample values. Pure functions on texts; nothing here knows where a text comes from.

pub mod bracketed;
mod choices;
mod codes;
mod filler;
mod marks;
mod markup;
mod names;
mod placeholder;
pub mod plural;
pub mod samples;
pub mod secrets;

pub use choices::{is_flag, quoted_alternatives, repeats_name, worded_values};
pub use codes::are_codes;
pub use filler::is_filler;
pub use marks::{VendorCode, is_required, listed_values, vendor_codes, without_marks};
pub use markup::plain_text;
pub use names::{
    are_made_up, is_constant, is_map_mark, letters, names_a_choice, names_a_quantity,
    names_an_identifier,
};
pub use placeholder::{Placeholder, is_given, placeholder, type_word};
