// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! When and after which pause a request is sent again.

use super::super::{Reason, clock};
use http::{HeaderMap, Method, StatusCode};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::{Duration, SystemTime};

/// How often, and after which pauses, a request is sent again: when there was no answer, or one of the statuses 408, 429, 502,
/// 503 and 504. Pauses double from one to the next, with some chance in them, unless the server says how long to wait. A
/// body that is a stream is sent once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub struct Retries {
    max: u32,
    first: Duration,
    longest: Duration,
    methods: Methods,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Methods {
    Idempotent,
    All,
}

impl Retries {
    /// Allows at most `max` retries, for idempotent methods (`GET`, `HEAD`, `OPTIONS`, `TRACE`,
    /// `PUT`, `DELETE`).
    pub const fn new(max: u32) -> Self {
        Retries {
            max,
            first: Duration::from_millis(500),
            longest: Duration::from_secs(30),
            methods: Methods::Idempotent,
        }
    }

    /// Disables retries.
    pub const fn none() -> Self {
        Retries::new(0)
    }

    /// Sets the first and the longest pause. If a server asks for a longer pause, its response is
    /// returned at once.
    pub const fn pauses(self, first: Duration, longest: Duration) -> Self {
        Retries { first, longest, ..self }
    }

    /// Also retries methods that are not idempotent, although the server may already have acted on
    /// the request.
    pub const fn all_methods(self) -> Self {
        Retries { methods: Methods::All, ..self }
    }

    /// Returns the pause before the next retry, after `already` retries, or `None` if the request
    /// is not retried.
    pub fn pause(
        &self,
        method: &Method,
        already: u32,
        asked: Option<Duration>,
    ) -> Option<Duration> {
        let repeatable = self.methods == Methods::All || method.is_idempotent();
        if already >= self.max || !repeatable {
            return None;
        }
        let doubled = self.first.saturating_mul(2u32.saturating_pow(already)).min(self.longest);
        let pause = asked.unwrap_or_else(|| doubled.mul_f64(0.5 + chance() / 2.0));
        (pause <= self.longest).then_some(pause)
    }
}

/// Two retries.
impl Default for Retries {
    fn default() -> Self {
        Retries::new(2)
    }
}

/// Returns a random number from 0 to 1.
fn chance() -> f64 {
    let bits = u32::try_from(RandomState::new().build_hasher().finish() >> 32).unwrap_or_default();
    f64::from(bits) / f64::from(u32::MAX)
}

/// Whether the status may be temporary.
pub(crate) fn is_passing(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 502..=504)
}

/// Whether a request without a response may succeed later.
pub(crate) fn may_pass(reason: Reason) -> bool {
    match reason {
        Reason::Connect | Reason::TimedOut | Reason::Interrupted => true,
        Reason::Other => false,
    }
}

/// Returns how long the server asks to wait: `Retry-After` in seconds or as a date, or else the
/// reset time of an exhausted rate limit, in seconds or as a Unix timestamp.
pub(crate) fn asked(status: StatusCode, headers: &HeaderMap) -> Option<Duration> {
    let text = |name: &str| headers.get(name)?.to_str().ok().map(str::trim);
    if let Some(after) = text("retry-after") {
        return seconds(after)
            .or_else(|| httpdate::parse_http_date(after).ok()?.duration_since(now(headers)).ok());
    }
    let of_limit = |part: &str| {
        ["x-ratelimit-", "x-rate-limit-", "ratelimit-"]
            .into_iter()
            .find_map(|name| text(&format!("{name}{part}")))
    };
    if of_limit("remaining").map_or(status != StatusCode::TOO_MANY_REQUESTS, |left| left != "0") {
        return None;
    }
    let reset = seconds(of_limit("reset")?)?;
    if reset < SINCE_1970 {
        return Some(reset);
    }
    // Some servers count in milliseconds.
    let reset = if reset < SINCE_1970 * 100 { reset } else { reset / 1000 };
    reset.checked_sub(now(headers).duration_since(SystemTime::UNIX_EPOCH).ok()?)
}

/// A larger number of seconds is a timestamp, not a duration.
const SINCE_1970: Duration = Duration::from_secs(1_000_000_000);

fn seconds(text: &str) -> Option<Duration> {
    text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
}

/// Returns the time on the server's clock, which its dates refer to, or else on this machine's.
fn now(headers: &HeaderMap) -> SystemTime {
    let date = headers
        .get(http::header::DATE)
        .and_then(|date| httpdate::parse_http_date(date.to_str().ok()?).ok());
    date.unwrap_or_else(clock::now)
}
