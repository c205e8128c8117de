// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Signing a request in place.

use super::super::super::BuildError;
use super::super::authenticate::Authenticate;
use super::super::outgoing::Outgoing;
use super::{AwsV4, Message, Payload};

impl Authenticate for AwsV4 {
    fn apply(
        &self,
        settings: &[(&str, &str)],
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), BuildError> {
        let body = outgoing.bytes()?;
        let payload = match &body {
            None => Payload::Stream,
            Some(bytes) if bytes.is_empty() => Payload::None,
            Some(bytes) => Payload::Bytes(bytes),
        };
        // Postman adds most content types after it has signed; AWS demands no more than the host and its own headers.
        let signed = |name: &&str| *name != "content-type" || outgoing.settings.signed_type;
        let names = outgoing.headers.keys().map(http::HeaderName::as_str).filter(signed);
        let headers: Vec<_> =
            names.filter_map(|name| Some((name.to_owned(), outgoing.header(name)?))).collect();
        let message = Message {
            method: outgoing.method.as_str(),
            target: outgoing.target(),
            headers: &headers,
            payload,
        };
        let signed = self.sign(settings, &message)?;
        for name in ["authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"]
        {
            outgoing.headers.remove(name);
        }
        outgoing.set_query(signed.query.as_deref());
        signed.headers.iter().try_for_each(|(name, value)| outgoing.set_header(name, value))
    }
}
