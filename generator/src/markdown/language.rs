//! Languages of code blocks: names that rustdoc takes for something other than Rust, so that it never compiles a block.

/// The language to write for a block marked `named` (Markdown's info string or an HTML class), else the one it looks like.
pub(super) fn of(named: &str, code: &str) -> &'static str {
    known(named).unwrap_or_else(|| guess(code))
}

fn known(named: &str) -> Option<&'static str> {
    let word = named
        .split(|char: char| char.is_whitespace() || matches!(char, ',' | '{' | '.'))
        .find(|word| !word.is_empty())?
        .trim_start_matches("language-")
        .trim_start_matches("lang-")
        .to_ascii_lowercase();
    Some(match word.as_str() {
        "json" | "json5" | "jsonc" | "javascripton" => "json",
        "xml" | "soap" | "wsdl" => "xml",
        "html" => "html",
        "http" | "https" => "http",
        "sh" | "bash" | "shell" | "zsh" | "curl" | "console" => "sh",
        "js" | "javascript" => "javascript",
        "ts" | "typescript" => "typescript",
        "py" | "python" => "python",
        "yml" | "yaml" => "yaml",
        "php" | "java" | "csharp" | "ruby" | "sql" | "graphql" | "css" | "csv" | "ini" | "go" => {
            return same(&word);
        }
        _ => "text",
    })
}

fn same(word: &str) -> Option<&'static str> {
    ["php", "java", "csharp", "ruby", "sql", "graphql", "css", "csv", "ini", "go"]
        .into_iter()
        .find(|name| *name == word)
}

fn guess(code: &str) -> &'static str {
    let code = code.trim();
    let first = code.lines().next().unwrap_or_default();
    if code.starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(code).is_ok() {
        "json"
    } else if code.starts_with('<') && code.ends_with('>') && !code.contains("{{") {
        "xml"
    } else if first.starts_with("curl ") || first.starts_with("$ ") {
        "sh"
    } else if first.ends_with("HTTP/1.1") || first.starts_with("HTTP/1.1 ") {
        "http"
    } else {
        "text"
    }
}
