// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The command line.

use std::path::PathBuf;

/// What `--help` prints.
pub const USAGE: &str = "\
Sends the requests of the collection with their saved values, and prints a JSON line for each.

Usage: replay [OPTIONS]

      --list             print index, path, method and URL of each request; send nothing
      --curl             print each request as a curl command; send nothing
      --only I,J...      these requests only
      --var NAME=VALUE   set a variable, over any other value
      --env FILE         take variables from a Postman environment or globals export
      --secrets FILE     take secrets from FILE instead of replay.secrets.json in the folder of the crate
      --base-url URL     send every request to this server, whatever its own
      --record FILE      save the responses in a copy of the collection: FILE, or a folder of a v3 collection
      --redact NAME      with --record: members and headers of this name are secret too
  -h, --help             print this
";

/// What to do with the requests.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Send them.
    #[default]
    Send,
    /// Print what they are.
    List,
    /// Print them as curl commands.
    Curl,
    /// Print how to use the program.
    Help,
}

/// The command line, read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What to do.
    pub action: Action,
    /// The numbers of the requests to take; `None`: all.
    pub only: Option<Vec<u64>>,
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
}

impl Options {
    /// Reads the arguments (without the program's name). The error is a line for people.
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
                "--only" => options.only.get_or_insert_default().extend(numbers(&value()?)?),
                "--var" => options.variables.push(variable(&value()?)?),
                "--env" => options.environments.push(value()?.into()),
                "--secrets" => options.secrets = Some(value()?.into()),
                "--base-url" => options.base_url = Some(value()?),
                "--record" => options.record = Some(value()?.into()),
                "--redact" => options.redact.push(value()?),
                "--list" => options.action = Action::List,
                "--curl" => options.action = Action::Curl,
                "-h" | "--help" => options.action = Action::Help,
                _ => return Err(format!("unknown argument {name}")),
            }
            if inline.is_some() {
                return Err(format!("{name} takes no value"));
            }
        }
        Ok(options)
    }

    /// Whether the request with this number is to be taken.
    pub fn takes(&self, index: u64) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(&index))
    }
}

fn numbers(list: &str) -> Result<Vec<u64>, String> {
    let number = |text: &str| {
        text.trim()
            .parse()
            .map_err(|_| format!("--only takes numbers parted by commas, not {text:?}"))
    };
    list.split(',').filter(|text| !text.trim().is_empty()).map(number).collect()
}

fn variable(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("--var takes NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}
