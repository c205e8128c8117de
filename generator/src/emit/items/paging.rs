//! How to go from page to page.
//!
//! ```ignore
//! paged!(ListUsers, User, list(.users?), mark(next_page_token into Text, .next_page_token?));
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::print::types;
use crate::emit::print::types::Passing;
use crate::emit::print::types::ident;
use crate::rust::{Access, Endpoint, Next, Target, Way};

/// The implementation; nothing where answers are no pages.
pub fn emit(endpoint: &Endpoint) -> TokenStream {
    let Some(paging) = &endpoint.paging else { return TokenStream::new() };
    let (name, item, list) = (ident(&endpoint.name), types::ty(&paging.item), way(&paging.list));
    let next = match &paging.way {
        Way::Set(target, next) => set(target, next),
        Way::Address(address) => {
            let address = way(address);
            quote! { address(#address) }
        }
        Way::LinkAddress => quote! { link() },
    };
    quote! { paged!(#name, #item, list(#list), #next); }
}

/// What the field of the next request is, in the words of the runtime's `paged!`.
fn set(target: &Target, next: &Next) -> TokenStream {
    let (field, (how, ty)) = (ident(&target.field), Passing::of(&target.ty));
    let (how, ty) = (ident(how.word()), types::ty(ty));
    match next {
        Next::Token(mark) => {
            let mark = way(mark);
            quote! { mark(#field #how #ty, #mark) }
        }
        Next::Link(parameter) => quote! { link(#field #how #ty, #parameter) },
        Next::Page(first, size) => {
            let first = proc_macro2::Literal::i64_unsuffixed(*first);
            let size = size.as_ref().map(|size| ident(&size.field));
            let size = size.map(|size| quote! { , #size });
            quote! { page(#field, #first #size) }
        }
        Next::Offset(size) => {
            let size = ident(&size.field);
            quote! { offset(#field, #size) }
        }
    }
}

/// The way to a place in the answer: `.data.users?`.
fn way(way: &[Access]) -> TokenStream {
    let steps = way.iter().map(|Access { field, optional }| {
        let (field, mark) = (ident(field), optional.then(|| quote! { ? }));
        quote! { . #field #mark }
    });
    steps.collect()
}
