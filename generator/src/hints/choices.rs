//! Values that a description lists in plain words: ``Can be one of `asc` or `desc`.``, `Valid values: a, b`, bullets.

use super::markup;

/// Phrases that introduce values. After these, words without quotes count too.
const LEADS: [&str; 24] = [
    "possible values",
    "valid values",
    "allowed values",
    "available values",
    "accepted values",
    "acceptable values",
    "supported values",
    "permitted values",
    "allowable values",
    "possible options",
    "valid options",
    "available options",
    "allowed options",
    "supported options",
    "possible choices",
    "valid choices",
    "enum values",
    "options are",
    "values are",
    "choose from",
    "one of",
    "either",
    "enum:",
    "options:",
];

/// Phrases that introduce values only where these are in quotes.
const WEAK_LEADS: [&str; 8] = [
    "can be",
    "must be",
    "may be",
    "should be",
    "set to",
    "possible value",
    "choose between",
    "values:",
];

/// Words between a phrase and its values.
const FILLERS: [&str; 26] = [
    "are",
    "is",
    "be",
    "as",
    "include",
    "includes",
    "the",
    "following",
    "these",
    "those",
    "values",
    "value",
    "options",
    "option",
    "one",
    "of",
    "either",
    "any",
    "for",
    "this",
    "field",
    "parameter",
    "can",
    "strings",
    "only",
    "currently",
];

/// What makes a list of values one of which several may be sent at once.
const SEVERAL: [&str; 11] = [
    "comma-separated",
    "comma separated",
    "comma-seperated",
    "comma-separtated",
    "comma-delimited",
    "comma delimited",
    "separated by",
    "multiple",
    "one or more",
    "combination",
    "more than one",
];

/// The values that a description lists in words, in order, each once. There are two at least, and not only numbers.
///
/// A phrase such as "one of" or "valid values" introduces them; they are in quotes, code or bold, or (after the stronger
/// phrases) single words, or the first words of bullets. A description that speaks of several values at once, as in
/// "comma-separated", lists none.
pub fn worded_values(description: &str) -> Option<Vec<String>> {
    if !may_list(description) {
        return None;
    }
    let text = prepared(description);
    let lower = text.to_ascii_lowercase();
    if SEVERAL.iter().any(|sign| lower.contains(sign)) || is_of_lists(&lower) {
        return None;
    }
    let mut starts: Vec<(usize, Words)> = Vec::new();
    for (leads, words) in [(LEADS.as_slice(), Words::Any), (WEAK_LEADS.as_slice(), Words::Quoted)] {
        for lead in leads {
            let found = lower.match_indices(lead).filter(|(at, _)| starts_word(&lower, *at));
            starts.extend(found.map(|(at, _)| (at + lead.len(), words)));
        }
    }
    starts.sort_unstable_by_key(|(at, _)| *at);
    let led = starts.into_iter().find_map(|(at, words)| values_at(&text[at..], words));
    led.or_else(|| in_parentheses(&text))
}

/// Quoted values that fill parentheses: ``The mode (`fast` or `slow`).``
fn in_parentheses(text: &str) -> Option<Vec<String>> {
    text.match_indices('(').find_map(|(at, _)| {
        let (values, rest) = quoted_list(&text[at + 1..])?;
        checked(values).filter(|_| rest.starts_with(')'))
    })
}

/// A quick look: two values have something between them, and quotes, a phrase with a colon or "of" around them.
fn may_list(description: &str) -> bool {
    const SIGNS: &[u8] = b"`*\"'<:";
    let quotes = description.bytes().filter(|byte| SIGNS.contains(byte)).count();
    let bare = || description.contains("ne of") || description.contains("ither ");
    let phrase = || description.contains("alues") || description.contains("ptions");
    quotes > 1 || !description.is_ascii() || bare() || phrase()
}

/// Values in quotes that a description joins by "or", wherever they are. Other signs have to support them.
pub fn quoted_alternatives(description: &str) -> Option<Vec<String>> {
    if !may_list(description) {
        return None;
    }
    let text = prepared(description);
    let lower = text.to_ascii_lowercase();
    if SEVERAL.iter().any(|sign| lower.contains(sign)) || is_of_lists(&lower) {
        return None;
    }
    text.char_indices().filter(|(_, letter)| "`*\"'“‘".contains(*letter)).find_map(|(at, _)| {
        let (values, rest) = quoted_list(&text[at..])?;
        let before = lower[..at].trim_end_matches([' ', ',', ':', '(', '\n']);
        if ["example", "e.g.", "e.g", "such as", "like", "eg"]
            .iter()
            .any(|end| before.ends_with(end))
        {
            return None;
        }
        let joined = text[at..text.len() - rest.len()].contains(" or ");
        checked(values).filter(|_| joined && !is_about_parameters(rest))
    })
}

