//! `tests/saved_responses.rs`: every saved success decodes into its type and back.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::json;

use super::types::ident;
use super::{format, replay};
use crate::output::OutputFile;
use crate::rust::Crate;

/// The test and its data; nothing when the collections have no saved success.
pub fn emit(krate: &Crate) -> Vec<OutputFile> {
    let mut data = Vec::new();
    let mut decoders: Vec<TokenStream> = Vec::new();
    let mut offset = 0;
    for collection in &krate.collections {
        let endpoints = replay::endpoints(collection);
        for (index, responses) in &collection.saved_responses {
            let number = (index + offset) as u64;
            let Some((path, endpoint)) = endpoints.iter().find(|(_, endpoint)| endpoint.index == *index) else { continue };
            let name = ident(&endpoint.name);
            decoders.push(quote! { (#number, saved::decode::<#path::#name>) });
            data.push(json!({"index": number, "responses": responses}));
        }
        offset += endpoints.len();
    }
    if data.is_empty() {
        return Vec::new();
    }
    let library = ident(&krate.library);
    let tokens = quote! {
        #![doc = " Every saved success of the collection decodes into its type, and nothing of it is lost."]
        mod saved;
        use #library as client;
        #[test]
        fn saved_responses_decode_without_loss() {
            saved::check(include_str!("saved_responses.json"), &[#(#decoders),*]);
        }
    };
    let mut text = serde_json::to_vec_pretty(&data).unwrap_or_default();
    text.push(b'\n');
    vec![format::file("tests/saved_responses.rs".to_owned(), tokens), OutputFile::new("tests/saved_responses.json", text)]
}
