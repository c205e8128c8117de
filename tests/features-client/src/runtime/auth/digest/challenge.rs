// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Digest challenges of a server.

use super::super::parameters::Resolved;
use super::response::{DigestAlgorithm, Protection};

/// A challenge of the `Digest` scheme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Challenge {
    /// The realm.
    pub realm: String,
    /// The server's nonce.
    pub nonce: String,
    /// The opaque string, which is sent back unchanged.
    pub opaque: String,
    /// The algorithm, if the challenge names one.
    pub algorithm: Option<String>,
    /// The qualities of protection that the server accepts, separated by commas.
    pub qop: String,
    /// Whether the server refused the last response only because its nonce was too old.
    pub stale: bool,
}

impl Challenge {
    /// Builds the challenge from saved parameters.
    pub fn saved(given: &Resolved<'_>) -> Self {
        let text = |name| given.text(name).to_owned();
        Self {
            realm: text("realm"),
            nonce: text("nonce"),
            opaque: text("opaque"),
            ..Self::default()
        }
    }

    /// Chooses the quality of protection: `wanted`, or else the best one that both the server and
    /// the body allow. `body` is `None` if the body cannot be read before it is sent.
    pub fn protection(&self, wanted: &str, body: Option<&[u8]>) -> Protection {
        let offered: Vec<_> = self.qop.split(',').map(str::trim).collect();
        let offers = |kind: &str| offered.iter().any(|offer| offer.eq_ignore_ascii_case(kind));
        match wanted {
            "auth" => Protection::Auth,
            "auth-int" if body.is_some() || !offers("auth") => Protection::AuthInt,
            _ if offers("auth") => Protection::Auth,
            _ if offers("auth-int") => Protection::AuthInt,
            _ => Protection::Legacy,
        }
    }

    fn set(&mut self, name: &str, value: String) {
        match name.to_ascii_lowercase().as_str() {
            "realm" => self.realm = value,
            "nonce" => self.nonce = value,
            "opaque" => self.opaque = value,
            "algorithm" => self.algorithm = Some(value),
            "qop" => self.qop = value,
            "stale" => self.stale = value.eq_ignore_ascii_case("true"),
            _ => {}
        }
    }
}

/// Chooses one of several challenges: the first with the wanted algorithm, or else the first that
/// this client supports.
pub fn choose(offered: Vec<Challenge>, wanted: &str) -> Option<Challenge> {
    let has = |challenge: &Challenge| {
        challenge.algorithm.as_deref().unwrap_or("MD5").eq_ignore_ascii_case(wanted)
    };
    let known = |challenge: &Challenge| {
        challenge.algorithm.as_deref().is_none_or(|name| DigestAlgorithm::parse(name).is_ok())
    };
    let position = offered.iter().position(|challenge| has(challenge) && known(challenge));
    let position = position.or_else(|| offered.iter().position(known))?;
    offered.into_iter().nth(position)
}

/// Parses the `Digest` challenges of a `WWW-Authenticate` header, which may contain other schemes
/// too. An `Authorization` header has the same syntax.
pub fn parse(header: &str) -> Vec<Challenge> {
    let mut found = Vec::new();
    let mut in_digest = false;
    let mut rest = header;
    while let Some((word, after)) = next_word(rest) {
        match after.trim_start().strip_prefix('=') {
            Some(after) => {
                let (value, after) = next_value(after.trim_start());
                if let (true, Some(challenge)) = (in_digest, found.last_mut()) {
                    Challenge::set(challenge, word, value);
                }
                rest = after;
            }
            None => {
                // A word that is not followed by `=` is the name of a scheme.
                in_digest = word.eq_ignore_ascii_case("digest");
                if in_digest {
                    found.push(Challenge::default());
                }
                rest = after;
            }
        }
    }
    found.retain(|challenge| !challenge.nonce.is_empty());
    found
}

fn next_word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches(|c: char| c == ',' || c.is_whitespace());
    let end = text.find(|c: char| c == ',' || c == '=' || c.is_whitespace()).unwrap_or(text.len());
    // A stray `=` makes the rest ambiguous, so parsing stops there.
    (end > 0).then(|| text.split_at(end))
}

/// Splits off a token or quoted string, and returns the rest.
fn next_value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(|c: char| c == ',' || c.is_whitespace()).unwrap_or(text.len());
        return (text[..end].to_owned(), &text[end..]);
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (value, &quoted[at + 1..]),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            _ => value.push(character),
        }
    }
    (value, "")
}
