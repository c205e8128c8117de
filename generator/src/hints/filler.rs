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
    let mut letters = 0;
    let mut words = text.split_ascii_whitespace();
    let known = words.all(|word| {
        letters += word.len();
        WORDS.binary_search(&word.to_ascii_lowercase().trim_end_matches(['.', ','])).is_ok()
    });
    known && letters >= TELLING
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_says_nothing() {
        assert!(WORDS.is_sorted());
        assert!(
            ["quis officia in reprehenderit", "fugiat Excepteur of".trim_end_matches(" of"), "Lorem ipsum.", "laboris"].map(is_filler)
                == [true; 4]
        );
        assert!(["id", "do it", "non", "ada@example.org", "", "quis officia in Rust"].map(is_filler) == [false; 6]);
    }
}
