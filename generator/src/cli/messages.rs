//! Sends messages to standard error, in the format that was asked for.

use std::cmp::Reverse;
use std::error::Error as _;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use crate::diagnostics::{Diagnostic, Severity};
use crate::load::{Inputs, SourceId};
use crate::write::Report;
use crate::{Error, Output};
use annotate_snippets::Renderer;
use indexmap::IndexMap;

use super::arguments::{Arguments, MessageFormat};
use super::message::{Level, Message};
use super::places::Places;
use super::workspace::Foreign;
use super::{human, json};

/// How many messages of one kind people get to see.
const SHOWN: usize = 5;

/// The way to standard error.
pub(crate) struct Messages {
    format: MessageFormat,
    detail: Detail,
    renderer: Renderer,
}

/// How much people see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// Of many notes of one kind, one line.
    Summary,
    Everything,
}

impl Messages {
    pub(crate) fn new(arguments: &Arguments) -> Messages {
        let plain = !io::stderr().is_terminal() || super::no_color();
        Messages {
            format: arguments.message_format,
            detail: if arguments.verbose { Detail::Everything } else { Detail::Summary },
            renderer: if plain { Renderer::plain() } else { Renderer::styled() },
        }
    }

    /// Messages for programs, when the rest of the command line cannot be read.
    pub(crate) fn for_programs() -> Messages {
        Messages {
            format: MessageFormat::Json,
            detail: Detail::Everything,
            renderer: Renderer::plain(),
        }
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
                self.send(&Message::error(error.code(), text, error.help().map(Into::into)));
            }
        }
    }

    /// The command line is wrong.
    pub(crate) fn usage(&mut self, error: &clap::Error) {
        let text = error.render().to_string();
        let said = text.split("\n\n").next().unwrap_or_default().trim_start_matches("error: ");
        self.send(&Message::error(
            "usage",
            said.to_owned(),
            Some("`--help` lists the options".into()),
        ));
    }

    /// There is nothing at a place that was to be explained.
    pub(crate) fn nothing_explained(&mut self, place: &str, nearest: Option<String>) {
        let hint = nearest.map(|nearest| format!("; did you mean `{nearest}`?"));
        let text = format!("nothing with a type is at `{place}`{}", hint.unwrap_or_default());
        let help = Some("`--explain` without a location lists everything".into());
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
            Some("run the generator again without `--check`".into()),
        ));
    }

    /// An earlier run was interrupted.
    pub(crate) fn interrupted(&mut self, report: &Report) {
        let mut tell = |text: String| {
            let message = Message::error("interrupted-run", text, None);
            self.send(&Message { level: Level::Note, ..message });
        };
        if report.repaired {
            tell(
                "an earlier run was interrupted between two files: the crate is complete again"
                    .into(),
            );
        }
        for path in &report.leftovers {
            let path = path.display();
            tell(format!(
                "an earlier run was interrupted: its temporary files in `{path}` are removed"
            ));
        }
    }

    /// Cargo will not build the crate where it is.
    pub(crate) fn foreign_workspace(&mut self, foreign: &Foreign) {
        let Foreign { manifest, position, member, remedy } = foreign;
        let text = format!(
            "`{member}` is inside a workspace that does not list it: cargo refuses to build it there"
        );
        let help = format!("{remedy}, or depend on it from a member of the workspace");
        self.send(&Message {
            level: Level::Warning,
            file: Some(manifest.display().to_string()),
            position: Some(position.clone()),
            ..Message::error("outside-workspace", text, Some(help.into()))
        });
    }

    /// The diagnostics of a run.
    pub(crate) fn diagnostics(&mut self, inputs: &Inputs, output: &Output) {
        let places = Places::new(inputs, &output.masks);
        let diagnostics = &output.diagnostics;
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

    /// People see warnings first; of many messages of one kind they see a few warnings or one line, unless they want all.
    fn summed_up(&mut self, mut places: Places<'_>, diagnostics: &[(SourceId, Diagnostic)]) {
        let mut kinds: IndexMap<&'static str, Vec<&(SourceId, Diagnostic)>> = IndexMap::new();
        for found in diagnostics {
            kinds.entry(found.1.kind.code()).or_default().push(found);
        }
        kinds
            .sort_by_key(|_, found| Reverse(found.first().map(|(_, first)| first.kind.severity())));
        for (code, found) in kinds {
            let (shown, more) = self.shown(&found);
            for (id, diagnostic) in &found[..shown] {
                self.send(&places.telling(*id, diagnostic));
            }
            if let (0, Some((id, first))) = (shown, found.first()) {
                let first = places.telling(*id, first);
                self.line(&format!("{}\n", human::counted(&self.renderer, &first, more)));
            } else if more > 0 {
                self.line(&format!("… and {more} more `{code}`; `--verbose` shows all\n"));
            }
        }
    }

    /// How many messages of one kind are shown in full, and how many are left.
    fn shown(&self, found: &[&(SourceId, Diagnostic)]) -> (usize, usize) {
        let all = found.len();
        let notes = found.first().is_some_and(|(_, first)| first.kind.severity() == Severity::Note);
        match self.detail {
            Detail::Summary if all > SHOWN => {
                let shown = if notes { 0 } else { SHOWN };
                (shown, all - shown)
            }
            _ => (all, 0),
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
