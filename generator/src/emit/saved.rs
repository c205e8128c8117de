//! `tests/saved_responses.rs`: every saved success decodes into its type and back.

use proc_macro2::TokenStream;
use quote::quote;
use serde::Serialize;
use serde_json::Value;

use super::types::ident;
use super::work::Job;
use super::{format, replay};
use crate::output::OutputFile;
use crate::rust::Crate;

/// The saved successes of a request.
#[derive(Serialize)]
struct Saved<'a> {
    index: usize,
    responses: &'a Value,
}

/// The test and its data; nothing when the collections have no saved success.
pub fn emit(krate: &Crate) -> Vec<Job<'_>> {
    if !any(krate) {
        return Vec::new();
    }
    let test = || format::file("tests/saved_responses.rs".to_owned(), test(krate));
    vec![Box::new(|| data(krate)), Box::new(test)]
}

/// Whether there is anything to test.
pub fn any(krate: &Crate) -> bool {
    krate.collections.iter().any(|collection| !collection.saved_responses.is_empty())
}

fn data(krate: &Crate) -> OutputFile {
    let mut data = Vec::new();
    for (collection, offset) in replay::with_offsets(krate) {
        let saved = collection.saved_responses.iter();
        data.extend(saved.map(|(index, responses)| Saved { index: index + offset, responses }));
    }
    let mut text = serde_json::to_vec_pretty(&data).unwrap_or_default();
    text.push(b'\n');
    OutputFile::new("tests/saved_responses.json", text)
}

fn test(krate: &Crate) -> TokenStream {
    let mut decoders: Vec<TokenStream> = Vec::new();
    for (collection, offset) in replay::with_offsets(krate) {
        let requests = replay::requests(collection);
        for (index, _) in &collection.saved_responses {
            // requests are in the order of the collection
            let Ok(at) = requests.binary_search_by_key(index, |request| request.index) else { continue };
            let replay::Request { path, endpoint, .. } = &requests[at];
            let (name, number) = (ident(&endpoint.name), (index + offset) as u64);
            decoders.push(quote! { (#number, saved::decode::<#path::#name>) });
        }
    }
    let library = ident(&krate.library);
    quote! {
        #![doc = " Every saved success of the collection decodes into its type, and nothing of it is lost."]
        mod saved;
        use #library as client;
        #[test]
        fn saved_responses_decode_without_loss() {
            saved::check(include_str!("saved_responses.json"), &[#(#decoders),*]);
        }
    }
}
