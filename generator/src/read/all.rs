//! All inputs of a run.

use super::{Read, ReadError};
use crate::diagnostics::Diagnostic;
use crate::error::{Error, Fault, InputError};
use crate::inputs::{Inputs, Source, SourceId};
use crate::postman::{Collection, Environment};

/// The inputs of a run, read.
#[derive(Debug, Clone, Default)]
pub struct Documents {
    /// For each of [`Inputs::collections`].
    pub collections: Vec<Collection>,
    /// For each of [`Inputs::environments`].
    pub environments: Vec<Environment>,
    /// The notes, by file.
    pub diagnostics: Vec<(SourceId, Diagnostic)>,
}

/// Reads all inputs; the error names each that cannot be read.
pub fn all(inputs: &Inputs) -> Result<Documents, Error> {
    let mut run = Run::default();
    let collections = inputs.collections.iter().enumerate().filter_map(|(index, collection)| {
        run.take(SourceId::Collection(index), &collection.file, super::collection(&collection.file.bytes))
    });
    let collections = collections.collect();
    let environments = inputs
        .environments
        .iter()
        .enumerate()
        .filter_map(|(index, environment)| run.take(SourceId::Environment(index), environment, super::environment(&environment.bytes)));
    let environments = environments.collect();
    if run.faults.is_empty() {
        Ok(Documents { collections, environments, diagnostics: run.diagnostics })
    } else {
        Err(Error::Inputs(run.faults))
    }
}

#[derive(Default)]
struct Run {
    diagnostics: Vec<(SourceId, Diagnostic)>,
    faults: Vec<InputError>,
}

impl Run {
    fn take<T>(&mut self, id: SourceId, source: &Source, read: Result<Read<T>, ReadError>) -> Option<T> {
        match read {
            Ok(read) => {
                self.diagnostics.extend(read.diagnostics.into_iter().map(|diagnostic| (id, diagnostic)));
                Some(read.value)
            }
            Err(error) => {
                self.faults.push(InputError { file: source.name.clone(), fault: Fault::Read(error) });
                None
            }
        }
    }
}
