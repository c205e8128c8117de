// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Dynamic variables: `{{$guid}}`, `{{$timestamp}}`, `{{$randomEmail}}` … All of Postman's names
//! are supported, and each use gets a new value.
//!
//! Most of them are *recipes* (`recipes.rs`): a short pattern over the word lists of `words.rs`.
//! Those that depend on the clock are made here.

pub mod clock;
pub mod recipes;
mod words;

use std::hash::{BuildHasher, Hasher};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The depth to which recipes may refer to each other. The tables need three levels.
const DEPTH: usize = 6;

/// A generator of dynamic values. A clone generates the same values, so that a text can be filled
/// in twice with equal results.
#[derive(Debug, Clone)]
pub struct Dynamic {
    state: u64,
    now: Duration,
}

impl Dynamic {
    /// Creates a generator with a random seed and a fixed clock.
    pub fn random() -> Self {
        let start = std::hash::RandomState::new().build_hasher().finish();
        Self::seeded(start, SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default())
    }

    /// Creates a generator with this seed and time.
    pub fn seeded(state: u64, now: Duration) -> Self {
        Self { state, now }
    }

    /// Returns a value of the dynamic variable `name` (with its `$`), or `None` if Postman has no
    /// such variable.
    pub fn make(&mut self, name: &str) -> Option<String> {
        let name = name.strip_prefix('$')?;
        let day = Duration::from_secs(86_400);
        Some(match name {
            "timestamp" => (self.now + Duration::from_millis(500)).as_secs().to_string(),
            "isoTimestamp" => clock::iso(self.now),
            "randomDatePast" => clock::long(self.now.saturating_sub(self.within(day * 365))),
            "randomDateFuture" => clock::long(self.now + self.within(day * 365)),
            "randomDateRecent" => clock::long(self.now.saturating_sub(self.within(day))),
            _ => {
                let (_, recipe) = recipes::RECIPES.iter().find(|(known, _)| *known == name)?;
                self.cook(recipe, DEPTH)
            }
        })
    }

    /// Returns a number below `bound`, or 0 if `bound` is 0.
    fn below(&mut self, bound: u64) -> u64 {
        // SplitMix64: small, and good enough for sample data. Nothing here is a secret.
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)).checked_rem(bound).unwrap_or(0)
    }

    fn within(&mut self, span: Duration) -> Duration {
        Duration::from_secs(self.below(span.as_secs()))
    }

    /// Follows a recipe: `#` is a digit, `{list}` a word of a list or another recipe, `{list*3}`
    /// three of them without a space, `{list*2-5}` two to five of them with spaces, `{10-99}` a
    /// number. Everything else is literal.
    fn cook(&mut self, recipe: &str, depth: usize) -> String {
        let mut dish = String::new();
        let mut rest = recipe;
        while let Some(at) = rest.find(['#', '{']) {
            dish.push_str(&rest[..at]);
            rest = &rest[at..];
            if let Some((inner, after)) =
                rest.strip_prefix('{').and_then(|text| text.split_once('}'))
            {
                self.ingredient(inner, depth, &mut dish);
                rest = after;
            } else {
                dish.push_str(&self.below(10).to_string());
                rest = &rest[1..];
            }
        }
        dish.push_str(rest);
        dish
    }

    fn ingredient(&mut self, inner: &str, depth: usize, dish: &mut String) {
        if let Some((low, high)) = range(inner) {
            return dish.push_str(&self.between(low, high).to_string());
        }
        let (list, times, gap) = match inner.split_once('*') {
            None => (inner, 1, ""),
            Some((list, count)) => match range(count) {
                Some((low, high)) => (list, self.between(low, high), " "),
                None => (list, count.parse().unwrap_or(1), ""),
            },
        };
        for round in 0..times {
            if round > 0 {
                dish.push_str(gap);
            }
            dish.push_str(&self.word(list, depth));
        }
    }

    fn word(&mut self, list: &str, depth: usize) -> String {
        if let Some((_, words)) = words::LISTS.iter().find(|(name, _)| *name == list) {
            let count = words.split('|').count() as u64;
            let chosen = usize::try_from(self.below(count)).unwrap_or(0);
            return words.split('|').nth(chosen).unwrap_or_default().to_owned();
        }
        match recipes::RECIPES.iter().find(|(name, _)| *name == list) {
            Some((_, recipe)) if depth > 0 => self.cook(recipe, depth - 1),
            _ => String::new(),
        }
    }

    fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high.saturating_sub(low) + 1)
    }
}

fn range(text: &str) -> Option<(u64, u64)> {
    let (low, high) = text.split_once('-')?;
    Some((low.parse().ok()?, high.parse().ok()?))
}
