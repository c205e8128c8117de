//! Tells people what is going on when it takes a while.

use std::io::Write as _;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Duration;

use generator::inputs::Inputs;

use super::arguments::MessageFormat;

/// How long people wait without a word.
const PATIENCE: Duration = Duration::from_secs(1);

/// A run under way; it ends with this value.
pub(crate) struct Progress {
    /// Its end is what the other side waits for.
    _running: Option<Sender<()>>,
}

impl Progress {
    pub(crate) fn start(format: MessageFormat, inputs: &Inputs) -> Progress {
        if format == MessageFormat::Json {
            return Progress { _running: None };
        }
        let names: Vec<&str> =
            inputs.collections.iter().map(|collection| collection.file.name.as_str()).collect();
        let text = match names.as_slice() {
            [first] => format!("working on {first} …"),
            [first, rest @ ..] => format!("working on {first} and {} more …", rest.len()),
            [] => "working …".to_owned(),
        };
        let (running, ended) = mpsc::channel::<()>();
        std::thread::spawn(move || {
            if ended.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                let _ = writeln!(std::io::stderr().lock(), "{text}");
            }
        });
        Progress { _running: Some(running) }
    }
}
