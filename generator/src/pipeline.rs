//! The pipeline on one screen: resolve → presets → infer → name → emit. Reading comes before it, writing after.

use rayon::prelude::*;

use crate::api::Api;
use crate::diagnostics::{Diagnostic, Kind};
use crate::emit;
use crate::explain::{self, Explanation};
use crate::infer;
use crate::lower::{self, Frame};
use crate::masks::Masks;
use crate::name::collections::{self, Reason, RootReason, Wanted};
use crate::name::ident;
use crate::output::OutputFile;
use crate::overrides::document::Module;
use crate::overrides::{self, Bound, Found, Overrides, OverridesError, Problem};
use crate::pool;
use crate::postman::{self, Environment, Place};
use crate::presets;
use crate::progress::{Listener, Stage};
use crate::resolve;
use crate::rust::{Collection, Crate, Home, Host, Manifest};
use crate::summary::Summary;

/// A collection with the name of its module.
#[derive(Debug, Clone)]
pub struct Input {
    /// The name of the collection.
    pub title: String,
    /// The file's name without its endings, for a collection without a name.
    pub name: String,
    /// What the file or directory is called.
    pub origin: String,
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
    /// The same with the position of the environment.
    pub of_environments: Vec<(usize, Diagnostic)>,
    /// What no message may show.
    pub masks: Masks,
    /// Overrides that cannot be followed, with the position of the collection.
    pub faults: Vec<(usize, OverridesError)>,
    /// For each collection, what is known of each place, for [`Purpose::Explanations`].
    pub explanations: Vec<Vec<Explanation>>,
    /// What the crate holds.
    pub summary: Summary,
}

