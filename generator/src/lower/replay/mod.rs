//! The data of `replay`, of the mock server and of the tests of saved responses.

mod data;
mod saved;

pub use data::{data, secrets};
pub use saved::data as saved_responses;
