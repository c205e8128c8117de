//! The emitted programs that send a collection's own requests: against recordings of Postman, and against the mock servers of
//! the clients.

mod mock_server;
mod recorded;

use std::path::PathBuf;

use tests::golden::folder;

/// The file of `zoom` or `features`.
fn collection_file(collection: &str) -> PathBuf {
    let file = format!("{collection}.postman_collection.json");
    let places = ["collections", "../collections"].map(|place| folder().join(place).join(&file));
    places.into_iter().find(|place| place.exists()).expect("a collection of this project")
}

/// A file with the secrets of `zoom` or `features`, as the generator keeps them beside the crate that it writes.
fn secrets_of(collection: &str) -> String {
    let generator = generator::Generator::new()
        .collection(collection_file(collection))
        .environment(folder().join(format!("collections/{collection}.postman_environment.json")));
    let output =
        generator.output(format!("{collection}-client")).expect("the collection can be read");
    let secrets =
        output.files.into_iter().find(|file| file.private && file.path == "replay.secrets.json");
    // several tests read it at the same time
    let thread = std::thread::current();
    let test = thread.name().unwrap_or_default().replace("::", ".");
    let path = format!("{}/{test}.secrets.json", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, secrets.map_or_else(|| b"{}".to_vec(), |file| file.contents))
        .expect("the folder of the tests is writable");
    path
}
