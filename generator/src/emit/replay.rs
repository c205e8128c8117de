//! `examples/replay.rs`: one small function for each request, over the copied runner.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::format;
use super::types::ident;
use crate::output::OutputFile;
use crate::rust::{Collection, Crate, Endpoint, Field, Module, Origin, Slot, Type};

/// The example's own file.
pub fn emit(krate: &Crate) -> OutputFile {
    let library = ident(&krate.library);
    let (mut variables, mut starts) = (Vec::new(), Vec::new());
    for (position, collection) in krate.collections.iter().enumerate() {
        let (variable, marker) = (format_ident!("calls_{position}"), marker(collection));
        let mut calls = vec![quote! { skipped() {} }; collection.requests];
        for request in requests(collection) {
            calls[request.index] = call(&request);
        }
        starts.push(quote! { let #variable = runner::calls! { #marker; #(#calls)* }; });
        variables.push(variable);
    }
    let tokens = quote! {
        #![doc = " Sends the collection's own requests with their saved values, as Postman's Collection Runner would."]
        #![doc = ""]
        #![doc = " `cargo run --example replay -- --help` says how."]
        #[path = "replay/mod.rs"]
        mod runner;
        use #library as client;
        fn main() -> std::process::ExitCode {
            #(#starts)*
            runner::main(include_str!("replay.json"), env!("CARGO_MANIFEST_DIR"), &[#(&#variables),*])
        }
    };
    format::file("examples/replay.rs".to_owned(), tokens)
}

fn marker(collection: &Collection) -> TokenStream {
    let (module, marker) = (ident(&collection.module), ident(&collection.marker));
    quote! { client::#module::#marker }
}

/// A request: an endpoint with its own saved values or those of a later request.
pub struct Request<'a> {
    /// Its position in the collection.
    pub index: usize,
    /// The path of the endpoint's module.
    pub path: TokenStream,
    /// The endpoint.
    pub endpoint: &'a Endpoint,
    /// What is saved for each field, at the same position.
    pub saved: &'a [Slot],
}

/// All requests of a collection, in its order.
pub fn requests(collection: &Collection) -> Vec<Request<'_>> {
    fn walk<'a>(around: &TokenStream, modules: &'a [Module], endpoints: &'a [Endpoint], found: &mut Vec<Request<'a>>) {
        for endpoint in endpoints {
            let module = ident(&endpoint.module);
            let path = quote! { #around::#module };
            let later = endpoint.later.iter().map(|later| (later.index, &*later.saved));
            let all = std::iter::once((endpoint.index, &*endpoint.saved)).chain(later);
            found.extend(all.map(|(index, saved)| Request { index, path: path.clone(), endpoint, saved }));
        }
        for module in modules {
            let name = ident(&module.name);
            walk(&quote! { #around::#name }, &module.modules, &module.endpoints, found);
        }
    }
    let module = ident(&collection.module);
    let mut found = Vec::new();
    walk(&quote! { client::#module }, &collection.modules, &collection.endpoints, &mut found);
    found.sort_by_key(|request| request.index);
    found
}

/// How a request is made of its saved values, in the words of the runner's `calls!`.
fn call(request: &Request<'_>) -> TokenStream {
    let Request { path, endpoint, saved, .. } = request;
    let ty = ident(&endpoint.name);
    let fields = endpoint.fields.iter().enumerate();
    let (needed, others): (Vec<_>, Vec<_>) = fields.partition(|(_, field)| field.origin == Origin::Required);
    let set = others.into_iter().filter(|(slot, _)| has_saved(saved, *slot)).map(|(slot, field)| assigned(slot, field));
    let set: Vec<TokenStream> = set.collect();
    match &endpoint.required {
        Some(required) => {
            let (required, members) = (ident(required), needed.into_iter().map(|(slot, field)| assigned(slot, field)));
            quote! { #path::#ty(#path::#required { #(#members),* }) { #(#set),* } }
        }
        None => {
            let values = needed.into_iter().map(|(slot, field)| {
                let (slot, how, ty) = (Literal::usize_unsuffixed(slot), how(field), path_type(&field.ty, path));
                if field.ty == Type::Text {
                    quote! { text #slot }
                } else {
                    quote! { #how #slot: #ty }
                }
            });
            quote! { #path::#ty(#(#values),*) { #(#set),* } }
        }
    }
}

fn has_saved(saved: &[Slot], slot: usize) -> bool {
    saved.get(slot).is_some_and(|saved| !saved.values.is_empty() || !saved.files.is_empty())
}

/// A field that gets its saved value; it says itself of which type.
fn assigned(slot: usize, field: &Field) -> TokenStream {
    let (slot, name, how) = (Literal::usize_unsuffixed(slot), ident(&field.name), how(field));
    quote! { #name = #how #slot }
}

/// Which of the runtime's functions gives the saved value of a field.
fn how(field: &Field) -> Ident {
    let is_file = |ty: &Type| *ty == Type::File;
    let is_text = |ty: &Type| matches!(ty, Type::Text | Type::Secret | Type::Json(_));
    ident(match &field.ty {
        Type::File => "file",
        Type::Vec(inner) | Type::Option(inner) if is_file(inner) => "file",
        ty if field.is_json && !is_text(ty) => "json",
        _ => "at",
    })
}

/// A type named from the example.
fn path_type(ty: &Type, path: &TokenStream) -> TokenStream {
    let inner = |ty: &Type| path_type(ty, path);
    match ty {
        Type::Bool => quote! { bool },
        Type::I64 => quote! { i64 },
        Type::U64 => quote! { u64 },
        Type::F64 => quote! { f64 },
        Type::String => quote! { String },
        Type::Value => quote! { serde_json::Value },
        Type::Vec(ty) => {
            let ty = inner(ty);
            quote! { Vec<#ty> }
        }
        Type::Option(ty) => {
            let ty = inner(ty);
            quote! { Option<#ty> }
        }
        Type::Boxed(ty) => {
            let ty = inner(ty);
            quote! { Box<#ty> }
        }
        Type::Map(ty) => {
            let ty = inner(ty);
            quote! { client::runtime::Map<#ty> }
        }
        Type::Json(ty) => {
            let ty = inner(ty);
            quote! { client::runtime::Json<#ty> }
        }
        Type::Named(name) => {
            let name = ident(name);
            quote! { #path::#name }
        }
        simple => {
            let name = ident(&format!("{simple:?}"));
            quote! { client::runtime::#name }
        }
    }
}
