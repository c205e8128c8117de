//! Types, and the arguments that setters take for them. The runtime's are in scope by its prelude.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::rust::Type;

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
pub fn ty(ty: &Type) -> TokenStream {
    let generic = |name: &str, inner: &Type| {
        let name = ident(name);
        let inner = self::ty(inner);
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
            let inner = self::ty(inner);
            return quote! { Vec<#inner> };
        }
        Type::Option(inner) => {
            let inner = self::ty(inner);
            return quote! { Option<#inner> };
        }
        Type::Boxed(inner) => {
            let inner = self::ty(inner);
            return quote! { Box<#inner> };
        }
        Type::Map(inner) => return generic("Map", inner),
        Type::Json(inner) => return generic("Json", inner),
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
    let name = ident(simple);
    quote! { #name }
}

/// What a function takes for a value of this type, and the expression that makes the value of `argument`.
pub fn argument(ty: &Type, argument: &Ident) -> (TokenStream, TokenStream) {
    match ty {
        ty if ty.is_passed_on() => (self::ty(ty), quote! { #argument }),
        Type::Boxed(inner) => (self::ty(inner), quote! { Box::new(#argument) }),
        Type::Vec(inner) => {
            let inner = self::ty(inner);
            (quote! { impl IntoIterator<Item = impl Into<#inner>> }, quote! { #argument.into_iter().map(Into::into).collect() })
        }
        ty => {
            let ty = self::ty(ty);
            (quote! { impl Into<#ty> }, quote! { #argument.into() })
        }
    }
}
