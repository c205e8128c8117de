//! `generator`: the command line of the library.

use generator::cli::{self, Program};

/// The generator makes many small allocations, which this allocator is fast at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::main(Program::Generator)
}
