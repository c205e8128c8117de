//! The modules of a collection: its client, its folders, its shared types.

use std::sync::Arc;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::api::{Scheme, ServerRole};
use crate::emit::home;
use crate::emit::items::example::Examples;
use crate::emit::items::{endpoint, environment, index, model, page};
use crate::emit::package::saved;
use crate::emit::print::format::RustFile;
use crate::emit::print::types::ident;
use crate::emit::print::{docs, format};
use crate::emit::work::Job;
use crate::output::OutputFile;
use crate::rust::{Auth, Collection, Crate, Endpoint, Module};

/// The name of an API's error.
const ERROR: &str = "ErrorBody";

/// All files of a collection, in a folder of its name.
pub fn emit<'a>(krate: &'a Crate, collection: &'a Collection, jobs: &mut Vec<Job<'a>>) {
    let examples = Arc::new(Examples::new(krate, collection));
    let folder = format!("src/{}", collection.module);
    if !collection.models.is_empty() {
        let path = format!("{folder}/models.rs");
        jobs.push(Box::new(move || shared(path, collection)));
    }
    let path = format!("{folder}/mod.rs");
    jobs.push(Box::new(move || format::file(path, root(krate, collection))));
    if !collection.endpoints.is_empty() {
        let table = format!("{folder}/mod.md");
        jobs.push(Box::new(move || {
            index::emit(table, &home::public(collection), &[], &collection.endpoints)
        }));
    }
    Folder { collection, examples, path: Vec::new() }.files(
        &collection.modules,
        &collection.endpoints,
        jobs,
    );
}

/// A folder of a collection, by the modules that lead to it.
struct Folder<'a> {
    collection: &'a Collection,
    examples: Arc<Examples<'a>>,
    path: Vec<&'a str>,
}

impl<'a> Folder<'a> {
    /// All its files, but for its own.
    fn files(&self, modules: &'a [Module], endpoints: &'a [Endpoint], jobs: &mut Vec<Job<'a>>) {
        let folder = [&["src", &self.collection.module], self.path.as_slice()].concat().join("/");
        for endpoint in endpoints {
            let (path, page) = (
                format!("{folder}/{}.rs", endpoint.module),
                format!("{folder}/{}.md", endpoint.module),
            );
            let (collection, examples, modules) =
                (self.collection, self.examples.clone(), self.path.clone());
            jobs.push(Box::new(move || {
                endpoint::emit(path, collection, endpoint, &examples.of(&modules, endpoint))
            }));
            jobs.push(Box::new(move || page::emit(page, &endpoint.page)));
        }
        for module in modules {
            let (path, table) = (
                format!("{folder}/{}/mod.rs", module.name),
                format!("{folder}/{}/mod.md", module.name),
            );
            let within =
                [&home::public(self.collection), self.path.as_slice(), &[module.name.as_str()]]
                    .concat();
            jobs.push(Box::new(move || {
                index::emit(table, &within, &module.modules, &module.endpoints)
            }));
            jobs.push(Box::new(move || format::file(path, contents_of(module))));
            let inner = [self.path.as_slice(), &[module.name.as_str()]].concat();
            let inner = Folder {
                collection: self.collection,
                examples: self.examples.clone(),
                path: inner,
            };
            inner.files(&module.modules, &module.endpoints, jobs);
        }
    }
}

