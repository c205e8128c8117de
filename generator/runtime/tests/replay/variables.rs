//! Substitution of variables.

use std::time::Duration;

use serde_json::json;

use crate::runner::dynamic::Dynamic;
use crate::runner::variables::{Piece, Variables, pieces};

fn variables(pairs: &[(&str, &str)]) -> Variables {
    let mut variables = Variables::default();
    for (name, value) in pairs {
        variables.set(name, *value);
    }
    variables
}

fn fill(variables: &Variables, template: &str) -> String {
    variables.fill(template, &mut Dynamic::seeded(1, Duration::ZERO)).unwrap()
}

#[test]
fn names_are_exact_and_what_has_no_value_stays() {
    let variables = variables(&[("a", "1"), (" b ", "2"), ("", "empty"), ("é&=", "3")]);
    assert_eq!(
        fill(&variables, "{{a}}-{{ a }}-{{A}}-{{ b }}-{{b}}-{{}}-{{é&=}}"),
        "1-{{ a }}-{{A}}-2-{{b}}-empty-3"
    );
    assert_eq!(
        fill(&variables, "{{{a}}} {{a}}} {{a} {a}} {{ {{a}} }}"),
        "{1} 1} {{a} {a}} {{ 1 }}"
    );
    assert_eq!(
        fill(&variables, "{{__proto__}}{{constructor}}{{toString}}"),
        "{{__proto__}}{{constructor}}{{toString}}"
    );
}

#[test]
fn variables_stand_within_variables() {
    let variables = variables(&[
        ("a", "<{{b}}>"),
        ("b", "{{c}}{{c}}"),
        ("c", "x"),
        ("open", "{{"),
        ("name", "c"),
    ]);
    assert_eq!(fill(&variables, "{{a}}"), "<xx>");
    assert_eq!(fill(&variables, "{{{{name}}}}"), "x");
    assert_eq!(fill(&variables, "{{open}}name}}"), "c");
}

#[test]
fn nineteen_rounds_and_no_more() {
    let mut chain = Variables::default();
    for step in 0..30 {
        chain.set(&format!("v{step}"), format!("{{{{v{}}}}}", step + 1));
    }
    assert_eq!(fill(&chain, "{{v0}}"), "{{v19}}");
    let circle = variables(&[("a", "{{b}}"), ("b", "{{a}}")]);
    assert_eq!(fill(&circle, "{{a}}"), "{{b}}");
    let flood = variables(&[("a", "{{a}}{{a}}{{a}}{{a}}{{a}}{{a}}{{a}}{{a}}")]);
    assert!(fill(&flood, "{{a}}").len() < 1 << 28);
}

#[test]
fn dynamic_variables_are_made_anew_also_through_others() {
    let variables = variables(&[("id", "{{$guid}}"), ("$randomInt", "mine")]);
    let text = fill(&variables, "{{id}} {{id}} {{$guid}} {{$nope}} {{$randomInt}}");
    let words: Vec<&str> = text.split(' ').collect();
    assert_eq!((words[0].len(), words[1].len(), words[2].len()), (36, 36, 36), "{text}");
    assert!(words[0] != words[1] && words[1] != words[2], "{text}");
    assert_eq!(words[3..], ["{{$nope}}", "mine"]);
}

#[test]
fn a_missing_secret_is_an_error_only_where_it_is_used() {
    let mut variables = variables(&[("header", "Bearer {{token}}")]);
    variables.mark_secret("token");
    let mut dynamic = Dynamic::seeded(1, Duration::ZERO);
    assert_eq!(variables.fill("{{header}}", &mut dynamic).unwrap_err().0, "token");
    assert_eq!(variables.fill("no secret", &mut dynamic).unwrap(), "no secret");
    let own = json!({"Sandbox": {"here": "h3re"}, "Live": {"here": "no"}});
    variables
        .set_secrets(&json!({"token": "t0k", "other": 5, "environments": own}), Some("Sandbox"));
    assert_eq!(variables.fill("{{header}} {{other}}", &mut dynamic).unwrap(), "Bearer t0k 5");
    assert_eq!(variables.secrets(), ["token", "other", "here"]);
}

#[test]
fn environment_exports_are_read_as_postman_does() {
    let mut variables = variables(&[("kept", "old")]);
    variables.set_environment(&json!({"name": "e", "values": [
        {"key": "a", "value": "1"}, {"key": "a", "value": "2", "enabled": true}, {"key": "a", "value": "3", "enabled": false},
        {"key": "kept", "value": "new", "disabled": true},
        {"key": "number", "value": "007", "type": "number"}, {"key": "boolean", "value": "false", "type": "boolean"},
        {"key": "null", "value": null}, {"key": "absent"}, {"key": "five", "value": 5}, {"key": "on", "value": true},
        {"key": "hidden", "value": "s", "type": "secret"}, {"value": "no key"}, 7
    ]}));
    let text =
        "{{a}} {{kept}} {{number}} {{boolean}} {{null}} [{{absent}}] {{five}} {{on}} {{hidden}}";
    assert_eq!(fill(&variables, text), "2 old 7 true null [] 5 true s");
    assert_eq!(variables.secrets(), ["hidden"]);
    variables.set_environment(&json!(["not an export"]));
}

#[test]
fn texts_are_parted_at_their_variables() {
    assert_eq!(
        pieces("a{{b}}c{{{d}}"),
        [Piece::Text("a"), Piece::Name("b"), Piece::Text("c{"), Piece::Name("d"),]
    );
    assert_eq!(pieces("{{"), [Piece::Text("{{")]);
    assert_eq!(pieces(""), []);
}
