//! The steps that write a request.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::endpoint::option;
use super::types::ident;
use crate::api::Language;
use crate::rust::{Part, PartKind, Piece, Step};

/// The statements of all steps. Text of the path and the argument behind it are one.
pub fn all(steps: &[Step]) -> Vec<TokenStream> {
    let mut statements = Vec::with_capacity(steps.len());
    let mut rest = steps;
    loop {
        rest = match rest {
            [] => return statements,
            [Step::Path(text), Step::Argument { name, field }, after @ ..] => {
                let field = ident(field);
                statements.push(quote! { request.segment(#text, #name, &self.#field)?; });
                after
            }
            [step, after @ ..] => {
                statements.push(emit(step));
                after
            }
        };
    }
}

/// The statement of a step.
fn emit(step: &Step) -> TokenStream {
    match step {
        Step::Path(text) => quote! { request.path(#text); },
        Step::Argument { name, field } => call("argument", name, field),
        Step::Query { key, field } => call("query", key, field),
        Step::BareQuery => quote! { request.bare_query(); },
        Step::Header { name, field } => call("header", name, field),
        Step::FixedHeader { name, value } => quote! { request.header(#name, &#value)?; },
        Step::Json { content_type, field, optional } => json(content_type, field, *optional),
        Step::TextBody { content_type, field } => body("text", content_type, field),
        Step::File { content_type, field } => body("file", content_type, field),
        Step::Literal { content_type, text } => {
            let content_type = text_option(content_type);
            quote! { request.text(#content_type, &#text)?; }
        }
        Step::Template { content_type, language, pieces } => template(content_type, *language, pieces),
        Step::Urlencoded { content_type, pairs } => urlencoded(content_type, pairs),
        Step::Multipart { boundary, parts } => multipart(boundary, parts),
        Step::Graphql { content_type, query, operation, variables } => {
            let text = |field: &Option<String>| {
                option(field.as_ref().map(|field| {
                    let field = ident(field);
                    quote! { &self.#field }
                }))
            };
            let (content_type, query, operation) = (text_option(content_type), text(query), text(operation));
            let variables = variables.as_ref().map_or(quote! { None::<&()> }, |field| {
                let field = ident(field);
                quote! { Some(&self.#field) }
            });
            quote! { request.graphql(#content_type, #query, #operation, #variables)?; }
        }
    }
}

fn text_option(text: &Option<String>) -> TokenStream {
    option(text.as_ref().map(|text| quote! { #text }))
}

fn call(method: &str, name: &str, field: &str) -> TokenStream {
    let (method, field) = (format_ident!("{method}"), ident(field));
    quote! { request.#method(#name, &self.#field)?; }
}

fn body(method: &str, content_type: &Option<String>, field: &str) -> TokenStream {
    let (method, content_type, field) = (format_ident!("{method}"), text_option(content_type), ident(field));
    quote! { request.#method(#content_type, &self.#field)?; }
}

fn json(content_type: &Option<String>, field: &str, optional: bool) -> TokenStream {
    let (content_type, field) = (text_option(content_type), ident(field));
    if optional {
        quote! {
            if let Some(body) = &self.#field {
                request.json(#content_type, body)?;
            }
        }
    } else {
        quote! { request.json(#content_type, &self.#field)?; }
    }
}

fn template(content_type: &Option<String>, language: Language, pieces: &[Piece]) -> TokenStream {
    let content_type = text_option(content_type);
    let language = ident(&format!("{language:?}"));
    let pieces = pieces.iter().map(|part| match part {
        Piece::Text(text) => quote! { Piece::Text(#text) },
        Piece::Field(field) => {
            let field = ident(field);
            quote! { Piece::Hole(&self.#field) }
        }
    });
    quote! { request.template(#content_type, Language::#language, &[#(#pieces),*])?; }
}

fn urlencoded(content_type: &Option<String>, pairs: &[(String, String)]) -> TokenStream {
    if pairs.is_empty() {
        return TokenStream::new();
    }
    let content_type = text_option(content_type);
    let keys = pairs.iter().map(|(key, _)| key);
    let fields = pairs.iter().map(|(_, field)| ident(field));
    quote! {
        let mut form = request.urlencoded(#content_type);
        #(form.field(#keys, &self.#fields)?;)*
    }
}

fn multipart(boundary: &Option<String>, parts: &[Part]) -> TokenStream {
    if parts.is_empty() {
        return TokenStream::new();
    }
    let boundary = text_option(boundary);
    let parts = parts.iter().map(|part| {
        let (name, field, content_type) = (&part.name, ident(&part.field), text_option(&part.content_type));
        match part.kind {
            PartKind::Text => quote! { form.text(#name, #content_type, &self.#field)?; },
            PartKind::File => quote! { form.file(#name, &self.#field)?; },
        }
    });
    quote! {
        let mut form = request.multipart(#boundary);
        #(#parts)*
    }
}
