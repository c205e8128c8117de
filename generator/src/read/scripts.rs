//! The names of the variables that scripts set. Scripts are not run: this only looks for the calls.

use super::members::{Members, Reader};
use crate::json::Json;

/// The calls, in Postman's present and former words.
const SETTERS: [&str; 7] = [
    "pm.environment.set",
    "pm.collectionVariables.set",
    "pm.globals.set",
    "pm.variables.set",
    "postman.setEnvironmentVariable",
    "postman.setGlobalVariable",
    "pm.iterationData.set",
];

impl Reader {
    /// The names that the scripts of `event` set, each once, in order.
    pub(in crate::read) fn scripts(&mut self, members: &mut Members) -> Vec<String> {
        let mut names = Vec::new();
        for mut event in self.objects(members, "event") {
            let source = event.take("script").map(|script| source_of(&script)).unwrap_or_default();
            for name in set_by(&source) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }
}

/// A script is a text, a list of lines, or an object whose `exec` is one of them.
fn source_of(script: &Json) -> String {
    match script {
        Json::Text(text) => text.as_ref().to_owned(),
        Json::List(lines) => {
            let lines = lines.iter().filter_map(|line| match line {
                Json::Text(line) => Some(line.as_ref()),
                _ => None,
            });
            lines.collect::<Vec<&str>>().join("\n")
        }
        Json::Object(_) => match script.get("exec") {
            Some(exec @ (Json::Text(_) | Json::List(_))) => source_of(exec),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// The names that a script sets.
pub(super) fn set_by(source: &str) -> Vec<String> {
    // Most scripts set nothing.
    if !source.contains("set") {
        return Vec::new();
    }
    let tokens = tokens(source);
    let starts = 0..tokens.len();
    starts
        .filter_map(|at| SETTERS.iter().find_map(|setter| call_of(setter, &tokens[at..])))
        .collect()
}

/// The first argument, when the tokens start with a call of the setter with a plain text.
fn call_of(setter: &str, tokens: &[Token]) -> Option<String> {
    let mut tokens = tokens.iter();
    for (index, word) in setter.split('.').enumerate() {
        if index > 0 && *tokens.next()? != Token::Sign('.') {
            return None;
        }
        if *tokens.next()? != Token::Word(word) {
            return None;
        }
    }
    match (tokens.next()?, tokens.next()?) {
        (Token::Sign('('), Token::Text(name)) if !name.is_empty() => Some((*name).to_owned()),
        _ => None,
    }
}

/// As much of JavaScript's grammar as it takes to see calls, texts and comments.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Token<'a> {
    Word(&'a str),
    Text(&'a str),
    Sign(char),
}

fn tokens(mut rest: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    loop {
        rest = rest.trim_start();
        let Some(first) = rest.chars().next() else {
            return tokens;
        };
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |at| at + 2),
            '"' | '\'' | '`' => {
                let (text, length) = quoted(rest, first);
                tokens.push(text.map_or(Token::Sign(first), Token::Text));
                length
            }
            first if is_word(first) => {
                let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
                tokens.push(Token::Word(&rest[..length]));
                length
            }
            first => {
                tokens.push(Token::Sign(first));
                first.len_utf8()
            }
        };
        rest = &rest[length..];
    }
}

/// The text in quotes at the start, and its length with them. A text that does not end in its line is none: the quote
/// belongs to a regular expression or a comment that was not understood, and goes no further than that. A text with
/// escapes or `${…}` is no plain one.
fn quoted(rest: &str, quote: char) -> (Option<&str>, usize) {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' if quote != '`' => return (None, 1),
            c if c == quote => {
                let text = &rest[1..at];
                return ((!text.contains('\\') && !text.contains("${")).then_some(text), at + 1);
            }
            _ => {}
        }
    }
    (None, 1)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_calls_that_set_variables() {
        let source = r#"
            pm.environment.set("a", 1); pm . collectionVariables
                .set ( 'b', pm.response.json().id);
            postman.setEnvironmentVariable(`c`, 2);
            // pm.globals.set("commented", 1)
            /* pm.globals.set("commented", 1) */
            console.log("pm.globals.set('quoted')", /["']/.test(x));
            pm.globals.set(name, 1); pm.globals.set(`x${y}`, 1); pm.globals.unset("z");
            pm.globals.set("d")
        "#;
        assert_eq!(set_by(source), ["a", "b", "c", "d"]);
    }

    #[test]
    fn stray_quotes_and_open_comments_are_no_harm() {
        assert_eq!(set_by("x = /'/;\npm.globals.set('a', '\\'');"), ["a"]);
        assert!(set_by("/* pm.globals.set('a', 1)").is_empty());
        assert!(set_by("pm.globals.set('a").is_empty());
        assert!(set_by("pm.globals.set(").is_empty());
    }
}
