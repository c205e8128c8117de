//! The hand-written files of every crate, as they stand in `generator/runtime`.

use include_dir::{Dir, include_dir};

use crate::emit::vendored::cfg;
use crate::emit::vendored::cfg::State;
use crate::output::OutputFile;

/// The runtime's manifest.
pub const RUNTIME_MANIFEST: &str = include_str!("../../../runtime/Cargo.toml");

static RUNTIME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/runtime/src");
static REPLAY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/runtime/replay");
static SAVED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/runtime/saved");

const HEADER: &str = "// @generated: copied by the Postman client generator. Do not edit: run the generator again.\n\n";

/// The runtime, its runner of `replay`, and its checks of saved responses, with what is known of features.
pub fn copied(state: &dyn Fn(&str) -> State) -> Vec<OutputFile> {
    let mut files = runtime("src/runtime", state);
    copy(&REPLAY, "examples/replay", state, &mut files);
    copy(&SAVED, "tests/saved", state, &mut files);
    files
}

/// The runtime as a module in this folder.
pub fn runtime(to: &str, state: &dyn Fn(&str) -> State) -> Vec<OutputFile> {
    let mut files = Vec::new();
    copy(&RUNTIME, to, state, &mut files);
    let library = format!("{to}/lib.rs");
    for file in &mut files {
        if file.path == library {
            file.path = format!("{to}/mod.rs");
        }
    }
    files
}

fn copy(folder: &Dir<'_>, to: &str, state: &dyn Fn(&str) -> State, files: &mut Vec<OutputFile>) {
    let mut gone = Vec::new();
    let start = files.len();
    for file in folder.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        let text = String::from_utf8_lossy(file.contents());
        let settled = cfg::settle(&text, state);
        let around =
            name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        gone.extend(settled.gone.iter().map(|module| format!("{to}/{around}{module}")));
        files.push(OutputFile::new(format!("{to}/{name}"), format!("{HEADER}{}", settled.text)));
    }
    let is_gone = |path: &str| {
        gone.iter()
            .any(|module| path == format!("{module}.rs") || path.starts_with(&format!("{module}/")))
    };
    let folders = folder.dirs().filter(|inner| {
        !is_gone(&format!("{to}/{}/", inner.path().to_string_lossy().replace('\\', "/")))
    });
    for inner in folders {
        copy(inner, to, state, files);
    }
    let mut at = 0;
    files.retain(|file| {
        at += 1;
        at <= start || !is_gone(&file.path)
    });
}
