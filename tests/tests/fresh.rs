//! The committed crates are what the generator makes today.

use generator::Generator;
use generator::write::Stale;
use tests::golden::folder;

fn assert_fresh(stale: &[Stale], mend: &str) {
    let files: Vec<String> =
        stale.iter().map(|file| format!("{} ({})", file.path, file.state)).collect();
    assert!(
        files.is_empty(),
        "run `{mend}`, and commit what it changes; stale are:\n{}",
        files.join("\n")
    );
}

#[test]
fn generated_client_is_fresh() {
    let project = folder().join("..");
    let generator =
        Generator::new().collection(project.join("collections/zoom.postman_collection.json"));
    let stale =
        generator.check(project.join("generated-client")).expect("the collection can be read");
    assert_fresh(&stale, "cargo run -p generator");
}

#[test]
fn features_client_is_fresh() {
    let generator = Generator::new()
        .collection(folder().join("collections/features.postman_collection.json"))
        .environment(folder().join("collections/features.postman_environment.json"));
    let stale =
        generator.check(folder().join("features-client")).expect("the collection can be read");
    assert_fresh(
        &stale,
        "cargo run -p generator -- tests/collections/features.postman_collection.json \
         --environment tests/collections/features.postman_environment.json --out tests/features-client",
    );
}
