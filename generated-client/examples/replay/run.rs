// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! From the command line to a line about each request.

use std::fmt;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::curl;
use super::data::{self, Collection, Place, Request};
use super::dynamic::Dynamic;
use super::flow;
use super::options::{Action, Options, USAGE};
use super::plan;
use super::record::Recorder;
use super::report::{self, Outcome};
use super::saved::Filler;
use super::select::Selection;
use super::send::{AnyApi, Sender, Setup};
use super::shell::Marks;
use super::variables::{MissingSecret, Variables};
use crate::client::runtime::replay::Saved;

/// The secrets file in the folder of the crate.
const SECRETS: &str = "replay.secrets.json";

/// Why the program cannot do what it was told.
#[derive(Debug)]
pub enum Failure {
    /// The command line is at fault. Holds a message.
    Usage(String),
    /// A file cannot be read. Holds its path.
    File(PathBuf, io::Error),
    /// A file is no JSON. Holds its path.
    Json(PathBuf, serde_json::Error),
    /// The transport cannot be set up. Holds a message.
    Transport(String),
    /// Responses cannot be recorded. Holds a message.
    Record(String),
    /// The lines cannot be written.
    Output(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Usage(message) | Failure::Transport(message) | Failure::Record(message) => {
                f.write_str(message)
            }
            Failure::File(path, error) => write!(f, "cannot read {}: {error}", path.display()),
            Failure::Json(path, error) => write!(f, "{} is no JSON: {error}", path.display()),
            Failure::Output(error) => write!(f, "cannot write: {error}"),
        }
    }
}

/// Takes a line that is to be printed.
pub type Print<'a> = &'a mut dyn FnMut(&str) -> io::Result<()>;

/// The whole program but for its exit code.
pub fn run(
    json: &str,
    folder: &str,
    apis: &[&dyn AnyApi],
    arguments: impl Iterator<Item = String>,
    print: Print<'_>,
) -> Result<(), Failure> {
    let options = Options::read(arguments).map_err(Failure::Usage)?;
    if options.action == Action::Help {
        return print(USAGE.trim_end()).map_err(Failure::Output);
    }
    let collections =
        data::read(json).map_err(|error| Failure::Json("replay.json".into(), error))?;
    let selection = Selection::of(options.only.as_deref(), &collections).map_err(Failure::Usage)?;
    check_environment(&options, &collections)?;
    match options.action {
        Action::List => list(&collections, &selection, print),
        Action::Plan => plan(&collections, folder, &options, &selection, print),
        _ => run_each(&collections, folder, apis, &options, &selection, print),
    }
}

/// Prints what each request is.
fn list(
    collections: &[Collection],
    selection: &Selection,
    print: Print<'_>,
) -> Result<(), Failure> {
    let requests = collections.iter().flat_map(|collection| &collection.requests);
    let mut lines = requests.filter(|request| selection.takes(request.index)).map(report::listing);
    lines.try_for_each(|line| print(&line)).map_err(Failure::Output)
}

/// Prints what could be sent, and where to.
fn plan(
    collections: &[Collection],
    folder: &str,
    options: &Options,
    selection: &Selection,
    print: Print<'_>,
) -> Result<(), Failure> {
    for collection in collections {
        let variables = variables(collection, folder, options)?;
        let (base_url, environment) = (options.base_url.as_deref(), options.environment.as_deref());
        let text = plan::of(collection, selection, &variables, base_url, environment);
        print(&text).map_err(Failure::Output)?;
    }
    print(plan::HOW_TO_SEND).map_err(Failure::Output)
}

/// Sends each request, or prints it as a curl command.
fn run_each(
    collections: &[Collection],
    folder: &str,
    apis: &[&dyn AnyApi],
    options: &Options,
    selection: &Selection,
    print: Print<'_>,
) -> Result<(), Failure> {
    let sender = Sender::new(options.timeout).map_err(Failure::Transport)?;
    let mut dynamic = Dynamic::random();
    let record = |path: &PathBuf| {
        Recorder::open(path, Path::new(folder), collections, &options.redact)
            .map_err(Failure::Record)
    };
    let mut recorder = match options.action {
        Action::Send => options.record.as_ref().map(record).transpose()?,
        _ => None,
    };
    for (collection, api) in collections.iter().zip(apis) {
        let variables = variables(collection, folder, options)?;
        let marks = Marks::new(variables.secrets());
        let base_url = options.base_url.as_deref();
        let mut session = Session {
            collection,
            base_url,
            api: *api,
            variables,
            marks,
            sender: &sender,
            dynamic: &mut dynamic,
            fixed: &options.variables,
            recorder: recorder.as_mut(),
        };
        session.run(options.action, selection, print).map_err(Failure::Output)?;
    }
    Ok(())
}

/// An environment that no collection was generated with is a mistake.
fn check_environment(options: &Options, collections: &[Collection]) -> Result<(), Failure> {
    let Some(name) = &options.environment else { return Ok(()) };
    let names: Vec<&str> = collections
        .iter()
        .flat_map(|collection| &collection.environments)
        .map(|environment| environment.name.as_str())
        .collect();
    if names.contains(&name.as_str()) {
        return Ok(());
    }
    let known = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    Err(Failure::Usage(format!("there is no environment {name}; there is: {known}")))
}

