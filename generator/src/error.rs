//! Why there is no crate.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::overrides::OverridesError;
use crate::read::ReadError;
use crate::source::Position;
use crate::write::WriteError;

/// Why there is no crate.
///
/// `Debug` shows the same as `Display`, with the help: a build script that returns this error from `main` shows it to people.
#[derive(thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Some inputs cannot be used; all of them are named.
    #[error("{}", lines(.0))]
    Inputs(Vec<InputError>),
    /// No collection was named and none was found.
    #[error("there is no collection in `{}`", dir.display())]
    NoCollections {
        /// Where they were looked for.
        dir: PathBuf,
    },
    /// No crate can have this name.
    #[error("`{name}` is not a valid crate name, or a library that the client uses has it")]
    BadName {
        /// The name.
        name: String,
    },
    /// No module can stand there.
    #[error("`{path}` is not the path of a module")]
    BadModule {
        /// The path.
        path: String,
    },
    /// The runtime has no such feature.
    #[error("there is no feature `{name}`")]
    UnknownFeature {
        /// The feature.
        name: String,
    },
    /// One file of overrides for several collections.
    #[error("`{}` cannot hold the overrides of {collections} collections", path.display())]
    SharedOverrides {
        /// The file.
        path: PathBuf,
        /// How many collections there are.
        collections: usize,
    },
    /// The crate cannot be written or compared.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl Error {
    /// A stable name for programs, in kebab case; [`Error::Inputs`] has one for each of them.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Inputs(faults) => faults.first().map_or("input", InputError::code),
            Error::NoCollections { .. } => "no-collections",
            Error::BadName { .. } => "bad-crate-name",
            Error::BadModule { .. } => "bad-module-path",
            Error::UnknownFeature { .. } => "unknown-feature",
            Error::SharedOverrides { .. } => "shared-overrides",
            Error::Write(error) => error.code(),
        }
    }

    /// What to do about it, when there is something to do.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Error::Inputs(faults) => faults.first().and_then(InputError::help),
            Error::NoCollections { .. } => Some(
                "put Postman collections there, or name them; in a repository with a `postman/` directory, name that",
            ),
            Error::BadName { .. } => Some(
                "give one with `--name NAME`: letters, digits, `-` and `_`, and a letter first",
            ),
            Error::BadModule { .. } => {
                Some("give the path from the root of your crate: `zoom`, `api::zoom`")
            }
            Error::UnknownFeature { .. } => Some(
                "the features of emitted crates are: rustls, aws-lc, native-tls, blocking, files, mock, tracing …",
            ),
            Error::SharedOverrides { .. } => {
                Some("put a file of the collection's name with the ending `.toml` beside each")
            }
            Error::Write(error) => error.help(),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")?;
        let alone = !matches!(self, Error::Inputs(_));
        self.help().filter(|_| alone).map_or(Ok(()), |help| write!(f, "\n  help: {help}"))
    }
}

/// An input that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{file}{}: {fault}{}", self.line(), self.advice())]
pub struct InputError {
    /// The file.
    pub file: String,
    /// What is wrong with it.
    #[source]
    pub fault: Fault,
}

/// What is wrong with an input.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// It does not exist.
    #[error("there is no such file or directory")]
    Missing,
    /// It is a directory without a collection.
    #[error("this directory holds no Postman collection")]
    Directory,
    /// It is a Postman repository without collections.
    #[error("there is no collection in this repository")]
    NoCollections,
    /// The operating system refuses to read it.
    #[error("the file cannot be read: {0}")]
    Unreadable(#[source] io::Error),
    /// It is too large.
    #[error("the file is larger than {limit} MiB")]
    TooLarge {
        /// The largest size that is read, in mebibytes.
        limit: u64,
    },
    /// It is not what was asked for.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It holds overrides that cannot be followed.
    #[error(transparent)]
    Overrides(#[from] OverridesError),
}

impl InputError {
    /// Line and column of the fault, when it has them.
    fn line(&self) -> String {
        let position = match &self.fault {
            Fault::Read(error) => error.position(),
            Fault::Overrides(error) => Some(&error.position),
            _ => None,
        };
        let shown = |position: &Position| format!(":{}:{}", position.line, position.column);
        position.map(shown).unwrap_or_default()
    }

    fn advice(&self) -> String {
        self.help().map(|help| format!("\n  help: {help}")).unwrap_or_default()
    }

    /// A stable name for programs, in kebab case.
    pub fn code(&self) -> &'static str {
        match &self.fault {
            Fault::Missing => "no-such-file",
            Fault::Directory => "is-a-directory",
            Fault::NoCollections => "no-collections",
            Fault::Unreadable(_) => "unreadable-file",
            Fault::TooLarge { .. } => "file-too-large",
            Fault::Read(error) => error.code(),
            Fault::Overrides(error) => error.problem.code(),
        }
    }

    /// What to do about it, when there is something to do.
    pub fn help(&self) -> Option<&'static str> {
        match &self.fault {
            Fault::Missing => {
                Some("check the path: it is relative to the directory in which the generator runs")
            }
            Fault::Unreadable(_) => Some("check the permissions of the file"),
            Fault::TooLarge { .. } => {
                Some("move what makes it large, such as a saved response, out of it")
            }
            Fault::Directory => Some(
                "name a collection file, or a directory with `*.request.yaml` files (Postman's v3 format)",
            ),
            Fault::NoCollections => Some("Postman keeps collections in `postman/collections`"),
            Fault::Read(error) => Some(error.help()),
            Fault::Overrides(error) => error.problem.help(),
        }
    }
}

fn lines(faults: &[InputError]) -> String {
    let lines: Vec<String> = faults.iter().map(InputError::to_string).collect();
    lines.join("\n")
}
