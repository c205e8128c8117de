//! The names of the variables that a script sets, found without a parser: for scripts that do not parse, and for builds
//! without the feature `scripts`.

use super::{Facts, SetVariable, Source};

/// Calls that set a variable, in Postman's present and former API.
const SETTERS: [&str; 7] = [
    "pm.environment.set",
    "pm.collectionVariables.set",
    "pm.globals.set",
    "pm.variables.set",
    "postman.setEnvironmentVariable",
    "postman.setGlobalVariable",
    "pm.iterationData.set",
];

/// The variables that a script sets; where their values come from is not known.
pub(super) fn facts(source: &str) -> Facts {
    let set = |(name, line)| SetVariable { name, source: Source::Computed, when: None, line };
    Facts { sets: set_by(source).into_iter().map(set).collect(), ..Facts::default() }
}

fn set_by(source: &str) -> Vec<(String, u32)> {
    // Most scripts set nothing.
    if !source.contains("set") {
        return Vec::new();
    }
    let tokens = tokens(source);
    let name_at = |at: usize| {
        SETTERS.iter().find_map(|setter| call_of(setter, &tokens[at..]).map(|name| (name, at)))
    };
    let found = (0..tokens.len()).filter_map(name_at);
    // The line of the name: texts are slices of the source.
    let line = |at: usize| match tokens[at] {
        Token::Word(word) => {
            let offset = word.as_ptr() as usize - source.as_ptr() as usize;
            1 + source[..offset].bytes().filter(|byte| *byte == b'\n').count() as u32
        }
        _ => 1,
    };
    found.map(|(name, at)| (name, line(at))).collect()
}

/// The first argument, if the tokens start with a call of the setter with a string literal.
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

/// As much of JavaScript's grammar as it takes to see calls, strings and comments.
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

/// The string literal at the start, and its length with the quotes. `None` for one that does not end on its line (the
/// quote belongs to a regular expression then) and for one with escapes or `${…}`.
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

    fn names(source: &str) -> Vec<String> {
        set_by(source).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn finds_calls_that_set_variables() {
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
        assert_eq!(names(source), ["a", "b", "c", "d"]);
    }

    #[test]
    fn tolerates_stray_quotes_and_open_comments() {
        assert_eq!(names("x = /'/;\npm.globals.set('a', '\\'');"), ["a"]);
        assert!(set_by("/* pm.globals.set('a', 1)").is_empty());
        assert!(set_by("pm.globals.set('a").is_empty());
        assert!(set_by("pm.globals.set(").is_empty());
    }
}
