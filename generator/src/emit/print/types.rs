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
        Type::Generic(base, arguments) => {
            let (base, arguments) = (self::ty(base), arguments.iter().map(self::ty));
            quote! { #base<#(#arguments),*> }
        }
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
    let arguments: Vec<&Type> = match ty {
        Type::Generic(_, arguments) => arguments.iter().collect(),
        ty => ty.inner().into_iter().collect(),
    };
    if out.len() - start > space && !arguments.is_empty() {
        let bracket = start + out[start..].find('<').unwrap_or(0);
        let (outside, inside) = (" ".repeat(indent), " ".repeat(indent + INDENT));
        out.truncate(bracket);
        out.push_str("<\n");
        for argument in arguments {
            out.push_str(&inside);
            write(out, argument, WIDTH - inside.len(), inside.len());
            out.push_str(",\n");
        }
        out.extend([&*outside, ">"]);
    }
}

/// How a function takes a value: a word of the runtime's `arguments!`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passing {
    /// `T` itself.
    Exact,
    /// Anything that iterates over what converts into `T`.
    Each,
    /// `T`, which is put on the heap.
    Boxed,
    /// Anything that converts into `Json<T>`.
    Json,
    /// Anything that converts into `T`.
    Into,
}

impl Passing {
    /// How a value of this type is passed, and the `T` of that.
    pub fn of(ty: &Type) -> (Passing, &Type) {
        match ty {
            ty if ty.is_passed_on() => (Passing::Exact, ty),
            Type::Vec(inner) => (Passing::Each, inner),
            Type::Boxed(inner) => (Passing::Boxed, inner),
            Type::Json(inner) => (Passing::Json, inner),
            ty => (Passing::Into, ty),
        }
    }

    /// The word of the runtime's `arguments!`.
    pub fn word(self) -> &'static str {
        match self {
            Passing::Exact => "as",
            Passing::Each => "each",
            Passing::Boxed => "boxed",
            Passing::Json => "json",
            Passing::Into => "into",
        }
    }
}

/// How a value of this type is passed, as the runtime's `arguments!` spells it: `into String`.
pub fn passed(ty: &Type) -> String {
    let (passing, ty) = Passing::of(ty);
    format!("{} {ty}", passing.word())
}

/// An argument as the runtime's `arguments!` spells it: `name into String`.
pub fn argument(field: &str, ty: &Type) -> String {
    format!("{field} {}", passed(ty))
}

/// The type of a function's parameter for a value of this type: what `arguments!` makes of it.
pub fn parameter(ty: &Type) -> TokenStream {
    let (passing, inner) = Passing::of(ty);
    let inner = self::ty(inner);
    match passing {
        Passing::Each => quote! { impl IntoIterator<Item = impl Into<#inner>> },
        Passing::Json => quote! { impl Into<Json<#inner>> },
        Passing::Into => quote! { impl Into<#inner> },
        Passing::Exact | Passing::Boxed => inner,
    }
}
