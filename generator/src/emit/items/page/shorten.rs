//! Saved bodies, short enough for a page: of a list its first element, of a long text its start.

use std::borrow::Cow;

use crate::json::Json;

/// As many lines are shown.
const MOST_LINES: usize = 60;
/// As many characters of a text in JSON are shown.
const MOST_CHARS: usize = 120;
/// As many characters of a body that is no JSON are shown.
const MOST_TEXT: usize = 2000;
const INDENT: &str = "  ";

/// The language of a body and what is shown of it.
pub fn body(text: &str) -> (&'static str, String) {
    match Json::parse(text) {
        Ok(json) => {
            let mut shown = Shown::default();
            shown.value(&json);
            ("json", shown.finish())
        }
        Err(_) => ("text", plain(text)),
    }
}

fn plain(text: &str) -> String {
    let lines: Vec<&str> = text.trim().lines().take(MOST_LINES).collect();
    let shown: String = lines.join("\n").chars().take(MOST_TEXT).collect();
    if shown.len() < text.trim().len() { format!("{shown}\n…") } else { shown }
}

/// JSON as it is written, line by line.
#[derive(Default)]
struct Shown {
    text: String,
    lines: usize,
    depth: usize,
}

impl Shown {
    /// What was written, with the sign of omission when that is not all.
    fn finish(self) -> String {
        match self.lines {
            ..=MOST_LINES => self.text,
            _ => self.text.lines().take(MOST_LINES).chain(["…"]).collect::<Vec<_>>().join("\n"),
        }
    }

    fn value(&mut self, value: &Json) {
        match value {
            Json::Null => self.text.push_str("null"),
            Json::Boolean(flag) => self.text.push_str(if *flag { "true" } else { "false" }),
            Json::Number(number) => self.text.push_str(number),
            Json::Text(text) => self.string(text),
            Json::List(elements) => self.list(elements),
            Json::Object(members) => self.object(members),
        }
    }

    fn string(&mut self, text: &str) {
        let end = text.char_indices().nth(MOST_CHARS).map(|(end, _)| end);
        let short = end.map_or(Cow::Borrowed(text), |end| Cow::Owned(format!("{}…", &text[..end])));
        if short.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
            self.text.extend(["\"", &short, "\""]);
        } else {
            self.text.push_str(&serde_json::Value::String(short.into_owned()).to_string());
        }
    }

    fn list(&mut self, elements: &[Json]) {
        let Some(first) = elements.first() else {
            self.text.push_str("[]");
            return;
        };
        self.text.push('[');
        self.depth += 1;
        self.line();
        self.value(first);
        if elements.len() > 1 {
            self.text.push(',');
            self.line();
            self.text.push('…');
        }
        self.depth -= 1;
        self.line();
        self.text.push(']');
    }

    fn object(&mut self, members: &[(Cow<str>, Json)]) {
        if members.is_empty() {
            self.text.push_str("{}");
            return;
        }
        self.text.push('{');
        self.depth += 1;
        for (position, (key, value)) in members.iter().enumerate() {
            // what comes after the last line is not shown
            if self.lines > MOST_LINES {
                break;
            }
            if position > 0 {
                self.text.push(',');
            }
            self.line();
            self.string(key);
            self.text.push_str(": ");
            self.value(value);
        }
        self.depth -= 1;
        self.line();
        self.text.push('}');
    }

    fn line(&mut self) {
        self.lines += 1;
        self.text.push('\n');
        (0..self.depth).for_each(|_| self.text.push_str(INDENT));
    }
}

#[cfg(test)]
mod tests {
    use super::body;

    #[test]
    fn lists_show_their_first_element() {
        let (language, shown) = body(r#"{"a": [1, 2, 3], "b": [], "c": {"d": 1.50}}"#);
        assert_eq!(language, "json");
        assert_eq!(
            shown,
            "{\n  \"a\": [\n    1,\n    …\n  ],\n  \"b\": [],\n  \"c\": {\n    \"d\": 1.50\n  }\n}"
        );
    }

    #[test]
    fn long_bodies_end_early() {
        let members: Vec<String> = (0..100).map(|n| format!("\"m{n}\": {n}")).collect();
        let (_, shown) = body(&format!("{{{}}}", members.join(",")));
        assert_eq!(shown.lines().count(), 61);
        assert!(shown.ends_with('…'));
        assert_eq!(body("<a>\nb").1, "<a>\nb");
        assert!(body(&"word ".repeat(1000)).1.len() < 2100);
    }
}
