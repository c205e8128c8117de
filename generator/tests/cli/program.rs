//! `cargo postman`, completions and the manual page.

use std::process::Command;

use crate::support::{COLLECTION, place};

fn cargo_postman(directory: &std::path::Path, arguments: &[&str]) -> (String, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_cargo-postman"));
    let run = program.args(arguments).current_dir(directory).output().expect("the program runs");
    assert!(run.status.success(), "{run:?}");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (text(run.stdout), text(run.stderr))
}

#[test]
fn cargo_runs_it_as_a_subcommand() {
    let place = place(&[("zoo.json", COLLECTION)]);
    // cargo passes the subcommand on as the first argument
    let (out, _) = cargo_postman(place.dir.path(), &["postman", "zoo.json", "--out", "zoo"]);
    assert!(out.starts_with("zoo: 1 endpoint, "), "{out}");
    let (help, _) = cargo_postman(place.dir.path(), &["postman", "--help"]);
    assert!(help.contains("Usage: cargo postman [OPTIONS] [COLLECTION]..."), "{help}");
    // a collection may be called so too
    let (out, _) = cargo_postman(place.dir.path(), &["zoo.json", "--out", "zoo"]);
    assert!(out.contains("(0 files written"), "{out}");
}

#[test]
fn completions_and_a_manual_page_are_printed() {
    let place = place(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (script, _) = cargo_postman(place.dir.path(), &["--completions", shell]);
        assert!(script.contains("message-format"), "{shell}");
    }
    assert!(place.ends(0, &["--man"]).0.contains(".TH generator 1"));
    assert!(place.ends(2, &["--man", "zoo.json"]).0.is_empty());
}

#[test]
fn a_run_ends_with_three_lines() {
    let place = place(&[("zoo.json", COLLECTION)]);
    let (out, _) = place.ends(0, &["zoo.json", "--out", "my-client"]);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 3, "{out}");
    assert!(lines[0].starts_with("my-client: 1 endpoint, 0 types ("), "{out}");
    assert!(lines[1].starts_with("1 response has no type: save an example"), "{out}");
    assert!(lines[1].ends_with("no secrets found"), "{out}");
    assert!(lines[2].contains("cargo doc --open --manifest-path my-client/Cargo.toml"), "{out}");
    assert!(lines[2].ends_with("the client is my_client::zoo::Client"), "{out}");
}
