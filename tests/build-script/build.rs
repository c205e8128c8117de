//! Generates the client of a collection.

use std::env;
use std::path::PathBuf;

use generator::Generator;
use generator::diagnostics::Severity;

const COLLECTION: &str = "../../collections/zoom.postman_collection.json";

fn main() -> Result<(), generator::Error> {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo sets it"));
    Generator::new()
        .collection(COLLECTION)
        .cargo_warnings(Severity::Warning)
        .write_module(out.join("zoom"), "api::zoom")?;
    Ok(())
}
