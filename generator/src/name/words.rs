//! What of a text can stand in a name, and where its words are, before it gets a case.

use std::borrow::Cow;

/// The longest identifier, in characters, before a name is cut at a word.
pub const LONGEST: usize = 60;

/// Words with capitals inside, sorted: each is one word.
const BRANDS: &[&str] = &[
    "BigQuery",
    "DevOps",
    "DocuSign",
    "DynamoDB",
    "FedEx",
    "GitHub",
    "GitLab",
    "GraphQL",
    "HubSpot",
    "IPv4",
    "IPv6",
    "JavaScript",
    "LinkedIn",
    "MacOS",
    "MailChimp",
    "MongoDB",
    "MySQL",
    "NetSuite",
    "NoSQL",
    "OAuth",
    "OneDrive",
    "OpenAPI",
    "OpenID",
    "PayPal",
    "PostgreSQL",
    "PowerPoint",
    "QuickBooks",
    "SaaS",
    "SendGrid",
    "SharePoint",
    "TikTok",
    "TypeScript",
    "WeChat",
    "WhatsApp",
    "WiFi",
    "WordPress",
    "YouTube",
    "eBay",
    "iOS",
    "iPad",
    "iPhone",
    "macOS",
];

/// Words at which no name ends.
const DANGLING: &[&str] = &[
    "a",
    "an",
    "and",
    "as",
    "at",
    "belonging",
    "by",
    "for",
    "from",
    "given",
    "giving",
    "in",
    "into",
    "it",
    "its",
    "of",
    "on",
    "optionally",
    "or",
    "specific",
    "that",
    "the",
    "their",
    "this",
    "to",
    "used",
    "using",
    "via",
    "which",
    "with",
    "your",
];

/// A word that goes with the next one, or a piece of it (`e` of `eSign`).
fn is_dangling(word: &str) -> bool {
    DANGLING.contains(&word)
        || word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// ASCII text for a name: other scripts are transliterated, signs that mean something are spelled out, pictures are left out,
/// and what reads as one word is one (`GitHub`, `IDs`).
pub fn ascii(text: &str) -> String {
    let text =
        if text.is_ascii() { Cow::Borrowed(text.trim()) } else { Cow::Owned(transliterated(text)) };
    let text = compared(&text).map_or(text, Cow::Owned);
    let text = if text.contains('\'') {
        Cow::Owned(text.replace("'s ", " ").replace("' ", " "))
    } else {
        text
    };
    match text.as_bytes() {
        [b'+', digit, ..] if digit.is_ascii_digit() => one_cased(&format!("plus {}", &text[1..])),
        [b'-', digit, ..] if digit.is_ascii_digit() => one_cased(&format!("minus {}", &text[1..])),
        bytes if bytes.contains(&b'\'') => one_cased(&text.replace('\'', "")),
        _ => one_cased(&text),
    }
}

fn transliterated(text: &str) -> String {
    let letters: String =
        text.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).map(letter).collect();
    // what is nothing but a picture is called after it
    deunicode::deunicode(if letters.contains(char::is_alphanumeric) {
        letters.trim()
    } else {
        text.trim()
    })
}

/// A name that ends with a sign of comparison, as queries have it: `DateCreated<`.
fn compared(text: &str) -> Option<String> {
    const SIGNS: [(&str, &str); 6] =
        [("<=", "lte"), (">=", "gte"), ("!=", "ne"), ("<", "lt"), (">", "gt"), ("!", "not")];
    let (name, word) =
        SIGNS.iter().find_map(|(sign, word)| Some((text.strip_suffix(sign)?, word)))?;
    let is_name = name.ends_with(|c: char| c.is_ascii_alphanumeric())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte));
    is_name.then(|| format!("{name} {word}"))
}

/// A character of a name: a blank for a sign that would be spelled out as a word (`✅`, `€`).
fn letter(c: char) -> char {
    let spelled = |c| {
        deunicode::deunicode_char(c)
            .is_some_and(|text| text.contains(|c: char| c.is_ascii_alphabetic()))
    };
    if !c.is_ascii() && !c.is_alphanumeric() && spelled(c) { ' ' } else { c }
}

/// Brands and plurals of abbreviations with one capital, so that no word is cut inside.
fn one_cased(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_alphabetic() {
            one_word(out.chars().next_back(), rest)
        } else {
            None
        };
        let (word, after) = rest.split_at(length.unwrap_or(first.len_utf8()));
        match length {
            Some(_) => out.extend(word.char_indices().map(|(at, c)| {
                if at == 0 { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() }
            })),
            None => out.push_str(word),
        }
        rest = after;
    }
    out
}

/// The letters that brands begin with.
const FIRST_OF_BRANDS: [bool; 128] = {
    let mut first = [false; 128];
    let mut at = 0;
    while at < BRANDS.len() {
        first[BRANDS[at].as_bytes()[0] as usize] = true;
        at += 1;
    }
    first
};

