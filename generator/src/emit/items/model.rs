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

use crate::emit::print::docs;
use crate::emit::print::format::{Member, RustFile, braced, literal};
use crate::emit::print::types;
use crate::emit::print::types::ident;
use crate::markdown;
use crate::rust::{self, Kind, Model, ModelField, ModelKind, Role, Type};

/// A type with what it implements.
pub fn emit(model: &Model, file: &mut RustFile) {
    match &model.kind {
        ModelKind::Struct { fields, role } => structure(model, fields, *role, file),
        ModelKind::Enum { variants } => text_enum(model, variants, file),
        ModelKind::Union { variants } => file.items(union(model, variants)),
    }
}

fn structure(model: &Model, fields: &[ModelField], role: Role, file: &mut RustFile) {
    let is_needed = fields.iter().any(|field| field.is_needed(role));
    let parameters: Vec<&str> = (0..model.parameters()).map(rust::parameter).collect();
    let is_generic = !parameters.is_empty();
    let name = match is_generic {
        true => format!("{}<{}>", model.name, parameters.join(", ")),
        false => model.name.clone(),
    };
    // derived, it would ask the arguments for more than it needs
    let default = if is_needed || is_generic { "" } else { "Default, " };
    file.docs(&model.docs);
    file.line(&format!("#[derive(Debug, Clone, {default}PartialEq)]"));
    file.line("#[non_exhaustive]");
    file.structure(
        &name,
        fields.iter().map(|ModelField { name, docs, ty, .. }| Member { docs, name, ty }),
    );
    implemented(&name, fields, role, file);
    if is_needed || is_generic {
        file.items(self::default(&ident(&model.name), &parameters, fields));
    }
}

/// An object before it is read: not every type of a member that is always there has a value of its own.
fn default(name: &Ident, parameters: &[&str], fields: &[ModelField]) -> TokenStream {
    let fields = fields.iter().map(|field| ident(&field.name));
    let parameters: Vec<Ident> = parameters.iter().map(|parameter| ident(parameter)).collect();
    let (bounds, arguments) = match parameters.is_empty() {
        true => (None, None),
        false => (
            Some(quote! { <#(#parameters: crate::runtime::Slot),*> }),
            Some(quote! { <#(#parameters),*> }),
        ),
    };
    quote! {
        impl #bounds Default for #name #arguments {
            fn default() -> Self {
                Self { #(#fields: crate::runtime::Slot::blank(),)* }
            }
        }
    }
}

/// A field, with its key where that is not its name.
fn key(ModelField { name, key, .. }: &ModelField) -> String {
    if name == key { name.clone() } else { format!("{name} = {}", literal(key)) }
}

/// Reading and writing, and for what is sent `new` and the setters.
fn implemented(name: &str, fields: &[ModelField], role: Role, file: &mut RustFile) {
    let needed: Vec<String> = rust::needed(fields, role).into_iter().map(argument).collect();
    if role == Role::Request && needed.is_empty() {
        let members = fields
            .iter()
            .map(|field| format!("{} {}", key(field), types::passed(types::held(&field.ty))));
        return file.call("body", &format!("{name} {}", braced(&members.collect::<Vec<_>>())));
    }
    let keys: Vec<String> = fields.iter().map(key).collect();
    file.call("fields", &format!("{name} {}", braced(&keys)));
    if role == Role::Request {
        let others: Vec<String> =
            fields.iter().filter(|field| !field.is_needed(role)).map(argument).collect();
        file.call("arguments", &format!("{name}({}) {}", needed.join(", "), braced(&others)));
    }
}

fn argument(field: &ModelField) -> String {
    types::argument(&field.name, types::held(&field.ty))
}

fn text_enum(model: &Model, variants: &[(String, String)], file: &mut RustFile) {
    let name = &model.name;
    file.docs(&model.docs);
    file.line("#[derive(Debug, Clone, PartialEq, Eq, Hash)]");
    file.line("#[non_exhaustive]");
    file.line(&format!("pub enum {name} {{"));
    for (variant, text) in variants {
        file.inner_docs(&markdown::code(text));
        file.line(&format!("    {variant},"));
    }
    file.inner_docs("Any other string.");
    file.line("    Other(String),\n}");
    let texts: Vec<String> =
        variants.iter().map(|(variant, text)| format!("{variant} = {}", literal(text))).collect();
    file.call("text_enum", &format!("{name} {}", braced(&texts)));
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
        Kind::Integer => "An integer.",
        Kind::Number => "A number.",
        Kind::Text => "A string.",
        Kind::List => "A list.",
        Kind::Object => "An object.",
    }
}
