//! temporary
pub mod encoding;
#[cfg(any(feature = "oauth1", feature = "digest", feature = "hawk", feature = "awsv4", feature = "asap", feature = "edgegrid", feature = "ntlm"))]
pub mod fresh;
#[cfg(any(feature = "oauth1", feature = "hawk", feature = "awsv4", feature = "edgegrid", feature = "ntlm"))]
pub mod mac;
pub mod parameters;
pub mod problem;
pub mod target;
#[cfg(feature = "oauth1")]
pub mod oauth1;
#[cfg(feature = "hawk")]
pub mod hawk;
#[cfg(feature = "edgegrid")]
pub mod edgegrid;
#[cfg(feature = "awsv4")]
pub mod awsv4;
#[cfg(feature = "digest")]
pub mod digest;
