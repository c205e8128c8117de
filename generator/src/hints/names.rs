//! What names (and values that are names) say about what stands under them.

/// The words of a name in lower case: `userIDs_v2` is `user`, `ids`, `v2`.
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (index, letter) in letters.iter().enumerate() {
        if !letter.is_alphanumeric() || letter.is_uppercase() && begins_word(&letters, index) {
            words.push(String::new());
        }
        if let (true, Some(word)) = (letter.is_alphanumeric(), words.last_mut()) {
            word.extend(letter.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The letters and digits of a key, in lower case: those of `userId` and `user_id` are equal.
pub fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// A capital begins a word after a small letter or digit, and before one (but for the plural `s` of `IDs`).
fn begins_word(letters: &[char], index: usize) -> bool {
    let small = |at: usize| letters.get(at).is_some_and(|letter| letter.is_lowercase());
    let after_small = index > 0 && (small(index - 1) || letters[index - 1].is_ascii_digit());
    let plural = letters.get(index + 1) == Some(&'s') && !small(index + 2);
    after_small || small(index + 1) && !plural
}

/// The name speaks of an identifier: what looks like a number under it may be text in truth (`zip`, `phone`, `user_id`).
/// The last word decides; counters (`page_number`) are none.
pub fn names_an_identifier(name: &str) -> bool {
    const LAST: &str = " account bic code codes cursor cvc cvv ean ein etag ext extension fax filter guid hash iban id ids isbn \
        key keys keyword label mobile name no num number numbers otp password phone pin postal postcode q query ref reference \
        rev revision search secret serial sha sku slug ssn string tag tel telephone term text title token uid upc uuid value \
        vat version zip zipcode ";
    const COUNTERS: &str =
        " count index item items limit line max min offset page row size start total ";
    let words = words(name);
    let is_in = |list: &str, word: &String| list.contains(&format!(" {word} "));
    let counts = words.iter().any(|word| is_in(COUNTERS, word));
    let run_together = |word: &String| {
        word.len() > 3 && (word.ends_with("id") || word.ends_with("ids")) && !is_english(word)
    };
    words.last().is_some_and(|last| !counts && (is_in(LAST, last) || run_together(last)))
}

/// Words on `-id` that are no identifiers.
fn is_english(word: &str) -> bool {
    const WORDS: [&str; 13] = [
        "avoid", "bids", "grid", "grids", "hybrid", "invalid", "kids", "paid", "prepaid", "said",
        "solid", "unpaid", "valid",
    ];
    WORDS.contains(&word)
}

/// The name speaks of a kind, a state or another choice among few words: its last word does.
pub fn names_a_choice(name: &str) -> bool {
    const LAST: &str = " action actions category channel class condition currency direction encoding environment event events \
        format frequency gender interval kind level method mode order permission permissions phase platform policy priority \
        privacy protocol reason role roles scope severity side sort stage state status strategy style tier type types unit \
        visibility ";
    words(name).last().is_some_and(|last| LAST.contains(&format!(" {last} ")))
}

/// The name speaks of a quantity: digits under it are a number, and no identifier that happens to have no letters.
pub fn names_a_quantity(name: &str) -> bool {
    const WORDS: &str = " age after allowed available balance bytes calls cost count credits day delay duration elapsed entries \
        hour interval items left length limit max min minute ms offset page pages per quota rate remaining requests reset \
        results retry rows runtime seconds size time timeout total used window ";
    !names_an_identifier(name)
        && words(name).iter().any(|word| WORDS.contains(&format!(" {word} ")))
}

/// The value looks like a constant: one word of letters, digits and `_ - . :`, a letter first, no longer than 32.
pub fn is_constant(value: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.:".contains(&byte);
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    value.len() <= 32
        && value.starts_with(|first: char| first.is_ascii_alphabetic())
        && value.bytes().all(fits)
        && 2 * digits <= value.len()
}

/// The words of lorem ipsum, as fakers put them into keys.
const LOREM: &str = " ad adipisicing adipiscing aliqua aliquip amet anim aute cillum commodo consectetur consequat culpa \
    cupidatat deserunt do dolor dolore duis ea eiusmod elit enim esse est et eu ex excepteur exercitation fugiat id in \
    incididunt ipsum irure labore laboris laborum lorem magna minim mollit nisi non nostrud nulla occaecat officia pariatur \
    proident qui quis reprehenderit sed sint sit sunt tempor ullamco ut velit veniam voluptate ";

/// The words among them that are names of members in some language.
const NAMES: &str =
    " ad commodo culpa do ea elit est et ex id in magna minim non nulla qui sed sit tempor ut ";

fn is_in(list: &str, word: &str) -> bool {
    list.contains(&format!(" {} ", word.to_ascii_lowercase()))
}

/// The key is one that fakers make up where any key may stand: `key_0`, or a lorem word and up to three hexadecimal digits
/// (`dolor_3f`, `in_0_d`; right after the word when that has five letters or more, or four and a digit follows:
/// `laborum56`, `aute5e`).
pub fn is_map_mark(key: &str) -> bool {
    let numbered = key.strip_prefix("key_").is_some_and(|rest| rest.parse::<u32>().is_ok());
    // `dolore` is a word of its own, `minima` a name.
    let is_word = is_in(LOREM, key) || key == "minima";
    numbered
        || !is_word
            && lorem_and_digits(key).is_some_and(|(word, apart, digits)| {
                let digit = digits.starts_with(|first: char| first.is_ascii_digit());
                apart || word.len() >= 5 || word.len() == 4 && digit
            })
}

/// A lorem word with up to three hexadecimal digits behind it, and whether a `_` is between them.
fn lorem_and_digits(key: &str) -> Option<(&str, bool, &str)> {
    let lengths = key.len().saturating_sub(4)..key.len();
    lengths.filter(|length| key.is_char_boundary(*length)).find_map(|length| {
        let (word, suffix) = key.split_at(length);
        let digits = suffix.strip_prefix('_').unwrap_or(suffix);
        let hexadecimal = digits.bytes().all(|byte| b"0123456789abcdef_".contains(&byte));
        let fits = matches!(digits.len(), 1..=3) && hexadecimal && is_in(LOREM, word);
        fits.then_some((word, digits.len() < suffix.len(), digits))
    })
}

/// All keys of one object are made up by a faker: each is a mark for itself ([`is_map_mark`]) or a lorem word, with or
/// without digits, and one of them leaves no doubt.
pub fn are_made_up<'a>(keys: impl Iterator<Item = &'a str> + Clone) -> bool {
    let lorem = |key: &str| is_in(LOREM, key) || lorem_and_digits(key).is_some();
    let sure = |key: &str| is_map_mark(key) || is_in(LOREM, key) && !is_in(NAMES, key);
    keys.clone().all(|key| is_map_mark(key) || lorem(key)) && {
        let marks = keys.clone().filter(|key| is_map_mark(key)).count();
        marks > 0 || keys.filter(|key| sure(key)).count() > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_names() {
        assert_eq!(words("userIDs_v2"), ["user", "ids", "v2"]);
        assert_eq!(words("HTTPServer-name.x[y]"), ["http", "server", "name", "x", "y"]);
        assert_eq!(words("page2Count"), ["page2", "count"]);
        assert_eq!(words("__"), [""; 0]);
    }

    #[test]
    fn identifiers() {
        for name in
            ["id", "userId", "user_ids", "zip", "phoneNumber", "accountid", "q", "promo-code"]
        {
            assert!(names_an_identifier(name), "{name}");
        }
        assert!(names_a_quantity("x-ratelimit-remaining") && names_a_quantity("Retry-After"));
        assert!(!names_a_quantity("x-request-id") && !names_a_quantity("x-trace"));
        for name in ["page", "page_number", "limit", "paid", "valid", "year", "max_id", ""] {
            assert!(!names_an_identifier(name), "{name}");
        }
    }

    #[test]
    fn choices_and_constants() {
        assert!(
            names_a_choice("paymentStatus") && names_a_choice("type") && !names_a_choice("login")
        );
        assert!(is_constant("IN_PROGRESS") && is_constant("issues.opened"));
        assert!(
            !is_constant("two words")
                && !is_constant("")
                && !is_constant("a12345")
                && !is_constant("9a")
        );
    }

    #[test]
    fn map_marks() {
        for key in [
            "key_0",
            "key_17",
            "laborum_56",
            "et_dae",
            "id_7a",
            "laborum56",
            "velitc",
            "dolor_0_d",
            "aute5e",
        ] {
            assert!(is_map_mark(key), "{key}");
        }
        for key in [
            "key_a",
            "key_",
            "option_a",
            "address_1",
            "id2",
            "dolor_xyz",
            "dolor_1234",
            "dolore",
            "é_1",
            "laborumé1",
            "",
        ] {
            assert!(!is_map_mark(key), "{key}");
        }
    }
    #[test]
    fn keys_that_a_faker_makes_up() {
        let made_up = |keys: &str| are_made_up(keys.split(' '));
        for keys in ["key_0", "aute5e ex2 ut", "Ut_6", "fugiat laboris", "do2 in_8b"] {
            assert!(made_up(keys), "{keys}");
        }
        for keys in ["id", "id in do", "fugiat", "fugiat name", "key_0 name", "culpa magna", "do2"]
        {
            assert!(!made_up(keys), "{keys}");
        }
    }
}