/// Endings of abbreviations, and of words in capitals.
const ENDINGS: [&str; 4] = ["s", "en", "es", "er"];

/// The length of a word like `IoT`, or like `eSIM` and `vCloud`, that a text begins with.
fn mixed_word(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is = |at: usize, class: fn(&u8) -> bool| bytes.get(at).is_some_and(class);
    let upper = |at| is(at, u8::is_ascii_uppercase);
    let lower = |at| is(at, u8::is_ascii_lowercase);
    if upper(0) && is(1, |byte| *byte == b'o') && upper(2) {
        return (!lower(3) && (!upper(3) || lower(4))).then_some(3);
    }
    if !(matches!(bytes.first(), Some(b'e' | b'g' | b'i' | b'm' | b'v')) && upper(1)) {
        return None;
    }
    let capitals = bytes[1..].iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let small = bytes[1 + capitals..].iter().take_while(|byte| byte.is_ascii_lowercase()).count();
    match (capitals, small) {
        (_, 0) => Some(1 + capitals),
        (1, small) => Some(2 + small),
        // the last capital begins the next word
        (capitals, _) => Some(capitals),
    }
}

/// The length of the brand or plural abbreviation that `rest`, which begins with an ASCII letter, begins with.
fn one_word(before: Option<char>, rest: &str) -> Option<usize> {
    let first = rest.bytes().next();
    let is_small = |first: u8| {
        first.is_ascii_lowercase()
            && !FIRST_OF_BRANDS[usize::from(first)]
            && !matches!(first, b'e' | b'g' | b'i' | b'm' | b'v')
    };
    if first.is_some_and(is_small) {
        return None;
    }
    let ends = |length: usize| !rest[length..].starts_with(|c: char| c.is_ascii_lowercase());
    let inside = before.is_some_and(|c| c.is_ascii_alphabetic());
    let from = BRANDS.partition_point(|brand| brand.bytes().next() < first);
    let brands = BRANDS[from..].iter().take_while(|brand| brand.bytes().next() == first);
    let brand = brands.filter(|brand| rest.starts_with(**brand)).find(|brand| {
        let small = brand.starts_with(|c: char| c.is_ascii_lowercase());
        ends(brand.len()) && !(small && inside)
    });
    let capitals = rest.bytes().take_while(u8::is_ascii_uppercase).count();
    let ending = ENDINGS.iter().find(|ending| {
        let least = if **ending == "s" { 2 } else { 3 };
        capitals >= least && rest[capitals..].starts_with(**ending) && ends(capitals + ending.len())
    });
    let ending = ending.filter(|_| !before.is_some_and(|c| c.is_ascii_uppercase()));
    let plural = ending.map(|ending| capitals + ending.len());
    let mixed = || mixed_word(rest).filter(|_| !inside);
    brand.map(|brand| brand.len()).or(plural).or_else(mixed)
}

/// Whether a text is a name in `snake_case` already, as most keys are.
pub fn is_snake(text: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty()
            && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.split('_').all(is_word)
}

/// A name in `snake_case` that is not too long: cut after a word, and not after one that goes with the next.
pub fn cut(name: &str) -> &str {
    cut_to(name, LONGEST)
}

/// As [`cut`], to this many characters.
pub fn cut_to(name: &str, longest: usize) -> &str {
    if name.len() <= longest {
        return name;
    }
    let end = name[..=longest].rfind('_').filter(|&end| end > 0).unwrap_or(longest);
    let mut name = &name[..end];
    while let Some((before, _)) = name.rsplit_once('_').filter(|(_, last)| is_dangling(last)) {
        name = before;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brands_are_sorted() {
        assert!(BRANDS.is_sorted());
    }

    #[test]
    fn words_stay_whole() {
        assert_eq!(ascii("Create a GitHub Pages site"), "Create a Github Pages site");
        assert_eq!(
            ascii("OAuthApps of axiOS, iOSApp, IDs, userIDs, URLsOf, IDst"),
            "OauthApps of axiOS, IosApp, Ids, userIds, UrlsOf, IDst"
        );
        assert_eq!(ascii("\u{1f510} Größe – e\u{301}"), "Grosse - e");
    }

    #[test]
    fn signs_of_comparison_are_words() {
        let names =
            ["DateCreated<", "start-time>=", "size!=", "<orderId>", "Hello, world!", "a -> b >"]
                .map(ascii);
        assert_eq!(
            names,
            [
                "DateCreated lt",
                "start-time gte",
                "size ne",
                "<orderId>",
                "Hello, world!",
                "a -> b >"
            ]
        );
    }

    #[test]
    fn long_names_end_well() {
        let name = "retrieve_list_of_transcriptions_belonging_to_account_used_to_make_the_request";
        assert_eq!(cut(name), "retrieve_list_of_transcriptions_belonging_to_account");
        assert_eq!(cut(&"a".repeat(70)), "a".repeat(60));
    }
}
