// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The trait that all schemes implement which do more than send a fixed token.

use std::fmt::Debug;

use bytes::Bytes;
use http::{HeaderMap, Request, Response};

use super::super::BuildError;
use super::Outgoing;

/// A scheme of authentication. The crate's own schemes implement it, and so can yours: see
/// [`Credential::custom`](super::Credential::custom).
pub trait Authenticate: Debug + Send + Sync {
    /// Adds the credentials to a request. `settings` are the scheme's fixed settings from the
    /// collection, under Postman's names.
    fn apply(
        &self,
        settings: &[(&str, &str)],
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), BuildError>;

    /// Responds to a challenge (the headers of a 401 response) by changing `outgoing`, the request
    /// without credentials except for a refused `Authorization` header. Returns `false` if the
    /// scheme has no response to the challenge.
    fn answer(
        &self,
        settings: &[(&str, &str)],
        challenge: &HeaderMap,
        outgoing: &mut Outgoing<'_>,
    ) -> Result<bool, BuildError> {
        let _ = (settings, challenge, outgoing);
        Ok(false)
    }

    /// Returns a request that must be sent before this one, such as a token request.
    fn pending(&self, settings: &[(&str, &str)]) -> Result<Option<Request<Bytes>>, BuildError> {
        let _ = settings;
        Ok(None)
    }

    /// Reads the response to the pending request.
    fn granted(
        &self,
        settings: &[(&str, &str)],
        response: &Response<Bytes>,
    ) -> Result<(), BuildError> {
        let _ = (settings, response);
        Ok(())
    }
}
