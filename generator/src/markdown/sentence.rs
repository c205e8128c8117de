//! Where the first sentence of a text ends.

/// Words whose dot ends no sentence.
const ABBREVIATIONS: [&str; 14] =
    ["e.g", "i.e", "eg", "ie", "etc", "vs", "cf", "approx", "no", "nr", "incl", "excl", "mr", "dr"];

/// The index after the mark that ends the first sentence, when more text follows it.
pub(super) fn end(text: &str) -> Option<usize> {
    for (index, char) in text.char_indices() {
        let end = index + char.len_utf8();
        let ends = match char {
            '。' | '！' | '？' => !text[end..].trim().is_empty(),
            '!' | '?' => starts_sentence(&text[end..]),
            '.' => starts_sentence(&text[end..]) && !is_abbreviation(&text[..index]),
            _ => false,
        };
        if ends {
            return Some(end);
        }
    }
    None
}

fn starts_sentence(rest: &str) -> bool {
    let next = rest.trim_start();
    next.len() < rest.len()
        && next.starts_with(|char: char| !char.is_lowercase() && !char.is_ascii_punctuation())
        || next.len() < rest.len() && next.starts_with(['`', '"', '(', '[', '*', '{'])
}

fn is_abbreviation(before: &str) -> bool {
    let start =
        before.rfind(|char: char| char.is_whitespace() || char == '(').map_or(0, |index| index + 1);
    let word = &before[start..];
    // A lone capital is an initial.
    let initial = word.len() == 1 && word.starts_with(|char: char| char.is_ascii_uppercase());
    initial || ABBREVIATIONS.iter().any(|abbreviation| abbreviation.eq_ignore_ascii_case(word))
}

/// The text as a sentence of at most `limit` characters: cut at a word, ended by one mark.
pub(super) fn fit(text: &str, limit: usize) -> String {
    let text = text.trim();
    let Some((cut, _)) = text.char_indices().nth(limit) else {
        return ended(text);
    };
    let kept = match text[..cut].rfind(char::is_whitespace) {
        Some(space) if space > cut / 2 => &text[..space],
        _ => &text[..cut],
    };
    let mut kept = kept
        .trim_end_matches(|char: char| char.is_whitespace() || ".,;:-–(".contains(char))
        .to_owned();
    kept.push('…');
    kept
}

fn ended(text: &str) -> String {
    let bare = text.trim_end_matches(|char: char| char.is_whitespace() || ".,;:-–".contains(char));
    let mut sentence = bare.to_owned();
    if bare.is_empty() {
        return sentence;
    }
    if text.ends_with("...") {
        sentence.push('…');
    } else if !bare.ends_with(['!', '?', '…', '。', '！', '？']) {
        sentence.push('.');
    }
    sentence
}
