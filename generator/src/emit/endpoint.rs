//! An endpoint: its struct, `new`, setters, and how it is written and read.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens as _, format_ident, quote};

use super::step;
use super::types::{self, ident};
use super::{docs, model, output};
use crate::rust::{Collection, DocumentedError, Endpoint, Field, Origin};

/// The file of an endpoint. Its first line of documentation is the request's own.
pub fn emit(collection: &Collection, endpoint: &Endpoint, example: &str) -> TokenStream {
    let structure = structure(endpoint, example);
    let required = required(endpoint);
    let methods = methods(endpoint);
    let presets = super::preset::all(endpoint);
    let implementation = implementation(collection, endpoint);
    let paging = super::paging::emit(endpoint);
    let output = output::definition(endpoint);
    let own: Vec<TokenStream> = endpoint.models.iter().map(model::emit).collect();
    let module = ident(&collection.module);
    let shared = endpoint.imports.iter().map(|name| ident(name));
    let shared = (!endpoint.imports.is_empty()).then(|| quote! { pub use crate::#module::models::{#(#shared),*}; });
    let title = docs::inner(&format!("[`{}`] and its types.", endpoint.name));
    quote! { #title use crate::runtime::prelude::*; #shared #structure #methods #presets #implementation #paging #required #output #(#own)* }
}

fn structure(endpoint: &Endpoint, example: &str) -> TokenStream {
    let (name, docs) = (ident(&endpoint.name), docs::outer(&format!("{}\n\n{example}", endpoint.docs)));
    let page = format!("{}.md", endpoint.module);
    let fields = endpoint.fields.iter().map(|field| {
        let (name, docs, ty) = (ident(&field.name), docs::outer(&field.docs), types::ty(&field.ty));
        quote! { #docs pub #name: #ty }
    });
    let fields: Vec<TokenStream> = fields.collect();
    let default = starts_blank(endpoint).then(|| quote! { , Default });
    quote! {
        #docs
        #[doc = include_str!(#page)]
        #[derive(Debug, Clone #default)]
        #[non_exhaustive]
        pub struct #name { #(#fields,)* }
    }
}

/// Nothing is set at first: `Default` can be derived.
fn starts_blank(endpoint: &Endpoint) -> bool {
    endpoint.fields.iter().all(|field| field.origin == Origin::Setter)
}

fn arguments(endpoint: &Endpoint) -> impl Iterator<Item = &Field> {
    endpoint.fields.iter().filter(|field| field.origin == Origin::Required)
}

/// The struct that `new` takes when it would take too many values.
fn required(endpoint: &Endpoint) -> TokenStream {
    let Some(name) = &endpoint.required else { return TokenStream::new() };
    let docs = docs::outer(&format!("The values that [`{}`] always needs.", endpoint.name));
    let name = ident(name);
    let fields = arguments(endpoint).map(|field| {
        let (name, docs, ty) = (ident(&field.name), docs::outer(&field.docs), types::ty(&field.ty));
        quote! { #docs pub #name: #ty }
    });
    quote! {
        #docs
        #[derive(Debug, Clone)]
        pub struct #name { #(#fields,)* }
    }
}

/// `new` and the setters.
fn methods(endpoint: &Endpoint) -> TokenStream {
    let name = ident(&endpoint.name);
    let setters: Vec<TokenStream> = endpoint.fields.iter().filter_map(setter).collect();
    let with_setters = (!setters.is_empty()).then(|| quote! { { #(#setters),* } });
    if starts_blank(endpoint) {
        return quote! { arguments!(#name { #(#setters),* }); };
    }
    if let Some(required) = &endpoint.required {
        let (required, needed) = (ident(required), arguments(endpoint).map(|field| ident(&field.name)));
        return quote! { arguments!(#name from #required(#(#needed),*) #with_setters); };
    }
    let needed = arguments(endpoint).map(|field| types::argument(&field.name, &field.ty));
    let needed: Vec<TokenStream> = needed.collect();
    let default = needed.is_empty().then(|| {
        quote! { impl Default for #name { fn default() -> Self { Self::new() } } }
    });
    quote! { arguments!(#name(#(#needed),*) #with_setters); #default }
}

fn setter(field: &Field) -> Option<TokenStream> {
    let argument = types::argument(&field.name, types::held(&field.ty));
    match &field.origin {
        Origin::Required => None,
        Origin::Setter => Some(argument),
        Origin::Fixed(text) => Some(quote! { #argument = #text }),
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
