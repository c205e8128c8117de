//! Types, and the arguments that setters take for them. The runtime's are in scope by its prelude.

use std::fmt::Write as _;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::emit::print::format::{INDENT, WIDTH};
use crate::rust::Type;

/// An identifier; `r#x` for a raw one.
pub fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// The type as it is written.
pub fn ty(ty: &Type) -> TokenStream {
    match ty {
        Type::Value => quote! { serde_json::Value },
        Type::Vec(inner) => generic("Vec", inner),
        Type::Option(inner) => generic("Option", inner),
        Type::Boxed(inner) => generic("Box", inner),
        Type::Map(inner) => generic("Map", inner),
        Type::Json(inner) => generic("Json", inner),
        Type::Named(name) => simple(name),
        Type::Model(index) => unreachable!("type {index} has no name: `name` settles all of them"),
        plain => simple(&plain.to_string()),
    }
}

fn simple(name: &str) -> TokenStream {
    let name = ident(name);
    quote! { #name }
}

fn generic(name: &str, inner: &Type) -> TokenStream {
    let (name, inner) = (ident(name), ty(inner));
    quote! { #name<#inner> }
}

/// What a setter is given: the type without its option.
pub fn held(ty: &Type) -> &Type {
    match ty {
        Type::Option(inner) => inner,
        ty => ty,
    }
}

/// Writes a type, on lines of its own where it is longer than `space`.
pub fn write(out: &mut String, ty: &Type, space: usize, indent: usize) {
    let start = out.len();
    // writing to a text cannot fail
    let _ = write!(out, "{ty}");
    if let (true, Some(inner)) = (out.len() - start > space, ty.inner()) {
        let bracket = start + out[start..].find('<').unwrap_or(0);
        let (outside, inside) = (" ".repeat(indent), " ".repeat(indent + INDENT));
        out.truncate(bracket);
        out.extend(["<\n", &inside]);
        write(out, inner, WIDTH - inside.len(), inside.len());
        out.extend([",\n", &outside, ">"]);
    }
}

/// How a value is given, in the words of the runtime's `arguments!`, and the type of that.
pub fn given(ty: &Type) -> String {
    let (how, ty) = way_of(ty);
    format!("{how} {ty}")
}

/// How a value is given, and the type of that.
pub fn way_of(ty: &Type) -> (&'static str, &Type) {
    match ty {
        ty if ty.is_passed_on() => ("as", ty),
        Type::Vec(inner) => ("each", inner),
        Type::Boxed(inner) => ("boxed", inner),
        Type::Json(inner) => ("json", inner),
        ty => ("into", ty),
    }
}

/// An argument in the words of the runtime's `arguments!`: a field, how its value is given, and the type of that.
pub fn argument(field: &str, ty: &Type) -> String {
    format!("{field} {}", given(ty))
}

/// What a function takes for a value of this type: the same as `arguments!` makes of it.
pub fn parameter(ty: &Type) -> TokenStream {
    let (how, inner) = way_of(ty);
    let inner = self::ty(inner);
    match how {
        "each" => quote! { impl IntoIterator<Item = impl Into<#inner>> },
        "json" => quote! { impl Into<Json<#inner>> },
        "into" => quote! { impl Into<#inner> },
        _ => inner,
    }
}
