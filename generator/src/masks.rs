//! Secrets that no message may show.

/// The secrets of a run. `Debug` does not show them either.
#[derive(Clone, Default, PartialEq)]
pub struct Masks(Vec<String>);

impl std::fmt::Debug for Masks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Masks({})", self.0.len())
    }
}

/// A shorter secret is not looked for: too much else would be hidden.
const SHORTEST: usize = 3;

/// At the end of a piece of a line, so many bytes of a secret are taken for its start.
const CUT: usize = 4;

impl Masks {
    /// Adds a secret.
    pub fn add(&mut self, secret: &str) {
        if secret.len() < SHORTEST || self.0.iter().any(|known| known == secret) {
            return;
        }
        self.0.push(secret.to_owned());
        let escaped = serde_json::to_string(secret).unwrap_or_default();
        let escaped = escaped.trim_matches('"');
        if escaped != secret {
            self.0.push(escaped.to_owned());
        }
    }

    /// Adds the secrets of another run.
    pub fn extend(&mut self, other: Masks) {
        other.0.iter().for_each(|secret| self.add(secret));
    }

    /// Puts `*` for each byte of a secret in a piece of a line, so that positions in it stay. A secret may be cut at
    /// either end of the piece.
    pub fn hide(&self, text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        let mut cover = |start: usize, length: usize| bytes[start..start + length].fill(b'*');
        let (inner, lead) = match text.strip_prefix('…') {
            Some(rest) => (rest.trim_end_matches('…'), '…'.len_utf8()),
            None => (text.trim_end_matches('…'), 0),
        };
        for secret in &self.0 {
            text.match_indices(secret.as_str()).for_each(|(at, _)| cover(at, secret.len()));
            let cuts = || (CUT..secret.len()).rev().filter(|at| secret.is_char_boundary(*at));
            if let Some(cut) = cuts().find(|cut| inner.ends_with(&secret[..*cut])) {
                cover(lead + inner.len() - cut, cut);
            }
            let starts = |cut: &usize| inner.starts_with(&secret[secret.len() - cut..]);
            let tails =
                (CUT..secret.len()).rev().filter(|cut| secret.is_char_boundary(secret.len() - cut));
            if lead > 0
                && let Some(cut) = tails.into_iter().find(starts)
            {
                cover(lead, cut);
            }
        }
        String::from_utf8(bytes).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Masks;

    #[test]
    fn hides_secrets_and_their_parts() {
        let mut masks = Masks::default();
        masks.add("sesame\"é");
        assert_eq!(masks.hide("a sesame\"é b"), "a ********* b");
        assert_eq!(masks.hide(r#"a sesame\"é b"#), "a ********** b");
        assert_eq!(masks.hide("…ame\"é b sesa…"), "…****** b ****…");
        assert_eq!(format!("{masks:?}"), "Masks(2)");
    }
}
