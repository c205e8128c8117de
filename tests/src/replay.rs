//! Runs the program with which an emitted crate sends its collection's own requests, with a server of ours as its proxy.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use serde_json::Value;

use crate::golden::{Sent, folder};
use crate::{Received, Server};

/// A line that the program prints.
#[derive(Debug, Clone, Deserialize)]
pub struct Outcome {
    /// The position of the request.
    pub index: usize,
    /// `ok`, `api_error`, `decode_error`, `transport_error` or `unsupported`.
    pub outcome: String,
    /// The status of the answer.
    pub status: Option<u16>,
    /// The answer, from its typed value.
    pub value: Option<Value>,
    /// What went wrong.
    pub error: Option<String>,
}

/// What came of a request.
#[derive(Debug, Clone)]
pub struct Replayed {
    /// What the program says.
    pub outcome: Outcome,
    /// What it sent.
    pub sent: Option<Sent>,
}

/// Sends requests one after the other through a proxy that answers `{}` to each, and gives what it sent for each.
///
/// # Panics
///
/// When the program fails, or prints what is no outcome.
pub fn replay(program: &str, indices: &[usize], arguments: &[&str]) -> HashMap<usize, Replayed> {
    indices.iter().map(|index| (*index, replay_one(program, *index, arguments))).collect()
}

fn replay_one(program: &str, index: usize, arguments: &[&str]) -> Replayed {
    let server = Server::replying([]);
    let only = index.to_string();
    let lines = run(
        program,
        &folder().join("collections"),
        &server.url(),
        &[arguments, &["--only", &only]].concat(),
    );
    assert_eq!(lines.len(), 1, "request {index}");
    let outcome: Outcome = serde_json::from_str(&lines[0]).expect("an outcome");
    let sent = server.received().first().map(as_sent);
    Replayed { outcome, sent }
}

/// The lines that the program prints when it works in a directory and reaches everything through a proxy.
///
/// # Panics
///
/// When the program fails.
pub fn run(program: &str, directory: &Path, proxy: &str, arguments: &[&str]) -> Vec<String> {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(directory);
    for name in ["NO_PROXY", "no_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
        command.env_remove(name);
    }
    let output = command
        .env("HTTP_PROXY", proxy)
        .env("http_proxy", proxy)
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text").lines().map(str::to_owned).collect()
}

fn as_sent(received: &Received) -> Sent {
    Sent {
        method: received.method.clone(),
        url: received.target.clone(),
        headers: received.headers.clone(),
        body: String::from_utf8_lossy(&received.body).into_owned(),
    }
}
