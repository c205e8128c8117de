//! The making of files, on every core.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread::{self, Builder};

use crate::output::OutputFile;

/// The making of a file.
pub type Job<'a> = Box<dyn FnOnce() -> OutputFile + Send + 'a>;

/// As much as the main thread has: types may be nested deeply.
const STACK: usize = 8 << 20;

/// Does all jobs. The order of the files is by chance.
///
/// # Panics
///
/// When a job does, or when no thread can be started.
pub fn all(jobs: Vec<Job<'_>>) -> Vec<OutputFile> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(jobs.len());
    let jobs = Mutex::new(jobs.into_iter());
    let next = || jobs.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || std::iter::from_fn(next).map(|job| job()).collect::<Vec<_>>();
    thread::scope(|scope| {
        let start = |_| Builder::new().stack_size(STACK).spawn_scoped(scope, work).expect("a thread can be started");
        let workers: Vec<_> = (0..threads).map(start).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}