/// The variables of a collection, the later over the earlier.
fn variables(
    collection: &Collection,
    folder: &str,
    options: &Options,
) -> Result<Variables, Failure> {
    let mut variables = Variables::default();
    for variable in &collection.variables {
        if variable.secret {
            variables.mark_secret(&variable.name);
        }
        if let Some(value) = &variable.value {
            variables.set(&variable.name, value);
        }
    }
    let environment = options.environment.as_deref();
    let known =
        collection.environments.iter().find(|known| Some(known.name.as_str()) == environment);
    for variable in known.iter().flat_map(|known| &known.variables) {
        variables.unset(&variable.name);
        if variable.secret {
            variables.mark_secret(&variable.name);
        }
        if let Some(value) = &variable.value {
            variables.set(&variable.name, value);
        }
    }
    match &options.secrets {
        Some(file) => variables.set_secrets(&read(file)?, environment),
        None if Path::new(folder).join(SECRETS).exists() => {
            variables.set_secrets(&read(&Path::new(folder).join(SECRETS))?, environment)
        }
        None => {}
    }
    for file in &options.environments {
        variables.set_environment(&read(file)?);
    }
    for (name, value) in &options.variables {
        variables.set(name, value);
    }
    Ok(variables)
}

fn read(path: &Path) -> Result<Value, Failure> {
    let text =
        std::fs::read_to_string(path).map_err(|error| Failure::File(path.to_owned(), error))?;
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| Failure::Json(path.to_owned(), error))
}

/// The work on one collection.
struct Session<'a> {
    collection: &'a Collection,
    base_url: Option<&'a str>,
    api: &'a dyn AnyApi,
    variables: Variables,
    marks: Marks,
    sender: &'a Sender,
    dynamic: &'a mut Dynamic,
    /// Variables of the command line: no response changes them.
    fixed: &'a [(String, String)],
    recorder: Option<&'a mut Recorder>,
}

impl Session<'_> {
    fn run(&mut self, action: Action, selection: &Selection, print: Print<'_>) -> io::Result<()> {
        if action == Action::Curl {
            self.variables.hide(self.marks.marks());
        }
        for (position, request) in self.collection.requests.iter().enumerate() {
            if !selection.takes(request.index) {
                continue;
            }
            let line = match action {
                Action::Curl => self.curl(position, request),
                _ => report::outcome(request, &self.send(position, request), &self.variables),
            };
            print(&line)?;
        }
        Ok(())
    }

    /// Sends a request, and saves what later ones need from its response. A panic is its own fault only: the next one is
    /// sent all the same.
    fn send(&mut self, position: usize, request: &Request) -> Outcome {
        let lacking = flow::lacking(self.collection, request, &self.variables);
        if !lacking.is_empty() {
            eprintln!("{}", flow::advice(request, &lacking));
        }
        if let Some(fault) = &request.fault {
            return Outcome::unsupported(fault);
        }
        let (saved, setup) = match self.fill(request) {
            Ok(filled) => filled,
            Err(MissingSecret(name)) => {
                return Outcome::unsupported(format_args!("missing secret {name}"));
            }
        };
        let sent =
            catch_unwind(AssertUnwindSafe(|| self.api.send(position, &saved, &setup, self.sender)));
        let Ok((outcome, response)) = sent else {
            return Outcome::unsupported("the client panicked");
        };
        if let Some(response) = response {
            flow::save(request, &response, self.fixed, &mut self.variables);
            if let Some(recorder) = &mut self.recorder {
                let (collection, variables) = (self.collection, &self.variables);
                let note = recorder.add(collection, position, request, &response, variables);
                note.iter().for_each(|note| eprintln!("{note}"));
            }
        }
        outcome
    }

    fn curl(&mut self, position: usize, request: &Request) -> String {
        let title =
            format!("# {}: {}", request.index, request.path.join(" / ")).replace(['\n', '\r'], " ");
        let parts = match (&request.fault, self.fill(request)) {
            (Some(fault), _) => Err(fault.clone()),
            (None, Err(MissingSecret(name))) => Err(format!("missing secret {name}")),
            (None, Ok((saved, setup))) => {
                let parts = catch_unwind(AssertUnwindSafe(|| {
                    self.api.parts(position, &saved, &setup, self.sender)
                }));
                parts.unwrap_or_else(|_| Err("the client panicked".to_owned()))
            }
        };
        match parts {
            Ok(parts) => format!("{title}\n{}", curl::command(&parts, &self.marks)),
            Err(reason) => {
                format!("{title}\n# not possible: {}", reason.replace(['\n', '\r'], " "))
            }
        }
    }

    /// Fills in the saved values of a request, and the settings of a client for it.
    fn fill(&mut self, request: &Request) -> Result<(Saved, Setup), MissingSecret> {
        let mut filler = Filler { variables: &self.variables, dynamic: &mut *self.dynamic };
        let saved = filler.saved(request)?;
        let mut setup = Setup::default();
        let location = request.slots.iter().find(|slot| slot.place == Place::Location);
        if let Some(Some(template)) = location.and_then(|slot| slot.values.first())
            && self.base_url.is_none()
        {
            setup.server = Some((request.server, filler.text(template)?));
        } else if let Some(address) = self.collection.servers.get(request.server) {
            let address =
                self.base_url.map_or_else(|| filler.text(address), |url| Ok(url.to_owned()))?;
            setup.server = Some((request.server, address));
        }
        if let Some(auth) = request.auth.and_then(|auth| self.collection.auths.get(auth)) {
            let filled =
                auth.parameters.iter().map(|(name, value)| Ok((name.clone(), filler.text(value)?)));
            setup.auth = Some((auth.slot, filled.collect::<Result<_, _>>()?));
        }
        Ok((saved, setup))
    }
}
