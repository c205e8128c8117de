//! The generator for build scripts and other programs.

use std::path::{Path, PathBuf};

use crate::build_script;
use crate::diagnostics::Severity;
use crate::documents;
use crate::emit;
use crate::error::Error;
use crate::load::{COLLECTIONS, Inputs, Loader};
use crate::rust::Host;
use crate::write::{self, Overwrite, Report, Stale};
use crate::{Output, generate, generate_module};

/// Reads collections, and writes or checks the crate made of them.
///
/// ```no_run
/// # fn main() -> Result<(), generator::Error> {
/// generator::Generator::new()
///     .collection("collections/zoom.json")
///     .environment("production.postman_environment.json")
///     .name("zoom")
///     .write("zoom-client")?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Generator {
    collections: Vec<PathBuf>,
    environments: Vec<PathBuf>,
    overrides: Option<PathBuf>,
    name: Option<String>,
    features: Vec<String>,
    overwrite: Overwrite,
    shown: Option<Severity>,
}

impl Generator {
    /// A generator that uses every collection in `collections/` until one is named.
    pub fn new() -> Generator {
        Generator::default()
    }

    /// Adds a collection: an export, a v3 directory, or a repository, which stands for all its collections.
    pub fn collection(mut self, path: impl Into<PathBuf>) -> Generator {
        self.collections.push(path.into());
        self
    }

    /// Adds an environment or globals, JSON or YAML. Its values take precedence over those of files added earlier.
    pub fn environment(mut self, path: impl Into<PathBuf>) -> Generator {
        self.environments.push(path.into());
        self
    }

    /// Takes the overrides from this file, not from the one beside the collection.
    pub fn overrides(mut self, path: impl Into<PathBuf>) -> Generator {
        self.overrides = Some(path.into());
        self
    }

    /// Names the crate. Without it the overrides do, else the last part of its directory is its name.
    pub fn name(mut self, name: impl Into<String>) -> Generator {
        self.name = Some(name.into());
        self
    }

    /// Says which files may be overwritten and removed.
    pub fn overwrite(mut self, overwrite: Overwrite) -> Generator {
        self.overwrite = overwrite;
        self
    }

    /// Shows messages of at least this severity as warnings of cargo, in a build script. Without it, notes are shown as well.
    pub fn cargo_warnings(mut self, least: Severity) -> Generator {
        self.shown = Some(least);
        self
    }

    /// Reads all files for a crate in this directory.
    ///
    /// # Errors
    ///
    /// When files cannot be read, or one file of overrides is given for several collections.
    pub fn inputs(&self, dir: &Path) -> Result<Inputs, Error> {
        let mut loader = Loader { overrides: self.overrides.clone(), ..Loader::default() };
        loader.inputs.name.clone_from(&self.name);
        loader.inputs.folder = last_part(dir);
        if self.collections.is_empty() {
            loader.directory(Path::new(COLLECTIONS));
            if loader.inputs.collections.is_empty() && loader.faults.is_empty() {
                return Err(Error::NoCollections { dir: COLLECTIONS.into() });
            }
        }
        self.collections.iter().for_each(|path| loader.collection(path));
        self.environments.iter().for_each(|path| loader.environment(path));
        let collections = loader.inputs.collections.len();
        if let Some(path) = self.overrides.clone().filter(|_| collections > 1) {
            return Err(Error::SharedOverrides { path, collections });
        }
        if loader.faults.is_empty() {
            return Ok(loader.inputs);
        }
        // one run reports all faults, those inside the files that can be read too
        if let Err(Error::Inputs(faults)) = documents::read(&loader.inputs) {
            loader.faults.extend(faults);
        }
        Err(Error::Inputs(loader.faults))
    }

    /// Makes the files of a crate in this directory, without writing them.
    pub fn output(&self, dir: impl AsRef<Path>) -> Result<Output, Error> {
        generate(&self.inputs(dir.as_ref())?)
    }

    /// Writes the crate.
    pub fn write(&self, dir: impl AsRef<Path>) -> Result<Report, Error> {
        let output = self.told(&self.inputs(dir.as_ref())?, generate)?;
        Ok(write::write(&output.files, dir.as_ref(), self.overwrite)?)
    }

