//! Documentation.

use proc_macro2::TokenStream;
use quote::quote;

/// Documentation of what follows, as attributes.
pub fn outer(text: &str) -> TokenStream {
    let lines = text.lines().map(spaced);
    quote! { #(#[doc = #lines])* }
}

/// Documentation of the file, as attributes.
pub fn inner(text: &str) -> TokenStream {
    let lines = text.lines().map(spaced);
    quote! { #(#![doc = #lines])* }
}

fn spaced(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!(" {line}") }
}

/// Writes documentation as lines that start with `mark`.
pub fn write(out: &mut String, mark: &str, text: &str) {
    for line in text.lines() {
        let line = line.trim_end_matches(' ');
        out.extend([mark, if line.is_empty() { "" } else { " " }, line, "\n"]);
    }
}
