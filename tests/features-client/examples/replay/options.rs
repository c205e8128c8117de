// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The command line.

use std::path::PathBuf;
use std::time::Duration;

/// What `--help` prints.
pub const USAGE: &str = "\
Sends the requests of the collection with their saved values, and prints a JSON line for each.
Without --all or --only it sends nothing: it prints what it would send, and where to.

Usage: replay [OPTIONS]

      --all                send every request, in the order of the collection
      --only REQUEST,...   send these requests, by number or by name (`Get user`, `Users/Get user`)
      --list               print index, path, method and URL of each request; send nothing
      --curl               print each request as a curl command; send nothing
      --environment NAME   take variables from this environment of those that the client was generated with
      --var NAME=VALUE     set a variable, over any other value
      --env FILE           take variables from a Postman environment or globals export
      --secrets FILE       take secrets from FILE instead of replay.secrets.json in the folder of the crate
      --base-url URL       send every request to this server, whatever its own
      --timeout SECONDS    how long a request may take (default: 30)
      --record FILE        save the responses in a copy of the collection: FILE, or a folder of a v3 collection
      --redact NAME        with --record: members and headers of this name are secret too
  -h, --help               print this
";

/// How long a request may take unless the command line says otherwise.
const TIMEOUT: Duration = Duration::from_secs(30);

/// What to do with the requests.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Say what could be sent, and where to.
    #[default]
    Plan,
    /// Send them.
    Send,
    /// Print what they are.
    List,
    /// Print them as curl commands.
    Curl,
    /// Print how to use the program.
    Help,
}

/// The command line, read.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// What to do.
    pub action: Action,
    /// The requests to take, as written: numbers and names. `None`: all.
    pub only: Option<Vec<String>>,
    /// The name of an environment that the client was generated with.
    pub environment: Option<String>,
    /// Variables with their values.
    pub variables: Vec<(String, String)>,
    /// Environment exports.
    pub environments: Vec<PathBuf>,
    /// The secrets file.
    pub secrets: Option<PathBuf>,
    /// The server of every request, in place of its own.
    pub base_url: Option<String>,
    /// The copy of the collection that responses are saved in.
    pub record: Option<PathBuf>,
    /// Names of members and headers that are secret.
    pub redact: Vec<String>,
    /// How long a request may take.
    pub timeout: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            action: Action::default(),
            only: None,
            environment: None,
            variables: Vec::new(),
            environments: Vec::new(),
            secrets: None,
            base_url: None,
            record: None,
            redact: Vec::new(),
            timeout: TIMEOUT,
        }
    }
}

impl Options {
    /// Reads the arguments (without the program's name).
    ///
    /// # Errors
    ///
    /// A line for people that says which argument is wrong.
    pub fn read(arguments: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut options = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let (name, mut inline) = match argument.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
                _ => (argument.as_str(), None),
            };
            let mut value = || {
                inline
                    .take()
                    .or_else(|| arguments.next())
                    .ok_or_else(|| format!("{name} needs a value"))
            };
            match name {
                "--all" => options.act(Action::Send),
                "--only" => {
                    options.only.get_or_insert_default().push(value()?);
                    options.act(Action::Send);
                }
                "--environment" => options.environment = Some(value()?),
                "--var" => options.variables.push(variable(&value()?)?),
                "--env" => options.environments.push(value()?.into()),
                "--secrets" => options.secrets = Some(value()?.into()),
                "--base-url" => options.base_url = Some(value()?),
                "--record" => options.record = Some(value()?.into()),
                "--redact" => options.redact.push(value()?),
                "--timeout" => options.timeout = seconds(&value()?)?,
                "--list" => options.act(Action::List),
                "--curl" => options.act(Action::Curl),
                "-h" | "--help" => options.act(Action::Help),
                _ => return Err(format!("unknown argument {name}")),
            }
            if inline.is_some() {
                return Err(format!("{name} takes no value"));
            }
        }
        Ok(options)
    }

    /// Of several actions, one that sends nothing wins.
    fn act(&mut self, action: Action) {
        if action != Action::Send || self.action == Action::Plan {
            self.action = action;
        }
    }
}

fn variable(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("--var takes NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.trim().parse().ok().filter(|seconds: &f64| *seconds > 0.0);
    let seconds = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    seconds.ok_or_else(|| format!("--timeout takes a number of seconds, not {text:?}"))
}
