//! Files in a directory of their own.

use std::fs;
use std::path::PathBuf;

use generator::diagnostics::Diagnostic;
use generator::load::Content;
use generator::postman::{Collection, Item, Parameter, Query, Request, RequestItem, Url, UrlParts};
use generator::read::{self, Read};
use generator::{Error, Generator, Inputs, Output};
use serde_json::Value;
use tempfile::TempDir;

pub(crate) struct Files {
    dir: TempDir,
}

pub(crate) fn files(files: &[(&str, &str)]) -> Files {
    let dir = tempfile::tempdir().expect("a directory");
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
        fs::write(path, text).expect("a file");
    }
    Files { dir }
}

impl Files {
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    pub(crate) fn inputs(&self, path: &str) -> Result<Inputs, Error> {
        Generator::new().collection(self.path(path)).inputs("client".as_ref())
    }

    pub(crate) fn output(&self, path: &str) -> Result<Output, Error> {
        Generator::new().collection(self.path(path)).name("client").output("client")
    }

    /// The names of the collections that a path stands for.
    pub(crate) fn names(&self, path: &str) -> Vec<String> {
        let inputs = self.inputs(path).unwrap_or_else(|error| panic!("{error}"));
        inputs.collections.iter().map(|collection| collection.name().to_owned()).collect()
    }

    /// The one collection at a path, read.
    pub(crate) fn read(&self, path: &str) -> Read<Collection> {
        let inputs = self.inputs(path).unwrap_or_else(|error| panic!("{error}"));
        match &inputs.collections[0].content {
            Content::File(file) => read::collection(&file.bytes).expect("a collection"),
            Content::Directory(tree) => read::directory(tree).expect("a collection"),
        }
    }
}

/// A collection of one request, whose file has these lines.
pub(crate) fn request(lines: &str) -> (RequestItem, Vec<Diagnostic>) {
    let text = format!("$kind: http-request\n{lines}");
    let read = files(&[("api/One.request.yaml", &text)]).read("api");
    let mut items = read.value.items;
    match items.pop() {
        Some(Item::Request(item)) => (*item, read.diagnostics),
        other => panic!("{other:?}"),
    }
}

pub(crate) fn parts(request: &Request) -> &UrlParts {
    match &request.url {
        Url::Parts(parts) => parts,
        other => panic!("{other:?}"),
    }
}

/// The query as it would be sent, disabled parameters in brackets.
pub(crate) fn query(request: &Request) -> String {
    match &parts(request).query {
        Some(Query::List(list)) => list.iter().map(shown).collect::<Vec<_>>().join("&"),
        other => panic!("{other:?}"),
    }
}

pub(crate) fn shown(parameter: &Parameter) -> String {
    let key = parameter.key.clone().unwrap_or_default();
    let text = match &parameter.value {
        Some(Value::String(value)) => format!("{key}={value}"),
        _ => key,
    };
    if parameter.disabled { format!("[{text}]") } else { text }
}

/// The names of the items, with those of a folder in brackets behind its name.
pub(crate) fn outline(items: &[Item]) -> String {
    let name = |item: &Item| match item {
        Item::Folder(folder) => format!("{}({})", folder.name, outline(&folder.items)),
        Item::Request(request) => request.name.clone(),
    };
    items.iter().map(name).collect::<Vec<_>>().join(" ")
}

/// The codes of the diagnostics, with the pointer of each.
pub(crate) fn codes(diagnostics: &[Diagnostic]) -> Vec<String> {
    let code = |found: &Diagnostic| format!("{} {}", found.kind.code(), found.place.pointer);
    diagnostics.iter().map(|found| code(found).trim_end().to_owned()).collect()
}
