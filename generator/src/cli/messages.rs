//! Sends messages to standard error, in the format that was asked for.

use std::cmp::Reverse;
use std::error::Error as _;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use annotate_snippets::Renderer;
use generator::Error;
use generator::diagnostics::Diagnostic;
use generator::inputs::{Inputs, SourceId};
use indexmap::IndexMap;

use super::arguments::MessageFormat;
use super::message::{Level, Message};
use super::places::Places;
use super::{human, json};

/// How many messages of one kind people get to see.
const SHOWN: usize = 5;

/// The way to standard error.
pub(crate) struct Messages {
    format: MessageFormat,
    renderer: Renderer,
}

impl Messages {
    pub(crate) fn new(format: MessageFormat) -> Messages {
        let plain = !io::stderr().is_terminal()
            || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Messages { format, renderer: if plain { Renderer::plain() } else { Renderer::styled() } }
    }

    /// Everything about an error: of several inputs, each.
    pub(crate) fn error(&mut self, error: &Error) {
        match error {
            Error::Inputs(faults) => {
                faults.iter().map(Message::input).for_each(|message| self.send(&message))
            }
            error => {
                let mut text = error.to_string();
                let mut source = error.source();
                while let Some(cause) = source {
                    text = format!("{text}: {cause}");
                    source = cause.source();
                }
                self.send(&Message::error(error.code(), text, error.help()));
            }
        }
    }

    /// The command line is wrong.
    pub(crate) fn usage(&mut self, error: &clap::Error) {
        let text = error.render().to_string();
        let said = text.split("\n\n").next().unwrap_or_default().trim_start_matches("error: ");
        self.send(&Message::error("usage", said.to_owned(), Some("`--help` says what there is")));
    }

    /// There is nothing at a place that was to be explained.
    pub(crate) fn nothing_explained(&mut self, place: &str) {
        let text = format!("no place that holds values is at `{place}` or below it");
        let help = Some("`--explain` without a place lists all");
        self.send(&Message {
            level: Level::Warning,
            ..Message::error("nothing-explained", text, help)
        });
    }

    /// The crate on disk is not what would be written.
    pub(crate) fn stale(&mut self, dir: &Path, files: usize) {
        let text = format!(
            "`{}` is stale: {} as the generator would write it",
            dir.display(),
            not_as(files)
        );
        self.send(&Message::error(
            "stale-crate",
            text,
            Some("run the generator again without `--check`"),
        ));
    }

    /// The diagnostics of a run.
    pub(crate) fn diagnostics(&mut self, inputs: &Inputs, diagnostics: &[(SourceId, Diagnostic)]) {
        let places = Places::new(inputs);
        match self.format {
            MessageFormat::Human => self.summed_up(places, diagnostics),
            MessageFormat::Json => self.one_by_one(places, diagnostics),
        }
    }

    fn one_by_one(&mut self, mut places: Places<'_>, diagnostics: &[(SourceId, Diagnostic)]) {
        for (id, diagnostic) in diagnostics {
            self.send(&places.exact(*id, diagnostic));
        }
    }

    /// People see a few of each kind, warnings first, and how many more there are.
    fn summed_up(&mut self, mut places: Places<'_>, diagnostics: &[(SourceId, Diagnostic)]) {
        let mut kinds: IndexMap<&'static str, Vec<&(SourceId, Diagnostic)>> = IndexMap::new();
        for found in diagnostics {
            kinds.entry(found.1.kind.code()).or_default().push(found);
        }
        kinds
            .sort_by_key(|_, found| Reverse(found.first().map(|(_, first)| first.kind.severity())));
        for (code, found) in kinds {
            for (id, diagnostic) in found.iter().take(SHOWN) {
                self.send(&places.telling(*id, diagnostic));
            }
            if let Some(more @ 1..) = found.len().checked_sub(SHOWN) {
                self.line(&format!("… and {more} more of the kind `{code}`\n"));
            }
        }
    }

    fn send(&mut self, message: &Message) {
        match self.format {
            MessageFormat::Human => {
                self.line(&format!("{}\n", human::render(&self.renderer, message)))
            }
            MessageFormat::Json => self.line(&json::render(message)),
        }
    }

    fn line(&mut self, text: &str) {
        // When nobody listens any more there is nobody to tell.
        let _ = io::stderr().write_all(format!("{text}\n").as_bytes());
    }
}

fn not_as(files: usize) -> String {
    if files == 1 { "one file is not".to_owned() } else { format!("{files} files are not") }
}
