//! What a run makes, in numbers.

use crate::rust::{Collection, Crate, Endpoint, Home, Module, Output};

/// What a crate holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Requests of the collections.
    pub requests: usize,
    /// Endpoints: several requests with other values may share one.
    pub endpoints: usize,
    /// Structs and enums made for bodies, parameters and responses.
    pub types: usize,
    /// Endpoints whose response has no type.
    pub untyped: usize,
    /// Secrets that are kept out of the code.
    pub secrets: usize,
    /// The paths of the clients: `petstore::Client`.
    pub clients: Vec<String>,
}

impl Summary {
    /// Counts what is in a crate.
    pub fn of(krate: &Crate) -> Summary {
        let mut summary = Summary::default();
        krate.collections.iter().for_each(|collection| summary.add(&krate.library, collection));
        summary
    }

    fn add(&mut self, library: &str, collection: &Collection) {
        self.requests += collection.requests;
        self.types += collection.models.len();
        self.secrets += collection.secrets.len();
        self.clients.push(match collection.home {
            Home::Root => format!("{library}::Client"),
            Home::Module => format!("{library}::{}::Client", collection.module),
        });
        self.endpoints(&collection.endpoints);
        collection.modules.iter().for_each(|module| self.module(module));
    }

    fn module(&mut self, module: &Module) {
        self.endpoints(&module.endpoints);
        module.modules.iter().for_each(|module| self.module(module));
    }

    fn endpoints(&mut self, endpoints: &[Endpoint]) {
        self.endpoints += endpoints.len();
        self.types += endpoints.iter().map(|endpoint| endpoint.models.len()).sum::<usize>();
        let untyped = endpoints.iter().filter(|endpoint| endpoint.output == Output::Untyped);
        self.untyped += untyped.count();
    }
}
