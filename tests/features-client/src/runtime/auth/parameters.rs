// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The parameters of a scheme: the caller's take precedence over those that the collection fixes.
//!
//! Both use Postman's names (`consumerKey`, `addParamsToHeader` …), so one lookup serves the typed
//! constructors, a saved list of parameters and the settings in the emitted crate.

use std::borrow::Cow;
use std::fmt;

/// Named parameters of a scheme. `Debug` shows only their names, because most values are secrets.
#[derive(Clone, Default)]
pub struct Parameters(Vec<(Cow<'static, str>, String)>);

impl Parameters {
    /// Takes over a saved list. The last of several values with one name wins.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        Self(pairs.iter().map(|(name, value)| (Cow::Owned(name.clone()), value.clone())).collect())
    }

    /// Sets a parameter unless it is set. Defaults of the typed constructors do not apply to saved
    /// parameters.
    #[cfg(any(feature = "hawk", feature = "jwt", feature = "oauth1"))]
    pub fn or(mut self, name: &'static str, value: &str) -> Self {
        if !self.0.iter().any(|(known, _)| known == name) {
            self.set(name, value);
        }
        self
    }

    /// Sets a parameter, replacing an earlier value.
    pub fn set(&mut self, name: &'static str, value: impl Into<String>) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((Cow::Borrowed(name), value.into()));
    }

    /// Returns a view in which these parameters take precedence over `settings`.
    pub fn over<'a>(&'a self, settings: &'a [(&'a str, &'a str)]) -> Resolved<'a> {
        Resolved { own: self, settings }
    }
}

impl fmt::Debug for Parameters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

/// Parameters over settings: what a scheme reads when it signs.
#[derive(Clone, Copy)]
pub struct Resolved<'a> {
    own: &'a Parameters,
    settings: &'a [(&'a str, &'a str)],
}

impl<'a> Resolved<'a> {
    /// Returns a parameter if it is set.
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

    /// Returns a parameter, or an empty string.
    pub fn text(&self, name: &str) -> &'a str {
        self.get(name).unwrap_or("")
    }

    /// Returns a parameter unless it is absent or empty.
    pub fn filled(&self, name: &str) -> Option<&'a str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// Whether a boolean parameter is on.
    pub fn flag(&self, name: &str) -> bool {
        self.get(name) == Some("true")
    }
}
