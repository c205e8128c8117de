//! Why a crate cannot be written.

use std::io;
use std::path::PathBuf;

/// A crate that was not written, or could not be compared. Unless it is [`WriteError::Io`] nothing was touched.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// Files stand in the way that the generator did not write, or that were changed since.
    #[error("{} in `{}` would be lost: {}", count(files.len()), dir.display(), list(files))]
    Conflicts {
        /// The crate.
        dir: PathBuf,
        /// The files.
        files: Vec<Conflict>,
    },
    /// The crate's directory is a symbolic link.
    #[error("`{}` is a symbolic link: nothing is written through it", dir.display())]
    TargetIsLink {
        /// The crate.
        dir: PathBuf,
    },
    /// There is something else in place of the crate's directory.
    #[error("`{}` is not a directory", dir.display())]
    TargetIsNoDirectory {
        /// The crate.
        dir: PathBuf,
    },
    /// A directory inside the crate is a symbolic link.
    #[error("`{}` is a symbolic link: nothing is written through it", path.display())]
    LinkInside {
        /// The link.
        path: PathBuf,
    },
    /// A file stands where a directory has to be.
    #[error("`{}` has to be a directory, but is a file", path.display())]
    NotADirectory {
        /// The file.
        path: PathBuf,
    },
    /// A directory stands where a file has to be.
    #[error("`{}` has to be a file, but is a directory", path.display())]
    IsADirectory {
        /// The directory.
        path: PathBuf,
    },
    /// A path that leads out of the crate or is none of the generator's.
    #[error("`{path}` is not a path inside a crate")]
    BadPath {
        /// The path.
        path: String,
    },
    /// Two files that a file system may take for one.
    #[error("`{first}` and `{second}` are one and the same for some file systems")]
    SamePath {
        /// The one.
        first: String,
        /// The other.
        second: String,
    },
    /// The file system says no.
    #[error("cannot {doing} `{}`", path.display())]
    Io {
        /// What was tried.
        doing: Doing,
        /// With what.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// What was being done when the file system said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "they say what they say")]
pub enum Doing {
    Read,
    Write,
    Remove,
    CreateDirectory,
}

impl std::fmt::Display for Doing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Doing::Read => "read",
            Doing::Write => "write",
            Doing::Remove => "remove",
            Doing::CreateDirectory => "create the directory",
        })
    }
}

/// A file that stands in the way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    /// Its path inside the crate.
    pub path: String,
    /// Why it is left alone.
    pub reason: Reason,
}

/// Why a file is left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The generator did not write it.
    NotOurs,
    /// The generator wrote it, and somebody changed it.
    ChangedByHand,
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Reason::NotOurs => "not written by the generator",
            Reason::ChangedByHand => "changed by hand",
        })
    }
}

/// How many files a message lists.
const LISTED: usize = 20;

fn count(files: usize) -> String {
    if files == 1 { "one file".to_owned() } else { format!("{files} files") }
}

fn list(files: &[Conflict]) -> String {
    let named: Vec<String> =
        files.iter().take(LISTED).map(|file| format!("{} ({})", file.path, file.reason)).collect();
    let more = files.len().saturating_sub(LISTED);
    let more = if more > 0 { format!(", and {more} more") } else { String::new() };
    named.join(", ") + &more
}

impl WriteError {
    /// A stable name for programs, in kebab case.
    pub fn code(&self) -> &'static str {
        match self {
            WriteError::Conflicts { .. } => "files-in-the-way",
            WriteError::TargetIsLink { .. } | WriteError::LinkInside { .. } => "symbolic-link",
            WriteError::TargetIsNoDirectory { .. } | WriteError::NotADirectory { .. } => {
                "not-a-directory"
            }
            WriteError::IsADirectory { .. } => "is-a-directory",
            WriteError::BadPath { .. } | WriteError::SamePath { .. } => "bad-output-path",
            WriteError::Io { .. } => "file-system",
        }
    }

    /// What to do about it, when there is something to do.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            WriteError::Conflicts { .. } => Some(
                "move them away, give another directory with `--out DIR`, or overwrite them with `--force`",
            ),
            WriteError::TargetIsLink { .. } => Some("give the directory itself with `--out DIR`"),
            WriteError::LinkInside { .. }
            | WriteError::NotADirectory { .. }
            | WriteError::IsADirectory { .. } => {
                Some("move it away, or give another directory with `--out DIR`")
            }
            WriteError::TargetIsNoDirectory { .. } => {
                Some("give another directory with `--out DIR`")
            }
            WriteError::SamePath { .. } | WriteError::BadPath { .. } => {
                Some("give the folder or the request another name")
            }
            WriteError::Io { .. } => None,
        }
    }
}
