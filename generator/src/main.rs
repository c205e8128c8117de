//! The command line of the generator: arguments → library → messages.

mod cli;

/// A compiler allocates little things without end: this allocator is made for that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::main()
}
