//! Makes the client of the task board.

use std::env;
use std::path::PathBuf;

use generator::Generator;
use generator::diagnostics::Severity;

fn main() -> Result<(), generator::Error> {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo sets it"));
    Generator::new()
        .collection("task-board.postman_collection.json")
        .environment("local.postman_environment.json")
        .environment("hosted.postman_environment.json")
        .cargo_warnings(Severity::Warning)
        .write_module(out.join("task_board"), "task_board")?;
    Ok(())
}
