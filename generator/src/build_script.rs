//! What a build script says to cargo: the files that it depends on, and the diagnostics of the run as warnings.

use std::io::Write as _;

use indexmap::IndexMap;

use crate::diagnostics::{Diagnostic, Severity};
use crate::load::{Inputs, SourceId};
use crate::read::Locator;

/// How many messages of one kind are shown.
const SHOWN: usize = 3;

/// Whether cargo runs this program as a build script.
pub(crate) fn is_running() -> bool {
    ["OUT_DIR", "CARGO_MANIFEST_DIR", "NUM_JOBS"]
        .iter()
        .all(|name| std::env::var_os(name).is_some())
}

/// Tells cargo.
pub(crate) fn tell(inputs: &Inputs, diagnostics: &[&(SourceId, Diagnostic)]) {
    let mut out = std::io::stdout().lock();
    for line in files(inputs).chain(warnings(inputs, diagnostics)) {
        // Without a reader there is nobody to tell.
        let _ = writeln!(out, "{line}");
    }
}

fn files(inputs: &Inputs) -> impl Iterator<Item = String> {
    let collections = inputs.collections.iter();
    let overrides = collections.clone().filter_map(|collection| collection.overrides.as_ref());
    let environments = inputs.environments.iter().map(|environment| &environment.file);
    let others = overrides.chain(environments).map(|source| source.name.as_str());
    let all = collections.map(|collection| collection.path()).chain(others);
    all.map(|path| format!("cargo::rerun-if-changed={path}"))
}

/// One line for each message; of many of one kind, the first ones and their number.
fn warnings(inputs: &Inputs, diagnostics: &[&(SourceId, Diagnostic)]) -> Vec<String> {
    let mut kinds: IndexMap<&str, Vec<&(SourceId, Diagnostic)>> = IndexMap::new();
    for &found in diagnostics {
        kinds.entry(found.1.kind.code()).or_default().push(found);
    }
    let mut lines = Vec::new();
    for (code, found) in kinds {
        lines.extend(found.iter().take(SHOWN).map(|(id, found)| warning(inputs, *id, found)));
        if let Some(more @ 1..) = found.len().checked_sub(SHOWN) {
            lines.push(format!("cargo::warning=… and {more} more `{code}`"));
        }
    }
    lines
}

fn warning(inputs: &Inputs, id: SourceId, diagnostic: &Diagnostic) -> String {
    let Diagnostic { kind, place, trail } = diagnostic;
    let source = inputs.document(id, place.document);
    let mut at = source.map(|source| source.name.clone()).unwrap_or_default();
    if let Some(position) = source.and_then(|source| Locator::new(source).locate(place)) {
        at = format!("{at}:{}:{}", position.line, position.column);
    }
    let severity = match kind.severity() {
        Severity::Note => "note",
        Severity::Warning => "warning",
    };
    let trail = match trail.as_slice() {
        [] => String::new(),
        trail => format!(" (in {})", trail.join(" > ")),
    };
    let help = kind.help().map(|help| format!("; {help}")).unwrap_or_default();
    let text = format!("{at}: {severity}[{}]: {kind}{trail}{help}", kind.code());
    format!("cargo::warning={}", text.replace(['\n', '\r'], " "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Kind;
    use crate::load::CollectionSource;
    use crate::postman::Place;
    use crate::source::Source;

    #[test]
    fn each_message_is_one_line_with_its_file() {
        let bytes = b"{\n  \"info\": {\"name\": \"Zoo\"}\n}".to_vec();
        let file = Source { name: "zoo.json".to_owned(), bytes };
        let collections = vec![CollectionSource::file(file)];
        let inputs = Inputs { collections, ..Inputs::default() };
        let place = Place::default().member("info").member("name");
        let found = Diagnostic { kind: Kind::EmptyCollection, place, trail: Vec::new() };
        let found = (SourceId::Collection(0), found);
        let lines = warnings(&inputs, &[&found]);
        assert!(lines[0].starts_with("cargo::warning=zoo.json:2:20: warning[empty-collection]: "));
        let many = warnings(&inputs, &[&found; 9]);
        assert_eq!(
            (many.len(), many[3].as_str()),
            (4, "cargo::warning=… and 6 more `empty-collection`")
        );
        let files: Vec<String> = files(&inputs).collect();
        assert_eq!(files, ["cargo::rerun-if-changed=zoo.json"]);
    }
}
