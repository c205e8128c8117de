//! YAML 1.2 as a [`Json`] tree, with the limits that keep hostile files harmless.
//!
//! `saphyr-parser` turns the text into events; this module composes them. It differs from a general YAML loader in what
//! Postman's own reader does: one document per file, unique keys, the core schema (`no` and `yes` are strings).
//! Numbers keep their text, so a value such as `1.10` loses nothing.

mod compose;
mod index;
mod scalar;

use std::ops::Range;

use crate::json::Json;

pub(crate) use index::index;

/// The deepest nesting of lists and maps, as for JSON.
const DEEPEST: usize = 127;
/// How many values, with 64 bytes of text counted as one, the aliases of a file may stand for in total.
const ALIASED: usize = 100_000;

/// Why a text is not usable YAML.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The parser rejects it.
    #[error("{0}")]
    Syntax(String),
    /// A map has one key twice.
    #[error("the key `{0}` appears twice in one map")]
    DuplicateKey(String),
    /// A second document follows.
    #[error("a second document starts here: a file holds one")]
    SecondDocument,
    /// Lists and maps are nested too deeply.
    #[error("lists and maps are nested more than {DEEPEST} levels deep")]
    TooDeep,
    /// Aliases stand for too much.
    #[error("the aliases (`*name`) in this file expand to too many values")]
    TooManyAliases,
    /// An alias stands within the value that it refers to.
    #[error("the alias is part of the value that it refers to")]
    CyclicAlias,
}

/// A text that is not usable YAML: why, and the range of bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YamlError {
    /// Why.
    pub problem: Problem,
    /// Where.
    pub span: Range<usize>,
}

/// Reads a YAML document; an empty text is null.
///
/// # Errors
///
/// When the text is not YAML, holds a key twice or a second document, or exceeds the limits on depth and aliases.
pub fn parse(text: &str) -> Result<Json<'_>, YamlError> {
    compose::compose(text, &mut compose::NoSpans)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn value(text: &str) -> Value {
        parse(text).unwrap_or_else(|error| panic!("{}", error.problem)).into()
    }

    fn problem(text: &str) -> (Problem, usize) {
        let error = parse(text).expect_err("an error");
        (error.problem, error.span.start)
    }

    #[test]
    fn the_core_schema_decides_what_is_a_string() {
        let text = "a: no\ny: yes\nn: 12\nf: 1.50\nt: true\nz: ~\ne:\nq: \"5\"\ns: !!str 5\nd: 2020-01-01\nx: .5x\n";
        let expected = json!({"a": "no", "y": "yes", "n": 12, "f": 1.5, "t": true, "z": null, "e": null,
            "q": "5", "s": "5", "d": "2020-01-01", "x": ".5x"});
        assert_eq!(value(text), expected);
        assert_eq!(parse("1.50").unwrap(), Json::Number("1.50"));
        assert_eq!(parse("é: 0x1F").unwrap().get("é"), Some(&Json::Number("0x1F")));
        assert_eq!(value(""), Value::Null);
    }

    #[test]
    fn strings_in_every_style() {
        let text =
            "l: |\n  a\n  b\nf: >-\n  a\n  b\nd: \"x\\r\n\n  y\"\np: long\n  plain\ns: 'it''s'\n";
        let expected =
            json!({"l": "a\nb\n", "f": "a b", "d": "x\r\ny", "p": "long plain", "s": "it's"});
        assert_eq!(value(text), expected);
    }

    #[test]
    fn aliases_and_merge_keys() {
        let text = "base: &b {x: 1, y: 2}\none: *b\ntwo: {<<: *b, y: 3}\n";
        let base = json!({"x": 1, "y": 2});
        assert_eq!(value(text), json!({"base": base, "one": base, "two": {"y": 3, "x": 1}}));
    }

    #[test]
    fn a_key_that_is_no_scalar_is_its_text() {
        assert_eq!(value("url: {{baseUrl}}"), json!({"url": {"{baseUrl}": null}}));
    }

    #[test]
    fn what_is_wrong_has_a_location() {
        assert_eq!(problem("a: 1\nb: 2\na: 3\n"), (Problem::DuplicateKey("a".to_owned()), 10));
        assert_eq!(problem("a: 1\n---\nb: 2\n").0, Problem::SecondDocument);
        assert_eq!(problem("é: &x [*x]\n").0, Problem::CyclicAlias);
        for (text, line) in [("a:\n\t- b\n", 2), ("a: b: c\n", 1), ("a: \"x\n", 1), ("a: 'x", 1)] {
            let error = parse(text).expect_err(text);
            assert!(matches!(error.problem, Problem::Syntax(_)), "{text}");
            let found = crate::source::position(text, error.span);
            assert!(found.line >= line, "{text}: {found:?}");
        }
    }

    #[test]
    fn bombs_are_refused() {
        let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(&deep(DEEPEST)).is_ok());
        for depth in [DEEPEST + 1, 200, 300, 100_000] {
            assert!(parse(&deep(depth)).is_err(), "{depth}");
        }
        let mut bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
        for (last, next) in ('a'..'i').zip('b'..) {
            let aliases = vec![format!("*{last}"); 10].join(",");
            bomb += &format!("{next}: &{next} [{aliases}]\n");
        }
        assert_eq!(problem(&bomb).0, Problem::TooManyAliases);
        let mut chain = "a0: &a0 [x]\n".to_owned();
        for next in 1..1000 {
            chain += &format!("a{next}: &a{next} [*a{}]\n", next - 1);
        }
        assert_eq!(problem(&chain).0, Problem::TooDeep);
    }
}
