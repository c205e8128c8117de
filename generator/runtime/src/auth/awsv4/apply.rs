//! Signing a request in place.

use super::super::super::BuildError;
use super::super::authenticate::Authenticate;
use super::super::outgoing::Outgoing;
use super::{AwsV4, Message, Payload};

/// Content types that stand for a body's kind alone.
const PLAIN_TYPES: [&str; 6] =
    ["application/javascript", "application/json", "application/x-www-form-urlencoded", "application/xml", "text/html", "text/plain"];

/// Whether a header takes part in the signature. Postman adds the content type of a body's kind after it has signed, so such
/// a type stays out; AWS demands no more than the host and its own headers.
fn signable(name: &str, value: &str) -> bool {
    name != "content-type" || !PLAIN_TYPES.contains(&value) && !value.starts_with("multipart/form-data")
}

impl Authenticate for AwsV4 {
    fn apply(&self, settings: &[(&str, &str)], outgoing: &mut Outgoing<'_>) -> Result<(), BuildError> {
        let body = outgoing.bytes()?;
        let payload = match &body {
            None => Payload::Stream,
            Some(bytes) if bytes.is_empty() => Payload::None,
            Some(bytes) => Payload::Bytes(bytes),
        };
        let names = outgoing.headers.keys().map(http::HeaderName::as_str);
        let headers = names.filter_map(|name| Some((name.to_owned(), outgoing.header(name)?)));
        let headers: Vec<_> = headers.filter(|(name, value)| signable(name, value)).collect();
        let message = Message { method: outgoing.method.as_str(), target: outgoing.target(), headers: &headers, payload };
        let Some(signed) = self.sign(settings, &message)? else { return Ok(()) };
        for name in ["authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"] {
            outgoing.headers.remove(name);
        }
        outgoing.set_query(signed.query.as_deref());
        signed.headers.iter().try_for_each(|(name, value)| outgoing.set_header(name, value))
    }
}
