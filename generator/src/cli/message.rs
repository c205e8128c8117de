//! One message, whatever it is about and for whom it is.

use std::borrow::Cow;

use crate::diagnostics::{Diagnostic, Severity};
use crate::error::{Fault, InputError};
use crate::source::Position;

/// How much a message matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Error,
    Warning,
    Note,
}

impl Level {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        }
    }
}

/// A message.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    pub(crate) level: Level,
    pub(crate) code: &'static str,
    pub(crate) text: String,
    pub(crate) file: Option<String>,
    pub(crate) position: Option<Position>,
    /// The JSON pointer of the place.
    pub(crate) pointer: Option<String>,
    /// The names of the folders and of the request around it.
    pub(crate) trail: Vec<String>,
    pub(crate) help: Option<Cow<'static, str>>,
}

impl Message {
    pub(crate) fn error(
        code: &'static str,
        text: String,
        help: Option<Cow<'static, str>>,
    ) -> Message {
        Message {
            level: Level::Error,
            code,
            text,
            file: None,
            position: None,
            pointer: None,
            trail: Vec::new(),
            help,
        }
    }

    pub(crate) fn input(error: &InputError) -> Message {
        let position = match &error.fault {
            Fault::Read(error) => error.position().cloned(),
            Fault::Overrides(error) => Some(error.position.clone()),
            _ => None,
        };
        let message =
            Message::error(error.code(), error.fault.to_string(), error.help().map(Into::into));
        Message { file: Some(error.file.clone()), position, ..message }
    }

    pub(crate) fn diagnostic(
        diagnostic: &Diagnostic,
        file: &str,
        position: Option<Position>,
    ) -> Message {
        Message {
            level: match diagnostic.kind.severity() {
                Severity::Note => Level::Note,
                Severity::Warning => Level::Warning,
            },
            code: diagnostic.kind.code(),
            text: diagnostic.kind.to_string(),
            file: Some(file.to_owned()),
            position,
            pointer: Some(diagnostic.place.pointer.clone()),
            trail: diagnostic.trail.clone(),
            help: diagnostic.kind.help().map(Into::into),
        }
    }
}
