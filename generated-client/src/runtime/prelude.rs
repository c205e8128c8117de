// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What the file of an endpoint uses: `use crate::runtime::prelude::*;`.

pub use super::{
    Answer, BuildError, Date, DateTime, DecodeError, Endpoint, EventStream, File, Json, Language,
    Map, Number, Operation, Piece, RawResponse, RequestBuilder, Secret, Settings, Text, Time,
    Untyped, Uuid,
};
pub(crate) use super::{arguments, body, fields, operation, paged, text_enum, union};

// A client need not have models of each kind: so none of the macros is without use.
arguments!();
body!();
super::endpoints!();
fields!();
operation!();
paged!();
text_enum!();
union!();
