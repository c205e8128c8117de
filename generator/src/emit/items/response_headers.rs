//! The headers that answers of a collection have, as methods of every answer.
//!
//! ```ignore
//! pub trait ResponseHeaders {
//!     fn header(&self, name: &str) -> Option<&str>;
//!     /// The header `content-location`.
//!     fn content_location(&self) -> Option<&str> { self.header("content-location") }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::print::docs;
use crate::emit::print::types::ident;
use crate::rust::{Collection, ResponseHeader};

/// The trait; nothing where answers show no such header.
pub fn emit(collection: &Collection) -> TokenStream {
    if collection.response_headers.is_empty() {
        return TokenStream::new();
    }
    let methods = collection.response_headers.iter().map(|header| {
        let ResponseHeader { method, header, is_number, docs: text } = header;
        let (method, docs) = (ident(method), docs::outer(text));
        match is_number {
            true => quote! { #docs fn #method(&self) -> Option<i64> { self.header(#header)?.parse().ok() } },
            false => quote! { #docs fn #method(&self) -> Option<&str> { self.header(#header) } },
        }
    });
    quote! {
        /// The headers that answers of this API are known to have: of an `Exchange`, or of the headers of an
        /// `Error`. Each is `None` where it is missing or not of its type.
        pub trait ResponseHeaders {
            /// The header of this name, when it is a text.
            fn header(&self, name: &str) -> Option<&str>;
            #(#methods)*
        }
        impl ResponseHeaders for crate::runtime::HeaderMap {
            fn header(&self, name: &str) -> Option<&str> { self.get(name)?.to_str().ok() }
        }
        impl<T> ResponseHeaders for crate::runtime::Exchange<T> {
            fn header(&self, name: &str) -> Option<&str> { self.headers().header(name) }
        }
    }
}
