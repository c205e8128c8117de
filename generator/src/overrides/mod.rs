//! Overrides: what a person says of a collection where guesses are not good enough.
//!
//! A file of TOML, called as the collection and beside it. Whatever it names has to be there, so that an entry does not
//! lose its effect unseen:
//!
//! ```toml
//! [crate]
//! name = "zoom-client"
//! version = "1.4.0"
//!
//! [client.bearer_token]
//! rename = "access_token"
//!
//! [folders."IM Groups"]
//! rename = "groups"
//!
//! [requests."Users/Create users"]
//! rename = "CreateUser"
//! form.action.required = true
//! form."/user_info/type" = { type = "enum", values = ["1", "2"] }
//! response.201."/created_at".type = "date-time"
//! ```
//!
//! This room reads the file (`document`), finds what its keys name (`keys`, `bind`), and says it to each stage in the stage's
//! own words: to `resolve` what is secret or left out, to `name` what is called otherwise; what is said of a place is put to
//! what `infer` found there (`tell`) and travels with it. `package` is for the manifest.

mod bind;
mod clash;
pub mod document;
mod error;
mod fit;
pub mod keys;
mod package;
mod tell;

use std::ops::Range;

pub use bind::{Bound, bind};
pub use document::Document;
pub(crate) use error::Found;
pub use error::{OverridesError, Problem, What};

use crate::rust::Manifest;
use crate::source;

/// A file of overrides, read.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// What it says.
    pub document: Document,
    text: String,
}

impl Overrides {
    /// Reads a file.
    pub fn read(bytes: &[u8]) -> Result<Overrides, OverridesError> {
        let text = source::decode(bytes).map_err(|_| located("", Problem::NotUtf8, 0..0))?;
        match toml::from_str(text) {
            Ok(document) => Ok(Overrides { document, text: text.to_owned() }),
            Err(error) => {
                let problem = Problem::Syntax { message: error.message().to_owned() };
                Err(located(text, problem, error.span().unwrap_or_default()))
            }
        }
    }

    /// Whether it says anything of the crate.
    pub fn describes_crate(&self) -> bool {
        toml::from_str::<toml::Table>(&self.text).is_ok_and(|table| table.contains_key("crate"))
    }

    /// What the manifest of the crate says.
    pub fn manifest(&self) -> Result<Manifest, Vec<OverridesError>> {
        let (manifest, faults) = package::manifest(&self.document.package);
        if faults.is_empty() { Ok(manifest) } else { Err(self.locate(faults)) }
    }

    /// The error of a file whose `[crate]` is one too many.
    pub fn second_crate(&self) -> OverridesError {
        let start = self.text.find("[crate]").unwrap_or_default();
        located(&self.text, Problem::SecondCrate, start..start + "[crate]".len())
    }

    /// Finds the places of faults for people.
    pub(crate) fn locate(&self, faults: Vec<Found>) -> Vec<OverridesError> {
        faults.into_iter().map(|found| located(&self.text, found.problem, found.span)).collect()
    }
}

fn located(text: &str, problem: Problem, span: Range<usize>) -> OverridesError {
    OverridesError { problem, position: source::position(text, span) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_readme_shows_can_be_read() {
        let readme = include_str!("../../../README.md");
        let block = readme.split("```toml\n").find(|block| block.starts_with("[crate]"));
        let example = block.and_then(|block| block.split("```").next()).expect("an example");
        let overrides = Overrides::read(example.as_bytes()).expect("overrides");
        assert_eq!(overrides.document.requests.len(), 2);
        assert!(overrides.describes_crate() && overrides.manifest().is_ok());
    }

    #[test]
    fn faults_have_places() {
        let place = |text: &str| {
            Overrides::read(text.as_bytes())
                .map_err(|error| (error.position.line, error.position.column))
                .err()
        };
        assert_eq!(place("[requests.1]\nskip = 5\n"), Some((2, 8)));
        assert_eq!(place("[requests.1]\nskip = true\n[requests.1]\n"), Some((3, 11)));
        assert_eq!(place("[crate"), Some((1, 7)));
        assert_eq!(place("\u{feff}[crate]\nname = \"x\"\n"), None);
        assert!(matches!(
            Overrides::read(b"\xff\xfe[\0").map_err(|error| error.problem),
            Err(Problem::NotUtf8)
        ));
    }
}
