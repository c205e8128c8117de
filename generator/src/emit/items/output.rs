//! What a success is: the type, how it is read, and the enum of outputs that differ by status.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::print::docs;
use crate::emit::print::format::RustFile;
use crate::emit::print::types::ident;
use crate::rust::{Arm, Endpoint, Output, Type};

/// The type of an output.
pub fn ty(output: &Output) -> String {
    match output {
        Output::Untyped | Output::Bytes => "Untyped".to_owned(),
        Output::Empty => "()".to_owned(),
        Output::Text => "String".to_owned(),
        Output::Json(ty) => ty.to_string(),
        Output::Stream(Some(item)) => format!("EventStream<{item}>"),
        Output::Stream(None) => "EventStream<Untyped>".to_owned(),
        Output::OptionalJson(ty) => format!("Option<{ty}>"),
        Output::ByStatus { name, .. } => name.clone(),
    }
}

/// Writes the method that reads an output, where its type does not say it all.
pub fn read(output: &Output, item: &mut String) {
    let read = match output {
        Output::Text => "response.text()",
        Output::OptionalJson(_) => "response.optional_json()",
        Output::Untyped
        | Output::Empty
        | Output::Bytes
        | Output::Json(_)
        | Output::Stream(_)
        | Output::ByStatus { .. } => return,
    };
    *item += "    fn read(response: &RawResponse) -> Result<Self::Output, DecodeError> {\n";
    item.extend(["        ", read, "\n    }\n"]);
}

fn one(output: &Output) -> TokenStream {
    match output {
        Output::Text => quote! { response.text() },
        Output::Json(_) => quote! { response.json() },
        Output::OptionalJson(_) => quote! { response.optional_json() },
        Output::Empty => quote! { Ok(()) },
        Output::Untyped | Output::Bytes | Output::Stream(_) | Output::ByStatus { .. } => {
            quote! { Ok(response.untyped()) }
        }
    }
}

/// An object on the heap: the variants of an enum are to be of like size.
fn is_boxed(output: &Output) -> bool {
    match output {
        Output::Json(ty) | Output::OptionalJson(ty) => match ty {
            Type::Option(inner) => inner.model().is_some(),
            ty => ty.model().is_some(),
        },
        _ => false,
    }
}

fn by_status(arms: &[Arm]) -> TokenStream {
    let arms = arms.iter().map(|arm| {
        let (variant, read) = (ident(&arm.variant), one(&arm.output));
        let statuses: Vec<Literal> =
            arm.statuses.iter().map(|status| Literal::u16_unsuffixed(*status)).collect();
        match &arm.output {
            Output::Empty => quote! { #(#statuses)|* => Ok(Self::#variant) },
            Output::Untyped | Output::Bytes => {
                quote! { #(#statuses)|* => Ok(Self::#variant(response.untyped())) }
            }
            output if is_boxed(output) => {
                quote! { #(#statuses)|* => #read.map(Box::new).map(Self::#variant) }
            }
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

/// Adds the enum of an output that differs by status; nothing for any other.
pub fn define(endpoint: &Endpoint, file: &mut RustFile) {
    let Output::ByStatus { name, arms } = &endpoint.output else { return };
    file.docs(&format!("The response of [`{}`], which depends on the status code.", endpoint.name));
    let mut item =
        format!("#[derive(Debug, Clone, PartialEq)]\n#[non_exhaustive]\npub enum {name} {{\n");
    for Arm { variant, output, docs, .. } in arms {
        docs::write(&mut item, "    ///", docs);
        let held = match output {
            Output::Empty => String::new(),
            output if is_boxed(output) => format!("(Box<{}>)", ty(output)),
            output => format!("({})", ty(output)),
        };
        item.extend(["    ", variant, &held, ",\n"]);
    }
    item += "    /// A success with a status that the collection does not show.\n    Other(Untyped),\n}\n";
    file.item(&item);
    file.items(implementations(name, arms));
}

fn implementations(name: &str, arms: &[Arm]) -> TokenStream {
    let (name, read) = (ident(name), by_status(arms));
    let serialised = arms.iter().map(serialised);
    quote! {
        impl Answer for #name {
            fn of(response: &RawResponse) -> Result<Self, DecodeError> { #read }
        }
        impl serde_core::Serialize for #name {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    #(#serialised,)*
                    Self::Other(value) => value.serialize(serializer),
                }
            }
        }
    }
}
