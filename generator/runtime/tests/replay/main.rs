//! The runner of the example `replay` with a handwritten client.

#[path = "../../replay/mod.rs"]
mod runner;

#[path = "../../examples/replay_demo/calls.rs"]
mod calls;
#[path = "../../examples/replay_demo/client.rs"]
mod client;

mod curl;
mod dynamic;
mod dynamic_names;
mod flow;
mod options;
mod server;
mod shell;
mod variables;
mod wire;

use serde_json::Value;

/// The demo's data.
const DATA: &str = include_str!("../../examples/replay_demo/replay.json");

/// Uses the whole program, so that no part of it is dead code in this test.
const PROGRAM: fn(&str, &str, &[&dyn runner::AnyApi]) -> std::process::ExitCode = runner::main;

/// Runs the demo with these arguments and returns its output.
fn run_lines(
    data: &str,
    folder: &str,
    arguments: &[&str],
) -> Result<Vec<String>, runner::run::Failure> {
    let demo = calls::calls();
    let mut lines = Vec::new();
    let arguments = arguments.iter().map(|&argument| argument.to_owned());
    runner::run::run(data, folder, &[&demo], arguments, &mut |line| {
        lines.push(line.to_owned());
        Ok(())
    })?;
    Ok(lines)
}

/// Runs the demo and parses the lines of its output.
fn run(arguments: &[&str]) -> Vec<Value> {
    let lines = run_lines(DATA, env!("CARGO_TARGET_TMPDIR"), arguments).unwrap();
    lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Returns the arguments that send all requests to a server.
fn to(server: &server::Server) -> Vec<String> {
    let url = server.url();
    ["baseUrl", "otherUrl"].map(|name| format!("--var={name}={url}")).to_vec()
}

/// Writes a file for a test, and returns its path.
fn file(name: &str, content: &str) -> String {
    let path = format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, content).unwrap();
    path
}

/// `wire::the_proxy_of_the_system_is_used` runs this in a process with a proxy in its environment.
#[test]
#[ignore = "a part of another test"]
fn behind_a_proxy() {
    std::hint::black_box(PROGRAM);
    println!("{:?}", run(&["--only", "8"]));
}
