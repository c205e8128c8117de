//! A crate whose build script makes a client: what `generator` promises for that is tested here.

/// APIs of others.
pub mod api {
    /// A client of Zoom.
    pub mod zoom {
        include!(concat!(env!("OUT_DIR"), "/zoom/mod.rs"));
    }
}
