use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

fn mended(text: &str) -> Option<Value> {
    let value_of = |name: &str| (name == "{{n}}").then(|| "5".to_owned());
    let mended = mend(text, &value_of)?;
    Some(serde_json::from_str(&mended.text).expect("what was mended is JSON"))
}

fn fault(text: &str) -> String {
    mend(text, &|_| None).expect("it can be mended").fault.to_string()
}

#[test]
fn what_people_write() {
    for (text, expected) in [
        (r#"{"a": 1, "b": [1, 2,],}"#, json!({"a": 1, "b": [1, 2]})),
        ("{\"a\": \"x\"\n \"b\": 5}", json!({"a": "x", "b": 5})),
        ("{\"a\": {\"b\": 1}\n\"c\": [1 /* one */ ,, 2]}", json!({"a": {"b": 1}, "c": [1, 2]})),
        (
            "// the answer\n{\"a\": 1, /* x */ \"u\": \"http://x\"} # end",
            json!({"a": 1, "u": "http://x"}),
        ),
        (r#"{"items": [{"id": 1}, ...], "x": ..., ...}"#, json!({"items": [{"id": 1}], "x": null})),
        ("{\n\"a\": 1,\n…\n}", json!({"a": 1})),
        (
            r#"{"from": 2024-01-01, n: 1, ok: True, no: None}"#,
            json!({"from": "2024-01-01", "n": 1, "ok": true, "no": null}),
        ),
        (r#"{“a”: “b”, 'c': 'it\'s', "d": "e"}"#, json!({"a": "b", "c": "it's", "d": "e"})),
        (r#"{"n": {{n}}, "m": {{m}}, "t": "{{t}}"}"#, json!({"n": 5, "m": null, "t": "{{t}}"})),
        (
            "{\"a\": \"two\nlines\", \"b\": \"\\ud800x\", \"c\": \"\\d+\"}",
            json!({"a": "two\nlines", "b": "\u{fffd}x", "c": "\\d+"}),
        ),
        (r#"{"a": "he said "hi" there", "b": 1}"#, json!({"a": "he said \"hi\" there", "b": 1})),
        (r#"{"a": [1, {"b": 2"#, json!({"a": [1, {"b": 2}]})),
        (r#"{"a": 1}};"#, json!({"a": 1})),
        (
            r#"{"id": integer, "name": string, "x": <integer>}"#,
            json!({"id": "<integer>", "name": "<string>", "x": "<integer>"}),
        ),
        (
            r#"{"a": .5, "b": +1, "c": 007, "d": ISODate("2024-01-31"), "e": NumberLong(7)}"#,
            json!({"a": 0.5, "b": 1, "c": "007", "d": "2024-01-31", "e": 7}),
        ),
        (r#"{"a" = 1, "b": , "c":}"#, json!({"a": 1, "b": null, "c": null})),
        (r#"{{"a": 1}}"#, Value::Null),
        (
            r#"{"name": Ada Lovelace, "tags": [red, green]}"#,
            json!({"name": "Ada Lovelace", "tags": ["red", "green"]}),
        ),
        ("{\"a\":\u{a0}1}", json!({"a": 1})),
        (r#"[...]"#, json!([])),
    ] {
        assert_eq!(mended(text).unwrap_or_default(), expected, "{text}");
    }
}

#[test]
fn what_reads_as_nothing_is_left_alone() {
    for text in [
        "",
        "ok",
        "{ a list of users }",
        "[list of users]",
        "{{response}}",
        "{ return x; }",
        "{% if x %}",
        "<html></html>",
        "{\"a\": 1}\n{\"b\": 2}",
        "{\"a\": 1} or nothing",
        "callback({\"a\": 1})",
        "{\"a\": (1 + 2)}]x",
    ] {
        assert_eq!(mended(text), None, "{text}");
    }
}

#[test]
fn valid_json_is_not_mended() {
    for text in [r#"{"a": [1, "x\n", null], "b": {}}"#, "[]", "{\"\\ud83d\\ude00\": \"a/*b*/\"}"] {
        assert_eq!(mend(text, &|_| None), None, "{text}");
    }
}

#[test]
fn the_first_fault_has_a_line_and_a_column() {
    assert_eq!(fault("{\n  \"a\": 1,\n}"), "an extra comma at line 3 column 1");
    assert_eq!(fault("{\"é\": 1 \"b\": 2}"), "a missing comma at line 1 column 9");
    assert_eq!(fault("{\"a\": x, 'b': 1}"), "a word without quotes at line 1 column 7");
    assert_eq!(fault("[1"), "a missing closing bracket at line 1 column 3");
}

#[test]
fn the_layout_stays() {
    let mended = mend("{\n  \"a\": 1, // one\n  \"b\": 2,\n}", &|_| None).unwrap();
    assert_eq!(mended.text, "{\n  \"a\": 1, \n  \"b\": 2\n}");
}

#[test]
fn deep_and_long_texts_cost_no_more_than_their_length() {
    assert_eq!(mend(&"[".repeat(100_000), &|_| None), None);
    let quotes = format!("{{\"a\": \"{}\",}}", "\" x".repeat(50_000));
    let _ = mend(&quotes, &|_| None);
}

proptest! {
    #[test]
    fn any_text_is_mended_to_json_or_not_at_all(text in r#"(\PC|[\[\]{}",:'.#/0-9a\\ntru\n“”]){0,40}"#) {
        if let Some(mended) = mend(&text, &|_| None) {
            prop_assert!(crate::json::check(&mended.text).is_ok());
        }
    }

    #[test]
    fn a_comma_too_many_changes_nothing(numbers in prop::collection::vec(any::<i32>(), 1..6)) {
        let text = serde_json::to_string(&json!({"a": numbers})).unwrap();
        let broken = text.replace("]}", ",],}");
        prop_assert_eq!(mended(&broken), serde_json::from_str(&text).ok());
    }
}