/// The description says that the value is true or false.
pub fn is_flag(description: &str) -> bool {
    let text = markup::plain_text(description).to_ascii_lowercase();
    let text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let text = ["optional", "required"].iter().fold(text, |text, word| {
        text.strip_prefix(word).unwrap_or(text).trim_start_matches(|c: char| !c.is_alphanumeric())
    });
    let both = ["true or false", "true/false", "true|false", "true, false", "true and false"];
    text.starts_with("whether ") || both.iter().any(|words| text.contains(words))
}

/// The sample repeats the name of what it is a sample of, as some converters do: `status`, `status_example`.
pub fn repeats_name(name: &str, sample: &str) -> bool {
    !name.is_empty()
        && sample.strip_prefix(name).is_some_and(|rest| matches!(rest, "" | "_example"))
}

/// Which values count after a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Words {
    Any,
    Quoted,
}

/// HTML as the Markdown that it stands for, without entities and escapes.
fn prepared(description: &str) -> String {
    if !description.contains(['<', '&', '\\']) {
        return description.to_owned();
    }
    const TAGS: [(&str, &str); 14] = [
        ("<code>", "`"),
        ("</code>", "`"),
        ("<b>", "**"),
        ("</b>", "**"),
        ("<strong>", "**"),
        ("</strong>", "**"),
        ("<em>", "**"),
        ("</em>", "**"),
        ("<i>", "**"),
        ("</i>", "**"),
        ("<li>", "\n- "),
        ("<br>", "\n"),
        ("<br/>", "\n"),
        ("<br />", "\n"),
    ];
    let text =
        TAGS.iter().fold(description.to_owned(), |text, (tag, sign)| text.replace(tag, sign));
    markup::without_escapes(&markup::without_entities(&markup::without_tags(&text)))
}

/// The description begins by saying that its value is a list.
fn is_of_lists(lower: &str) -> bool {
    let text = lower.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let text =
        ["optional", "required", "contains", "specifies", "specify", "returns", "a", "an", "the"]
            .iter()
            .fold(text, |text, word| {
                let rest =
                    text.strip_prefix(word).filter(|rest| !rest.starts_with(char::is_alphanumeric));
                rest.unwrap_or(text).trim_start_matches(|letter: char| !letter.is_alphanumeric())
            });
    ["list of", "array of", "lists of", "set of", "types of"]
        .iter()
        .any(|start| text.starts_with(start))
}

fn starts_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_')
}

/// The values that follow a phrase.
fn values_at(text: &str, words: Words) -> Option<Vec<String>> {
    if text.starts_with(char::is_alphanumeric) {
        return None;
    }
    let (list, colon) = without_fillers(text);
    if let Some((values, rest)) = quoted_list(list) {
        return checked(values).filter(|_| !is_about_parameters(rest));
    }
    bullets(list).and_then(checked).or_else(|| {
        (words == Words::Any).then(|| bare_list(list, colon)).flatten().and_then(checked)
    })
}

/// Two values at least; not only numbers, nor a word that stands for no value.
fn checked(values: Vec<String>) -> Option<Vec<String>> {
    let mut distinct: Vec<String> = Vec::new();
    for value in values {
        let value = value.trim().trim_end_matches([',', '.', ';', ':']).to_owned();
        if !value.is_empty() && !distinct.contains(&value) && value != "null" {
            distinct.push(value);
        }
    }
    let number = |value: &String| value.parse::<f64>().is_ok();
    (distinct.len() > 1 && !distinct.iter().all(number)).then_some(distinct)
}

/// "Either `a` or `b` must be sent" is about parameters.
fn is_about_parameters(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', ',', ')', '\n']);
    [
        "must",
        "should",
        "is required",
        "are required",
        "has to",
        "have to",
        "parameter",
        "can be",
        "need",
        "is provided",
        "are provided",
        "field",
        "propert",
        "is specified",
        "is set",
        "is mandatory",
        "header",
        "in the request",
        "object",
        "endpoint",
    ]
    .iter()
    .any(|start| rest.starts_with(start))
}

