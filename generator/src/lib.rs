#![doc = include_str!("../README.md")]

pub mod api;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
pub mod diagnostics;
mod docs;
mod documents;
pub mod emit;
pub mod error;
pub mod explain;
mod export;
mod generator;
pub mod hints;
pub mod infer;
pub mod json;
pub mod json_path;
pub mod load;
mod lower;
pub mod markdown;
pub mod masks;
pub mod name;
pub mod output;
pub mod overrides;
pub mod pipeline;
mod pointer;
mod pool;
pub mod postman;
pub mod presets;
pub mod progress;
pub mod read;
pub mod resolve;
pub mod rust;
pub mod scripts;
pub mod shape;
pub mod source;
pub mod summary;
mod template;
pub mod write;
mod yaml;

pub use error::{Error, Fault, InputError};
pub use generator::{Generator, is_crate_name};
pub use load::{CollectionSource, Inputs, SourceId};
pub use pool::on_all_cores;
pub use source::Source;

use diagnostics::Diagnostic;
use explain::Explanation;
use masks::Masks;
use output::OutputFile;
use overrides::{Overrides, OverridesError};
use pipeline::{Input, Purpose};
use progress::{Listener, SILENT, Stage};
use rust::{Host, Manifest};
use summary::Summary;

/// What a run makes.
#[derive(Debug, Clone, Default)]
pub struct Output {
    /// The files of the crate; none from [`explain()`].
    pub files: Vec<OutputFile>,
    /// What the user is told, by input.
    pub diagnostics: Vec<(SourceId, Diagnostic)>,
    /// Why each type is what it is; only from [`explain()`].
    pub explanations: Vec<Explanation>,
    /// What the crate holds, in numbers.
    pub summary: Summary,
    /// What no message may show.
    pub masks: Masks,
}

/// The pipeline: inputs → the files of a crate. Nothing is written.
///
/// # Errors
///
/// When an input cannot be read; the error names each that cannot.
pub fn generate(inputs: &Inputs) -> Result<Output, Error> {
    run(inputs, Purpose::Files, SILENT)
}

/// As [`generate`]; `listener` hears of each stage as it begins.
///
/// # Errors
///
/// As [`generate`].
pub fn generate_with(inputs: &Inputs, listener: Listener<'_>) -> Result<Output, Error> {
    run(inputs, Purpose::Files, listener)
}

/// Inputs → the files of a module, with `mod.rs` for `include!`. Nothing is written. The name of the inputs is that of the crate around.
///
/// # Errors
///
/// As [`generate`].
pub fn generate_module(inputs: &Inputs, host: &Host) -> Result<Output, Error> {
    if !is_module_path(&host.path) {
        return Err(Error::BadModule { path: host.path.clone() });
    }
    if let Some(name) = host.features.iter().find(|name| !emit::is_feature(name)) {
        return Err(Error::UnknownFeature { name: name.clone() });
    }
    run(inputs, Purpose::Module(host), SILENT)
}

fn is_module_path(path: &str) -> bool {
    path.split("::").all(|part| syn::parse_str::<syn::Ident>(part).is_ok())
}

/// Inputs → why each type is what it is. No file is made.
///
/// # Errors
///
/// As [`generate`].
pub fn explain(inputs: &Inputs) -> Result<Output, Error> {
    run(inputs, Purpose::Explanations, SILENT)
}

/// As [`explain()`]; `listener` hears of each stage as it begins.
///
/// # Errors
///
/// As [`generate`].
pub fn explain_with(inputs: &Inputs, listener: Listener<'_>) -> Result<Output, Error> {
    run(inputs, Purpose::Explanations, listener)
}

/// Runs the pipeline.
fn run(inputs: &Inputs, purpose: Purpose<'_>, listener: Listener<'_>) -> Result<Output, Error> {
    on_all_cores(|| run_here(inputs, purpose, listener))
}

fn run_here(
    inputs: &Inputs,
    purpose: Purpose<'_>,
    listener: Listener<'_>,
) -> Result<Output, Error> {
    listener(Stage::Read);
    let documents = documents::read(inputs)?;
    let manifest = manifest(inputs, &documents.overrides)?;
    let name = inputs.name.as_ref().or(manifest.name.as_ref()).unwrap_or(&inputs.folder).clone();
    if !is_crate_name(&name) {
        return Err(Error::BadName { name });
    }
    let names = inputs.collections.iter();
    let names = names.map(|collection| (collection.name().to_owned(), collection.origin()));
    let read = documents.collections.into_iter().zip(documents.overrides);
    let collections = names.zip(read).map(|((name, origin), (collection, overrides))| Input {
        name,
        origin,
        collection,
        overrides,
    });
    let collections: Vec<Input> = collections.collect();
    let compiled =
        pipeline::compile(collections, &documents.environments, &name, manifest, purpose, listener);
    if !compiled.faults.is_empty() {
        let faults =
            compiled.faults.into_iter().map(|(index, fault)| overrides_error(inputs, index, fault));
        return Err(Error::Inputs(faults.collect()));
    }
    let mut diagnostics = documents.diagnostics;
    diagnostics.extend(
        compiled.diagnostics.into_iter().map(|(index, found)| (SourceId::Collection(index), found)),
    );
    diagnostics.extend(
        compiled
            .of_environments
            .into_iter()
            .map(|(index, found)| (SourceId::Environment(index), found)),
    );
    Ok(Output {
        files: compiled.files,
        diagnostics,
        explanations: compiled.explanations.into_iter().flatten().collect(),
        summary: compiled.summary,
        masks: compiled.masks,
    })
}

/// What the overrides say of the crate: one file of them may.
fn manifest(inputs: &Inputs, overrides: &[Overrides]) -> Result<Manifest, Error> {
    let mut describing =
        overrides.iter().enumerate().filter(|(_, overrides)| overrides.describes_crate());
    let Some((index, first)) = describing.next() else { return Ok(Manifest::default()) };
    let second = describing
        .next()
        .map(|(index, second)| overrides_error(inputs, index, second.second_crate()));
    match (first.manifest(), second) {
        (Ok(manifest), None) => Ok(manifest),
        (found, second) => {
            let faults = found
                .err()
                .into_iter()
                .flatten()
                .map(|fault| overrides_error(inputs, index, fault));
            Err(Error::Inputs(faults.chain(second).collect()))
        }
    }
}

fn overrides_error(inputs: &Inputs, index: usize, fault: OverridesError) -> InputError {
    let file = inputs.collections.get(index).and_then(|collection| collection.overrides.as_ref());
    InputError {
        file: file.map(|file| file.name.clone()).unwrap_or_default(),
        fault: Fault::Overrides(fault),
    }
}
