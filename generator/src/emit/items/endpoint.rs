//! An endpoint: its struct, `new`, setters, and how it is written and read.
//!
//! ```ignore
//! pub struct GetUser {
//!     /// `id` in the path.
//!     pub id: Text,
//! }
//! arguments!(GetUser(id into Text));
//! impl Endpoint for GetUser {
//!     type Api = crate::zoom::Zoom;
//!     type Output = User;
//!     operation!(GET "/users/:id", "Get a user");
//!     fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
//!         request.segment("/users/", "id", &self.id)
//!     }
//! }
//! ```

use proc_macro2::Ident;
use quote::quote;

use crate::api::Settings;
use crate::emit::items::step;
use crate::emit::items::{model, output};
use crate::emit::print::format::{INDENT, Member, RustFile, braced, call, literal};
use crate::emit::print::types;
use crate::emit::print::types::ident;
use crate::output::OutputFile;
use crate::rust::{Collection, DocumentedError, Endpoint, Field, Operation, Origin};

/// The file of an endpoint. Its first line of documentation is the request's own.
pub fn emit(
    path: String,
    collection: &Collection,
    endpoint: &Endpoint,
    example: &str,
) -> OutputFile {
    let mut file = RustFile::new(path);
    file.about(&format!("[`{}`] and its types.", endpoint.name));
    file.line("use crate::runtime::prelude::*;");
    file.import(&format!("crate::{}::models", collection.module), &endpoint.imports);
    structure(endpoint, example, &mut file);
    methods(endpoint, &mut file);
    file.items(crate::emit::items::preset::all(endpoint));
    implementation(collection, endpoint, &mut file);
    file.items(crate::emit::items::paging::emit(endpoint));
    required(endpoint, &mut file);
    output::define(endpoint, &mut file);
    endpoint.models.iter().for_each(|model| model::emit(model, &mut file));
    file.finish()
}

fn structure(endpoint: &Endpoint, example: &str, file: &mut RustFile) {
    let default = if starts_blank(endpoint) { ", Default" } else { "" };
    file.docs(&format!("{}\n\n{example}", endpoint.docs));
    file.line(&format!("#[doc = include_str!(\"{}.md\")]", endpoint.module));
    file.line(&format!("#[derive(Debug, Clone{default})]"));
    file.line("#[non_exhaustive]");
    file.structure(&endpoint.name, endpoint.fields.iter().map(member));
}

fn member(Field { name, docs, ty, .. }: &Field) -> Member<'_> {
    Member { docs, name, ty }
}

/// Nothing is set at first: `Default` can be derived.
fn starts_blank(endpoint: &Endpoint) -> bool {
    endpoint.fields.iter().all(|field| field.origin == Origin::Setter)
}

fn arguments(endpoint: &Endpoint) -> impl Iterator<Item = &Field> {
    endpoint.fields.iter().filter(|field| field.origin == Origin::Required)
}

/// The struct that `new` takes when it would take too many values.
fn required(endpoint: &Endpoint, file: &mut RustFile) {
    let Some(name) = &endpoint.required else { return };
    file.docs(&format!("The required values of [`{}`].", endpoint.name));
    file.line("#[derive(Debug, Clone)]");
    file.structure(name, arguments(endpoint).map(member));
}

