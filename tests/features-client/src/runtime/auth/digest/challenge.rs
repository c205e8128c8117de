// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What a server asks for.

use super::super::parameters::Resolved;
use super::response::{DigestAlgorithm, Protection};

/// A challenge of the scheme `Digest`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Challenge {
    /// The realm.
    pub realm: String,
    /// The server's nonce.
    pub nonce: String,
    /// What the server wants back unchanged.
    pub opaque: String,
    /// The algorithm, when it is named.
    pub algorithm: Option<String>,
    /// The kinds of protection that the server takes, separated by commas.
    pub qop: String,
    /// Whether an answer was refused for the age of its nonce alone.
    pub stale: bool,
}

impl Challenge {
    /// The challenge that saved parameters stand for.
    pub fn saved(given: &Resolved<'_>) -> Self {
        let text = |name| given.text(name).to_owned();
        Self {
            realm: text("realm"),
            nonce: text("nonce"),
            opaque: text("opaque"),
            ..Self::default()
        }
    }

    /// The protection to use: the wanted one, else the best that the server takes and the body (`None`: it cannot be read before it is
    /// sent) allows.
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

/// Of several challenges: the first with the wanted algorithm, else the first that can be answered.
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

/// The challenges of the scheme `Digest` in a value of `WWW-Authenticate`, which may name other schemes too. (An
/// `Authorization` header has the same form.)
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
                // A word that nothing is assigned to is the name of a scheme.
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
    // A stray `=` ends the reading: what follows it cannot be told.
    (end > 0).then(|| text.split_at(end))
}

/// A token or a quoted string, and what follows it.
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
