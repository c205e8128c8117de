//! Why a file cannot be read. Each error says what the file seems to be and what to do about it.

use crate::source::{self, EncodingError, Position};
use crate::yaml::{Problem, YamlError};

/// Why a file cannot be read as a collection or environment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Only white space.
    #[error("the file is empty")]
    Empty,
    /// Bytes that are not UTF-8.
    #[error("the file is not UTF-8 text (the first wrong byte is number {})", offset + 1)]
    NotUtf8 {
        /// The first wrong byte, counted from 0.
        offset: usize,
    },
    /// UTF-16 or UTF-32, as some Windows tools write it.
    #[error("the file is UTF-16 text, not UTF-8")]
    Utf16,
    /// Not JSON.
    #[error("the file is not JSON: {problem} (line {}, column {})", position.line, position.column)]
    BrokenJson {
        /// What the parser says.
        problem: String,
        /// Where.
        position: Position,
    },
    /// Not usable YAML.
    #[error("{} (line {}, column {})", .problem, position.line, position.column)]
    BrokenYaml {
        /// Why.
        problem: Problem,
        /// Where.
        position: Position,
    },
    /// Nested deeper than any export.
    #[error("the JSON is nested too deeply (more than {limit} lists and objects in one another)")]
    TooDeep {
        /// How deep it may be.
        limit: usize,
        /// Where.
        position: Position,
    },
    /// A file of another tool, or of another kind.
    #[error("this is {found}, not {wanted}")]
    Foreign {
        /// What it seems to be.
        found: Foreign,
        /// What was asked for.
        wanted: Wanted,
    },
    /// A collection without `item`.
    #[error("the collection has no `item`: it holds no requests")]
    NoItems,
}

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A collection.
    Collection,
    /// An environment or globals export.
    Environment,
    /// Either.
    Either,
}

impl std::fmt::Display for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Wanted::Collection => "a Postman collection",
            Wanted::Environment => "a Postman environment",
            Wanted::Either => "a Postman collection or environment",
        })
    }
}

/// What a file seems to be when it is not what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the names are those of the formats")]
pub enum Foreign {
    PostmanV3,
    PostmanCollection,
    PostmanEnvironment,
    PostmanDump,
    OpenApi,
    AsyncApi,
    Insomnia,
    Har,
    Bruno,
    Hoppscotch,
    ThunderClient,
    Markup,
    Yaml,
    OtherJson,
}

impl std::fmt::Display for Foreign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Foreign::PostmanV3 => "one file of a Postman v3 collection (a directory of YAML files)",
            Foreign::PostmanCollection => "a Postman collection",
            Foreign::PostmanEnvironment => "a Postman environment",
            Foreign::PostmanDump => "a list of Postman collections",
            Foreign::OpenApi => "an OpenAPI (Swagger) description",
            Foreign::AsyncApi => "an AsyncAPI description",
            Foreign::Insomnia => "an Insomnia export",
            Foreign::Har => "a HAR recording",
            Foreign::Bruno => "a Bruno collection",
            Foreign::Hoppscotch => "a Hoppscotch collection",
            Foreign::ThunderClient => "a Thunder Client collection",
            Foreign::Markup => "an HTML or XML page",
            Foreign::Yaml => "YAML",
            Foreign::OtherJson => "JSON of another kind",
        })
    }
}

const EXPORT: &str =
    "in Postman, choose Export on the collection, then Collection v2.1, and use that file";
const IMPORT: &str =
    "import it into Postman, then export the collection as Collection v2.1 and use that file";

impl ReadError {
    /// A stable name for programs, in kebab case.
    pub fn code(&self) -> &'static str {
        match self {
            ReadError::Empty => "empty-file",
            ReadError::NotUtf8 { .. } | ReadError::Utf16 => "not-utf8",
            ReadError::BrokenJson { .. } => "broken-json",
            ReadError::BrokenYaml { .. } => "broken-yaml",
            ReadError::TooDeep { .. } => "too-deep",
            ReadError::Foreign { .. } => "wrong-format",
            ReadError::NoItems => "no-items",
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            ReadError::NotUtf8 { .. } | ReadError::Utf16 => {
                "save the file as UTF-8, or export it again"
            }
            ReadError::BrokenJson { .. } | ReadError::TooDeep { .. } | ReadError::Empty => {
                "export it again; a file that was edited by hand may miss a comma or a quote"
            }
            ReadError::BrokenYaml { problem, .. } => yaml_help(problem),
            ReadError::NoItems => EXPORT,
            ReadError::Foreign { found, wanted } => found.help(*wanted),
        }
    }

    /// The location in the file, if one is at fault.
    pub fn position(&self) -> Option<&Position> {
        match self {
            ReadError::BrokenJson { position, .. }
            | ReadError::BrokenYaml { position, .. }
            | ReadError::TooDeep { position, .. } => Some(position),
            _ => None,
        }
    }
}

fn yaml_help(problem: &Problem) -> &'static str {
    match problem {
        Problem::Syntax(_) => {
            "correct the YAML: indent with spaces, and quote values with `: `, `#`, `{{` or a leading `*`, `&`, `@`"
        }
        Problem::DuplicateKey(_) => {
            "remove one of them, or write the map as a list of `key` and `value`"
        }
        Problem::SecondDocument => "move it to a file of its own",
        Problem::TooDeep | Problem::TooManyAliases | Problem::CyclicAlias => {
            "write the values out, without aliases that refer to aliases"
        }
    }
}

impl ReadError {
    /// An error of a YAML text.
    pub(super) fn yaml(text: &str, error: YamlError) -> ReadError {
        let position = source::position(text, error.span);
        ReadError::BrokenYaml { problem: error.problem, position }
    }
}

impl Foreign {
    fn help(self, wanted: Wanted) -> &'static str {
        match (self, wanted) {
            (Foreign::PostmanEnvironment, _) => {
                "give it with `--environment FILE`, and a collection beside it"
            }
            (Foreign::PostmanCollection, _) => "give it as COLLECTION, without `--environment`",
            (_, Wanted::Environment) => {
                "in Postman, choose Export on the environment and use that file"
            }
            (Foreign::PostmanV3, _) => "give the directory that holds `.resources/definition.yaml`",
            (Foreign::OtherJson, _) => EXPORT,
            (Foreign::PostmanDump, _) => "export each collection on its own, as Collection v2.1",
            (Foreign::Markup, _) => {
                "perhaps a web page was saved instead of the file: export the collection as v2.1"
            }
            _ => IMPORT,
        }
    }
}

impl From<EncodingError> for ReadError {
    fn from(error: EncodingError) -> ReadError {
        match error {
            EncodingError::NotUtf8 { offset } => ReadError::NotUtf8 { offset },
            EncodingError::Utf16 => ReadError::Utf16,
        }
    }
}
