//! The runner of the example `replay`, in place, with a client that was written by hand.

#[path = "../../replay/mod.rs"]
mod runner;

#[path = "../../examples/replay_demo/calls.rs"]
mod calls;
#[path = "../../examples/replay_demo/client.rs"]
mod client;

mod curl;
mod dynamic;
mod dynamic_names;
mod options;
mod server;
mod shell;
mod variables;
mod wire;

use serde_json::Value;

/// The data of the demo.
const DATA: &str = include_str!("../../examples/replay_demo/replay.json");

/// The program, so that the test sees all of it in use.
const PROGRAM: fn(&str, &str, &[&dyn runner::AnyApi]) -> std::process::ExitCode = runner::main;

/// Runs the demo with these arguments.
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

/// Runs the demo and reads its lines.
fn run(arguments: &[&str]) -> Vec<Value> {
    let lines = run_lines(DATA, env!("CARGO_TARGET_TMPDIR"), arguments).unwrap();
    lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The arguments that send everything to a server.
fn to(server: &server::Server) -> Vec<String> {
    let url = server.url();
    ["baseUrl", "otherUrl"].map(|name| format!("--var={name}={url}")).to_vec()
}

/// A file for a test, with that content.
fn file(name: &str, content: &str) -> String {
    let path = format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, content).unwrap();
    path
}

/// Run by `wire::the_proxy_of_the_system_is_used` in a process of its own, with a proxy in its environment.
#[test]
#[ignore = "a part of another test"]
fn behind_a_proxy() {
    std::hint::black_box(PROGRAM);
    println!("{:?}", run(&["--only", "8"]));
}
