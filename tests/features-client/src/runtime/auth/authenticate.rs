// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What every scheme that is more than a token in its place has in common.

use std::fmt::Debug;

use bytes::Bytes;
use http::{HeaderMap, Request, Response};

use super::super::BuildError;
use super::Outgoing;

/// A scheme of authentication. The crate's own schemes implement it, and so can yours: see
/// [`Credential::custom`](super::Credential::custom).
pub trait Authenticate: Debug + Send + Sync {
    /// Adds the credentials to a request. `settings` are what the collection fixes about the scheme, in Postman's words.
    fn apply(
        &self,
        settings: &[(&str, &str)],
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), BuildError>;

    /// Answers a server's challenge (the headers of its 401). `outgoing` is the request without credentials, but for the
    /// `Authorization` header that was refused, if there was one. `false`: there is no answer.
    fn answer(
        &self,
        settings: &[(&str, &str)],
        challenge: &HeaderMap,
        outgoing: &mut Outgoing<'_>,
    ) -> Result<bool, BuildError> {
        let _ = (settings, challenge, outgoing);
        Ok(false)
    }

    /// A request that must be sent before this one, such as that for a token.
    fn pending(&self, settings: &[(&str, &str)]) -> Result<Option<Request<Bytes>>, BuildError> {
        let _ = settings;
        Ok(None)
    }

    /// Takes the answer to the request that was pending.
    fn granted(
        &self,
        settings: &[(&str, &str)],
        response: &Response<Bytes>,
    ) -> Result<(), BuildError> {
        let _ = (settings, response);
        Ok(())
    }
}
