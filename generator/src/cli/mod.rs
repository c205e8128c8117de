//! The command line. Results go to standard output, messages to standard error.

mod arguments;
mod explain;
mod human;
mod json;
mod message;
mod messages;
mod places;
mod program;
mod progress;
mod results;
mod workspace;

use std::io::Write as _;
use std::process::ExitCode;

use crate::load::Inputs;
use crate::write::{self, Overwrite};
use crate::{Error, Output};
use clap::FromArgMatches as _;

use arguments::{Arguments, MessageFormat};
use messages::Messages;
pub use program::Program;
use progress::Progress;
use results::Results;

/// Runs the program: 0 when all is done, 1 when the input or the state on disk is at fault, 2 for wrong usage.
pub fn main(program: Program) -> ExitCode {
    clean_up_on_signals();
    let arguments = match parse(program) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    if let Some(text) = arguments.about_itself(program) {
        return print(&text);
    }
    match crate::on_all_cores(|| run(&arguments)) {
        Ok(code) => code,
        Err(error) => {
            Messages::new(&arguments).error(&error);
            ExitCode::FAILURE
        }
    }
}

/// Removes temporary files when the program is told to end (SIGINT, SIGTERM, SIGHUP).
fn clean_up_on_signals() {
    /// What shells report for a program that SIGINT ended.
    const INTERRUPTED: i32 = 130;
    // Without a handler a signal ends the program at once; the next run cleans up then.
    let _ = ctrlc::set_handler(|| {
        write::clean_up();
        std::process::exit(INTERRUPTED);
    });
}

fn parse(program: Program) -> Result<Arguments, clap::Error> {
    let matches = program.command().try_get_matches_from(program.arguments())?;
    Arguments::from_arg_matches(&matches)
        .map_err(|error| error.format(&mut program.command()))?
        .validated(program)
}

/// Prints what the program says about itself: completions, the manual page.
fn print(text: &[u8]) -> ExitCode {
    match std::io::stdout().write_all(text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Whether the user asked for no colours: <https://no-color.org>.
fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// What is wrong with the command line, for people or, when the line asks for it, for programs. `--help` is nothing wrong.
fn usage(error: &clap::Error) -> ExitCode {
    let code = error.exit_code();
    if code == 0 || MessageFormat::asked() == MessageFormat::Human {
        // When nobody listens any more there is nobody to tell.
        let _ = error.print();
    } else {
        Messages::for_programs().usage(error);
    }
    ExitCode::from(u8::try_from(code).unwrap_or(2))
}

fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let inputs = arguments.generator().inputs(&arguments.out)?;
    let output = make(arguments, &inputs)?;
    let mut messages = Messages::new(arguments);
    let results = Results::new(arguments.message_format, &arguments.out);
    if arguments.explain.is_some() || arguments.check {
        messages.diagnostics(&inputs, &output);
    }
    if let Some(place) = &arguments.explain {
        let place = place.as_deref().unwrap_or_default();
        if results.explanations(&output.explanations, place) == 0 && !place.is_empty() {
            messages.nothing_explained(place, explain::nearest(&output.explanations, place));
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
        let tell = || messages.diagnostics(&inputs, &output);
        let (report, ()) =
            rayon::join(|| write::write(&output.files, &arguments.out, overwrite), tell);
        let report = report?;
        messages.interrupted(&report);
        results.written(&report, &output.summary);
        if let Some(foreign) = workspace::foreign(&arguments.out) {
            messages.foreign_workspace(&foreign);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn make(arguments: &Arguments, inputs: &Inputs) -> Result<Output, Error> {
    let progress = Progress::start(arguments.message_format, inputs);
    let listener = |stage| progress.stage(stage);
    if arguments.explain.is_some() {
        crate::explain_with(inputs, &listener)
    } else {
        crate::generate_with(inputs, &listener)
    }
}
