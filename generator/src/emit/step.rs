//! The steps that write a request.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::endpoint::option;
use super::types::ident;
use crate::api::Language;
use crate::rust::{Part, PartKind, Piece, Step};

/// One thing to do.
enum Statement {
    /// It cannot fail.
    Plain(TokenStream),
    /// An expression that gives a `Result`.
    Fallible(TokenStream),
}

use Statement::{Fallible, Plain};

/// The statements of all steps, with what they give. An argument of the path and the texts around it are one.
pub fn all(steps: &[Step]) -> TokenStream {
    let mut statements = Vec::with_capacity(steps.len());
    let mut rest = steps;
    loop {
        rest = match rest {
            [] => return block(&statements),
            [Step::Path(before), Step::Argument { name, field }, Step::Path(end), after @ ..] if !is_argument(after.first()) => {
                let field = ident(field);
                statements.push(Fallible(quote! { request.inner(#before, #name, &self.#field, #end) }));
                after
            }
            [Step::Path(text), Step::Argument { name, field }, after @ ..] => {
                let field = ident(field);
                statements.push(Fallible(quote! { request.segment(#text, #name, &self.#field) }));
                after
            }
            [step, after @ ..] => {
                emit(step, &mut statements);
                after
            }
        };
    }
}

fn is_argument(step: Option<&Step>) -> bool {
    matches!(step, Some(Step::Argument { .. }))
}

/// What the last one gives is what all give.
fn block(statements: &[Statement]) -> TokenStream {
    let (last, before) = match statements {
        [before @ .., Fallible(last)] => (quote! { #last }, before),
        all => (quote! { Ok(()) }, all),
    };
    let before = before.iter().map(|statement| match statement {
        Plain(statement) => quote! { #statement },
        Fallible(expression) => quote! { #expression?; },
    });
    quote! { #(#before)* #last }
}

/// The statements of a step.
fn emit(step: &Step, statements: &mut Vec<Statement>) {
    let statement = match step {
        Step::Path(text) => Fallible(quote! { request.path(#text) }),
        Step::Argument { name, field } => call("argument", name, field),
        Step::Query { key, field } => call("query", key, field),
        Step::BareQuery => Plain(quote! { request.bare_query(); }),
        Step::Header { name, field } => call("header", name, field),
        Step::FixedHeader { name, value } => Fallible(quote! { request.header(#name, &#value) }),
        Step::Json { content_type, field, optional: false } => body("json", content_type, field),
        Step::Json { content_type, field, optional: true } => body("optional_json", content_type, field),
        Step::TextBody { content_type, field } => body("text", content_type, field),
        Step::File { content_type, field } => body("file", content_type, field),
        Step::Literal { content_type, text } => {
            let content_type = text_option(content_type);
            Fallible(quote! { request.text(#content_type, &#text) })
        }
        Step::Template { content_type, language, pieces } => template(content_type, *language, pieces),
        Step::Urlencoded { content_type, pairs } => return urlencoded(content_type, pairs, statements),
        Step::Multipart { boundary, parts } => return multipart(boundary, parts, statements),
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
            Fallible(quote! { request.graphql(#content_type, #query, #operation, #variables) })
        }
    };
    statements.push(statement);
}

fn text_option(text: &Option<String>) -> TokenStream {
    option(text.as_ref().map(|text| quote! { #text }))
}

fn call(method: &str, name: &str, field: &str) -> Statement {
    let (method, field) = (format_ident!("{method}"), ident(field));
    Fallible(quote! { request.#method(#name, &self.#field) })
}

fn body(method: &str, content_type: &Option<String>, field: &str) -> Statement {
    let (method, content_type, field) = (format_ident!("{method}"), text_option(content_type), ident(field));
    Fallible(quote! { request.#method(#content_type, &self.#field) })
}

fn template(content_type: &Option<String>, language: Language, pieces: &[Piece]) -> Statement {
    let content_type = text_option(content_type);
    let language = ident(&format!("{language:?}"));
    let pieces = pieces.iter().map(|part| match part {
        Piece::Text(text) => quote! { Piece::Text(#text) },
        Piece::Field(field) => {
            let field = ident(field);
            quote! { Piece::Hole(&self.#field) }
        }
    });
    Fallible(quote! { request.template(#content_type, Language::#language, &[#(#pieces),*]) })
}

fn urlencoded(content_type: &Option<String>, pairs: &[(String, String)], statements: &mut Vec<Statement>) {
    if pairs.is_empty() {
        return;
    }
    let content_type = text_option(content_type);
    statements.push(Plain(quote! { let mut form = request.urlencoded(#content_type); }));
    statements.extend(pairs.iter().map(|(key, field)| {
        let field = ident(field);
        Fallible(quote! { form.field(#key, &self.#field) })
    }));
}

fn multipart(boundary: &Option<String>, parts: &[Part], statements: &mut Vec<Statement>) {
    if parts.is_empty() {
        return;
    }
    let boundary = text_option(boundary);
    statements.push(Plain(quote! { let mut form = request.multipart(#boundary); }));
    statements.extend(parts.iter().map(|part| {
        let (name, field, content_type) = (&part.name, ident(&part.field), text_option(&part.content_type));
        Fallible(match part.kind {
            PartKind::Text => quote! { form.text(#name, #content_type, &self.#field) },
            PartKind::File => quote! { form.file(#name, &self.#field) },
        })
    }));
}
