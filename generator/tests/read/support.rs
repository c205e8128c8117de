//! Short ways to the thing that a test is about.

use generator::diagnostics::{Diagnostic, Kind};
use generator::postman::{Collection, Item, Request, RequestItem, Url, UrlParts};
use generator::read;
use serde_json::{Value, json};

pub(crate) fn collection(value: Value) -> (Collection, Vec<Diagnostic>) {
    let read = read::collection(value.to_string().as_bytes()).expect("a readable collection");
    (read.value, read.diagnostics)
}

pub(crate) fn item(entry: Value) -> (RequestItem, Vec<Diagnostic>) {
    let (mut collection, diagnostics) = collection(json!({"info": {"name": "c"}, "item": [entry]}));
    match collection.items.remove(0) {
        Item::Request(item) => (*item, diagnostics),
        Item::Folder(folder) => panic!("a folder: {folder:?}"),
    }
}

pub(crate) fn request(value: Value) -> (Request, Vec<Diagnostic>) {
    let (item, diagnostics) = item(json!({"name": "r", "request": value}));
    (item.request.expect("a request"), diagnostics)
}

pub(crate) fn url(value: Value) -> (UrlParts, Vec<Diagnostic>) {
    let (request, diagnostics) = request(json!({"url": value}));
    match request.url {
        Url::Parts(parts) => (*parts, diagnostics),
        other => panic!("no parts: {other:?}"),
    }
}

pub(crate) fn pairs(
    parameters: &[generator::postman::Parameter],
) -> Vec<(Option<&str>, Option<Value>)> {
    parameters.iter().map(|p| (p.key.as_deref(), p.value.clone())).collect()
}

/// The places that were ignored, with what stood there.
pub(crate) fn ignored(diagnostics: &[Diagnostic]) -> Vec<String> {
    let pick = |d: &Diagnostic| match &d.kind {
        Kind::Ignored { found, .. } => Some(format!("{} {found}", d.place.pointer)),
        _ => None,
    };
    diagnostics.iter().filter_map(pick).collect()
}
