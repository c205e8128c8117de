//! An endpoint: its struct, `new`, setters, and how it is written and read.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::collection::inner_docs;
use super::step;
use super::types::{self, ident};
use super::{model, output};
use crate::rust::{Collection, Endpoint, Field, Origin, Type};

/// The file of an endpoint. Its first line of documentation is the request's own.
pub fn emit(collection: &Collection, endpoint: &Endpoint, example: &str) -> TokenStream {
    let structure = structure(endpoint, example);
    let required = required(endpoint);
    let methods = methods(endpoint);
    let implementation = implementation(collection, endpoint);
    let output = output::definition(endpoint);
    let own: Vec<TokenStream> = endpoint.models.iter().map(model::emit).collect();
    let module = ident(&collection.module);
    let shared = endpoint.imports.iter().map(|name| ident(name));
    let shared = (!endpoint.imports.is_empty()).then(|| quote! { pub use crate::#module::models::{#(#shared),*}; });
    let title = inner_docs(&format!("[`{}`] and its types.", endpoint.name));
    quote! { #title use crate::runtime::prelude::*; #shared #structure #methods #implementation #required #output #(#own)* }
}

fn structure(endpoint: &Endpoint, example: &str) -> TokenStream {
    let (name, docs) = (ident(&endpoint.name), types::docs(&format!("{}\n\n{example}", endpoint.docs)));
    let page = format!("{}.md", endpoint.module);
    let fields = endpoint.fields.iter().map(|field| {
        let (name, docs, ty) = (ident(&field.name), types::docs(&field.docs), types::ty(&field.ty));
        quote! { #docs pub #name: #ty }
    });
    let fields: Vec<TokenStream> = fields.collect();
    let must_use = endpoint.fields.iter().any(|field| field.origin != Origin::Required).then(|| quote! { #[must_use] });
    let default = starts_blank(endpoint).then(|| quote! { , Default });
    quote! {
        #docs
        #[doc = include_str!(#page)]
        #must_use
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
    let docs = types::docs(&format!("The values that [`{}`] always needs.", endpoint.name));
    let name = ident(name);
    let fields = arguments(endpoint).map(|field| {
        let (name, docs, ty) = (ident(&field.name), types::docs(&field.docs), types::ty(&field.ty));
        quote! { #docs pub #name: #ty }
    });
    quote! {
        #docs
        #[derive(Debug, Clone)]
        pub struct #name { #(#fields,)* }
    }
}

fn methods(endpoint: &Endpoint) -> TokenStream {
    let name = ident(&endpoint.name);
    let new = new(endpoint);
    let setters = endpoint.fields.iter().filter_map(|field| {
        let docs = format!("Sets [`{}`](Self::{}).", field.name.trim_start_matches("r#"), field.name.trim_start_matches("r#"));
        match (&field.origin, &field.ty) {
            (Origin::Required, _) => None,
            (Origin::Setter, Type::Option(inner)) => Some(model::setter(&field.name, &docs, inner, true)),
            (Origin::Setter | Origin::Fixed(_), ty) => Some(model::setter(&field.name, &docs, ty, false)),
        }
    });
    let setters: Vec<TokenStream> = setters.collect();
    let presets = super::preset::all(endpoint);
    let default = (arguments(endpoint).next().is_none() && !starts_blank(endpoint)).then(|| {
        quote! { impl Default for #name { fn default() -> Self { Self::new() } } }
    });
    quote! { impl #name { #new #(#presets)* #(#setters)* } #default }
}

fn new(endpoint: &Endpoint) -> TokenStream {
    if starts_blank(endpoint) {
        return quote! {
            /// A request with nothing set.
            pub fn new() -> Self { Self::default() }
        };
    }
    let mut parameters = Vec::new();
    let mut values = Vec::new();
    for field in &endpoint.fields {
        let name = ident(&field.name);
        values.push(match &field.origin {
            Origin::Setter => quote! { #name: Default::default() },
            Origin::Fixed(text) => quote! { #name: #text.into() },
            Origin::Required if endpoint.required.is_some() => quote! { #name: required.#name },
            Origin::Required => {
                let (argument, expression) = types::argument(&field.ty, &name);
                parameters.push(quote! { #name: #argument });
                if field.ty.is_passed_on() {
                    quote! { #name }
                } else {
                    quote! { #name: #expression }
                }
            }
        });
    }
    if let Some(required) = &endpoint.required {
        let required = ident(required);
        parameters.push(quote! { required: #required });
    }
    let docs = types::docs(if parameters.is_empty() { "A request with nothing set." } else { "A request with what it always needs." });
    quote! { #docs pub fn new(#(#parameters),*) -> Self { Self { #(#values),* } } }
}

fn implementation(collection: &Collection, endpoint: &Endpoint) -> TokenStream {
    let (name, api) = (ident(&endpoint.name), ident(&collection.marker));
    let module = ident(&collection.module);
    let operation = operation(endpoint);
    let steps = step::all(&endpoint.steps);
    let output = output::ty(&endpoint.output);
    let (response, read) = output::read(&endpoint.output);
    let request = if steps.is_empty() { format_ident!("_request") } else { format_ident!("request") };
    quote! {
        impl Endpoint for #name {
            type Api = crate::#module::#api;
            type Output = #output;
            const OPERATION: Operation = #operation;
            fn write(&self, #request: &mut RequestBuilder) -> Result<(), BuildError> {
                #(#steps)*
                Ok(())
            }
            fn read(#response: &RawResponse) -> Result<Self::Output, DecodeError> { #read }
        }
    }
}

fn operation(endpoint: &Endpoint) -> TokenStream {
    let operation = &endpoint.operation;
    let (title, method, path) = (&operation.title, &operation.method, &operation.path);
    let known = matches!(method.as_str(), "GET" | "POST" | "PUT" | "PATCH" | "DELETE");
    let made = if known {
        let method = ident(&method.to_lowercase());
        quote! { Operation::#method(#title, #path) }
    } else {
        quote! { Operation::new(#method, #title, #path) }
    };
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
    quote! { #made #server #auth #redirects #settings }
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
    for (set, name) in
        [(settings.keep_method, "keep_method"), (settings.keep_authorization, "keep_authorization"), (settings.raw_url, "raw_url")]
    {
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
        6 => quote! { .settings(Settings { #(#changes),* }) },
        _ => quote! { .settings(Settings { #(#changes,)* ..Settings::DEFAULT }) },
    }
}
