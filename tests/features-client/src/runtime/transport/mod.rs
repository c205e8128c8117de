// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Transports: what sends requests to a server. [`Transport`] is the trait; `reqwest` implements it by default.

#[cfg(feature = "reqwest")]
pub(crate) mod by_reqwest;
#[cfg(feature = "client")]
mod interface;
#[cfg(feature = "mock")]
pub mod mock;
pub(crate) mod transport_error;
#[cfg(feature = "reqwest")]
mod upload;

#[cfg(feature = "client")]
pub(crate) use interface::url;
#[cfg(feature = "client")]
pub use interface::{Incoming, MaybeSend, Pending, Request, Response, Transport};
