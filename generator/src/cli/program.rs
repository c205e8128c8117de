//! The two programs: `generator`, and `cargo-postman`, which cargo runs as `cargo postman`.

use std::ffi::OsString;

use clap::{Command, CommandFactory as _};
use clap_complete::Shell;

use super::arguments::Arguments;

/// The program that was started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// `generator`.
    Generator,
    /// `cargo-postman`: cargo passes its own subcommand, `postman`, as the first argument.
    CargoPostman,
}

impl Program {
    /// The file's name.
    fn file(self) -> &'static str {
        match self {
            Program::Generator => "generator",
            Program::CargoPostman => "cargo-postman",
        }
    }

    /// What people type.
    pub(crate) fn invocation(self) -> &'static str {
        match self {
            Program::Generator => "generator",
            Program::CargoPostman => "cargo postman",
        }
    }

    /// The arguments without the subcommand that cargo passes.
    pub(crate) fn arguments(self) -> Vec<OsString> {
        let mut arguments: Vec<OsString> = std::env::args_os().collect();
        let by_cargo = arguments.get(1).is_some_and(|first| first == "postman");
        if self == Program::CargoPostman && by_cargo {
            arguments.remove(1);
        }
        arguments
    }

    /// The command line as people see it in help and errors.
    pub(crate) fn command(self) -> Command {
        Arguments::command().name(self.file()).bin_name(self.invocation())
    }

    /// Completions for a shell.
    pub(crate) fn completions(self, shell: Shell) -> Vec<u8> {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut self.command(), self.file(), &mut script);
        script
    }

    /// The manual page, in roff.
    pub(crate) fn manual(self) -> std::io::Result<Vec<u8>> {
        let mut page = Vec::new();
        clap_mangen::Man::new(self.command()).render(&mut page)?;
        Ok(page)
    }
}
