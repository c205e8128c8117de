//! Secrets are seeded in random locations of random collections. None is in what the generator writes or says.
//!
//! `SEEDED_LOCATIONS=2500` searches for so many secrets; without it a few hundred.

mod locations;
mod random;
mod texts;

use std::fs;
use std::path::Path;
use std::process::Command;

use locations::{Seed, Seeded, seeded};
use random::{Random, base64};

/// How many locations a collection has.
const OF_ONE: usize = 60;

/// Files that hold secrets: only their owner may read them.
const PRIVATE: [&str; 2] = ["replay.secrets.json", ".postman-generated.private"];

#[test]
fn no_secret_is_written_or_said() {
    let wanted: usize =
        std::env::var("SEEDED_LOCATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(300);
    let start: u64 =
        std::env::var("SEEDED_START").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let (mut seen, mut leaks) = (0, Vec::new());
    for seed in start.. {
        if seen >= wanted {
            break;
        }
        let seeded = seeded(&mut Random::new(seed), OF_ONE);
        seen += seeded.seeds.len();
        leaks.extend(leaks_of(&seeded).into_iter().map(|leak| format!("seed {seed}: {leak}")));
    }
    println!("{seen} locations, {} leaks", leaks.len());
    assert!(leaks.is_empty(), "{} of {seen}:\n{}", leaks.len(), leaks.join("\n"));
}

/// Generates a crate and an explanation; the secrets that are seen.
fn leaks_of(seeded: &Seeded) -> Vec<String> {
    let dir = tempfile::tempdir().expect("a directory");
    let write = |name: &str, value: &serde_json::Value| {
        let text = serde_json::to_string_pretty(value).expect("JSON");
        fs::write(dir.path().join(name), text).expect("a file");
    };
    write("seeded.postman_collection.json", &seeded.collection);
    write("test.postman_environment.json", &seeded.environment);
    let mut leaks = Vec::new();
    for further in
        [&["--out", "client"][..], &["--explain"], &["--message-format", "json", "--out", "client"]]
    {
        let mut program = Command::new(env!("CARGO_BIN_EXE_generator"));
        program.args(["seeded.postman_collection.json", "-e", "test.postman_environment.json"]);
        let output = program.args(further).current_dir(dir.path()).output().expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let said = [output.stdout, output.stderr].concat();
        search(&seeded.seeds, &format!("output of {further:?}"), &said, &mut leaks);
    }
    walk(&dir.path().join("client"), &seeded.seeds, &mut leaks);
    leaks
}

fn walk(dir: &Path, seeds: &[Seed], leaks: &mut Vec<String>) {
    for entry in fs::read_dir(dir).expect("a directory") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            walk(&path, seeds, leaks);
        } else if !PRIVATE.contains(&name.as_str()) {
            search(seeds, &path.display().to_string(), &fs::read(&path).expect("a file"), leaks);
        }
    }
}

/// Adds the secrets that a text shows, as they are or in base64.
fn search(seeds: &[Seed], whose: &str, bytes: &[u8], leaks: &mut Vec<String>) {
    let text = String::from_utf8_lossy(bytes);
    for seed in seeds {
        let encoded = base64(&seed.marker);
        if text.contains(&seed.marker) || text.contains(encoded.trim_end_matches('=')) {
            leaks.push(format!("{whose}: {} in {}", seed.marker, seed.location));
        }
    }
}
