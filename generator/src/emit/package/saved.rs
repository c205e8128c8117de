//! The saved responses of each collection, `tests/saved_responses.rs` that checks them, and the function that serves them.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::home;
use crate::emit::package::replay;
use crate::emit::print::format;
use crate::emit::print::types::ident;
use crate::emit::work::Job;
use crate::output::OutputFile;
use crate::rust::{Collection, Crate, SavedRequest};

/// The file beside the module of a collection.
const FILE: &str = "saved_responses.json";

/// The tests and their data; nothing for collections without a saved response.
pub fn emit(krate: &Crate) -> Vec<Job<'_>> {
    let mut jobs: Vec<Job<'_>> = Vec::new();
    for collection in saved(krate) {
        jobs.push(Box::new(move || data(collection)));
    }
    if any(krate) {
        jobs.push(Box::new(|| format::file("tests/saved_responses.rs".to_owned(), test(krate))));
    }
    jobs
}

/// Whether there is anything to test.
pub fn any(krate: &Crate) -> bool {
    saved(krate).next().is_some()
}

fn saved(krate: &Crate) -> impl Iterator<Item = &Collection> {
    krate.collections.iter().filter(|collection| !collection.saved_responses.is_empty())
}

fn data(collection: &Collection) -> OutputFile {
    let bodies = collection
        .saved_responses
        .iter()
        .flat_map(|request| &request.responses)
        .map(|response| response.body.len());
    // what is written besides the bodies, and the escapes in them, is half as much
    let mut text = Vec::with_capacity(bodies.sum::<usize>() * 3 / 2);
    // Writing to a text cannot fail.
    let _ = serde_json::to_writer_pretty(&mut text, &collection.saved_responses);
    text.push(b'\n');
    OutputFile::new(format!("src/{}/{FILE}", collection.module), text)
}

/// The function that starts a mock server for a collection.
pub fn server(collection: &Collection) -> TokenStream {
    if collection.saved_responses.is_empty() {
        return TokenStream::new();
    }
    let marker = ident(&collection.marker);
    quote! {
        /// Starts a server on this machine that answers with the saved responses of the collection, for tests.
        ///
        /// Its `client_builder()` makes a client of it.
        #[cfg(all(feature = "mock-server", not(target_arch = "wasm32")))]
        pub fn mock_server() -> std::io::Result<crate::runtime::mock_server::MockServer<#marker>> {
            crate::runtime::mock_server::MockServer::start(include_str!(#FILE))
        }
    }
}

fn test(krate: &Crate) -> TokenStream {
    let (statics, names): (Vec<TokenStream>, Vec<_>) = saved(krate)
        .enumerate()
        .map(|(position, collection)| {
            let name = format_ident!("COLLECTION_{position}");
            (table(&name, collection), name)
        })
        .unzip();
    let library = ident(&krate.library);
    quote! {
        #![doc = " Every saved success of the collection decodes into its type, and nothing of it is lost: as it is saved, and when the"]
        #![doc = " mock server gives it."]
        mod saved;
        use #library as client;
        #(#statics)*
        #[test]
        fn saved_responses_decode_without_loss() {
            #(saved::decode(&#names);)*
        }
        #[test]
        fn the_mock_server_gives_what_is_saved() {
            #(saved::serve(&#names);)*
        }
    }
}

fn table(name: &proc_macro2::Ident, collection: &Collection) -> TokenStream {
    let requests = replay::requests(collection);
    let probes = collection.saved_responses.iter().filter_map(|SavedRequest { index, .. }| {
        // requests are in the order of the collection
        let at = requests.binary_search_by_key(index, |request| request.index).ok()?;
        let replay::Request { path, endpoint, .. } = &requests[at];
        let (name, number) = (ident(&endpoint.name), *index as u64);
        let path = path.split("::").map(ident);
        Some(quote! { (#number, saved::probe::<#(#path::)*#name>) })
    });
    let marker = ident(&collection.marker);
    let path = home::path("client", collection);
    let path = path.split("::").map(ident);
    let file = format!("../src/{}/{FILE}", collection.module);
    quote! {
        const #name: saved::Collection<#(#path::)*#marker> = saved::Collection {
            json: include_str!(#file),
            endpoints: &[#(#probes),*],
        };
    }
}
