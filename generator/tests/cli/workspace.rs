//! A crate is written where cargo builds it, or the run says which line is missing, and where.

use std::fs;
use std::process::Command;

use crate::support::{COLLECTION, Place, place};

const MEMBER: (&str, &str) = ("app/Cargo.toml", "[package]\nname = \"app\"\nedition = \"2024\"\n");
const MAIN: (&str, &str) = ("app/src/main.rs", "fn main() {}\n");

/// Whether cargo loads the crate.
fn loads(place: &Place, out: &str) -> bool {
    let mut cargo = Command::new(env!("CARGO"));
    let manifest = place.dir.path().join(out).join("Cargo.toml");
    cargo.args(["metadata", "--no-deps", "--offline", "--format-version=1", "--manifest-path"]);
    cargo.arg(manifest).output().expect("cargo runs").status.success()
}

/// Generates into `out` inside a workspace with this manifest, and gives the messages.
fn generated(workspace: &str, more: &[(&str, &str)], out: &str) -> (Place, String) {
    let files =
        [&[("zoo.json", COLLECTION), ("Cargo.toml", workspace), MEMBER, MAIN], more].concat();
    let place = place(&files);
    let (_, err) = place.ends(0, &["zoo.json", "--out", out]);
    (place, err)
}

#[test]
fn a_workspace_that_does_not_list_the_crate_is_named_with_the_line_to_add() {
    let listed = "[workspace]\nresolver = \"3\"\nmembers = [\"app\"]\n";
    for out in ["zoo-client", "clients/zoo"] {
        let (place, err) = generated(listed, &[], out);
        assert!(!loads(&place, out));
        assert!(
            err.contains("warning[outside-workspace]") && err.contains("Cargo.toml:3"),
            "{err}"
        );
        assert!(err.contains(&format!("add `\"{out}\"` to `members`")), "{err}");
        let mended = listed.replace("\"app\"", &format!("\"app\", \"{out}\""));
        fs::write(place.dir.path().join("Cargo.toml"), mended).unwrap();
        assert!(loads(&place, out));
    }
}

#[test]
fn a_workspace_without_a_list_gets_one() {
    let root = "[package]\nname = \"root\"\nedition = \"2024\"\n\n[workspace]\n";
    let (place, err) = generated(root, &[("src/lib.rs", "")], "zoo-client");
    let line = "members = [\"zoo-client\"]";
    assert!(err.contains(&format!("add the line `{line}`")), "{err}");
    fs::write(place.dir.path().join("Cargo.toml"), format!("{root}{line}\n")).unwrap();
    assert!(loads(&place, "zoo-client"));
}

#[test]
fn nothing_is_said_where_cargo_builds_the_crate() {
    let depends = "[package]\nname = \"app\"\nedition = \"2024\"\n\n[dependencies]\n\
                   zoo-client = { path = \"../zoo-client\" }\n";
    /// The root manifest, further files with their contents, and where the crate goes.
    type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);
    let cases: [Case<'_>; 6] = [
        ("[workspace]\nmembers = [\"app\", \"zoo-client\"]\n", &[], "zoo-client"),
        ("[workspace]\nmembers = [\"app\", \"clients/*\"]\n", &[], "clients/zoo"),
        ("[workspace]\nmembers = [\"app\"]\nexclude = [\"zoo-client\"]\n", &[], "zoo-client"),
        // a path dependency of a member is a member
        ("[workspace]\nmembers = [\"app\"]\n", &[("app/Cargo.toml", depends)], "zoo-client"),
        // a submodule with a workspace of its own
        (
            "[workspace]\nmembers = [\"app\"]\n",
            &[("vendor/api/Cargo.toml", "[workspace]\nmembers = [\"client\"]\n")],
            "vendor/api/client",
        ),
        // a package is no workspace
        ("[package]\nname = \"root\"\nedition = \"2024\"\n", &[("src/lib.rs", "")], "zoo-client"),
    ];
    for (workspace, more, out) in cases {
        let (place, err) = generated(workspace, more, out);
        assert!(!err.contains("outside-workspace"), "{workspace}\n{err}");
        assert!(loads(&place, out), "{workspace}");
    }
}
