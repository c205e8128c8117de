//! The keys by which overrides name folders and requests: paths of names, with `/` between them.
//!
//! The first of several with one path has the plain path, the next ones `#2`, `#3` … behind it, so that what is appended to
//! a collection changes no key.

use std::collections::{HashMap, HashSet};

/// How alike two texts have to be for one to be meant by the other, from 0 to 1.
const ALIKE: f64 = 0.5;

/// The key of each path of names.
pub fn keys<'a>(paths: impl IntoIterator<Item = &'a [String]>) -> Vec<String> {
    let joined: Vec<String> = paths.into_iter().map(|path| path.join("/")).collect();
    let mut taken: HashSet<String> = HashSet::new();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let plain: HashSet<&str> = joined.iter().map(String::as_str).collect();
    let mut keys = Vec::with_capacity(joined.len());
    for path in &joined {
        let count = counts.entry(path).or_default();
        let key = loop {
            *count += 1;
            let key = if *count == 1 { path.clone() } else { format!("{path}#{count}") };
            let free = *count == 1 || !plain.contains(key.as_str());
            if free && taken.insert(key.clone()) {
                break key;
            }
        };
        keys.push(key);
    }
    keys
}

/// A key as TOML writes it.
pub fn quoted(key: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !key.is_empty() && key.bytes().all(is_bare) {
        return key.to_owned();
    }
    // JSON's escapes are TOML's, but for the one control character that JSON does not escape
    serde_json::Value::from(key).to_string().replace('\u{7f}', "\\u007f")
}

/// The one of the texts that is most like `key`, when one is like it.
pub(crate) fn nearest<'a>(key: &str, texts: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let lower = key.to_lowercase();
    let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_lowercase();
    let likeness = |text: &str| {
        let whole = strsim::normalized_damerau_levenshtein(&lower, &text.to_lowercase());
        let ends = strsim::normalized_damerau_levenshtein(&last(&lower), &last(text)) * 0.9;
        whole.max(ends)
    };
    let best = texts
        .into_iter()
        .map(|text| (likeness(text), text))
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.filter(|(likeness, _)| *likeness >= ALIKE).map(|(_, text)| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_equal_paths_keeps_the_plain_key() {
        let paths = [vec!["a", "b"], vec!["a/b"], vec!["a", "b#2"], vec!["c"], vec!["a", "b"]];
        let paths = paths.map(|path| path.into_iter().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(keys(paths.iter().map(Vec::as_slice)), ["a/b", "a/b#3", "a/b#2", "c", "a/b#4"]);
    }

    #[test]
    fn keys_are_what_toml_reads() {
        for key in [
            "plain-key_1",
            "",
            "a b",
            "quote\" and \\",
            "line\nend\u{7f}\u{1}",
            "日本 😀",
            "/a/*/b",
        ] {
            let table: toml::Table = format!("{} = 1", quoted(key)).parse().unwrap();
            assert_eq!(table.keys().next().unwrap(), key);
        }
    }

    #[test]
    fn the_nearest_is_found_by_its_end_too() {
        let texts = ["Users/Create users", "Users/List users", "Groups/Create group"];
        let nearest = |key: &str| nearest(key, texts);
        assert_eq!(nearest("users/create user").as_deref(), Some("Users/Create users"));
        assert_eq!(nearest("List users").as_deref(), Some("Users/List users"));
        assert_eq!(nearest("Cancel a booking"), None);
    }
}
