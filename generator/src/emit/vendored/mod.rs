//! The runtime's own files, copied into every client with its features settled.

pub mod cfg;
pub mod files;
