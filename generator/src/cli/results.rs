//! Results, on standard output.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use crate::explain::Explanation;
use crate::summary::Summary;
use crate::write::{Report, Stale};
use clap::builder::styling::{AnsiColor, Style};
use runtime::encode;
use serde_json::{Value, json};

use super::arguments::MessageFormat;
use super::explain;

/// Prints results as people or programs want them.
pub(crate) struct Results<'a> {
    format: MessageFormat,
    dir: &'a Path,
}

impl<'a> Results<'a> {
    pub(crate) fn new(format: MessageFormat, dir: &'a Path) -> Results<'a> {
        Results { format, dir }
    }

    /// What was made, and what to do next.
    pub(crate) fn written(&self, report: &Report, summary: &Summary) {
        let dir = self.dir.display();
        self.line(
            || self.summary(report, summary),
            || {
                json!({
                    "out": dir.to_string(),
                    "written": report.written,
                    "removed": report.removed,
                    "unchanged": report.unchanged,
                    "requests": summary.requests,
                    "endpoints": summary.endpoints,
                    "types": summary.types,
                    "untyped": summary.untyped,
                    "secrets": summary.secrets,
                    "clients": summary.clients,
                })
            },
        );
    }

    fn summary(&self, report: &Report, summary: &Summary) -> String {
        let dir = self.dir.display();
        let (bold, green) = styles();
        let (written, removed, unchanged) =
            (report.written.len(), report.removed.len(), report.unchanged);
        let made = format!(
            "{green}{dir}{green:#}: {}, {} ({written} files written, {removed} removed, \
             {unchanged} unchanged)",
            endpoints(summary),
            counted(summary.types, "type"),
        );
        let next = format!(
            "next: {bold}cargo doc --open --manifest-path {}{bold:#}{}",
            shown(&self.dir.join("Cargo.toml")),
            clients(summary)
        );
        format!("{made}\n{}; {}\n{next}", untyped(summary), self.secrets(summary))
    }

    fn secrets(&self, summary: &Summary) -> String {
        match summary.secrets {
            0 => "no secrets found".to_owned(),
            secrets => format!(
                "{} kept out of the code, in {}",
                counted(secrets, "secret"),
                shown(&self.dir.join("replay.secrets.json"))
            ),
        }
    }

    pub(crate) fn stale(&self, stale: &[Stale]) {
        for file in stale {
            let path = self.dir.join(&file.path).display().to_string();
            let state = file.state.to_string();
            self.line(|| format!("{state}: {path}"), || json!({"file": path, "state": state}));
        }
    }

    /// Prints the explanations below a location, and returns how many there are.
    pub(crate) fn explanations(&self, explanations: &[Explanation], location: &str) -> usize {
        let (mut request, mut count) = (None, 0);
        for explanation in
            explanations.iter().filter(|explanation| explain::is_below(explanation, location))
        {
            count += 1;
            let title = request.replace(explanation.request) != Some(explanation.request);
            self.line(
                || match title {
                    true => explain::with_title(explanation),
                    false => explain::entry(explanation),
                },
                || serde_json::to_value(explanation).unwrap_or_default(),
            );
        }
        count
    }

    fn line(&self, human: impl Fn() -> String, json: impl Fn() -> Value) {
        let text = match self.format {
            MessageFormat::Human => human(),
            MessageFormat::Json => encode::json_line(&json().to_string()),
        };
        // When nobody listens any more there is nobody to tell.
        let _ = writeln!(io::stdout().lock(), "{text}");
    }
}

/// Bold and green on a terminal, nothing elsewhere.
fn styles() -> (Style, Style) {
    let plain = !io::stdout().is_terminal() || super::no_color();
    if plain {
        (Style::new(), Style::new())
    } else {
        (Style::new().bold(), AnsiColor::Green.on_default().bold())
    }
}

fn endpoints(summary: &Summary) -> String {
    let endpoints = counted(summary.endpoints, "endpoint");
    match summary.requests {
        requests if requests == summary.endpoints => endpoints,
        requests => format!("{endpoints} for {}", counted(requests, "request")),
    }
}

fn untyped(summary: &Summary) -> String {
    match summary.untyped {
        0 => "every response has a type".to_owned(),
        1 => format!("1 response has no type: {HOW_TO_TYPE}"),
        untyped => format!("{untyped} responses have no type: {HOW_TO_TYPE}"),
    }
}

const HOW_TO_TYPE: &str = "save an example of it in Postman";

fn clients(summary: &Summary) -> String {
    match summary.clients.as_slice() {
        [] => String::new(),
        clients => format!("; the client is {}", clients.join(", ")),
    }
}

/// A path as an argument of a shell.
fn shown(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    if path.chars().all(plain) { path } else { format!("{path:?}") }
}

fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
