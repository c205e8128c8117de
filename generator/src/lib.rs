//! Turns Postman collections into typed Rust client crates.

pub mod api;
pub mod diagnostics;
pub mod emit;
pub mod explain;
pub mod hints;
pub mod infer;
pub mod json;
pub mod name;
pub mod markdown;
pub mod error;
pub mod explain;
mod generator;
pub mod inputs;
pub mod output;
pub mod pipeline;
pub mod postman;
pub mod read;
pub mod rust;
pub mod resolve;
pub mod shape;
pub mod write;

pub use error::{Error, Fault, InputError};
pub use generator::{Generator, is_crate_name};
pub use inputs::{CollectionSource, Inputs, Source, SourceId};

use diagnostics::Diagnostic;
use explain::Explanation;
use output::OutputFile;

/// What a run makes.
#[derive(Debug, Clone, Default)]
pub struct Output {
    /// The files of the crate.
    pub files: Vec<OutputFile>,
    /// What the user is told, by file.
    pub diagnostics: Vec<(SourceId, Diagnostic)>,
    /// Why each type is what it is.
    pub explanations: Vec<Explanation>,
}

/// The pipeline: inputs → the files of a crate. Nothing is written.
pub fn generate(inputs: &Inputs) -> Result<Output, Error> {
    let documents = read::all(inputs)?;
    Ok(Output {
        files: Vec::new(),
        diagnostics: documents.diagnostics,
        explanations: Vec::new(),
    })
}
