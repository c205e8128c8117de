//! The command line. Results go to standard output, messages to standard error.

mod arguments;
mod explain;
mod human;
mod json;
mod message;
mod messages;
mod places;
mod progress;
mod results;

use std::process::ExitCode;

use clap::Parser as _;
use generator::inputs::Inputs;
use generator::write::{self, Overwrite};
use generator::{Error, Output};

use arguments::Arguments;
use messages::Messages;
use progress::Progress;
use results::Results;

/// Runs the program: 0 when all is done, 1 when the input or the state on disk is at fault, 2 for wrong usage.
pub(crate) fn main() -> ExitCode {
    let arguments = Arguments::parse().validated();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            Messages::new(arguments.message_format).error(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let inputs = arguments.generator().inputs(&arguments.out)?;
    let output = make(arguments, &inputs)?;
    let mut messages = Messages::new(arguments.message_format);
    messages.diagnostics(&inputs, &output.diagnostics);
    let results = Results::new(arguments.message_format, &arguments.out);
    if let Some(place) = &arguments.explain {
        results.explanations(&output.explanations, place.as_deref().unwrap_or_default());
    } else if arguments.check {
        let stale = write::check(&output.files, &arguments.out)?;
        results.stale(&stale);
        if !stale.is_empty() {
            messages.stale(&arguments.out, stale.len());
            return Ok(ExitCode::FAILURE);
        }
    } else {
        let overwrite = if arguments.force { Overwrite::Everything } else { Overwrite::OwnFiles };
        results.written(&write::write(&output.files, &arguments.out, overwrite)?);
    }
    Ok(ExitCode::SUCCESS)
}

fn make(arguments: &Arguments, inputs: &Inputs) -> Result<Output, Error> {
    let _progress = Progress::start(arguments.message_format, inputs);
    if arguments.explain.is_some() { generator::explain(inputs) } else { generator::generate(inputs) }
}
