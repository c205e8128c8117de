//! What a collection becomes: one emitter for each kind of item. Each opens with what it emits.

pub mod collection;
pub mod endpoint;
pub mod environment;
pub mod example;
pub mod index;
pub mod model;
pub mod output;
pub mod page;
pub mod paging;
pub mod preset;
pub mod response_headers;
pub mod step;
