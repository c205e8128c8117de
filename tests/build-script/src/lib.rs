//! A crate whose build script generates a client. It tests what `generator` promises for this case.

/// Clients of other services.
pub mod api {
    /// A client of Zoom.
    pub mod zoom {
        include!(concat!(env!("OUT_DIR"), "/zoom/mod.rs"));
    }
}
