use std::path::{Path, PathBuf};

use crate::read;

/// The folder of collections beside the project (or the one that `POSTMAN_CORPUS` names), when it is there.
fn corpus() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let folder = std::env::var_os("POSTMAN_CORPUS").map_or_else(beside, PathBuf::from);
    folder.join("MANIFEST.tsv").is_file().then_some(folder)
}

#[test]
fn every_collection_has_all_its_requests() {
    let Some(folder) = corpus() else { return };
    let manifest = std::fs::read_to_string(folder.join("MANIFEST.tsv")).unwrap_or_default();
    let mut counted = 0;
    for line in manifest.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let Ok(bytes) = std::fs::read(folder.join(columns[0])) else { continue };
        let Ok(read) = read::collection(&bytes) else { continue };
        let mut diagnostics = Vec::new();
        let api = super::super::resolve(
            &read.value,
            &[],
            &crate::resolve::Overrides::default(),
            &mut diagnostics,
        );
        assert_eq!(api.endpoints.len().to_string(), columns[5], "{}", columns[0]);
        let valid = |endpoint: &crate::api::Endpoint| {
            endpoint.server < api.servers.len()
                && endpoint.auth.is_none_or(|auth| auth < api.auths.len())
        };
        assert!(api.endpoints.iter().all(valid), "{}", columns[0]);
        println!("{}: {} endpoints, {} notes", columns[0], api.endpoints.len(), diagnostics.len());
        counted += api.endpoints.len();
    }
    println!("{counted} endpoints");
}
