//! Texts that fill a place and say nothing: converters write `quis officia in reprehenderit` where no example was given.

/// The words of such texts, sorted.
const WORDS: &[&str] = &[
    "ad",
    "adipiscing",
    "adipisicing",
    "aliqua",
    "aliquip",
    "amet",
    "anim",
    "aute",
    "cillum",
    "commodo",
    "consectetur",
    "consequat",
    "culpa",
    "cupidatat",
    "deserunt",
    "do",
    "dolor",
    "dolore",
    "duis",
    "ea",
    "eiusmod",
    "elit",
    "enim",
    "esse",
    "est",
    "et",
    "eu",
    "ex",
    "excepteur",
    "exercitation",
    "fugiat",
    "id",
    "in",
    "incididunt",
    "ipsum",
    "irure",
    "labore",
    "laboris",
    "laborum",
    "lorem",
    "magna",
    "minim",
    "mollit",
    "nisi",
    "non",
    "nostrud",
    "nulla",
    "occaecat",
    "officia",
    "pariatur",
    "proident",
    "qui",
    "quis",
    "reprehenderit",
    "sed",
    "sint",
    "sit",
    "sunt",
    "tempor",
    "ullamco",
    "ut",
    "velit",
    "veniam",
    "voluptate",
];
/// So many letters are enough for one word alone: shorter ones are words of other languages too.
const TELLING: usize = 6;

/// Whether the text says nothing.
pub fn is_filler(text: &str) -> bool {
    // the last word may be cut
    let text = text.trim().trim_end_matches('.');
    let (whole, last) = text.rsplit_once(' ').unwrap_or(("", text));
    let is_known = |word: &str| {
        WORDS.binary_search(&word.to_ascii_lowercase().trim_end_matches([',', '.'])).is_ok()
    };
    let ends = last.to_ascii_lowercase();
    let starts_one =
        !whole.is_empty() && !ends.is_empty() && WORDS.iter().any(|word| word.starts_with(&*ends));
    text.len() >= TELLING
        && whole.split_ascii_whitespace().all(is_known)
        && (is_known(last) || starts_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_says_nothing() {
        assert!(WORDS.is_sorted());
        assert!(
            ["quis officia in reprehenderit", "fugiat Excepteur of", "Lorem ipsum.", "laboris"]
                .map(is_filler)
                == [true; 4]
        );
        assert!(
            ["id", "do it", "non", "ada@example.org", "", "quis officia in Rust", "labo"]
                .map(is_filler)
                == [false; 7]
        );
    }
}
