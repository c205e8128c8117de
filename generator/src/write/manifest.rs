//! Which files are ours, and as which bytes we wrote them.
//!
//! The manifest has one line for each file, sorted, in the form that `sha256sum -c` reads. Private files stand in a
//! manifest of their own, which is private too: the hash of a short secret gives the secret away.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// The manifest's name in the crate.
pub const MANIFEST: &str = ".postman-generated";
/// The name of the manifest of private files.
pub const PRIVATE_MANIFEST: &str = ".postman-generated.private";

const HEADER: &str =
    "# The files that the generator wrote, as it wrote them. It leaves every other file alone.\n";

/// A file's hash in hexadecimal digits.
pub(super) type Hash = String;

/// Paths and hashes. A path has two hashes while a run is under way: that of before and that of after.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) files: BTreeMap<String, Vec<Hash>>,
}

impl Manifest {
    /// Reads a manifest. Lines that are none (marks of a merge conflict, paths that lead elsewhere) own nothing.
    pub(super) fn parse(text: &[u8]) -> Manifest {
        let mut manifest = Manifest::default();
        for line in String::from_utf8_lossy(text).lines() {
            if let Some((hash, path)) = line.split_once("  ")
                && hash.len() == 64
                && super::is_inside(path)
            {
                manifest.add(path, hash.to_owned());
            }
        }
        manifest
    }

    pub(super) fn add(&mut self, path: &str, hash: Hash) {
        let hashes = self.files.entry(path.to_owned()).or_default();
        if !hashes.contains(&hash) {
            hashes.push(hash);
        }
    }

    /// Whether a run was interrupted while it put files into place: some file has two hashes.
    pub(super) fn is_interrupted(&self) -> bool {
        self.files.values().any(|hashes| hashes.len() > 1)
    }

    /// Whether these bytes are what we wrote at this path.
    pub(super) fn owns(&self, path: &str, contents: &[u8]) -> bool {
        self.files.get(path).is_some_and(|hashes| hashes.contains(&hash(contents)))
    }

    /// Both manifests together.
    pub(super) fn union(&self, other: &Manifest) -> Manifest {
        let mut union = self.clone();
        for (path, hashes) in &other.files {
            hashes.iter().for_each(|hash| union.add(path, hash.clone()));
        }
        union
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut text = HEADER.to_owned();
        for (path, hashes) in &self.files {
            for hash in hashes {
                // Writing to a text cannot fail.
                let _ = writeln!(text, "{hash}  {path}");
            }
        }
        text.into_bytes()
    }
}

pub(super) fn hash(contents: &[u8]) -> Hash {
    let digit = |half: u8| char::from_digit(u32::from(half), 16);
    let digest = Sha256::digest(canonical(contents));
    digest.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).flatten().collect()
}

/// Whether two contents are the same file. A version control system may have changed the ends of the lines.
pub(super) fn same(one: &[u8], other: &[u8]) -> bool {
    one == other || canonical(one) == canonical(other)
}

fn canonical(contents: &[u8]) -> Cow<'_, [u8]> {
    if !contents.contains(&b'\r') {
        return Cow::Borrowed(contents);
    }
    let follows = contents.iter().skip(1).map(Some).chain([None]);
    let kept = contents
        .iter()
        .zip(follows)
        .filter(|(byte, next)| !(**byte == b'\r' && *next == Some(&b'\n')));
    Cow::Owned(kept.map(|(byte, _)| *byte).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_survives_writing_and_reading() {
        let mut manifest = Manifest::default();
        manifest.add("src/lib.rs", hash(b"x"));
        manifest.add("Cargo.toml", hash(b"y"));
        let text = manifest.to_bytes();
        assert_eq!(Manifest::parse(&text), manifest);
        let lines: Vec<&[u8]> = text.split(|byte| *byte == b'\n').collect();
        assert!(lines[1].ends_with(b"  Cargo.toml") && lines[2].ends_with(b"  src/lib.rs"));
    }

    #[test]
    fn a_manifest_owns_nothing_outside_the_crate() {
        let hash = hash(b"");
        for path in ["../x", "/etc/x", "a/../../x", "", "a//b", "./a", "a\\..\\b"] {
            assert_eq!(
                Manifest::parse(format!("{hash}  {path}\n").as_bytes()),
                Manifest::default(),
                "{path}"
            );
        }
    }

    #[test]
    fn ends_of_lines_do_not_count() {
        assert!(same(b"a\r\nb\r\n", b"a\nb\n"));
        assert_eq!(hash(b"a\r\nb"), hash(b"a\nb"));
        assert!(!same(b"a\rb", b"ab"));
    }
}
