//! Texts with `{{variables}}` in them: where the variables stand, and replacing them.

/// A piece of a text with variables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text between variables.
    Text(&'a str),
    /// A variable with its braces: `{{name}}`; `{{pre{{suffix}}}}` is one.
    Variable(&'a str),
}

impl<'a> Piece<'a> {
    /// The piece as it is written.
    pub fn as_str(&self) -> &'a str {
        match self {
            Piece::Text(text) | Piece::Variable(text) => text,
        }
    }
}

/// The pieces of a text, in order.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(open) = text[at..].find("{{").map(|offset| at + offset) {
        let Some(length) = variable_length(&text[open..]) else {
            at = open + 1;
            continue;
        };
        if start < open {
            found.push(Piece::Text(&text[start..open]));
        }
        found.push(Piece::Variable(&text[open..open + length]));
        at = open + length;
        start = at;
    }
    if start < text.len() {
        found.push(Piece::Text(&text[start..]));
    }
    found
}

/// No variable's name is longer, in bytes. Longer texts between braces are searched no further, so that the cost stays linear.
const LONGEST_NAME: usize = 1024;

/// The length of the variable at the start of `text` (which starts with `{{`), when one stands there.
///
/// A name holds neither quotes nor line breaks: braces around such text are JSON, not a variable.
fn variable_length(text: &str) -> Option<usize> {
    let bytes = &text.as_bytes()[..text.len().min(LONGEST_NAME)];
    let (mut at, mut start, mut open) = (2, 2, 1);
    while open > 0 {
        match bytes.get(at)? {
            b'}' if bytes.get(at + 1) == Some(&b'}') => {
                open -= 1;
                at += 2;
            }
            b'{' if at > start && bytes.get(at + 1) == Some(&b'{') => {
                open += 1;
                at += 2;
                start = at;
            }
            b'{' | b'}' | b'"' | b'\n' => return None,
            _ => at += 1,
        }
    }
    Some(at)
}

/// The name of a variable, as its braces enclose it.
pub fn name_of(variable: &str) -> &str {
    variable.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}")).unwrap_or(variable)
}

/// The name of the one variable that a text consists of.
pub fn single_variable(text: &str) -> Option<&str> {
    match pieces(text).as_slice() {
        [Piece::Variable(variable)] => Some(name_of(variable)),
        _ => None,
    }
}

/// Whether a text holds any variable.
pub fn has_variable(text: &str) -> bool {
    text.contains("{{") && pieces(text).iter().any(|piece| matches!(piece, Piece::Variable(_)))
}

/// The names of all variables of a text, the innermost ones of nested ones.
pub fn names(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    innermost(text, |name| found.push(name));
    found
}

/// Replaces the innermost variables once; `None` when `value` knows none of them.
pub fn replace_once(text: &str, mut value: impl FnMut(&str) -> Option<String>) -> Option<String> {
    let mut result = String::with_capacity(text.len());
    let mut copied = 0;
    let base = text.as_ptr() as usize;
    innermost(text, |name| {
        if let Some(replacement) = value(name) {
            let start = name.as_ptr() as usize - base - 2;
            result.push_str(&text[copied..start]);
            result.push_str(&replacement);
            copied = start + name.len() + 4;
        }
    });
    if copied == 0 {
        return None;
    }
    result.push_str(&text[copied..]);
    Some(result)
}

/// Calls `visit` with each name between `{{` and `}}` that holds no brace.
fn innermost<'a>(text: &'a str, mut visit: impl FnMut(&'a str)) {
    let mut at = 0;
    while let Some(open) = text[at..].find("{{").map(|offset| at + offset) {
        let inner = &text[open + 2..];
        let end = inner.find(['{', '}']).unwrap_or(inner.len());
        if inner[end..].starts_with("}}") {
            visit(&inner[..end]);
            at = open + end + 4;
        } else {
            at = open + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_variables() {
        assert_eq!(
            pieces("a{{b}}{{c}}d"),
            [
                Piece::Text("a"),
                Piece::Variable("{{b}}"),
                Piece::Variable("{{c}}"),
                Piece::Text("d")
            ]
        );
        assert_eq!(
            pieces("{\"a\":{{x}}}"),
            [Piece::Text("{\"a\":"), Piece::Variable("{{x}}"), Piece::Text("}")]
        );
        assert_eq!(pieces("{{pre{{x}}}}"), [Piece::Variable("{{pre{{x}}}}")]);
        assert_eq!(
            pieces("{{{x}}}"),
            [Piece::Text("{"), Piece::Variable("{{x}}"), Piece::Text("}")]
        );
        assert_eq!(pieces("{{ \"a\": 1 }}"), [Piece::Text("{{ \"a\": 1 }}")]);
        assert_eq!(pieces("{{a{{b}}c{{d}}}}"), [Piece::Variable("{{a{{b}}c{{d}}}}")]);
        assert_eq!(single_variable("{{a}}"), Some("a"));
        assert_eq!(single_variable("{{a}}/"), None);
    }

    #[test]
    fn braces_without_end_cost_little() {
        let text = "{{a".repeat(100_000);
        assert_eq!(pieces(&text), [Piece::Text(&text)]);
        assert_eq!(replace_once(&text, |_| None), None);
    }

    #[test]
    fn replaces_innermost_variables() {
        let value = |name: &str| (name == "x").then(|| "fix".to_owned());
        assert_eq!(
            replace_once("{{pre{{x}}}}-{{x}}{{y}}", value).as_deref(),
            Some("{{prefix}}-fix{{y}}")
        );
        assert_eq!(replace_once("{{y}}", value), None);
    }
}
