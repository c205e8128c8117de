//! The making of files, on every core.

use rayon::prelude::*;

use crate::output::OutputFile;

/// The making of a file.
pub type Job<'a> = Box<dyn FnOnce() -> OutputFile + Send + 'a>;

/// Does all jobs.
pub fn all(jobs: Vec<Job<'_>>) -> Vec<OutputFile> {
    jobs.into_par_iter().with_max_len(1).map(|job| job()).collect()
}