/// What follows the words that only lead to the values, and whether a colon is among them.
fn without_fillers(text: &str) -> (&str, bool) {
    let (mut rest, mut colon) = (text, false);
    loop {
        let trimmed = rest.trim_start_matches([' ', '\t', '\r', '=']);
        let word =
            trimmed.len() - trimmed.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
        let filler = FILLERS.iter().any(|filler| filler.eq_ignore_ascii_case(&trimmed[..word]));
        // a word that is itself a value of the list is not passed over
        let ends = trimmed[word..].starts_with([' ', ':', '\n', '(']);
        if word > 0 && filler && ends && !colon {
            rest = &trimmed[word..];
        } else if let Some(after) = trimmed.strip_prefix(':') {
            (rest, colon) = (after, true);
        } else if let Some(after) = trimmed.strip_prefix('(').filter(|_| !colon) {
            match after.split_once(')') {
                Some((_, after)) => rest = after,
                None => return (trimmed, colon),
            }
        } else {
            return (trimmed, colon);
        }
    }
}

/// The text in quotes, code or bold that starts here, and what follows.
fn quoted(text: &str) -> Option<(&str, &str)> {
    const PAIRS: [(&str, &str); 8] = [
        ("**`", "`**"),
        ("``", "``"),
        ("`", "`"),
        ("**", "**"),
        ("\"", "\""),
        ("“", "”"),
        ("‘", "’"),
        ("'", "'"),
    ];
    let (open, close) = PAIRS.into_iter().find(|(open, _)| text.starts_with(open))?;
    let (value, rest) = text[open.len()..].split_once(close)?;
    let value = value.trim().trim_matches(['"', '\'', '`']);
    let fits = !value.is_empty() && value.len() <= 48 && !value.contains(['\n', '`', '*', '{']);
    fits.then_some((value, rest))
}

/// Quoted values one after the other, and what follows; there are two at least.
fn quoted_list(text: &str) -> Option<(Vec<String>, &str)> {
    let mut values = Vec::new();
    let mut rest = text.trim_start_matches(['\n', ' ', '[', '(']);
    while let Some((value, after)) = quoted(rest) {
        values.push(value.to_owned());
        let after = without_remark(after);
        let next = separator(after).unwrap_or(after);
        let more = next.len() < after.len() && quoted(next).is_some();
        rest = if more { next } else { after };
        if !more {
            break;
        }
    }
    (values.len() > 1).then_some((values, rest))
}

/// Without a remark in parentheses: `(default)`.
fn without_remark(text: &str) -> &str {
    let remark =
        text.trim_start_matches(' ').strip_prefix('(').and_then(|text| text.split_once(')'));
    remark.filter(|(remark, _)| remark.len() <= 80).map_or(text, |(_, rest)| rest)
}

/// What follows a comma, a slash, a bar, "or" and the like. White space alone separates nothing.
fn separator(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    let mut found = false;
    loop {
        let word = ["or", "and", "nor"].iter().find_map(|word| {
            let after = rest.strip_prefix(word)?;
            after.starts_with([' ', '\n']).then_some(after)
        });
        let sign = || rest.strip_prefix([',', '/', '|', '&']);
        match word.or_else(sign) {
            Some(after) => (rest, found) = (after.trim_start(), true),
            None => return found.then_some(rest),
        }
    }
}

/// Single words one after the other: `a, b or c`, up to the end of the sentence.
fn bare_list(text: &str, colon: bool) -> Option<Vec<String>> {
    let in_word = |letter: char| letter.is_ascii_alphanumeric() || "_-.:+/".contains(letter);
    let mut values = Vec::new();
    let mut rest = text.trim_start_matches(['\n', '[', '(']);
    loop {
        let length = rest.find(|letter| !in_word(letter)).unwrap_or(rest.len());
        let word = rest[..length].trim_end_matches(['.', ':']);
        let ends = word.len() < length;
        if word.is_empty() || word.len() > 40 {
            return None;
        }
        if !colon && word.contains('/') && values.is_empty() {
            values.extend(word.split('/').map(str::to_owned));
        } else {
            values.push(word.to_owned());
        }
        rest = without_remark(&rest[length..]);
        if ends || is_over(rest) {
            return Some(values)
                .filter(|values| colon || values.iter().all(|value| is_value(value)));
        }
        rest = separator(rest).filter(|next| !next.is_empty())?;
    }
}