/// Compiles collections into one crate of this name.
pub fn compile(
    inputs: Vec<Input>,
    environments: &[Environment],
    package: &str,
    manifest: Manifest,
    purpose: Purpose<'_>,
    listener: Listener<'_>,
) -> Compiled {
    let mut compiled = Compiled::default();
    let version = manifest.version.clone().unwrap_or_else(|| "0.1.0".to_owned());
    let mut krate = Crate {
        package: package.to_owned(),
        library: package.replace('-', "_"),
        version,
        manifest,
        origins: inputs.iter().map(|input| crate::markdown::code(&input.origin)).collect(),
        ..Crate::default()
    };
    let root = match purpose {
        Purpose::Module(host) => host.path.rsplit("::").next().unwrap_or_default().to_owned(),
        _ => krate.library.clone(),
    };
    if let Purpose::Module(host) = purpose {
        krate.library = format!("{}::{}", krate.library, host.path);
    }
    let sources: Vec<String> = inputs.iter().map(|input| input.name.clone()).collect();
    let parts = parts(inputs, environments, &root, purpose, listener).into_iter().zip(sources);
    for (position, (mut part, source)) in parts.enumerate() {
        // `replay --record` finds the collection by this name.
        part.collection.replay["source"] = source.into();
        compiled
            .diagnostics
            .extend(part.diagnostics.into_iter().map(|diagnostic| (position, diagnostic)));
        for found in part.of_environments {
            if !compiled.of_environments.contains(&found) {
                compiled.of_environments.push(found);
            }
        }
        compiled.masks.extend(part.masks);
        compiled.faults.extend(part.faults.into_iter().map(|fault| (position, fault)));
        compiled.explanations.extend(part.explanations);
        krate.collections.push(part.collection);
    }
    krate.summary = summary(&krate);
    krate.features = lower::features(&krate.collections);
    if !compiled.faults.is_empty() {
        return compiled;
    }
    compiled.summary = Summary::of(&krate);
    listener(Stage::Emit);
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

/// Each collection as Rust, in parallel. `root` is the name of the module around them: the library's, or the host module's.
fn parts(
    inputs: Vec<Input>,
    environments: &[Environment],
    root: &str,
    purpose: Purpose<'_>,
    listener: Listener<'_>,
) -> Vec<Part> {
    listener(Stage::Resolve);
    let labels: Vec<(String, String)> =
        inputs.iter().map(|input| (input.title.clone(), input.name.clone())).collect();
    let (collections, overrides): (Vec<_>, Vec<_>) =
        inputs.into_iter().map(|input| (input.collection, input.overrides)).unzip();
    let resolved = collections.into_par_iter().zip(&overrides).map(|(collection, overrides)| {
        let resolved = Resolved::new(&collection, overrides, environments);
        pool::free(collection);
        resolved
    });
    let mut resolved: Vec<Resolved<'_>> = resolved.collect();
    listener(Stage::Infer);
    let places = places(&mut resolved, &labels, root, purpose);
    let offsets = resolved.iter().scan(0, |next, resolved| {
        Some(std::mem::replace(next, *next + resolved.api.endpoints.len()))
    });
    let offsets: Vec<usize> = offsets.collect();
    let parts = resolved.into_par_iter().zip(places).zip(offsets);
    parts.map(|((resolved, place), offset)| resolved.part(place, offset, purpose)).collect()
}

/// Where a collection goes in the crate.
struct Placed {
    module: String,
    home: Home,
    frame: Option<Frame>,
}

/// Where each collection goes. The modules of the one at the root are there as well, so the others keep clear of them.
fn places(
    resolved: &mut [Resolved<'_>],
    labels: &[(String, String)],
    root: &str,
    purpose: Purpose<'_>,
) -> Vec<Placed> {
    let wanted: Vec<Wanted<'_>> = resolved
        .iter()
        .zip(labels)
        .map(|(resolved, (title, file))| {
            let Module { rename, root } = &resolved.overrides.document.collection;
            Wanted {
                title,
                file,
                rename: rename.as_ref().map(|name| name.get_ref().as_str()),
                root: root.as_ref().map(|root| *root.get_ref()),
            }
        })
        .collect();
    let mut scope = ident::Scope::with(["runtime"]);
    if matches!(purpose, Purpose::Module(_)) {
        // clippy refuses a module with the name of the one around it, even a private one
        scope.try_take(root);
    }
    let chosen = collections::root(&wanted, root);
    let mut placed: Vec<Option<Placed>> = wanted.iter().map(|_| None).collect();
    if let Some((index, reason)) = chosen {
        let own = &mut resolved[index];
        let module = own.module(&wanted[index], &mut scope);
        let frame = Frame::new(&own.api, &own.said.name, &module);
        for name in frame.top() {
            scope.try_take(name);
        }
        if reason == RootReason::SameName {
            own.note(Kind::CrateRoot);
        }
        placed[index] = Some(Placed { module, home: Home::Root, frame: Some(frame) });
    }
    // no module is called as the one around it
    scope.try_take(root);
    for (index, wanted) in wanted.iter().enumerate() {
        if wanted.root == Some(true) && chosen.is_some_and(|(first, _)| first != index) {
            resolved[index].second_root();
        }
        placed[index].get_or_insert_with(|| {
            let module = resolved[index].module(wanted, &mut scope);
            Placed { module, home: Home::Module, frame: None }
        });
    }
    placed.into_iter().flatten().collect()
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
    of_environments: Vec<(usize, Diagnostic)>,
    masks: Masks,
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
        let mut resolved = Resolved { overrides, said, api, diagnostics };
        if resolved.api.endpoints.is_empty() {
            resolved.note(Kind::EmptyCollection);
        }
        resolved
    }

    /// The name of its module; a note when that is not the collection's own.
    fn module(&mut self, wanted: &Wanted<'_>, scope: &mut ident::Scope) -> String {
        let (module, reason) = wanted.module(scope);
        let reason = match reason {
            Reason::Plain => return module,
            Reason::Trimmed => "version and copy suffixes are left out",
            Reason::Taken => "something else in the crate has the plain name",
        };
        self.note(Kind::ModuleName { module: module.clone(), reason });
        module
    }

    fn note(&mut self, kind: Kind) {
        let place = Place::default().member("info").member("name");
        self.diagnostics.push(Diagnostic { kind, place, trail: Vec::new() });
    }

    fn second_root(&mut self) {
        if let Some(root) = &self.overrides.document.collection.root {
            self.said.faults.push(Found { problem: Problem::SecondRoot, span: root.span() });
        }
    }

    /// As Rust. `offset` is the number of requests in the collections before it.
    fn part(self, placed: Placed, offset: usize, purpose: Purpose<'_>) -> Part {
        let Resolved { overrides, mut said, mut api, mut diagnostics } = self;
        let secrets = std::mem::take(&mut api.secrets);
        let Placed { module, home, frame } = placed;
        let frame = || frame.unwrap_or_else(|| Frame::new(&api, &said.name, &module));
        let (mut inferred, frame) = rayon::join(|| infer::infer(&api), frame);
        said.tell(&api, &mut inferred, &mut diagnostics);
        let lowered = lower::lower(&api, &inferred, frame, offset);
        let collection = Collection { home, ..lowered.collection };
        said.verify(&collection, &lowered.conflicts);
        diagnostics.extend(lower::pages::note(&collection, &api, &inferred.endpoints));
        let faults = overrides.locate(said.faults);
        let explanations = (purpose == Purpose::Explanations)
            .then(|| explain::explain(&api, &inferred, &collection));
        pool::free((api, inferred));
        Part {
            collection,
            diagnostics,
            of_environments: secrets.in_environments,
            masks: secrets.masks,
            faults,
            explanations,
        }
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
