//! The emitted clients send, byte for byte, what Postman's runtime was recorded to send.
//!
//! What may differ, and nothing else: the boundary of a multipart body, the values of dynamic variables, the order of
//! different headers, headers that a transport adds, and the blanks in a JSON body.

use std::collections::BTreeMap;
use std::path::PathBuf;

use tests::golden::{folder, recording};
use tests::replay::{Replayed, replay};

/// What is not sent as it was recorded, with the reason.
type Exceptions<'a> = &'a [(usize, &'a str)];

fn compare(collection: &str, program: &str, secrets: &str, exceptions: Exceptions<'_>) {
    let environment = folder().join(format!("collections/{collection}.postman_environment.json"));
    let environment = environment.to_str().expect("a path in UTF-8");
    let golden = recording(collection);
    let indices: Vec<usize> = golden.iter().map(|line| line.index).collect();
    let replayed = replay(program, &indices, &["--env", environment, "--secrets", secrets]);
    let mut faults = BTreeMap::new();
    for line in &golden {
        let wanted = line.request.as_ref().expect("Postman sends all requests of this collection");
        let Replayed { outcome, sent } = &replayed[&line.index];
        let found = match sent {
            Some(sent) => wanted.differences(sent),
            None => vec![format!("nothing is sent: {outcome:?}")],
        };
        if !found.is_empty() {
            faults.insert(line.index, format!("{:?}: {found:#?}", line.path));
        }
    }
    for (index, reason) in exceptions {
        assert!(faults.remove(index).is_some(), "request {index} is sent as recorded, in spite of: {reason}");
    }
    assert!(faults.is_empty(), "{} requests differ: {faults:#?}", faults.len());
}

/// A file with the secrets of a collection, as the generator keeps them beside the crate that it writes.
fn secrets_of(collection: &str) -> PathBuf {
    let generator = generator::Generator::new()
        .collection(folder().join(format!("collections/{collection}.postman_collection.json")))
        .environment(folder().join(format!("collections/{collection}.postman_environment.json")));
    let output = generator.output("features-client").expect("the collection can be read");
    let file = output.files.iter().find(|file| file.private && file.path == "replay.secrets.json");
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{collection}.secrets.json"));
    std::fs::write(&path, &file.expect("the collection has secrets").contents).expect("the folder of the tests is writable");
    path
}

#[test]
fn zoom_is_sent_as_postman_sends_it() {
    let empty = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("zoom.secrets.json");
    std::fs::write(&empty, "{}").expect("the folder of the tests is writable");
    compare("zoom", env!("CARGO_BIN_EXE_replay-zoom"), empty.to_str().expect("UTF-8"), &[]);
}

#[test]
fn features_is_sent_as_postman_sends_it() {
    let secrets = secrets_of("features");
    let exceptions = [
        (45, "the signature depends on the time, and on the blanks in the body"),
        (46, "the signature depends on the time"),
        (49, "the token holds the time at which it was made"),
        (50, "the signature depends on the blanks in the body"),
        (84, "placeholders such as `<integer>` are sent as values of their type, Postman sends the words"),
    ];
    compare("features", env!("CARGO_BIN_EXE_replay-features"), secrets.to_str().expect("UTF-8"), &exceptions);
}