/// Whether a sentence ends here.
fn is_over(rest: &str) -> bool {
    let rest = rest.trim_start_matches(' ');
    let starts = |start: &&str| rest.starts_with(*start);
    rest.is_empty() || ["\n", "\r", ".", ";", ")", "]", "(", "—", "- "].iter().any(starts)
}

/// The word can be a value: it is no word that only joins others in a sentence.
fn is_value(word: &str) -> bool {
    const JOINING: [&str; 20] = [
        "the", "a", "an", "it", "this", "that", "not", "of", "to", "for", "with", "your", "its",
        "is", "be", "both", "empty", "any", "other", "etc",
    ];
    !word.is_empty() && !JOINING.contains(&word.to_ascii_lowercase().as_str())
}

/// The first words of bullets, or of lines that begin with a quoted word: two at least, each followed by its explanation.
fn bullets(text: &str) -> Option<Vec<String>> {
    let mut values = Vec::new();
    for (position, entry) in entries(text).into_iter().enumerate() {
        let (marked, entry) = match bullet(entry) {
            Some(entry) => (true, entry),
            None => (false, entry),
        };
        let value = match quoted(entry) {
            Some((value, rest)) if marked || explains(rest) => Some(value),
            Some(_) => None,
            None if marked => first_word(entry),
            None => None,
        };
        match value {
            Some(value) => values.push(value.to_owned()),
            None if position == 0 || !marked && !values.is_empty() => break,
            None => return None,
        }
    }
    (values.len() > 1).then_some(values)
}

/// The lines of a text that are not empty; bullets within a line begin a line of their own.
fn entries(text: &str) -> Vec<&str> {
    let mut entries = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut start = 0;
        for sign in [" * ", " - **", " - `"] {
            if line.starts_with(sign.trim_start()) {
                let width = 3;
                for (at, _) in line.match_indices(sign) {
                    let bold = quoted(line[at + width..].trim_start_matches(['-', ' '])).is_some()
                        || sign != " * " && quoted(&line[at + width..]).is_some();
                    if bold {
                        entries.push(line[start..at].trim());
                        start = at + 1;
                    }
                }
                break;
            }
        }
        entries.push(line[start..].trim());
    }
    entries
}

/// What follows the sign of a bullet.
fn bullet(line: &str) -> Option<&str> {
    let rest = ["* ", "- ", "• ", "+ ", "– "].iter().find_map(|sign| line.strip_prefix(*sign));
    let numbered = || {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        (digits > 0).then(|| {
            line[digits..].strip_prefix(". ").or_else(|| line[digits..].strip_prefix(") "))
        })?
    };
    rest.or_else(numbered).or_else(|| line.strip_prefix('•')).map(str::trim_start)
}

/// An explanation follows, or nothing.
fn explains(rest: &str) -> bool {
    let rest = without_remark(rest).trim_start_matches([' ', ',', '.']);
    rest.is_empty() || rest.starts_with([':', '-', '–', '—', '=', '('])
}

