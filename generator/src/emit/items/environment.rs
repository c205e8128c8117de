//! Environments as presets of a client's settings.
//!
//! ```ignore
//! pub enum Environment {
//!     /// Sandbox: `https://sandbox.example.com`.
//!     Sandbox,
//! }
//! impl ClientBuilder<Example> {
//!     pub fn environment(self, environment: Environment) -> Self {
//!         match environment {
//!             Environment::Sandbox => self.server(0, "https://sandbox.example.com"),
//!         }
//!     }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::items::index;
use crate::emit::print::docs;
use crate::emit::print::types::ident;
use crate::markdown;
use crate::rust::{Collection, Environment};

/// The enum and the method of the builder; nothing without environments.
pub fn emit(collection: &Collection) -> TokenStream {
    if collection.environments.is_empty() {
        return TokenStream::new();
    }
    let marker = ident(&collection.marker);
    let variants = collection.environments.iter().map(|environment| {
        let (name, docs) = (ident(&environment.variant), docs::outer(&meaning(environment)));
        quote! { #docs #name }
    });
    let arms = collection.environments.iter().map(|environment| {
        let name = ident(&environment.variant);
        let addresses = environment
            .addresses
            .iter()
            .map(|(server, address)| quote! { .server(#server, #address) });
        let values =
            environment.values.iter().map(|(index, value)| quote! { .value(#index, #value) });
        quote! { Environment::#name => self #(#addresses)* #(#values)* }
    });
    quote! {
        /// The environments that the client was generated with.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Environment { #(#variants,)* }
        impl crate::runtime::ClientBuilder<#marker> {
            /// Sets the addresses and the other values that an environment gives. Credentials are not part of it, and neither are
            /// the arguments of requests. Settings that follow this call win.
            #[must_use]
            pub fn environment(self, environment: Environment) -> Self {
                match environment { #(#arms,)* }
            }
        }
    }
}

fn meaning(environment: &Environment) -> String {
    let addresses: Vec<String> =
        environment.addresses.iter().map(|(_, address)| markdown::code(address)).collect();
    let title = index::heading(&environment.title, &environment.variant);
    if addresses.is_empty() {
        format!("{title}.")
    } else {
        format!("{title}: {}.", addresses.join(", "))
    }
}
