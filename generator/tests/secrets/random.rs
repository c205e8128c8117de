//! Random choices that a seed repeats.

/// A generator of numbers (xorshift).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn letters(&mut self, from: &[u8], count: usize) -> String {
        (0..count).map(|_| char::from(self.pick(from))).collect()
    }

    /// A secret that nothing else contains: an ordinary word, or random characters.
    pub(crate) fn marker(&mut self) -> String {
        if self.below(2) == 0 {
            let syllables = 4 + self.below(2);
            return (0..syllables)
                .map(|_| self.letters(b"bdfgklmnprstvz", 1) + &self.letters(b"aeiou", 1))
                .collect();
        }
        let length = 12 + self.below(12);
        self.letters(b"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", length)
    }

    /// A token with a known form.
    pub(crate) fn token(&mut self) -> String {
        let rest =
            self.letters(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 36);
        match self.below(6) {
            0 => format!("ghp_7{rest}"),
            1 => format!("sk_live_7{rest}"),
            2 => format!("glpat-7{rest}"),
            3 => format!("xoxb-7{rest}"),
            4 => format!("shpat_7{rest}"),
            _ => format!("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3{rest}.{}", &rest[..20]),
        }
    }
}

/// Base64 of a text.
pub(crate) fn base64(text: &str) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(text)
}
