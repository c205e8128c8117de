//! Shows the stage of a run that takes a while: a spinner on a terminal, one line elsewhere.

use std::io::{IsTerminal as _, Write as _};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Duration;

use crate::load::Inputs;
use crate::progress::Stage;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::arguments::MessageFormat;

/// How long people wait without a word.
const PATIENCE: Duration = Duration::from_millis(700);

/// A run that is under way; its end ends the display.
pub(crate) struct Progress {
    bar: ProgressBar,
    /// Dropped at the end, which is what the waiting thread sees.
    running: Option<Sender<()>>,
}

impl Progress {
    pub(crate) fn start(format: MessageFormat, inputs: &Inputs) -> Progress {
        let bar = ProgressBar::hidden();
        if format == MessageFormat::Json {
            return Progress { bar, running: None };
        }
        let subject = subject(inputs);
        if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix}: {msg} ({elapsed})") {
            bar.set_style(style);
        }
        bar.set_prefix(subject.clone());
        let (running, ended) = mpsc::channel::<()>();
        let shown = bar.clone();
        std::thread::spawn(move || {
            if ended.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            if std::io::stderr().is_terminal() {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(Duration::from_millis(100));
            } else {
                let _ = writeln!(std::io::stderr().lock(), "working on {subject} …");
            }
        });
        Progress { bar, running: Some(running) }
    }

    /// A stage begins.
    pub(crate) fn stage(&self, stage: Stage) {
        self.bar.set_message(match stage {
            Stage::Read => "reading",
            Stage::Resolve => "resolving requests",
            Stage::Infer => "inferring types",
            Stage::Emit => "generating code",
        });
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.running = None;
        self.bar.finish_and_clear();
    }
}

fn subject(inputs: &Inputs) -> String {
    let names: Vec<&str> = inputs.collections.iter().map(|collection| collection.path()).collect();
    match names.as_slice() {
        [first] => (*first).to_owned(),
        [first, rest @ ..] => format!("{first} and {} more", rest.len()),
        [] => "nothing".to_owned(),
    }
}
