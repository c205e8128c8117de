//! `examples/replay.rs`: one small function for each request, over the copied runner.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::format;
use super::types::ident;
use crate::output::OutputFile;
use crate::rust::{Collection, Crate, Endpoint, Field, Module, Origin, Slot, Type};

/// The example's own file.
pub fn emit(krate: &Crate) -> OutputFile {
    let library = ident(&krate.library);
    let mut functions = Vec::new();
    let mut starts = Vec::new();
    for (position, (collection, offset)) in with_offsets(krate).enumerate() {
        let (variable, marker) = (format_ident!("calls_{position}"), marker(collection));
        let mut names = vec![quote! { client::runtime::replay::skipped::<#marker> }; collection.requests];
        for request in requests(collection) {
            let name = format_ident!("call_{}", offset + request.index);
            functions.push(call(&name, collection, &request));
            names[request.index] = quote! { #name };
        }
        starts.push((variable.clone(), quote! { let #variable = runner::Calls::<#marker>(&[&[#(#names),*]]); }));
    }
    let (variables, starts): (Vec<_>, Vec<_>) = starts.into_iter().unzip();
    let uses = if functions.is_empty() {
        quote! {}
    } else {
        quote! { use client::runtime::replay::{Made, Saved, made}; }
    };
    let tokens = quote! {
        #![doc = " Sends the collection's own requests with their saved values, as Postman's Collection Runner would."]
        #![doc = ""]
        #![doc = " `cargo run --example replay -- --help` says how."]
        #[path = "replay/mod.rs"]
        mod runner;
        use #library as client;
        #uses
        fn main() -> std::process::ExitCode {
            #(#starts)*
            runner::main(include_str!("replay.json"), env!("CARGO_MANIFEST_DIR"), &[#(&#variables),*])
        }
        #(#functions)*
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

/// The collections, each with the number of requests before it.
pub fn with_offsets(krate: &Crate) -> impl Iterator<Item = (&Collection, usize)> {
    krate.collections.iter().scan(0, |offset, collection| {
        let before = *offset;
        *offset += collection.requests;
        Some((collection, before))
    })
}

fn call(name: &proc_macro2::Ident, collection: &Collection, request: &Request<'_>) -> TokenStream {
    let Request { path, endpoint, saved, .. } = request;
    let (marker, ty) = (marker(collection), ident(&endpoint.name));
    let value = |slot: usize, field: &Field| value(slot, field, path);
    let required = endpoint.fields.iter().enumerate().filter(|(_, field)| field.origin == Origin::Required);
    let new = match &endpoint.required {
        Some(required_name) => {
            let required_name = ident(required_name);
            let members = required.map(|(slot, field)| {
                let (name, value) = (ident(&field.name), assigned(slot, field));
                quote! { #name: #value }
            });
            quote! { #path::#ty::new(#path::#required_name { #(#members),* }) }
        }
        None => {
            let values = required.map(|(slot, field)| value(slot, field));
            quote! { #path::#ty::new(#(#values),*) }
        }
    };
    let set = endpoint.fields.iter().enumerate().filter(|(slot, field)| field.origin != Origin::Required && has_saved(saved, *slot));
    let set: Vec<TokenStream> = set
        .map(|(slot, field)| {
            let (name, value) = (ident(&field.name), assigned(slot, field));
            quote! { endpoint.#name = #value; }
        })
        .collect();
    let uses_saved = !set.is_empty() || endpoint.fields.iter().any(|field| field.origin == Origin::Required);
    let argument = if uses_saved { format_ident!("saved") } else { format_ident!("_saved") };
    let body = if set.is_empty() {
        quote! { made(#new) }
    } else {
        quote! { let mut endpoint = #new; #(#set)* made(endpoint) }
    };
    quote! { fn #name(#argument: &Saved) -> Made<#marker> { #body } }
}

fn has_saved(saved: &[Slot], slot: usize) -> bool {
    saved.get(slot).is_some_and(|saved| !saved.values.is_empty() || !saved.files.is_empty())
}

/// The expression that gives a field its saved value; the field says of which type.
fn assigned(slot: usize, field: &Field) -> TokenStream {
    let slot = Literal::usize_unsuffixed(slot);
    match &field.ty {
        Type::File => quote! { saved.file(#slot)?.unwrap_or_else(client::runtime::File::empty) },
        Type::Vec(inner) if **inner == Type::File => quote! { saved.files(#slot)? },
        Type::Option(inner) if **inner == Type::File => quote! { saved.file(#slot)? },
        ty if field.is_json && is_json(ty) => quote! { saved.json(#slot)? },
        _ => quote! { saved.at(#slot)? },
    }
}

fn is_json(ty: &Type) -> bool {
    !matches!(ty, Type::Text | Type::Secret | Type::Json(_) | Type::File)
}

/// The same for a parameter that takes more types than one.
fn value(slot: usize, field: &Field, path: &TokenStream) -> TokenStream {
    let number = Literal::usize_unsuffixed(slot);
    match &field.ty {
        ty if field.is_json && is_json(ty) => {
            let ty = path_type(ty, path);
            quote! { saved.json::<#ty>(#number)? }
        }
        Type::File => assigned(slot, field),
        Type::Vec(inner) | Type::Option(inner) if **inner == Type::File => assigned(slot, field),
        ty => {
            let ty = path_type(ty, path);
            quote! { saved.at::<#ty>(#number)? }
        }
    }
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
