//! What will be written, in Rust's words: plain data. `name` makes it, `emit` turns it into files.
//!
//! Every identifier is settled here; nothing below this stage makes up a name.

use std::collections::BTreeSet;

mod endpoint;
mod page;
mod paging;
mod preset;
mod saved;
mod step;
mod types;

pub use endpoint::{
    Arm, DocumentedError, Endpoint, Field, Operation, Origin, Output, Slot, SlotPlace,
};
pub use page::{Call, CallBody, CallPart, Login, Page, ShownAnswer};
pub use paging::{Access, Next, Paging, Target, Way};
pub use preset::{Expression, Later, Preset};
pub use saved::{SavedRequest, SavedResponse};
pub use step::{Part, PartKind, Piece, Step};
pub use types::{Kind, Model, ModelField, ModelKind, Role, Type, needed, parameter};

/// A crate to write.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Crate {
    /// The package's name.
    pub package: String,
    /// The library's name: the package's with `_`.
    pub library: String,
    /// The package's version.
    pub version: String,
    /// One line for the manifest.
    pub summary: String,
    /// The names of the files and directories that the crate is generated from, as Markdown.
    pub origins: Vec<String>,
    /// What a person wants to stand in the manifest.
    pub manifest: Manifest,
    /// The features that are on by default, besides the transport.
    pub features: Vec<&'static str>,
    /// One module each.
    pub collections: Vec<Collection>,
}

/// Where the code stands when it is no crate of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Host {
    /// The path of its module from the root of the crate around it: `zoom`, `api::zoom`.
    pub path: String,
    /// The features of the runtime that are on, besides those that the collections need.
    pub features: Vec<String>,
}

/// What a person wants to stand in the manifest, in Cargo's words.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the keys are those of Cargo")]
pub struct Manifest {
    pub name: Option<String>,
    pub version: Option<String>,
    pub description: Option<String>,
    pub license: Option<String>,
    pub repository: Option<String>,
    pub homepage: Option<String>,
    pub documentation: Option<String>,
    pub authors: Vec<String>,
    pub keywords: Vec<String>,
    pub categories: Vec<String>,
    pub publish: bool,
}

/// Where the items of a collection are reached from outside.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Home {
    /// In the collection's module.
    #[default]
    Module,
    /// At the root of the crate; the module itself is private.
    Root,
}

/// A collection: a module with its client.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Collection {
    /// The module.
    pub module: String,
    /// Where its items are reached from outside.
    pub home: Home,
    /// The collection's name as it stands.
    pub title: String,
    /// Documentation of the module.
    pub docs: String,
    /// The marker type that ties endpoints to the client.
    pub marker: String,
    /// Addresses.
    pub servers: Vec<Server>,
    /// Credentials.
    pub auths: Vec<Auth>,
    /// Headers that the client holds.
    pub headers: Vec<DefaultHeader>,
    /// Features that unpack what its requests offer to take.
    pub encodings: BTreeSet<&'static str>,
    /// Headers that answers have.
    pub response_headers: Vec<ResponseHeader>,
    /// Environments that preset the settings.
    pub environments: Vec<Environment>,
    /// Folders.
    pub modules: Vec<Module>,
    /// Requests outside of folders.
    pub endpoints: Vec<Endpoint>,
    /// How many requests there are, those without an endpoint too.
    pub requests: usize,
    /// Types that several endpoints use.
    pub models: Vec<Model>,
    /// Chains of calls in which responses supply arguments of later calls.
    pub chains: Vec<Chain>,
    /// The one of them that is the body of nearly all errors.
    pub error: Option<String>,
    /// Its part of `replay.json`.
    pub replay: serde_json::Value,
    /// Saved responses, for the mock server and the tests.
    pub saved_responses: Vec<SavedRequest>,
    /// Its part of `replay.secrets.json`.
    pub secrets: serde_json::Map<String, serde_json::Value>,
}

/// A chain of calls, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chain(pub Vec<Link>);

/// A call of a chain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Link {
    /// The modules that lead to the endpoint, from that of the collection.
    pub modules: Vec<String>,
    /// The endpoint.
    pub name: String,
    /// What its response supplies to a later call, for people; `None` for the last one.
    pub supplies: Option<String>,
}

/// An address that a client needs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Server {
    /// The builder's method.
    pub method: String,
    /// The collection's own address.
    pub address: Option<String>,
    /// The address as the collection writes it, for documentation.
    pub template: String,
}

/// Credentials that a client can hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Auth {
    /// The builder's method.
    pub method: String,
    /// The method that takes what fetches tokens, for OAuth 2.
    pub provider: Option<String>,
    /// The scheme.
    pub scheme: crate::api::Scheme,
    /// What is not secret of it, in Postman's words.
    pub settings: Vec<(String, String)>,
}

/// A header of answers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResponseHeader {
    /// The method that gives it.
    pub method: String,
    /// Its name in lower case.
    pub header: String,
    /// Each value seen is a whole number.
    pub is_number: bool,
    /// Its documentation.
    pub docs: String,
}

/// An environment: what it sets, by position.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Environment {
    /// The variant.
    pub variant: String,
    /// Its name as it stands.
    pub title: String,
    /// Addresses of servers.
    pub addresses: Vec<(usize, String)>,
    /// Values of default headers.
    pub headers: Vec<(usize, String)>,
}

/// A header that every request has.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DefaultHeader {
    /// The builder's method.
    pub method: String,
    /// The header.
    pub header: String,
}

/// A folder.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Module {
    /// The module.
    pub name: String,
    /// The folder's name as it stands.
    pub title: String,
    /// Its documentation.
    pub docs: String,
    /// The feature that it is compiled with; `None`: always.
    pub feature: Option<String>,
    /// Folders in it.
    pub modules: Vec<Module>,
    /// Requests in it.
    pub endpoints: Vec<Endpoint>,
}
