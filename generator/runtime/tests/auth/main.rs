//! Authentication schemes against published test vectors and recordings of Postman's runtime.

#[cfg(feature = "awsv4")]
mod awsv4;
#[cfg(all(feature = "reqwest", feature = "digest", feature = "ntlm", feature = "oauth2"))]
mod conversation;
mod credential;
#[cfg(feature = "digest")]
mod digest;
#[cfg(feature = "edgegrid")]
mod edgegrid;
#[cfg(feature = "hawk")]
mod hawk;
#[cfg(all(feature = "asap", feature = "jwt"))]
mod jose;
#[cfg(feature = "ntlm")]
mod ntlm;
#[cfg(feature = "oauth1")]
mod oauth1;
#[cfg(feature = "oauth2")]
mod oauth2;
mod parts;
