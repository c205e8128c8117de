//! Results, on standard output.

use std::io::{self, Write as _};
use std::path::Path;

use generator::explain::Explanation;
use generator::write::{Report, Stale};
use runtime::encode;
use serde_json::{Value, json};

use super::arguments::MessageFormat;
use super::explain;

/// The way to standard output.
pub(crate) struct Results<'a> {
    format: MessageFormat,
    dir: &'a Path,
}

impl<'a> Results<'a> {
    pub(crate) fn new(format: MessageFormat, dir: &'a Path) -> Results<'a> {
        Results { format, dir }
    }

    pub(crate) fn written(&self, report: &Report) {
        let (written, removed, unchanged) =
            (report.written.len(), report.removed.len(), report.unchanged);
        let dir = self.dir.display();
        self.line(
            || format!("{dir}: {written} files written, {removed} removed, {unchanged} unchanged"),
            || json!({"out": dir.to_string(), "written": report.written, "removed": report.removed, "unchanged": unchanged}),
        );
    }

    pub(crate) fn stale(&self, stale: &[Stale]) {
        for file in stale {
            let path = self.dir.join(&file.path).display().to_string();
            let state = file.state.to_string();
            self.line(|| format!("{state}: {path}"), || json!({"file": path, "state": state}));
        }
    }

    /// Gives how many there are.
    pub(crate) fn explanations(&self, explanations: &[Explanation], place: &str) -> usize {
        let (mut request, mut count) = (None, 0);
        for explanation in
            explanations.iter().filter(|explanation| explain::is_below(explanation, place))
        {
            count += 1;
            let title = request.replace(explanation.request) != Some(explanation.request);
            self.line(
                || {
                    if title {
                        explain::with_title(explanation)
                    } else {
                        explain::entry(explanation)
                    }
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
