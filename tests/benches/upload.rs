//! The memory needed to upload a file of one gigabyte in a form field, and to download as much.
//!
//! `cargo bench -p tests --bench upload` prints the process's peak memory, where the system
//! provides it.

use std::fs::File as LocalFile;
use std::time::Instant;

use features_client::bodies::UploadPhotographs;
use features_client::runtime::File;
use features_client::{Client, Endpoint};
use tests::canned;

const SIZE: u64 = 1 << 30;

/// Returns the peak memory of the process, in kilobytes.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::temp_dir().join(format!("upload-{}.bin", std::process::id()));
    LocalFile::create(&path)?.set_len(SIZE)?;
    let client = Client::builder().base_url(canned("{}")).build()?;
    let driver = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let before = peak();
    let begin = Instant::now();
    let sent = driver.block_on(UploadPhotographs::new().photo([File::path(&path)]).send(&client));
    let took = begin.elapsed();
    std::fs::remove_file(&path)?;
    sent?;
    println!(
        "{} MB sent in {took:?}; peak memory before {before:?} kB, after {:?} kB",
        SIZE >> 20,
        peak()
    );
    Ok(())
}
