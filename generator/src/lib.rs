#![doc = include_str!("../README.md")]

pub mod api;
pub mod diagnostics;
pub mod emit;
pub mod error;
pub mod explain;
mod generator;
pub mod hints;
pub mod infer;
pub mod inputs;
pub mod json;
pub mod markdown;
pub mod name;
pub mod output;
pub mod pipeline;
pub mod postman;
pub mod read;
pub mod resolve;
pub mod rust;
pub mod shape;
mod template;
pub mod write;

pub use error::{Error, Fault, InputError};
pub use generator::{Generator, is_crate_name};
pub use inputs::{CollectionSource, Inputs, Source, SourceId};

use diagnostics::Diagnostic;
use explain::Explanation;
use output::OutputFile;
use pipeline::{Input, Purpose};

/// What a run makes.
#[derive(Debug, Clone, Default)]
pub struct Output {
    /// The files of the crate; none from [`explain()`].
    pub files: Vec<OutputFile>,
    /// What the user is told, by file.
    pub diagnostics: Vec<(SourceId, Diagnostic)>,
    /// Why each type is what it is; only from [`explain()`].
    pub explanations: Vec<Explanation>,
}

/// The pipeline: inputs → the files of a crate. Nothing is written.
///
/// # Errors
///
/// When an input cannot be read; the error names each that cannot.
pub fn generate(inputs: &Inputs) -> Result<Output, Error> {
    run(inputs, Purpose::Files)
}

/// Inputs → why each type is what it is. No file is made.
///
/// # Errors
///
/// As [`generate`].
pub fn explain(inputs: &Inputs) -> Result<Output, Error> {
    run(inputs, Purpose::Explanations)
}

fn run(inputs: &Inputs, purpose: Purpose) -> Result<Output, Error> {
    let documents = read::all(inputs)?;
    let names = inputs.collections.iter().map(|collection| collection.file.stem().to_owned());
    let collections = names.zip(documents.collections).map(|(name, collection)| Input { name, collection });
    let collections: Vec<Input> = collections.collect();
    let compiled = pipeline::compile(&collections, &documents.environments, &inputs.name, purpose);
    let mut diagnostics = documents.diagnostics;
    diagnostics.extend(unread_overrides(inputs));
    diagnostics.extend(compiled.diagnostics.into_iter().map(|(index, found)| (SourceId::Collection(index), found)));
    Ok(Output { files: compiled.files, diagnostics, explanations: compiled.explanations.into_iter().flatten().collect() })
}

/// A file that somebody wrote is never passed over in silence.
fn unread_overrides(inputs: &Inputs) -> impl Iterator<Item = (SourceId, Diagnostic)> + '_ {
    let given = inputs.collections.iter().enumerate().filter_map(|(index, collection)| Some((index, collection.overrides.as_ref()?)));
    given.map(|(index, overrides)| {
        let kind = diagnostics::Kind::OverridesUnread { file: overrides.name.clone() };
        (SourceId::Collection(index), Diagnostic { kind, place: postman::Place::default(), trail: Vec::new() })
    })
}
