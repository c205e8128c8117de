//! A collection gives the same sources in every format. The fixtures in `tests/fixtures/v3` and `v1/*.v21.json` were made by
//! Postman's own converters; `scripts/v3-parity.sh` does the same with other collections.

use std::path::{Path, PathBuf};

use generator::Generator;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures")
}

/// The emitted sources that are not the runtime's, and the data of the saved responses.
fn sources(collection: &Path, overrides: &Path) -> Vec<(String, String)> {
    let generator = Generator::new().collection(collection).overrides(overrides).name("client");
    let output = generator.output("client").unwrap_or_else(|error| panic!("{error}"));
    let own = output
        .files
        .iter()
        .filter(|file| file.path.starts_with("src/") && !file.path.starts_with("src/runtime/"));
    own.map(|file| (file.path.clone(), String::from_utf8_lossy(&file.contents).into_owned()))
        .collect()
}

fn same(one: &Path, other: &Path) {
    let dir = tempfile::tempdir().expect("a directory");
    let overrides = dir.path().join("none.toml");
    std::fs::write(&overrides, "").expect("a file");
    let (one, other) = (sources(one, &overrides), sources(other, &overrides));
    let paths =
        |all: &[(String, String)]| all.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(&one), paths(&other));
    for ((path, one), (_, other)) in one.iter().zip(&other) {
        assert!(one == other, "{path}\n{one}\n-- and --\n{other}");
    }
}

#[test]
fn v3_directories_give_what_their_exports_give() {
    let mut count = 0;
    for entry in std::fs::read_dir(fixtures().join("v3")).expect("the fixtures") {
        let tree = entry.expect("a fixture").path();
        let name = tree.file_name().unwrap_or_default().to_string_lossy().into_owned();
        same(&fixtures().join(format!("{name}.postman_collection.json")), &tree);
        count += 1;
    }
    assert!(count >= 6);
}

#[test]
fn v1_gives_what_its_conversion_gives() {
    same(&fixtures().join("v1/harbour.json"), &fixtures().join("v1/harbour.v21.json"));
}
