// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Which redirects are followed, and what is sent to their targets.

use super::super::Settings;
use http::header::{self, HeaderMap, HeaderName};
use http::{Method, StatusCode};

/// The default limit of redirects.
pub const DEFAULT_REDIRECTS: u32 = 10;

/// A step of a chain of redirects.
#[derive(Debug, Clone)]
pub struct Hop {
    /// The method.
    pub method: Method,
    /// The address. `None` for the endpoint's own.
    pub url: Option<String>,
    /// Whether the body is still sent.
    pub payload: Payload,
    /// Whether the host may receive credentials.
    pub trust: Trust,
    /// The number of redirects so far.
    pub count: u32,
}

/// Whether the body is still sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payload {
    /// The body is sent.
    Sent,
    /// The method has become `GET`, so there is no body.
    Dropped,
}

/// Whether a host may receive credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// The host that the client was told to call.
    Own,
    /// A host that a redirect led to.
    Foreign,
}

/// A `GET` request to the endpoint's own address.
impl Default for Hop {
    fn default() -> Self {
        Hop::first(Method::GET)
    }
}

impl Hop {
    /// Creates the hop to the endpoint's own address.
    pub fn first(method: Method) -> Self {
        Hop { method, url: None, payload: Payload::Sent, trust: Trust::Own, count: 0 }
    }

    /// Returns the next hop if the response is a redirect to follow. `from` is the address that
    /// responded, `to` the one that it names.
    pub fn next(
        &self,
        settings: &Settings,
        status: StatusCode,
        origins: (&Origin, &Origin),
        to: String,
    ) -> Hop {
        let becomes_get = matches!(status.as_u16(), 301..=303)
            && !settings.keep_method
            && self.method != Method::GET
            && self.method != Method::HEAD;
        Hop {
            method: if becomes_get { Method::GET } else { self.method.clone() },
            url: Some(to),
            payload: if becomes_get { Payload::Dropped } else { self.payload },
            trust: self.trust_in(origins),
            count: self.count + 1,
        }
    }

    /// Whether credentials may be sent from this hop's address to another one.
    pub fn trust_in(&self, (from, to): (&Origin, &Origin)) -> Trust {
        if self.trust == Trust::Own && to.may_follow(from) { Trust::Own } else { Trust::Foreign }
    }
}

/// Returns the limit of redirects for an endpoint. `client` is the client's limit.
pub fn limit(settings: &Settings, client: u32) -> u32 {
    match settings.follow_redirects {
        Some(false) => 0,
        // A client limit of zero turns off redirects for all endpoints.
        _ if client == 0 => 0,
        _ => settings.max_redirects.unwrap_or(client),
    }
}

/// Whether a status code is a redirect.
pub fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// Scheme, host and port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The scheme.
    pub scheme: String,
    /// The host.
    pub host: String,
    /// The port.
    pub port: Option<u16>,
}

impl Origin {
    /// Whether credentials for `other` may be sent to this origin: it is the same, or the same host
    /// with TLS instead of plain text.
    fn may_follow(&self, other: &Origin) -> bool {
        let upgraded = (other.scheme.as_str(), other.port) == ("http", Some(80))
            && (self.scheme.as_str(), self.port) == ("https", Some(443));
        self == other || (self.host == other.host && upgraded)
    }
}

/// The headers that a foreign host may receive. Any other header may be a credential.
const HARMLESS: [HeaderName; 11] = [
    header::ACCEPT,
    header::ACCEPT_CHARSET,
    header::ACCEPT_ENCODING,
    header::ACCEPT_LANGUAGE,
    header::CONTENT_ENCODING,
    header::CONTENT_LANGUAGE,
    header::CONTENT_LENGTH,
    header::CONTENT_TYPE,
    header::IF_RANGE,
    header::RANGE,
    header::USER_AGENT,
];

/// Removes everything that a foreign host must not receive.
pub fn strip(headers: &mut HeaderMap, settings: &Settings) {
    let foreign = |name: &HeaderName| {
        let kept = *name == header::AUTHORIZATION && settings.keep_authorization;
        !kept && !HARMLESS.contains(name)
    };
    let names: Vec<HeaderName> = headers.keys().filter(|name| foreign(name)).cloned().collect();
    for name in names {
        headers.remove(name);
    }
}

/// Removes the headers that describe a body which is not sent.
pub fn strip_payload(headers: &mut HeaderMap) {
    let described = [
        header::CONTENT_TYPE,
        header::CONTENT_LENGTH,
        header::CONTENT_ENCODING,
        header::CONTENT_LANGUAGE,
        header::TRANSFER_ENCODING,
    ];
    for name in described {
        headers.remove(name);
    }
}