/// `new` and the setters.
fn methods(endpoint: &Endpoint, file: &mut RustFile) {
    let name = &endpoint.name;
    let setters: Vec<String> = endpoint.fields.iter().filter_map(setter).collect();
    if starts_blank(endpoint) {
        return file.call("arguments", &format!("{name} {}", braced(&setters)));
    }
    let with_setters =
        if setters.is_empty() { String::new() } else { format!(" {}", braced(&setters)) };
    if let Some(required) = &endpoint.required {
        let needed: Vec<&str> = arguments(endpoint).map(|field| &*field.name).collect();
        return file.call(
            "arguments",
            &format!("{name} from {required}({}){with_setters}", needed.join(", ")),
        );
    }
    let needed: Vec<String> =
        arguments(endpoint).map(|field| types::argument(&field.name, &field.ty)).collect();
    file.call("arguments", &format!("{name}({}){with_setters}", needed.join(", ")));
    if needed.is_empty() {
        let name = ident(name);
        file.items(quote! { impl Default for #name { fn default() -> Self { Self::new() } } });
    }
}

fn setter(field: &Field) -> Option<String> {
    let argument = types::argument(&field.name, types::held(&field.ty));
    match &field.origin {
        Origin::Required => None,
        Origin::Setter => Some(argument),
        Origin::Fixed(text) => Some(format!("{argument} = {}", literal(text))),
    }
}

fn implementation(collection: &Collection, endpoint: &Endpoint, file: &mut RustFile) {
    let request = if endpoint.steps.is_empty() { "_request" } else { "request" };
    let mut types = format!("impl Endpoint for {} {{\n", endpoint.name);
    types += &format!("    type Api = crate::{}::{};\n", collection.module, collection.marker);
    types += &format!("    type Output = {};\n", output::ty(&endpoint.output));
    let mut functions = format!(
        "    fn write(&self, {request}: &mut RequestBuilder) -> Result<(), BuildError> {{\n"
    );
    step::write(&endpoint.steps, &collection.values, &mut functions);
    functions += "    }\n";
    output::read(&endpoint.output, &mut functions);
    functions += "}\n";
    file.item_around(&types, &operation(&endpoint.operation), &functions);
}

/// The operation in the words of the runtime's `operation!`.
fn operation(operation: &Operation) -> String {
    let Operation { title, path, method, errors, .. } = operation;
    let method = syn::parse_str::<Ident>(method)
        .map_or_else(|_| literal(method), |method| method.to_string());
    let errors: String = errors.iter().map(error).collect();
    let calls = calls(operation);
    let calls = if calls.is_empty() { String::new() } else { format!("; {}", calls.join(" ")) };
    let words = format!("{method} {}, {}{errors}{calls}", literal(path), literal(title));
    let mut line = String::new();
    call(&mut line, INDENT, "operation", &words);
    line
}

/// What differs from most operations.
fn calls(operation: &Operation) -> Vec<String> {
    let mut calls = Vec::new();
    if operation.server != 0 {
        calls.push(format!("server({})", operation.server));
    }
    calls.extend(operation.auth.map(|auth| format!("auth({auth})")));
    if !operation.redirects.is_empty() {
        let statuses: Vec<String> = operation.redirects.iter().map(u16::to_string).collect();
        calls.push(format!("redirects(&[{}])", statuses.join(", ")));
    }
    calls.extend(settings(&operation.settings));
    calls
}

/// A documented error in the words of the runtime's `operation!`.
fn error(error: &DocumentedError) -> String {
    let code = error.code.as_deref().map(|code| format!(" {}", literal(code))).unwrap_or_default();
    format!(", {}{code} => {}", error.status, literal(&error.text))
}

/// What differs from the settings of most requests.
fn settings(settings: &Settings) -> Option<String> {
    let mut changes = Vec::new();
    changes.extend(
        settings.follow_redirects.map(|follow| format!("follow_redirects: Some({follow})")),
    );
    changes.extend(settings.max_redirects.map(|most| format!("max_redirects: Some({most}u32)")));
    let flags = [
        (settings.keep_method, "keep_method"),
        (settings.keep_authorization, "keep_authorization"),
        (settings.raw_url, "raw_url"),
        (settings.signed_type, "signed_type"),
    ];
    changes.extend(flags.iter().filter(|(set, _)| *set).map(|(_, name)| format!("{name}: true")));
    if !settings.without_headers.is_empty() {
        let names: Vec<String> =
            settings.without_headers.iter().map(|name| literal(name)).collect();
        changes.push(format!("without_headers: &[{}]", names.join(", ")));
    }
    let rest = if changes.len() == 7 { "" } else { ", ..Settings::DEFAULT" };
    (!changes.is_empty()).then(|| format!("settings(Settings {{ {}{rest} }})", changes.join(", ")))
}