/// The single word before an explanation.
fn first_word(entry: &str) -> Option<&str> {
    let in_word = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
    let length = entry.find(|letter| !in_word(letter)).unwrap_or(entry.len());
    let word = entry[..length].trim_end_matches('.');
    (is_value(word) && explains(&entry[length..])).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn values(text: &str) -> Vec<String> {
        worded_values(text).unwrap_or_default()
    }

    #[test]
    fn values_in_quotes() {
        assert_eq!(values("The order. Can be one of `asc` or `desc`."), ["asc", "desc"]);
        assert_eq!(
            values("Either `open`, `closed`, or `all` to filter by state."),
            ["open", "closed", "all"]
        );
        assert_eq!(
            values("Possible values: **a**, **b** (default).  Default value: **b**."),
            ["a", "b"]
        );
        assert_eq!(values("Must be \"on\" or \"off\""), ["on", "off"]);
        assert_eq!(
            values("<p>Can be: <code>x\\_1</code> or <code>x\\_2</code></p>"),
            ["x_1", "x_2"]
        );
        assert_eq!(values("Valid values are `GTC`/`FOK`/`IOC`"), ["GTC", "FOK", "IOC"]);
        assert_eq!(
            values("Allowed values: \n `ACK`, `FULL` \n `MARKET` defaults to `FULL`."),
            ["ACK", "FULL"]
        );
        assert_eq!(values("The available values are **`a b`** and **`c`**."), ["a b", "c"]);
    }

    #[test]
    fn values_in_parentheses() {
        assert_eq!(values("The mode (`fast`, `slow`)."), ["fast", "slow"]);
        assert_eq!(worded_values("The highest (`desc`) or lowest (`asc`) first."), None);
        assert_eq!(worded_values("An event (e.g. `push` or `pull`)."), None);
    }

    #[test]
    fn single_words() {
        assert_eq!(values("Valid values: a, b_2, c-3"), ["a", "b_2", "c-3"]);
        assert_eq!(
            values("The status. Possible values (not case-sensitive): Placed, Shipped."),
            ["Placed", "Shipped"]
        );
        assert_eq!(values("One of: day|week|month"), ["day", "week", "month"]);
        assert_eq!(values("Sort direction, either asc or desc."), ["asc", "desc"]);
        assert_eq!(
            values("Supported values: eng, spa,\nchi_tra. You can also say more."),
            ["eng", "spa", "chi_tra"]
        );
    }

    #[test]
    fn bullets_after_a_phrase() {
        assert_eq!(
            values("Valid values are:\n\n- `All` (default): All.\n- `Some`: Only `x`.\n\nMore."),
            ["All", "Some"]
        );
        assert_eq!(
            values("Can be one of:  \n\\* `out`: Outside.  \n\\* `all` - All."),
            ["out", "all"]
        );
        assert_eq!(
            values("Possible values: * **perDay**: you set it. * **perWeek**: you do not."),
            ["perDay", "perWeek"]
        );
        assert_eq!(
            values("Valid values are:\n- Company: All of it.\n- Region: A part."),
            ["Company", "Region"]
        );
        assert_eq!(
            values("Supported values: <br>`NEW` - If it is `NEW`.<br> `OLD` - If it is old."),
            ["NEW", "OLD"]
        );
        assert_eq!(values("<p>One of:</p><ul><li>up</li><li>down</li></ul>"), ["up", "down"]);
        assert_eq!(values("Things:\n- `a`: x\n- `b`: y"), [""; 0], "no phrase");
    }

    #[test]
    fn what_lists_no_values() {
        for text in [
            "Comma-separated list of fields. Allowed values: `a`, `b`",
            "A list of states. Possible values: `a`, `b`",
            "Can be passed multiple times. One of `a`, `b`.",
            "The value must be between `1` and `100`.",
            "Valid values: 1, 2, 3",
            "Either `orderId` or `clientId` must be sent.",
            "Can be used if `type` is `LIMIT`.",
            "One of the two users.",
            "Can be empty or null.",
            "Can be `null`.",
            "Must be a String.",
            "Can be one of the statuses that are listed in the guide.",
            "For example `a` or `b`",
            "",
        ] {
            assert_eq!(worded_values(text), None, "{text}");
        }
    }

    #[test]
    fn alternatives_without_a_phrase() {
        assert_eq!(quoted_alternatives("The order: `asc` or `desc`").unwrap(), ["asc", "desc"]);
        assert_eq!(quoted_alternatives("`id` or `name` must be sent"), None);
        assert_eq!(quoted_alternatives("`id` and `name`"), None);
        assert_eq!(quoted_alternatives("An event. For example, `push` or `pull`."), None);
    }

    #[test]
    fn flags() {
        assert!(
            is_flag("Whether to include the drafts.") && is_flag("optional. `true` or `false`")
        );
        assert!(!is_flag("The status, whether open or not.") && !is_flag("If true, all."));
    }

    #[test]
    fn samples_that_repeat_the_name() {
        assert!(repeats_name("status", "status") && repeats_name("status", "status_example"));
        assert!(!repeats_name("status", "status_2") && !repeats_name("", "_example"));
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in r#"(one of|values:|either|either |\PC|[`*"'(,\-\n <>/.:a-zé]){0,40}"#) {
            for values in [worded_values(&text), quoted_alternatives(&text)].into_iter().flatten() {
                prop_assert!(values.len() > 1 && values.iter().all(|value| !value.is_empty()));
            }
            let _ = is_flag(&text);
        }
    }
}
