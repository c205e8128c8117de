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

use arguments::{Arguments, MessageFormat};
use messages::Messages;
use progress::Progress;
use results::Results;

/// Runs the program: 0 when all is done, 1 when the input or the state on disk is at fault, 2 for wrong usage.
pub(crate) fn main() -> ExitCode {
    let arguments = match Arguments::try_parse().and_then(Arguments::validated) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    match generator::on_all_cores(|| run(&arguments)) {
        Ok(code) => code,
        Err(error) => {
            Messages::new(arguments.message_format).error(&error);
            ExitCode::FAILURE
        }
    }
}

/// What is wrong with the command line, for people or, when the line asks for it, for programs. `--help` is nothing wrong.
fn usage(error: &clap::Error) -> ExitCode {
    let code = error.exit_code();
    if code == 0 || MessageFormat::asked() == MessageFormat::Human {
        // When nobody listens any more there is nobody to tell.
        let _ = error.print();
    } else {
        Messages::new(MessageFormat::Json).usage(error);
    }
    ExitCode::from(u8::try_from(code).unwrap_or(2))
}

fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let inputs = arguments.generator().inputs(&arguments.out)?;
    let output = make(arguments, &inputs)?;
    let mut messages = Messages::new(arguments.message_format);
    let results = Results::new(arguments.message_format, &arguments.out);
    if arguments.explain.is_some() || arguments.check {
        messages.diagnostics(&inputs, &output.diagnostics);
    }
    if let Some(place) = &arguments.explain {
        let place = place.as_deref().unwrap_or_default();
        if results.explanations(&output.explanations, place) == 0 && !place.is_empty() {
            messages.nothing_explained(place);
        }
    } else if arguments.check {
        let stale = write::check(&output.files, &arguments.out)?;
        results.stale(&stale);
        if !stale.is_empty() {
            messages.stale(&arguments.out, stale.len());
            return Ok(ExitCode::FAILURE);
        }
    } else {
        let overwrite = if arguments.force { Overwrite::Everything } else { Overwrite::OwnFiles };
        // what there is to say is made out while the files are written
        let tell = || messages.diagnostics(&inputs, &output.diagnostics);
        let (report, ()) =
            rayon::join(|| write::write(&output.files, &arguments.out, overwrite), tell);
        results.written(&report?);
    }
    Ok(ExitCode::SUCCESS)
}

fn make(arguments: &Arguments, inputs: &Inputs) -> Result<Output, Error> {
    let _progress = Progress::start(arguments.message_format, inputs);
    if arguments.explain.is_some() {
        generator::explain(inputs)
    } else {
        generator::generate(inputs)
    }
}
