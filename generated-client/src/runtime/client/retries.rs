// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! When a request is sent again, and after how long.

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
    /// At most so many times, for methods that may be repeated without harm (`GET`, `HEAD`, `OPTIONS`, `TRACE`, `PUT`, `DELETE`).
    pub const fn new(max: u32) -> Self {
        Retries {
            max,
            first: Duration::from_millis(500),
            longest: Duration::from_secs(30),
            methods: Methods::Idempotent,
        }
    }

    /// Never.
    pub const fn none() -> Self {
        Retries::new(0)
    }

    /// The first pause, and the longest. Where a server asks for a longer one, its answer is the error at once.
    pub const fn pauses(self, first: Duration, longest: Duration) -> Self {
        Retries { first, longest, ..self }
    }

    /// Requests of all methods are repeated, though the server may have done already what they ask for.
    pub const fn all_methods(self) -> Self {
        Retries { methods: Methods::All, ..self }
    }

    /// The pause before a request is sent again, after it was so many times already; `None` when it is not.
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

/// Twice.
impl Default for Retries {
    fn default() -> Self {
        Retries::new(2)
    }
}

/// A random number from 0 to 1.
fn chance() -> f64 {
    let bits = u32::try_from(RandomState::new().build_hasher().finish() >> 32).unwrap_or_default();
    f64::from(bits) / f64::from(u32::MAX)
}

/// Whether a request that had this answer may have another one later.
pub(crate) fn is_passing(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 502..=504)
}

/// Whether a request that had no answer may have one later.
pub(crate) fn may_pass(reason: Reason) -> bool {
    match reason {
        Reason::Connect | Reason::TimedOut | Reason::Interrupted => true,
        Reason::Other => false,
    }
}

/// How long a server asks to wait: `Retry-After` in seconds or as a date, else the reset of a limit that is used up, in seconds
/// or as the seconds since 1970.
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
    // Some count milliseconds.
    let reset = if reset < SINCE_1970 * 100 { reset } else { reset / 1000 };
    reset.checked_sub(now(headers).duration_since(SystemTime::UNIX_EPOCH).ok()?)
}

/// So many seconds are a moment, not a span of time.
const SINCE_1970: Duration = Duration::from_secs(1_000_000_000);

fn seconds(text: &str) -> Option<Duration> {
    text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
}

/// The time by the server's clock, which is the one that its dates go by; else by this machine's.
fn now(headers: &HeaderMap) -> SystemTime {
    let date = headers
        .get(http::header::DATE)
        .and_then(|date| httpdate::parse_http_date(date.to_str().ok()?).ok());
    date.unwrap_or_else(clock::now)
}
