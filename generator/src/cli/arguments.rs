//! The arguments.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::{Error, Generator};
use clap::error::ErrorKind;
use clap::{Parser, ValueEnum};
use clap_complete::Shell;

use super::program::Program;

/// Turns Postman collections into a typed Rust client crate.
#[derive(Debug, Parser)]
#[command(name = "generator", version, about)]
pub(crate) struct Arguments {
    /// Collections: exports (v2.1, v2.0, v1), v3 directories, or a repository for all its collections; without one, everything
    /// in `collections/`
    #[arg(value_name = "COLLECTION")]
    pub(crate) collections: Vec<PathBuf>,

    /// The crate to write
    #[arg(short, long, value_name = "DIR", default_value = "generated-client")]
    pub(crate) out: PathBuf,

    /// The crate's name [default: DIR's last part]
    #[arg(short, long, value_name = "NAME", value_parser = crate_name)]
    name: Option<String>,

    /// A Postman environment or globals, JSON or YAML; may be repeated
    #[arg(short, long = "environment", value_name = "FILE")]
    environments: Vec<PathBuf>,

    /// Overrides [default: the collection's name with the ending .toml, beside it]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,

    /// Write nothing; list the files that differ, and exit with 1 when there are some
    #[arg(long, conflicts_with_all = ["force", "explain"])]
    pub(crate) check: bool,

    /// Overwrite and remove files that the generator did not write or that were changed by hand
    #[arg(long, conflicts_with = "explain")]
    pub(crate) force: bool,

    /// Say why each type is what it is, for all places or for those below PLACE (a request's index, or names such as
    /// `Users/Create users/form`); write nothing
    #[arg(long, value_name = "PLACE", num_args = 0..=1)]
    pub(crate) explain: Option<Option<String>>,

    /// Show every message; without it, many notes of one kind are one line
    #[arg(short, long)]
    pub(crate) verbose: bool,

    /// For whom messages are
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(crate) message_format: MessageFormat,

    /// Print completions for a shell
    #[arg(long, value_name = "SHELL", exclusive = true)]
    completions: Option<Shell>,

    /// Print the manual page (roff)
    #[arg(long, exclusive = true)]
    man: bool,
}

/// For whom messages are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// For people
    #[default]
    Human,
    /// For programs: one JSON object a line
    Json,
}

impl MessageFormat {
    /// What the command line asks for, also where the rest of it is wrong.
    pub(crate) fn asked() -> MessageFormat {
        let arguments: Vec<OsString> = std::env::args_os().collect();
        let apart =
            arguments.windows(2).any(|pair| pair[0] == "--message-format" && pair[1] == "json");
        let json = apart || arguments.iter().any(|argument| argument == "--message-format=json");
        if json { MessageFormat::Json } else { MessageFormat::Human }
    }
}

impl Arguments {
    /// What was asked of the program itself.
    pub(crate) fn about_itself(&self, program: Program) -> Option<Vec<u8>> {
        match self.completions {
            Some(shell) => Some(program.completions(shell)),
            None if self.man => program.manual().ok(),
            None => None,
        }
    }

    /// Refuses a collection that was taken for a location.
    pub(crate) fn validated(self, program: Program) -> Result<Arguments, clap::Error> {
        if let Some(Some(place)) = &self.explain
            && self.collections.is_empty()
            && place.ends_with(".json")
        {
            let message = format!(
                "`--explain {place}` takes a location: write the collection before it, \
                 `{} {place} --explain`",
                program.invocation()
            );
            return Err(program.command().error(ErrorKind::ValueValidation, message));
        }
        Ok(self)
    }

    pub(crate) fn generator(&self) -> Generator {
        let mut generator = Generator::new();
        generator =
            self.collections.iter().fold(generator, |generator, path| generator.collection(path));
        generator =
            self.environments.iter().fold(generator, |generator, path| generator.environment(path));
        generator = self.config.iter().fold(generator, |generator, path| generator.overrides(path));
        self.name.iter().fold(generator, |generator, name| generator.name(name))
    }
}

fn crate_name(name: &str) -> Result<String, Error> {
    if crate::is_crate_name(name) {
        Ok(name.to_owned())
    } else {
        Err(Error::BadName { name: name.to_owned() })
    }
}
