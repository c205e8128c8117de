//! Percent-encoding against the tables of Postman's runtime.

use crate::runtime::encode::*;
use proptest::prelude::*;

/// Returns the printable ASCII characters that `encode` does not escape.
fn raw(encode: fn(&str) -> String) -> String {
    (' '..='~')
        .filter(|c| encode(&c.to_string()) == c.to_string())
        .filter(|c| !c.is_ascii_alphanumeric())
        .collect()
}

#[test]
fn tables() {
    assert_eq!(raw(path_lenient), "!$%&'()*+,-./:;=?@[]^_|~");
    assert_eq!(raw(path_safe), "!$&'()*+,-.:;=@[]^_|~");
    assert_eq!(raw(query_value), "!$%()*+,-./:;=?@[\\]^_`{|}~");
    assert_eq!(raw(query_key), "!$%()*+,-./:;?@[\\]^_`{|}~");
    assert_eq!(raw(query_lenient), "!$%&()*+,-./:;=?@[\\]^_`{|}~");
    assert_eq!(raw(query_safe), "!$()*,-./:;?@[\\]^_`{|}~");
    assert_eq!(raw(form), "-._~");
}

#[test]
fn controls_and_beyond_ascii_are_escaped_everywhere() {
    for encode in [path_lenient, path_safe, query_value, query_key, query_lenient, query_safe, form]
    {
        assert_eq!(encode("\0\n\u{7f}é€"), "%00%0A%7F%C3%A9%E2%82%AC");
    }
}

#[test]
fn lenient_paths() {
    assert_eq!(path_lenient("a b/c"), "a%20b/c");
    assert_eq!(path_lenient("a%2Fb%zz 50%"), "a%2Fb%zz%2050%");
    assert_eq!(path_lenient("a\\b"), "a/b");
    assert_eq!(path_lenient("a?b=c&d=e f`"), "a?b=c&d=e%20f`");
    assert_eq!(path_lenient("a#b"), "a");
    assert_eq!(path_lenient("a?b\\c#d"), "a?b\\c");
}

#[test]
fn lenient_queries() {
    assert_eq!(query_value("{\"a\": \"b c\"}"), "{%22a%22:%20%22b%20c%22}");
    assert_eq!(query_value("a&b#c=d"), "a%26b%23c=d");
    assert_eq!(query_lenient("p?x=1&y=2"), "p?x=1&y=2");
    assert_eq!(query_lenient("a#b"), "a");
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

#[test]
fn json_is_on_one_line_for_all() {
    assert_eq!(
        json_line("{\"a\u{2028}\":\n1, \"b\": \"\u{85}\u{2029}é\"}"),
        r#"{"a\u2028": 1, "b": "\u0085\u2029é"}"#
    );
}

proptest! {
    #[test]
    fn json_on_one_line_is_the_same(text in any::<String>()) {
        let line = json_line(&serde_json::to_string(&text).unwrap());
        prop_assert_eq!(serde_json::from_str::<String>(&line).unwrap(), text);
        let ends = ['\n', '\r', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}'];
        prop_assert!(!line.contains(ends));
    }

    #[test]
    fn safe_texts_come_back(text in any::<String>()) {
        prop_assert_eq!(decoded(&path_safe(&text)), text.clone());
        prop_assert_eq!(decoded(&query_safe(&text)), text.clone());
        prop_assert_eq!(decoded(&form(&text)), text);
    }

    #[test]
    fn safe_texts_hold_no_structure(text in any::<String>()) {
        let path = path_safe(&text);
        prop_assert!(!path.contains(['/', '?', '#', '\\']) && path.is_ascii());
        let query = query_safe(&text);
        prop_assert!(!query.contains(['&', '=', '#', '+', '\'']) && query.is_ascii());
        prop_assert!(!form(&text).contains(['&', '=', '#', '+', '/', '?', ' ']));
    }

    #[test]
    fn a_url_of_safe_texts_is_taken_as_it_is(segment in "\\PC+", value in any::<String>()) {
        prop_assume!(segment != "." && segment != "..");
        let target = format!("/{}?k={}", path_safe(&segment), query_safe(&value));
        let url = format!("http://h.test{target}").parse::<url::Url>().unwrap();
        prop_assert_eq!(&url[url::Position::BeforePath..], target);
    }
}
