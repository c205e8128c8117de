//! The authentication schemes against published vectors, and against what Postman's runtime was seen to send.


mod parts;
#[cfg(feature = "oauth1")]
mod oauth1;
#[cfg(feature = "hawk")]
mod hawk;
#[cfg(feature = "edgegrid")]
mod edgegrid;
#[cfg(feature = "awsv4")]
mod awsv4;
#[cfg(feature = "digest")]
mod digest;
