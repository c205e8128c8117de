//! The pipeline on one screen: resolve → presets → infer → name → emit. Reading comes before it, writing after.

use rayon::prelude::*;

use crate::api::Api;
use crate::diagnostics::Diagnostic;
use crate::emit;
use crate::explain::{self, Explanation};
use crate::infer;
use crate::lower::{self, Frame};
use crate::name::ident;
use crate::output::OutputFile;
use crate::overrides::{self, Bound, Overrides, OverridesError};
use crate::pool;
use crate::postman::{self, Environment};
use crate::presets;
use crate::resolve;
use crate::rust::{Collection, Crate, Host, Manifest};

/// A collection with the name of its module.
#[derive(Debug, Clone)]
pub struct Input {
    /// What the module is called after: the file's name without its endings.
    pub name: String,
    /// The collection.
    pub collection: postman::Collection,
    /// What a person says of it.
    pub overrides: Overrides,
}

/// What a run is for: nothing is made that nobody asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose<'a> {
    /// The files of a crate.
    Files,
    /// The files of a module within another crate.
    Module(&'a Host),
    /// Why each type is what it is.
    Explanations,
}

/// What becomes of collections.
#[derive(Debug, Default)]
pub struct Compiled {
    /// The files, for [`Purpose::Files`] and [`Purpose::Module`].
    pub files: Vec<OutputFile>,
    /// What the user is told, with the position of the collection.
    pub diagnostics: Vec<(usize, Diagnostic)>,
    /// Overrides that cannot be followed, with the position of the collection.
    pub faults: Vec<(usize, OverridesError)>,
    /// For each collection, what is known of each place, for [`Purpose::Explanations`].
    pub explanations: Vec<Vec<Explanation>>,
}

/// Compiles collections into one crate of this name.
pub fn compile(
    inputs: Vec<Input>,
    environments: &[Environment],
    package: &str,
    manifest: Manifest,
    purpose: Purpose<'_>,
) -> Compiled {
    let mut compiled = Compiled::default();
    let version = manifest.version.clone().unwrap_or_else(|| "0.1.0".to_owned());
    let mut krate = Crate {
        package: package.to_owned(),
        library: package.replace('-', "_"),
        version,
        manifest,
        ..Crate::default()
    };
    if let Purpose::Module(host) = purpose {
        krate.library = format!("{}::{}", krate.library, host.path);
    }
    for (position, part) in parts(inputs, environments, purpose).into_iter().enumerate() {
        compiled
            .diagnostics
            .extend(part.diagnostics.into_iter().map(|diagnostic| (position, diagnostic)));
        compiled.faults.extend(part.faults.into_iter().map(|fault| (position, fault)));
        compiled.explanations.extend(part.explanations);
        krate.collections.push(part.collection);
    }
    krate.summary = summary(&krate);
    krate.features = lower::features(&krate.collections);
    if !compiled.faults.is_empty() {
        return compiled;
    }
    match purpose {
        Purpose::Files => {
            lower::folders(&mut krate.collections);
            compiled.files = emit::emit(&krate);
        }
        Purpose::Module(host) => compiled.files = emit::module(&krate, host),
        Purpose::Explanations => {}
    }
    pool::free(krate);
    compiled
}

/// Each collection as Rust, side by side.
fn parts(inputs: Vec<Input>, environments: &[Environment], purpose: Purpose<'_>) -> Vec<Part> {
    let modules = modules(&inputs, purpose);
    let (collections, overrides): (Vec<_>, Vec<_>) =
        inputs.into_iter().map(|input| (input.collection, input.overrides)).unzip();
    let resolved = collections.into_par_iter().zip(&overrides).map(|(collection, overrides)| {
        let resolved = Resolved::new(&collection, overrides, environments);
        pool::free(collection);
        resolved
    });
    let resolved: Vec<Resolved<'_>> = resolved.collect();
    let offsets = resolved.iter().scan(0, |next, resolved| {
        Some(std::mem::replace(next, *next + resolved.api.endpoints.len()))
    });
    let offsets: Vec<usize> = offsets.collect();
    let parts = resolved.into_par_iter().zip(modules).zip(offsets);
    parts.map(|((resolved, module), offset)| resolved.part(&module, offset, purpose)).collect()
}

/// The modules of the collections.
fn modules(inputs: &[Input], purpose: Purpose<'_>) -> Vec<String> {
    let mut taken = ident::Scope::with(["runtime"]);
    if let Purpose::Module(host) = purpose {
        // no module is called as the one around it
        taken.try_take(host.path.rsplit("::").next().unwrap_or_default());
    }
    inputs
        .iter()
        .map(|input| taken.take([ident::module(&input.name, "collection"), "api".to_owned()]))
        .collect()
}

/// A collection in HTTP's words.
struct Resolved<'a> {
    overrides: &'a Overrides,
    said: Bound<'a>,
    api: Api,
    diagnostics: Vec<Diagnostic>,
}

/// A collection as Rust, with all that is said of it.
struct Part {
    collection: Collection,
    diagnostics: Vec<Diagnostic>,
    faults: Vec<OverridesError>,
    explanations: Option<Vec<Explanation>>,
}

impl<'a> Resolved<'a> {
    fn new(
        collection: &postman::Collection,
        overrides: &'a Overrides,
        environments: &[Environment],
    ) -> Resolved<'a> {
        let mut diagnostics = Vec::new();
        let said = overrides::bind(overrides, collection);
        let mut api = resolve::resolve(collection, environments, &said.resolve, &mut diagnostics);
        let named = said.name.endpoints.keys().copied().collect();
        presets::unite(&mut api, &named, &mut diagnostics);
        Resolved { overrides, said, api, diagnostics }
    }

    /// As Rust, in a module of this name. `offset` is the number of requests in the collections before it.
    fn part(self, module: &str, offset: usize, purpose: Purpose<'_>) -> Part {
        let Resolved { overrides, mut said, api, mut diagnostics } = self;
        let (mut inferred, frame) =
            rayon::join(|| infer::infer(&api), || Frame::new(&api, &said.name, module));
        said.tell(&api, &mut inferred, &mut diagnostics);
        let collection = lower::lower(&api, &inferred, frame, offset);
        said.verify(&collection);
        diagnostics.extend(lower::pages::note(&collection, &api, &inferred.endpoints));
        let faults = overrides.locate(said.faults);
        let explanations = (purpose == Purpose::Explanations)
            .then(|| explain::explain(&api, &inferred, &collection));
        pool::free((api, inferred));
        Part { collection, diagnostics, faults, explanations }
    }
}

fn summary(krate: &Crate) -> String {
    let titles: Vec<&str> =
        krate.collections.iter().map(|collection| collection.title.as_str()).collect();
    let titles = crate::markdown::inline(&titles.join(", "));
    if titles.is_empty() {
        "A typed client, generated from a Postman collection.".to_owned()
    } else {
        format!("A typed client of {titles}, generated from its Postman collection.")
    }
}
