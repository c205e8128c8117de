// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! A collection in Postman's v3 format, a folder of YAML files: each response becomes an example file of its request.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::redact::Sample;
use super::write;
use crate::runner::data::Request;

/// A folder that is being added to.
pub struct Tree {
    root: PathBuf,
}

impl Tree {
    /// Of a folder that holds a v3 collection.
    pub fn new(root: PathBuf) -> Option<Tree> {
        root.join(".resources").join("definition.yaml").is_file().then_some(Tree { root })
    }

    /// Adds a response to a request, unless an equal one is there. The error says why it cannot.
    pub fn add(&self, request: &Request, sample: &Sample) -> io::Result<bool> {
        let missing = || {
            let name = request.path.join("/");
            io::Error::new(
                io::ErrorKind::NotFound,
                format!("no file of the request {name} is there"),
            )
        };
        let file = self.file_of(request).ok_or_else(missing)?;
        let stem = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let stem =
            stem.trim_end_matches(".yaml").trim_end_matches(".yml").trim_end_matches(".request");
        let folder =
            file.with_file_name(".resources").join(format!("{stem}.resources")).join("examples");
        std::fs::create_dir_all(&folder)?;
        let text = example(request, sample);
        let mut order = 0;
        for entry in std::fs::read_dir(&folder)? {
            let known = std::fs::read_to_string(entry?.path()).unwrap_or_default();
            order += 1;
            if known.starts_with(&text) {
                return Ok(false);
            }
        }
        let name = format!("{} {}", sample.code, sample.reason);
        let path = unused(&folder, name.trim_end());
        write::replace(&path, &format!("{text}order: {}\n", 1000 * (order + 1)))?;
        Ok(true)
    }

    /// The file of a request, by the names of its folders and its own.
    fn file_of(&self, request: &Request) -> Option<PathBuf> {
        let (name, folders) = request.path.split_last()?;
        let mut folder = self.root.clone();
        for name in folders {
            folder = child(&folder, |path| {
                path.is_dir()
                    && is_named(path, &path.join(".resources").join("definition.yaml"), "", name)
            })?;
        }
        child(&folder, |path| {
            [".request.yaml", ".request.yml"]
                .iter()
                .any(|ending| is_named(path, path, ending, name))
        })
    }
}

/// The first entry of a folder that is the one.
fn child(folder: &Path, is_it: impl Fn(&Path) -> bool) -> Option<PathBuf> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.into_iter().find(|path| is_it(path))
}

/// Whether something has a name: `name:` of its definition says so, else its path without the ending does.
fn is_named(path: &Path, definition: &Path, ending: &str, name: &str) -> bool {
    let Some(own) = path.file_name().and_then(|own| own.to_str()) else { return false };
    let Some(own) = own.strip_suffix(ending) else { return false };
    if own == name {
        return true;
    }
    let text = std::fs::read_to_string(definition).unwrap_or_default();
    let said = text.lines().find_map(|line| line.strip_prefix("name:")).map(str::trim);
    said.is_some_and(|said| said.trim_matches(['"', '\'']) == name)
}

/// The text of an example, but for its order. Strings are written as JSON, which YAML reads too.
fn example(request: &Request, sample: &Sample) -> String {
    let quoted = |text: &str| Value::from(text).to_string();
    let mut text = String::from("$kind: http-example\nrequest:\n");
    let _ =
        writeln!(text, "  url: {}\n  method: {}", quoted(&request.url), quoted(&request.method));
    let _ = writeln!(
        text,
        "response:\n  statusCode: {}\n  statusText: {}",
        sample.code,
        quoted(sample.reason)
    );
    if !sample.headers.is_empty() {
        text.push_str("  headers:\n");
    }
    for (name, value) in &sample.headers {
        let _ = writeln!(text, "    - key: {}\n      value: {}", quoted(name), quoted(value));
    }
    let kind = match sample.body.trim_start().as_bytes().first() {
        Some(b'{' | b'[') => "json",
        Some(b'<') => "xml",
        _ => "text",
    };
    let _ = writeln!(text, "  body:\n    type: {kind}\n    content: {}", quoted(&sample.body));
    text
}

fn unused(folder: &Path, name: &str) -> PathBuf {
    let first = std::iter::once(name.to_owned());
    let numbered = (2..).map(|number| format!("{name} ({number})"));
    let mut paths = first.chain(numbered).map(|name| folder.join(format!("{name}.example.yaml")));
    paths.find(|path| !path.exists()).unwrap_or_else(|| folder.join("example.yaml"))
}
