// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Which redirects are followed, and what may travel along.

use super::super::Settings;
use http::header::{self, HeaderMap, HeaderName};
use http::{Method, StatusCode};

/// How many redirects are followed when nobody says otherwise.
pub const DEFAULT_REDIRECTS: u32 = 10;

/// Where a request goes: to its own address, or on from there.
#[derive(Debug, Clone)]
pub struct Hop {
    /// The method.
    pub method: Method,
    /// The address; `None` for the endpoint's own.
    pub url: Option<String>,
    /// Whether the body still goes along.
    pub payload: Payload,
    /// Whether the host is still one that may see credentials.
    pub trust: Trust,
    /// How many redirects led here.
    pub count: u32,
}

/// Whether the body still goes along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payload {
    /// It does.
    Sent,
    /// The method has become `GET`.
    Dropped,
}

/// Whether a host may see credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// It is the one that the client was told to call.
    Own,
    /// A redirect led there.
    Foreign,
}

/// A `GET` at the endpoint's own address.
impl Default for Hop {
    fn default() -> Self {
        Hop::first(Method::GET)
    }
}

impl Hop {
    /// The endpoint's own address.
    pub fn first(method: Method) -> Self {
        Hop { method, url: None, payload: Payload::Sent, trust: Trust::Own, count: 0 }
    }

    /// The hop after this one, when the answer is a redirect that is followed. `from` is the address that answered, `to`
    /// the one it names.
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

    /// Whether credentials may go along from here: from the address of this hop to another one.
    pub fn trust_in(&self, (from, to): (&Origin, &Origin)) -> Trust {
        if self.trust == Trust::Own && to.may_follow(from) { Trust::Own } else { Trust::Foreign }
    }
}

/// How many redirects are followed for an endpoint. `client` is the limit of the client.
pub fn limit(settings: &Settings, client: u32) -> u32 {
    match settings.follow_redirects {
        Some(false) => 0,
        // The client's limit of zero turns redirects off for all.
        _ if client == 0 => 0,
        _ => settings.max_redirects.unwrap_or(client),
    }
}

/// Whether a status says that the answer is elsewhere.
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
    /// Whether credentials for `other` may go to this one: it is the same, or the same host by TLS in place of plain text.
    fn may_follow(&self, other: &Origin) -> bool {
        let upgraded = (other.scheme.as_str(), other.port) == ("http", Some(80))
            && (self.scheme.as_str(), self.port) == ("https", Some(443));
        self == other || (self.host == other.host && upgraded)
    }
}

/// The headers that a foreign host may see. Every other one may be a credential, whatever its name.
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

/// Takes out what a foreign host must not see.
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

/// Takes out what describes a body that does not go along.
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
