//! What is wrong with a file of overrides.

use std::ops::Range;

use crate::source::Position;

/// A file of overrides that cannot be followed: what is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{problem}")]
pub struct OverridesError {
    /// What is wrong.
    pub problem: Problem,
    /// Where in the file.
    pub position: Position,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The file is no text.
    #[error("the overrides are not UTF-8 text")]
    NotUtf8,
    /// It is no TOML, or holds a key or a value that means nothing there.
    #[error("{message}")]
    Syntax {
        /// What the parser says.
        message: String,
    },
    /// A key names nothing in the collection.
    #[error("there is no {what} `{key}`{}", hint(.nearest))]
    NoMatch {
        /// What was looked for.
        what: What,
        /// The key.
        key: String,
        /// What there is that is most like it.
        nearest: Option<String>,
    },
    /// A name that Rust does not take, or that is not written as Rust's names are.
    #[error("`{name}` cannot be the name of a {what}{}", hint(.nearest))]
    BadName {
        /// What was to have the name.
        what: What,
        /// The name.
        name: String,
        /// A name like it that can be.
        nearest: Option<String>,
    },
    /// A name that something else has.
    #[error("two things here would have the name `{name}`")]
    Taken {
        /// The name.
        name: String,
    },
    /// Locations that were given one type name cannot be one type.
    #[error("the locations named `{name}` cannot be one type: {}", conflicting(.keys))]
    Conflict {
        /// The name.
        name: String,
        /// The keys whose values conflict.
        keys: Vec<String>,
    },
    /// An entry that has no meaning at its place.
    #[error("`{entry}` has no meaning here: {reason}")]
    Meaningless {
        /// The entry.
        entry: &'static str,
        /// Why.
        reason: &'static str,
    },
    /// No example value has the type.
    #[error("no example value of `{location}` is of the type `{kind}`")]
    Contradicted {
        /// The part of the request and the pointer.
        location: String,
        /// The type.
        kind: &'static str,
    },
    /// Cargo does not take the version.
    #[error("`{version}` is not a version: {reason}")]
    BadVersion {
        /// The version.
        version: String,
        /// Why.
        reason: String,
    },
    /// The file of another collection describes the crate already.
    #[error("another file has a `[crate]` already: a crate has one name and one version")]
    SecondCrate,
    /// Two collections are to be the crate's root.
    #[error("another collection is already at the root of the crate")]
    SecondRoot,
}

/// What a key of the overrides names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum What {
    Crate,
    Collection,
    Setting,
    Variable,
    Folder,
    Request,
    Place,
    Status,
    Field,
    Type,
}

impl std::fmt::Display for What {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            What::Crate => "crate",
            What::Collection => "collection's module",
            What::Setting => "setting of the client",
            What::Variable => "variable",
            What::Folder => "folder",
            What::Request => "request",
            What::Place => "place",
            What::Status => "response with the status",
            What::Field => "field",
            What::Type => "type",
        })
    }
}

impl Problem {
    /// A stable name for programs, in kebab case.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::NotUtf8 => "not-utf8",
            Problem::Syntax { .. } => "broken-overrides",
            Problem::NoMatch { .. } => "override-without-match",
            Problem::BadName { .. } => "bad-name",
            Problem::Taken { .. } => "name-taken",
            Problem::Conflict { .. } => "type-conflict",
            Problem::Meaningless { .. } => "meaningless-override",
            Problem::Contradicted { .. } => "contradicted-override",
            Problem::BadVersion { .. } => "bad-version",
            Problem::SecondCrate => "second-crate",
            Problem::SecondRoot => "second-root",
        }
    }

    /// What to do about it, when there is something to do.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Problem::NoMatch { what: What::Setting, .. } => {
                Some("settings are called as the methods of the client's builder")
            }
            Problem::NoMatch { what: What::Variable, .. } => None,
            Problem::NoMatch { .. } => Some("`--explain` prints the key of each place"),
            Problem::BadName { what: What::Type | What::Request, .. } => {
                Some("write it `LikeThis`")
            }
            Problem::BadName { .. } => Some("write it `like_this`"),
            Problem::Conflict { .. } => {
                Some("give them different names, or give the conflicting members one `type`")
            }
            Problem::Contradicted { .. } => Some(
                "correct the type or the example values; `--explain` lists them, `any` takes all",
            ),
            Problem::BadVersion { .. } => Some("write it as Cargo does: `1.2.3`"),
            Problem::SecondCrate => Some("keep the `[crate]` of one file"),
            Problem::SecondRoot => Some("keep `root = true` in one file"),
            _ => None,
        }
    }
}

/// A problem at a place of the file, before the place is found for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) problem: Problem,
    pub(crate) span: Range<usize>,
}

/// Why locations cannot be one type.
fn conflicting(keys: &[String]) -> String {
    let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    match keys.as_slice() {
        [] => "some are requests and some are responses, or their values are of different kinds"
            .to_owned(),
        [key] => format!("the values of {key} conflict"),
        keys => format!("the values of {} conflict", keys.join(", ")),
    }
}

fn hint(name: &Option<String>) -> String {
    name.as_ref().map(|name| format!("; did you mean `{name}`?")).unwrap_or_default()
}
