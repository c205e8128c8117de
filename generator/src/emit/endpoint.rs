//! An endpoint: its struct, `new`, setters, and how it is written and read.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::collection::inner_docs;
use super::step;
use super::types::{self, Imports, ident};
use super::{model, output};
use crate::rust::{Collection, Endpoint, Field, Origin, Type};

/// The file of an endpoint. Its first line of documentation is the request's own.
pub fn emit(collection: &Collection, endpoint: &Endpoint) -> TokenStream {
    let mut imports = Imports { models: endpoint.imports.iter().cloned().collect(), ..Imports::default() };
    let structure = structure(endpoint, &mut imports);
    let required = required(endpoint, &mut imports);
    let methods = methods(endpoint, &mut imports);
    let implementation = implementation(collection, endpoint, &mut imports);
    let output = output::definition(endpoint, &mut imports);
    let own: Vec<TokenStream> = endpoint.models.iter().map(|model| model::emit(model, &mut imports)).collect();
    let module = ident(&collection.module);
    let uses = imports.uses(&quote! { crate::#module::models });
    let title = inner_docs(&format!("[`{}`] and its types.", endpoint.name));
    quote! { #title #uses #structure #methods #implementation #required #output #(#own)* }
}

fn structure(endpoint: &Endpoint, imports: &mut Imports) -> TokenStream {
    let (name, docs) = (ident(&endpoint.name), types::docs(&endpoint.docs));
    let fields = endpoint.fields.iter().map(|field| {
        let (name, docs, ty) = (ident(&field.name), types::docs(&field.docs), types::ty(&field.ty, imports));
        quote! { #docs pub #name: #ty }
    });
    let fields: Vec<TokenStream> = fields.collect();
    quote! {
        #docs
        #[derive(Debug, Clone)]
        #[non_exhaustive]
        pub struct #name { #(#fields,)* }
    }
}

fn arguments(endpoint: &Endpoint) -> impl Iterator<Item = &Field> {
    endpoint.fields.iter().filter(|field| field.origin == Origin::Required)
}

/// The struct that `new` takes when it would take too many values.
fn required(endpoint: &Endpoint, imports: &mut Imports) -> TokenStream {
    let Some(name) = &endpoint.required else { return TokenStream::new() };
    let docs = types::docs(&format!("The values that [`{}`] always needs.", endpoint.name));
    let name = ident(name);
    let fields = arguments(endpoint).map(|field| {
        let (name, docs, ty) = (ident(&field.name), types::docs(&field.docs), types::ty(&field.ty, imports));
        quote! { #docs pub #name: #ty }
    });
    quote! {
        #docs
        #[derive(Debug, Clone)]
        pub struct #name { #(#fields,)* }
    }
}

fn methods(endpoint: &Endpoint, imports: &mut Imports) -> TokenStream {
    let name = ident(&endpoint.name);
    let new = new(endpoint, imports);
    let setters = endpoint.fields.iter().filter_map(|field| {
        let docs = format!("Sets [`{}`](Self::{}).", field.name.trim_start_matches("r#"), field.name.trim_start_matches("r#"));
        match (&field.origin, &field.ty) {
            (Origin::Required, _) => None,
            (Origin::Setter, Type::Option(inner)) => Some(model::setter(&field.name, &docs, inner, true, imports)),
            (Origin::Setter | Origin::Fixed(_), ty) => Some(model::setter(&field.name, &docs, ty, false, imports)),
        }
    });
    let setters: Vec<TokenStream> = setters.collect();
    let default = arguments(endpoint).next().is_none().then(|| {
        quote! { impl Default for #name { fn default() -> Self { Self::new() } } }
    });
    quote! { impl #name { #new #(#setters)* } #default }
}

fn new(endpoint: &Endpoint, imports: &mut Imports) -> TokenStream {
    let mut parameters = Vec::new();
    let mut values = Vec::new();
    for field in &endpoint.fields {
        let name = ident(&field.name);
        values.push(match &field.origin {
            Origin::Setter => quote! { #name: Default::default() },
            Origin::Fixed(text) => quote! { #name: #text.into() },
            Origin::Required if endpoint.required.is_some() => quote! { #name: required.#name },
            Origin::Required => {
                let (argument, expression) = types::argument(&field.ty, &name, imports);
                parameters.push(quote! { #name: #argument });
                if name == expression.to_string().as_str() { quote! { #name } } else { quote! { #name: #expression } }
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

fn implementation(collection: &Collection, endpoint: &Endpoint, imports: &mut Imports) -> TokenStream {
    let (name, api) = (ident(&endpoint.name), ident(&collection.marker));
    let module = ident(&collection.module);
    let operation = operation(endpoint, imports);
    let steps: Vec<TokenStream> = endpoint.steps.iter().map(|step| step::emit(step, imports)).collect();
    let output = output::ty(&endpoint.output, imports);
    let (response, read) = output::read(&endpoint.output);
    let request = if steps.is_empty() { format_ident!("_request") } else { format_ident!("request") };
    let [trait_, builder, build_error, decode_error, raw, operation_ty] =
        ["Endpoint", "RequestBuilder", "BuildError", "DecodeError", "RawResponse", "Operation"].map(|name| imports.runtime(name));
    quote! {
        impl #trait_ for #name {
            type Api = crate::#module::#api;
            type Output = #output;
            const OPERATION: #operation_ty = #operation;
            fn write(&self, #request: &mut #builder) -> Result<(), #build_error> {
                #(#steps)*
                Ok(())
            }
            fn read(#response: &#raw) -> Result<Self::Output, #decode_error> { #read }
        }
    }
}

fn operation(endpoint: &Endpoint, imports: &mut Imports) -> TokenStream {
    let operation = &endpoint.operation;
    let (title, method, path, server) = (&operation.title, &operation.method, &operation.path, operation.server);
    let auth = option(operation.auth.map(|auth| quote! { #auth }));
    let redirects = &operation.redirects;
    let settings = settings(&operation.settings, imports);
    quote! {
        Operation { name: #title, method: #method, path: #path, server: #server, auth: #auth, redirects: &[#(#redirects),*], settings: #settings }
    }
}

/// `Some(…)` or `None`.
pub fn option(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote! { Some(#value) },
        None => quote! { None },
    }
}

fn settings(settings: &crate::api::Settings, imports: &mut Imports) -> TokenStream {
    let ty = imports.runtime("Settings");
    let mut changes = Vec::new();
    if let Some(follow) = settings.follow_redirects {
        changes.push(quote! { follow_redirects: Some(#follow) });
    }
    if let Some(most) = settings.max_redirects {
        changes.push(quote! { max_redirects: Some(#most) });
    }
    for (set, name) in [(settings.keep_method, "keep_method"), (settings.keep_authorization, "keep_authorization"), (settings.raw_url, "raw_url")] {
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
        0 => quote! { #ty::DEFAULT },
        6 => quote! { #ty { #(#changes),* } },
        _ => quote! { #ty { #(#changes,)* ..#ty::DEFAULT } },
    }
}
