//! The hand-written files of every crate, as they stand in `generator/runtime`.

use include_dir::{Dir, include_dir};

use crate::output::OutputFile;

/// The runtime's manifest.
pub const RUNTIME_MANIFEST: &str = include_str!("../../runtime/Cargo.toml");

static RUNTIME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/runtime/src");
static REPLAY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/runtime/replay");
static SAVED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/runtime/saved");

const HEADER: &str = "// @generated: copied by the Postman client generator. Do not edit: run the generator again.\n\n";

/// The runtime, its runner of `replay`, and its checks of saved responses.
pub fn copied() -> Vec<OutputFile> {
    let mut files = Vec::new();
    copy(&RUNTIME, "src/runtime", &mut files);
    copy(&REPLAY, "examples/replay", &mut files);
    copy(&SAVED, "tests/saved", &mut files);
    for file in &mut files {
        if file.path == "src/runtime/lib.rs" {
            file.path = "src/runtime/mod.rs".to_owned();
        }
    }
    files
}

fn copy(folder: &Dir<'_>, to: &str, files: &mut Vec<OutputFile>) {
    for file in folder.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        let mut contents = HEADER.as_bytes().to_vec();
        contents.extend_from_slice(file.contents());
        files.push(OutputFile::new(format!("{to}/{name}"), contents));
    }
    for inner in folder.dirs() {
        copy(inner, to, files);
    }
}
