//! Keys that any envelope has.

/// Words that say nothing about the object that has them.
const WORDS: &str = " data datum item items result results response body content contents payload value values record records \
    entry entries row rows list object objects success ok message messages msg status status_code code error errors meta \
    metadata paging pagination page pages per_page page_size page_number size limit offset count total total_count \
    total_pages total_items total_results next prev previous first last self links link included relationships attributes \
    properties id type kind cursor next_cursor prev_cursor next_page next_page_token has_more has_next timestamp time \
    request_id version jsonrpc href url stat incomplete_results \
    edges nodes node page_info etag total_elements number_of_elements sort pageable empty page_count odata_context jsonapi ";

/// Whether a key is one that any envelope has.
pub(super) fn is_word(key: &str) -> bool {
    let mut word = String::with_capacity(key.len() + 2);
    word.push(' ');
    let mut after_small = false;
    for letter in key.chars() {
        match letter {
            '_' | '-' | '@' | '$' | '.' => {
                if word.len() > 1 && !word.ends_with('_') {
                    word.push('_');
                }
            }
            letter => {
                if letter.is_uppercase() && after_small {
                    word.push('_');
                }
                word.extend(letter.to_lowercase());
            }
        }
        after_small = letter.is_lowercase();
    }
    word.push(' ');
    WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::is_word;

    #[test]
    fn words_are_read_in_any_case() {
        for word in ["data", "Data", "_links", "next_cursor", "nextCursor", "hasMore", "Id"] {
            assert!(is_word(word), "{word}");
        }
        for word in ["name", "task", "dat", "data items", "orders", ""] {
            assert!(!is_word(word), "{word}");
        }
    }
}
