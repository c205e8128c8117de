//! The threads that all work runs on.

use std::sync::OnceLock;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// As much as the main thread of a program has: what is nested deeply is read by functions that call themselves.
const STACK: usize = 8 << 20;

/// Runs `work` so that what is parallel in it uses every core, on threads with room for what is nested deeply. Calls
/// within it stay on the same threads. Where no thread can be started, it runs on this one.
pub fn on_all_cores<R: Send>(work: impl FnOnce() -> R + Send) -> R {
    static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
    match POOL.get_or_init(|| ThreadPoolBuilder::new().stack_size(STACK).build().ok()) {
        Some(pool) => pool.install(work),
        None => work(),
    }
}

/// Frees what is large while other things go on.
pub(crate) fn free<T: Send + 'static>(value: T) {
    rayon::spawn(|| drop(value));
}
