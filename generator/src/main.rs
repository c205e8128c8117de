//! The command line of the generator: arguments → library → messages.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
