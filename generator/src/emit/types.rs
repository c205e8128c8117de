//! Types, and the arguments that setters take for them.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::rust::Type;

/// The names that a file uses from elsewhere: what its `use` lines are made of.
#[derive(Debug, Default)]
pub struct Imports {
    /// Names of the runtime.
    pub runtime: BTreeSet<&'static str>,
    /// Shared types of the collection.
    pub models: BTreeSet<String>,
}

impl Imports {
    /// A name of the runtime, imported.
    pub fn runtime(&mut self, name: &'static str) -> Ident {
        self.runtime.insert(name);
        Ident::new(name, Span::call_site())
    }

    /// The `use` lines. `models` is the path of the collection's shared types.
    pub fn uses(&self, models: &TokenStream) -> TokenStream {
        let runtime = self.runtime.iter().map(|name| Ident::new(name, Span::call_site()));
        let runtime = (!self.runtime.is_empty()).then(|| quote! { use crate::runtime::{#(#runtime),*}; });
        let names = self.models.iter().map(|name| ident(name));
        let models = (!self.models.is_empty()).then(|| quote! { pub use #models::{#(#names),*}; });
        quote! { #runtime #models }
    }
}

/// An identifier; `r#x` for a raw one.
pub fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// Documentation as `///` lines.
pub fn docs(text: &str) -> TokenStream {
    let lines = text.lines().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote! { #(#[doc = #lines])* }
}

/// The type as it is written.
pub fn ty(ty: &Type, imports: &mut Imports) -> TokenStream {
    let generic = |name: &'static str, inner: &Type, imports: &mut Imports| {
        let name = imports.runtime(name);
        let inner = self::ty(inner, imports);
        quote! { #name<#inner> }
    };
    let simple = match ty {
        Type::Bool => return quote! { bool },
        Type::I64 => return quote! { i64 },
        Type::U64 => return quote! { u64 },
        Type::F64 => return quote! { f64 },
        Type::String => return quote! { String },
        Type::Value => return quote! { serde_json::Value },
        Type::Vec(inner) => {
            let inner = self::ty(inner, imports);
            return quote! { Vec<#inner> };
        }
        Type::Option(inner) => {
            let inner = self::ty(inner, imports);
            return quote! { Option<#inner> };
        }
        Type::Boxed(inner) => {
            let inner = self::ty(inner, imports);
            return quote! { Box<#inner> };
        }
        Type::Map(inner) => return generic("Map", inner, imports),
        Type::Json(inner) => return generic("Json", inner, imports),
        Type::Named(name) => {
            let name = ident(name);
            return quote! { #name };
        }
        Type::Model(index) => unreachable!("type {index} has no name: `name` settles all of them"),
        Type::Number => "Number",
        Type::Text => "Text",
        Type::Secret => "Secret",
        Type::DateTime => "DateTime",
        Type::Date => "Date",
        Type::Time => "Time",
        Type::Uuid => "Uuid",
        Type::File => "File",
    };
    let name = imports.runtime(simple);
    quote! { #name }
}

/// What a function takes for a value of this type, and the expression that makes the value of `argument`.
pub fn argument(ty: &Type, argument: &Ident, imports: &mut Imports) -> (TokenStream, TokenStream) {
    match ty {
        Type::Bool | Type::I64 | Type::U64 | Type::F64 | Type::Map(_) => (self::ty(ty, imports), quote! { #argument }),
        Type::Boxed(inner) => (self::ty(inner, imports), quote! { Box::new(#argument) }),
        Type::Vec(inner) if matches!(**inner, Type::Vec(_) | Type::Option(_) | Type::Map(_) | Type::Boxed(_)) => (self::ty(ty, imports), quote! { #argument }),
        Type::Vec(inner) => {
            let inner = self::ty(inner, imports);
            (quote! { impl IntoIterator<Item = impl Into<#inner>> }, quote! { #argument.into_iter().map(Into::into).collect() })
        }
        ty => {
            let ty = self::ty(ty, imports);
            (quote! { impl Into<#ty> }, quote! { #argument.into() })
        }
    }
}
