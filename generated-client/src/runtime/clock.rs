// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The clock. WebAssembly has none, so the browser's is used there.

use std::time::SystemTime;

/// Returns the time of this machine's clock.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn now() -> SystemTime {
    SystemTime::now()
}

/// Returns the time of the browser's clock.
#[cfg(target_arch = "wasm32")]
pub(crate) fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + std::time::Duration::from_millis(js_sys::Date::now() as u64)
}

/// A monotonic clock for measuring durations.
#[cfg(all(feature = "client", not(target_arch = "wasm32")))]
pub(crate) use std::time::Instant as Moment;
/// The clock for measuring durations.
#[cfg(all(feature = "client", target_arch = "wasm32"))]
pub(crate) use std::time::SystemTime as Moment;

/// Returns the current moment.
#[cfg(all(feature = "client", not(target_arch = "wasm32")))]
pub(crate) fn moment() -> Moment {
    Moment::now()
}

/// Returns the current moment.
#[cfg(all(feature = "client", target_arch = "wasm32"))]
pub(crate) fn moment() -> Moment {
    now()
}
