//! What a success is: the type, how it is read, and the enum of outputs that differ by status.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

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

/// The parameter's name and the body of `read`.
pub fn read(output: &Output) -> (Ident, TokenStream) {
    let response = format_ident!("response");
    match output {
        Output::Empty => (format_ident!("_response"), quote! { Ok(()) }),
        Output::ByStatus { name, arms } => (response, by_status(&ident(name), arms)),
        output => (response, one(output)),
    }
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

fn by_status(name: &Ident, arms: &[Arm]) -> TokenStream {
    let arms = arms.iter().map(|arm| {
        let (variant, statuses, read) = (ident(&arm.variant), &arm.statuses, one(&arm.output));
        match &arm.output {
            Output::Empty => quote! { #(#statuses)|* => Ok(#name::#variant) },
            Output::Untyped | Output::Bytes => quote! { #(#statuses)|* => Ok(#name::#variant(response.untyped())) },
            output if is_boxed(output) => quote! { #(#statuses)|* => #read.map(Box::new).map(#name::#variant) },
            _ => quote! { #(#statuses)|* => #read.map(#name::#variant) },
        }
    });
    quote! {
        match response.status().as_u16() {
            #(#arms,)*
            _ => Ok(#name::Other(response.untyped())),
        }
    }
}

/// The enum of an output that differs by status; nothing for any other.
pub fn definition(endpoint: &Endpoint) -> TokenStream {
    let Output::ByStatus { name, arms } = &endpoint.output else { return TokenStream::new() };
    let docs = types::docs(&format!("What [`{}`] gives: it differs by status.", endpoint.name));
    let name = ident(name);
    let variants = arms.iter().map(|arm| {
        let (variant, docs, ty) = (ident(&arm.variant), types::docs(&arm.docs), ty(&arm.output));
        match &arm.output {
            Output::Empty => quote! { #docs #variant },
            output if is_boxed(output) => quote! { #docs #variant(Box<#ty>) },
            _ => quote! { #docs #variant(#ty) },
        }
    });
    let variants: Vec<TokenStream> = variants.collect();
    let serialised = arms.iter().map(|arm| {
        let variant = ident(&arm.variant);
        match &arm.output {
            Output::Empty => quote! { Self::#variant => serializer.serialize_unit() },
            _ => quote! { Self::#variant(value) => value.serialize(serializer) },
        }
    });
    quote! {
        #docs
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A success with a status that the collection does not show.
            Other(Untyped),
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
