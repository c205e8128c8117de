//! What a success is: the type, how it is read, and the enum of outputs that differ by status.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::types::{self, ident};
use crate::rust::{Arm, Endpoint, Output, Type};

/// The type of an output.
pub fn ty(output: &Output) -> TokenStream {
    match output {
        Output::Untyped | Output::Bytes => quote! { Untyped },
        Output::Empty => quote! { () },
        Output::Text => quote! { String },
        Output::Json(ty) => types::ty(ty),
        Output::OptionalJson(ty) => {
            let ty = types::ty(ty);
            quote! { Option<#ty> }
        }
        Output::ByStatus { name, .. } => {
            let name = ident(name);
            quote! { #name }
        }
    }
}

/// The method that reads an output, where its type does not say it all.
pub fn read(output: &Output) -> Option<TokenStream> {
    let read = match output {
        Output::Text | Output::OptionalJson(_) => one(output),
        Output::Untyped | Output::Empty | Output::Bytes | Output::Json(_) | Output::ByStatus { .. } => return None,
    };
    Some(quote! { fn read(response: &RawResponse) -> Result<Self::Output, DecodeError> { #read } })
}

fn one(output: &Output) -> TokenStream {
    match output {
        Output::Text => quote! { response.text() },
        Output::Json(_) => quote! { response.json() },
        Output::OptionalJson(_) => quote! { response.optional_json() },
        Output::Empty => quote! { Ok(()) },
        Output::Untyped | Output::Bytes | Output::ByStatus { .. } => quote! { Ok(response.untyped()) },
    }
}

/// An object on the heap: the variants of an enum are to be of like size.
fn is_boxed(output: &Output) -> bool {
    match output {
        Output::Json(ty) | Output::OptionalJson(ty) => match ty {
            Type::Option(inner) => matches!(**inner, Type::Named(_)),
            ty => matches!(ty, Type::Named(_)),
        },
        _ => false,
    }
}

fn by_status(arms: &[Arm]) -> TokenStream {
    let arms = arms.iter().map(|arm| {
        let (variant, statuses, read) = (ident(&arm.variant), &arm.statuses, one(&arm.output));
        match &arm.output {
            Output::Empty => quote! { #(#statuses)|* => Ok(Self::#variant) },
            Output::Untyped | Output::Bytes => quote! { #(#statuses)|* => Ok(Self::#variant(response.untyped())) },
            output if is_boxed(output) => quote! { #(#statuses)|* => #read.map(Box::new).map(Self::#variant) },
            _ => quote! { #(#statuses)|* => #read.map(Self::#variant) },
        }
    });
    quote! {
        match response.status().as_u16() {
            #(#arms,)*
            _ => Ok(Self::Other(response.untyped())),
        }
    }
}

/// How a variant is shown as JSON: as what it holds.
fn serialised(arm: &Arm) -> TokenStream {
    let variant = ident(&arm.variant);
    match &arm.output {
        Output::Empty => quote! { Self::#variant => serializer.serialize_unit() },
        _ => quote! { Self::#variant(value) => value.serialize(serializer) },
    }
}

/// The enum of an output that differs by status; nothing for any other.
pub fn definition(endpoint: &Endpoint) -> TokenStream {
    let Output::ByStatus { name, arms } = &endpoint.output else { return TokenStream::new() };
    let docs = docs::outer(&format!("What [`{}`] gives: it differs by status.", endpoint.name));
    let name = ident(name);
    let variants = arms.iter().map(|arm| {
        let (variant, docs, ty) = (ident(&arm.variant), docs::outer(&arm.docs), ty(&arm.output));
        match &arm.output {
            Output::Empty => quote! { #docs #variant },
            output if is_boxed(output) => quote! { #docs #variant(Box<#ty>) },
            _ => quote! { #docs #variant(#ty) },
        }
    });
    let variants: Vec<TokenStream> = variants.collect();
    let serialised = arms.iter().map(serialised);
    let read = by_status(arms);
    quote! {
        #docs
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A success with a status that the collection does not show.
            Other(Untyped),
        }
        impl Answer for #name {
            fn of(response: &RawResponse) -> Result<Self, DecodeError> { #read }
        }
        impl serde::Serialize for #name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    #(#serialised,)*
                    Self::Other(value) => value.serialize(serializer),
                }
            }
        }
    }
}
