//! An application that works with a task board, and a server that behaves a little differently from the examples in the
//! collection: it adds fields, leaves some null, is slow, refuses requests for a while, and lets access tokens expire.

/// The client, made from the collection by the build script.
pub mod task_board {
    include!(concat!(env!("OUT_DIR"), "/task_board/mod.rs"));
}

mod application;
pub mod server;

pub use application::{Application, Report};
