//! Presets: constructors that give the values of one saved request.
//!
//! ```ignore
//! /// Search paid.
//! pub fn paid() -> Self {
//!     Self::new(SearchOpenBody::new().state("paid").limit(20))
//! }
//! ```

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use crate::emit::items::model;
use crate::emit::print::docs;
use crate::emit::print::types;
use crate::emit::print::types::ident;
use crate::rust::{Endpoint, Expression, Field, Kind, Origin, Preset, Type};

/// The constructors of an endpoint; nothing where it is one request.
pub fn all(endpoint: &Endpoint) -> TokenStream {
    if endpoint.presets.is_empty() {
        return TokenStream::new();
    }
    let name = ident(&endpoint.name);
    let presets = endpoint.presets.iter().map(|preset| one(endpoint, preset));
    quote! { impl #name { #(#presets)* } }
}

fn one(endpoint: &Endpoint, preset: &Preset) -> TokenStream {
    let (name, docs) = (ident(&preset.name), docs::outer(&preset.docs));
    let required: Vec<&Field> =
        endpoint.fields.iter().filter(|field| field.origin == Origin::Required).collect();
    let (parameters, new) = new(endpoint, &required, &preset.arguments);
    let settings = settings(&preset.settings);
    quote! { #docs pub fn #name(#(#parameters),*) -> Self { #new #settings } }
}

/// The parameters that the constructor takes, and its call of `new`.
fn new(
    endpoint: &Endpoint,
    required: &[&Field],
    arguments: &[Option<Expression>],
) -> (Vec<TokenStream>, TokenStream) {
    if let Some(name) = &endpoint.required {
        let name = ident(name);
        let members = required.iter().zip(arguments).map(|(field, value)| {
            let (member, value) = (ident(&field.name), expression(value.as_ref()?));
            Some(quote! { #member: #value })
        });
        return match members.collect::<Option<Vec<TokenStream>>>() {
            Some(members) => (Vec::new(), quote! { Self::new(#name { #(#members),* }) }),
            None => (vec![quote! { required: #name }], quote! { Self::new(required) }),
        };
    }
    let mut parameters = Vec::new();
    let mut values = Vec::new();
    for (field, value) in required.iter().zip(arguments) {
        values.push(value.as_ref().map_or_else(
            || {
                let name = ident(&field.name);
                let parameter = types::parameter(&field.ty);
                parameters.push(quote! { #name: #parameter });
                quote! { #name }
            },
            expression,
        ));
    }
    (parameters, quote! { Self::new(#(#values),*) })
}

fn settings(settings: &[(String, Expression)]) -> TokenStream {
    let settings = settings.iter().map(|(setter, value)| {
        let (setter, value) = (ident(setter), expression(value));
        quote! { .#setter(#value) }
    });
    quote! { #(#settings)* }
}

/// The expression.
pub fn expression(value: &Expression) -> TokenStream {
    match value {
        Expression::None => quote! { None },
        Expression::Some(inner) => call(quote! { Some }, inner),
        Expression::Boxed(inner) => call(quote! { Box::new }, inner),
        Expression::Json(inner) => call(quote! { Json::new }, inner),
        Expression::Bool(value) => quote! { #value },
        Expression::Signed(number) => literal(Literal::i64_unsuffixed(*number)),
        Expression::Unsigned(number) => literal(Literal::u64_unsuffixed(*number)),
        Expression::I64(number) => literal(Literal::i64_suffixed(*number)),
        Expression::U64(number) => literal(Literal::u64_suffixed(*number)),
        Expression::Float(number) => literal(Literal::f64_unsuffixed(*number)),
        Expression::Text(text) => quote! { #text },
        Expression::Owned(text) => quote! { #text.to_owned() },
        Expression::Into(inner) => {
            let inner = expression(inner);
            quote! { #inner.into() }
        }
        Expression::Raw(text) => quote! { crate::runtime::Raw::new(#text) },
        Expression::Array(items) => {
            let items = items.iter().map(expression);
            quote! { [#(#items),*] }
        }
        Expression::Vec(items) => {
            let items = items.iter().map(expression);
            quote! { vec![#(#items),*] }
        }
        Expression::EmptyVec(ty) => empty_list(ty),
        Expression::Map(entries) => map(entries),
        Expression::Build(name, needed, given) => {
            let (name, needed, settings) =
                (ident(name), needed.iter().map(expression), settings(given));
            quote! { #name::new(#(#needed),*) #settings }
        }
        Expression::Variant(name, kind, inner) => variant(name, *kind, inner),
        Expression::Any(value) => any(value),
    }
}

fn empty_list(ty: &Type) -> TokenStream {
    let ty = types::ty(ty);
    quote! { Vec::<#ty>::new() }
}

fn variant(name: &str, kind: Kind, inner: &Expression) -> TokenStream {
    let (name, variant) = (ident(name), ident(model::variant_name(kind)));
    call(quote! { #name::#variant }, inner)
}

fn any(value: &Value) -> TokenStream {
    let value = json(value);
    quote! { serde_json::json!(#value) }
}

fn call(function: TokenStream, argument: &Expression) -> TokenStream {
    let argument = expression(argument);
    quote! { #function(#argument) }
}

fn literal(literal: Literal) -> TokenStream {
    quote! { #literal }
}

fn map(entries: &[(String, Expression)]) -> TokenStream {
    if entries.is_empty() {
        return quote! { Map::new() };
    }
    let entries = entries.iter().map(|(key, value)| {
        let value = expression(value);
        quote! { (#key, #value) }
    });
    quote! { Map::from_iter([#(#entries),*]) }
}

/// JSON as `json!` takes it.
fn json(value: &Value) -> TokenStream {
    match value {
        Value::Null => quote! { null },
        Value::Bool(value) => quote! { #value },
        Value::Number(number) => number.as_i64().map_or_else(
            || {
                number.as_f64().map_or_else(TokenStream::new, |number| {
                    literal(Literal::f64_unsuffixed(number))
                })
            },
            |number| literal(Literal::i64_suffixed(number)),
        ),
        Value::String(text) => quote! { #text },
        Value::Array(items) => {
            let items = items.iter().map(json);
            quote! { [#(#items),*] }
        }
        Value::Object(members) => {
            let members = members.iter().map(|(key, value)| {
                let value = json(value);
                quote! { #key: #value }
            });
            quote! { { #(#members),* } }
        }
    }
}
