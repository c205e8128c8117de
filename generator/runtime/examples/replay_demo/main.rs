//! The example `replay` as the generator emits it, over a client that was written by hand.

#[path = "../../replay/mod.rs"]
mod runner;

mod calls;
mod client;

fn main() -> std::process::ExitCode {
    runner::main(include_str!("replay.json"), env!("CARGO_MANIFEST_DIR"), &[&calls::calls()])
}
