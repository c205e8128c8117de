// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What can be said for a client, for some of its calls, or for one call.

use super::super::request::encode;
use super::super::{BuildError, Parts, Retries, header_value};
use http::header::HeaderName;
use std::fmt;
use std::time::Duration;

/// How requests are sent. What is not set is as it was before: see [`Client::with`](super::super::Client::with).
///
/// ```text
/// let patient = CallOptions::new().timeout(Duration::from_secs(120)).retries(Retries::new(5));
/// let report = MakeReport::new().send(&client.with(patient)).await?;
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct CallOptions {
    pub(crate) base_url: Option<String>,
    headers: Vec<(String, String)>,
    query: Vec<(String, String)>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) idle_timeout: Option<Option<Duration>>,
    pub(crate) retries: Option<Retries>,
    pub(crate) redirects: Option<u32>,
}

impl CallOptions {
    /// Nothing is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Where requests go, in place of the server that they belong to. A `/` at its end is dropped: paths start with one.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(without_slash(url.into()));
        self
    }

    /// A further header. It replaces one of that name that the request has by itself; credentials come after it.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// A further query parameter, after those of the request.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// How long a call may take in all, with everything that is sent for it, and with the pauses in between.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How long each attempt at a call may take, up to the end of its response (of a stream or a download, up to its
    /// headers). One that takes longer is retried like one without a response. The default is no limit but that of the
    /// whole call.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// How long a stream may be silent before it ends with an error; `None` for ever. The default is a minute.
    pub fn idle_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.idle_timeout = Some(timeout.into());
        self
    }

    /// How often, and after which pauses, a request that failed is sent again.
    pub fn retries(mut self, retries: Retries) -> Self {
        self.retries = Some(retries);
        self
    }

    /// How many redirects are followed at most; 0 turns them off.
    pub fn redirects(mut self, max: u32) -> Self {
        self.redirects = Some(max);
        self
    }

    /// These options, and where they say nothing, those of `other`. Headers and query parameters are added to the other ones.
    pub fn over(self, other: &CallOptions) -> Self {
        let joined = |first: &[(String, String)], then| [first.to_vec(), then].concat();
        CallOptions {
            base_url: self.base_url.or_else(|| other.base_url.clone()),
            headers: joined(&other.headers, self.headers),
            query: joined(&other.query, self.query),
            timeout: self.timeout.or(other.timeout),
            attempt_timeout: self.attempt_timeout.or(other.attempt_timeout),
            idle_timeout: self.idle_timeout.or(other.idle_timeout),
            retries: self.retries.or(other.retries),
            redirects: self.redirects.or(other.redirects),
        }
    }

    pub(crate) fn add_query(&self, target: &mut String) {
        for (name, value) in &self.query {
            target.push(if target.contains('?') { '&' } else { '?' });
            target.push_str(&encode::query_key(name));
            target.push('=');
            target.push_str(&encode::query_safe(value));
        }
    }

    pub(crate) fn set_headers(&self, parts: &mut Parts) -> Result<(), BuildError> {
        for (name, value) in &self.headers {
            let refused = |_| BuildError::Option { name: name.clone() };
            let parsed = HeaderName::from_bytes(name.as_bytes()).map_err(refused)?;
            let mut value = header_value(name, value)?;
            value.set_sensitive(true);
            parts.headers.insert(parsed, value);
        }
        Ok(())
    }
}

pub(crate) fn without_slash(mut url: String) -> String {
    if url.ends_with('/') {
        url.pop();
    }
    url
}

/// Shows the names of headers and query parameters: their values may be secret.
impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |pairs: &[(String, String)]| {
            pairs.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>()
        };
        let mut out = f.debug_struct("CallOptions");
        out.field("headers", &names(&self.headers))
            .field("query", &names(&self.query))
            .field("timeout", &self.timeout);
        out.field("retries", &self.retries)
            .field("redirects", &self.redirects)
            .finish_non_exhaustive()
    }
}
