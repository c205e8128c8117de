//! What time it is. WebAssembly by itself has no clock: there it is the browser's.

use std::time::SystemTime;

/// The time of this machine's clock.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn now() -> SystemTime {
    SystemTime::now()
}

/// The time of the browser's clock.
#[cfg(target_arch = "wasm32")]
pub(crate) fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + std::time::Duration::from_millis(js_sys::Date::now() as u64)
}

/// What spans of time are measured by: it never goes back.
#[cfg(all(feature = "client", not(target_arch = "wasm32")))]
pub(crate) use std::time::Instant as Moment;
/// What spans of time are measured by.
#[cfg(all(feature = "client", target_arch = "wasm32"))]
pub(crate) use std::time::SystemTime as Moment;

/// This moment.
#[cfg(all(feature = "client", not(target_arch = "wasm32")))]
pub(crate) fn moment() -> Moment {
    Moment::now()
}

/// This moment.
#[cfg(all(feature = "client", target_arch = "wasm32"))]
pub(crate) fn moment() -> Moment {
    now()
}
