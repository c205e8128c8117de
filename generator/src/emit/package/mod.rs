//! The rest of a package: manifest, README, tests of saved responses, `replay`.

pub mod features;
pub mod first;
pub mod guide;
pub mod manifest;
pub mod module;
pub mod readme;
pub mod replay;
pub mod saved;
