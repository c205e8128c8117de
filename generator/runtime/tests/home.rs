//! The runtime copied into a crate as `src/runtime` compiles without a warning for each set of
//! features.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const LIB: &str = r#"//! A crate like those that the generator emits.
#![forbid(unsafe_code)]

pub mod runtime;

use crate::runtime::{Cursor, arguments, fields, text_enum, union};

/// A string enum.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Colour {
    /// `red`.
    Red,
    /// Any other text.
    Other(String),
}
text_enum!(Colour { Red = "red" });

/// A string or a list.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Names {
    /// A text.
    Text(String),
    /// A list.
    List(Vec<String>),
    /// Anything else.
    Other(serde_json::Value),
}
union!(Names { Text: String, List: Vec<String>, Other: serde_json::Value });

/// An object.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `colour`.
    pub colour: Option<Colour>,
    /// `names`.
    pub names: Option<Names>,
}
fields!(Thing { colour, names });
arguments!(Thing { colour into Colour, names into Names });

/// Decodes a thing.
pub fn thing(json: &str) -> Option<Thing> {
    let mut thing = Thing::default();
    runtime::Slot::read(&mut thing, &mut Cursor::new(json)).ok()?;
    Some(thing)
}
"#;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Turns the runtime's manifest into that of a crate outside the workspace.
fn manifest(runtime: &Path) -> String {
    let own = fs::read_to_string(runtime.join("Cargo.toml")).unwrap();
    let features = &own[own.find("[features]").unwrap()..own.find("[dev-dependencies]").unwrap()];
    let target = &own[own.find("[target.").unwrap()..own.find("[[example]]").unwrap()];
    format!(
        "[package]\nname = \"home\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n{features}\n{target}\n[workspace]\n"
    )
}

fn emitted() -> PathBuf {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR"));
    let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("home");
    let _ = fs::remove_dir_all(home.join("src"));
    copy(&runtime.join("src"), &home.join("src/runtime"));
    fs::rename(home.join("src/runtime/lib.rs"), home.join("src/runtime/mod.rs")).unwrap();
    fs::write(home.join("src/lib.rs"), LIB).unwrap();
    fs::write(home.join("Cargo.toml"), manifest(runtime)).unwrap();
    fs::copy(runtime.join("../../Cargo.lock"), home.join("Cargo.lock")).unwrap();
    home
}

#[test]
#[ignore = "it compiles a crate several times"]
fn compiles_without_warnings() {
    let home = emitted();
    let sets = [
        "",
        "--no-default-features",
        "--all-features",
        "--no-default-features --features client",
        "--no-default-features --features files,mock,digest",
    ];
    for features in sets {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["clippy", "--offline", "--quiet"]).args(features.split_whitespace());
        let output = cargo.args(["--", "-D", "warnings"]).current_dir(&home).output().unwrap();
        assert!(output.status.success(), "{features}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
