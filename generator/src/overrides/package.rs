//! What overrides say of the emitted crate.

use semver::Version;

use super::document::Package;
use super::error::{Found, Problem, What};
use crate::rust::Manifest;

/// The words of a manifest, and what is wrong with them.
pub(super) fn manifest(package: &Package) -> (Manifest, Vec<Found>) {
    let mut faults = Vec::new();
    if let Some(name) = package.name.as_ref().filter(|name| !crate::is_crate_name(name.get_ref())) {
        let problem =
            Problem::BadName { what: What::Crate, name: name.get_ref().clone(), nearest: None };
        faults.push(Found { problem, span: name.span() });
    }
    if let Some((version, error)) = package
        .version
        .as_ref()
        .and_then(|version| Some((version, Version::parse(version.get_ref()).err()?)))
    {
        let problem =
            Problem::BadVersion { version: version.get_ref().clone(), reason: error.to_string() };
        faults.push(Found { problem, span: version.span() });
    }
    let Package {
        name,
        version,
        description,
        license,
        repository,
        homepage,
        documentation,
        authors,
        keywords,
        categories,
        publish,
    } = package.clone();
    let manifest = Manifest {
        name: name.map(toml::Spanned::into_inner),
        version: version.map(toml::Spanned::into_inner),
        description,
        license,
        repository,
        homepage,
        documentation,
        authors: authors.unwrap_or_default(),
        keywords: keywords.unwrap_or_default(),
        categories: categories.unwrap_or_default(),
        publish: publish.unwrap_or_default(),
    };
    (manifest, faults)
}