    /// Switches on features of a module: its transport, `blocking`, `files` and so on. The default is `light-idna` and
    /// `rustls`. Features that the collections' credentials need are always on. Users of a crate choose its features in
    /// their own manifest instead.
    pub fn features<'a>(mut self, features: impl IntoIterator<Item = &'a str>) -> Generator {
        self.features.extend(features.into_iter().map(str::to_owned));
        self
    }

    /// Writes the client as a module of another crate: `mod.rs`, for `include!`, and the files beside it. `path` is where the module
    /// is in that crate: `zoom`, `api::zoom`.
    ///
    /// In a build script:
    ///
    /// ```no_run
    /// # fn main() -> Result<(), generator::Error> {
    /// println!("cargo::rerun-if-changed=zoom.json");
    /// let out = std::path::PathBuf::from(std::env::var_os("OUT_DIR").expect("Cargo sets it"));
    /// generator::Generator::new().collection("zoom.json").write_module(out.join("zoom"), "zoom")?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// In the crate's `lib.rs` or `main.rs`:
    ///
    /// ```ignore
    /// /// The client.
    /// pub mod zoom {
    ///     include!(concat!(env!("OUT_DIR"), "/zoom/mod.rs"));
    /// }
    /// ```
    ///
    /// The crate's manifest needs the lines that `dependencies.toml` beside `mod.rs` holds.
    pub fn write_module(&self, dir: impl AsRef<Path>, path: &str) -> Result<Report, Error> {
        let features = if self.features.is_empty() {
            ["light-idna", "rustls"].map(str::to_owned).to_vec()
        } else {
            self.features.clone()
        };
        let host = Host { path: path.to_owned(), features };
        let mut inputs = self.inputs(dir.as_ref())?;
        // the examples of the documentation name the crate around
        inputs.name = inputs.name.or_else(|| std::env::var("CARGO_PKG_NAME").ok());
        let output = self.told(&inputs, |inputs| generate_module(inputs, &host))?;
        Ok(write::write(&output.files, dir.as_ref(), self.overwrite)?)
    }

    /// Generates; in a build script, cargo hears which files it depends on, and what there is to say.
    fn told(
        &self,
        inputs: &Inputs,
        generate: impl FnOnce(&Inputs) -> Result<Output, Error>,
    ) -> Result<Output, Error> {
        let output = generate(inputs);
        if build_script::is_running() {
            let diagnostics = output.as_ref().map(|output| output.diagnostics.as_slice());
            let least = self.shown.unwrap_or(Severity::Note);
            let shown = diagnostics.unwrap_or_default().iter();
            let shown = shown.filter(|(_, found)| found.kind.severity() >= least);
            build_script::tell(inputs, &shown.collect::<Vec<_>>());
        }
        output
    }

    /// The files of the crate on disk that are not as they should be.
    pub fn check(&self, dir: impl AsRef<Path>) -> Result<Vec<Stale>, Error> {
        let output = self.told(&self.inputs(dir.as_ref())?, generate)?;
        Ok(write::check(&output.files, dir.as_ref())?)
    }
}

/// The last part of a directory's path; that of `.` is its real one.
fn last_part(dir: &Path) -> String {
    let real = || dir.canonicalize().ok()?.file_name().map(ToOwned::to_owned);
    let name = dir.file_name().map(ToOwned::to_owned).or_else(real);
    name.unwrap_or_default().to_string_lossy().into_owned()
}

/// Libraries that come with Rust: a crate of such a name hides them from its own tests and examples.
const STANDARD: &[&str] = &["std", "core", "alloc", "proc_macro", "test"];

/// Whether a client can have the name: an identifier, with `-` in it or not, that is no keyword and no library that it uses.
pub fn is_crate_name(name: &str) -> bool {
    let word =
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    let letter_first = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let library = name.replace('-', "_");
    let taken = STANDARD.contains(&library.as_str()) || emit::is_dependency(&library);
    word && letter_first && !taken && syn::parse_str::<syn::Ident>(&library).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_crates() {
        for name in ["generated-client", "a", "zoom_2"] {
            assert!(is_crate_name(name), "{name}");
        }
        for name in [
            "",
            "2x",
            "-a",
            "_a",
            "a b",
            "é",
            "fn",
            "self",
            "test",
            "a/b",
            "a.b",
            "std",
            "serde_json",
            "percent-encoding",
        ] {
            assert!(!is_crate_name(name), "{name}");
        }
        assert_eq!(last_part(Path::new("x/y-client/")), "y-client");
        assert!(!last_part(Path::new(".")).is_empty());
    }
}
