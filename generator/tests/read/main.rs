//! The first room: what it understands, what it refuses, and that it loses nothing.

mod corpus;
mod errors;
mod forms;
mod oddities;
mod support;
