//! Inputs → documents: every file of a run goes to the reader of its format.

use rayon::prelude::*;

use crate::diagnostics::{Diagnostic, Kind};
use crate::error::{Error, Fault, InputError};
use crate::load::{CollectionSource, Content, EnvironmentSource, Inputs, Origin, SourceId};
use crate::overrides::Overrides;
use crate::postman::{Collection, DocumentId, Environment, Place};
use crate::read::{self, Read, ReadError};

/// The inputs of a run, read.
#[derive(Debug, Clone, Default)]
pub struct Documents {
    /// For each of [`Inputs::collections`].
    pub collections: Vec<Collection>,
    /// For each of [`Inputs::collections`].
    pub overrides: Vec<Overrides>,
    /// The environments that are used, in the order of [`Inputs::environments`].
    pub environments: Vec<Environment>,
    /// The diagnostics, by input.
    pub diagnostics: Vec<(SourceId, Diagnostic)>,
}

/// Reads all inputs.
///
/// # Errors
///
/// When some cannot be read; the error names each of them.
pub fn read(inputs: &Inputs) -> Result<Documents, Error> {
    let mut run = Run::default();
    let read: Vec<_> = inputs.collections.par_iter().map(collection).collect();
    let read = inputs.collections.iter().zip(read).enumerate();
    let collections =
        read.filter_map(|(index, (source, read))| run.collection(index, source, read)).collect();
    let environments = inputs.environments.iter().enumerate();
    let environments =
        environments.filter_map(|(index, source)| run.environment(index, source)).collect();
    let overrides = inputs.collections.iter().filter_map(|source| run.overrides(source)).collect();
    if run.faults.is_empty() {
        Ok(Documents { collections, overrides, environments, diagnostics: run.diagnostics })
    } else {
        Err(Error::Inputs(run.faults))
    }
}

/// Reads a collection in any format; the errors are those of its documents.
fn collection(source: &CollectionSource) -> Result<Read<Collection>, Vec<(DocumentId, ReadError)>> {
    match &source.content {
        Content::File(file) => {
            read::collection(&file.bytes).map_err(|error| vec![(DocumentId::default(), error)])
        }
        Content::Directory(tree) => read::directory(tree),
    }
}

#[derive(Default)]
struct Run {
    diagnostics: Vec<(SourceId, Diagnostic)>,
    faults: Vec<InputError>,
}

impl Run {
    fn collection(
        &mut self,
        index: usize,
        source: &CollectionSource,
        read: Result<Read<Collection>, Vec<(DocumentId, ReadError)>>,
    ) -> Option<Collection> {
        match read {
            Ok(read) => Some(self.take(SourceId::Collection(index), read)),
            Err(errors) => {
                self.faults.extend(errors.into_iter().map(|(document, error)| {
                    let file = source.document(document).map(|source| source.name.clone());
                    let file = file.unwrap_or_default();
                    InputError { file, fault: Fault::Read(error) }
                }));
                None
            }
        }
    }

    fn environment(&mut self, index: usize, source: &EnvironmentSource) -> Option<Environment> {
        let id = SourceId::Environment(index);
        match source.origin {
            Origin::Given => {}
            Origin::Found => self.note(id, Kind::EnvironmentUsed),
            Origin::Unused => {
                self.note(id, Kind::EnvironmentUnused { file: source.file.name.clone() });
                return None;
            }
        }
        match read::environment_file(&source.file) {
            Ok(read) => Some(self.take(id, read)),
            Err(error) => {
                let file = source.file.name.clone();
                self.faults.push(InputError { file, fault: Fault::Read(error) });
                None
            }
        }
    }

    fn overrides(&mut self, source: &CollectionSource) -> Option<Overrides> {
        let Some(file) = &source.overrides else { return Some(Overrides::default()) };
        let fault = |error| InputError { file: file.name.clone(), fault: Fault::Overrides(error) };
        Overrides::read(&file.bytes).map_err(|error| self.faults.push(fault(error))).ok()
    }

    fn take<T>(&mut self, id: SourceId, read: Read<T>) -> T {
        self.diagnostics.extend(read.diagnostics.into_iter().map(|found| (id, found)));
        read.value
    }

    fn note(&mut self, id: SourceId, kind: Kind) {
        let diagnostic = Diagnostic { kind, place: Place::default(), trail: Vec::new() };
        self.diagnostics.push((id, diagnostic));
    }
}
