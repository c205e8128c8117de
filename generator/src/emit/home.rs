//! Where the items of a collection are reached: in its module, or at the root of the crate.
//!
//! ```text
//! pub mod petstore;            mod zoom;
//!                              pub use self::zoom::*;
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::print::types::ident;
use crate::rust::{Collection, Crate, Home};

/// The path of a collection's items below `root`: `zoom_client`, `zoom_client::petstore`.
pub fn path(root: &str, collection: &Collection) -> String {
    match collection.home {
        Home::Root => root.to_owned(),
        Home::Module => format!("{root}::{}", collection.module),
    }
}

/// The modules that lead to the items of a collection.
pub fn public(collection: &Collection) -> Vec<&str> {
    match collection.home {
        Home::Root => Vec::new(),
        Home::Module => vec![&collection.module],
    }
}

/// The declarations of the collections' modules.
pub fn modules(krate: &Crate) -> TokenStream {
    let modules = krate.collections.iter().map(|collection| {
        let module = ident(&collection.module);
        match collection.home {
            Home::Root => quote! { mod #module; },
            Home::Module => quote! { pub mod #module; },
        }
    });
    modules.collect()
}

/// Brings the items of one collection to the root.
pub fn at_root(krate: &Crate) -> TokenStream {
    let rooted = krate.collections.iter().filter(|collection| collection.home == Home::Root);
    let uses = rooted.map(|collection| {
        let module = ident(&collection.module);
        quote! { pub use self::#module::*; }
    });
    uses.collect()
}
