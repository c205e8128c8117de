//! Documentation. As tokens it is one attribute, however many lines it has; formatted, it is the lines.
//!
//! Half of what is emitted is documentation, and each `#[doc = "…"]` would cost a handful of tokens on the way through the parser
//! and the printer. The result is that of `prettyplease` all the same: a test says so.

use proc_macro2::TokenStream;
use quote::quote;

/// Documentation of what follows, as `///` lines.
pub fn outer(text: &str) -> TokenStream {
    if text.is_empty() {
        TokenStream::new()
    } else {
        quote! { #[docs = #text] }
    }
}

/// Documentation of the file, as `//!` lines.
pub fn inner(text: &str) -> TokenStream {
    if text.is_empty() {
        TokenStream::new()
    } else {
        quote! { #![docs = #text] }
    }
}

/// Formatted Rust with its documentation as lines.
pub fn expand(formatted: &str) -> String {
    let mut out = String::with_capacity(formatted.len());
    for line in formatted.lines() {
        let mut code = line.trim_start();
        let indent = &line[..line.len() - code.len()];
        while let Some((mark, escaped, behind)) = attribute(code) {
            for line in unescape(escaped).lines() {
                let line = if line.is_empty() { String::new() } else { format!(" {line}") };
                out.extend([indent, mark, line.trim_end_matches(' '), "\n"]);
            }
            // in a file without items another attribute may stand behind it
            code = behind.trim_start();
            if code.is_empty() {
                break;
            }
        }
        if !code.is_empty() || line.is_empty() {
            out.extend([indent, code, "\n"]);
        }
    }
    out
}

/// Documentation at the start of a line: its mark, its text, and what stands behind it.
fn attribute(code: &str) -> Option<(&'static str, &str, &str)> {
    let (mark, rest) = match code.strip_prefix("#[docs = \"") {
        Some(rest) => ("///", rest),
        None => ("//!", code.strip_prefix("#![docs = \"")?),
    };
    let bytes = rest.as_bytes();
    let mut end = 0;
    while *bytes.get(end)? != b'"' {
        end += if bytes[end] == b'\\' { 2 } else { 1 };
    }
    Some((mark, &rest[..end], rest[end + 1..].strip_prefix(']')?))
}

/// The text of a literal as `proc_macro2` writes it.
fn unescape(literal: &str) -> String {
    let mut text = String::with_capacity(literal.len());
    let mut rest = literal;
    while let Some((before, escaped)) = rest.split_once('\\') {
        text.push_str(before);
        let (character, length) = escape(escaped);
        text.push(character);
        rest = &escaped[length..];
    }
    text.push_str(rest);
    text
}

/// The character that an escape behind its `\\` stands for, and how long the escape is.
fn escape(escaped: &str) -> (char, usize) {
    let code = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER);
    match escaped.as_bytes().first() {
        Some(b'n') => ('\n', 1),
        Some(b'r') => ('\r', 1),
        Some(b't') => ('\t', 1),
        Some(b'0') => ('\0', 1),
        Some(b'x') => (code(&escaped[1..3]), 3),
        Some(b'u') => {
            let end = escaped.find('}').unwrap_or(escaped.len() - 1);
            (code(&escaped[2..end]), end + 1)
        }
        _ => (escaped.chars().next().unwrap_or('\\'), 1),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn printed(tokens: TokenStream) -> String {
        prettyplease::unparse(&syn::parse2(tokens).expect("a file"))
    }

    /// As it would be without this module.
    fn plain(lines: &str) -> (TokenStream, TokenStream) {
        let lines: Vec<String> = lines.lines().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") }).collect();
        (quote! { #(#[doc = #lines])* }, quote! { #(#![doc = #lines])* })
    }

    proptest! {
        #[test]
        fn texts_survive_escaping(text in any::<String>()) {
            let literal = proc_macro2::Literal::string(&text).to_string();
            prop_assert_eq!(unescape(&literal[1..literal.len() - 1]), text);
        }

        #[test]
        fn documentation_is_what_prettyplease_makes_of_it(text in "([ -~é\"\\\\]{0,30}[ \n]?){0,4}") {
            let (outer_plain, inner_plain) = plain(&text);
            let (outer, inner) = (outer(&text), inner(&text));
            let file = |inner: &TokenStream, outer: &TokenStream| {
                printed(quote! {
                    #inner
                    #outer
                    #[derive(Debug)]
                    pub struct X { #outer pub field: Vec<String>, #outer pub other: bool }
                    impl X { #outer pub fn new(a_long_name_of_an_argument: i64, another_long_name_of_an_argument: i64) -> Self { Self } }
                    pub enum Y { #outer A, #outer B(String) }
                })
            };
            prop_assert_eq!(expand(&file(&inner, &outer)), file(&inner_plain, &outer_plain));
            // without items prettyplease does not end the last line
            let bare = |inner: &TokenStream| format!("{}\n", printed(quote! { #inner #![doc = include_str!("page.md")] }).trim_end());
            prop_assert_eq!(expand(&bare(&inner)), bare(&inner_plain));
        }
    }
}
