// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The parameters of a scheme: those that the caller gave, over those that the collection fixes.
//!
//! Both use Postman's words (`consumerKey`, `addParamsToHeader` …), so that one lookup serves the typed constructors,
//! a saved list of parameters and the settings that stand in the emitted crate.

use std::borrow::Cow;
use std::fmt;

/// Named parameters of a scheme. `Debug` shows their names only: most values are secrets.
#[derive(Clone, Default)]
pub struct Parameters(Vec<(Cow<'static, str>, String)>);

impl Parameters {
    /// Takes over a saved list. Of two values with one name the last counts.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        Self(pairs.iter().map(|(name, value)| (Cow::Owned(name.clone()), value.clone())).collect())
    }

    /// Sets a parameter, replacing an earlier value.
    pub fn set(&mut self, name: &'static str, value: impl Into<String>) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((Cow::Borrowed(name), value.into()));
    }

    /// A view in which these parameters win over `settings`.
    pub fn over<'a>(&'a self, settings: &'a [(&'a str, &'a str)]) -> Resolved<'a> {
        Resolved { own: self, settings }
    }
}

impl fmt::Debug for Parameters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

/// Own parameters over settings: what a scheme reads while it signs.
#[derive(Clone, Copy)]
pub struct Resolved<'a> {
    own: &'a Parameters,
    settings: &'a [(&'a str, &'a str)],
}

impl<'a> Resolved<'a> {
    /// The value of a parameter, when it is there at all.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        let own = self
            .own
            .0
            .iter()
            .rev()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str());
        own.or_else(|| {
            self.settings.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
        })
    }

    /// The value of a parameter; an absent one is empty.
    pub fn text(&self, name: &str) -> &'a str {
        self.get(name).unwrap_or("")
    }

    /// The value of a parameter unless it is absent or empty.
    pub fn filled(&self, name: &str) -> Option<&'a str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// Whether a switch is on.
    pub fn flag(&self, name: &str) -> bool {
        self.get(name) == Some("true")
    }
}