fn contents_of(module: &Module) -> TokenStream {
    let docs = docs::inner(&format!("{}\n\n", module.docs));
    let contents = contents(&module.modules, &module.endpoints);
    quote! { #docs #![doc = include_str!("mod.md")] #contents }
}

/// The tables of all endpoints, by folder: on the crate's page when there is one collection, else each on its own's.
pub fn tables(krate: &Crate) -> TokenStream {
    match krate.collections.as_slice() {
        [collection] => tables_of(collection, &format!("{}/", collection.module)),
        _ => TokenStream::new(),
    }
}

/// The tables of a collection, for a file from which its folder is at `folder`.
fn tables_of(collection: &Collection, folder: &str) -> TokenStream {
    let title = docs::inner("\n# Endpoints\n\n");
    let outside = (!collection.endpoints.is_empty()).then(|| {
        let file = format!("{folder}mod.md");
        quote! { #![doc = include_str!(#file)] }
    });
    let tables = collection.modules.iter().map(|module| {
        let heading = format!(" ## {}", index::heading(&module.title, &module.name));
        let file = format!("{folder}{}/mod.md", module.name);
        match &module.feature {
            Some(feature) => quote! { #![cfg_attr(feature = #feature, doc = #heading, doc = "", doc = include_str!(#file))] },
            None => quote! { #![doc = #heading] #![doc = ""] #![doc = include_str!(#file)] },
        }
    });
    quote! { #title #outside #(#tables)* }
}

fn contents(modules: &[Module], endpoints: &[Endpoint]) -> TokenStream {
    let modules = modules.iter().map(|module| {
        let name = ident(&module.name);
        let feature = module.feature.as_ref().map(|feature| quote! { #[cfg(feature = #feature)] });
        quote! { #feature pub mod #name; }
    });
    let (files, names): (Vec<_>, Vec<_>) =
        endpoints.iter().map(|endpoint| (ident(&endpoint.module), ident(&endpoint.name))).unzip();
    let endpoints = (!endpoints.is_empty())
        .then(|| quote! { crate::runtime::endpoints! { #(#files::#names),* } });
    quote! {
        #(#modules)*
        #endpoints
    }
}

fn shared(path: String, collection: &Collection) -> OutputFile {
    let mut file = RustFile::new(path);
    file.about("Types that several endpoints share.");
    file.line("use crate::runtime::prelude::*;");
    collection.models.iter().for_each(|model| model::emit(model, &mut file));
    file.finish()
}

fn root(krate: &Crate, collection: &Collection) -> TokenStream {
    let docs = docs::inner(&collection.docs);
    let tables = (krate.collections.len() > 1).then(|| tables_of(collection, ""));
    let api = api(collection);
    let builder = builder(collection);
    let environments = environment::emit(collection);
    let response_headers = crate::emit::items::response_headers::emit(collection);
    let server = saved::server(collection);
    let contents = contents(&collection.modules, &collection.endpoints);
    let models = (!collection.models.is_empty()).then(|| quote! { pub mod models; });
    let error = collection.error.as_deref().map(error);
    let marker = ident(&collection.marker);
    quote! {
        #docs
        #tables
        #models
        #error
        #contents
        #api
        /// A client of this API: where requests go, and with which credentials.
        pub type Client = crate::runtime::Client<#marker>;
        #builder
        #environments
        #response_headers
        #server
    }
}

/// The body of errors under one name, whatever it is called among the models.
fn error(name: &str) -> TokenStream {
    if name == ERROR {
        return quote! { pub use self::models::ErrorBody; };
    }
    let name = ident(name);
    quote! {
        /// The body of nearly all errors: `error.json::<ErrorBody>()`.
        pub type ErrorBody = self::models::#name;
    }
}

fn api(collection: &Collection) -> TokenStream {
    let (marker, title) = (ident(&collection.marker), &collection.title);
    let docs =
        docs::outer(&format!("Marks the endpoints and the client of `{}`.", collection.module));
    let servers = collection.servers.iter().map(|server| {
        let method = server.method.trim_start_matches("r#");
        let default = option(server.default.as_deref());
        quote! { crate::runtime::ServerSpec { name: #method, default: #default } }
    });
    let auths = collection.auths.iter().map(|auth| {
        let method = auth.method.trim_start_matches("r#");
        let scheme = ident(auth.scheme.name());
        let settings = auth.settings.iter().map(|(key, value)| quote! { (#key, #value) });
        quote! { crate::runtime::AuthSpec { name: #method, scheme: crate::runtime::Scheme::#scheme, settings: &[#(#settings),*] } }
    });
    let auths: Vec<TokenStream> = auths.collect();
    let values = collection.values.iter().map(|value| {
        let (method, default) =
            (value.method.trim_start_matches("r#"), option(value.default.as_deref()));
        quote! { crate::runtime::ValueSpec { name: #method, default: #default } }
    });
    let values: Vec<TokenStream> = values.collect();
    let values = (!values.is_empty()).then(|| {
        quote! { const VALUES: &'static [crate::runtime::ValueSpec] = &[#(#values),*]; }
    });
    quote! {
        #docs
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum #marker {}
        impl crate::runtime::Api for #marker {
            const NAME: &'static str = #title;
            const SERVERS: &'static [crate::runtime::ServerSpec] = &[#(#servers),*];
            const AUTHS: &'static [crate::runtime::AuthSpec] = &[#(#auths),*];
            #values
        }
    }
}

/// `Some(…)` or `None`.
fn option(text: Option<&str>) -> TokenStream {
    text.map_or_else(|| quote! { None }, |text| quote! { Some(#text) })
}

/// The settings of this collection's client.
fn builder(collection: &Collection) -> TokenStream {
    let marker = ident(&collection.marker);
    let servers = collection.servers.iter().enumerate().skip(1).map(|(index, server)| {
        let (name, index) = (ident(&server.method), Literal::usize_unsuffixed(index));
        let docs = docs::outer(&server.docs);
        let argument = match server.role {
            ServerRole::Part => quote! { value },
            ServerRole::Address | ServerRole::Whole => quote! { url },
        };
        quote! {
            #docs
            #[must_use]
            pub fn #name(self, #argument: impl Into<String>) -> Self { self.server(#index, #argument) }
        }
    });
    let auths = collection.auths.iter().enumerate().map(|(index, auth)| credential(index, auth));
    let values = collection.values.iter().enumerate().map(|(index, value)| {
        let index = Literal::usize_unsuffixed(index);
        let name = ident(&value.method);
        let docs = docs::outer(&value.docs);
        quote! {
            #docs
            #[must_use]
            pub fn #name(self, value: impl Into<crate::runtime::Text>) -> Self { self.value(#index, value) }
        }
    });
    let methods: Vec<TokenStream> = servers.chain(auths).chain(values).collect();
    if methods.is_empty() {
        return TokenStream::new();
    }
    quote! {
        impl crate::runtime::ClientBuilder<#marker> { #(#methods)* }
    }
}

fn credential(index: usize, auth: &Auth) -> TokenStream {
    let position = Literal::usize_unsuffixed(index);
    let name = ident(&auth.method);
    let simple = |parameters: TokenStream, credential: TokenStream| {
        let docs = docs::outer(&auth.docs);
        quote! {
            #docs
            #[must_use]
            pub fn #name(self, #parameters) -> Self { self.credential(#position, crate::runtime::Credential::#credential) }
        }
    };
    match auth.scheme {
        Scheme::Bearer => {
            simple(quote! { token: impl Into<crate::runtime::Secret> }, quote! { bearer(token) })
        }
        Scheme::OAuth2 => {
            let token = quote! { token: impl Into<crate::runtime::Secret> };
            let token = simple(token, quote! { oauth2(token) });
            let provider = auth.provider.as_ref().map(|method| provider(index, method, auth));
            quote! { #token #provider }
        }
        Scheme::ApiKey => {
            simple(quote! { key: impl Into<crate::runtime::Secret> }, quote! { api_key(key) })
        }
        Scheme::Basic => simple(
            quote! { username: impl Into<String>, password: impl Into<crate::runtime::Secret> },
            quote! { basic(username, password) },
        ),
        scheme => {
            let (feature, module, ty) = typed(scheme);
            let (module, ty) = (format_ident!("{module}"), format_ident!("{ty}"));
            let docs = docs::outer(&auth.docs);
            quote! {
                #docs
                #[cfg(feature = #feature)]
                #[must_use]
                pub fn #name(self, credentials: crate::runtime::auth::#module::#ty) -> Self { self.credential(#position, credentials.into()) }
            }
        }
    }
}

/// The setting that takes what fetches tokens.
fn provider(index: usize, method: &str, auth: &Auth) -> TokenStream {
    let position = Literal::usize_unsuffixed(index);
    let name = ident(method);
    let has_address = auth.settings.iter().any(|(key, _)| key == "accessTokenUrl");
    let address = if has_address {
        "Tokens come from the collection's token URL, unless you set another one."
    } else {
        "The collection has no token URL: set [`OAuth2::token_url`](crate::runtime::auth::oauth2::OAuth2::token_url)."
    };
    let docs = docs::outer(&format!(
        "Sets how OAuth 2.0 access tokens are fetched and refreshed. {address}"
    ));
    quote! {
        #docs
        #[cfg(feature = "oauth2")]
        #[must_use]
        pub fn #name(self, provider: crate::runtime::auth::oauth2::OAuth2) -> Self { self.credential(#position, provider.into()) }
    }
}

/// Feature, module and type of a scheme that has a type of its own.
pub fn typed(scheme: Scheme) -> (&'static str, &'static str, &'static str) {
    match scheme {
        Scheme::OAuth1 => ("oauth1", "oauth1", "OAuth1"),
        Scheme::Digest => ("digest", "digest", "Digest"),
        Scheme::Hawk => ("hawk", "hawk", "Hawk"),
        Scheme::AwsV4 => ("awsv4", "awsv4", "AwsV4"),
        Scheme::Jwt => ("jwt", "jwt", "Jwt"),
        Scheme::Asap => ("asap", "asap", "Asap"),
        Scheme::EdgeGrid => ("edgegrid", "edgegrid", "EdgeGrid"),
        Scheme::Ntlm => ("ntlm", "ntlm", "Ntlm"),
        Scheme::Bearer | Scheme::Basic | Scheme::ApiKey | Scheme::OAuth2 => ("reqwest", "", ""),
    }
}
