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
        Expression::Float(number) => literal(float(*number)),
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

/// A number; one that clippy would take for a constant (`3.14` for `PI`) with an exponent: `314e-2`.
fn float(number: f64) -> Literal {
    let plain = Literal::f64_unsuffixed(number);
    let text = plain.to_string();
    if !is_like_a_constant(&text) {
        return plain;
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let exponent = format!("{whole}{fraction}e-{}", fraction.len());
    exponent.parse().unwrap_or(plain)
}

/// Whether the digits are those of a mathematical constant, cut or rounded, as clippy's `approx_constant` compares them.
fn is_like_a_constant(text: &str) -> bool {
    use std::f64::consts::*;
    const KNOWN: [f64; 20] = [
        E,
        FRAC_1_PI,
        FRAC_1_SQRT_2,
        FRAC_2_PI,
        FRAC_2_SQRT_PI,
        FRAC_PI_2,
        FRAC_PI_3,
        FRAC_PI_4,
        FRAC_PI_6,
        FRAC_PI_8,
        LN_2,
        LN_10,
        LOG10_2,
        LOG2_10,
        LOG10_E,
        LOG2_E,
        PI,
        SQRT_2,
        TAU,
        1.618_033_988_749_895,
    ];
    let text = text.trim_start_matches('-');
    let digits = text.len().saturating_sub(2);
    text.len() > 3
        && KNOWN
            .iter()
            .any(|known| known.to_string().starts_with(text) || format!("{known:.digits$}") == text)
}

/// JSON as `json!` takes it.
fn json(value: &Value) -> TokenStream {
    match value {
        Value::Null => quote! { null },
        Value::Bool(value) => quote! { #value },
        Value::Number(number) => number.as_i64().map_or_else(
            || number.as_f64().map_or_else(TokenStream::new, |number| literal(float(number))),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_looks_like_a_constant() {
        // parsed, because clippy takes such literals in a test for constants, too
        let written = |number: &str| float(number.parse().expect("a number")).to_string();
        assert_eq!(written("3.14"), "314e-2");
        assert_eq!(written("2.718281828"), "2718281828e-9");
        assert_eq!(["1.5", "3.1", "3.15", "100"].map(written), ["1.5", "3.1", "3.15", "100.0"]);
        for number in ["3.14", "1.414", "0.3183", "6.28", "2.3026"] {
            let written = written(number);
            assert_eq!(written.parse::<f64>(), number.parse::<f64>(), "{written}");
            assert!(!is_like_a_constant(&written), "{written}");
        }
    }
}
