//! Environments and globals in YAML.

use crate::json::Json;
use crate::postman::{Environment, Place};
use crate::read::members::{Members, Reader};
use crate::read::{Foreign, Read, ReadError, Wanted};
use crate::source::{Source, decode};
use crate::yaml;

/// Reads an environment or globals. Without a name it has that of its file.
///
/// # Errors
///
/// When the file is not YAML, or has no list or map of `values`.
pub fn environment(source: &Source) -> Result<Read<Environment>, ReadError> {
    let text = decode(&source.bytes)?;
    let tree = yaml::parse(text).map_err(|error| ReadError::yaml(text, error))?;
    let mut reader = Reader::default();
    let mut members = match tree {
        Json::Object(members) if members.iter().any(|(key, _)| key == "values") => {
            Members::new(Place::default(), members)
        }
        _ => {
            let (found, wanted) = (Foreign::Yaml, Wanted::Environment);
            return Err(ReadError::Foreign { found, wanted });
        }
    };
    let known = ["$kind", "$schema", "id", "name", "description", "values", "color", "scope"];
    reader.unknown(&members, "environment", &known);
    let (name, is_globals) = file_name(&source.name);
    let kind = reader.string(&mut members, "$kind");
    let value = Environment {
        name: reader.string(&mut members, "name").unwrap_or_else(|| name.to_owned()),
        globals: is_globals || kind.is_some_and(|kind| kind == "globals"),
        variables: reader.variable_entries(&mut members, "values"),
    };
    Ok(Read { value, diagnostics: reader.diagnostics })
}

/// The name of the file without its endings, and whether it holds globals.
fn file_name(path: &str) -> (&str, bool) {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name);
    match stem.strip_suffix(".globals") {
        Some(stem) => (stem, true),
        None => (stem.strip_suffix(".environment").unwrap_or(stem), false),
    }
}
