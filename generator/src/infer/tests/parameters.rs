use super::*;
use crate::infer::parameter::Seen;
use crate::infer::slot::Slot;

/// The type, its encoding when it is JSON, and the rule.
fn decide(slot: Slot, parameter: Parameter) -> (String, Rule) {
    let (mut shape, encoding, rule) = Seen::new(&[&parameter], slot).decide();
    shape.settle(&parameter.name);
    let json = if encoding == Encoding::Json { "json " } else { "" };
    (format!("{json}{}", word(&shape)), rule)
}

fn query(name: &str, samples: &[&str]) -> (String, Rule) {
    decide(Slot::Query, sent(name, samples))
}

fn is(name: &str, rule: Rule) -> (String, Rule) {
    (name.to_owned(), rule)
}

#[test]
fn scalars_that_are_given_back() {
    assert_eq!(query("limit", &["10", "-3"]), is("Signed", Rule::AllValues));
    assert_eq!(query("lat", &["1.5", "10"]), is("Float", Rule::AllValues));
    assert_eq!(query("all", &["true", "false"]), is("boolean", Rule::AllValues));
    assert_eq!(query("day", &["2020-01-31"]), is("date", Rule::AllValues));
    assert_eq!(query("x", &["a", "1"]), is("text", Rule::Texts));
}

#[test]
fn what_is_not_given_back_stays_text() {
    for texts in [
        ["007"],
        ["+5"],
        ["1.0"],
        ["1e5"],
        ["-0"],
        ["9223372036854775808123"],
        ["True"],
        ["NaN"],
        [" 5"],
    ] {
        assert_eq!(query("x", &texts).0, "text", "{texts:?}");
    }
    assert_eq!(query("since", &["2020-01-31T00:00:00+01:00"]), is("text", Rule::NotGivenBack));
    assert_eq!(
        decide(Slot::Form, sent("since", &["2020-01-31T00:00:00+01:00"])),
        is("date-time", Rule::AllValues)
    );
    assert_eq!(
        decide(Slot::Path, sent("url", &["https://example.org/a"])),
        is("text", Rule::NotGivenBack)
    );
    assert_eq!(query("url", &["https://example.org/a"]), is("uri", Rule::AllValues));
}

#[test]
fn empty_samples_count_only_when_they_are_sent() {
    assert_eq!(query("limit", &["", "10"]), is("text", Rule::NotGivenBack));
    assert_eq!(decide(Slot::Query, seen("limit", &["", "10"])), is("Signed", Rule::AllValues));
    assert_eq!(decide(Slot::Query, seen("limit", &[""])), is("text", Rule::NoSample));
    let bare = Parameter { saved: vec![Saved::Bare], ..seen("limit", &["10"]) };
    assert_eq!(decide(Slot::Query, bare), is("text", Rule::NotGivenBack));
}

#[test]
fn identifiers_stay_text_unless_a_placeholder_says_otherwise() {
    assert_eq!(query("user_id", &["12"]), is("text", Rule::IdentifierName));
    assert_eq!(query("zip", &["12345"]), is("text", Rule::IdentifierName));
    assert_eq!(query("user_id", &["<integer>", "12"]), is("Signed", Rule::Placeholder));
    assert_eq!(query("page_number", &["12"]), is("Signed", Rule::AllValues));
}

#[test]
fn placeholders() {
    assert_eq!(query("x", &["<boolean>"]), is("boolean", Rule::Placeholder));
    assert_eq!(query("x", &["<number>", "5"]), is("Float", Rule::Placeholder));
    assert_eq!(query("x", &["<dateTime>"]), is("date-time", Rule::Placeholder));
    assert_eq!(query("x", &["<integer>", "abc"]), is("text", Rule::NotGivenBack));
    assert_eq!(query("x", &["<string>", "5"]), is("text", Rule::Placeholder));
    assert_eq!(query("x", &["<Error: deep>"]), is("text", Rule::NoSample));
    assert_eq!(query("x", &["<integer>", "<string>"]), is("text", Rule::Texts));
    assert_eq!(query("x", &["<object>"]), is("json <any>", Rule::JsonInText));
    assert_eq!(query("x", &["integer"]), is("text", Rule::Texts));
    assert_eq!(query("x", &["<array>"]), is("text", Rule::Placeholder));
    assert_eq!(decide(Slot::Form, sent("x", &["<array>"])), is("json [any]", Rule::JsonInText));
    assert_eq!(decide(Slot::Path, sent("x", &["<object>"])), is("text", Rule::NoSample));
}

