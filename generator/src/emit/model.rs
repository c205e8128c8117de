//! Types of JSON values.
//!
//! ```ignore
//! /// An object: `pac_accounts`.
//! #[derive(Debug, Clone, Default, PartialEq)]
//! #[non_exhaustive]
//! pub struct PacAccount {
//!     /// `conference_id`.
//!     pub conference_id: Option<String>,
//! }
//! fields!(PacAccount { conference_id });
//! ```

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::docs;
use super::types::{self, ident};
use crate::rust::{self, Kind, Model, ModelField, ModelKind, Role, Type};

/// A type with what it implements.
pub fn emit(model: &Model) -> TokenStream {
    match &model.kind {
        ModelKind::Struct { fields, role } => structure(model, fields, *role),
        ModelKind::Enum { variants } => text_enum(model, variants),
        ModelKind::Union { variants } => union(model, variants),
    }
}

fn structure(model: &Model, fields: &[ModelField], role: Role) -> TokenStream {
    let (name, docs) = (ident(&model.name), docs::outer(&model.docs));
    let members = fields.iter().map(|field| {
        let (name, docs, ty) = (ident(&field.name), docs::outer(&field.docs), types::ty(&field.ty));
        quote! { #docs pub #name: #ty }
    });
    let members: Vec<TokenStream> = members.collect();
    let implemented = implemented(&name, fields, role);
    let (derived, default) = match fields.iter().any(|field| field.is_needed(role)) {
        true => (TokenStream::new(), Some(default(&name, fields))),
        false => (quote! { Default, }, None),
    };
    quote! {
        #docs
        #[derive(Debug, Clone, #derived PartialEq)]
        #[non_exhaustive]
        pub struct #name { #(#members,)* }
        #implemented
        #default
    }
}

/// An object before it is read: not every type of a member that is always there has a value of its own.
fn default(name: &Ident, fields: &[ModelField]) -> TokenStream {
    let fields = fields.iter().map(|field| ident(&field.name));
    quote! {
        impl Default for #name {
            fn default() -> Self {
                Self { #(#fields: crate::runtime::Slot::blank(),)* }
            }
        }
    }
}

/// A field, with its key where that is not its name.
fn key(field: &ModelField) -> TokenStream {
    let (name, key) = (ident(&field.name), &field.key);
    if field.name == *key {
        quote! { #name }
    } else {
        quote! { #name = #key }
    }
}

/// Reading and writing, and for what is sent `new` and the setters.
fn implemented(name: &Ident, fields: &[ModelField], role: Role) -> TokenStream {
    let needed: Vec<TokenStream> = rust::needed(fields, role).into_iter().map(argument).collect();
    if role == Role::Request && needed.is_empty() {
        let members = fields.iter().map(|field| {
            let (key, given) = (key(field), types::given(types::held(&field.ty)));
            quote! { #key #given }
        });
        return quote! { body!(#name { #(#members),* }); };
    }
    let keys = fields.iter().map(key);
    let setters = (role == Role::Request).then(|| {
        let others = fields.iter().filter(|field| !field.is_needed(role)).map(argument);
        quote! { arguments!(#name(#(#needed),*) { #(#others),* }); }
    });
    quote! { fields!(#name { #(#keys),* }); #setters }
}

fn argument(field: &ModelField) -> TokenStream {
    types::argument(&field.name, types::held(&field.ty))
}

fn text_enum(model: &Model, variants: &[(String, String)]) -> TokenStream {
    let (name, docs) = (ident(&model.name), docs::outer(&model.docs));
    let idents: Vec<_> = variants.iter().map(|(variant, _)| ident(variant)).collect();
    let texts: Vec<_> = variants.iter().map(|(_, text)| text).collect();
    let variant_docs = texts.iter().map(|text| docs::outer(&format!("`{}`", text.replace(['`', '\n', '\r'], " "))));
    quote! {
        #docs
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variant_docs #idents,)*
            /// Any other text.
            Other(String),
        }
        text_enum!(#name { #(#idents = #texts),* });
    }
}

fn union(model: &Model, variants: &[(Kind, Type)]) -> TokenStream {
    let (name, docs) = (ident(&model.name), docs::outer(&model.docs));
    let idents: Vec<_> = variants.iter().map(|(kind, _)| ident(variant_name(*kind))).collect();
    let tys: Vec<_> = variants.iter().map(|(_, ty)| types::ty(ty)).collect();
    let variant_docs = variants.iter().map(|(kind, _)| docs::outer(describe(*kind)));
    quote! {
        #docs
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variant_docs #idents(#tys),)*
            /// Anything else.
            Other(serde_json::Value),
        }
        union!(#name { #(#idents: #tys,)* Other: serde_json::Value });
    }
}

/// The variant of a union for a kind of value.
pub fn variant_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Boolean => "Boolean",
        Kind::Integer => "Integer",
        Kind::Number => "Number",
        Kind::Text => "Text",
        Kind::List => "List",
        Kind::Object => "Object",
    }
}

fn describe(kind: Kind) -> &'static str {
    match kind {
        Kind::Boolean => "`true` or `false`.",
        Kind::Integer => "A whole number.",
        Kind::Number => "A number.",
        Kind::Text => "A text.",
        Kind::List => "A list.",
        Kind::Object => "An object.",
    }
}
