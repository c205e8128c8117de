//! All inputs of a run.

use rayon::prelude::*;

use super::{Read, ReadError};
use crate::diagnostics::Diagnostic;
use crate::error::{Error, Fault, InputError};
use crate::inputs::{Inputs, Source, SourceId};
use crate::overrides::Overrides;
use crate::postman::{Collection, Environment};

/// The inputs of a run, read.
#[derive(Debug, Clone, Default)]
pub struct Documents {
    /// For each of [`Inputs::collections`].
    pub collections: Vec<Collection>,
    /// For each of [`Inputs::collections`], what a person says of it.
    pub overrides: Vec<Overrides>,
    /// For each of [`Inputs::environments`].
    pub environments: Vec<Environment>,
    /// The notes, by file.
    pub diagnostics: Vec<(SourceId, Diagnostic)>,
}

/// Reads all inputs; the error names each that cannot be read.
pub fn all(inputs: &Inputs) -> Result<Documents, Error> {
    let mut run = Run::default();
    let read =
        inputs.collections.par_iter().map(|collection| super::collection(&collection.file.bytes));
    let read: Vec<Result<Read<Collection>, ReadError>> = read.collect();
    let read = inputs.collections.iter().zip(read).enumerate();
    let collections = read.filter_map(|(index, (collection, read))| {
        run.take(SourceId::Collection(index), &collection.file, read)
    });
    let collections = collections.collect();
    let environments = inputs.environments.iter().enumerate().filter_map(|(index, environment)| {
        run.take(SourceId::Environment(index), environment, super::environment(&environment.bytes))
    });
    let environments = environments.collect();
    let overrides = inputs
        .collections
        .iter()
        .filter_map(|collection| run.overrides(collection.overrides.as_ref()))
        .collect();
    if run.faults.is_empty() {
        Ok(Documents { collections, overrides, environments, diagnostics: run.diagnostics })
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
    fn overrides(&mut self, source: Option<&Source>) -> Option<Overrides> {
        let Some(source) = source else { return Some(Overrides::default()) };
        let fault =
            |error| InputError { file: source.name.clone(), fault: Fault::Overrides(error) };
        Overrides::read(&source.bytes).map_err(|error| self.faults.push(fault(error))).ok()
    }

    fn take<T>(
        &mut self,
        id: SourceId,
        source: &Source,
        read: Result<Read<T>, ReadError>,
    ) -> Option<T> {
        match read {
            Ok(read) => {
                self.diagnostics
                    .extend(read.diagnostics.into_iter().map(|diagnostic| (id, diagnostic)));
                Some(read.value)
            }
            Err(error) => {
                self.faults
                    .push(InputError { file: source.name.clone(), fault: Fault::Read(error) });
                None
            }
        }
    }
}
