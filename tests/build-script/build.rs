//! Generates the client of a collection.

use std::env;
use std::path::PathBuf;

use generator::Generator;

const COLLECTION: &str = "../../collections/zoom.postman_collection.json";

fn main() -> Result<(), generator::Error> {
    println!("cargo::rerun-if-changed={COLLECTION}");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo sets it"));
    Generator::new().collection(COLLECTION).write_module(out.join("zoom"), "api::zoom")?;
    Ok(())
}
