// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Hooks: code that runs with each request.

use super::super::transport::Pending;
use super::super::{Operation, Outgoing};
use http::{HeaderMap, StatusCode};
use std::error::Error;
use std::future::ready;

/// Sees every request before it is sent and every answer when its headers are there; those of redirects, challenges and
/// retries too. Here is the place of a token that another task fetches:
///
/// ```text
/// impl Hook for Tokens {
///     fn before<'a>(&'a self, _: &'static Operation, mut outgoing: Outgoing<'a>) -> Pending<'a, Result<(), HookError>> {
///         Box::pin(async move {
///             let token = self.current().await?;
///             Ok(outgoing.authorize(&format!("Bearer {token}"))?)
///         })
///     }
/// }
/// ```
pub trait Hook: Send + Sync {
    /// Called before a request is sent, which it may change. An error ends the call. What a hook
    /// adds is not sent to another host that a redirect leads to.
    fn before<'a>(
        &'a self,
        operation: &'static Operation,
        outgoing: Outgoing<'a>,
    ) -> Pending<'a, Result<(), HookError>> {
        let _ = (operation, outgoing);
        Box::pin(ready(Ok(())))
    }

    /// Called when the headers of a response have arrived.
    fn after<'a>(
        &'a self,
        operation: &'static Operation,
        status: StatusCode,
        headers: &'a HeaderMap,
    ) -> Pending<'a, ()> {
        let _ = (operation, status, headers);
        Box::pin(ready(()))
    }
}

/// Why a hook does not let a request be sent.
pub type HookError = Box<dyn Error + Send + Sync>;

/// The hooks of a client.
pub(crate) type Hooks = Vec<Box<dyn Hook>>;