#[test]
fn lists_in_descriptions() {
    let listed = |samples: &[&str], list: &str| {
        decide(
            Slot::Query,
            described(sent("x", samples), &format!("(This can only be one of {list})")),
        )
    };
    assert_eq!(listed(&["c"], "a,b"), is("a|b", Rule::ListMark));
    assert_eq!(listed(&["<string>"], "a,b"), is("a|b", Rule::ListMark));
    assert_eq!(listed(&["true"], "true,false"), is("boolean", Rule::ListMark));
    assert_eq!(listed(&["<boolean>"], "true,false"), is("boolean", Rule::ListMark));
    assert_eq!(listed(&["<string>"], "true,false"), is("true|false", Rule::ListMark));
    assert_eq!(listed(&["yes"], "true,false"), is("true|false", Rule::ListMark));
    assert_eq!(listed(&["1"], "1,2"), is("1|2", Rule::ListMark));
    assert_eq!(listed(&["a&b"], "a,b"), is("text", Rule::NotGivenBack));
    assert_eq!(listed(&[], "a,b"), is("a|b", Rule::ListMark));
}

#[test]
fn variables_and_secrets() {
    assert_eq!(query("limit", &["{{limit}}", "10"]), is("text", Rule::OpenVariable));
    assert_eq!(query("limit", &[]), is("text", Rule::NoSample));
    let secret = Parameter { secret: true, ..sent("pin", &["1234"]) };
    assert_eq!(decide(Slot::Query, secret), is("text", Rule::Secret));
}

#[test]
fn json_in_text() {
    assert_eq!(
        query("filter", &[r#"{"a": "<integer>", "b": "{{x}}"}"#]),
        is("json {a:Signed,b:text}", Rule::JsonInText)
    );
    assert_eq!(query("ids", &["[1, 2]", "[]"]), is("json [Signed]", Rule::JsonInText));
    assert_eq!(query("filter", &[r#"{"a": 1}"#, "none"]), is("text", Rule::Texts));
    assert_eq!(query("filter", &[r#"{"a": {{x}}}"#]), is("text", Rule::OpenVariable));
    assert_eq!(query("filter", &[r#"{"a": 1, "a": 2}"#]), is("text", Rule::Texts));
    assert_eq!(query("filter", &[r#""text""#]), is("text", Rule::Texts));
    assert_eq!(decide(Slot::Header, sent("X-Filter", &["{}"])), is("text", Rule::Texts));
}

fn of_query(parameter: Parameter, description: &str) -> (String, Rule) {
    decide(Slot::Query, described(parameter, description))
}

#[test]
fn lists_in_words_need_samples_that_are_in_them() {
    let list = "Can be one of `asc` or `desc`.";
    let is_enum = |found: (String, Rule)| found.1 == Rule::WordedList && found.0 != "boolean";
    assert!(is_enum(of_query(sent("order", &["asc"]), list)));
    assert!(is_enum(of_query(seen("order", &["", "order_example"]), list)));
    assert!(is_enum(of_query(sent("order", &["string"]), list)), "a type word is no example");
    assert_eq!(of_query(sent("order", &["up"]), list), is("text", Rule::Texts));
    assert_eq!(of_query(sent("order", &["<integer>"]), list).1, Rule::Placeholder);
    assert_eq!(of_query(sent("asc", &[]), list), is("text", Rule::NoSample), "its own name");
    assert_eq!(of_query(sent("q", &["x"]), "Either `a` or `b` must be sent.").1, Rule::Texts);
    let both = of_query(sent("all", &["true"]), "Must be one of: `true`, `false`.");
    assert_eq!(both, is("boolean", Rule::WordedList));
}

#[test]
fn flags_have_no_other_samples() {
    let flag = "Whether to list all.";
    assert_eq!(of_query(seen("all", &["", "all"]), flag), is("boolean", Rule::Flag));
    assert_eq!(of_query(sent("all", &["yes"]), flag), is("text", Rule::Texts));
    assert_eq!(of_query(sent("all", &["all"]), flag).0, "text", "what is sent is given back");
}

#[test]
fn samples_that_repeat_the_name_say_nothing() {
    assert_eq!(query("status", &["status"]), is("text", Rule::RepeatsName));
    assert_eq!(
        decide(Slot::Query, seen("limit", &["limit_example", "5"])),
        is("Signed", Rule::AllValues)
    );
    assert_eq!(query("limit", &["limit", "5"]), is("text", Rule::NotGivenBack));
}
