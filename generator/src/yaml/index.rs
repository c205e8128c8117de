//! Where each value of a text is.

use std::collections::HashMap;
use std::ops::Range;

use super::compose::{self, Spans};

/// The range of bytes of each value, by its JSON pointer. A text that is not YAML has those before the fault.
pub(crate) fn index(text: &str) -> HashMap<String, Range<usize>> {
    let mut found = Found(HashMap::new());
    // an error has been reported by whoever read the text
    let _ = compose::compose(text, &mut found);
    found.0
}

struct Found(HashMap<String, Range<usize>>);

impl Spans for Found {
    const WANTED: bool = true;

    fn add(&mut self, pointer: String, span: Range<usize>) {
        self.0.insert(pointer, span);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_their_pointers() {
        let text = "é: ü\nlist:\n  - a/b: [1, two]\n  - \"q\"\n";
        let index = index(text);
        let found = |pointer: &str| index.get(pointer).map(|span| &text[span.clone()]);
        assert_eq!(found("/é"), Some("ü"));
        assert_eq!(found("/list/0/a~1b/1"), Some("two"));
        assert_eq!(found("/list/1"), Some("\"q\""));
        assert_eq!(found("/list/2"), None);
        assert!(index.contains_key("") && index.contains_key("/list"));
    }
}
