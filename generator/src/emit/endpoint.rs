//! An endpoint: its struct, `new`, setters, and how it is written and read.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens as _, format_ident, quote};

use super::format::{Member, RustFile, braced};
use super::step;
use super::types::{self, ident};
use super::{model, output};
use crate::output::OutputFile;
use crate::rust::{Collection, DocumentedError, Endpoint, Field, Origin};

/// The file of an endpoint. Its first line of documentation is the request's own.
pub fn emit(path: String, collection: &Collection, endpoint: &Endpoint, example: &str) -> OutputFile {
    let mut file = RustFile::new(path);
    file.about(&format!("[`{}`] and its types.", endpoint.name));
    file.line("use crate::runtime::prelude::*;");
    file.import(&format!("crate::{}::models", collection.module), &endpoint.imports);
    structure(endpoint, example, &mut file);
    methods(endpoint, &mut file);
    let presets = super::preset::all(endpoint);
    let implementation = implementation(collection, endpoint);
    let paging = super::paging::emit(endpoint);
    file.items(quote! { #presets #implementation #paging });
    required(endpoint, &mut file);
    file.items(output::definition(endpoint));
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
    file.docs(&format!("The values that [`{}`] always needs.", endpoint.name));
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
    let with_setters = if setters.is_empty() { String::new() } else { format!(" {}", braced(&setters)) };
    if let Some(required) = &endpoint.required {
        let needed: Vec<&str> = arguments(endpoint).map(|field| &*field.name).collect();
        return file.call("arguments", &format!("{name} from {required}({}){with_setters}", needed.join(", ")));
    }
    let needed: Vec<String> = arguments(endpoint).map(|field| types::argument(&field.name, &field.ty)).collect();
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
        Origin::Fixed(text) => Some(format!("{argument} = {}", Literal::string(text))),
    }
}

fn implementation(collection: &Collection, endpoint: &Endpoint) -> TokenStream {
    let (name, api) = (ident(&endpoint.name), ident(&collection.marker));
    let module = ident(&collection.module);
    let operation = operation(endpoint);
    let steps = step::all(&endpoint.steps);
    let output = output::ty(&endpoint.output);
    let read = output::read(&endpoint.output);
    let request = if endpoint.steps.is_empty() { format_ident!("_request") } else { format_ident!("request") };
    quote! {
        impl Endpoint for #name {
            type Api = crate::#module::#api;
            type Output = #output;
            const OPERATION: Operation = #operation;
            fn write(&self, #request: &mut RequestBuilder) -> Result<(), BuildError> {
                #steps
            }
            #read
        }
    }
}

fn operation(endpoint: &Endpoint) -> TokenStream {
    let operation = &endpoint.operation;
    let (title, path) = (&operation.title, &operation.path);
    let method = match syn::parse_str::<Ident>(&operation.method) {
        Ok(method) => quote! { #method },
        Err(_) => operation.method.to_token_stream(),
    };
    let errors = operation.errors.iter().map(error);
    let server = (operation.server != 0).then(|| {
        let server = Literal::usize_unsuffixed(operation.server);
        quote! { .server(#server) }
    });
    let auth = operation.auth.map(|auth| {
        let auth = Literal::usize_unsuffixed(auth);
        quote! { .auth(#auth) }
    });
    let redirects = operation.redirects.iter().map(|status| Literal::u16_unsuffixed(*status));
    let redirects = (!operation.redirects.is_empty()).then(|| quote! { .redirects(&[#(#redirects),*]) });
    let settings = settings(&operation.settings);
    quote! { operation!(#method #path, #title #(, #errors)*) #server #auth #redirects #settings }
}

/// A documented error in the words of the runtime's `operation!`.
fn error(error: &DocumentedError) -> TokenStream {
    let (status, code, text) = (Literal::u16_unsuffixed(error.status), &error.code, &error.text);
    quote! { #status #code => #text }
}

/// `Some(…)` or `None`.
pub fn option(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote! { Some(#value) },
        None => quote! { None },
    }
}

/// What differs from the settings of most requests.
fn settings(settings: &crate::api::Settings) -> TokenStream {
    let mut changes = Vec::new();
    if let Some(follow) = settings.follow_redirects {
        changes.push(quote! { follow_redirects: Some(#follow) });
    }
    if let Some(most) = settings.max_redirects {
        changes.push(quote! { max_redirects: Some(#most) });
    }
    let flags = [
        (settings.keep_method, "keep_method"),
        (settings.keep_authorization, "keep_authorization"),
        (settings.raw_url, "raw_url"),
        (settings.signed_type, "signed_type"),
    ];
    for (set, name) in flags {
        if set {
            let name = ident(name);
            changes.push(quote! { #name: true });
        }
    }
    if !settings.without_headers.is_empty() {
        let names = &settings.without_headers;
        changes.push(quote! { without_headers: &[#(#names),*] });
    }
    match changes.len() {
        0 => TokenStream::new(),
        7 => quote! { .settings(Settings { #(#changes),* }) },
        _ => quote! { .settings(Settings { #(#changes,)* ..Settings::DEFAULT }) },
    }
}
