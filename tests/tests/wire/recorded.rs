//! The emitted clients send, byte for byte, what Postman's runtime was recorded to send.
//!
//! What may differ, and nothing else: the boundary of a multipart body, the values of dynamic variables, the order of
//! different headers, headers that a transport adds, and the blanks in a JSON body.

use std::collections::BTreeMap;

use tests::golden::{folder, recording};
use tests::replay::{Replayed, replay};

use super::secrets_of;

/// What is not sent as it was recorded, with the reason.
type Exceptions<'a> = &'a [(usize, &'a str)];

fn compare(collection: &str, program: &str, exceptions: Exceptions<'_>) {
    let environment = folder().join(format!("collections/{collection}.postman_environment.json"));
    let environment = environment.to_str().expect("a path in UTF-8");
    let golden = recording(collection);
    let indices: Vec<usize> = golden.iter().map(|line| line.index).collect();
    let replayed =
        replay(program, &indices, &["--env", environment, "--secrets", &secrets_of(collection)]);
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
        assert!(
            faults.remove(index).is_some(),
            "request {index} is sent as recorded, in spite of: {reason}"
        );
    }
    assert!(faults.is_empty(), "{} requests differ: {faults:#?}", faults.len());
}

#[test]
fn zoom_is_sent_as_postman_sends_it() {
    compare("zoom", env!("CARGO_BIN_EXE_replay-zoom"), &[]);
}

#[test]
fn features_is_sent_as_postman_sends_it() {
    let exceptions = [
        (45, "the signature depends on the time, and on the blanks in the body"),
        (46, "the signature depends on the time"),
        (49, "the token holds the time at which it was made"),
        (50, "the signature depends on the blanks in the body"),
        (
            84,
            "placeholders such as `<integer>` are sent as values of their type, Postman sends the words",
        ),
    ];
    compare("features", env!("CARGO_BIN_EXE_replay-features"), &exceptions);
}
