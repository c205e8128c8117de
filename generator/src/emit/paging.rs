//! How to go from page to page.
//!
//! ```ignore
//! impl Paginate for ListUsers {
//!     type Item = User;
//!     fn next_page(&self, page: &Exchange<Self::Output>) -> Option<Self> {
//!         let mark = paginate::mark(page.body().next_page_token.as_ref()?)?;
//!         let mut next = self.clone();
//!         next.next_page_token = Some(mark.into());
//!         Some(next)
//!     }
//!     fn into_items(page: Self::Output) -> Option<Vec<User>> {
//!         Some(page.users)
//!     }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use super::types::{self, ident};
use crate::rust::{Access, Endpoint, Next, Target};

/// The implementation; nothing where answers are no pages.
pub fn emit(endpoint: &Endpoint) -> TokenStream {
    let Some(paging) = &endpoint.paging else { return TokenStream::new() };
    let (name, item) = (ident(&endpoint.name), types::ty(&paging.item));
    let (field, value) = (ident(&paging.field.field), value(&paging.field, &paging.next, &paging.list));
    let set = if paging.field.optional {
        quote! { Some(value) }
    } else {
        quote! { value }
    };
    let items = items(&paging.list);
    quote! {
        impl crate::runtime::Paginate for #name {
            type Item = #item;
            fn next_page(&self, page: &crate::runtime::Exchange<Self::Output>) -> Option<Self> {
                let value = #value;
                let mut next = self.clone();
                next.#field = #set;
                Some(next)
            }
            fn into_items(page: Self::Output) -> Option<Vec<Self::Item>> { #items }
        }
    }
}

/// The next value of the field.
fn value(target: &Target, next: &Next, list: &[Access]) -> TokenStream {
    let convert = |text: TokenStream| {
        if target.is_number {
            quote! { #text.parse().ok()? }
        } else {
            quote! { #text.into() }
        }
    };
    let length = || {
        let list = borrowed(list);
        quote! { #list.len() }
    };
    let current = number(target);
    match next {
        Next::Token(way) => {
            let token = borrowed(way);
            let token = if way.last().is_some_and(|access| access.optional) {
                token
            } else {
                quote! { &#token }
            };
            convert(quote! { crate::runtime::paginate::mark(#token)? })
        }
        Next::Link(parameter) => convert(quote! { crate::runtime::paginate::linked(page.headers(), #parameter)? }),
        Next::Page(first, size) => {
            let (length, size) = (length(), size.as_ref().map_or(quote! { None }, number));
            quote! { crate::runtime::paginate::following_page(#current, #first, #length, #size)? }
        }
        Next::Offset(size) => {
            let (length, size) = (length(), number(size));
            quote! { crate::runtime::paginate::following_offset(#current, #length, #size)? }
        }
    }
}

/// A field of the request that holds a number, as an option.
fn number(target: &Target) -> TokenStream {
    let field = ident(&target.field);
    if target.optional {
        quote! { self.#field }
    } else {
        quote! { Some(self.#field) }
    }
}

/// The place in the answer that is reached by these fields.
fn borrowed(way: &[Access]) -> TokenStream {
    way.iter().fold(quote! { page.body() }, |before, Access { field, optional }| {
        let field = ident(field);
        if *optional {
            quote! { #before.#field.as_ref()? }
        } else {
            quote! { #before.#field }
        }
    })
}

/// The list of an answer, taken out of it.
fn items(way: &[Access]) -> TokenStream {
    let Some((last, around)) = way.split_last() else { return quote! { Some(page) } };
    let around = around.iter().fold(quote! { page }, |before, Access { field, optional }| {
        let field = ident(field);
        if *optional {
            quote! { #before.#field? }
        } else {
            quote! { #before.#field }
        }
    });
    let field = ident(&last.field);
    if last.optional {
        quote! { #around.#field }
    } else {
        quote! { Some(#around.#field) }
    }
}
