//! Runs the `replay` program of an emitted crate, with a test server as its proxy.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use serde_json::Value;

use crate::golden::{Sent, folder};
use crate::{Received, Server};

/// A line of the program's output.
#[derive(Debug, Clone, Deserialize)]
pub struct Outcome {
    /// The position of the request.
    pub index: usize,
    /// `ok`, `api_error`, `decode_error`, `transport_error` or `unsupported`.
    pub outcome: String,
    /// The status code of the response.
    pub status: Option<u16>,
    /// The response, serialized from its typed value.
    pub value: Option<Value>,
    /// The error.
    pub error: Option<String>,
}

/// The result of one request.
#[derive(Debug, Clone)]
pub struct Replayed {
    /// What the program reports.
    pub outcome: Outcome,
    /// What it sent.
    pub sent: Option<Sent>,
}

/// Sends requests one after the other through a proxy that responds `{}` to each, and returns what
/// was sent.
///
/// # Panics
///
/// If the program fails, or prints something other than outcomes.
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

/// Runs the program in a directory, with all traffic through a proxy, and returns the lines of its
/// output.
///
/// # Panics
///
/// If the program fails.
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
