//! `examples/replay.rs`: one small function for each request, over the copied runner.

use quote::{format_ident, quote};

use crate::emit::home;
use crate::emit::print::format::{RustFile, braced};
use crate::emit::print::types::ident;
use crate::output::OutputFile;
use crate::rust::{Collection, Crate, Endpoint, Field, Module, Origin, Slot, Type};

/// The example's own file.
pub fn emit(krate: &Crate) -> OutputFile {
    let library = ident(&krate.library);
    let variables = (0..krate.collections.len()).map(|position| format_ident!("calls_{position}"));
    let mut file = RustFile::new("examples/replay.rs".to_owned());
    file.about(ABOUT);
    file.items(quote! {
        #[path = "replay/mod.rs"]
        mod runner;
        use #library as client;
        fn main() -> std::process::ExitCode {
            runner::main(include_str!("replay.json"), env!("CARGO_MANIFEST_DIR"), &[#(&#variables),*])
        }
    });
    for (position, collection) in krate.collections.iter().enumerate().rev() {
        file.insert(
            MAIN,
            &format!(
                "    let calls_{position} = runner::calls! {{\n{}    }};\n",
                calls(collection)
            ),
        );
    }
    file.finish()
}

const ABOUT: &str = "Sends the collection's own requests with their saved values, as Postman's Collection Runner would.

`cargo run --example replay -- --help` says how.";

/// The line behind which the calls stand.
const MAIN: &str = "fn main() -> std::process::ExitCode {\n";

/// All requests of a collection in the words of the runner's `calls!`, each on a line.
fn calls(collection: &Collection) -> String {
    let mut calls = vec!["skipped() {}".to_owned(); collection.requests];
    for request in requests(collection) {
        calls[request.index] = call(&request);
    }
    let api = format!("{}::{};", home::path("client", collection), collection.marker);
    std::iter::once(api).chain(calls).map(|line| format!("        {line}\n")).collect()
}

/// A request: an endpoint with its own saved values or those of a later request.
pub struct Request<'a> {
    /// Its position in the collection.
    pub index: usize,
    /// The path of the endpoint's module.
    pub path: String,
    /// The endpoint.
    pub endpoint: &'a Endpoint,
    /// What is saved for each field, at the same position.
    pub saved: &'a [Slot],
}

/// All requests of a collection, in its order.
pub fn requests(collection: &Collection) -> Vec<Request<'_>> {
    fn walk<'a>(
        around: &str,
        modules: &'a [Module],
        endpoints: &'a [Endpoint],
        found: &mut Vec<Request<'a>>,
    ) {
        for endpoint in endpoints {
            let path = format!("{around}::{}", endpoint.module);
            let later = endpoint.later.iter().map(|later| (later.index, &*later.saved));
            let all = std::iter::once((endpoint.index, &*endpoint.saved)).chain(later);
            found.extend(all.map(|(index, saved)| Request {
                index,
                path: path.clone(),
                endpoint,
                saved,
            }));
        }
        for module in modules {
            walk(&format!("{around}::{}", module.name), &module.modules, &module.endpoints, found);
        }
    }
    let mut found = Vec::new();
    walk(&home::path("client", collection), &collection.modules, &collection.endpoints, &mut found);
    found.sort_by_key(|request| request.index);
    found
}

/// How a request is made of its saved values, in the words of the runner's `calls!`.
fn call(request: &Request<'_>) -> String {
    let Request { path, endpoint, saved, .. } = request;
    let ty = &endpoint.name;
    let fields = endpoint.fields.iter().enumerate();
    let (needed, others): (Vec<_>, Vec<_>) =
        fields.partition(|(_, field)| field.origin == Origin::Required);
    let set = others
        .into_iter()
        .filter(|(slot, _)| has_saved(saved, *slot))
        .map(|(slot, field)| assigned(slot, field));
    let set = braced(&set.collect::<Vec<_>>());
    let needed = needed.into_iter();
    match &endpoint.required {
        Some(required) => {
            let members: Vec<String> = needed.map(|(slot, field)| assigned(slot, field)).collect();
            format!("{path}::{ty}({path}::{required} {}) {set}", braced(&members))
        }
        None => {
            let values = needed.map(|(slot, field)| match &field.ty {
                Type::Text => format!("text {slot}"),
                ty => format!("{} {slot}: {}", how(field), path_type(ty, path)),
            });
            format!("{path}::{ty}({}) {set}", values.collect::<Vec<_>>().join(", "))
        }
    }
}

fn has_saved(saved: &[Slot], slot: usize) -> bool {
    saved.get(slot).is_some_and(|saved| !saved.values.is_empty() || !saved.files.is_empty())
}

/// A field that gets its saved value; it says itself of which type.
fn assigned(slot: usize, field: &Field) -> String {
    format!("{} = {} {slot}", field.name, how(field))
}

/// Which of the runtime's functions gives the saved value of a field.
fn how(field: &Field) -> &'static str {
    let is_file = |ty: &Type| *ty == Type::File;
    let is_text = |ty: &Type| matches!(ty, Type::Text | Type::Secret | Type::Json(_));
    match &field.ty {
        Type::File => "file",
        Type::Vec(inner) | Type::Option(inner) if is_file(inner) => "file",
        ty if field.is_json && !is_text(ty) => "json",
        _ => "at",
    }
}

/// A type named from the example.
fn path_type(ty: &Type, path: &str) -> String {
    let inner = |ty: &Type| path_type(ty, path);
    match ty {
        Type::Vec(ty) => format!("Vec<{}>", inner(ty)),
        Type::Option(ty) => format!("Option<{}>", inner(ty)),
        Type::Boxed(ty) => format!("Box<{}>", inner(ty)),
        Type::Map(ty) => format!("client::runtime::Map<{}>", inner(ty)),
        Type::Json(ty) => format!("client::runtime::Json<{}>", inner(ty)),
        Type::Named(name) => format!("{path}::{name}"),
        Type::Generic(base, arguments) => {
            let arguments: Vec<String> = arguments.iter().map(inner).collect();
            format!("{}<{}>", inner(base), arguments.join(", "))
        }
        simple => match simple.runtime_name() {
            Some(name) => format!("client::runtime::{name}"),
            None => simple.to_string(),
        },
    }
}
